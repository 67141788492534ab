#include <ontrack/review/review.hpp>

#include <algorithm>

namespace ontrack {
inline namespace v0 {
namespace {

Date day_of(const Plan& plan, const std::optional<Period>& as_at) {
    if (as_at) return as_at->last_day();
    if (const auto last = last_day_known(plan)) return *last;
    if (plan.year) return plan.year->last_day();
    throw PlanError(Problem{"nothing-to-review",
                            "the plan has no data and names no year",
                            {},
                            "Give the plan a year or an observation, or say as at which period to review it."});
}

const Placement* risk_of(const Review& review, const std::string& indicator) {
    const auto found = std::find_if(review.indicators.begin(), review.indicators.end(),
                                    [&](const IndicatorReview& one) { return one.risk.code == indicator; });
    return found == review.indicators.end() ? nullptr : &found->risk;
}

/// Without a target nothing can be missed: such an indicator is in the table of risks only where someone judged it.
bool is_at_risk(const Indicator& indicator) {
    return has_target(indicator) || indicator.likelihood || indicator.impact;
}

}  // namespace

Review review(const Plan& plan, std::optional<Period> as_at) {
    const Date day = day_of(plan, as_at);
    Review review{.plan = as_at ? as_seen_on(plan, day) : plan,
                  .as_at = as_at,
                  .day = day,
                  .year = Period::containing(day, Frequency::year, plan.year_start),
                  .indicators = {},
                  .risks = {}};
    std::vector<Assessment> assessments;
    for (const Indicator& indicator : review.plan.indicators) {
        assessments.push_back(assess(review.plan, indicator, review.year, day));
    }
    review.contradictions = contradictions(review.plan, assessments);
    review.roll_ups = roll_ups(review.plan, assessments);
    for (std::size_t i = 0; i < assessments.size(); ++i) {
        const Indicator& indicator = review.plan.indicators[i];
        Placement risk = place(review.plan, indicator, assessments[i]);
        if (is_at_risk(indicator)) review.risks.push_back(risk);
        review.indicators.push_back({std::move(assessments[i]), std::move(risk)});
    }
    for (const RiskEntry& entry : review.plan.risks) {
        review.risks.push_back(place(review.plan, entry, risk_of(review, entry.indicator)));
    }
    for (const Action& action : review.plan.actions) review.actions.push_back(rate(action, day));
    for (const BudgetLine& line : review.plan.budget) review.budget.push_back(position_of(line));
    return review;
}

}  // namespace v0
}  // namespace ontrack
