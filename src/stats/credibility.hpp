#pragma once

#include <array>

#include <ontrack/stats/outturn.hpp>

#include "stats/year_table.hpp"

namespace ontrack::inline v0::stats::detail {

/// Projects every lane of the table; the only arithmetic behind `project_count` and `project_outturn_into`.
/// \pre 1 ≤ periods ≤ max_periods, years ≤ max_past_years
std::array<CountProjection, lanes> project(const YearTable& table) noexcept;

/// The squared coefficient of variation of a year beyond Poisson, where nothing but its annual level is known.
Lane typical_excess(const Lane& level) noexcept;

/// What a series without a result gets.
CountProjection without_result(Status status) noexcept;

}  // namespace ontrack::inline v0::stats::detail
