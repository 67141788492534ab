#include <algorithm>
#include <string>

#include "plan/checking.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

void check_year_rule(const Indicator& indicator, Findings& findings) {
    if (indicator.year_rule == YearRule::sum && !adds_up(indicator.measure)) {
        findings.add("year-rule-does-not-fit", "only counts and money add up over a year", indicator.where, "year_is",
                     "Write \"latest\", \"mean\" or \"ratio_of_sums\".");
    }
    if (indicator.year_rule == YearRule::ratio_of_sums && !per_of(indicator.measure)) {
        const std::string what =
            std::holds_alternative<Count>(indicator.measure) ? "a count" : std::string(to_string(indicator.measure));
        findings.add(
            "year-rule-does-not-fit", what + " has no denominators to make a ratio of", indicator.where, "year_is",
            adds_up(indicator.measure) ? "Write \"sum\", \"latest\" or \"mean\"." : "Write \"latest\" or \"mean\".");
    }
}

void check_shares(const Indicator& indicator, Findings& findings) {
    const auto& shares = indicator.seasonal_shares;
    if (shares.empty()) return;
    const auto expected = static_cast<std::size_t>(periods_per_year(indicator.frequency));
    if (indicator.year_rule != YearRule::sum) {
        findings.add("unexpected-key", "seasonal shares are shares of a year's sum, and this year is none",
                     indicator.where, "seasonal_shares", "Remove them.");
    } else if (shares.size() != expected) {
        findings.add("wrong-number-of-shares",
                     "a year has " + std::to_string(expected) + " periods of a " +
                         std::string(to_string(indicator.frequency)) + ", the list has " +
                         std::to_string(shares.size()) + " shares",
                     indicator.where, "seasonal_shares", "Write one share for each period of the year.");
    }
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i].sign() > 0) continue;
        findings.add("share-not-positive", "a seasonal share is above zero", indicator.where,
                     "seasonal_shares[" + std::to_string(i) + "]",
                     "Write each period's part of the year, in any unit: [24, 24, 26, 26].");
    }
}

void check_profile(const Indicator& indicator, Findings& findings) {
    if (!indicator.profile) return;
    if (indicator.year_rule != YearRule::sum) {
        findings.add("unexpected-key", "a profile spreads a year's sum, and this year is none", indicator.where,
                     "profile", "Remove it.");
    } else if (!indicator.seasonal_shares.empty()) {
        findings.add("unexpected-key", "the seasonal shares say already how the year is spread", indicator.where,
                     "profile", "Keep one of the two.");
    }
}

void check_parts(const Indicator& indicator, Findings& findings) {
    if (indicator.components.empty()) return;
    if (indicator.components.size() == 1) {
        findings.add("one-component", "an indicator of parts has at least two", indicator.components.front().where, "",
                     "Move its target and observations to the indicator, or add the other part.");
    }
    const auto belongs_to_parts = [&](std::string_view key, const std::string& what) {
        findings.add("track-beside-components", "an indicator of parts has no " + what + " of its own", indicator.where,
                     key, "Move it to its components.");
    };
    const bool has_figures =
        std::any_of(indicator.track.observations.begin(), indicator.track.observations.end(),
                    [](const Observation& seen) { return !seen.reported || seen.value || seen.inexact; });
    // What a document says of the whole in words has no other place.
    if (has_figures) belongs_to_parts("observations", "observations");
    if (indicator.track.target) belongs_to_parts("target", "target");
    if (!indicator.track.comparators.empty()) belongs_to_parts("comparators", "comparators");
    if (indicator.track.baseline && indicator.track.baseline->value) {
        belongs_to_parts("baseline.value", "baseline value");
    }
}

