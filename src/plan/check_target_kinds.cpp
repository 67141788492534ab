#include <algorithm>
#include <string>

#include "plan/target_checking.hpp"
#include "plan/target_end.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// Checks of one kind each. What a kind cannot get wrong is sound.
struct OwnCheck {
    const TargetInPlan& in;

    template <class Rule>
    bool operator()(const Rule&) const {
        return true;
    }
    bool operator()(const PercentPerAnnum& rule) const {
        if (rule.years >= 1 && rule.years <= 50) return true;
        return in.fail("years-out-of-range", "a target runs for 1 to 50 years", "years", "Write how many years.");
    }
    bool operator()(const Floor& rule) const { return one_of(rule); }
    bool operator()(const Ceiling& rule) const { return one_of(rule); }
    bool operator()(const PointsByDate&) const { return is_share(); }

    bool operator()(const Stepped& rule) const {
        if (rule.steps.empty() || rule.steps.size() > 200) {
            return in.fail("wrong-number-of-steps", "a stepped target has 1 to 200 steps", "steps",
                           "Write the first step: steps = [{ by = 2018-03-31, value = 25 }].");
        }
        const auto later = std::adjacent_find(rule.steps.begin(), rule.steps.end(),
                                              [](const Step& a, const Step& b) { return b.by <= a.by; });
        if (later != rule.steps.end()) {
            return in.fail(
                "steps-out-of-order",
                "the step by " + (later + 1)->by.to_words() + " does not come after the one by " + later->by.to_words(),
                "steps[" + std::to_string(later + 1 - rule.steps.begin()) + "].by",
                "Put the steps in order, each day once.");
        }
        for (std::size_t i = 0; i < rule.steps.size(); ++i) {
            if (!is_possible(exact(rule.steps[i].value), "steps[" + std::to_string(i) + "].value")) return false;
        }
        return true;
    }

    bool operator()(const Band& rule) const {
        if (rule.lower > rule.upper) {
            return in.fail("band-upside-down", "the lower edge of the band is above its upper one", "lower",
                           "Exchange `lower` and `upper`.");
        }
        return is_possible(exact(rule.lower), "lower") && is_possible(exact(rule.upper), "upper");
    }

    bool operator()(const Maintain& rule) const {
        if (rule.margin && rule.margin_percent) {
            return in.fail("margin-twice", "the margin is given as such or in per cent of the baseline, not as both",
                           "margin", "Keep the one that the document states.");
        }
        const bool negative =
            (rule.margin && rule.margin->sign() < 0) || (rule.margin_percent && rule.margin_percent->value.sign() < 0);
        if (!negative) return true;
        return in.fail("negative-value", "a margin is not negative", rule.margin ? "margin" : "margin_percent",
                       "Write its size; `polarity` says on which side it lies.");
    }

    bool operator()(const CloseGap& rule) const {
        if (rule.share.value.sign() <= 0) {
            return in.fail("share-not-positive", "the part of the gap to close is above zero", "percent",
                           "Write 50 to close half of it.");
        }
        const Comparator* comparator = comparator_of(rule, in.track);
        if (comparator == nullptr) {
            return in.fail("unknown-reference", "the indicator has no comparator " + in_ticks(rule.comparator),
                           "comparator",
                           "Add it: comparators = [{ code = \"national\", name = \"National\", value = … }].");
        }
        const auto value = comparator_value(in.indicator, in.track, *comparator);
        if (!value) {
            return in.fail("needs-comparator-value",
                           "the comparator " + in_ticks(rule.comparator) + " has no value to close the gap to",
                           "comparator", "Add its value.");
        }
        const auto& baseline = in.track.baseline;
        if (!baseline || !baseline->value) return true;  // said where baselines are checked
        if (in.low_is_good() ? *value < *baseline->value : *value > *baseline->value) return true;
        return in.fail("no-gap",
                       "the baseline of " + baseline->value->to_string() + " is no worse than the comparator's " +
                           value->to_string(),
                       "comparator",
                       "There is no gap to close: correct a value or `polarity`, or choose another kind.");
    }

