#include <gtest/gtest.h>

#include <ontrack/assessment/board_report.hpp>

namespace ontrack {
namespace {

BudgetLine line(std::optional<int> allocated, std::optional<const char*> spent, std::optional<int> committed) {
    BudgetLine made{.name = "Treatment"};
    if (allocated) made.allocated = Decimal(*allocated);
    if (spent) made.spent = Decimal::from_string(*spent);
    if (committed) made.committed = Decimal(*committed);
    return made;
}

TEST(Budget, StandsByWhatIsFreeToThePenny) {
    EXPECT_EQ(position_of(line(100, "60.00", 40)).standing, BudgetStanding::on);
    EXPECT_EQ(position_of(line(100, "60.01", 40)).standing, BudgetStanding::over);
    EXPECT_EQ(position_of(line(100, "59.99", 40)).standing, BudgetStanding::under);
    EXPECT_EQ(position_of(line(100, "60.01", 40)).uncommitted->to_string(), "-0.01");
}

TEST(Budget, WhatIsNotGivenIsUnknownAndSaidSo) {
    const BudgetPosition spent_only = position_of(line(100, "60", {}));
    EXPECT_EQ(spent_only.standing, BudgetStanding::under);
    EXPECT_EQ(spent_only.reason, "what is committed is not known");
    EXPECT_EQ(position_of(line(100, {}, 100)).reason, "what is spent is not known");
    EXPECT_EQ(position_of(line({}, "60", 40)).standing, BudgetStanding::not_rated);
    EXPECT_EQ(position_of(line(100, {}, {})).standing, BudgetStanding::not_rated);
    EXPECT_FALSE(position_of(line(100, {}, {})).uncommitted);
    EXPECT_EQ(position_of(line(100, "101", {})).standing, BudgetStanding::over) << "whatever else is committed";
}

TEST(Action, IsOverdueTheDayAfterItsDay) {
    Action action{.text = "Circulate the list"};
    const Date due(2017, 11, 30);
    EXPECT_EQ(rate(action, due).status, Status::not_rated);
    action.due = due;
    EXPECT_EQ(rate(action, due).status, Status::not_yet_due);
    EXPECT_EQ(rate(action, plus_days(due, 1)).status, Status::overdue);
    action.done = due;
    EXPECT_EQ(rate(action, plus_days(due, 1)).status, Status::done);
    action.done = plus_days(due, 1);
    EXPECT_EQ(rate(action, plus_days(due, 1)).status, Status::done_late);
}

TEST(Action, ThatItWasDoneLaterIsNotKnownEarlier) {
    Plan plan;
    plan.actions.push_back({.text = "Circulate the list", .done = Date(2017, 11, 30)});
    EXPECT_TRUE(as_seen_on(plan, Date(2017, 11, 30)).actions.front().done);
    EXPECT_FALSE(as_seen_on(plan, Date(2017, 11, 29)).actions.front().done);
}

}  // namespace
}  // namespace ontrack
