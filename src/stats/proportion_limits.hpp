#pragma once

#include <cmath>

#include <ontrack/stats/intervals.hpp>
#include <ontrack/stats/proportion.hpp>

#include "stats/level.hpp"
#include "stats/limit_formulas.hpp"

namespace ontrack::inline v0::stats::detail {

/// Why x of n is not a proportion, or ok.
inline Status proportion_status(double x, double n) noexcept {
    if (std::isnan(x) || std::isnan(n)) return Status::missing_value;
    if (x < 0.0 || n < 0.0) return Status::negative_value;
    if (n == 0.0) return Status::no_denominator;
    if (!std::isfinite(x) || !std::isfinite(n)) return Status::not_finite;
    if (n > largest_count) return Status::not_a_count;
    return x > n ? Status::above_denominator : Status::ok;
}

/// \pre proportion_status(x, n) is ok
Limits proportion_limits(double x, double n, const Level& level, ProportionMethod method) noexcept;

}  // namespace ontrack::inline v0::stats::detail