    bool operator()(const MeasurableChange& rule) const {
        if (!is_share()) return false;
        const Decimal& confidence = rule.confidence.value;
        // Beyond 99.9999 % a double cannot tell the tail.
        if (confidence < Decimal(1) || confidence > Decimal::from_string("99.9999")) {
            return in.fail("not-a-confidence", "a confidence lies between 1 and 99.9999 per cent", "confidence_percent",
                           "Write 95 for 95%.");
        }
        if (rule.sample < Decimal(1)) {
            return in.fail("sample-too-small", "a sample has at least one person", "sample",
                           "Write how many are asked in each survey.");
        }
        const Decimal& effect = rule.design_effect;
        if (effect < Decimal::from_string("0.1") || effect > Decimal(1000)) {
            return in.fail("not-a-design-effect", "a design effect lies between 0.1 and 1000", "design_effect",
                           "Leave it out for a simple random sample.");
        }
        const auto& baseline = in.track.baseline;
        if (!baseline || !baseline->value) return true;
        if (baseline->value->sign() > 0 && *baseline->value < Decimal(100)) return true;
        return in.fail("needs-baseline",
                       "from " + baseline->value->to_string() + "% no change can be told by its sample", "kind",
                       "The baseline has to lie between 0 and 100 per cent.");
    }

    bool operator()(const Stretch& rule) const {
        if (rule.value == rule.without || (rule.value > rule.without) == in.low_is_good()) {
            return in.fail("target-against-polarity",
                           "the stretch target is no better than what is expected without the agreement", "value",
                           "Correct `value`, `without` or `polarity`.");
        }
        if (!is_possible(exact(rule.without), "without")) return false;
        const Decimal& threshold = rule.threshold.value;
        if (threshold.sign() <= 0 || rule.cap.value < threshold || rule.cap.value > Decimal(1000)) {
            return in.fail("threshold-out-of-range", "the threshold is above zero, and the cap is between it and 1000",
                           "threshold_percent", "Write 60 for payment from 60% of the way on.");
        }
        if (rule.grant && rule.grant->sign() < 0) {
            return in.fail("negative-value", "a grant is not negative", "grant", "Check the amount.");
        }
        const bool is_code = rule.currency.size() == 3 && std::all_of(rule.currency.begin(), rule.currency.end(),
                                                                      [](char c) { return c >= 'A' && c <= 'Z'; });
        if (!is_code) {
            return in.fail("not-a-currency", in_ticks(rule.currency) + " is not a currency's code", "currency",
                           "Write its three letters: \"GBP\".");
        }
        return true;
    }

private:
    template <class Level>
    bool one_of(const Level& rule) const {
        if (rule.value.has_value() != rule.change.has_value()) return true;
        return in.fail("value-or-percent", "a floor or ceiling has either `value` or `percent`", "",
                       "Keep the one that the document states.");
    }
    [[nodiscard]] bool is_share() const {
        if (is_percentage(in.indicator.measure)) return true;
        return in.fail("target-does-not-fit", "only a measure in per cent moves by points", "kind",
                       "Choose another kind, or measure = \"percentage\".");
    }
    [[nodiscard]] bool is_possible(const Ratio& value, const std::string& key) const {
        if (value < 0) return in.fail("negative-value", "the target is below zero", key, "Correct the value.");
        if (!is_percentage(in.indicator.measure) || value <= 100) return true;
        return in.fail("not-a-percentage", "the target is above 100 per cent", key, "Write 60 for 60%.");
    }
};

}  // namespace

bool check_own(const TargetRule& rule, const TargetInPlan& in) {
    return std::visit(OwnCheck{in}, rule);
}

}  // namespace ontrack::inline v0::detail
