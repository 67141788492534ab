#include "stats/gamma_quantile.hpp"

#include <algorithm>
#include <cmath>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/quantiles.hpp>

#include "stats/constants.hpp"
#include "stats/cornish_fisher.hpp"
#include "stats/log_gamma.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace detail {
namespace {

// e^u is no longer a number above zero.
constexpr double underflow = -750.0;

// ln of the two tails at x = e^u, and of the density of u.
struct LogTails {
    double lower;
    double upper;
    double density;
};

// Series for the lower tail or continued fraction (Legendre, by Lentz's method) for the upper: whichever converges fast.
LogTails log_tails(double a, double u) noexcept {
    const double x = std::exp(u);
    const double r = (x - a) / a;
    const double power = a < stirling_from ? a * u - x - log_gamma_1p(a)
                                           : -a * log_excess(r, u - std::log(a)) - 0.5 * std::log(a) - half_log_two_pi -
                                                 stirling_error(a);
    LogTails result{0.0, 0.0, power + std::log(a)};
    if (x < std::max(1.0, a)) {
        double term = 1.0;
        double sum = 0.0;
        for (double k = a + 1.0; term > 1e-18 * sum; k += 1.0) {
            term *= x / k;
            sum += term;
            if (sum == 0.0) break;
        }
        result.lower = power + std::log1p(sum);
        result.upper = std::log(-std::expm1(result.lower));
        return result;
    }
    double b = x + 1.0 - a;
    double c = infinity;
    double d = 1.0 / b;
    double fraction = d;
    for (double k = 1.0; k < 100000.0; k += 1.0) {
        const double numerator = -k * (k - a);
        b += 2.0;
        d = 1.0 / (numerator * d + b);
        c = b + numerator / c;
        const double factor = d * c;
        fraction *= factor;
        if (std::abs(factor - 1.0) < 1e-16) break;
    }
    result.upper = result.density + std::log(fraction);
    result.lower = std::log1p(-std::exp(result.upper));
    return result;
}

// Found by the recurrence at compile time: the gamma law is δ = 1, ε = 0 in units of 1/√mode.
constexpr CornishFisher<gamma_terms - 1> gamma_series(1.0, 0.0);

}  // namespace

double Tails::normal_score() const noexcept {
    return lower <= upper ? normal_quantile(lower) : -normal_quantile(upper);
}

// The series is exact to 1e-15 from a shape of 40 and of 4.5·z² (measured at both ends of the 1e-6 … 1 − 1e-6 range).
GammaQuantile::GammaQuantile(Tails p) noexcept
    : p_(p), z_(p.normal_score()), expansion_from_(std::max(40.0, 4.5 * z_ * z_)), terms_{} {
    for (std::size_t k = 0; k < gamma_terms; ++k) terms_[k] = gamma_series.at(k, z_);
}

// Newton's method on the logarithm of a tail as a function of u = ln x. The law of u has a log-concave density, so both
// logarithms are concave in u and the iteration converges from every start, from one side.
double GammaQuantile::solve(double a) const noexcept {
    const bool small_lower = p_.lower <= p_.upper;
    const double log_lower = small_lower ? std::log(p_.lower) : std::log1p(-p_.upper);
    const double log_upper = small_lower ? std::log1p(-p_.lower) : std::log(p_.upper);

    // P(u) ≤ e^{au}/Γ(1 + a), so this start is on the left.
    double u = (log_lower + log_gamma_1p(a)) / a;
    if (u < underflow) return 0.0;
    bool by_lower = small_lower;
    if (a < 1.0) {
        // Below x = 1 ln P is nearly a straight line and keeps its digits even where P is close to 1. Above it
        // Q(x) ≤ e^{−x}/Γ(a), which gives a start on the right.
        by_lower = log_tails(a, 0.0).lower > log_lower;
        if (!by_lower) u = std::log(std::max(1.0, -log_upper - log_gamma_1p(a) + std::log(a)));
    } else {
        // Wilson and Hilferty (1931)
        const double root = 1.0 - 1.0 / (9.0 * a) + z_ / (3.0 * std::sqrt(a));
        if (root > 0.3) u = std::log(a) + 3.0 * std::log(root);
    }
    const double close = 1e-8 / std::sqrt(std::max(1.0, a));
    for (int iteration = 0; iteration < 100; ++iteration) {
        const LogTails at = log_tails(a, u);
        const double step = by_lower ? (at.lower - log_lower) / std::exp(at.density - at.lower)
                                     : (log_upper - at.upper) / std::exp(at.density - at.upper);
        u -= step;
        if (std::abs(step) < close) break;
    }
    return std::exp(u);
}

}  // namespace detail

namespace {

bool is_positive(double shape) noexcept {
    return shape > 0.0 && std::isfinite(shape);
}

double quantile(double lower, double upper, double shape) noexcept {
    if (!is_positive(shape) || !(lower >= 0.0 && upper >= 0.0)) return nan;
    if (lower == 0.0) return 0.0;
    if (upper == 0.0) return infinity;
    return detail::GammaQuantile({lower, upper})(shape);
}

}  // namespace

double gamma_cdf(double x, double shape) noexcept {
    if (!is_positive(shape) || !(x >= 0.0)) return nan;
    return std::isinf(x) ? 1.0 : boost::math::gamma_p(shape, x, detail::quiet());
}

double gamma_upper(double x, double shape) noexcept {
    if (!is_positive(shape) || !(x >= 0.0)) return nan;
    return std::isinf(x) ? 0.0 : boost::math::gamma_q(shape, x, detail::quiet());
}

double gamma_quantile(double p, double shape) noexcept {
    return quantile(p, 1.0 - p, shape);
}
double gamma_upper_quantile(double p, double shape) noexcept {
    return quantile(1.0 - p, p, shape);
}

double chi_square_cdf(double x, double degrees) noexcept {
    return gamma_cdf(0.5 * x, 0.5 * degrees);
}
double chi_square_upper(double x, double degrees) noexcept {
    return gamma_upper(0.5 * x, 0.5 * degrees);
}
double chi_square_quantile(double p, double degrees) noexcept {
    return 2.0 * gamma_quantile(p, 0.5 * degrees);
}
double chi_square_upper_quantile(double p, double degrees) noexcept {
    return 2.0 * gamma_upper_quantile(p, 0.5 * degrees);
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
