#pragma once

#include <limits>

namespace ontrack::inline v0::stats {

inline constexpr double nan = std::numeric_limits<double>::quiet_NaN();
inline constexpr double infinity = std::numeric_limits<double>::infinity();

inline constexpr double two_pi = 6.28318530717958647693;

/// 2⁵³: every whole number up to it is a double, and above it a count and the next one are the same.
inline constexpr double largest_count = 0x1p53;

/// The shape of Jeffreys' (1946) prior of a Poisson mean.
inline constexpr double half_event = 0.5;

}  // namespace ontrack::inline v0::stats
