#pragma once

#include <cmath>

#include <ontrack/stats/intervals.hpp>

#include "stats/constants.hpp"

// Compiled for several processors: plain arithmetic only. A call of a library template here could be linked into code that
// runs on the wrong one.

namespace ontrack::inline v0::stats::detail {

inline constexpr int gamma_terms = 17;
/// Counts above it cannot be told from their neighbours.

namespace {  // one copy for each translation unit, for the same reason

/// Neither limit is a difference of nearly equal numbers: lower·(x + z²/2 + r) = x²/n.
[[maybe_unused]] inline Limits wilson_limits(double x, double n, double z) noexcept {
    const double square = z * z;
    const double share = x / n;
    const double half = x + 0.5 * square + z * std::sqrt(share * (n - x) + 0.25 * square);
    const double upper = half / (n + square);
    return {share * x / half, upper < 1.0 ? upper : 1.0};
}

/// Lower limit below 0, or NaN at x = 0, where the formula has none.
[[maybe_unused]] inline Limits byar_limits(double x, double z) noexcept {
    const double below = 1.0 / (3.0 * std::sqrt(x));
    const double above = 1.0 / (3.0 * std::sqrt(x + 1.0));
    const double lower = 1.0 - below * (below + z);
    const double upper = 1.0 - above * (above - z);
    return {x * (lower * lower * lower), (x + 1.0) * (upper * upper * upper)};
}

/// terms[k] is the value of CornishFisher's polynomial of order k.
[[maybe_unused]] inline double gamma_expansion(double shape, const double (&terms)[gamma_terms]) noexcept {
    const double mode = shape - 1.0;
    const double root = std::sqrt(mode);
    const double s = 1.0 / root;
    double v = terms[gamma_terms - 1];
    for (int k = gamma_terms - 2; k >= 0; --k) v = v * s + terms[k];
    return mode + root * v;
}

}  // namespace
}  // namespace ontrack::inline v0::stats::detail
