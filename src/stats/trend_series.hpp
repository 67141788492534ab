#pragma once

#include <span>

#include <ontrack/stats/trend.hpp>

#include "stats/pair_slopes.hpp"

namespace ontrack::inline v0::stats::detail {

/// Puts the values that are there into `room`, by season. `room` has the room reserved, or grows.
Status lay_out(std::span<const double> values, int season_length, PairRoom& room) noexcept;

TrendTest kendall(PairSlopes& slopes, const PairRoom& room) noexcept;

struct LineParts {
    bool limits = true, intercept = true;
};
/// The line of the points in `room`, whose test with the variance for independent values is `test`.
TrendLine line(PairSlopes& slopes, PairRoom& room, const TrendTest& test, double confidence, LineParts parts) noexcept;

/// Hamed and Rao's correction. The points count as neighbours where a period between them is missing.
TrendTest with_autocorrelation(const TrendTest& independent, double slope, int lags, PairRoom& room) noexcept;

TrendTest with_variance(double s, double tau, double variance) noexcept;
TrendTest without_test(Status status) noexcept;
TrendLine without_line(Status status) noexcept;

}  // namespace ontrack::inline v0::stats::detail
