#include "assessment/track.hpp"

#include <algorithm>

#include "assessment/chance.hpp"
#include "assessment/inexact.hpp"
#include "assessment/interruption.hpp"
#include "assessment/travel.hpp"
#include "assessment/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

std::string qualified(const TrackInYear& in, const std::vector<DataState>& states) {
    return joined_by(without_empty({qualification(states), across_baseline(in)}), " and ");
}

Rated rate_projection(const TrackInYear& in, const TrackAssessment& assessed) {
    if (!assessed.target) return not_rated(why_no_target(in, assessed));
    const StatusRule& rule = in.plan.projection_rule;
    const Projection& projection = assessed.projection;
    const bool by_median = rule.centre == Centre::median;
    const auto& centre = by_median ? projection.median : projection.mean;
    if (!centre) {
        const std::string reason = why_nothing_is_known(in.so_far);
        return not_rated(in.so_far.latest() ? reason_for(projection.missing, {by_median ? "median" : "mean"}, reason)
                                            : reason);
    }
    Rated answer = rated(Decimal::from_double(*centre), *assessed.target, in.indicator.polarity, rule);
    answer.qualified = qualified(in, in.so_far.states_projected_from(in.indicator.year_rule));
    return answer;
}

/// The latest value of a level against the path in that very period.
Rated rate_latest(const TrackInYear& in, const TrackAssessment& assessed, const Observation& latest) {
    const StatusRule& rule = in.plan.year_to_date_rule;
    const auto point = assessed.path->at(latest.period);
    if (!point) return not_rated("the target's path does not reach " + latest.period.label());
    Rated answer = rated(*latest.value, *point, in.indicator.polarity, rule);
    answer.qualified = qualified(in, {latest.state});
    return answer;
}

Rated rate_year_to_date(const TrackInYear& in, const TrackAssessment& assessed) {
    if (!assessed.path) return not_rated(why_no_target(in, assessed));
    const Observation* latest = in.so_far.latest();
    if (!latest) return rate_inexact(in, assessed);
    if (in.indicator.year_rule == YearRule::latest) return rate_latest(in, assessed, *latest);

    if (!assessed.target) return not_rated(why_no_target(in, assessed));
    const auto& value = assessed.projection.year_to_date;
    if (!value) {
        return not_rated(reason_for(assessed.projection.missing, {"year_to_date"}, "there is no year to date"));
    }
    const StatusRule& rule = in.plan.year_to_date_rule;
    const TrajectoryPoint& target = *assessed.target;
    Rated answer = in.indicator.year_rule == YearRule::sum
                       ? rated_share(*value, target, expected_share(in), in.indicator.polarity, rule)
                       : rated(*value, target, in.indicator.polarity, rule);
    answer.qualified = qualified(in, in.so_far.states());
    return answer;
}

std::string why_not_set(const NotSet& target) {
    std::string reason = "the target is not set yet";
    if (target.expected) reason += ", and expected by " + target.expected->to_words();
    return target.note.empty() ? reason : reason + " (" + target.note + ")";
}

}  // namespace

const Observation* done_in(const Track& track, const Date& day) {
    const auto found = std::find_if(track.observations.begin(), track.observations.end(),
                                    [&](const Observation& seen) { return seen.done && *seen.done <= day; });
    return found == track.observations.end() ? nullptr : &*found;
}

Rated rate_milestone(const TrackInYear& in, const std::optional<Date>& due) {
    if (!due) return not_rated("the plan gives no due date");
    const Observation* seen = done_in(in.track, in.day);
    Rated answer;
    if (seen) {
        answer.status = *seen->done <= *due ? Status::done : Status::done_late;
        answer.qualified = qualification({seen->state});
    } else {
        answer.status = in.day > *due ? Status::overdue : Status::not_yet_due;
    }
    return answer;
}

std::string why_no_target(const TrackInYear& in, const TrackAssessment& assessed) {
    if (!in.track.target) return "the plan gives no target";
    if (in.is_milestone()) return "a milestone has a date, not a value";
    if (const auto* not_set = std::get_if<NotSet>(&in.track.target->rule)) return why_not_set(*not_set);
    if (const auto* unknown = std::get_if<NotStated>(&in.track.target->rule)) {
        return "the document does not state the target" + (unknown->note.empty() ? "" : " (" + unknown->note + ")");
    }
    if (!assessed.path) {
        const bool has_value = in.track.baseline && in.track.baseline->value;
        return std::string("the target starts from a baseline, and the plan gives no baseline ") +
               (has_value ? "period" : "value");
    }
    const TrajectoryPoint& first = assessed.path->points.front();
    if (in.year().last_day() < first.period.first_day()) {
        return "the target, " + short_amount_words(first.rounded.to_string(), in.indicator) + ", begins with " +
               first.period.label();
    }
    return "the target's path runs from " + assessed.path->points.front().period.label() + " to " +
           assessed.path->points.back().period.label() + ", without the end of " + in.year().label();
}

TrackAssessment assess_track(const TrackInYear& in) {
    TrackAssessment assessed{.code = in.code,
                             .name = in.name,
                             .path = trajectory(in.indicator, in.track, in.year()),
                             .projection = project(in.plan, in.indicator, in.track, in.year())};
    if (const auto& target = in.track.target) {
        const auto since = in.track.baseline ? in.track.baseline->period : std::nullopt;
        assessed.due = due_date(target->rule, since, in.plan.year_start);
    }
    if (assessed.path) {
        assessed.target = assessed.path->at_end_of(in.year());
        if (assessed.due) assessed.end = assessed.path->points.back();
    }
    if (in.is_milestone()) {
        assessed.projected = assessed.year_to_date = rate_milestone(in, assessed.due);
        assessed.since_last_year.reason = assessed.since_last_period.reason = "a milestone has no direction of travel";
        assessed.since_last_year.chance.reason = assessed.since_last_period.chance.reason =
            assessed.year_on_year.reason = "a milestone has no change";
        assessed.by_interval.reason = "a milestone has no interval";
    } else {
        assessed.projected = rate_projection(in, assessed);
        assessed.year_to_date = rate_year_to_date(in, assessed);
        assessed.profiled = assessed.year_to_date.against;
        const int year = periods_per_year(in.indicator.frequency);
        const auto interruptions = interruptions_of(in.plan, in.indicator);
        assessed.since_last_year = travel(in.indicator, in.track, in.so_far, year, interruptions);
        assessed.since_last_period = travel(in.indicator, in.track, in.so_far, 1, interruptions);
        for (Travel* travel : {&assessed.since_last_year, &assessed.since_last_period}) {
            travel->chance = test_change(in, *travel);
        }
        assessed.by_interval = rate_interval(in, assessed);
        assessed.year_on_year = test_year_to_date(in);
        assessed.cautions = cautions(in.indicator, in.track, in.year());
        assessed.comparisons = comparisons(in.indicator, in.track, in.year());
        assessed.restated = restated(in, assessed);
        assessed.maintained = maintained(in, assessed);
        assessed.grant = grant_at_stake(in, assessed);
    }
    assessed.process = process_of(in.plan, in.indicator, in.track, in.year());
    assessed.statements = statements(in.indicator, in.track, in.year());
    assessed.missing = missing_fields(in, assessed);
    assessed.explanation = {sentence_of(in, assessed), facts_of(in, assessed)};
    return assessed;
}

}  // namespace ontrack::inline v0::detail
