#pragma once

#include <ontrack/stats/funnel.hpp>
#include <ontrack/stats/intervals.hpp>

#include "stats/gamma_quantile.hpp"

namespace ontrack::inline v0::stats::detail {

/// One level of a funnel: the probability outside on each side, and the normal quantile with the decimals asked for.
struct FunnelLevel {
    double tail;
    double z;
    GammaQuantile below, above;  ///< of the exact limits
    FunnelLevel(double confidence, int z_decimals) noexcept;
};

/// A point on the scale on which its limits are symmetrical.
struct FunnelScore {
    double z;
    double standard_error;
};

/// NaN where there is none. \pre x of n is a point of the statistic
FunnelScore funnel_score(double x, double n, double target, const FunnelOptions& options) noexcept;

/// What widens the limits.
struct Widening {
    double between_variance = 0.0;
    double factor = 1.0;
};
Widening widening(const Dispersion& dispersion, Overdispersion overdispersion) noexcept;

/// Limits of x/n at base n, not yet in the unit of the values.
Limits funnel_limits(double n, double target, const Widening& wider, const FunnelLevel& level,
                     const FunnelOptions& options) noexcept;

}  // namespace ontrack::inline v0::stats::detail
