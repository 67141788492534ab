#include <ontrack/assessment/baseline_change.hpp>

namespace ontrack {
inline namespace v0 {

std::optional<BaselineChange> change_since_baseline(const Indicator& indicator, const Track& track,
                                                    const TrackAssessment& assessed) {
    const Projection& projection = assessed.projection;
    if (!track.baseline || !track.baseline->value || !projection.year_to_date) return std::nullopt;
    if (indicator.year_rule == YearRule::sum && (projection.periods_remaining > 0 || projection.periods_missing > 0)) {
        return std::nullopt;
    }
    BaselineChange change{*track.baseline->value, *projection.year_to_date,
                          *projection.year_to_date - *track.baseline->value};
    if (change.baseline.sign() != 0) {
        change.percent = divided(change.change * Decimal(100), change.baseline, 12);
    }
    return change;
}

}  // namespace v0
}  // namespace ontrack
