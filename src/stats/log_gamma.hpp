#pragma once

#include <cmath>

#include <boost/math/special_functions/gamma.hpp>

#include "stats/boost_policy.hpp"

namespace ontrack::inline v0::stats::detail {

/// From here on Stirling's series below is exact to double precision.
inline constexpr double stirling_from = 10.0;
inline constexpr double half_log_two_pi = 0.91893853320467274178;

/// lnΓ(a) − ((a − ½)·ln a − a + ½·ln 2π), a ≥ stirling_from: Bernoulli numbers B₂ₖ/(2k(2k − 1)a²ᵏ⁻¹).
inline double stirling_error(double a) noexcept {
    const double w = 1.0 / (a * a);
    return (1.0 / 12.0 -
            w * (1.0 / 360.0 -
                 w * (1.0 / 1260.0 - w * (1.0 / 1680.0 - w * (1.0 / 1188.0 - w * (691.0 / 360360.0 - w / 156.0)))))) /
           a;
}

/// lnΓ(1 + a), relative to its own size where a is small.
inline double log_gamma_1p(double a) noexcept {
    return a < 1.0 ? std::log1p(boost::math::tgamma1pm1(a, quiet())) : boost::math::lgamma(1.0 + a, quiet());
}

/// lnΓ(b + a) − lnΓ(b), relative to its own size where a is small.
inline double log_gamma_rise(double b, double a) noexcept {
    double below = 0.0;
    for (; b < stirling_from; b += 1.0) below += std::log1p(a / b);
    return (b - 0.5) * std::log1p(a / b) + a * std::log(a + b) - a + (stirling_error(a + b) - stirling_error(b)) -
           below;
}

/// r − ln(1 + r) ≥ 0 without cancellation (Loader 2000); log_1p is ln(1 + r), used where r is not small.
inline double log_excess(double r, double log_1p) noexcept {
    if (!(std::abs(r) < 0.2)) return r - log_1p;
    const double v = r / (2.0 + r);
    const double w = v * v;
    double power = w;
    double sum = 0.0;
    for (double k = 3.0; power > 1e-18; k += 2.0, power *= w) sum += power / k;
    return r * v - 2.0 * v * sum;
}

}  // namespace ontrack::inline v0::stats::detail
