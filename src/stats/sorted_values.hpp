#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace ontrack::inline v0::stats::detail {

/// The values that are there, in rising order.
inline std::vector<double> sorted_values(std::span<const double> values) {
    std::vector<double> sorted;
    sorted.reserve(values.size());
    for (const double value : values) {
        if (!std::isnan(value)) sorted.push_back(value);
    }
    std::sort(sorted.begin(), sorted.end());
    return sorted;
}

/// How many of `sorted` are below `value`, and how many are not above it.
inline std::size_t count_below(std::span<const double> sorted, double value) noexcept {
    return static_cast<std::size_t>(std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
}
inline std::size_t count_not_above(std::span<const double> sorted, double value) noexcept {
    return static_cast<std::size_t>(std::upper_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
}

}  // namespace ontrack::inline v0::stats::detail
