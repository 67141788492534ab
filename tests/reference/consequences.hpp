#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace reference {

/// P(X = x) of independent Poisson counts whose means are s_j·Λ, Λ gamma with this mean and shape, by Simpson's rule over
/// Λ = e^u on a fine grid: nothing is known of negative binomials here.
inline double shared_mean_probability(const std::vector<int>& x, const std::vector<double>& s, double mean,
                                      double shape) {
    const int steps = 4000;
    const double low = std::log(mean) - 30.0 / std::sqrt(shape), high = std::log(mean) + 8.0 / std::sqrt(shape);
    double sum = 0.0;
    for (int i = 0; i <= steps; ++i) {
        const double u = low + (high - low) * i / steps, level = std::exp(u), rate = shape / mean;
        double log_density = shape * std::log(rate) + shape * u - rate * level - std::lgamma(shape);
        for (std::size_t j = 0; j < x.size(); ++j)
            log_density += x[j] * std::log(s[j] * level) - s[j] * level - std::lgamma(x[j] + 1.0);
        sum += (i == 0 || i == steps ? 1.0 : i % 2 ? 4.0 : 2.0) * std::exp(log_density);
    }
    return sum * (high - low) / steps / 3.0;
}

/// The variance of a sum, pair by pair.
inline double variance_of_sum(const std::vector<double>& variance, const std::vector<double>& beyond,
                              const std::vector<int>& group, double within, double between) {
    double sum = 0.0;
    for (std::size_t i = 0; i < variance.size(); ++i) {
        for (std::size_t j = 0; j < variance.size(); ++j) {
            const bool alike = group[i] == group[j] && group[i] >= 0;
            sum += i == j ? variance[i] : (alike ? within : between) * std::sqrt(beyond[i] * beyond[j]);
        }
    }
    return sum;
}

}  // namespace reference
