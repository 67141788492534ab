#pragma once

#include "assessment/track.hpp"

namespace ontrack::inline v0::detail {

/// The year to date where only a range or a bound is known: rated where both of its ends have the same status (an open end is
/// as good or bad as can be), and always qualified. \pre the year has no value
[[nodiscard]] Rated rate_inexact(const TrackInYear& in, const TrackAssessment& assessed);

}  // namespace ontrack::inline v0::detail
