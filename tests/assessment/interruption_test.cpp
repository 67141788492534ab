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
              "without “Centre opened” the target of 1600 would be off target; with it, it would be on target at 1800");
}

TEST(Interruption, restates_with_both_ends_of_a_range) {
    const TrackAssessment whole = of("from = 2017-04-01\nkind = \"step\"\nsize = [100, 200]");
    EXPECT_EQ(whole.restated.at(0).lower, Decimal(1700));
    EXPECT_EQ(whole.restated[0].upper, Decimal(1800));
    EXPECT_EQ(whole.restated[0].at_lower.status, Status::missed);  // 1800 is beyond 1700 + 5 %
    EXPECT_EQ(whole.restated[0].at_upper.status, Status::met);
    EXPECT_TRUE(whole.restated[0].sentence.ends_with("with it, it would be off target at 1700 and on target at 1800"));
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

TEST(Interruption, without_a_size_qualifies_and_restates_nothing) {
    for (const char* kind : {"step", "slope"}) {
        const TrackAssessment whole = of(std::string("from = 2017-04-01\nkind = \"") + kind + "\"");
        EXPECT_TRUE(whole.restated.empty());
        EXPECT_NE(whole.projected.qualified, "");
    }
}

Decimal sloped(const std::string& rest) {
    return of("kind = \"slope\"\n" + rest).restated.at(0).lower - Decimal(1600);
}

TEST(Interruption, of_a_slope_adds_the_growth_since_it_began) {
    // 200 a year: from nothing on 1 April 2017 to 200 a year on 31 March 2018, 100 in all.
    EXPECT_EQ(sloped("from = 2017-04-01\nsize = 200"), Decimal(100));
    // 8 a quarter: 4, 12, 20 and 28 in the four quarters.
    EXPECT_EQ(sloped("from = 2017-04-01\nsize = 8\nper = \"quarter\""), Decimal(64));
    // From 1 October: half a year passes, and the area is a quarter as large (182 of 365 days).
    EXPECT_EQ(sloped("from = 2017-10-01\nsize = 266450"), Decimal(182 * 182));
    // From the middle of the baseline's year: its own 4 and 12 are taken away.
    EXPECT_EQ(sloped("from = 2016-10-01\nsize = 8\nper = \"quarter\""), Decimal(20 + 28 + 36 + 44 - 4 - 12));
    const TrackAssessment ranged = of("kind = \"slope\"\nfrom = 2017-04-01\nsize = [-200, 200]");
    EXPECT_EQ(ranged.restated.at(0).lower, Decimal(1500));
    EXPECT_EQ(ranged.restated[0].upper, Decimal(1700));
}

TEST(Interruption, of_a_slope_scales_and_splits_as_its_size_does) {
    const Decimal whole = sloped("from = 2017-06-20\nsize = 365");
    EXPECT_EQ(sloped("from = 2017-06-20\nsize = 730"), whole * Decimal(2));
    EXPECT_EQ(sloped("from = 2017-06-20\nsize = 100") + sloped("from = 2017-06-20\nsize = 265"), whole);
    EXPECT_EQ(sloped("from = 2017-06-20\nsize = -365"), -whole);
}

TEST(Interruption, of_a_slope_before_the_baseline_restates_nothing) {
    EXPECT_TRUE(of("kind = \"slope\"\nfrom = 2015-04-01\nsize = 200").restated.empty());
}

TEST(Interruption, of_a_slope_adds_to_a_level_what_it_has_grown_to) {
    const Plan plan = small_plan(
        "measure = \"percentage\"\npolarity = \"high\"\nfrequency = \"quarter\"\nyear_is = \"latest\"\n"
        "baseline = { value = 40, period = \"2016-17\" }\ntarget = { kind = \"absolute\", value = 40 }\nobservations = "
        "[" +
            seen("2017-18 Q1", "40") + seen("2017-18 Q2", "40") + seen("2017-18 Q3", "41") + seen("2017-18 Q4", "42") +
            "]\n",
        "[[interruption]]\ncode = \"i\"\nname = \"I\"\nindicators = [\"x\"]\nfrom = 2017-10-01\nkind = \"slope\"\n"
        "size = 1\nper = \"quarter\"\n");
    EXPECT_EQ(assess_first(plan).whole.restated.at(0).lower, Decimal(42));
    Plan mean = plan;
    mean.indicators.front().year_rule = YearRule::mean;
    // Half a year's growth of half a point and a point and a half, over four quarters.
    EXPECT_EQ(assess_first(mean).whole.restated.at(0).lower, Decimal::parse("40.5").value());
}

/// A made-up series: 6000 a quarter less 30 each quarter, and from April 2017 what the event adds.
Plan made_up(const std::vector<int>& added, const std::string& event) {
    std::string observations;
    for (int i = 0; i < 8; ++i) {
        const std::string label = (i < 4 ? "2016-17 Q" : "2017-18 Q") + std::to_string(i % 4 + 1);
        observations +=
            seen(label, std::to_string(6000 - 30 * i + (i < 4 ? 0 : added[static_cast<std::size_t>(i - 4)])));
    }
    return small_plan(
        "measure = \"count\"\npolarity = \"low\"\nfrequency = \"quarter\"\nyear_is = \"sum\"\n"
        "baseline = { value = 23820, period = \"2016-17\" }\n"
        "target = { kind = \"percent_by_date\", percent = -2, due = 2018-03-31 }\nobservations = [" +
            observations + "]\n",
        event.empty()
            ? ""
            : "[[interruption]]\ncode = \"i\"\nname = \"I\"\nindicators = [\"x\"]\nfrom = 2017-04-01\n" + event);
}

TEST(Interruption, of_a_made_up_series_restates_to_the_answer_without_the_event) {
    // Without the event the year is 23340 against 23820 − 2 % = 23343.6, rounded 23344: met by 4.
    const Rated without = assess_first(made_up({0, 0, 0, 0}, "")).whole.projected;
    EXPECT_EQ(without.status, Status::met);
    const Decimal margin = *without.against - *without.compared;
    for (const auto& [added, event] :
         {std::pair{std::vector<int>{400, 400, 400, 400}, "kind = \"step\"\nsize = 1600\n"},
          std::pair{std::vector<int>{160, 480, 800, 1120}, "kind = \"slope\"\nsize = 320\nper = \"quarter\"\n"}}) {
        const TrackAssessment whole = assess_first(made_up(added, event)).whole;
        EXPECT_EQ(whole.projected.status, Status::missed) << event;
        EXPECT_EQ(whole.restated.at(0).at_lower.status, Status::met) << event;
        EXPECT_EQ(whole.restated[0].lower - *whole.projected.compared, margin) << event;
    }
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
