#include "assessment/interruption.hpp"
#include "assessment/track.hpp"
#include "assessment/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

std::string_view rounding_words(Rounding rounding) {
    switch (rounding) {
        case Rounding::half_up:
            return "half up";
        case Rounding::half_even:
            return "half to even";
        case Rounding::down:
            return "down";
    }
    return {};
}

std::string baseline_words(const TrackInYear& in) {
    const auto& baseline = in.track.baseline;
    if (!baseline || !baseline->value) return "none";
    const std::string value = amount_words(baseline->value->to_string(), in.indicator);
    return baseline->period ? value + " in " + baseline->period->label() : value;
}

std::string point_words(const TrajectoryPoint& point, const TrackInYear& in) {
    const Target& target = *in.track.target;
    const std::string places = target.decimals == 0 ? "a whole number" : numbered(target.decimals, "decimal place");
    return amount_words(point.rounded.to_string(), in.indicator) + ": " + point.unrounded.to_string() +
           (point.exact ? "" : "…") + " rounded " + std::string(rounding_words(target.rounding)) + " to " + places;
}

std::string seen_words(const Observation& seen, const TrackInYear& in) {
    std::string words = seen.period.label() + " " + short_amount_words(seen.value->to_string(), in.indicator);
    if (seen.numerator && seen.denominator) {
        words += " = " + seen.numerator->to_string() + " of " + seen.denominator->to_string();
    }
    words += " (" + std::string(to_string(seen.state));
    if (is_part(seen)) words += ", up to " + seen.up_to->to_words();
    return words + ")";
}

std::string year_rule_words(YearRule rule) {
    switch (rule) {
        case YearRule::sum:
            return "the sum of ";
        case YearRule::latest:
            return "the latest of ";
        case YearRule::mean:
            return "the mean of ";
        case YearRule::ratio_of_sums:
            return "the ratio of the sums of ";
    }
    return {};
}

std::string year_to_date_words(const TrackInYear& in, const Decimal& value) {
    std::vector<std::string> seen;
    for (const Observation* observation : in.so_far.known) seen.push_back(seen_words(*observation, in));
    return amount_words(value.to_string(), in.indicator) + ": " + year_rule_words(in.indicator.year_rule) +
           joined(seen);
}

std::string without_figure_words(const YearSoFar& so_far) {
    std::vector<std::string> words;
    for (const Period& gap : so_far.gaps) words.push_back(gap.label());
    for (const Observation* seen : so_far.unknown) {
        const std::string label = seen->period.label();
        std::erase(words, label);
        words.push_back(label + " (" +
                        (has_value(seen->state) ? "no single number" : std::string(to_words(seen->state))) + ")");
    }
    return joined(words);
}

std::string profile_words(const TrackInYear& in) {
    const Share share = expected_share(in);
    std::string words = year_profile(in.indicator, in.track, in.year()).basis;
    words += "; expected by now " + divided(share.part * Decimal(100), share.whole, 2).to_string() + "% of the year";
    const std::string part_words =
        in.indicator.profile == Profile::working_days ? " by its working days" : " by its days";
    for (const Observation* seen : in.so_far.known) {
        if (is_part(*seen)) words += ", " + seen->period.label() + part_words;
    }
    return words;
}

std::string projection_words(const TrackInYear& in, const Projection& projection) {
    std::vector<std::string> words;
    const auto amount = [&](double value) { return short_amount_words(number_words(value), in.indicator); };
    if (projection.median) words.push_back("median " + amount(*projection.median));
    if (projection.mean) words.push_back("mean " + amount(*projection.mean));
    if (projection.interval_80)
        words.push_back("80% interval " + interval_words(*projection.interval_80, in.indicator));
    if (projection.interval_95)
        words.push_back("95% interval " + interval_words(*projection.interval_95, in.indicator));
    if (words.empty()) return "none: " + reason_for(projection.missing, {"median"}, why_nothing_is_known(in.so_far));
    return projection.law + ": " + joined(words);
}

std::string rated_words(const Rated& answer, std::string_view value, const StatusRule& rule, Polarity polarity) {
    std::string words{to_words(answer.status)};
    if (!answer.reason.empty()) words += ": " + answer.reason;
    if (answer.compared && answer.against && answer.threshold) {
        words +=
            ": " + std::string(value) + " " + answer.compared->to_string() + " against " + answer.against->to_string() +
            " (target " + (rule.target == Compared::rounded ? "rounded" : "not rounded") +
            "); close when missed by no more than " + rule.tolerance.value.to_string() + "% of the target, that is " +
            (polarity == Polarity::low ? "up to " : "down to ") + answer.threshold->to_string() + " inclusive";
    }
    return answer.qualified.empty() ? words : words + "; qualified by " + answer.qualified;
}

std::string travel_words(const Travel& travel) {
    if (travel.direction == Direction::not_rated) return "not rated: " + travel.reason;
    const std::string words = std::string(to_string(travel.direction)) + ": " + travel.now->to_string() + " in " +
                              travel.to->label() + " after " + travel.before->to_string() + " in " +
                              travel.from->label();
    return travel.qualified.empty() ? words : words + "; qualified by " + travel.qualified;
}

std::string required_words(const Required& required, const TrackInYear& in) {
    const std::string_view period = to_string(in.indicator.frequency);
    std::string words =
        number_words(required.per_period) + " in each of the remaining " + numbered(required.periods, period);
    if (required.seen == 0) return words;
    return words + "; " + std::to_string(required.as_good) + " of " + numbered(required.seen, period) +
           " seen were as good";
}

