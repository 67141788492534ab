#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/outturn.hpp>
#include <ontrack/stats/status.hpp>
#include <ontrack/stats/total_law.hpp>
#include <ontrack/stats/total_models.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// How far like and unlike series miss their projections together: the correlation of what each law has beyond chance. A
/// value, learnt from one panel at one day. The default is what London's crime shows: docs/methods.md, "Totals of totals".
struct SharedShocks {
    double within = 0.36;  ///< of two series of one group
    double between = 0.12;  ///< of two of different groups, or of none; not above `within`
    double past_years = 0.0;  ///< that they were learnt from
};

/// Learnt by projecting up to six past years of the whole panel again at the same point of the year, each time without what
/// came later. With w = √b/V, b the variance beyond chance and V all of it, and errors e held at three deviations, each year
/// gives ρ = ((Σ we)² − Σ w²e²)/((Σ w√b)² − Σ w²b) over the pairs within groups, and over those between them; their mean is
/// drawn towards the default, which counts as three years. `groups` and `fits` as for project_totals_into.
/// \throws DataError when options are out of their domain
[[nodiscard]] ONTRACK_EXPORT SharedShocks fit_shared_shocks(const Panel& panel, const TotalOptions& options,
                                                            std::span<const std::int32_t> groups,
                                                            std::span<const GroupFit> fits);

/// The year's total of several series together.
struct GroupedTotal {
    TotalLaw law;
    std::size_t series = 0;  ///< how many it is the sum of
    Status status = Status::ok;  ///< of the first series that has no law, or too_few_points where there is no series
};

/// Adds up laws. The mean is the sum of the means, whatever is added to what; the variance is
/// Σ V + Σ ρ_ij √b_i √b_j over the pairs i ≠ j. Negative binomial where every law is a count's, normal where one may be
/// negative, log-normal otherwise. `totals` says which element of `out` each series belongs to (−1 = none).
/// A law whose known part is NaN counts as missing_value where its status is ok.
/// Sums go in the order of group and series, so that they do not depend on how totals are numbered.
/// \pre the first four spans are of one length (`groups` may be empty: all series are of one group); totals < out.size()
ONTRACK_EXPORT void add_totals_into(std::span<const TotalLaw> laws, std::span<const Status> status,
                                    std::span<const std::int32_t> groups, std::span<const std::int32_t> totals,
                                    const SharedShocks& shocks, std::span<GroupedTotal> out);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
