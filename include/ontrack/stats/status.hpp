#pragma once

#include <cstdint>
#include <string_view>

#include <ontrack/export.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Why a series has a result, or has none. Kernels never throw; each series carries one of these.
enum class Status : std::uint8_t {
    ok,
    too_few_points,   ///< fewer points than the method needs
    not_finite,       ///< a value is infinite; NaN is a missing value, not this
    negative_value,   ///< a count below zero
    not_a_count,  ///< too large to be told from its neighbours (above 2^53), or a fraction where the method needs whole numbers
    no_target,  ///< result is there, its probability is not: the target is NaN
    missing_value,  ///< an argument is NaN
    no_denominator,  ///< the base, exposure or expected number is zero
    above_denominator,  ///< more events than the base holds
    limit_undefined,  ///< the method has no such limit here; the limit that exists is given
    value_undefined,  ///< the statistic divides by zero; the limits that exist are given
    too_few_events,  ///< fewer than the smallest number of events for which the statistic may be shown
    not_positive,  ///< a time between events is not above zero
    no_variation,  ///< the baseline is constant: a chart has its centre but no limits
    invalid_option,  ///< a confidence level, multiplier or the like is out of its domain
    collinear,  ///< a regression's columns depend on one another over the points that are there
    separated,  ///< an effect is infinite: no event falls where its column is
    not_converged,  ///< the iterations ended before the estimate stood still
};

/// `ok`, `too_few_points`, …
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(Status status) noexcept;
/// One plain sentence with the remedy.
[[nodiscard]] ONTRACK_EXPORT std::string_view reason(Status status) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
