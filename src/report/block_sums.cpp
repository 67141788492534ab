#include <algorithm>
#include <string>

#include "assessment/travel.hpp"
#include "assessment/wording.hpp"
#include "report/block_builders.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

/// `+12`, `−3`, or nothing where a period is missing or goes to another day.
std::string change_text(const Indicator& indicator, const Track& track, const Period& from, const Period& to) {
    const Observation* now = seen_in(track, to);
    const Observation* before = seen_in(track, from);
    if (now == nullptr || before == nullptr || now->up_to || before->up_to) return std::string(nothing);
    const Decimal change = *now->value - *before->value;
    if (change.sign() == 0) return "0";
    return (change.sign() < 0 ? "−" : "+") + short_amount_words(abs(change).to_string(), indicator);
}

/// A sum or one of its parts. \pre they share a unit
struct Summand {
    const Indicator& indicator;
    const Track& track;
    std::string name;
};

void add_row(Block& block, const Summand& one, const Period& period) {
    const Observation* now = seen_in(one.track, period);
    block.rows.push_back({one.name, period.label(),
                          now ? short_amount_words(now->value->to_string(), one.indicator) : std::string(nothing),
                          change_text(one.indicator, one.track, period.last_year(), period),
                          change_text(one.indicator, one.track, period.plus(-1), period)});
}

/// The sum's latest period, then what each part has in it and how much of the change is its own.
void add_rows(Block& block, const Summand& sum, const std::vector<Summand>& parts) {
    const auto& seen = sum.track.observations;
    const auto latest =
        std::find_if(seen.rbegin(), seen.rend(), [](const Observation& one) { return one.value.has_value(); });
    if (latest == seen.rend()) return;
    add_row(block, sum, latest->period);
    for (const Summand& part : parts) add_row(block, part, latest->period);
}

/// The components added up in every period of which all of them have a whole figure.
Track added_up(const Indicator& indicator) {
    Track sum;
    for (const Observation& first : indicator.components.front().track.observations) {
        Observation together = first;
        together.value = Decimal();
        for (const Component& component : indicator.components) {
            const Observation* seen = seen_in(component.track, first.period);
            if (seen == nullptr || seen->up_to) together.value.reset();
            if (!together.value) break;
            together.value = *together.value + *seen->value;
        }
        if (together.value) sum.observations.push_back(std::move(together));
    }
    return sum;
}

std::string size_words(const Interruption& event) {
    if (!event.size) return std::string(nothing);
    const std::string lower = grouped(event.size->lower.to_string());
    const std::string upper = grouped(event.size->upper.to_string());
    return (lower == upper ? lower : lower + "–" + upper) + " a " + std::string(to_string(event.per));
}

std::string names_of(const Plan& plan, const std::vector<std::string>& codes) {
    std::vector<std::string> names;
    for (const std::string& code : codes)
        if (const Indicator* indicator = find_indicator(plan, code)) names.push_back(indicator->name);
    return joined(names);
}

std::string restated_words(const Review& review, const std::string& code) {
    std::vector<std::string> words;
    for (std::size_t i = 0; i < review.indicators.size(); ++i) {
        const auto add = [&](const TrackAssessment& track, const std::string& name) {
            for (const Restated& one : track.restated)
                if (one.interruption == code) words.push_back(name + ": " + one.sentence);
        };
        const Assessment& assessment = review.indicators[i].assessment;
        add(assessment.whole, review.plan.indicators[i].name);
        for (const TrackAssessment& part : assessment.parts) add(part, part.name);
    }
    return words.empty() ? std::string(nothing) : joined_by(words, "; ");
}

}  // namespace

Block composition_block(const Review& review) {
    Block block{"composition",
                "What the sums are made of",
                "",
                {"Sum and its parts", "Period", "Figure", "On last year", "On last period"},
                {}};
    for (const Indicator& indicator : review.plan.indicators) {
        std::vector<Summand> parts;
        for (const std::string& code : indicator.sum_of)
            if (const Indicator* part = find_indicator(review.plan, code))
                parts.push_back({*part, part->track, "– " + part->name});
        if (!parts.empty()) add_rows(block, {indicator, indicator.track, indicator.name}, parts);
        if (indicator.components.empty() || !adds_up(indicator.measure) || indicator.year_rule != YearRule::sum)
            continue;
        for (const Component& component : indicator.components)
            parts.push_back({indicator, component.track, "– " + component.name});
        const Track together = added_up(indicator);
        add_rows(block, {indicator, together, indicator.name}, parts);
    }
    return block;
}

Block interruption_block(const Review& review) {
    Block block{"interruptions",
                "Interruptions",
                "",
                {"Event", "From", "To", "Kind", "Size", "Touches", "Targets restated"},
                {}};
    for (const Interruption& event : review.plan.interruptions) {
        block.rows.push_back({event.name + (event.note.empty() ? "" : " (" + event.note + ")"), event.from.to_words(),
                              event.to ? event.to->to_words() : std::string(nothing),
                              std::string(to_string(event.kind)), size_words(event),
                              names_of(review.plan, event.indicators), restated_words(review, event.code)});
    }
    return block;
}

}  // namespace ontrack::inline v0::detail::report
