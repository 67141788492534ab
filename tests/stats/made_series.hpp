#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <random>
#include <vector>

/// Monthly-like series for tests of the forecasting models: drifting level, season, noise; every third one with gaps.
inline std::vector<double> made_series(unsigned seed, std::size_t size, std::size_t season, bool gaps) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    const double level = std::pow(10.0, 1.0 + seed % 3);
    std::vector<double> places(season);
    for (double& place : places) place = season > 1 ? 0.2 * level * normal(random) : 0.0;
    double drift = 0.0;
    std::vector<double> series(size);
    for (std::size_t t = 0; t < size; ++t) {
        drift += 0.05 * level * normal(random) * (seed % 2);
        series[t] = 5.0 * level + places[t % season] + drift + 0.1 * level * normal(random);
        if (gaps && random() % 8 == 0) series[t] = std::numeric_limits<double>::quiet_NaN();
    }
    return series;
}
