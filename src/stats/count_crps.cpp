#include "stats/count_crps.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <boost/math/special_functions/beta.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <ontrack/stats/distributions.hpp>

#include "stats/boost_policy.hpp"
#include "stats/negative_binomial.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace detail {
namespace {

using std::numbers::pi;

/// f(x)(shape + x)/shape for a whole x ≥ 0, f the probability of x.
double weighted_probability(double x, double mean, double shape) noexcept {
    if (is_poisson(mean, shape)) return boost::math::gamma_p_derivative(x + 1.0, mean, quiet());
    const double total = shape + mean;
    const double p = shape / total;
    // The derivative is taken at the smaller of p and 1 − p, which keeps its digits.
    const double density = p < 0.5 ? boost::math::ibeta_derivative(shape, x + 1.0, p, quiet())
                                   : boost::math::ibeta_derivative(x + 1.0, shape, mean / total, quiet());
    return density * p / shape;
}

/// ∫ over 0 ≤ v ≤ reach of an even function that is smooth but for a square root at the end: with v = reach·sin φ it is smooth
/// and periodic in φ, where the midpoint rule gains digits with every node.
template <class Function>
double integral(double reach, Function function) noexcept {
    constexpr int nodes = 48;
    double sum = 0.0;
    for (int i = 0; i < nodes; ++i) {
        const double angle = (i + 0.5) * (pi / (2 * nodes));
        sum += function(reach * std::sin(angle)) * std::cos(angle);
    }
    return sum * reach * (pi / (2 * nodes));
}

}  // namespace

double mean_distance(double x, double mean, double shape) noexcept {
    if (x < 0.0 || mean == 0.0) return std::abs(mean - x);
    const double below = negative_binomial_cdf(x, mean, shape);
    return (x - mean) * (2.0 * below - 1.0) + 2.0 * mean * weighted_probability(std::floor(x), mean, shape);
}

// ½E|N − N′| = μ/p·₂F₁(k + 1, ½; 2; −z), z = 4μ(k + μ)/k², in Euler's integral with t = sinh²v/z:
//   2μ/(π√q) ∫ √(1 − sinh²v/z)·cosh v^−(2k + 1) dv, 0 ≤ sinh v ≤ √z; for Poisson √k·v → w and k → ∞.
// Where the power of cosh is below e^−41 nothing is left.
double half_mean_difference(double mean, double shape) noexcept {
    if (mean == 0.0) return 0.0;
    constexpr double nothing = 41.0;
    if (is_poisson(mean, shape)) {
        const double reach = std::min(2.0 * std::sqrt(mean), std::sqrt(nothing));
        const double area = integral(reach, [mean](double w) noexcept {
            return std::sqrt(std::max(0.0, 1.0 - w * w / (4.0 * mean))) * std::exp(-w * w);
        });
        return 2.0 * std::sqrt(mean) / pi * area;
    }
    const double power = 2.0 * shape + 1.0;
    const double root = 2.0 * std::sqrt(mean) * std::sqrt(1.0 + mean / shape) / std::sqrt(shape);
    const double reach = std::min(std::asinh(root), std::asinh(std::sqrt(std::expm1(2.0 * nothing / power))));
    const double area = integral(reach, [root, power](double v) noexcept {
        const double s = std::sinh(v);
        const double part = s / root;
        return std::sqrt(std::max(0.0, 1.0 - part * part)) * std::exp(-0.5 * power * std::log1p(s * s));
    });
    return 2.0 * std::sqrt(mean) * std::sqrt(shape + mean) / pi * area;
}

}  // namespace detail
}  // namespace stats
}  // namespace v0
}  // namespace ontrack