void check_baseline(const Indicator& indicator, const Baseline& baseline, Findings& findings) {
    if (baseline.period && !is_plausible(baseline.period->first_day())) {
        findings.add("year-out-of-range", baseline.period->label() + " is far away", baseline.where, "period",
                     "Write a year from 1900 to 2199.");
    }
    if (indicator.year_rule == YearRule::sum && !std::holds_alternative<Milestone>(indicator.measure) &&
        baseline.period && baseline.period->frequency() != Frequency::year) {
        findings.add("baseline-not-a-year", "the indicator adds up to years, its baseline is not of a year",
                     baseline.where, "period", "Write the year and its whole count.");
    }
    if (!baseline.value) return;
    if (std::holds_alternative<Milestone>(indicator.measure)) {
        findings.add("unexpected-key", "a milestone has no baseline value", baseline.where, "value",
                     "Say in `note` what there was before.");
    } else if (baseline.value->sign() < 0 && !may_be_negative(indicator.measure)) {
        findings.add("negative-value", "a baseline is not negative", baseline.where, "value", "Check the figure.");
    } else if (is_percentage(indicator.measure) && *baseline.value > Decimal(100)) {
        findings.add("not-a-percentage", baseline.value->to_string() + " is not between 0 and 100 per cent",
                     baseline.where, "value", "Write 60 for 60%.");
    }
}

void check_track(const Indicator& indicator, const Track& track, Findings& findings) {
    if (track.baseline) check_baseline(indicator, *track.baseline, findings);
    if (track.target) check_target(indicator, track, findings);
    check_observations(indicator, track, findings);
    check_comparators(indicator, track, findings);
}

void check_dispersion(const Indicator& indicator, Findings& findings) {
    if (!indicator.dispersion) return;
    if (std::holds_alternative<SurveyPercentage>(indicator.measure)) {
        if (indicator.dispersion->sign() <= 0) {
            findings.add("design-effect-not-positive", "a design effect is above zero", indicator.where,
                         "design_effect", "Write the survey's variance over that of a simple random sample: 1.5.");
        }
        return;
    }
    const bool counts = std::holds_alternative<Count>(indicator.measure) || per_of(indicator.measure);
    if (!counts) {
        findings.add("unexpected-key", std::string(to_string(indicator.measure)) + " has no counts to disperse",
                     indicator.where, "dispersion", "Remove it.");
    } else if (*indicator.dispersion < Decimal(1)) {
        findings.add("dispersion-below-one", "a dispersion is at least 1, which is chance alone", indicator.where,
                     "dispersion", "Write the variance of the counts over their mean: 1.8.");
    }
}

bool is_currency(const std::string& code) {
    return code.size() == 3 && std::all_of(code.begin(), code.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// What a measure says of itself. False: nothing else is worth checking.
bool check_measure(const Indicator& indicator, Findings& findings) {
    const auto per = per_of(indicator.measure);
    if (per && per->sign() <= 0) {
        const bool rate = std::holds_alternative<Rate>(indicator.measure);
        findings.add("per-not-positive",
                     rate ? "a rate is per a number of people above zero" : "a ratio is per a number above zero",
                     indicator.where, "per", rate ? "Write the population that it counts in: 10000." : "Write 1.");
        return false;
    }
    if (const auto* money = std::get_if<Money>(&indicator.measure); money != nullptr && !is_currency(money->currency)) {
        findings.add("unknown-currency", in_ticks(money->currency) + " is not the code of a currency", indicator.where,
                     "currency", "Write its three letters: \"GBP\".");
    }
    if (std::holds_alternative<Duration>(indicator.measure) && indicator.unit.empty()) {
        findings.add("missing-key", "a duration needs the key `unit`", indicator.where, "unit",
                     "Say in what it is measured: unit = \"days\".");
    }
    return true;
}

}  // namespace

void check_indicator(const Indicator& indicator, Findings& findings) {
    if (!check_measure(indicator, findings)) return;
    check_dispersion(indicator, findings);
    if (indicator.weight.sign() <= 0) {
        findings.add("weight-not-positive", "a weight is above zero", indicator.where, "weight",
                     "Write how much the indicator counts beside the others: 2. To leave it out, give it no theme.");
    }
    if (!std::holds_alternative<Milestone>(indicator.measure)) check_year_rule(indicator, findings);
    check_shares(indicator, findings);
    check_profile(indicator, findings);
    check_parts(indicator, findings);
    check_track(indicator, indicator.track, findings);
    for (const Component& component : indicator.components) {
        check_track(indicator, component.track, findings);
    }
}

}  // namespace ontrack::inline v0::detail
