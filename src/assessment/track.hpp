#pragma once

#include <string>
#include <vector>

#include "assessment/year_so_far.hpp"

namespace ontrack::inline v0::detail {

/// One track of an indicator in one year: what every step of its assessment looks at.
struct TrackInYear {
    const Plan& plan;
    const Indicator& indicator;
    const Track& track;
    std::string code;
    std::string name;     ///< the indicator's or the part's
    std::string subject;  ///< what a sentence begins with: a part is named after its indicator
    Date day;
    YearSoFar so_far;

    [[nodiscard]] const Period& year() const { return so_far.year; }
    [[nodiscard]] bool is_milestone() const { return std::holds_alternative<Milestone>(indicator.measure); }
};

[[nodiscard]] TrackAssessment assess_track(const TrackInYear& in);

/// Done, done late, overdue or not yet due; the same for both statuses.
[[nodiscard]] Rated rate_milestone(const TrackInYear& in, const std::optional<Date>& due);
/// The observation that says when a milestone was done, as known on the day.
[[nodiscard]] const Observation* done_in(const Track& track, const Date& day);

/// Why there is no target value for the year.
[[nodiscard]] std::string why_no_target(const TrackInYear& in, const TrackAssessment& assessed);
/// Every field of a report that does not exist, and why.
[[nodiscard]] std::vector<Missing> missing_fields(const TrackInYear& in, const TrackAssessment& assessed);

/// One plain sentence that says what the assessment found.
[[nodiscard]] std::string sentence_of(const TrackInYear& in, const TrackAssessment& assessed);
/// Everything it was found from, in reading order.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> facts_of(const TrackInYear& in,
                                                                        const TrackAssessment& assessed);

}  // namespace ontrack::inline v0::detail
