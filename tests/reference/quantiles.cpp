#include "reference/quantiles.hpp"

#include <boost/math/constants/constants.hpp>
#include <boost/math/special_functions/gamma.hpp>
#include <boost/multiprecision/cpp_bin_float.hpp>

namespace reference {
namespace {

using Real = boost::multiprecision::cpp_bin_float_50;

const Real negligible("1e-32");

/// P(a, x): every term is positive, so it serves for all x.
Real gamma_lower(const Real& a, const Real& x, const Real& power) {
    Real term = 1;
    Real sum = 1;
    for (Real k = a + 1; term > sum * negligible; k += 1) {
        term *= x / k;
        sum += term;
    }
    return power * sum;
}

Real gamma_power(const Real& a, const Real& x) {
    return exp(a * log(x) - x - boost::math::lgamma(Real(a + 1)));
}

/// Abramowitz & Stegun 26.5.8.
Real beta_fraction(const Real& a, const Real& b, const Real& x) {
    Real c = 1;
    Real d = 1 / (1 - (a + b) * x / (a + 1));
    Real value = d;
    for (int m = 1; m < 1000000; ++m) {
        Real step = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
        d = 1 / (1 + step * d);
        c = 1 + step / c;
        value *= d * c;
        step = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
        d = 1 / (1 + step * d);
        c = 1 + step / c;
        const Real factor = d * c;
        value *= factor;
        if (abs(factor - 1) < negligible) break;
    }
    return value;
}

struct BetaValues {
    Real lower;
    Real upper;
    Real power;  // xᵃ·yᵇ/B(a, b)
};

BetaValues beta_values(const Real& a, const Real& b, const Real& x, const Real& y) {
    using boost::math::lgamma;
    const Real power = exp(a * log(x) + b * log(y) + lgamma(Real(a + b)) - lgamma(a) - lgamma(b));
    if (x * (a + b + 2) < a + 1) {
        const Real lower = power * beta_fraction(a, b, x) / a;
        return {lower, 1 - lower, power};
    }
    const Real upper = power * beta_fraction(b, a, y) / b;
    return {1 - upper, upper, power};
}

}  // namespace

double gamma_quantile_error(double x, double p, bool upper, double shape) {
    const Real power = gamma_power(shape, x);
    const Real target = upper ? 1 - Real(p) : Real(p);
    return static_cast<double>((gamma_lower(shape, x, power) - target) / (power * shape));
}

double beta_quantile_error(double x, double p, bool upper, double a, double b) {
    const Real y = 1 - Real(x);
    const BetaValues at = beta_values(a, b, x, y);
    const Real target = upper ? 1 - Real(p) : Real(p);
    return static_cast<double>((at.lower - target) * y / at.power);
}

double student_t_quantile_error(double t, double p, double degrees) {
    using boost::multiprecision::sqrt;
    const Real square = Real(t) * t;
    const Real half = Real(degrees) / 2;
    const BetaValues at = beta_values(half, Real(0.5), degrees / (degrees + square), square / (degrees + square));
    // |t|·density(t) = xᵃ·yᵇ/B(a, b)
    const Real tail = p < 0.5 ? Real(p) : 1 - Real(p);
    return static_cast<double>((at.lower / 2 - tail) / at.power);
}

double normal_quantile_error(double z, double p) {
    using boost::multiprecision::sqrt;
    const Real square = Real(z) * z / 2;
    // Φ(−|z|) = Q(½, z²/2)/2, and |z|·density(z) = (z²/2)^½·e^(−z²/2)/√π
    const Real power = gamma_power(Real(0.5), square);
    const Real tail = (1 - gamma_lower(Real(0.5), square, power)) / 2;
    const Real target = p < 0.5 ? Real(p) : 1 - Real(p);
    const Real density = sqrt(square) * exp(-square) / sqrt(boost::math::constants::pi<Real>());
    return static_cast<double>((tail - target) / density);
}

double gamma_cdf(double x, double shape, bool upper) {
    const Real lower = gamma_lower(shape, x, gamma_power(shape, x));
    return static_cast<double>(upper ? 1 - lower : lower);
}

double beta_cdf(double x, double a, double b, bool upper) {
    const BetaValues at = beta_values(a, b, x, 1 - Real(x));
    return static_cast<double>(upper ? at.upper : at.lower);
}

}  // namespace reference
