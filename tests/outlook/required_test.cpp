#include <ontrack/outlook/projection.hpp>

#include <gtest/gtest.h>

#include "outlook/made.hpp"

namespace {

using namespace made;

TEST(Required, OutOfReachHasAReason) {
    const Projection answer = project(count("104", "60", {"33", "31"}));
    EXPECT_FALSE(answer.required);
    EXPECT_EQ(missing(answer, "required"), "out of reach: 64 so far is already above the target of 60");
    EXPECT_EQ(answer.chance->value(), 0.0);
}

TEST(Required, NothingMoreWhereTheTargetIsReached) {
    Indicator indicator = count("104", "60", {"33", "31"});
    indicator.polarity = Polarity::high;
    const Projection answer = project(indicator);
    EXPECT_EQ(answer.required->per_period, decimal("0"));
    EXPECT_EQ(answer.required->as_good, 2);
    EXPECT_TRUE(assumes(answer, "already reached"));
    EXPECT_EQ(answer.chance->value(), 1.0);
}

TEST(Required, ExactlyUsedUpNeedsZero) {
    EXPECT_EQ(project(count("104", "64", {"33", "31"})).required->per_period, decimal("0"));
}

TEST(Required, EndlessDecimalsHaveTwelvePlaces) {
    EXPECT_EQ(project(count("", "100", {"0"})).required->per_period, decimal("33.333333333333"));
}

TEST(Required, TheRestOfAPartlyKnownPeriodTakesItsPart) {
    Indicator indicator = count("", "400", {"91", "46"});
    indicator.track.observations.back().up_to = Date(2017, 8, 15);  // 46 of 92 days
    EXPECT_EQ(project(indicator).required->per_period, decimal("105.2"));  // (400 − 137) / 2.5
}

TEST(Required, RanksAmongAllValuesEverSeen) {
    Indicator indicator = count("", "80", {"30", "15"});
    auto& all = indicator.track.observations;
    for (int index = 0; index < 4; ++index)
        all.insert(all.begin() + index, seen(quarter(index, 2016), index < 3 ? "17" : "18"));
    const Projection answer = project(indicator);
    EXPECT_EQ(answer.required->per_period, decimal("17.5"));
    EXPECT_EQ(answer.required->as_good, 4);
    EXPECT_EQ(answer.required->seen, 6);
}

TEST(Required, OfALevelIsTheTarget) {
    const Projection answer =
        project(level(SurveyPercentage{}, "60", {seen(quarter(0), "55"), seen(quarter(1), "63")}));
    EXPECT_EQ(answer.required->per_period, decimal("60"));
    EXPECT_EQ(answer.required->periods, 2);
    EXPECT_EQ(answer.required->as_good, 1);
    EXPECT_EQ(answer.required->seen, 2);
}

}  // namespace
