#include <gtest/gtest.h>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using namespace test;

TEST(MissingFields, WhatExistsHasNoReason) {
    const TrackAssessment whole = assess_first(count_plan("99", seen("2017-18 Q1", "33"))).whole;
    for (const char* field : {"target", "year_to_date", "projection", "projection.mean", "projection.lower_80",
                              "probability_met", "required_per_period", "status.projection", "status.year_to_date"}) {
        EXPECT_EQ(reason_of(whole, field), "") << field;
    }
}

TEST(MissingFields, WhatDoesNotExistHasOne) {
    const TrackAssessment whole =
        assess_first(level_plan("kind = \"floor\", value = 60", seen("2017-18 Q1", "61"))).whole;
    EXPECT_EQ(reason_of(whole, "baseline"), "the plan gives no baseline value");
    EXPECT_EQ(reason_of(whole, "target.due"), "the plan gives no deadline");
    EXPECT_EQ(reason_of(whole, "target.end"), "the plan gives no deadline");
    for (const char* field : {"projection.lower_80", "projection.upper_80", "projection.lower_95",
                              "projection.upper_95", "probability_met"}) {
        EXPECT_EQ(reason_of(whole, field), "no numerator and denominator are given") << field;
    }
    EXPECT_EQ(reason_of(whole, "direction_of_travel.last_year"), "no figure for 2016-17 Q1");
}

TEST(MissingFields, EveryReasonSaysSomethingAndEveryFieldStandsOnce) {
    for (const Plan& plan : {count_plan("99", ""), level_plan("kind = \"floor\", value = 60", "")}) {
        const TrackAssessment whole = assess_first(plan).whole;
        for (std::size_t i = 0; i < whole.missing.size(); ++i) {
            EXPECT_FALSE(whole.missing[i].reason.empty()) << whole.missing[i].field;
            for (std::size_t j = 0; j < i; ++j) EXPECT_NE(whole.missing[i].field, whole.missing[j].field);
        }
        EXPECT_EQ(reason_of(whole, "status.year_to_date"), "there is no observation yet in 2017-18");
    }
}

TEST(MissingFields, ANoteOnTheBaselineIsItsReason) {
    const Plan plan = level_plan("kind = \"floor\", value = 75", "", "baseline = { note = \"No baseline\" }\n");
    EXPECT_EQ(reason_of(assess_first(plan).whole, "baseline"), "the plan gives no baseline value (No baseline)");
}

}  // namespace
}  // namespace ontrack
