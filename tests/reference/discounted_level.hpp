#pragma once

#include <cmath>
#include <vector>

namespace reference {

struct Level {
    long double shape = 0.5L, rate = 0.0L, log_likelihood = 0.0L;
};

/// One discounted gamma–Poisson filter (Harvey & Fernandes 1989, with over-dispersion), written down line by line. The
/// likelihood is exact but for ln y!.
inline Level discounted_level(const std::vector<double>& values, const std::vector<double>& exposure,
                              long double discount, long double excess, std::size_t settle) {
    long double events = 0.0L, exposed = 0.0L;
    for (std::size_t t = 0; t < values.size(); ++t) {
        if (std::isnan(values[t]) || exposure[t] <= 0.0) continue;
        events += values[t];
        exposed += exposure[t];
    }
    Level level;
    level.rate = 0.5L / (std::max(events, 0.5L) / exposed);
    std::size_t seen = 0;
    for (std::size_t t = 0; t < values.size(); ++t) {
        const long double forgotten = level.shape * discount;
        level.rate *= forgotten < 0.5L ? 0.5L / level.shape : discount;
        level.shape = std::max(forgotten, 0.5L);
        if (std::isnan(values[t]) || exposure[t] <= 0.0) continue;
        const long double y = values[t];
        const long double mean = level.shape / level.rate * exposure[t];
        const long double k = 1.0L / (1.0L / level.shape + excess);
        if (seen++ >= settle)
            level.log_likelihood +=
                std::lgamma(k + y) - std::lgamma(k) + k * std::log(k / (k + mean)) + y * std::log(mean / (k + mean));
        level.shape += y / (1.0L + excess * mean);
        level.rate += exposure[t] / (1.0L + excess * mean);
    }
    return level;
}

}  // namespace reference