void add_milestone_facts(Facts& facts, const TrackInYear& in, const TrackAssessment& assessed) {
    facts.emplace_back("due", assessed.due ? assessed.due->to_words() : "no due date");
    const Observation* done = done_in(in.track, in.day);
    facts.emplace_back("done", done ? done->done->to_words() : "not by " + in.day.to_words());
    facts.emplace_back("status", rated_words(assessed.projected, "", in.plan.projection_rule, in.indicator.polarity));
}

void add_number_facts(Facts& facts, const TrackInYear& in, const TrackAssessment& assessed) {
    const Projection& projection = assessed.projection;
    facts.emplace_back("polarity", std::string(to_string(in.indicator.polarity)) + " is good");
    facts.emplace_back("baseline", baseline_words(in));
    for (const Interruption* event : interruptions_of(in.plan, in.indicator)) {
        facts.emplace_back("interruption", event->name + ", " + event->from.to_words() +
                                               (event->to ? " to " + event->to->to_words() : "") +
                                               (event->note.empty() ? "" : ": " + event->note));
    }
    if (const auto* cohort = std::get_if<CohortProportion>(&in.indicator.measure);
        cohort != nullptr && !cohort->follow_up.empty()) {
        facts.emplace_back("follow-up", cohort->follow_up);
    }
    facts.emplace_back("target rule", assessed.path
                                          ? std::string(to_string(assessed.path->rule)) + ": " + assessed.path->basis
                                          : "none: " + why_no_target(in, assessed));
    if (assessed.target) facts.emplace_back("target for " + in.year().label(), point_words(*assessed.target, in));
    if (assessed.target && assessed.target->other_edge) {
        facts.emplace_back("other edge of the band",
                           amount_words(assessed.target->other_edge->rounded.to_string(), in.indicator));
    }
    if (assessed.end) facts.emplace_back("target by " + assessed.due->to_words(), point_words(*assessed.end, in));
    add_promise_facts(facts, in, assessed);
    facts.emplace_back("year to date", projection.year_to_date ? year_to_date_words(in, *projection.year_to_date)
                                                               : why_nothing_is_known(in.so_far));
    if (auto words = without_figure_words(in.so_far); !words.empty()) facts.emplace_back("without a figure", words);
    if (in.indicator.year_rule == YearRule::sum && in.so_far.latest()) {
        facts.emplace_back("profile", profile_words(in));
    }
    facts.emplace_back("projection", projection_words(in, projection));
    for (const std::string& assumption : projection.assumptions) facts.emplace_back("assumed", assumption);
    if (projection.chance) facts.emplace_back("chance of meeting the target", chance_words(*projection.chance));
    if (projection.required) facts.emplace_back("required", required_words(*projection.required, in));
    const bool by_median = in.plan.projection_rule.centre == Centre::median;
    facts.emplace_back("status of the projection", rated_words(assessed.projected, by_median ? "median" : "mean",
                                                               in.plan.projection_rule, in.indicator.polarity));
    facts.emplace_back("status of the year to date", rated_words(assessed.year_to_date, "year to date",
                                                                 in.plan.year_to_date_rule, in.indicator.polarity));
    facts.emplace_back("against the same period last year", travel_words(assessed.since_last_year));
    facts.emplace_back("against the last period", travel_words(assessed.since_last_period));
    // Why one of these is not there stands among what is missing.
    for (const auto& [name, sentence] :
         {std::pair("interval of the year to date", &assessed.by_interval.sentence),
          std::pair("change on last year", &assessed.since_last_year.chance.sentence),
          std::pair("change on the last period", &assessed.since_last_period.chance.sentence),
          std::pair("year to date on last year", &assessed.year_on_year.sentence),
          std::pair("process", &assessed.process.sentence)}) {
        if (!sentence->empty()) facts.emplace_back(name, *sentence);
    }
}

}  // namespace

std::vector<std::pair<std::string, std::string>> facts_of(const TrackInYear& in, const TrackAssessment& assessed) {
    Facts facts;
    facts.emplace_back(
        "year", in.year().label() + ", " + in.year().first_day().to_words() + " to " + in.year().last_day().to_words());
    if (in.is_milestone()) {
        add_milestone_facts(facts, in, assessed);
    } else {
        add_number_facts(facts, in, assessed);
    }
    for (const Statement& one : assessed.statements) {
        const std::string figure = one.figure.empty() || one.words.starts_with(one.figure) ? "" : one.figure + "; ";
        facts.emplace_back("reported for " + one.period.label(), figure + one.words);
        for (const std::string& reading : one.readings) facts.emplace_back("one reading", reading);
    }
    for (const Compare& one : assessed.comparisons) facts.emplace_back("compared with " + one.name, one.sentence);
    for (const Restated& one : assessed.restated) facts.emplace_back("restated", one.sentence);
    for (const Caution& one : assessed.cautions) facts.emplace_back("caution", one.sentence);
    for (const Observation& seen : in.track.observations) {
        if (!seen.derived_from.empty() && seen.period.year(in.plan.year_start) == in.year()) {
            facts.emplace_back("derived for " + seen.period.label(), seen.derived_from);
        }
        if (!seen.note.empty()) facts.emplace_back("note for " + seen.period.label(), seen.note);
    }
    return facts;
}

}  // namespace ontrack::inline v0::detail
