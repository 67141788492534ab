#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <boost/math/distributions/poisson.hpp>

#include <ontrack/stats/overdispersion.hpp>

namespace reference {

/// Trimmed z-scores, point by point against all others; NaN where one is left out.
inline std::vector<double> trimmed(const std::vector<double>& z, const ontrack::stats::TrimmingOptions& options) {
    using ontrack::stats::Trimming;
    std::vector<double> sorted = z;
    std::sort(sorted.begin(), sorted.end());
    const auto size = static_cast<double>(z.size());
    const auto quantile = [&](double p) {
        const double place = 1.0 + (size - 1.0) * p;
        double sum = 0.0;
        // Each ordered value has the weight of its distance to the place, within one.
        for (std::size_t i = 0; i < sorted.size(); ++i)
            sum += sorted[i] * std::max(0.0, 1.0 - std::abs(static_cast<double>(i + 1) - place));
        return sum;
    };
    std::vector<double> result;
    for (const double each : z) {
        double rank = 0.5;
        for (const double other : z) rank += other < each ? 1.0 : other == each ? 0.5 : 0.0;
        const double step = std::floor(rank / options.share / (size + 1.0));
        if (options.method == Trimming::winsorise)
            result.push_back(std::min(std::max(each, quantile(options.share)), quantile(1.0 - options.share)));
        else if (options.method == Trimming::truncate && (step < 1.0 || step >= 1.0 / options.share - 1.0))
            result.push_back(std::numeric_limits<double>::quiet_NaN());
        else
            result.push_back(each);
    }
    return result;
}

/// τ² as DerSimonian and Laird's estimator from Cochran's Q about the target.
inline double between_variance(const std::vector<double>& z, const std::vector<double>& s) {
    double q = 0.0, points = 0.0, w1 = 0.0, w2 = 0.0;
    for (std::size_t i = 0; i < z.size(); ++i) {
        if (std::isnan(z[i])) continue;
        q += z[i] * z[i];
        points += 1.0;
        w1 += std::pow(s[i], -2.0);
        w2 += std::pow(s[i], -4.0);
    }
    return std::max(0.0, (q - (points - 1.0)) / (w1 - w2 / w1));
}

/// The probability of so few, and of so many, events or worse when `expected` are: by summing.
inline double poisson_at_most(double events, double expected) {
    double sum = 0.0;
    for (double k = 0.0; k <= events; k += 1.0) sum += boost::math::pdf(boost::math::poisson(expected), k);
    return sum;
}

}  // namespace reference
