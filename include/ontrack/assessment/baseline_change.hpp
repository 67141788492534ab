#pragma once

#include <optional>

#include <ontrack/assessment/assessment.hpp>

namespace ontrack {
inline namespace v0 {

/// How far an indicator is from where it started. Exact, or to 12 places where a division does not end.
struct BaselineChange {
    Decimal baseline;
    Decimal now;
    Decimal change;  ///< now − baseline, in the indicator's unit: percentage points for a percentage
    std::optional<Decimal> percent{};  ///< of the baseline; empty where that is zero
};

/// The change of the year so far on the baseline. Empty without either value, and for a sum whose year is not over: part of a
/// year is not compared with a whole one.
[[nodiscard]] ONTRACK_EXPORT std::optional<BaselineChange> change_since_baseline(const Indicator& indicator,
                                                                                 const Track& track,
                                                                                 const TrackAssessment& assessed);

}  // namespace v0
}  // namespace ontrack
