#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace reference {

/// E|X − y| − ½E|X − X′| of draws, every pair of different draws one after the other.
inline double slow_crps(const std::vector<double>& draws, double outcome) {
    double distance = 0.0, spread = 0.0;
    for (std::size_t i = 0; i < draws.size(); ++i) {
        distance += std::abs(draws[i] - outcome);
        for (std::size_t j = 0; j < draws.size(); ++j) spread += i == j ? 0.0 : std::abs(draws[i] - draws[j]);
    }
    const auto m = static_cast<double>(draws.size());
    return distance / m - spread / (2.0 * m * (m - 1.0));
}

/// Σ (F(k) − 1{y ≤ k})² over whole k of a negative binomial law (shape ∞ is Poisson), F added up term by term.
inline long double slow_count_crps(long outcome, long double mean, long double shape) {
    const bool poisson = std::isinf(shape);
    const long double most = mean + 60.0L * std::sqrt(mean + mean * mean / shape) + 100.0L;
    long double probability = poisson ? std::exp(-mean) : std::exp(-shape * std::log1p(mean / shape));
    long double below = 0.0L, sum = outcome < 0 ? static_cast<long double>(-outcome) : 0.0L;
    for (long k = 0; static_cast<long double>(k) < most || k < outcome; ++k) {
        below += probability;
        const long double error = below - (outcome <= k ? 1.0L : 0.0L);
        sum += error * error;
        const auto n = static_cast<long double>(k);
        probability *= poisson ? mean / (n + 1.0L) : (shape + n) / (n + 1.0L) * (mean / (shape + mean));
    }
    return sum;
}

}  // namespace reference
