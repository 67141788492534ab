#include <gtest/gtest.h>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using namespace test;

TrackAssessment milestone(const std::string& observations, const Date& day) {
    return assess_first(small_plan("measure = \"milestone\"\nfrequency = \"quarter\"\n"
                                   "target = { kind = \"milestone\", due = 2017-06-30 }\nobservations = [" +
                                   observations + "]\n"),
                        day)
        .whole;
}

TEST(Milestone, IsDoneOrLateOrOverdueOrNotYetDue) {
    EXPECT_EQ(milestone("", Date(2017, 6, 30)).projected.status, Status::not_yet_due);
    EXPECT_EQ(milestone("", Date(2017, 7, 1)).projected.status, Status::overdue);
    EXPECT_EQ(milestone("{ done = 2017-06-30 }", Date(2017, 7, 1)).projected.status, Status::done);
    EXPECT_EQ(milestone("{ done = 2017-07-01 }", Date(2017, 7, 1)).projected.status, Status::done_late);
}

TEST(Milestone, HasOneAnswerToBothQuestions) {
    const TrackAssessment assessed = milestone("", Date(2017, 7, 1));
    EXPECT_EQ(assessed.year_to_date.status, assessed.projected.status);
    EXPECT_FALSE(assessed.profiled);
}

TEST(Milestone, WhatIsDoneLaterIsNotKnownYet) {
    EXPECT_EQ(milestone("{ done = 2017-06-20 }", Date(2017, 6, 1)).projected.status, Status::not_yet_due);
}

TEST(Milestone, TheLatestNoteIsInTheSentence) {
    const TrackAssessment assessed = milestone(
        "{ period = \"2017-18 Q2\", note = \"Draft in progress\" },"
        "{ period = \"2017-18 Q3\", note = \"Submitted for approval\" }",
        Date(2017, 12, 31));
    EXPECT_EQ(assessed.explanation.sentence,
              "Thefts: due by 30 June 2017 and still not done on 31 December 2017; the latest note (2017-18 Q3) says "
              "\"Submitted for approval\".");
}

TEST(Milestone, HasNoNumbersAndSaysWhy) {
    const TrackAssessment assessed = milestone("", Date(2017, 7, 1));
    EXPECT_EQ(reason_of(assessed, "target"), "a milestone has a date, not a value");
    EXPECT_FALSE(reason_of(assessed, "probability_met").empty());
    EXPECT_EQ(reason_of(assessed, "direction_of_travel.last_year"), "a milestone has no direction of travel");
    EXPECT_TRUE(reason_of(assessed, "status.projection").empty());
}

}  // namespace
}  // namespace ontrack
