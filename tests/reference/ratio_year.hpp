#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

namespace reference {

/// P(X = x) of a beta–binomial count, by log-gamma functions in long double.
inline long double beta_binomial_mass(long x, long n, long double a, long double b) {
    const auto all = static_cast<long double>(n), some = static_cast<long double>(x);
    return std::exp(std::lgamma(all + 1) - std::lgamma(some + 1) - std::lgamma(all - some + 1) + std::lgamma(a + b) -
                    std::lgamma(a) - std::lgamma(b) + std::lgamma(some + a) + std::lgamma(all - some + b) -
                    std::lgamma(a + b + all));
}

struct RatioMoments {
    long double mean = 0, variance = 0;
};

/// Mean and variance of the ratio of the rest of the year: the filter of West, Harrison & Migon (1985) and the covariance of
/// every two periods to come, written down line by line. No season; every past value is there.
inline RatioMoments ratio_of_rest(const std::vector<double>& events, const std::vector<double>& base, bool is_rate,
                                  long double drift, long double scatter, const std::vector<double>& weights) {
    long double y = 0, n = 0;
    for (std::size_t t = 0; t < events.size(); ++t) {
        y += events[t];
        n += base[t];
    }
    const long double ratio = is_rate ? std::max(y, 0.5L) / n : (y + 0.5L) / (n + 1);
    long double level = is_rate ? std::log(ratio) : std::log(ratio / (1 - ratio)), variance = 1;
    for (std::size_t t = 0; t < events.size(); ++t) {
        variance += drift;
        const long double q = variance + scatter;
        const long double a = is_rate ? 1 / q : (1 + std::exp(level)) / q;
        const long double b = is_rate ? a / std::exp(level) : (1 + std::exp(-level)) / q;
        const long double a_after = a + events[t], b_after = is_rate ? b + base[t] : b + base[t] - events[t];
        const long double f_after = std::log(a_after / b_after);
        const long double q_after = is_rate ? 1 / a_after : 1 / a_after + 1 / b_after;
        const long double before = variance;
        level += before / q * (f_after - std::log(a / b));
        variance = before - before * before / q * (1 - q_after / q);
    }
    long double all = 0;
    for (const double weight : weights) all += weight;
    RatioMoments rest;
    std::vector<long double> deviation, spread;
    for (std::size_t h = 0; h < weights.size(); ++h) {
        const long double q = variance + static_cast<long double>(h + 1) * drift + scatter;
        const long double a = is_rate ? 1 / q : (1 + std::exp(level)) / q;
        const long double b = is_rate ? a / std::exp(level) : (1 + std::exp(-level)) / q;
        rest.mean += weights[h] / all * (is_rate ? a / b : a / (a + b));
        deviation.push_back(is_rate ? std::sqrt(a) / b : std::sqrt(a * b / ((a + b) * (a + b) * (a + b + 1))));
        spread.push_back(std::sqrt(q));
    }
    for (std::size_t i = 0; i < weights.size(); ++i) {
        for (std::size_t j = 0; j < weights.size(); ++j) {
            const auto shared = static_cast<long double>(std::min(i, j) + 1);
            const long double covariance = variance + shared * drift + (i == j ? scatter : 0);
            rest.variance += weights[i] / all * (weights[j] / all) * deviation[i] * deviation[j] * covariance /
                             (spread[i] * spread[j]);
        }
    }
    return rest;
}

/// Mean and variance of the mean of the figures `wanted` (places after the first figure) given those that are seen: the joint
/// normal law of all figures of a rolling window, and one dense system of equations.
inline RatioMoments rolling_figures(const std::vector<double>& figures, std::size_t window,
                                    const std::vector<std::size_t>& wanted, long double start,
                                    long double start_variance, long double step, long double sampling,
                                    long double rounding_variance) {
    // Result k (from 1) = μ_k + error; figure t is the mean of the results t + 1 … t + window.
    const auto of_results = [&](std::size_t i, std::size_t j) {
        return start_variance + static_cast<long double>(std::min(i, j)) * step + (i == j ? sampling : 0);
    };
    const auto covariance = [&](std::size_t s, std::size_t t) {
        long double sum = 0;
        for (std::size_t i = s + 1; i <= s + window; ++i)
            for (std::size_t j = t + 1; j <= t + window; ++j) sum += of_results(i, j);
        return sum / static_cast<long double>(window * window);
    };
    std::vector<std::size_t> seen;
    for (std::size_t t = 0; t < figures.size(); ++t)
        if (!std::isnan(figures[t])) seen.push_back(t);
    const std::size_t n = seen.size();
    // Rows of (K + rI | errors | covariance with the wanted mean), by Gauss and Jordan.
    std::vector<std::vector<long double>> rows(n, std::vector<long double>(n + 2));
    std::vector<long double> with(n, 0);
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = 0; j < n; ++j)
            rows[i][j] = covariance(seen[i], seen[j]) + (i == j ? rounding_variance : 0);
        for (const std::size_t t : wanted) with[i] += covariance(seen[i], t) / static_cast<long double>(wanted.size());
        rows[i][n] = figures[seen[i]] - start;
        rows[i][n + 1] = with[i];
    }
    for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t k = 0; k < n; ++k) {
            if (k == i) continue;
            const long double factor = rows[k][i] / rows[i][i];
            for (std::size_t j = i; j < n + 2; ++j) rows[k][j] -= factor * rows[i][j];
        }
    }
    RatioMoments found{start, 0};
    for (const std::size_t s : wanted)
        for (const std::size_t t : wanted)
            found.variance += covariance(s, t) / static_cast<long double>(wanted.size() * wanted.size());
    found.variance += rounding_variance / static_cast<long double>(wanted.size());
    for (std::size_t i = 0; i < n; ++i) {
        found.mean += with[i] * rows[i][n] / rows[i][i];
        found.variance -= with[i] * rows[i][n + 1] / rows[i][i];
    }
    return found;
}

}  // namespace reference
