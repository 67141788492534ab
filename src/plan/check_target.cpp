#include <string>
#include <type_traits>

#include "plan/checking.hpp"
#include "plan/exact.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

template <class Rule, class... Kinds>
constexpr bool is_one_of = (std::is_same_v<Rule, Kinds> || ...);

/// Checks one target against its indicator and baseline.
class TargetCheck {
public:
    TargetCheck(const Indicator& indicator, const Track& track, Findings& findings)
        : indicator_(indicator), track_(track), target_(*track.target), findings_(findings) {}

    void run() {
        if (target_.decimals < 0 || target_.decimals > 6) {
            fail("decimals-out-of-range", "targets are rounded to 0 to 6 decimal places", "decimals",
                 "Write a number from 0 to 6.");
            return;
        }
        const bool sound = std::visit([&](const auto& rule) { return is_sound(rule); }, target_.rule);
        if (sound) check_end();
    }

private:
    bool fail(std::string code, std::string message, std::string_view key, std::string remedy) {
        findings_.add(std::move(code), std::move(message), target_.where, key, std::move(remedy));
        return false;
    }

    template <class Rule>
    bool is_sound(const Rule& rule) {
        const bool milestone = std::holds_alternative<Milestone>(indicator_.measure);
        if (milestone != std::is_same_v<Rule, MilestoneBy>) {
            return fail("target-does-not-fit",
                        milestone ? "a milestone has a target of kind `milestone`"
                                  : "only a milestone has a target of kind `milestone`",
                        "kind", milestone ? "Write kind = \"milestone\" and when it is due." : "Choose another kind.");
        }
        bool sound = check_direction(rule);
        if constexpr (std::is_same_v<Rule, PercentPerAnnum>) {
            if (rule.years < 1 || rule.years > 50) {
                sound = fail("years-out-of-range", "a target runs for 1 to 50 years", "years", "Write how many years.");
            }
        }
        if constexpr (is_one_of<Rule, Floor, Ceiling>) {
            if (rule.value.has_value() == rule.change.has_value()) {
                return fail("value-or-percent", "a floor or ceiling has either `value` or `percent`", "",
                            "Keep the one that the document states.");
            }
        }
        return check_baseline(rule) && check_due(rule) && sound;
    }

    template <class Rule>
    bool check_direction(const Rule& rule) {
        const bool low_is_good = indicator_.polarity == Polarity::low;
        if constexpr (is_one_of<Rule, Floor, Ceiling>) {
            if (std::is_same_v<Rule, Floor> == low_is_good) {
                return fail("target-against-polarity",
                            low_is_good ? "a floor, where low is good" : "a ceiling, where high is good", "kind",
                            low_is_good ? "Write \"ceiling\", or polarity = \"high\"."
                                        : "Write \"floor\", or polarity = \"low\".");
            }
        } else if constexpr (is_one_of<Rule, PercentPerAnnum, PercentByDate>) {
            const int sign = rule.change.value.sign();
            if (sign != 0 && (sign > 0) == low_is_good) {
                return fail(
                    "target-against-polarity",
                    low_is_good ? "the target rises, where low is good" : "the target falls, where high is good",
                    "percent", "Write a reduction with a minus (percent = -5), or correct `polarity`.");
            }
        } else if constexpr (std::is_same_v<Rule, LinearTo>) {
            const bool has_start = track_.baseline && track_.baseline->value;
            if (has_start && rule.value != *track_.baseline->value &&
                (rule.value > *track_.baseline->value) == low_is_good) {
                return fail("target-against-polarity", "the line moves away from what is good", "value",
                            "Correct the value, the baseline or `polarity`.");
            }
        }
        return true;
    }

