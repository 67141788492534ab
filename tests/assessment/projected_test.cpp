#include <gtest/gtest.h>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using namespace test;

const std::string half_a_year = seen("2017-18 Q1", "33") + seen("2017-18 Q2", "31");
const std::string a_year = half_a_year + seen("2017-18 Q3", "20") + seen("2017-18 Q4", "20");

Rated projected(const Plan& plan) {
    return assess_first(plan).whole.projected;
}

TEST(Projected, ComparesTheMedianByDefault) {
    const Assessment assessment = assess_first(count_plan("99", half_a_year));
    const TrackAssessment& whole = assessment.whole;
    ASSERT_TRUE(whole.projection.median && whole.projection.mean);
    EXPECT_EQ(whole.projected.compared, Decimal::from_double(*whole.projection.median));
    EXPECT_TRUE(whole.projected.compared->is_integer());
    EXPECT_EQ(whole.projected.against, Decimal(99));
    EXPECT_EQ(whole.projected.status, Status::missed);
}

TEST(Projected, ComparesTheMeanWhereThePlanSaysSo) {
    const std::string rule = "[status.projection]\ncentre = \"mean\"\n";
    const Assessment assessment = assess_first(count_plan("99", half_a_year, "", rule));
    EXPECT_EQ(assessment.whole.projected.compared, Decimal::from_double(*assessment.whole.projection.mean));
}

TEST(Projected, ACompleteYearIsItsOwnOutturn) {
    EXPECT_EQ(projected(count_plan("104", a_year)).status, Status::met);
    EXPECT_EQ(projected(count_plan("103", a_year)).status, Status::near);
    EXPECT_EQ(projected(count_plan("99", a_year)).status, Status::missed);  // 103.95 is the edge
}

TEST(Projected, TheToleranceIsThePlans) {
    const std::string rule = "[status.projection]\ntolerance_percent = 10\n";
    EXPECT_EQ(projected(count_plan("99", a_year, "", rule)).status, Status::near);
}

TEST(Projected, TheTargetIsRoundedUnlessThePlanSaysOtherwise) {
    const std::string rule = "[status.projection]\ntarget = \"unrounded\"\n";
    EXPECT_EQ(projected(count_plan("103.6", a_year)).status, Status::met);
    EXPECT_EQ(projected(count_plan("103.6", a_year, "", rule)).status, Status::near);
}

TEST(Projected, WithoutAnythingToProjectFromItIsNotRated) {
    EXPECT_EQ(projected(count_plan("99", "")).status, Status::not_rated);
    EXPECT_EQ(projected(count_plan("99", "")).reason, "there is no observation yet in 2017-18");
    EXPECT_TRUE(projected(count_plan("99", "")).qualified.empty());
}

TEST(Projected, WhatItRestsOnQualifiesItEvenFromEarlierYears) {
    const std::string floor = "kind = \"floor\", value = 60";
    const std::string proxy = seen("2016-17 Q4", "61", "state = \"proxy\"");
    EXPECT_EQ(projected(level_plan(floor, proxy)).qualified, "a proxy measure");
    EXPECT_EQ(projected(level_plan(floor, proxy + seen("2017-18 Q1", "61"))).qualified, "");
    EXPECT_EQ(projected(count_plan("99", proxy + half_a_year)).qualified, "a proxy measure");
    EXPECT_EQ(projected(count_plan("99", proxy + a_year)).qualified, "");
}

TEST(Projected, TheOrderOfIndicatorsDoesNotMatter) {
    Plan plan = count_plan("99", half_a_year);
    plan.indicators.push_back(level_plan("kind = \"floor\", value = 60", seen("2017-18 Q2", "63")).indicators.front());
    plan.indicators.back().code = "y";
    const Period year = parse_period("2017-18", Frequency::year);
    const auto sentence = [&](std::size_t i) {
        return assess(plan, plan.indicators[i], year, Date(2017, 9, 30)).whole.explanation.sentence;
    };
    const std::string first = sentence(0);
    const std::string second = sentence(1);
    std::swap(plan.indicators[0], plan.indicators[1]);
    EXPECT_EQ(sentence(1), first);
    EXPECT_EQ(sentence(0), second);
}

}  // namespace
}  // namespace ontrack
