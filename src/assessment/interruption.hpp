#pragma once

#include <string>
#include <vector>

#include "assessment/track.hpp"

namespace ontrack::inline v0::detail {

/// The interruptions of an indicator, in the plan's order.
[[nodiscard]] std::vector<const Interruption*> interruptions_of(const Plan& plan, const Indicator& indicator);
/// Those that lie between two periods: a step or slope that begins after the earlier one begins and not after the later one
/// ends; a temporary one that touches them for different parts of their days.
[[nodiscard]] std::vector<const Interruption*> between(const std::vector<const Interruption*>& interruptions,
                                                       const Period& earlier, const Period& later);
/// `an interruption between them (Westfield centre opened)`, or nothing.
[[nodiscard]] std::string interruption_words(const std::vector<const Interruption*>& interruptions,
                                             std::string_view where);
/// What qualifies everything that is held against a target which starts from the baseline.
[[nodiscard]] std::string across_baseline(const TrackInYear& in);

/// The year's target with each interruption since the baseline added. \pre the projection is rated
[[nodiscard]] std::vector<Restated> restated(const TrackInYear& in, const TrackAssessment& assessed);

}  // namespace ontrack::inline v0::detail
