#pragma once

#include <string>
#include <vector>

#include "assessment/track.hpp"

namespace ontrack::inline v0::detail {

/// By which dispersion or design effect a figure's chance is adjusted, or that it is not.
[[nodiscard]] std::string adjusted_words(const Indicator& indicator);

/// The method of the default interval of so many events, which of clustered ones are the effective number.
[[nodiscard]] std::string count_method(double events);

/// The interval of the year to date against what it is rated against.
[[nodiscard]] RatedInterval rate_interval(const TrackInYear& in, const TrackAssessment& assessed);

/// Whether the change that a direction of travel rests on is within chance.
[[nodiscard]] TestedChange test_change(const TrackInYear& in, const Travel& travel);
/// The same for the sum of the year's periods against those of last year, of which both are known.
[[nodiscard]] TestedChange test_year_to_date(const TrackInYear& in);

}  // namespace ontrack::inline v0::detail
