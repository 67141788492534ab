#pragma once

#include "assessment/year_so_far.hpp"

namespace ontrack::inline v0::detail {

/// What was seen in this very period, if there is a value; else null.
[[nodiscard]] const Observation* seen_in(const Track& track, const Period& period);

/// The latest known period of the year against the period `back` earlier.
[[nodiscard]] Travel travel(const Indicator& indicator, const Track& track, const YearSoFar& so_far, int back,
                            const std::vector<const Interruption*>& interruptions);

}  // namespace ontrack::inline v0::detail
