#include "assessment/interruption.hpp"

#include <algorithm>
#include <cstdint>

#include "assessment/wording.hpp"
#include "plan/exact.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// Days of the period that the interruption touches.
int days_touched(const Interruption& event, const Period& period) {
    const Date first = std::max(event.from, period.first_day());
    const Date last = event.to ? std::min(*event.to, period.last_day()) : period.last_day();
    return std::max(0, days_between(first, last) + 1);
}

Ratio share_touched(const Interruption& event, const Period& period) {
    return Ratio(days_touched(event, period)) / period.days();
}

/// Periods of its own kind that have passed from the first day of a slope to the end of `day`, a begun one by its days.
Ratio elapsed(const Interruption& slope, const Date& day, YearStart start) {
    if (day < slope.from) return 0;
    const auto days = [](const Date& first, const Date& last) { return days_between(first, last) + 1; };
    const Period first = Period::containing(slope.from, slope.per, start);
    const Period last = Period::containing(day, slope.per, start);
    if (first == last) return Ratio(days(slope.from, day)) / first.days();
    return Ratio(days(slope.from, first.last_day())) / first.days() + periods_between(first, last) - 1 +
           Ratio(days(last.first_day(), day)) / last.days();
}

/// How many of its sizes a slope adds to the period: u of them at the moment when u periods have passed, so that over a time it
/// adds up to the growth of u²/2.
Ratio times_sloped(const Interruption& slope, YearRule rule, const Period& period, YearStart start) {
    Ratio end = elapsed(slope, period.last_day(), start);
    if (rule == YearRule::latest) return end;
    const Ratio begin = elapsed(slope, plus_days(period.first_day(), -1), start);
    Ratio grown = (end * end - begin * begin) / 2;
    if (rule == YearRule::sum) return grown;
    return grown * periods_per_year(period.frequency()) / periods_per_year(slope.per);
}

/// How many of its sizes an interruption adds to the year's target that starts from the baseline.
Ratio times_added(const TrackInYear& in, const Interruption& event, const Period& baseline) {
    if (event.kind == InterruptionKind::slope) {
        if (share_touched(event, in.year()) == share_touched(event, baseline)) return 0;  // known at the baseline
        const YearRule rule = in.indicator.year_rule;
        const YearStart start = in.plan.year_start;
        return times_sloped(event, rule, in.year(), start) - times_sloped(event, rule, baseline, start);
    }
    if (in.indicator.year_rule == YearRule::sum) {
        return periods_per_year(event.per) * (share_touched(event, in.year()) - share_touched(event, baseline));
    }
    const auto touches = [&](const Date& day) { return event.from <= day && (!event.to || *event.to >= day) ? 1 : 0; };
    if (in.indicator.year_rule == YearRule::latest) {
        return touches(in.year().last_day()) - touches(baseline.last_day());
    }
    return share_touched(event, in.year()) - share_touched(event, baseline);
}

Restated restate(const TrackInYear& in, const TrackAssessment& assessed, const Interruption& event,
                 const Ratio& times) {
    const StatusRule& rule = in.plan.projection_rule;
    const Decimal& target = *assessed.projected.against;
    const Decimal& value = *assessed.projected.compared;
    const auto edge = [&](const Decimal& size) {
        return rounded(exact(target) + times * exact(size), 12, Rounding::half_up);
    };
    const auto rate_with = [&](const Decimal& size) {
        Rated answer = rated(value, edge(size), in.indicator.polarity, rule);
        // Compared without dividing: value × d against target × d + size × n.
        const Decimal n(numerator(times).convert_to<std::int64_t>());
        const Decimal d(denominator(times).convert_to<std::int64_t>());
        answer.status = rate(value * d, target * d + size * n, in.indicator.polarity, rule);
        answer.qualified = assessed.projected.qualified;
        return answer;
    };
    const bool adds = times > 0;
    const Decimal& small = adds ? event.size->lower : event.size->upper;
    const Decimal& large = adds ? event.size->upper : event.size->lower;
    Restated found{.interruption = event.code,
                   .name = event.name,
                   .lower = edge(small),
                   .upper = edge(large),
                   .at_lower = rate_with(small),
                   .at_upper = rate_with(large)};
    const auto amount = [&](const Decimal& number) { return short_amount_words(number_words(number), in.indicator); };
    std::string words = "without “" + event.name + "” the target of " + amount(target) + " would be " +
                        std::string(to_words(assessed.projected.status)) + "; with it, it would be " +
                        std::string(to_words(found.at_lower.status)) + " at " + amount(found.lower);
    if (found.lower != found.upper) {
        const bool same = found.at_lower.status == found.at_upper.status;
        words +=
            " and " + (same ? "" : std::string(to_words(found.at_upper.status)) + " ") + "at " + amount(found.upper);
    }
    found.sentence = words;
    return found;
}

}  // namespace

std::vector<const Interruption*> interruptions_of(const Plan& plan, const Indicator& indicator) {
    std::vector<const Interruption*> found;
    for (const Interruption& event : plan.interruptions) {
        const auto& codes = event.indicators;
        if (std::find(codes.begin(), codes.end(), indicator.code) != codes.end()) found.push_back(&event);
    }
    return found;
}

std::vector<const Interruption*> between(const std::vector<const Interruption*>& interruptions, const Period& earlier,
                                         const Period& later) {
    std::vector<const Interruption*> found;
    for (const Interruption* event : interruptions) {
        if (share_touched(*event, earlier) != share_touched(*event, later)) found.push_back(event);
    }
    return found;
}

std::string interruption_words(const std::vector<const Interruption*>& interruptions, std::string_view where) {
    if (interruptions.empty()) return "";
    std::vector<std::string> names;
    for (const Interruption* event : interruptions) names.push_back(event->name);
    return (names.size() == 1 ? "an interruption " : "interruptions ") + std::string(where) + " (" + joined(names) +
           ")";
}

std::string across_baseline(const TrackInYear& in) {
    const auto& baseline = in.track.baseline;
    if (!baseline || !baseline->period) return "";
    return interruption_words(between(interruptions_of(in.plan, in.indicator), *baseline->period, in.year()),
                              "since the baseline");
}

std::vector<Restated> restated(const TrackInYear& in, const TrackAssessment& assessed) {
    std::vector<Restated> found;
    const auto& baseline = in.track.baseline;
    if (!baseline || !baseline->period || !assessed.projected.compared || !assessed.projected.against) return found;
    if (assessed.projected.other_edge) return found;  // a band does not start from its baseline
    for (const Interruption* event : interruptions_of(in.plan, in.indicator)) {
        if (!event->size) continue;
        const Ratio times = times_added(in, *event, *baseline->period);
        if (times != 0) found.push_back(restate(in, assessed, *event, times));
    }
    return found;
}

}  // namespace ontrack::inline v0::detail
