#include <map>
#include <string>

#include "plan/checking.hpp"
#include "plan/exact.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// Checks one observation against the measure of its indicator.
class ObservationCheck {
public:
    ObservationCheck(const Indicator& indicator, const Observation& seen, Findings& findings)
        : indicator_(indicator), seen_(seen), findings_(findings) {}

    void run() {
        check_days();
        const bool milestone = std::holds_alternative<Milestone>(indicator_.measure);
        if (milestone != seen_.done.has_value() && seen_.done) {
            fail("unexpected-key", "only a milestone is done on a day", "done", "Remove it.");
        }
        if (!milestone && is_sound_state() && is_sound_ratio()) check_value();
    }

private:
    bool fail(std::string code, std::string message, std::string_view key, std::string remedy) {
        findings_.add(std::move(code), std::move(message), seen_.where, key, std::move(remedy));
        return false;
    }

    void check_days() {
        const Date first = seen_.period.first_day();
        const Date last = seen_.period.last_day();
        if (!is_plausible(first)) {
            fail("year-out-of-range", seen_.period.label() + " is far away", "period",
                 "Write a year from 1900 to 2199.");
        }
        const auto check_inside = [&](const std::optional<Date>& day, std::string_view key) {
            if (!day || (*day >= first && *day <= last)) return;
            fail("day-outside-period",
                 day->to_string() + " is not a day of " + seen_.period.label() + ", which runs from " +
                     first.to_string() + " to " + last.to_string(),
                 key, "Correct the day or the period.");
        };
        check_inside(seen_.up_to, "up_to");
        check_inside(seen_.done, "done");
    }

    bool is_sound_state() {
        const bool has_figures = seen_.value || seen_.numerator || seen_.denominator;
        if (has_value(seen_.state) && !has_figures) {
            return fail("missing-value", "a " + std::string(to_string(seen_.state)) + " observation needs a value",
                        "value", "Add the value, or say state = \"awaited\" or \"not_collected\".");
        }
        if (!has_value(seen_.state) && has_figures) {
            return fail("state-contradicts-value",
                        "the observation is " + in_ticks(to_string(seen_.state)) + " and yet has a value",
                        seen_.value && !seen_.numerator ? "value" : "state",
                        "Remove the value, or say state = \"final\", \"provisional\" or \"proxy\".");
        }
        return has_value(seen_.state);
    }

    bool is_sound_ratio() {
        if (seen_.numerator.has_value() != seen_.denominator.has_value()) {
            return fail("half-a-ratio", "numerator and denominator go together",
                        seen_.numerator ? "numerator" : "denominator",
                        "Add the other one: numerator out of denominator.");
        }
        const bool counts = std::holds_alternative<Count>(indicator_.measure);
        if (!seen_.numerator) {
            if (indicator_.year_rule != YearRule::ratio_of_sums || counts) return true;
            return fail("needs-ratio", "a year that is a ratio of sums needs numerators and denominators", "value",
                        "Add numerator and denominator, or write year_is = \"latest\" or \"mean\".");
        }
        if (counts) {
            return fail("unexpected-key", "a count has no numerator and denominator", "numerator",
                        "Write the count as `value`.");
        }
        if (seen_.numerator->sign() < 0) {
            return fail("negative-value", "a numerator is not negative", "numerator", "Check the figure.");
        }
        if (seen_.denominator->sign() <= 0) {
            return fail("denominator-not-positive", "a denominator is above zero", "denominator",
                        "Where nobody was asked or counted, say state = \"not_collected\".");
        }
        if (is_percentage(indicator_.measure) && *seen_.numerator > *seen_.denominator) {
            return fail(
                "numerator-over-denominator",
                seen_.numerator->to_string() + " out of " + seen_.denominator->to_string() + " is more than the whole",
                "numerator", "Check both figures.");
        }
        return true;
    }

    void check_value() {
        if (!seen_.value) {
            fail("number-out-of-range", "numerator and denominator give a value that is too large", "numerator",
                 "Check both figures.");
            return;
        }
        const Decimal& value = *seen_.value;
        if (value.sign() < 0) {
            fail("negative-value", "a " + std::string(to_string(indicator_.measure)) + " is not negative", "value",
                 "Check the figure.");
        } else if (std::holds_alternative<Count>(indicator_.measure) && !value.is_integer()) {
            fail("fractional-count", value.to_string() + " is not a whole number of events", "value",
                 "Write a whole number, or choose the measure \"rate\".");
        } else if (is_percentage(indicator_.measure) && value > Decimal(100)) {
            fail("not-a-percentage", value.to_string() + " is not between 0 and 100 per cent", "value",
                 "Write 60 for 60%.");
        } else if (seen_.numerator && !agrees(value)) {
            fail("value-contradicts-ratio",
                 value.to_string() + " is not what " + seen_.numerator->to_string() + " out of " +
                     seen_.denominator->to_string() + " gives",
                 "value", "Correct one of the three, or leave the value out.");
        }
    }

    /// Whether the value is the ratio, rounded or cut to the value's places.
    [[nodiscard]] bool agrees(const Decimal& value) const {
        const auto* rate = std::get_if<Rate>(&indicator_.measure);
        const Ratio per = rate != nullptr ? exact(rate->per) : Ratio(100);
        const Ratio difference = per * exact(*seen_.numerator) / exact(*seen_.denominator) - exact(value);
        Ratio unit(1);
        for (int place = 0; place < value.places(); ++place) unit /= 10;
        return abs(difference) < unit;
    }

    const Indicator& indicator_;
    const Observation& seen_;
    Findings& findings_;
};

}  // namespace

void check_observations(const Indicator& indicator, const Track& track, Findings& findings) {
    std::map<int, const Observation*> first_of_period;
    for (const Observation& seen : track.observations) {
        const auto [first, is_new] = first_of_period.emplace(seen.period.ordinal(), &seen);
        if (!is_new) {
            findings.add("repeated-period", seen.period.label() + " is there already" + on_line(first->second->where),
                         seen.where, "period", "Keep one observation for each period.");
        }
        ObservationCheck(indicator, seen, findings).run();
    }
}

}  // namespace ontrack::inline v0::detail
