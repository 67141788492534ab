#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <ontrack/stats/outturn.hpp>

namespace ontrack::inline v0::stats::detail {

/// Series i's part of a column that runs along a panel's values; empty where there is no such column.
inline std::span<const double> series_of(std::span<const double> column, std::span<const std::int64_t> offsets,
                                         std::size_t i) noexcept {
    const auto first = static_cast<std::size_t>(offsets[i]);
    return column.empty() ? column : column.subspan(first, static_cast<std::size_t>(offsets[i + 1]) - first);
}

inline std::span<const double> series_of(const Panel& panel, std::size_t i) noexcept {
    return series_of(panel.values, panel.offsets, i);
}

/// Whether no model may learn from a period: flags are aligned with the series' ends, 1 = its last period.
inline bool is_masked(std::span<const std::uint8_t> masked, std::size_t from_end) noexcept {
    return from_end <= masked.size() && masked[masked.size() - from_end] != 0;
}

}  // namespace ontrack::inline v0::stats::detail
