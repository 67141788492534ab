#include <ontrack/assessment/statement.hpp>

#include "assessment/wording.hpp"
#include "assessment/year_so_far.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

class CautionsOf {
public:
    CautionsOf(const Indicator& indicator, const detail::YearSoFar& so_far, const SmallNumberRule& rule)
        : indicator_(indicator), so_far_(so_far), rule_(rule) {}

    std::vector<Caution> gather() {
        if (const Observation* latest = so_far_.latest()) {
            if (std::holds_alternative<Count>(indicator_.measure)) {
                check_events(events_of(*latest), words(events_of(*latest).to_string()));
            } else if (latest->denominator) {
                check_ratio(*latest);
            }
        }
        for (const Observation* seen : so_far_.unknown) check_inexact(*seen);
        for (const Observation* seen : so_far_.known) check_flag(*seen);
        for (const Observation* seen : so_far_.unknown) check_flag(*seen);
        return std::move(found_);
    }

private:
    [[nodiscard]] std::string words(const std::string& number) const {
        return detail::amount_words(number, indicator_);
    }

    /// Of the year so far, or of the latest period.
    [[nodiscard]] Decimal events_of(const Observation& latest) const {
        if (indicator_.year_rule != YearRule::sum) return *latest.value;
        Decimal sum;
        for (const Observation* seen : so_far_.known) sum = sum + *seen->value;
        return sum;
    }

    void check_events(const Decimal& events, const std::string& words) {
        if (events >= Decimal(rule_.events)) return;
        found_.push_back({"small-numbers", "small numbers: " + words + ", fewer than " + std::to_string(rule_.events) +
                                               ", so that a few more or less would change the picture"});
    }

    void check_base(const Decimal& base, const std::optional<Decimal>& events = std::nullopt) {
        if (base >= Decimal(rule_.base)) return;
        const std::string counts = events ? " (" + events->to_string() + " of " + base.to_string() + ")" : "";
        found_.push_back({"small-base", "small numbers: per cent of " + base.to_string() + ", fewer than " +
                                            std::to_string(rule_.base) + ", so that each one counts much" + counts});
    }

    void check_ratio(const Observation& seen) {
        if (is_percentage(indicator_.measure)) {
            check_base(*seen.denominator, seen.numerator);
        } else {
            check_events(*seen.numerator, seen.numerator->to_string() + " events");
        }
    }

    void check_inexact(const Observation& seen) {
        if (!seen.inexact) return;
        if (seen.denominator) check_base(*seen.denominator);
        if (!std::holds_alternative<Count>(indicator_.measure)) return;
        const std::string figure = words(detail::inexact_words(*seen.inexact, indicator_));
        if (const auto* range = std::get_if<FigureRange>(&*seen.inexact)) check_events(range->lower, figure);
        const auto* bound = std::get_if<FigureBound>(&*seen.inexact);
        if (bound != nullptr && (bound->kind == BoundKind::less_than || bound->kind == BoundKind::at_most)) {
            // "Fewer than 20" is fewer than 20.
            const bool below = bound->kind == BoundKind::less_than;
            check_events(below ? bound->value - Decimal(1) : bound->value, figure);
        }
    }

    void check_flag(const Observation& seen) {
        if (!seen.reported || seen.reported->flag_reason != FlagReason::data_quality) return;
        found_.push_back({"flag-for-data-quality",
                          "flagged " + std::string(to_string(*seen.reported->flag)) + " in " + seen.period.label() +
                              " only for the quality of the data, which says nothing of performance"});
    }

    const Indicator& indicator_;
    const detail::YearSoFar& so_far_;
    SmallNumberRule rule_;
    std::vector<Caution> found_;
};

}  // namespace

std::vector<Caution> cautions(const Indicator& indicator, const Track& track, const Period& year,
                              const SmallNumberRule& rule) {
    if (std::holds_alternative<Milestone>(indicator.measure)) return {};
    const detail::YearSoFar so_far = detail::year_so_far(indicator, track, year);
    return CautionsOf(indicator, so_far, rule).gather();
}

}  // namespace v0
}  // namespace ontrack
