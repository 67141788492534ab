#pragma once

#include <array>
#include <cstddef>
#include <span>

namespace ontrack::inline v0::stats::detail {

inline constexpr std::size_t max_periods = 366;
inline constexpr std::size_t max_past_years = 64;
inline constexpr std::size_t table_series = 8;  // side by side: as many as the widest registers hold

/// A few series of one shape, each cut into whole past years (oldest first) and the current year's values, which begin at
/// period `first_known`. NaN is a missing period.
struct YearTable {
    std::array<const double*, table_series> past;
    std::array<const double*, table_series> current;
    std::size_t count;  // series in use, at least one; the other rows are not looked at
    std::size_t years;
    std::size_t known;  // values of the current year
    std::size_t first_known;
    std::size_t periods;
    std::span<const double> covered;  // of each current value, or empty: all of it
    std::span<const double> stated_shares;
    double prior_total;  // NaN = none
    int prior_age;
};

}  // namespace ontrack::inline v0::stats::detail
