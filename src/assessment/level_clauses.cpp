#include "assessment/clauses.hpp"
#include "assessment/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// The value of a level so far, and what it is held against.
std::string level_so_far(const TrackInYear& in, const TrackAssessment& assessed) {
    const Observation& latest = *in.so_far.latest();
    std::string words = amount(*assessed.projection.year_to_date, in) + " in ";
    if (in.indicator.year_rule == YearRule::latest) {
        words += latest.period.label() + (is_part(latest) ? " up to " + latest.up_to->to_words() : "");
    } else {
        words += span_words(in.so_far);
    }
    return in.so_far.complete ? words : words + range_words(assessed.projection.interval_95, "95%", in);
}

/// Nothing seen this year: the last value of an earlier year stands in for it.
std::vector<std::string> level_carried_over(const TrackInYear& in, const TrackAssessment& assessed) {
    std::string carried =
        "the last value before that is " + short_amount_words(number_words(*assessed.projection.median), in.indicator);
    if (const Rated& then = assessed.projected; then.against) {
        carried += ", which " + verdict(then, in.plan.projection_rule, target_words(then, in));
    }
    return {why_nothing_is_known(in.so_far), carried};
}

}  // namespace

std::vector<std::string> level_clauses(const TrackInYear& in, const TrackAssessment& assessed) {
    if (!assessed.projection.year_to_date) return level_carried_over(in, assessed);
    const Rated& now = assessed.year_to_date;
    const Rated& then = assessed.projected;
    std::vector<std::string> clauses{level_so_far(in, assessed)};
    if (now.against) {
        const bool moves = in.indicator.year_rule == YearRule::latest && now.against != then.against;
        const std::string target = moves ? "the path's " + short_amount(*now.against, in) + " for that " +
                                               std::string(to_string(in.so_far.frequency))
                                         : target_words(now, in);
        clauses.back() += " " + verdict(now, in.plan.year_to_date_rule, target);
        if (!moves && !in.so_far.complete) {
            clauses.back() += ", as it will at the end of " + in.year().label() + " if it stays there";
        }
        if (moves && then.against) {
            clauses.push_back("if it stays there it " + verdict(then, in.plan.projection_rule, target_words(then, in)) +
                              " at the end of " + in.year().label());
        }
    }
    if (!assessed.target) {
        clauses.push_back(why_no_target(in, assessed));
    } else if (!in.so_far.complete) {
        clauses.push_back(chance_clause(assessed));
    }
    return clauses;
}

}  // namespace ontrack::inline v0::detail
