#include <string>
#include <type_traits>

#include "plan/target_checking.hpp"
#include "plan/target_end.hpp"

namespace ontrack::inline v0::detail {
namespace {

template <class Rule, class... Kinds>
constexpr bool is_one_of = (std::is_same_v<Rule, Kinds> || ...);

/// Checks one target against its indicator and baseline.
class TargetCheck {
public:
    explicit TargetCheck(const TargetInPlan& in)
        : in_(in), indicator_(in.indicator), track_(in.track), target_(in.target) {}

    void run() {
        if (target_.decimals < 0 || target_.decimals > 6) {
            in_.fail("decimals-out-of-range", "targets are rounded to 0 to 6 decimal places", "decimals",
                     "Write a number from 0 to 6.");
            return;
        }
        const bool sound = std::visit([&](const auto& rule) { return is_sound(rule); }, target_.rule);
        if (sound) check_end();
    }

private:
    template <class Rule>
    bool is_sound(const Rule& rule) {
        const bool milestone = std::holds_alternative<Milestone>(indicator_.measure);
        if (milestone != std::is_same_v<Rule, MilestoneBy>) {
            return in_.fail("target-does-not-fit",
                            milestone ? "a milestone has a target of kind `milestone`"
                                      : "only a milestone has a target of kind `milestone`",
                            "kind",
                            milestone ? "Write kind = \"milestone\" and when it is due." : "Choose another kind.");
        }
        const bool sound = check_direction(rule);
        if (!check_own(target_.rule, in_)) return false;
        return check_baseline(rule) && check_due(rule) && sound;
    }

    template <class Rule>
    bool check_direction(const Rule& rule) {
        const bool low_is_good = in_.low_is_good();
        if constexpr (is_one_of<Rule, Floor, Ceiling>) {
            if (std::is_same_v<Rule, Floor> == low_is_good) {
                return in_.fail("target-against-polarity",
                                low_is_good ? "a floor, where low is good" : "a ceiling, where high is good", "kind",
                                low_is_good ? "Write \"ceiling\", or polarity = \"high\"."
                                            : "Write \"floor\", or polarity = \"low\".");
            }
        } else if constexpr (is_one_of<Rule, PercentPerAnnum, PercentByDate>) {
            return check_sign(rule.change.value, "percent");
        } else if constexpr (std::is_same_v<Rule, PointsByDate>) {
            return check_sign(rule.points, "points");
        } else if constexpr (std::is_same_v<Rule, LinearTo>) {
            return check_end_against(rule.value, "value", "the line moves away from what is good");
        } else if constexpr (std::is_same_v<Rule, Stepped>) {
            if (!rule.steps.empty()) {
                return check_end_against(rule.steps.back().value, "steps", "the steps lead away from what is good");
            }
        }
        return true;
    }

    bool check_sign(const Decimal& change, std::string_view key) {
        const bool low_is_good = in_.low_is_good();
        if (change.sign() == 0 || (change.sign() > 0) != low_is_good) return true;
        return in_.fail("target-against-polarity",
                        low_is_good ? "the target rises, where low is good" : "the target falls, where high is good",
                        key, "Write a reduction with a minus (" + std::string(key) + " = -5), or correct `polarity`.");
    }

    bool check_end_against(const Decimal& end, std::string_view key, std::string message) {
        if (!track_.baseline || !track_.baseline->value) return true;
        const Decimal& start = *track_.baseline->value;
        if (end == start || (end > start) != in_.low_is_good()) return true;
        return in_.fail("target-against-polarity", std::move(message), key,
                        "Correct the value, the baseline or `polarity`.");
    }

    template <class Rule>
    bool check_baseline(const Rule& rule) {
        const bool needs_value = starts_from_baseline(target_.rule);
        bool needs_period = is_one_of<Rule, PercentPerAnnum, LinearTo, CloseGap>;
        if constexpr (is_one_of<Rule, PercentByDate, PointsByDate, MeasurableChange>)
            needs_period = rule.due.has_value();
        const bool lacks_value = needs_value && !(track_.baseline && track_.baseline->value);
        const bool lacks_period = needs_period && !(track_.baseline && track_.baseline->period);
        if (!lacks_value && !lacks_period) return true;
        const std::string lacking = lacks_value && lacks_period ? "a baseline with value and period"
                                    : lacks_value               ? "a baseline value"
                                                                : "the baseline's period";
        return in_.fail("needs-baseline", "the target starts from " + lacking + ", which is not there", "kind",
                        "Add baseline = { value = …, period = \"…\" }.");
    }

    template <class Rule>
    bool check_due(const Rule& rule) {
        if constexpr (is_one_of<Rule, PercentPerAnnum, NotSet, NotStated>) {
            return true;
        } else if constexpr (std::is_same_v<Rule, Stepped>) {
            return check_day(rule.steps.front().by, "steps[0].by") && check_day(rule.steps.back().by, "steps");
        } else {
            const std::optional<Date> due = rule.due;
            return !due || check_day(*due, "due");
        }
    }

    bool check_day(const Date& due, std::string_view key) {
        if (!is_plausible(due)) {
            return in_.fail("year-out-of-range", due.to_string() + " is far away", key,
                            "Write a year from 1900 to 2199.");
        }
        const auto period = track_.baseline ? track_.baseline->period : std::nullopt;
        if (!period || due > period->last_day()) return true;
        return in_.fail(
            "due-before-baseline",
            "the target is due on " + due.to_words() + ", but its baseline runs to " + period->last_day().to_words(),
            key, "Correct the date, or the baseline's period.");
    }

    /// The key that the end of the path comes from.
    [[nodiscard]] std::string_view key_of_end() const {
        if (std::holds_alternative<PercentPerAnnum>(target_.rule) ||
            std::holds_alternative<PercentByDate>(target_.rule) || std::holds_alternative<CloseGap>(target_.rule)) {
            return "percent";
        }
        if (std::holds_alternative<PointsByDate>(target_.rule)) return "points";
        if (std::holds_alternative<MeasurableChange>(target_.rule)) return "sample";
        if (const auto* maintain = std::get_if<Maintain>(&target_.rule)) {
            return maintain->margin ? "margin" : "margin_percent";
        }
        return "value";
    }

    /// A path runs one way, so that nothing between baseline and end is further out.
    void check_end() {
        const std::string_view key = key_of_end();
        try {
            const auto end = end_of(indicator_, track_);
            if (!end) return;
            const Decimal shown = rounded(*end, 12, Rounding::half_up);
            if (*end < 0) {
                in_.fail("negative-value", "the target ends below zero", key, "Correct the value or the per cent.");
            } else if (is_percentage(indicator_.measure) && *end > 100) {
                in_.fail("not-a-percentage", "the target ends at " + shown.to_string() + ", above 100 per cent", key,
                         "Write 60 for 60%.");
            }
        } catch (const DataError&) {
            in_.fail("number-out-of-range", "the target grows beyond what can be worked out exactly", key,
                     "Use smaller numbers.");
        }
    }

    TargetInPlan in_;
    const Indicator& indicator_;
    const Track& track_;
    const Target& target_;
};

}  // namespace

void check_target(const Indicator& indicator, const Track& track, Findings& findings) {
    TargetCheck({indicator, track, *track.target, findings}).run();
}

}  // namespace ontrack::inline v0::detail
