#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/better.hpp>
#include <ontrack/stats/outturn.hpp>
#include <ontrack/stats/status.hpp>
#include <ontrack/stats/total_law.hpp>
#include <ontrack/stats/total_models.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

// What follows from the law of a year's total: what the rest of the year must bring, what a countermeasure would change, and
// how the periods that remain may go. Formulas: docs/methods.md, "What follows from a law".

/// The share of each of this year's periods in what is still to come: 0 for those that are known, sum 1 (0 where nothing is
/// open), NaN where the series cannot be used. Exposure times season, the season drawn towards the group's; without season
/// where values may be negative, equal for years of more than 64 periods.
/// \param out periods_per_year numbers \pre options are in their domain
ONTRACK_EXPORT void rest_shares(std::span<const double> series, const TotalOptions& options,
                                std::span<double> out) noexcept;

/// The same for a panel: `out` is row-major, a row per series. `groups` and `fits` as for project_totals_into.
ONTRACK_EXPORT void rest_shares_into(const Panel& panel, const TotalOptions& options,
                                     std::span<const std::int32_t> groups, std::span<const GroupFit> fits,
                                     std::span<double> out) noexcept;

/// Whether the rest of the year decides about the target.
enum class Reach : std::uint8_t {
    possible,
    out_of_reach,  ///< low is good, values cannot be negative, and the known part is above the target
    assured,  ///< high is good, values cannot be negative, and the known part has reached the target
    complete,  ///< nothing is open
};

/// What each open period must bring on average for the year to end exactly on its target; how likely the target is; and how
/// often as good a value has been seen: periods one by one, and the same periods of earlier years together.
struct RequiredValue {
    double per_period;  ///< below 0 where the known part is above the target; NaN where nothing is open
    double chance;  ///< that the year ends on the target or on its good side
    int open;  ///< periods of this year without a value
    Reach reach;
    int seen, as_good;  ///< values in the series, and those as good as per_period
    int years_seen, years_as_good;  ///< earlier years that have all of the open periods, and those as good in them
    Status status;  ///< ok; no_target; missing_value (no law); invalid_option (better is neither)
};

/// Comparisons are by sums, not quotients, so that they are exact for counts. The law is that of `project_total`.
[[nodiscard]] ONTRACK_EXPORT RequiredValue required_value(std::span<const double> series, const TotalOptions& options,
                                                          const TotalLaw& law, double target, Better better) noexcept;

/// What a countermeasure does: the expected value of every open period from `from` on (0 = the year's first) is multiplied by
/// `factor` (0.9 = ten per cent fewer).
struct Effect {
    int from = 0;
    double factor = 1.0;
};

/// Expected rest of the year with the effect over that without: Σ share·factor.
[[nodiscard]] ONTRACK_EXPORT double kept_part(std::span<const double> rest_shares, const Effect& effect) noexcept;

/// The law when the mean of what is to come is multiplied by `kept`. Counts are thinned: a mixed Poisson count whose mean is
/// scaled has mean κm and variance κm + κ²(V − m), which is exact for the negative binomial (Grandell 1997). Amounts are scaled.
/// A law without a total (`known` is NaN) for a factor below 0 or not finite.
[[nodiscard]] ONTRACK_EXPORT TotalLaw with_rest_scaled(const TotalLaw& law, double kept) noexcept;

struct PathOptions {
    std::size_t paths = 1000;
    std::uint64_t seed = 1;
    /// What each series is called in the random numbers; empty = its position. Names that go with the series make the paths the
    /// same in any partition.
    std::span<const std::uint64_t> names{};
    unsigned threads = 1;  ///< the results do not depend on it
};

/// Joint paths of the periods that are open, whose sums have exactly the series' law. A count is split among the periods by
/// chance, as independent Poisson counts with one common random mean are: what the law has beyond Poisson is shared by all
/// open periods of a path, and their covariance is s_i·s_j·(V − m). An amount is split in proportion.
/// Path p of a series depends on the seed, its name and p alone (Salmon et al. 2011).
/// \param shares a row of rest_shares_into for each law
/// \param out laws × paths × periods, row-major; 0 for known periods, NaN where there is no law
/// \pre out.size() = paths × shares.size(), shares.size() a multiple of laws.size()
ONTRACK_EXPORT void sample_paths_into(std::span<const TotalLaw> laws, std::span<const double> shares,
                                      const PathOptions& options, std::span<double> out) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
