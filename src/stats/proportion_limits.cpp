#include "stats/proportion_limits.hpp"

#include <algorithm>

#include "stats/beta_quantile.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

Limits wilson_corrected(double x, double n, double z) noexcept {
    const double total = 2.0 * (n + z * z);
    const double p = x / n;
    const auto reach = [&](double side) noexcept {
        return z * std::sqrt(std::max(0.0, z * z + side * 2.0 - 1.0 / n + 4.0 * p * (n - x - side)));
    };
    const double lower = (2.0 * x + z * z - 1.0 - reach(-1.0)) / total;
    const double upper = (2.0 * x + z * z + 1.0 + reach(1.0)) / total;
    return {x == 0.0 ? 0.0 : std::max(0.0, lower), x == n ? 1.0 : std::min(1.0, upper)};
}

Limits agresti_coull(double x, double n, double z) noexcept {
    const double total = n + z * z;
    const double centre = (x + 0.5 * z * z) / total;
    const double reach = z * std::sqrt(centre * (1.0 - centre) / total);
    return {std::max(0.0, centre - reach), std::min(1.0, centre + reach)};
}

Limits clopper_pearson(double x, double n, double tail) noexcept {
    return {x == 0.0 ? 0.0 : beta_quantile({tail, 1.0 - tail}, x, n - x + 1.0).x,
            x == n ? 1.0 : beta_quantile({1.0 - tail, tail}, x + 1.0, n - x).x};
}

Limits jeffreys(double x, double n, double tail) noexcept {
    return {x == 0.0 ? 0.0 : beta_quantile({tail, 1.0 - tail}, x + 0.5, n - x + 0.5).x,
            x == n ? 1.0 : beta_quantile({1.0 - tail, tail}, x + 0.5, n - x + 0.5).x};
}

// The share at which half P(X = x) + P(X > x), the mean of two beta tails, is `tail`. Its law over the logit is log-concave
// for 1 ≤ x ≤ n − 1, so Newton's method converges from anywhere between the two Clopper–Pearson roots that enclose it.
Share mid_p_lower(double x, double n, double tail) noexcept {
    if (x == n)
        return Share::from_logit([&] {
            const double log_share = std::log(2.0 * tail) / n;
            return log_share - std::log(-std::expm1(log_share));
        }());
    double u = beta_quantile({tail, 1.0 - tail}, x, n - x + 1.0).logit;
    if (std::isinf(u)) return Share::from_logit(u);
    for (int iteration = 0; iteration < 60; ++iteration) {
        const Share share = Share::from_logit(u);
        const BetaLogTails with = beta_log_tails(x, n - x + 1.0, share);
        const BetaLogTails beyond = beta_log_tails(x + 1.0, n - x, share);
        const double both = std::exp(with.lower) + std::exp(beyond.lower);
        const double step = std::log(0.5 * both / tail) * both / (std::exp(with.density) + std::exp(beyond.density));
        u -= step;
        if (!(std::abs(step) >= 1e-8 / std::sqrt(std::max(1.0, x)))) break;
    }
    return Share::from_logit(u);
}

Limits mid_p(double x, double n, double tail) noexcept {
    return {x == 0.0 ? 0.0 : mid_p_lower(x, n, tail).x, x == n ? 1.0 : mid_p_lower(n - x, n, tail).y};
}

}  // namespace

Limits proportion_limits(double x, double n, const Level& level, ProportionMethod method) noexcept {
    switch (method) {
        case ProportionMethod::wilson:
            return wilson_limits(x, n, level.z);
        case ProportionMethod::wilson_continuity_corrected:
            return wilson_corrected(x, n, level.z);
        case ProportionMethod::agresti_coull:
            return agresti_coull(x, n, level.z);
        case ProportionMethod::clopper_pearson:
            return clopper_pearson(x, n, level.tail);
        case ProportionMethod::mid_p:
            return mid_p(x, n, level.tail);
        case ProportionMethod::jeffreys:
            return jeffreys(x, n, level.tail);
    }
    return wilson_limits(x, n, level.z);
}

}  // namespace ontrack::inline v0::stats::detail
