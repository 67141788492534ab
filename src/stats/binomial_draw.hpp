#pragma once

#include <algorithm>
#include <cmath>

#include <ontrack/stats/distributions.hpp>

#include "stats/binomial.hpp"

namespace ontrack::inline v0::stats::detail {

inline constexpr double binomial_from_zero = 16.0;  // expected events up to which the search starts at none
inline constexpr double binomial_by_normal = 1e5;  // variance from which on the normal law is indistinguishable

/// The outcomes in the order 0, 1, 2, … \pre n·p is small
inline double binomial_upwards(double n, double p, double u) noexcept {
    const double odds = p / (1.0 - p);
    double mass = std::exp(n * std::log1p(-p)), k = 0.0;
    while (u >= mass && k < n && mass > 0.0) {
        u -= mass;
        k += 1.0;
        mass *= (n - k + 1.0) / k * odds;
    }
    return k;
}

/// The outcomes in the order of the mode, the next above, the next below, …
inline double binomial_outwards(double n, double p, double u) noexcept {
    const double odds = p / (1.0 - p), mode = std::floor((n + 1.0) * p);
    double above = binomial_mass(mode, n, p), below = above, high = mode, low = mode;
    u -= above;
    while (u >= 0.0 && (above > 0.0 || below > 0.0)) {
        high += 1.0;
        above *= high <= n ? (n - high + 1.0) / high * odds : 0.0;
        u -= above;
        if (u < 0.0) return high;
        below *= low >= 1.0 ? low / ((n - low + 1.0) * odds) : 0.0;
        low -= 1.0;
        u -= below;
        if (u < 0.0) return low;
    }
    return mode;
}

/// A binomial count from one uniform number (Devroye 1986, chapter X.4): exact, but by the normal law with its skewness
/// (Cornish & Fisher 1938) where that is no different. \pre n a whole number ≥ 0, 0 < u < 1
inline double binomial_draw(double n, double p, double u) noexcept {
    if (!(n > 0.0) || !(p > 0.0)) return 0.0;
    if (p >= 1.0) return n;
    if (p > 0.5) return n - binomial_draw(n, 1.0 - p, u);
    const double variance = n * p * (1.0 - p);
    if (variance > binomial_by_normal) {
        const double z = normal_quantile(u);
        const double x = n * p + std::sqrt(variance) * z + (1.0 - 2.0 * p) * (z * z - 1.0) / 6.0;
        return std::clamp(std::floor(x + 0.5), 0.0, n);
    }
    return n * p < binomial_from_zero ? binomial_upwards(n, p, u) : binomial_outwards(n, p, u);
}

}  // namespace ontrack::inline v0::stats::detail
