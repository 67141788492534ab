#pragma once

#include <ontrack/stats/distributions.hpp>

namespace ontrack::inline v0::stats::detail {

/// What a confidence level stands for.
struct Level {
    double tail;  ///< probability outside on each side
    double z;     ///< normal quantile at 1 − tail

    explicit Level(double confidence) noexcept : tail(0.5 * (1.0 - confidence)), z(-normal_quantile(tail)) {}
};

}  // namespace ontrack::inline v0::stats::detail
