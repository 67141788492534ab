#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "stats/total_series.hpp"

namespace ontrack::inline v0::stats::detail {

/// The season of a series: events per unit of exposure, relative to the mean of the year.
struct Season {
    std::array<double, max_year> relative;
    double own;  // weight of the series' own past years against what they are drawn towards
};

/// The ratio of column sums over whole past years, drawn towards `towards` (shares of a year; empty = equal ones).
Season learn_season(const TotalSeries& series, std::span<const double> towards) noexcept;

/// How a series deviates from an exposure that has a season already, drawn towards not at all.
Season learn_deviation(const TotalSeries& series, std::span<const double> exposure) noexcept;

}  // namespace ontrack::inline v0::stats::detail
