#include <algorithm>

#include "assessment/clauses.hpp"
#include "assessment/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// `fewer than any quarter seen`, `which one of the two quarters seen kept to`
std::string precedent(const Required& required, const TrackInYear& in) {
    const bool low = in.indicator.polarity == Polarity::low;
    const std::string period{to_string(in.indicator.frequency)};
    if (required.seen == 0) return "";
    if (required.as_good == 0) {
        return std::string(low ? ", fewer than " : ", more than ") + (required.seen == 1 ? "in the one " : "in any ") +
               period + " seen";
    }
    const std::string deed = low ? " seen kept to" : " seen reached";
    if (required.as_good == required.seen) return ", which every " + period + deed;
    return ", which " + counted(required.as_good) + " of the " + counted(required.seen, period) + deed;
}

/// What the year so far leaves of a band.
std::string balance_in_band(const std::string& start, const TrackInYear& in, const TrackAssessment& assessed) {
    const TrajectoryPoint& target = *assessed.target;
    const auto [lower, upper] = std::minmax(target.rounded, target.other_edge->rounded);
    std::string words = start + ", against a band of " + number_words(lower) + " to " + number_words(upper);
    const auto& required = assessed.projection.required;
    if (!required) return words;
    const auto [least, most] = std::minmax(required->per_period, *required->opposite);
    return words + ", which leaves " + number_words(least) + " to " + number_words(most) + " a " +
           std::string(to_string(in.indicator.frequency));
}

/// What the year so far leaves of the target.
std::string balance(const TrackInYear& in, const TrackAssessment& assessed) {
    const Decimal& so_far = *assessed.projection.year_to_date;
    std::string start = amount(so_far, in) + " in " + span_words(in.so_far);
    if (!assessed.target) return start;
    if (assessed.target->other_edge) return balance_in_band(start, in, assessed);
    const bool low = in.indicator.polarity == Polarity::low;
    const Decimal& target = assessed.target->rounded;
    const Decimal left = target - so_far;
    const std::string of_target = "the target of " + number_words(target);
    if (low && left.sign() < 0) return start + " is already more than " + of_target + ", which can no longer be met";
    if (left.sign() == 0 && low) return start + " uses up " + of_target;
    if (!low && left.sign() <= 0) return start + " already reaches " + of_target;

    std::string words = start + (low ? " leaves " + number_words(left) + " of " + of_target
                                     : " is " + number_words(left) + " short of " + of_target);
    if (const auto& required = assessed.projection.required) {
        const std::string period{to_string(in.indicator.frequency)};
        words += required->periods == 1 ? " for the one " + period + " that remains"
                                        : ", or " + number_words(required->per_period) + " a " + period;
        words += precedent(*required, in);
    }
    return words;
}

bool out_of_reach(const TrackInYear& in, const TrackAssessment& assessed) {
    return in.indicator.polarity == Polarity::low && assessed.target && assessed.projection.year_to_date &&
           *assessed.projection.year_to_date > assessed.target->rounded;
}

std::string projected_total(const TrackInYear& in, const TrackAssessment& assessed) {
    const auto& projection = assessed.projection;
    const double centre = in.plan.projection_rule.centre == Centre::median ? *projection.median : *projection.mean;
    const std::string range = range_words(projection.interval_80, "80%", in);
    if (!assessed.projected.compared) return "the projection is " + number_words(centre) + range;
    std::string words =
        "the projection of " + number_words(centre) + range + " " +
        verdict(assessed.projected, in.plan.projection_rule, assessed.projected.other_edge ? "the band" : "the target");
    if (!projection.year_to_date && !assessed.projected.other_edge)
        words += " of " + number_words(assessed.target->rounded);
    return out_of_reach(in, assessed) ? words : words + ", and " + chance_clause(assessed);
}

}  // namespace

std::vector<std::string> count_clauses(const TrackInYear& in, const TrackAssessment& assessed) {
    const bool projected = assessed.projection.median && assessed.projection.mean;
    if (!assessed.projection.year_to_date) {
        std::vector<std::string> clauses{why_nothing_is_known(in.so_far)};
        if (projected) clauses.push_back(projected_total(in, assessed));
        return clauses;
    }
    if (in.so_far.complete && assessed.target) {
        return {amount(*assessed.projection.year_to_date, in) + " in " + span_words(in.so_far) + " " +
                verdict(assessed.projected, in.plan.projection_rule, target_words(assessed.projected, in))};
    }
    std::vector<std::string> clauses{balance(in, assessed)};
    if (!assessed.target) clauses.push_back(why_no_target(in, assessed));
    if (projected && !in.so_far.complete) clauses.push_back(projected_total(in, assessed));
    return clauses;
}

}  // namespace ontrack::inline v0::detail
