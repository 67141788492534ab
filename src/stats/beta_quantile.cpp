#include "stats/beta_quantile.hpp"

#include <algorithm>
#include <cmath>

#include <ontrack/stats/quantiles.hpp>

#include "stats/constants.hpp"
#include "stats/cornish_fisher.hpp"
#include "stats/log_gamma.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace detail {
namespace {

// ln(I_x(a, b)·a·B(a, b)/xᵃ) for x on the left of the mean and a < 1, by its power series; relative to its own size.
double log_series(double a, double b, double x) noexcept {
    double term = 1.0;
    double sum = 0.0;
    for (double k = 1.0; k < 1000.0; k += 1.0) {
        term *= (k - b) * x / k;
        const double part = term / (a + k);
        sum += part;
        if (std::abs(part) <= 1e-17 * std::abs(sum)) break;
    }
    return std::log1p(a * sum);
}

// xᵃ·yᵇ/(B(a, b)·I_x(a, b)) for x on the left of the mean: the continued fraction of DiDonato and Morris (1992, eq. 9) by
// Lentz's method. It takes x and y, so that nothing is lost where one of them is close to 1.
double fraction(double a, double b, double x, double y) noexcept {
    const double room = a * y - b * x + 1.0;
    double value = a * room / (a + 1.0);
    double c = value;
    double d = 0.0;
    for (double m = 1.0; m < 1e6; m += 1.0) {
        const double odd = a + 2.0 * m - 1.0;
        const double numerator = (a + m - 1.0) / odd * x * ((a + b + m - 1.0) / odd * x) * m * (b - m);
        const double term = m + m * (b - m) * x / odd + (a + m) * (room + m * (1.0 + y)) / (odd + 2.0);
        d = 1.0 / (term + numerator * d);
        c = term + numerator / c;
        const double factor = c * d;
        value *= factor;
        if (std::abs(factor - 1.0) < 1e-16) break;
    }
    return value;
}

struct LogShare {
    double x;
    double y;
};

LogShare log_share(const Share& s) noexcept {
    if (s.logit < 0.0) {
        const double y = -std::log1p(s.x / s.y);
        return {s.logit + y, y};
    }
    const double x = -std::log1p(s.y / s.x);
    return {x, x - s.logit};
}

// ln(xᵃ·yᵇ/(B(a, b)·a)), a ≤ b. The division by a is inside so that small shapes keep their digits.
double log_power(double a, double b, const Share& s, LogShare log) noexcept {
    if (a < stirling_from) return a * log.x + b * log.y + log_gamma_rise(b, a) - log_gamma_1p(a);
    const double n = a + b;
    const double away = b * s.x - a * s.y;
    const double deviance =
        a * log_excess(away / a, log.x + std::log(n / a)) + b * log_excess(-away / b, log.y + std::log(n / b));
    return -deviance + 0.5 * std::log(b / (a * n)) - half_log_two_pi -
           (stirling_error(a) + stirling_error(b) - stirling_error(n));
}

// ln I_x(a, b) for x on the left of the mean; power is ln(xᵃ·yᵇ/(B(a, b)·least)), least = min(a, b).
double log_tail(double a, double b, const Share& s, LogShare log, double power, double least) noexcept {
    if (a < 1.0) return power + std::log(least / a) - b * log.y + log_series(a, b, s.x);
    return power + std::log(least / fraction(a, b, s.x, s.y));
}

double log_complement(double log_tail) noexcept {
    return log_tail < -0.5 ? std::log1p(-std::exp(log_tail)) : std::log(-std::expm1(log_tail));
}

// So far out a tail is its asymptote for every shape that is a count.
constexpr double straight_before = -200.0;

// From here on the series of order 10 is exact for every probability from 1e-6 to 1 − 1e-6.
constexpr double expansion_from = 1e4;

Share expansion(double z, double a, double b) noexcept {
    const double n = a + b - 2.0;
    const double x = (a - 1.0) / n;
    const double y = (b - 1.0) / n;
    const double scale = std::sqrt(x * y / n);
    const CornishFisher<10> series((y - x) / std::sqrt(n * x * y), 1.0 / n);
    double v = 0.0;
    for (std::size_t k = 11; k-- > 0;) v += series.at(k, z);
    const double share = x + scale * v;
    const double rest = y - scale * v;
    return {share, rest, std::log(share / rest)};
}

}  // namespace

Share Share::from_logit(double u) noexcept {
    const double odds = std::exp(-std::abs(u));
    const double less = odds / (1.0 + odds);
    const double more = 1.0 / (1.0 + odds);
    return u <= 0.0 ? Share{less, more, u} : Share{more, less, u};
}

