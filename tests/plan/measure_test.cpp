#include <ontrack/plan/measure.hpp>

#include <gtest/gtest.h>

namespace ontrack {
namespace {

TEST(Measure, has_the_words_of_the_plan_file) {
    EXPECT_EQ(to_string(Measure(Count{})), "count");
    EXPECT_EQ(to_string(Measure(Rate{Decimal(10000)})), "rate");
    EXPECT_EQ(to_string(Measure(Percentage{})), "percentage");
    EXPECT_EQ(to_string(Measure(SurveyPercentage{})), "survey_percentage");
    EXPECT_EQ(to_string(Measure(CohortProportion{})), "cohort_proportion");
    EXPECT_EQ(to_string(Measure(Milestone{})), "milestone");
    EXPECT_EQ(to_string(Polarity::high), "high");
    EXPECT_EQ(to_string(YearRule::ratio_of_sums), "ratio_of_sums");
    EXPECT_EQ(to_string(DataState::not_collected), "not_collected");
}

TEST(Measure, knows_which_values_are_per_cent) {
    EXPECT_TRUE(is_percentage(Percentage{}));
    EXPECT_TRUE(is_percentage(SurveyPercentage{}));
    EXPECT_TRUE(is_percentage(CohortProportion{}));
    EXPECT_FALSE(is_percentage(Count{}));
    EXPECT_FALSE(is_percentage(Rate{Decimal(1000)}));
    EXPECT_FALSE(is_percentage(Milestone{}));
}

TEST(Measure, knows_which_states_have_a_value) {
    EXPECT_TRUE(has_value(DataState::final));
    EXPECT_TRUE(has_value(DataState::provisional));
    EXPECT_TRUE(has_value(DataState::proxy));
    EXPECT_FALSE(has_value(DataState::awaited));
    EXPECT_FALSE(has_value(DataState::not_collected));
}

}  // namespace
}  // namespace ontrack
