#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/better.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

// League tables with their uncertainty. Of the published intervals for ranks, those of Klein, Wright and Wieczorek (2020) are
// taken: closed, without random numbers, and all of them together cover all true ranks with the confidence stated, however
// near to each other the true values lie. Ranks of simulated values (Goldstein & Spiegelhalter 1996) are narrower, but hold
// for one area at a time only, and where many areas are equal they draw towards the middle and may miss.

/// The confidence that each of so many intervals needs for all of them to hold together with `confidence`: the areas' estimates
/// independent, confidence^(1/areas) (Šidák 1967). NaN unless 0 < confidence < 1 and there is an area.
[[nodiscard]] ONTRACK_EXPORT double joint_confidence(double confidence, std::size_t areas) noexcept;

/// One element for each area, or empty; 0 where the area has no value, or no limits.
struct RankColumns {
    std::span<std::int32_t>
        rank;  ///< 1 is the best (the lowest where neither way is better); equal values share the first rank
    std::span<std::int32_t> best, worst;  ///< the ranks that the area may truly have
};

/// Ranks of values, and the ranks that their intervals allow: area k may stand from 1 + (areas whose interval lies wholly on the
/// better side of k's) to the number of areas less those wholly on the worse side. For a joint confidence of 95 % the intervals
/// must be made at `joint_confidence(0.95, areas)`. Areas with a NaN are left out, and do not count. Throws `DataError`
/// (`wrong-length`); else nothing but std::bad_alloc.
ONTRACK_EXPORT void ranks_into(std::span<const double> value, std::span<const double> lower,
                               std::span<const double> upper, Better better, const RankColumns& out);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
