#pragma once

#include <cstddef>
#include <span>

#include <ontrack/stats/total_models.hpp>

#include "stats/total_series.hpp"

namespace ontrack::inline v0::stats::detail {

/// Season and course of the group as they were known when the last `dropped` values were not, without what past errors
/// teach.
GroupFit common_course(const Panel& panel, const TotalOptions& options, std::size_t dropped);

/// What came after: the sum of the open periods, NaN where one of them is missing or masked.
/// \param then the series laid out with the last `dropped` values left out
double outcome_of(std::span<const double> series, const TotalOptions& options, const TotalSeries& then,
                  std::size_t dropped) noexcept;

}  // namespace ontrack::inline v0::stats::detail
