#include "stats/negative_binomial.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <ontrack/stats/distributions.hpp>

#include "stats/boost_policy.hpp"
#include "stats/constants.hpp"
#include "stats/quantile_search.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

using detail::quiet;

bool in_domain(double mean, double shape) noexcept {
    return mean >= 0.0 && std::isfinite(mean) && shape > 0.0;
}

double with_boost(double next, double mean, double shape) noexcept {
    if (detail::is_poisson(mean, shape)) return boost::math::gamma_q(next, mean, quiet());
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

double searched_quantile(double p, double mean, double shape) noexcept {
    if (negative_binomial_cdf(0.0, mean, shape) >= p) return 0.0;
    const double deviation = std::sqrt(mean + mean * (mean / shape));
    const double start = std::max(1.0, first_guess(normal_quantile(p), mean, shape, deviation));
    return detail::search_quantile(p, deviation, 0.0, infinity, start,
                                   [&](double x) { return negative_binomial_cdf(x, mean, shape); });
}

/// What the kernel leaves open.
double rare_cdf(double x, double mean, double shape) noexcept {
    if (!in_domain(mean, shape) || std::isnan(x)) return nan;
    if (x < 0.0) return 0.0;
    if (mean == 0.0 || std::isinf(x)) return 1.0;
    return with_boost(std::floor(x) + 1.0, mean, shape);
}
double rare_quantile(double p, double mean, double shape) noexcept {
    return in_domain(mean, shape) ? searched_quantile(p, mean, shape) : nan;
}

}  // namespace

namespace detail {

void count_laws(CountLawKernel* kernel, const CountLawTask& task) noexcept {
    kernel(task);
    for (std::size_t i = 0; i < task.count; ++i) {
        if (task.x && std::isnan(task.cdf[i])) task.cdf[i] = rare_cdf(task.x[i], task.mean[i], task.shape[i]);
        for (std::size_t k = 0; k < task.quantiles; ++k) {
            double& quantile = task.quantile[i * task.quantiles + k];
            if (std::isnan(quantile)) quantile = rare_quantile(task.guesses[k].p, task.mean[i], task.shape[i]);
        }
    }
}

QuantileGuess quantile_guess(double p) noexcept {
    const double z = normal_quantile(p), w = z * z;
    return {.p = p,
            .z = z,
            .third = (w - 1.0) / 6.0,
            .fourth = z * (w - 3.0) / 24.0,
            .third_twice = -z * (2.0 * w - 5.0) / 36.0,
            .fifth = (w * (w - 6.0) + 3.0) / 120.0,
            .third_fourth = -(w * (w - 5.0) + 2.0) / 24.0,
            .third_thrice = (w * (12.0 * w - 53.0) + 17.0) / 324.0};
}

}  // namespace detail

double negative_binomial_cdf(double x, double mean, double shape) noexcept {
    double cdf = nan;
    detail::count_laws(detail::count_law_kernel_baseline,
                       {.count = 1, .mean = &mean, .shape = &shape, .x = &x, .cdf = &cdf});
    return cdf;
}

double negative_binomial_quantile(double p, double mean, double shape) noexcept {
    if (!(p > 0.0 && p < 1.0)) return nan;
    const detail::QuantileGuess guess = detail::quantile_guess(p);
    double quantile = nan;
    detail::count_laws(
        detail::count_law_kernel_baseline,
        {.count = 1, .mean = &mean, .shape = &shape, .quantiles = 1, .guesses = &guess, .quantile = &quantile});
    return quantile;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
