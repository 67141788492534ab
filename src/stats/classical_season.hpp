#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>

namespace ontrack::inline v0::stats::detail {

/// Season by classical decomposition: figures are what the moving average of one season leaves, by place.
struct ClassicalSeason {
    std::span<const double> values;
    std::size_t season;
    bool is_product;

    /// The moving average around i; NaN at the ends. Summed afresh each time, so that no rounding error travels.
    [[nodiscard]] double trend(std::size_t i) const noexcept {
        const std::size_t half = season / 2;
        if (i < half || i + half >= values.size()) return std::numeric_limits<double>::quiet_NaN();
        double sum = 0.0;
        for (std::size_t j = i - half + 1; j < i + half; ++j) sum += values[j];
        const double ends = values[i - half] + values[i + half];
        return (sum + (season % 2 == 0 ? 0.5 * ends : ends)) / static_cast<double>(season);
    }
    [[nodiscard]] double without(double value, double part) const noexcept {
        return is_product ? value / part : value - part;
    }
    /// The mean of what the trend leaves at this place in the season; NaN of nothing.
    [[nodiscard]] double figure(std::size_t place) const noexcept {
        double sum = 0.0, n = 0.0;
        for (std::size_t i = place; i < values.size(); i += season) {
            const double left = without(values[i], trend(i));
            if (std::isnan(left)) continue;
            sum += left;
            n += 1.0;
        }
        return sum / n;
    }
};

}  // namespace ontrack::inline v0::stats::detail
