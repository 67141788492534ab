#include <algorithm>
#include <cmath>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/intervals.hpp>

#include "stats/constants.hpp"
#include "stats/limit_formulas.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

bool is_share(double x, double n) noexcept {
    return x >= 0.0 && x <= n && n > 0.0 && std::isfinite(n);
}

bool is_mean(double x) noexcept {
    return x >= 0.0 && std::isfinite(x);
}

// Wilson and Hilferty (1931): the z at which Byar's limit for x events is `mean`.
double byar_score(double x, double mean) noexcept {
    return 3.0 * std::sqrt(x) * (std::cbrt(mean / x) - 1.0 + 1.0 / (9.0 * x));
}

}  // namespace

Limits wilson(double x, double n, double confidence) noexcept {
    if (!is_share(x, n) || !(confidence > 0.0 && confidence < 1.0)) return {nan, nan};
    const double z = normal_quantile(0.5 + 0.5 * confidence);
    const Limits limits = detail::wilson_limits(x, n, z);
    // With all of them the limit is 1 exactly; the division leaves a rounding error.
    return {limits.lower, x == n ? 1.0 : limits.upper};
}

double wilson_confidence_at_least(double x, double n, double p0) noexcept {
    if (!is_share(x, n) || std::isnan(p0)) return nan;
    if (p0 <= 0.0) return 1.0;
    if (p0 >= 1.0) return x == n && p0 == 1.0 ? nan : 0.0;
    return normal_cdf((x / n - p0) / std::sqrt(p0 * (1.0 - p0) / n));
}

Limits byar(double x, double confidence) noexcept {
    if (!is_mean(x) || !(confidence > 0.0 && confidence < 1.0)) return {nan, nan};
    const double z = normal_quantile(0.5 + 0.5 * confidence);
    const Limits limits = detail::byar_limits(x, z);
    return {x == 0.0 ? 0.0 : std::max(0.0, limits.lower), limits.upper};
}

double byar_confidence_at_most(double x, double mean) noexcept {
    if (!is_mean(x) || !is_mean(mean)) return nan;
    return normal_cdf(byar_score(x + 1.0, mean));
}

double byar_confidence_at_least(double x, double mean) noexcept {
    if (!is_mean(x) || !is_mean(mean)) return nan;
    if (mean == 0.0) return 1.0;
    return x == 0.0 ? 0.0 : normal_cdf(-byar_score(x, mean));
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
