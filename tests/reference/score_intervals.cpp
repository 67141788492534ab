#include "reference/score_intervals.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/normal.hpp>

namespace reference {

using ontrack::stats::Limits;

namespace {

double term(double events, double share) {
    return events == 0.0 ? 0.0 : events * std::log(std::max(share, 1e-300));
}

/// Where a function with one peak has it.
template <class Function>
double peak(double low, double high, Function f) {
    constexpr double ratio = 0.61803398874989485;
    for (int i = 0; i < 200; ++i) {
        const double a = high - ratio * (high - low);
        const double b = low + ratio * (high - low);
        (f(a) < f(b) ? low : high) = f(a) < f(b) ? a : b;
    }
    return 0.5 * (low + high);
}

template <class Statistic>
Limits invert(double middle, double confidence, Statistic statistic) {
    const double z = boost::math::quantile(boost::math::normal(), 0.5 + 0.5 * confidence);
    const auto solve = [&](double inside, double outside) {
        for (int i = 0; i < 100; ++i) {
            const double delta = 0.5 * (inside + outside);
            (std::abs(statistic(delta)) > z ? outside : inside) = delta;
        }
        return inside;
    };
    return {solve(middle, -1.0), solve(middle, 1.0)};
}

}  // namespace

Limits miettinen_nurminen(double x1, double n1, double x2, double n2, double confidence) {
    const double d = x1 / n1 - x2 / n2;
    return invert(d, confidence, [&](double delta) {
        const double p2 = peak(std::max(0.0, -delta), std::min(1.0, 1.0 - delta), [&](double p) {
            return term(x1, p + delta) + term(n1 - x1, 1.0 - p - delta) + term(x2, p) + term(n2 - x2, 1.0 - p);
        });
        const double p1 = p2 + delta;
        const double variance = (p1 * (1.0 - p1) / n1 + p2 * (1.0 - p2) / n2) * (n1 + n2) / (n1 + n2 - 1.0);
        return (d - delta) / std::sqrt(std::max(variance, 1e-300));
    });
}

Limits odds_ratio_score(double x1, double n1, double x2, double n2, double confidence, bool inflated) {
    const double z = boost::math::quantile(boost::math::normal(), 0.5 + 0.5 * confidence);
    const auto statistic = [&](double log_ratio) {
        const auto first = [&](double p) { return p / (p + (1.0 - p) * std::exp(-log_ratio)); };
        const double p2 = peak(1e-12, 1.0 - 1e-12, [&](double p) {
            return term(x1, first(p)) + term(n1 - x1, 1.0 - first(p)) + term(x2, p) + term(n2 - x2, 1.0 - p);
        });
        const double p1 = first(p2);
        const double variance = 1.0 / (1.0 / (n1 * p1 * (1.0 - p1)) + 1.0 / (n2 * p2 * (1.0 - p2)));
        return (x1 - n1 * p1) / std::sqrt(variance * (inflated ? (n1 + n2) / (n1 + n2 - 1.0) : 1.0));
    };
    const auto solve = [&](double low, double high, double goal) {
        for (int i = 0; i < 100; ++i) {
            const double middle = 0.5 * (low + high);
            (statistic(middle) > goal ? low : high) = middle;
        }
        return std::exp(low);
    };
    return {solve(-15.0, 15.0, z), solve(-15.0, 15.0, -z)};
}

Limits tango(const ontrack::stats::PairedCounts& s, double confidence) {
    const double n = s.both + s.first_only + s.second_only + s.neither;
    const double d = (s.first_only - s.second_only) / n;
    return invert(d, confidence, [&](double delta) {
        // P(second only) = q, P(first only) = q + δ, the two agreements share the rest.
        const double q = peak(std::max(0.0, -delta), 0.5 * (1.0 - delta), [&](double p) {
            return term(s.first_only, p + delta) + term(s.second_only, p) +
                   term(s.both + s.neither, 1.0 - 2.0 * p - delta);
        });
        return (d - delta) / std::sqrt(std::max((2.0 * q + delta - delta * delta) / n, 1e-300));
    });
}

}  // namespace reference
