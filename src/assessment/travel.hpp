#pragma once

#include "assessment/year_so_far.hpp"

namespace ontrack::inline v0::detail {

/// The latest known period of the year against the period `back` earlier.
[[nodiscard]] Travel travel(const Indicator& indicator, const Track& track, const YearSoFar& so_far, int back,
                            const std::vector<const Interruption*>& interruptions);

}  // namespace ontrack::inline v0::detail
