#include "reference/intervals.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/math/special_functions/beta.hpp>

namespace reference {

using namespace ontrack::stats;

namespace {

/// The root of a falling function.
template <class Function>
double root(double low, double high, Function f) {
    for (int i = 0; i < 200; ++i) {
        const double middle = 0.5 * (low + high);
        (f(middle) > 0.0 ? low : high) = middle;
    }
    return 0.5 * (low + high);
}

double below(double x, double n, double p) {
    return x < 0 ? 0.0 : boost::math::cdf(boost::math::binomial(n, p), x);
}

/// P(X ≤ x) with `own` of P(X = x).
double binomial_tail(double x, double n, double p, double own) {
    return own * below(x, n, p) + (1.0 - own) * below(x - 1.0, n, p);
}

/// The p at which the tail below x, with `own` of P(X = x), is alpha.
double upper_root(double x, double n, double alpha, double own) {
    return x == n ? 1.0 : root(0.0, 1.0, [&](double p) { return binomial_tail(x, n, p, own) - alpha; });
}

}  // namespace

Limits proportion_limits(double x, double n, double confidence, ProportionMethod method) {
    const double alpha = (1.0 - confidence) / 2.0;
    const double z = boost::math::quantile(boost::math::normal(), 1.0 - alpha);
    const double p = x / n;
    switch (method) {
        case ProportionMethod::wilson: {
            const auto far = [&](double q) { return std::abs(p - q) - z * std::sqrt(q * (1.0 - q) / n); };
            return {x == 0 ? 0.0 : root(0.0, p, far), x == n ? 1.0 : root(p, 1.0, [&](double q) { return -far(q); })};
        }
        case ProportionMethod::wilson_continuity_corrected: {
            const auto far = [&](double q) { return std::abs(p - q) - 0.5 / n - z * std::sqrt(q * (1.0 - q) / n); };
            return {x == 0 ? 0.0 : root(0.0, p, far), x == n ? 1.0 : root(p, 1.0, [&](double q) { return -far(q); })};
        }
        case ProportionMethod::agresti_coull: {
            const double centre = (x + z * z / 2.0) / (n + z * z);
            const double reach = z * std::sqrt(centre * (1.0 - centre) / (n + z * z));
            return {std::max(0.0, centre - reach), std::min(1.0, centre + reach)};
        }
        case ProportionMethod::clopper_pearson:
            return {1.0 - upper_root(n - x, n, alpha, 1.0), upper_root(x, n, alpha, 1.0)};
        case ProportionMethod::mid_p:
            return {1.0 - upper_root(n - x, n, alpha, 0.5), upper_root(x, n, alpha, 0.5)};
        case ProportionMethod::jeffreys:
            return {x == 0 ? 0.0 : boost::math::ibeta_inv(x + 0.5, n - x + 0.5, alpha),
                    x == n ? 1.0 : boost::math::ibetac_inv(x + 0.5, n - x + 0.5, alpha)};
    }
    return {};
}

Limits count_limits(double x, double confidence, CountMethod method) {
    const double alpha = (1.0 - confidence) / 2.0;
    if (method == CountMethod::byar || (method == CountMethod::public_health && x >= 10.0)) {
        const double z = boost::math::quantile(boost::math::normal(), 1.0 - alpha);
        const auto byar = [&](double y, double side) {
            return y * std::pow(1.0 - 1.0 / (9.0 * y) + side / (3.0 * std::sqrt(y)), 3.0);
        };
        return {byar(x, -z), byar(x + 1.0, z)};
    }
    const auto tail = [](double y, double mean) { return y < 0 ? 0.0 : boost::math::gamma_q(y + 1.0, mean); };
    const double far = 2.0 * x + 200.0;
    if (method == CountMethod::mid_p) {
        const auto mid = [&](double mean) { return 0.5 * (tail(x, mean) + tail(x - 1.0, mean)); };
        return {x == 0 ? 0.0 : root(0.0, far, [&](double mean) { return mid(mean) - (1.0 - alpha); }),
                root(0.0, far, [&](double mean) { return mid(mean) - alpha; })};
    }
    return {x == 0 ? 0.0 : root(0.0, far, [&](double mean) { return tail(x - 1.0, mean) - (1.0 - alpha); }),
            root(0.0, far, [&](double mean) { return tail(x, mean) - alpha; })};
}

namespace {

/// The probability of the outcomes whose limits hold the true value.
template <class Law>
double covered(const std::vector<Estimate>& limits, const Law& law, double truth) {
    double sum = 0.0;
    for (std::size_t x = 0; x < limits.size(); ++x)
        if (limits[x].lower <= truth && truth <= limits[x].upper) sum += boost::math::pdf(law, static_cast<double>(x));
    return sum;
}

/// The least coverage just outside each limit that is a possible value.
template <class LawOf>
double least_at_limits(const std::vector<Estimate>& limits, double highest, LawOf law_of) {
    double least = 1.0;
    for (const Estimate& e : limits)
        for (const double truth : {e.lower * (1.0 - 1e-12), e.upper * (1.0 + 1e-12)})
            if (truth > 0.0 && truth < highest) least = std::min(least, covered(limits, law_of(truth), truth));
    return least;
}

}  // namespace

Coverage proportion_coverage(double n, const ProportionOptions& options) {
    std::vector<Estimate> limits;
    for (double x = 0.0; x <= n; x += 1.0) limits.push_back(estimate_proportion(x, n, options));
    const auto law_of = [n](double p) { return boost::math::binomial(n, p); };
    Coverage coverage{least_at_limits(limits, 1.0, law_of), 0.0};
    constexpr int steps = 2000;
    constexpr int edge = steps / 20;
    for (int i = 0; i < steps; ++i) {
        const double p = (i + 0.5) / steps;
        const double at = covered(limits, law_of(p), p);
        coverage.least = std::min(coverage.least, at);
        if (i >= edge && i < steps - edge) coverage.mean += at / (steps - 2 * edge);
    }
    return coverage;
}

Coverage count_coverage(double largest_mean, const CountOptions& options) {
    std::vector<Estimate> limits;
    for (double x = 0.0; x <= 3.0 * largest_mean + 60.0; x += 1.0) limits.push_back(estimate_count(x, options));
    const auto law_of = [](double mean) { return boost::math::poisson(mean); };
    Coverage coverage{least_at_limits(limits, largest_mean, law_of), 0.0};
    constexpr int steps = 2000;
    for (int i = 0; i < steps; ++i) {
        const double mean = largest_mean * (i + 0.5) / steps;
        const double at = covered(limits, law_of(mean), mean);
        coverage.least = std::min(coverage.least, at);
        coverage.mean += at / steps;
    }
    return coverage;
}

}  // namespace reference
