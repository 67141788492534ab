#include "stats/funnel_scale.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <ontrack/stats/quantiles.hpp>

#include "stats/constants.hpp"
#include "stats/level.hpp"
#include "stats/limit_formulas.hpp"
#include "stats/score_root.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

double sine_squared(double angle) noexcept {
    const double sine = std::sin(std::clamp(angle, 0.0, 0.5 * std::numbers::pi));
    return sine * sine;
}

/// θ ∓ reach on the scale that the limits are symmetrical on.
double square(double root) noexcept {
    return root > 0.0 ? root * root : 0.0;
}

/// Where the tails of a Poisson law with mean E reach `tail`, whole or not: Q(x + 1, E) below, P(x, E) above.
Limits exact_counts(double expected, double tail) noexcept {
    const auto lower = [&](double x) noexcept { return tail - gamma_upper(expected, x + 1.0); };
    // A law whose own P(X = 0) is above the tail has no lower limit but 0.
    const double low = lower(0.0) < 0.0 ? 0.0 : falling_root(0.0, expected, lower);
    const double far = expected + 40.0 * std::sqrt(expected) + 60.0;
    const double high =
        falling_root(std::max(expected, 1e-300), far, [&](double x) noexcept { return gamma_cdf(expected, x) - tail; });
    return {low, high};
}

double standard_error(double n, double target, const FunnelOptions& options) noexcept {
    switch (options.limits) {
        case FunnelLimits::score:
            return std::sqrt((options.statistic == FunnelStatistic::proportion ? target * (1.0 - target) : target) / n);
        case FunnelLimits::log:
            return 1.0 / std::sqrt(target * n);
        default:
            return 0.5 / std::sqrt(n);
    }
}

}  // namespace

FunnelLevel::FunnelLevel(double confidence, int z_decimals) noexcept
    : tail(Level(confidence).tail), z(Level(confidence).z), below({tail, 1.0 - tail}), above({1.0 - tail, tail}) {
    if (z_decimals < 0) return;
    const double scale = std::pow(10.0, z_decimals);
    z = std::round(z * scale) / scale;
}

FunnelScore funnel_score(double x, double n, double target, const FunnelOptions& options) noexcept {
    const double s = standard_error(n, target, options);
    const double value = x / n;
    double away = nan;
    switch (options.limits) {
        case FunnelLimits::score:
            away = value - target;
            break;
        case FunnelLimits::arcsine:
            away = std::asin(std::sqrt(value)) - std::asin(std::sqrt(target));
            break;
        case FunnelLimits::log:
            if (x > 0.0) away = std::log(value / target);
            break;
        case FunnelLimits::root:
        case FunnelLimits::root_not_squared:
            away = std::sqrt(value) - std::sqrt(target);
            break;
        case FunnelLimits::log_of_counts: {
            const double own = std::sqrt(x / ((x + 0.5) * (x + 0.5)) + n / ((n + 0.5) * (n + 0.5)));
            return {(std::log((x + 0.5) / (n + 0.5)) - std::log(target)) / own, own};
        }
        case FunnelLimits::wilson:
        case FunnelLimits::exact:
        case FunnelLimits::exact_around:
            break;
    }
    const double z = away / s;
    return std::isfinite(z) ? FunnelScore{z, s} : FunnelScore{nan, nan};
}

Widening widening(const Dispersion& dispersion, Overdispersion overdispersion) noexcept {
    if (overdispersion == Overdispersion::additive) return {dispersion.between_variance, 1.0};
    if (overdispersion == Overdispersion::multiplicative) return {0.0, std::sqrt(std::max(1.0, dispersion.ratio))};
    return {};
}

Limits funnel_limits(double n, double target, const Widening& wider, const FunnelLevel& level,
                     const FunnelOptions& options) noexcept {
    const double s = standard_error(n, target, options);
    const double reach = level.z * wider.factor * std::sqrt(s * s + wider.between_variance);
    const bool proportion = options.statistic == FunnelStatistic::proportion;
    switch (options.limits) {
        case FunnelLimits::score:
            return {std::max(0.0, target - reach), proportion ? std::min(1.0, target + reach) : target + reach};
        case FunnelLimits::wilson:
            return wilson_limits(n * target, n, level.z);
        case FunnelLimits::exact: {
            const Limits counts = exact_counts(n * target, level.tail);
            return {counts.lower / n, counts.upper / n};
        }
        case FunnelLimits::exact_around: {
            const double expected = n * target;
            return {level.below(expected) / n, level.above(expected + 1.0) / n};
        }
        case FunnelLimits::arcsine: {
            const double centre = std::asin(std::sqrt(target));
            return {sine_squared(centre - reach), sine_squared(centre + reach)};
        }
        case FunnelLimits::log:
        case FunnelLimits::log_of_counts:
            return {target * std::exp(-reach), target * std::exp(reach)};
        case FunnelLimits::root:
            return {square(std::sqrt(target) - reach), square(std::sqrt(target) + reach)};
        case FunnelLimits::root_not_squared:
            return {target - reach, target + reach};
    }
    return {nan, nan};
}

}  // namespace ontrack::inline v0::stats::detail
