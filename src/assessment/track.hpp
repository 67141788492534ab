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

/// The share of the year's total that is expected in the known periods, by the year's profile; a part period by its days (of
/// working days: by those).
[[nodiscard]] Share expected_share(const TrackInYear& in);

/// What can be said of a target to maintain; empty for another kind.
[[nodiscard]] std::optional<Maintained> maintained(const TrackInYear& in, const TrackAssessment& assessed);
/// The grant of a stretch target; empty for another kind.
[[nodiscard]] std::optional<GrantAtStake> grant_at_stake(const TrackInYear& in, const TrackAssessment& assessed);

/// Why there is no target value for the year.
[[nodiscard]] std::string why_no_target(const TrackInYear& in, const TrackAssessment& assessed);
/// Every field of a report that does not exist, and why.
[[nodiscard]] std::vector<Missing> missing_fields(const TrackInYear& in, const TrackAssessment& assessed);

/// What is peculiar to a kind of target: conventions side by side, an equivalence, a grant; as facts and as clauses of the
/// sentence.
void add_promise_facts(std::vector<std::pair<std::string, std::string>>& facts, const TrackInYear& in,
                       const TrackAssessment& assessed);
[[nodiscard]] std::vector<std::string> promise_clauses(const TrackInYear& in, const TrackAssessment& assessed);

/// One plain sentence that says what the assessment found.
[[nodiscard]] std::string sentence_of(const TrackInYear& in, const TrackAssessment& assessed);
/// Everything it was found from, in reading order.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> facts_of(const TrackInYear& in,
                                                                        const TrackAssessment& assessed);

}  // namespace ontrack::inline v0::detail
