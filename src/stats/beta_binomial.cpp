#include <algorithm>
#include <array>
#include <cmath>

#include <ontrack/stats/distributions.hpp>

#include "stats/constants.hpp"
#include "stats/log_gamma.hpp"
#include "stats/quantile_search.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

constexpr double most_terms = 1024.0;  // between two looks at how smooth they are
constexpr double smooth_from = 256.0;
constexpr double negligible = 1e-18;

/// What Stirling's formula leaves out of ln Γ(a + 1) for any a > 0.
double stirling_error(double a) noexcept {
    if (a >= detail::stirling_from) return detail::stirling_error(a);
    return detail::log_gamma_1p(a) - (a + 0.5) * std::log(a) + a - detail::half_log_two_pi;
}

struct Law {
    double n, a, b;
    [[nodiscard]] double all() const noexcept { return a + b; }
    [[nodiscard]] double mean() const noexcept { return n * (a / (a + b)); }
    [[nodiscard]] double deviation() const noexcept {
        const double s = a + b;
        return std::sqrt(n * (a / s) * (b / s) * ((s + n) / (s + 1.0)));
    }
};

/// Γ(a + x)/(Γ(a)x!)·p^a·(1 − p)^x·(a + x)/a where p = (a + away)/(a + x): a negative binomial density as a saddle point.
double factor(double a, double x, double away) noexcept {
    const double own = a * detail::log_excess(away / a, std::log1p(away / a));
    if (x == 0.0) return std::exp(away - own);
    const double exponent = stirling_error(a + x) - stirling_error(a) - stirling_error(x) - own -
                            x * detail::log_excess(-away / x, std::log1p(-away / x));
    return std::sqrt((a / x + 1.0) / (two_pi * a)) * std::exp(exponent);
}

/// The mass continued to any 0 ≤ x ≤ n: two negative binomials given their sum.
double mass(const Law& law, double x) noexcept {
    const double s = law.all();
    if (law.n == 0.0) return 1.0;
    const double away = law.b * (x / (s + law.n)) - law.a * ((law.n - x) / (s + law.n));
    const double sum = std::sqrt((s / law.n + 1.0) / (two_pi * s)) *
                       std::exp(stirling_error(s + law.n) - stirling_error(s) - stirling_error(law.n));
    const double first = factor(law.a, x, away) * (law.a / (law.a + x));
    const double second = factor(law.b, law.n - x, -away) * (law.b / (law.b + law.n - x));
    return first * second / (sum * (s / (s + law.n)));
}

// Gauss–Legendre, 16 nodes, positive half.
constexpr std::array<double, 8> nodes{0.09501250983763744019, 0.28160355077925891323, 0.45801677765722738634,
                                      0.61787624440264374845, 0.75540440835500303390, 0.86563120238783174388,
                                      0.94457502307323257608, 0.98940093499164993260};
constexpr std::array<double, 8> node_weights{0.18945061045506849629, 0.18260341504492358887, 0.16915651939500253819,
                                             0.14959598881657673208, 0.12462897125553387205, 0.09515851168249278481,
                                             0.06225352393864789286, 0.02715245941175409485};

double integral(const Law& law, double from, double to) noexcept {
    const double middle = 0.5 * (from + to), half = 0.5 * (to - from);
    double sum = 0.0;
    for (std::size_t i = 0; i < nodes.size(); ++i)
        sum += node_weights[i] * (mass(law, middle - half * nodes[i]) + mass(law, middle + half * nodes[i]));
    return half * sum;
}

/// What the midpoint rule leaves out at one end (Euler–Maclaurin), derivatives by central differences.
double end_correction(const Law& law, double x) noexcept {
    const double near = mass(law, x + 0.5) - mass(law, x - 0.5);
    const double third = mass(law, x + 1.5) - mass(law, x - 1.5) - 3.0 * near;
    return -near / 24.0 + third * (17.0 / 5760.0);
}

/// Over how many whole numbers below x the masses are a smooth function for the nodes above.
double smooth_below(const Law& law, double x) noexcept {
    const double of_shape = std::min(law.a, law.b) < 1.0 ? 4.0 * x / std::max(law.a, 1.0) : 2.0 * law.deviation();
    return std::min({0.5 * x, 0.5 * (law.n - x), of_shape});
}

/// P(X ≤ last), last whole and below the mean: term by term where terms change fast, else by panels.
double lower_tail(const Law& law, double last) noexcept {
    double sum = 0.0;
    for (double x = last; x >= 0.0;) {
        const double width = std::floor(smooth_below(law, x));
        double part = 0.0;
        bool falls = true;
        if (width >= smooth_from) {
            part = integral(law, x - width + 0.5, x + 0.5) + end_correction(law, x + 0.5) -
                   end_correction(law, x - width + 0.5);
            x -= width;
        } else {
            double term = mass(law, x);
            part = term;
            for (double left = most_terms; left > 1.0 && x > 0.0; left -= 1.0, x -= 1.0) {
                const double ratio = x / (law.n - x + 1.0) * ((law.b + law.n - x) / (law.a + x - 1.0));
                term *= ratio;
                part += term;
                falls = ratio < 1.0;
                if (law.a >= 1.0 && falls && term <= negligible * (sum + part)) break;
            }
            x -= 1.0;
        }
        sum += part;
        // A law with a < 1 rises towards 0 again.
        if (law.a >= 1.0 && falls && part <= negligible * sum) break;
    }
    return sum;
}

bool in_domain(double n, double a, double b) noexcept {
    return n >= 0.0 && n <= largest_count && n == std::floor(n) && a > 0.0 && b > 0.0 && std::isfinite(a) &&
           std::isfinite(b);
}

/// P(X ≤ x) for a whole 0 ≤ x < n.
double whole_cdf(const Law& law, double x) noexcept {
    const double below = x < law.mean() ? lower_tail(law, x) : 1.0 - lower_tail({law.n, law.b, law.a}, law.n - x - 1.0);
    return std::clamp(below, 0.0, 1.0);
}

}  // namespace

double beta_binomial_mass(double x, double n, double a, double b) noexcept {
    if (!in_domain(n, a, b) || std::isnan(x)) return nan;
    if (x < 0.0 || x > n || x != std::floor(x)) return 0.0;
    return mass({n, a, b}, x);
}

double beta_binomial_cdf(double x, double n, double a, double b) noexcept {
    if (!in_domain(n, a, b) || std::isnan(x)) return nan;
    if (x < 0.0) return 0.0;
    if (x >= n) return 1.0;
    return whole_cdf({n, a, b}, std::floor(x));
}

double beta_binomial_quantile(double p, double n, double a, double b) noexcept {
    if (!in_domain(n, a, b) || !(p > 0.0 && p < 1.0)) return nan;
    const Law law{n, a, b};
    const double deviation = std::max(law.deviation(), 0.1);
    const double start =
        std::clamp(std::floor(law.mean() + normal_quantile(p) * deviation), 0.0, std::max(n - 1.0, 0.0));
    return detail::search_quantile(p, deviation, -1.0, n, start, [&](double x) { return whole_cdf(law, x); });
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
