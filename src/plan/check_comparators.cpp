#include <map>
#include <string>

#include "plan/checking.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// Checks one comparator against the measure of its indicator.
class ComparatorCheck {
public:
    ComparatorCheck(const Indicator& indicator, const Comparator& comparator, Findings& findings)
        : indicator_(indicator), comparator_(comparator), findings_(findings) {}

    void run() {
        const bool given = comparator_.figure.value || comparator_.figure.numerator || comparator_.figure.denominator;
        const int kinds = int{given} + int{!comparator_.members.empty()} + int{comparator_.own.has_value()};
        if (kinds != 1) {
            findings_.add("one-kind-of-comparator",
                          "a comparator has a value, or the members of a family, or a value of the indicator's own",
                          comparator_.where, "", "Keep one of `value`, `members` and `own`.");
            return;
        }
        if (given) check_figure(comparator_.figure, comparator_.where, false);
        for (const FamilyMember& member : comparator_.members) check_member(member);
    }

private:
    void check_member(const FamilyMember& member) {
        if (member.from && member.to && *member.to < *member.from) {
            findings_.add("ends-before-it-begins", "the area leaves the family before it joins", member.where, "to",
                          "Correct one of the two days.");
        }
        check_figure(member.figure, member.where, comparator_.average == FamilyAverage::pooled);
    }

    void check_figure(const ComparedFigure& figure, const Place& where, bool needs_counts) {
        const auto fail = [&](std::string code, std::string message, std::string_view key, std::string remedy) {
            findings_.add(std::move(code), std::move(message), where, key, std::move(remedy));
        };
        if (figure.numerator.has_value() != figure.denominator.has_value()) {
            fail("half-a-ratio", "numerator and denominator go together",
                 figure.numerator ? "numerator" : "denominator", "Add the other one: numerator out of denominator.");
        } else if (figure.numerator && !per_of(indicator_.measure)) {
            fail("unexpected-key", "a " + std::string(to_string(indicator_.measure)) + " is no ratio", "numerator",
                 "Write it as `value`.");
        } else if (figure.numerator && (figure.numerator->sign() < 0 || figure.denominator->sign() <= 0)) {
            fail("negative-value", "a numerator is not negative, and a denominator above zero", "numerator",
                 "Check the figures.");
        } else if (needs_counts && !figure.numerator) {
            fail("needs-ratio", "a pooled average needs numerators and denominators", "numerator",
                 "Add both, or write average = \"mean_of_rates\".");
        } else if (!figure.value) {
            fail("missing-value", "there is no value to compare with", "value",
                 "Add `value`, or numerator and denominator.");
        } else if (figure.value->sign() < 0 && !may_be_negative(indicator_.measure)) {
            fail("negative-value", "a " + std::string(to_string(indicator_.measure)) + " is not negative", "value",
                 "Check the figure.");
        } else if (is_percentage(indicator_.measure) && *figure.value > Decimal(100)) {
            fail("not-a-percentage", figure.value->to_string() + " is not between 0 and 100 per cent",
                 figure.numerator ? "numerator" : "value", "Write 60 for 60%.");
        }
    }

    const Indicator& indicator_;
    const Comparator& comparator_;
    Findings& findings_;
};

}  // namespace

void check_comparators(const Indicator& indicator, const Track& track, Findings& findings) {
    std::map<std::string, Place> first_of_code;
    for (const Comparator& comparator : track.comparators) {
        const auto [first, is_new] = first_of_code.emplace(comparator.code, comparator.where);
        if (!is_new) {
            findings.add("duplicate-code",
                         "comparator " + in_ticks(comparator.code) + " is there already" + on_line(first->second),
                         comparator.where, "code", "Give each comparator a code of its own.");
        }
        ComparatorCheck(indicator, comparator, findings).run();
    }
}

}  // namespace ontrack::inline v0::detail
