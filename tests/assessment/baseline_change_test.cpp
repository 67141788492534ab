#include <gtest/gtest.h>

#include <ontrack/assessment/baseline_change.hpp>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using namespace test;

std::optional<BaselineChange> change_of(const Plan& plan) {
    const Indicator& indicator = plan.indicators.front();
    return change_since_baseline(indicator, indicator.track, assess_first(plan).whole);
}

TEST(BaselineChange, CallsThatFellFrom3756To2501FellByAThird) {
    const auto change =
        change_of(small_plan("measure = \"count\"\npolarity = \"low\"\nfrequency = \"year\"\nyear_is = \"sum\"\n"
                             "baseline = { value = 3756 }\nobservations = [{ period = \"2017-18\", value = 2501 }]\n"));
    ASSERT_TRUE(change);
    EXPECT_EQ(change->change, Decimal(-1255));
    EXPECT_EQ(change->percent->rounded(1).to_string(), "-33.4");
}

TEST(BaselineChange, PartOfAYearIsNotComparedWithAWholeOne) {
    const std::string baseline = "baseline = { value = 100 }\n";
    const std::string three = seen("2017-18 Q1", "1") + seen("2017-18 Q2", "2") + seen("2017-18 Q3", "3");
    EXPECT_FALSE(change_of(count_plan("99", three, baseline)));
    EXPECT_TRUE(change_of(count_plan("99", three + seen("2017-18 Q4", "4"), baseline)));
    const std::string gap = seen("2017-18 Q1", "1") + seen("2017-18 Q2", "2") + seen("2017-18 Q4", "3");
    EXPECT_FALSE(change_of(count_plan("99", gap, baseline)));
}

TEST(BaselineChange, ALevelIsComparedWheneverItIsKnown) {
    const auto change = change_of(
        level_plan("kind = \"absolute\", value = 60", seen("2017-18 Q1", "57"), "baseline = { value = 50 }\n"));
    ASSERT_TRUE(change);
    EXPECT_EQ(change->change, Decimal(7));
    EXPECT_EQ(*change->percent, Decimal(14));
}

TEST(BaselineChange, ThePercentageDoesNotDependOnTheUnit) {
    for (const char* factor : {"1", "3", "1000"}) {
        const Decimal k = Decimal::from_string(factor);
        const auto change = change_of(
            small_plan("measure = \"count\"\npolarity = \"low\"\nfrequency = \"year\"\nyear_is = \"latest\"\n"
                       "baseline = { value = \"" +
                       (Decimal(70) * k).to_string() + "\" }\nobservations = [{ period = \"2017-18\", value = \"" +
                       (Decimal(209) * k).to_string() + "\" }]\n"));
        ASSERT_TRUE(change) << factor;
        EXPECT_EQ(change->percent->to_string(), "198.571428571429") << factor;
    }
}

TEST(BaselineChange, OfNothingThereIsNoPercentage) {
    const auto change = change_of(
        level_plan("kind = \"absolute\", value = 60", seen("2017-18 Q1", "57"), "baseline = { value = 0 }\n"));
    ASSERT_TRUE(change);
    EXPECT_FALSE(change->percent);
    EXPECT_FALSE(change_of(level_plan("kind = \"absolute\", value = 60", seen("2017-18 Q1", "57"))));
}

}  // namespace
}  // namespace ontrack
