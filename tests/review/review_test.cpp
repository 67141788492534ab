#include <gtest/gtest.h>

#include <ontrack/review/review.hpp>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using namespace test;

const std::string three_quarters = seen("2017-18 Q1", "33") + seen("2017-18 Q2", "31") + seen("2017-18 Q3", "20");

std::optional<Decimal> year_to_date(const Review& review) {
    return review.indicators.front().assessment.whole.projection.year_to_date;
}

TEST(Review, LooksAtNothingLaterThanTheEndOfThePeriod) {
    const Plan plan = count_plan("99", three_quarters);
    const Review then = review(plan, parse_period("2017-18 Q2"));
    EXPECT_EQ(then.day, Date(2017, 9, 30));
    EXPECT_EQ(year_to_date(then), Decimal(64));
    EXPECT_EQ(then.plan.indicators.front().track.observations.size(), 2U);
    EXPECT_EQ(year_to_date(review(plan)), Decimal(84));
}

TEST(Review, AnyFrequencySaysAsAtWhen) {
    const Plan plan = count_plan("99", three_quarters);
    EXPECT_EQ(year_to_date(review(plan, Period::of_month(2017, 11))), Decimal(64));
    EXPECT_EQ(year_to_date(review(plan, parse_period("2017-18", Frequency::year))), Decimal(84));
    EXPECT_EQ(year_to_date(review(plan, parse_period("2017-18 H1"))), Decimal(64));
}

TEST(Review, TheYearIsTheOneThatHoldsTheDay) {
    const Plan plan = count_plan("99", three_quarters);
    EXPECT_EQ(review(plan, parse_period("2018-19 Q1")).year.label(), "2018-19");
    EXPECT_EQ(review(plan).year.label(), "2017-18");
    EXPECT_EQ(review(plan).day, Date(2017, 12, 31));
}

TEST(Review, WithoutAsAtAwaitedFiguresAfterTheLastOneAreKnownToBeAwaited) {
    const Review all =
        review(count_plan("99", seen("2017-18 Q1", "33") + "{ period = \"2017-18 Q2\", state = \"awaited\" }"));
    EXPECT_TRUE(all.indicators.front().assessment.whole.explanation.sentence.ends_with(
        "; the figure for 2017-18 Q2 is awaited."));
}

TEST(Review, APlanWithoutDataIsReviewedForItsYear) {
    const Review empty = review(count_plan("99", ""));
    EXPECT_EQ(empty.day, Date(2018, 3, 31));
    EXPECT_EQ(empty.indicators.front().assessment.whole.projected.status, Status::not_rated);
}

TEST(Review, APlanWithoutDataAndYearIsAnError) {
    Plan plan = count_plan("99", "");
    plan.year.reset();
    try {
        (void)review(plan);
        FAIL();
    } catch (const PlanError& error) {
        EXPECT_EQ(error.code(), "nothing-to-review");
    }
}

TEST(Review, TheTableOfRisksHoldsEveryIndicatorAndThenTheRegister) {
    Plan plan = count_plan("99", three_quarters);
    plan.risks.push_back({.code = "r",
                          .description = "More knives",
                          .indicator = "x",
                          .likelihood = {},
                          .impact = {},
                          .countermeasures = {},
                          .where = {}});
    const Review all = review(plan);
    ASSERT_EQ(all.risks.size(), 2U);
    EXPECT_EQ(all.risks[0].code, "x");
    EXPECT_EQ(all.risks[1].code, "r");
    EXPECT_EQ(all.risks[1].probability_missed, all.risks[0].probability_missed);
}

}  // namespace
}  // namespace ontrack