    template <class Rule>
    bool check_baseline(const Rule& rule) {
        bool needs_value = is_one_of<Rule, PercentPerAnnum, PercentByDate, LinearTo>;
        if constexpr (is_one_of<Rule, Floor, Ceiling>) needs_value = rule.change.has_value();
        bool needs_period = is_one_of<Rule, PercentPerAnnum, LinearTo>;
        if constexpr (std::is_same_v<Rule, PercentByDate>) needs_period = rule.due.has_value();
        const bool lacks_value = needs_value && !(track_.baseline && track_.baseline->value);
        const bool lacks_period = needs_period && !(track_.baseline && track_.baseline->period);
        if (!lacks_value && !lacks_period) return true;
        const std::string lacking = lacks_value && lacks_period ? "a baseline with value and period"
                                    : lacks_value               ? "a baseline value"
                                                                : "the baseline's period";
        return fail("needs-baseline", "the target starts from " + lacking + ", which is not there", "kind",
                    "Add baseline = { value = …, period = \"…\" }.");
    }

    template <class Rule>
    bool check_due(const Rule& rule) {
        if constexpr (std::is_same_v<Rule, PercentPerAnnum>) {
            return true;
        } else {
            const std::optional<Date> due = rule.due;
            if (due && !is_plausible(*due)) {
                return fail("year-out-of-range", due->to_string() + " is far away", "due",
                            "Write a year from 1900 to 2199.");
            }
            const auto period = track_.baseline ? track_.baseline->period : std::nullopt;
            if (due && period && *due <= period->last_day()) {
                return fail("due-before-baseline",
                            "the target is due on " + due->to_words() + ", but its baseline runs to " +
                                period->last_day().to_words(),
                            "due", "Correct the date, or the baseline's period.");
            }
            return true;
        }
    }

    /// Where the path ends; a path runs one way, so that nothing between is further out.
    [[nodiscard]] Ratio end_of(const PercentPerAnnum& rule) const {
        Ratio end = exact(*track_.baseline->value);
        for (int year = 0; year < rule.years; ++year) end *= growth(rule.change.value);
        return end;
    }
    [[nodiscard]] Ratio end_of(const PercentByDate& rule) const { return changed(rule.change); }
    [[nodiscard]] Ratio end_of(const AbsoluteTarget& rule) const { return exact(rule.value); }
    [[nodiscard]] Ratio end_of(const LinearTo& rule) const { return exact(rule.value); }
    [[nodiscard]] Ratio end_of(const Floor& rule) const {
        return rule.value ? exact(*rule.value) : changed(*rule.change);
    }
    [[nodiscard]] Ratio end_of(const Ceiling& rule) const {
        return rule.value ? exact(*rule.value) : changed(*rule.change);
    }
    [[nodiscard]] Ratio end_of(const MilestoneBy&) const { return 0; }
    [[nodiscard]] Ratio changed(const Percent& change) const {
        return exact(*track_.baseline->value) * growth(change.value);
    }

    void check_end() {
        const bool by_percent = std::holds_alternative<PercentPerAnnum>(target_.rule) ||
                                std::holds_alternative<PercentByDate>(target_.rule);
        const std::string_view key = by_percent ? "percent" : "value";
        const Ratio end = std::visit([&](const auto& rule) { return end_of(rule); }, target_.rule);
        try {
            const Decimal shown = rounded(end, 12, Rounding::half_up);
            if (end < 0) {
                fail("negative-value", "the target ends below zero", key, "Correct the value or the per cent.");
            } else if (is_percentage(indicator_.measure) && end > 100) {
                fail("not-a-percentage", "the target ends at " + shown.to_string() + ", above 100 per cent", key,
                     "Write 60 for 60%.");
            }
        } catch (const DataError&) {
            fail("number-out-of-range", "the target grows beyond what can be worked out exactly", key,
                 "Use smaller numbers.");
        }
    }

    const Indicator& indicator_;
    const Track& track_;
    const Target& target_;
    Findings& findings_;
};

}  // namespace

void check_target(const Indicator& indicator, const Track& track, Findings& findings) {
    TargetCheck(indicator, track, findings).run();
}

}  // namespace ontrack::inline v0::detail
