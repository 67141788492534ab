#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <ontrack/stats/outturn.hpp>

namespace ontrack::inline v0::stats {

/// Series of unequal length, one after the other.
struct Ragged {
    std::vector<double> values;
    std::vector<std::int64_t> offsets{0};

    void add(const std::vector<double>& series) {
        values.insert(values.end(), series.begin(), series.end());
        offsets.push_back(static_cast<std::int64_t>(values.size()));
    }
    [[nodiscard]] Panel panel() const { return {values, offsets}; }
    [[nodiscard]] std::vector<double> series(std::size_t i) const {
        return {values.begin() + offsets[i], values.begin() + offsets[i + 1]};
    }
};

}  // namespace ontrack::inline v0::stats
