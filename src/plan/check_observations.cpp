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
        if (!milestone && is_sound_state() && is_sound_ratio()) check_figure();
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

    /// Whether there is a figure to look at further.
    bool is_sound_state() {
        const bool has_figures = seen_.value || seen_.numerator || seen_.denominator || seen_.inexact;
        // A sum of others says so even where a part leaves it without a value.
        if (!seen_.derived_from.empty() && !seen_.value && indicator_.sum_of.empty()) {
            return fail("unexpected-key", "only a value is derived from something", "derived_from", "Add `value`.");
        }
        if (has_value(seen_.state) && !has_figures) {
            if (seen_.reported) return false;
            return fail("missing-value", "a " + std::string(to_string(seen_.state)) + " observation needs a value",
                        "value", "Add the value, or say state = \"awaited\" or \"not_collected\".");
        }
        // Small numbers are often withheld as "fewer than 5".
        const bool withheld = seen_.state == DataState::suppressed && seen_.inexact &&
                              std::holds_alternative<FigureBound>(*seen_.inexact);
        if (!has_value(seen_.state) && has_figures && !withheld) {
            return fail("state-contradicts-value",
                        "the observation is " + in_ticks(to_string(seen_.state)) + " and yet has a value",
                        seen_.value && !seen_.numerator ? "value" : "state",
                        "Remove the value, or say state = \"final\", \"provisional\" or \"proxy\".");
        }
        return has_figures;
    }

    bool is_sound_ratio() {
        if (seen_.inexact) {
            if (!seen_.numerator) return true;
            return fail("two-figures",
                        "the observation has " + in_ticks(to_string(*seen_.inexact)) + " and `numerator`", "numerator",
                        "Keep the one that the document states.");
        }
        if (seen_.numerator.has_value() != seen_.denominator.has_value()) {
            return fail("half-a-ratio", "numerator and denominator go together",
                        seen_.numerator ? "numerator" : "denominator",
                        "Add the other one: numerator out of denominator.");
        }
        const bool is_ratio = per_of(indicator_.measure).has_value();
        if (!seen_.numerator) {
            if (indicator_.year_rule != YearRule::ratio_of_sums || !is_ratio) return true;
            return fail("needs-ratio", "a year that is a ratio of sums needs numerators and denominators", "value",
                        "Add numerator and denominator, or write year_is = \"latest\" or \"mean\".");
        }
        if (!is_ratio) {
            return fail("unexpected-key",
                        "a " + std::string(to_string(indicator_.measure)) + " has no numerator and denominator",
                        "numerator", "Write it as `value`.");
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

    void check_figure() {
        if (seen_.inexact) {
            std::visit([&](const auto& figure) { check_inexact(figure); }, *seen_.inexact);
        } else if (!seen_.value) {
            fail("number-out-of-range", "numerator and denominator give a value that is too large", "numerator",
                 "Check both figures.");
        } else if (is_possible(*seen_.value, "value") && seen_.numerator && !agrees(*seen_.value)) {
            fail("value-contradicts-ratio",
                 seen_.value->to_string() + " is not what " + seen_.numerator->to_string() + " out of " +
                     seen_.denominator->to_string() + " gives",
                 "value", "Correct one of the three, or leave the value out.");
        }
    }

    void check_inexact(const FigureRange& range) {
        if (!is_possible(range.lower, "range[0]") || !is_possible(range.upper, "range[1]")) return;
        if (range.lower >= range.upper) {
            fail("not-a-range", "the range ends where it begins, or below", "range", "Write the lower end first.");
        }
    }
    void check_inexact(const FigureBound& bound) { is_possible(bound.value, to_string(bound.kind)); }
    void check_inexact(const StatedChange& change) {
        if (change.percent >= Decimal(-100)) return;
        fail("number-out-of-range", "nothing falls by more than 100 per cent", "change_percent", "Check the figure.");
    }
    void check_inexact(const LevelOrChange&) {}
    void check_inexact(const UncertainFigure& figure) { is_possible(figure.value, "value"); }

    /// Whether the measure can have this value.
    bool is_possible(const Decimal& value, std::string_view key) {
        if (value.sign() < 0 && !may_be_negative(indicator_.measure)) {
            return fail("negative-value", "a " + std::string(to_string(indicator_.measure)) + " is not negative", key,
                        "Check the figure.");
        }
        if (std::holds_alternative<Count>(indicator_.measure) && !value.is_integer()) {
            return fail("fractional-count", value.to_string() + " is not a whole number of events", key,
                        "Write a whole number, or choose the measure \"rate\".");
        }
        if (is_percentage(indicator_.measure) && value > Decimal(100)) {
            return fail("not-a-percentage", value.to_string() + " is not between 0 and 100 per cent", key,
                        "Write 60 for 60%.");
        }
        return true;
    }

    /// Whether the value is the ratio, rounded or cut to the value's places.
    [[nodiscard]] bool agrees(const Decimal& value) const {
        const Ratio difference =
            exact(*per_of(indicator_.measure)) * exact(*seen_.numerator) / exact(*seen_.denominator) - exact(value);
        Ratio unit(1);
        for (int place = 0; place < value.places(); ++place) unit /= 10;
        return abs(difference) < unit;
    }

    const Indicator& indicator_;
    const Observation& seen_;
    Findings& findings_;
};

}  // namespace

bool may_be_negative(const Measure& measure) noexcept {
    const auto* index = std::get_if<Index>(&measure);
    return index != nullptr && index->scale == IndexScale::points;
}

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
