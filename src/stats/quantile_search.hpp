#pragma once

#include <algorithm>
#include <cmath>

#include <ontrack/stats/distributions.hpp>

#include "stats/constants.hpp"

namespace ontrack::inline v0::stats::detail {

/// The least whole x with cdf(x) ≥ p, 0 < p < 1, from `x` on: by Newton's steps with the normal density at p, inside a bracket
/// that every other step halves (or doubles, while it is open above). `below` does not reach p, `above` does (∞ = not known).
/// \pre below < x < above, unless they are one apart
template <class Cdf>
double search_quantile(double p, double deviation, double below, double above, double x, Cdf cdf) noexcept {
    const double z = normal_quantile(p);
    const double density = std::exp(-0.5 * z * z) / (deviation * std::sqrt(two_pi));
    for (bool newton = true; above - below > 1.0; newton = !newton) {
        const double reached = cdf(x);
        (reached >= p ? above : below) = x;
        const double middle = std::isinf(above) ? 2.0 * below : below + std::floor((above - below) / 2.0);
        if (middle == below || middle == above) break;  // above 2^53 whole numbers are more than one apart
        const double step = x + std::floor((p - reached) / density);
        x = newton ? std::clamp(step, below + 1.0, std::max(below + 1.0, above - 1.0)) : middle;
        if (!(x > below && x < above)) x = middle;
    }
    return above;
}

}  // namespace ontrack::inline v0::stats::detail
