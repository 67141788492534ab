#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "stats/lane.hpp"

namespace ontrack::inline v0::stats::detail {

inline constexpr std::size_t max_periods = 366;
inline constexpr std::size_t max_past_years = 64;

/// A few series of one shape, each cut into whole past years (oldest first) and the current year's values, which begin at
/// period `first_known`. NaN is a missing period.
struct YearTable {
    std::array<const double*, lanes> past;
    std::array<const double*, lanes> current;
    std::size_t years;
    std::size_t known;  // values of the current year
    std::size_t first_known;
    std::size_t periods;
    std::span<const double> covered;  // of each current value, or empty: all of it
    std::span<const double> stated_shares;
    Lane prior_total;
    int prior_age;
};

/// One past year, split by what is known of the current one.
struct PastYear {
    Lane known;
    Lane remaining;
    Lane cells;  // periods with a value
    Lane share;  // expected share of the year in them
};

/// What the credibility model needs of a table: sums, never the single values.
struct YearSums {
    Lane past_events, past_cells, current_events, current_cells;
    Lane lowest, highest;  // of all values
    Lane known_share;  // of the current year
    Lane covered_periods;  // of the current year
    std::size_t years;
    std::array<PastYear, max_past_years> past;
};

/// Reads the table, learns the shares (or takes the stated ones) and sums. Fills `sums`, which is large, in place.
void sum_years(const YearTable& table, YearSums& sums) noexcept;

}  // namespace ontrack::inline v0::stats::detail
