#include <gtest/gtest.h>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using test::assess_first;
using test::seen;
using test::small_plan;

// A made-up series: 400 a quarter, and a centre that opens on 1 April 2017 adds 50 a quarter (200 a year).
Plan centre(const std::string& event, const std::string& baseline = "2016-17", const std::string& per_quarter = "450") {
    std::string observations;
    for (const char* period : {"2016-17 Q1", "2016-17 Q2", "2016-17 Q3", "2016-17 Q4"})
        observations += seen(period, "400");
    for (const char* period : {"2017-18 Q1", "2017-18 Q2", "2017-18 Q3", "2017-18 Q4"})
        observations += seen(period, per_quarter);
    return small_plan(
        "measure = \"count\"\npolarity = \"low\"\nfrequency = \"quarter\"\nyear_is = \"sum\"\n"
        "baseline = { value = 1600, period = \"" +
            baseline +
            "\" }\n"
            "target = { kind = \"percent_by_date\", percent = 0, due = 2019-03-31 }\nobservations = [" +
            observations + "]\n",
        "[[interruption]]\ncode = \"i\"\nname = \"Centre opened\"\nindicators = [\"x\"]\n" + event + "\n");
}
TrackAssessment of(const std::string& event, const std::string& baseline = "2016-17") {
    return assess_first(centre(event, baseline)).whole;
}
const std::string step = "from = 2017-04-01\nkind = \"step\"\nsize = 200";

TEST(Interruption, restates_a_target_with_the_step) {
    const TrackAssessment whole = of(step);
    EXPECT_EQ(whole.projected.status, Status::missed);  // 1800 against 1600
    ASSERT_EQ(whole.restated.size(), 1U);
    EXPECT_EQ(whole.restated[0].lower, Decimal(1800));
    EXPECT_EQ(whole.restated[0].at_lower.status, Status::met);
    EXPECT_EQ(whole.restated[0].sentence,
              "without “Centre opened” the target of 1600 would be off target; with it, at 1800, it is on target");
}

TEST(Interruption, restates_with_both_ends_of_a_range) {
    const TrackAssessment whole = of("from = 2017-04-01\nkind = \"step\"\nsize = [100, 200]");
    EXPECT_EQ(whole.restated.at(0).lower, Decimal(1700));
    EXPECT_EQ(whole.restated[0].upper, Decimal(1800));
    EXPECT_EQ(whole.restated[0].at_lower.status, Status::missed);  // 1800 is beyond 1700 + 5 %
    EXPECT_EQ(whole.restated[0].at_upper.status, Status::met);
}

TEST(Interruption, counts_for_the_days_that_it_touches) {
    // 92 of the year's 365 days.
    const TrackAssessment part = of("from = 2017-12-30\nkind = \"step\"\nsize = 365");
    EXPECT_EQ(part.restated.at(0).lower, Decimal(1692));
    // A temporary one ends: 30 days.
    const TrackAssessment month = of("from = 2017-04-01\nto = 2017-04-30\nkind = \"temporary\"\nsize = 365");
    EXPECT_EQ(month.restated.at(0).lower, Decimal(1630));
    // In the baseline's year too: only what is more is added.
    const TrackAssessment both = of("from = 2016-10-01\nkind = \"step\"\nsize = 365");
    EXPECT_EQ(both.restated.at(0).lower, Decimal(1783));
    EXPECT_EQ(of("from = 2017-04-01\nkind = \"step\"\nsize = 50\nper = \"quarter\"").restated.at(0).lower,
              Decimal(1800));
}

TEST(Interruption, of_a_splitted_size_is_the_same) {
    // Two halves of a step restate by the same sum as the whole.
    const Decimal whole = of(step).restated.at(0).lower - Decimal(1600);
    const Decimal half = of("from = 2017-04-01\nkind = \"step\"\nsize = 100").restated.at(0).lower - Decimal(1600);
    EXPECT_EQ(whole, half + half);
}

TEST(Interruption, qualifies_what_is_compared_across_it) {
    const TrackAssessment whole = of(step);
    EXPECT_EQ(whole.projected.qualified, "an interruption since the baseline (Centre opened)");
    EXPECT_EQ(whole.year_to_date.qualified, whole.projected.qualified);
    EXPECT_EQ(whole.since_last_year.qualified, "an interruption between the two (Centre opened)");
    EXPECT_EQ(whole.since_last_period.qualified, "");  // Q3 and Q4 are both after it
}

TEST(Interruption, before_the_baseline_changes_nothing) {
    const TrackAssessment whole = of("from = 2015-04-01\nkind = \"step\"\nsize = 200");
    EXPECT_TRUE(whole.restated.empty());
    EXPECT_EQ(whole.projected.qualified, "");
    EXPECT_EQ(whole.since_last_year.qualified, "");
}

TEST(Interruption, without_a_size_or_of_a_slope_qualifies_and_restates_nothing) {
    EXPECT_TRUE(of("from = 2017-04-01\nkind = \"step\"").restated.empty());
    EXPECT_NE(of("from = 2017-04-01\nkind = \"step\"").projected.qualified, "");
    EXPECT_TRUE(of("from = 2017-04-01\nkind = \"slope\"\nsize = 10").restated.empty());
    EXPECT_NE(of("from = 2017-04-01\nkind = \"slope\"\nsize = 10").projected.qualified, "");
}

TEST(Interruption, of_another_indicator_touches_nothing) {
    Plan plan = centre(step);
    plan.interruptions.front().indicators.clear();
    EXPECT_EQ(assess_first(plan).whole.projected.qualified, "");
}

TEST(Interruption, is_exact_at_the_edge_of_close) {
    // 1890 is exactly 5 % above 1800; one more is beyond.
    const auto status = [](const std::string& per_quarter) {
        return assess_first(centre(step, "2016-17", per_quarter)).whole.restated.at(0).at_lower.status;
    };
    EXPECT_EQ(status("450"), Status::met);
    EXPECT_EQ(status("472"), Status::near);
    EXPECT_EQ(status("473"), Status::missed);  // 1892
}

}  // namespace
}  // namespace ontrack
