#pragma once

#include <ontrack/stats/benchmark.hpp>

namespace ontrack::inline v0::stats::detail {

/// −1 below [lower, upper], 1 above, 0 within, its ends included.
inline int side_of(double value, const Limits& limits) noexcept {
    return static_cast<int>(value > limits.upper) - static_cast<int>(value < limits.lower);
}

/// The class of a value that is so many levels (−2 to 2) below or above what it is compared with.
Comparison comparison(int levels, Better better) noexcept;

/// Of a value against limits that two levels draw; the outer side counts only where the inner agrees.
inline Comparison comparison(double value, const Limits& inner, const Limits& outer, Better better) noexcept {
    const int side = side_of(value, inner);
    return comparison(side == side_of(value, outer) ? 2 * side : side, better);
}

/// Throws `DataError` unless 0 < confidence < 1 and the outer level is 0 or lies between it and 1.
void require_levels(double confidence, double outer_confidence);
/// Throws unless there is one element for all or one for each of `expected`.
void require_one_or_each(std::string_view argument, std::size_t length, std::size_t expected);

}  // namespace ontrack::inline v0::stats::detail
