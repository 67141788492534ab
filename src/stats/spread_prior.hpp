#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

namespace ontrack::inline v0::stats::detail {

/// Probabilities up to their sum.
inline bool is_prior(std::span<const double> weights) noexcept {
    double sum = 0.0;
    for (const double weight : weights) {
        if (!(weight >= 0.0)) return false;
        sum += weight;
    }
    return sum > 0.0 && std::isfinite(sum);
}

/// Turns log-likelihoods into posterior probabilities under a prior of the same length; empty = all alike. What is not finite
/// has no likelihood; where nothing has, the prior stands.
inline void to_posterior(std::span<double> log_likelihood, std::span<const double> prior) noexcept {
    double best = -HUGE_VAL;
    const auto weight = [&](std::size_t i) { return prior.empty() ? 1.0 : prior[i]; };
    for (std::size_t i = 0; i < log_likelihood.size(); ++i)
        if (std::isfinite(log_likelihood[i]) && weight(i) > 0.0) best = std::max(best, log_likelihood[i]);
    double sum = 0.0;
    for (std::size_t i = 0; i < log_likelihood.size(); ++i) {
        double& value = log_likelihood[i];
        if (std::isinf(best))
            value = weight(i);
        else
            value = std::isfinite(value) ? weight(i) * std::exp(value - best) : 0.0;
        sum += value;
    }
    for (double& value : log_likelihood) value /= sum;
}

/// The members' common prior by empirical Bayes: expectation–maximisation from equal weights (Laird 1978), with a few members
/// more whose weights are equal. `rows`: log-likelihoods, one row of `prior.size()` per member.
inline void learn_prior(std::span<const double> rows, std::span<double> prior, std::span<double> room,
                        std::span<double> sums) noexcept {
    constexpr int steps = 20;
    constexpr double equal_members = 3.0;
    const double size = static_cast<double>(prior.size());
    const double members = static_cast<double>(rows.size()) / size;
    std::fill(prior.begin(), prior.end(), 1.0 / size);
    for (int step = 0; step < steps; ++step) {
        std::fill(sums.begin(), sums.end(), equal_members / size);
        for (std::size_t first = 0; first < rows.size(); first += prior.size()) {
            std::copy_n(rows.begin() + static_cast<std::ptrdiff_t>(first), prior.size(), room.begin());
            to_posterior(room.first(prior.size()), prior);
            for (std::size_t i = 0; i < prior.size(); ++i) sums[i] += room[i];
        }
        for (std::size_t i = 0; i < prior.size(); ++i) prior[i] = sums[i] / (members + equal_members);
    }
}

}  // namespace ontrack::inline v0::stats::detail
