#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/better.hpp>
#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// The sample quantile of type 7 (Hyndman & Fan 1996; the usual one): with h = (n − 1)·p, the value at ⌊h⌋ and the share
/// h − ⌊h⌋ of the way to the next. NaN of none, and outside of 0 ≤ p ≤ 1.
/// \pre `sorted` rises and has no NaN
[[nodiscard]] ONTRACK_EXPORT double sample_quantile(std::span<const double> sorted, double p) noexcept;

/// How values are put into groups of about equal number. Equal values are always in one group.
enum class QuantileMethod : std::uint8_t {
    /// By rank: group ⌊q + 1 − ⌈(N + 1 − r)·q/N⌉⌋, at least 1, of the value with rank r of N, equal values having the lowest
    /// of their ranks (PHEindicatormethods 2.1.0; technical guide on deprivation categories, Office for Health Improvement and
    /// Disparities). Needs N ≥ q.
    phe_indicator_methods,
    /// By bounds: the first group whose upper bound, the sample quantile of k/q rounded to ten decimals, is not below the
    /// value (Fingertips 2020). Needs N ≥ q and N ≥ 4.
    fingertips,
};

/// Which values group 1 holds.
enum class FirstGroup : std::uint8_t { lowest, highest };

struct QuantileOptions {
    std::size_t groups = 5;  ///< q, from 2 to 1,000
    FirstGroup first = FirstGroup::lowest;
    QuantileMethod method = QuantileMethod::phe_indicator_methods;
};

/// The group that polarity makes the first: PHEindicatormethods' tables count from the worst (1 = most deprived), Fingertips'
/// from the best, and from the lowest where neither direction is better.
[[nodiscard]] ONTRACK_EXPORT FirstGroup first_group(QuantileMethod method, Better better) noexcept;

/// The group, 1 to q, of each value; 0 for a NaN, and for all when there are too few (`too_few_points`) or a value is infinite
/// (`not_finite`). Throws `DataError` (`wrong-length`, `out-of-domain`) before it writes; else nothing but std::bad_alloc.
ONTRACK_EXPORT Status quantile_groups_into(std::span<const double> values, const QuantileOptions& options,
                                           std::span<std::int32_t> groups);
/// Many sets: set i owns the values offsets[i] … offsets[i + 1]. `status` has one element for each set, or is empty.
ONTRACK_EXPORT void quantile_groups_into(std::span<const double> values, std::span<const std::int64_t> offsets,
                                         const QuantileOptions& options, std::span<std::int32_t> groups,
                                         std::span<Status> status);

/// The q + 1 bounds of the groups by `QuantileMethod::fingertips`, from the least value to the greatest. `bounds` has
/// q + 1 elements, NaN where there are too few values.
ONTRACK_EXPORT Status quantile_bounds_into(std::span<const double> values, std::span<double> bounds);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
