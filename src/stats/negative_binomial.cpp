#include "stats/negative_binomial.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <ontrack/stats/distributions.hpp>

#include "stats/boost_policy.hpp"
#include "stats/log_gamma.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

using detail::quiet;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double two_pi = 6.28318530717958647693;

/// What Stirling's formula leaves out of ln Γ(a), for any a > 1.
double stirling_error(double a) noexcept {
    if (a >= detail::stirling_from) return detail::stirling_error(a);
    double product = 1.0;
    double above = a;
    for (; above < detail::stirling_from; above += 1.0) product *= above;
    return detail::stirling_error(above) + (above - 0.5) * std::log(above) - (above - a) - std::log(product) -
           (a - 0.5) * std::log(a);
}

/// r − ln(1 + r)
double log_excess(double r) noexcept {
    return detail::log_excess(r, std::log1p(r));
}

/// xᵃyᵇ/B(a, b) as a saddle point and what is left of it (Loader 2000): nothing large is subtracted.
double beta_power(double a, double b, double lambda) noexcept {
    const double exponent = a * log_excess(-lambda / a) + b * log_excess(lambda / b) + stirling_error(a) +
                            stirling_error(b) - stirling_error(a + b);
    return std::sqrt(a * (b / (two_pi * (a + b)))) * std::exp(-exponent);
}

bool in_domain(double mean, double shape) noexcept {
    return mean >= 0.0 && std::isfinite(mean) && shape > 0.0;
}

double with_boost(double next, double mean, double shape) noexcept {
    if (std::isinf(shape)) return boost::math::gamma_q(next, mean, quiet());
    // The smaller of the two arguments keeps its digits.
    const double total = shape + mean;
    return shape < mean ? boost::math::ibeta(shape, next, shape / total, quiet())
                        : boost::math::ibetac(next, shape, mean / total, quiet());
}

/// Cornish and Fisher's (1938) first correction: near enough for a few steps.
double first_guess(double z, double mean, double shape, double deviation) noexcept {
    const double skewness = (1.0 + 2.0 * (mean / shape)) / deviation;
    return std::ceil(mean + deviation * (z + skewness * (z * z - 1.0) / 6.0) - 0.5);
}

}  // namespace

namespace detail {

double beta_fraction(double a, double b, double x, double y, double lambda) noexcept {
    constexpr double settled = 1e-15;
    constexpr double large = 1e150;
    double inverse = 1.0 / (a + 1.0);
    double before_top = 1.0, before_bottom = 0.0;
    double top = a * (lambda + 1.0) * inverse, bottom = 1.0;
    for (double m = 1.0; m <= 500.0; m += 1.0) {
        const double step = m * (b - m) * x * inverse;
        const double numerator = (a + m - 1.0) * (a + b + m - 1.0) * x * inverse * step;
        inverse = 1.0 / (a + 2.0 * m + 1.0);
        const double denominator = m + step + (a + m) * (lambda + 1.0 + m * (1.0 + y)) * inverse;
        const double next_top = denominator * top + numerator * before_top;
        const double next_bottom = denominator * bottom + numerator * before_bottom;
        before_top = top;
        before_bottom = bottom;
        top = next_top;
        bottom = next_bottom;
        const double cross = top * before_bottom;
        if (std::abs(cross - before_top * bottom) <= settled * std::abs(cross))
            return beta_power(a, b, lambda) * (bottom / top);
        if (std::abs(top) > large) {
            before_top /= large;
            before_bottom /= large;
            top /= large;
            bottom /= large;
        }
    }
    return nan;
}

}  // namespace detail

double negative_binomial_cdf(double x, double mean, double shape) noexcept {
    if (!in_domain(mean, shape) || std::isnan(x)) return nan;
    if (x < 0.0) return 0.0;
    if (mean == 0.0 || std::isinf(x)) return 1.0;
    const double next = std::floor(x) + 1.0;
    if (next <= 1.0 || shape <= 1.0 || std::isinf(shape)) return with_boost(next, mean, shape);
    const double total = shape + mean;
    const double lambda = shape * ((next - mean) / total);
    const double tail = lambda < 0.0 ? detail::beta_fraction(shape, next, shape / total, mean / total, -lambda)
                                     : detail::beta_fraction(next, shape, mean / total, shape / total, lambda);
    if (std::isnan(tail)) return with_boost(next, mean, shape);
    return lambda < 0.0 ? tail : 1.0 - tail;
}

double negative_binomial_quantile(double p, double mean, double shape) noexcept {
    if (!in_domain(mean, shape) || !(p > 0.0 && p < 1.0)) return nan;
    if (negative_binomial_cdf(0.0, mean, shape) >= p) return 0.0;

    // Newton's steps with the normal density at p, inside a bracket that every other step halves (or doubles, while it is
    // open above).
    const double z = normal_quantile(p);
    const double deviation = std::sqrt(mean + mean * (mean / shape));
    const double density = std::exp(-0.5 * z * z) / (deviation * std::sqrt(two_pi));
    double below = 0.0;  // does not reach p
    double above = infinity;
    double x = std::max(1.0, first_guess(z, mean, shape, deviation));
    for (bool newton = true; above - below > 1.0; newton = !newton) {
        const double reached = negative_binomial_cdf(x, mean, shape);
        (reached >= p ? above : below) = x;
        const double middle = std::isinf(above) ? 2.0 * below : below + std::floor((above - below) / 2.0);
        if (middle == below || middle == above) break;  // above 2^53 whole numbers are more than one apart
        const double step = x + std::floor((p - reached) / density);
        x = newton ? std::clamp(step, below + 1.0, std::max(below + 1.0, above - 1.0)) : middle;
        if (!(x > below && x < above)) x = middle;
    }
    return above;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
