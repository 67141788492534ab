#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace reference {

/// Every pair of values that are there and of one season, one after the other: the O(n²) twin.
struct SlowTrend {
    std::vector<double> slopes;  ///< in order
    double s = 0.0;

    explicit SlowTrend(const std::vector<double>& x, std::size_t season_length = 1) {
        for (std::size_t i = 0; i < x.size(); ++i) {
            for (std::size_t j = i + season_length; j < x.size(); j += season_length) {
                if (std::isnan(x[i]) || std::isnan(x[j])) continue;
                slopes.push_back((x[j] - x[i]) / static_cast<double>(j - i));
                s += x[j] > x[i] ? 1.0 : x[j] < x[i] ? -1.0 : 0.0;
            }
        }
        std::sort(slopes.begin(), slopes.end());
    }
    [[nodiscard]] double median() const { return (slopes[(slopes.size() - 1) / 2] + slopes[slopes.size() / 2]) / 2.0; }
};

/// Var S of one season from the law of its ranks: the ties are counted value by value.
inline double slow_kendall_variance(std::vector<double> x) {
    x.erase(std::remove_if(x.begin(), x.end(), [](double each) { return std::isnan(each); }), x.end());
    const auto spread = [](double n) { return n * (n - 1.0) * (2.0 * n + 5.0); };
    double sum = spread(static_cast<double>(x.size()));
    for (const double each : x) {
        const auto equal = static_cast<double>(std::count(x.begin(), x.end(), each));
        sum -= spread(equal) / equal;
    }
    return sum / 18.0;
}

}  // namespace reference
