#pragma once

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/poisson.hpp>

namespace reference {

/// C-test, two-sided: every outcome looked at. `own` is the part of the probability of x₁ that counts.
inline double conditional_p(double x1, double t1, double x2, double t2, double own) {
    const boost::math::binomial law(x1 + x2, t1 / (t1 + t2));
    const double mass = boost::math::pdf(law, x1);
    double sum = 0.0;
    for (double k = 0.0; k <= x1 + x2; k += 1.0) {
        if (boost::math::pdf(law, k) <= mass * (1.0 + 1e-7)) sum += boost::math::pdf(law, k);
    }
    return sum - (1.0 - own) * mass;
}

/// E-test, two-sided: every pair of counts up to where the mass has run out. Pairs that are as far out but for `slack` count.
inline double e_test_p(double x1, double t1, double x2, double t2, double difference, bool score,
                       double slack = 1e-10) {
    const auto statistic = [&](double a, double b) {
        const double spread = score ? (a + b) / (t1 * t2) : a / (t1 * t1) + b / (t2 * t2);
        return (a / t1 - b / t2 - difference) / std::sqrt(spread);
    };
    const double pooled = (x1 + x2) / (t1 + t2) - difference * t1 / (t1 + t2);
    const double mean1 = t1 * (pooled + difference);
    const double mean2 = t2 * pooled;
    double sum = 0.0;
    for (double a = 0.0; a <= mean1 + 14.0 * std::sqrt(mean1) + 40.0; a += 1.0) {
        for (double b = 0.0; b <= mean2 + 14.0 * std::sqrt(mean2) + 40.0; b += 1.0) {
            if (std::abs(statistic(a, b)) >= std::abs(statistic(x1, x2)) - slack)
                sum +=
                    boost::math::pdf(boost::math::poisson(mean1), a) * boost::math::pdf(boost::math::poisson(mean2), b);
        }
    }
    return std::min(1.0, sum);
}

}  // namespace reference
