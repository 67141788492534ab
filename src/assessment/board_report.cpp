#include <ontrack/assessment/board_report.hpp>

#include "assessment/status.hpp"

namespace ontrack {
inline namespace v0 {

std::string_view to_string(BudgetStanding standing) noexcept {
    switch (standing) {
        case BudgetStanding::under:
            return "under";
        case BudgetStanding::on:
            return "on";
        case BudgetStanding::over:
            return "over";
        case BudgetStanding::not_rated:
            return "not_rated";
    }
    return {};
}

std::string_view to_words(BudgetStanding standing) noexcept {
    switch (standing) {
        case BudgetStanding::under:
            return "under budget";
        case BudgetStanding::on:
            return "on budget";
        case BudgetStanding::over:
            return "over budget";
        case BudgetStanding::not_rated:
            return "not rated";
    }
    return {};
}

BudgetPosition position_of(const BudgetLine& line) {
    if (!line.allocated) return {.reason = "the plan does not say how much is allocated"};
    if (!line.spent && !line.committed) return {.reason = "the plan does not say how much is spent or committed"};
    BudgetPosition position;
    position.uncommitted = *line.allocated - line.spent.value_or(Decimal()) - line.committed.value_or(Decimal());
    const int sign = position.uncommitted->sign();
    if (sign < 0) {
        position.standing = BudgetStanding::over;
        return position;
    }
    // What is not given could still take the line over its budget.
    if (!line.spent || !line.committed) {
        position.reason = line.spent ? "what is committed is not known" : "what is spent is not known";
    }
    position.standing = sign == 0 ? BudgetStanding::on : BudgetStanding::under;
    return position;
}

Rated rate(const Action& action, const Date& day) {
    if (action.done) {
        return {.status = action.due && *action.done > *action.due ? Status::done_late : Status::done};
    }
    if (!action.due) return detail::not_rated("no day is named by which it is to be done");
    return {.status = *action.due < day ? Status::overdue : Status::not_yet_due};
}

}  // namespace v0
}  // namespace ontrack
