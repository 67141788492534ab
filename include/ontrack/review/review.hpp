#pragma once

#include <optional>
#include <vector>

#include <ontrack/assessment/board_report.hpp>
#include <ontrack/assessment/contradiction.hpp>
#include <ontrack/assessment/roll_up.hpp>
#include <ontrack/risk/placement.hpp>

namespace ontrack {
inline namespace v0 {

/// One indicator's results, beside the indicator itself (`plan.indicators` at the same index).
struct IndicatorReview {
    Assessment assessment;
    Placement risk;
};

/// What became of one indicator since an earlier review.
struct Movement {
    std::string code;
    std::string name;
    std::optional<Status>
        before;  ///< of the year's end, or to date where that was not rated; empty: it was not in the plan
    std::optional<Status> now;  ///< empty: it is in the plan no more
    std::string why;  ///< one sentence: what else is different

    [[nodiscard]] bool changed() const noexcept { return before != now; }
};

/// A whole run. Holds the plan as it could be known (`as_seen_on` the end of `as_at`), so that a report shows nothing later.
struct Review {
    Plan plan;
    std::optional<Period> as_at;  ///< as asked for
    Date day;  ///< nothing later was looked at: the last day of `as_at`, else the last day known
    Period year;  ///< the year that was assessed: the one that holds `day`
    std::vector<IndicatorReview> indicators;
    std::vector<Placement>
        risks;  ///< the table of risks: that of every indicator with a target or a judgement, then the register's
    std::vector<Contradiction> contradictions{};
    std::vector<RollUp> roll_ups{};  ///< one per theme with a target, then the whole plan
    std::vector<Rated> actions{};  ///< on `day`, in the order of `plan.actions`
    std::vector<BudgetPosition> budget{};  ///< in the order of `plan.budget`
    std::optional<Date> movement_since{};  ///< the day of the earlier review, where one was compared with
    std::vector<Movement> movements{};  ///< in the order of the indicators; those gone come last
};

/// Runs plan → trajectory → projection → assessment → placement. Without `as_at` everything the plan holds counts: `day` is the
/// last day that the plan has data for (the end of the plan's year when it has none).
/// Throws `PlanError` (`nothing-to-review`) for a plan without data and without a year.
[[nodiscard]] ONTRACK_EXPORT Review review(const Plan& plan, std::optional<Period> as_at = std::nullopt);

}  // namespace v0
}  // namespace ontrack
