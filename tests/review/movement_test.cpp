#include <gtest/gtest.h>

#include <ontrack/review/movement.hpp>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using namespace test;

Plan two_indicators() {
    Plan plan = count_plan("99", seen("2017-18 Q1", "20") + seen("2017-18 Q2", "60"));
    plan.indicators.push_back(plan.indicators.front());
    plan.indicators.back().code = "steady";
    plan.indicators.back().track.observations = {plan.indicators.front().track.observations.front()};
    return plan;
}

TEST(Movement, SaysWhatChangedColourAndWhy) {
    const Plan plan = two_indicators();
    const Review moved =
        with_movement(review(plan, parse_period("2017-18 Q2")), review(plan, parse_period("2017-18 Q1")));
    EXPECT_EQ(moved.movement_since, Date(2017, 6, 30));
    ASSERT_EQ(moved.movements.size(), 2U);
    const Movement& first = moved.movements.front();
    EXPECT_EQ(first.before, Status::met);
    EXPECT_EQ(first.now, Status::missed);
    EXPECT_TRUE(first.changed());
    EXPECT_EQ(
        first.why,
        "the year to date went from 20 to 80; the projection went from 78 to 158; the chance went from 82% to less "
        "than 1%");
    EXPECT_FALSE(moved.movements.back().changed());
    EXPECT_EQ(moved.movements.back().why, "nothing is new");
}

TEST(Movement, AgainstItselfNothingIsNew) {
    const Review same = review(two_indicators());
    for (const Movement& movement : with_movement(same, same).movements) {
        EXPECT_FALSE(movement.changed());
        EXPECT_EQ(movement.why, "nothing is new");
    }
}

TEST(Movement, WhatCameAndWhatWentIsListed) {
    const Review both = review(two_indicators());
    Plan fewer = two_indicators();
    fewer.indicators.pop_back();
    const Review one = review(fewer);
    const auto gone = with_movement(one, both).movements;
    ASSERT_EQ(gone.size(), 2U);
    EXPECT_EQ(gone.back().code, "steady");
    EXPECT_FALSE(gone.back().now);
    const auto come = with_movement(both, one).movements;
    ASSERT_EQ(come.size(), 2U);
    EXPECT_FALSE(come.back().before);
    EXPECT_EQ(come.back().why, "it is new in the plan");
}

TEST(Exceptions, OnlyWhatIsOffTrackIsLeftWithItsRisks) {
    Plan plan = two_indicators();
    plan.risks.push_back({.code = "low",
                          .description = "Small",
                          .indicator = {},
                          .likelihood = LikelihoodJudgement{{0}, false, {}},
                          .impact = ImpactJudgement{{0}, false, {}},
                          .countermeasures = {},
                          .where = {}});
    plan.risks.push_back({.code = "high",
                          .description = "Large",
                          .indicator = {},
                          .likelihood = LikelihoodJudgement{{2}, false, {}},
                          .impact = ImpactJudgement{{2}, false, {}},
                          .countermeasures = {},
                          .where = {}});
    const Review all = review(plan);
    const Review exceptions = exceptions_of(all);
    ASSERT_EQ(exceptions.indicators.size(), 1U);
    EXPECT_EQ(exceptions.plan.indicators.size(), 1U);
    EXPECT_EQ(exceptions.indicators.front().assessment.whole.code, "x");
    ASSERT_EQ(exceptions.risks.size(), 2U);
    EXPECT_EQ(exceptions.risks[0].indicator, "x");
    EXPECT_EQ(exceptions.risks[1].code, "high");
    EXPECT_EQ(exceptions.roll_ups.back().rated(), all.roll_ups.back().rated());
}

}  // namespace
}  // namespace ontrack