Share Share::from_x(double x) noexcept {
    return {x, 1.0 - x, std::log(x / (1.0 - x))};
}

BetaLogTails beta_log_tails(double a, double b, const Share& s) noexcept {
    const LogShare log = log_share(s);
    const Share mirror{s.y, s.x, -s.logit};
    const LogShare log_mirror{log.y, log.x};
    const double power = a <= b ? log_power(a, b, s, log) : log_power(b, a, mirror, log_mirror);
    const double least = std::min(a, b);
    const double density = power + std::log(least);
    if (s.x * (a + b + 2.0) < a + 1.0) {
        const double lower = log_tail(a, b, s, log, power, least);
        return {lower, log_complement(lower), density};
    }
    const double upper = log_tail(b, a, mirror, log_mirror, power, least);
    return {log_complement(upper), upper, density};
}

// Newton's method on the logarithm of a tail as a function of u = ln(x/y). The law of u has a log-concave density, so both
// logarithms are concave in u and the iteration converges from every start, from one side.
Share beta_quantile(Tails p, double a, double b) noexcept {
    const double z = p.normal_score();
    if (std::min(a, b) >= std::max(expansion_from, 400.0 * z * z)) return expansion(z, a, b);

    const bool small_lower = p.lower <= p.upper;
    const double log_lower = small_lower ? std::log(p.lower) : std::log1p(-p.upper);
    const double log_upper = small_lower ? std::log1p(-p.lower) : std::log(p.upper);

    // ln I is below its asymptote a·u − ln(a·B) and ln(1 − I) below its own: the quantile lies between.
    const double left = (log_lower + log_gamma_1p(a) - log_gamma_rise(b, a)) / a;
    const double right = -(log_upper + log_gamma_1p(b) - log_gamma_rise(a, b)) / b;

    if (left < straight_before) return {std::exp(left), 1.0, left};
    if (right > -straight_before) return {1.0, std::exp(-right), right};

    // On the outer side of −ln(1 + b) ln I is nearly a straight line for a small a, and keeps its digits even where I is
    // close to 1; so does ln(1 − I) on the outer side of ln(1 + a).
    bool by_lower = small_lower;
    if (a < 1.0 && !small_lower) {
        by_lower = beta_log_tails(a, b, Share::from_logit(-std::log1p(b))).upper < log_upper;
    } else if (b < 1.0 && small_lower) {
        by_lower = !(beta_log_tails(a, b, Share::from_logit(std::log1p(a))).lower < log_lower);
    }

    double u = by_lower ? left : right;
    if (a >= 1.0 && b >= 1.0)
        u = std::clamp(std::log(a / b) + z * std::sqrt(1.0 / a + 1.0 / b), left, std::max(left, right));

    const double close = 1e-8 / std::sqrt(std::max(1.0, std::min(a, b)));
    for (int iteration = 0; iteration < 100; ++iteration) {
        const BetaLogTails at = beta_log_tails(a, b, Share::from_logit(u));
        const double step = by_lower ? (at.lower - log_lower) / std::exp(at.density - at.lower)
                                     : (log_upper - at.upper) / std::exp(at.density - at.upper);
        u -= step;
        if (!(std::abs(step) >= close)) break;
    }
    return Share::from_logit(u);
}

}  // namespace detail

namespace {

bool are_positive(double a, double b) noexcept {
    return a > 0.0 && b > 0.0 && std::isfinite(a) && std::isfinite(b);
}

double quantile(double lower, double upper, double a, double b) noexcept {
    if (!are_positive(a, b) || !(lower >= 0.0 && upper >= 0.0)) return nan;
    if (lower == 0.0) return 0.0;
    if (upper == 0.0) return 1.0;
    return detail::beta_quantile({lower, upper}, a, b).x;
}

}  // namespace

double beta_cdf(double x, double a, double b) noexcept {
    if (!are_positive(a, b) || !(x >= 0.0 && x <= 1.0)) return nan;
    if (x == 0.0 || x == 1.0) return x;
    return std::exp(detail::beta_log_tails(a, b, detail::Share::from_x(x)).lower);
}

double beta_upper(double x, double a, double b) noexcept {
    if (!are_positive(a, b) || !(x >= 0.0 && x <= 1.0)) return nan;
    if (x == 0.0 || x == 1.0) return 1.0 - x;
    return std::exp(detail::beta_log_tails(a, b, detail::Share::from_x(x)).upper);
}

double beta_quantile(double p, double a, double b) noexcept {
    return quantile(p, 1.0 - p, a, b);
}
double beta_upper_quantile(double p, double a, double b) noexcept {
    return quantile(1.0 - p, p, a, b);
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
