#include <gtest/gtest.h>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using namespace test;

std::string part(const std::string& code, const std::string& value) {
    const std::string observations = value.empty() ? "" : seen("2017-18", value);
    return "[[indicator.component]]\ncode = \"" + code + "\"\nname = \"Part " + code +
           "\"\ntarget = { kind = \"absolute\", value = 100 }\nobservations = [" + observations + "]\n";
}

Plan parts_plan(const std::string& one, const std::string& other) {
    return small_plan("measure = \"count\"\npolarity = \"low\"\nfrequency = \"year\"\nyear_is = \"sum\"\n" +
                      part("a", one) + part("b", other));
}

Assessment assess_parts(const std::string& one, const std::string& other) {
    return assess_first(parts_plan(one, other));
}

TEST(Components, TheWorstPartCounts) {
    EXPECT_EQ(assess_parts("90", "100").whole.projected.status, Status::met);
    EXPECT_EQ(assess_parts("90", "105").whole.projected.status, Status::near);
    EXPECT_EQ(assess_parts("106", "105").whole.projected.status, Status::missed);
    EXPECT_EQ(assess_parts("106", "90").whole.year_to_date.status, Status::missed);
}

TEST(Components, AProxyPartQualifiesTheWhole) {
    Plan plan = parts_plan("90", "100");
    plan.indicators.front().components.back().track.observations.front().state = DataState::proxy;
    const TrackAssessment whole = assess_first(plan).whole;
    EXPECT_EQ(whole.projected.qualified, "a proxy measure (Part b)");
    EXPECT_TRUE(whole.explanation.sentence.ends_with("; the answer rests on a proxy measure (Part b)."));
}

TEST(Components, APartThatIsNotRatedLeavesTheWholeNotRated) {
    const Assessment assessment = assess_parts("106", "");
    EXPECT_EQ(assessment.whole.projected.status, Status::not_rated);
    EXPECT_EQ(assessment.whole.projected.reason, "Part b: there is no observation yet in 2017-18");
    EXPECT_EQ(assessment.parts.front().projected.status, Status::missed);
}

TEST(Components, TheWholeHasNoNumbersOfItsOwn) {
    const TrackAssessment whole = assess_parts("90", "100").whole;
    EXPECT_FALSE(whole.projection.median || whole.target || whole.path);
    EXPECT_EQ(reason_of(whole, "projection"), "the indicator has two parts, each with a value of its own");
    EXPECT_EQ(reason_of(whole, "probability_met"), "the indicator has two parts, each with a value of its own");
    EXPECT_TRUE(reason_of(whole, "status.projection").empty());
}

TEST(Components, TheSentenceNamesTheParts) {
    EXPECT_EQ(assess_parts("90", "105").whole.explanation.sentence,
              "Thefts: by the worst of its two parts it is close by the projection and by the year to date (Part a on "
              "target and Part b close).");
    EXPECT_EQ(
        assess_parts("90", "").whole.explanation.sentence,
        "Thefts: by the worst of its two parts it is not rated by the projection and by the year to date (Part b: "
        "there is no observation yet in 2017-18).");
}

TEST(Components, APartIsCalledByItsOwnNameAndItsSentenceByBoth) {
    const Assessment assessment = assess_parts("90", "100");
    EXPECT_EQ(assessment.parts.back().name, "Part b");
    EXPECT_TRUE(assessment.parts.back().explanation.sentence.starts_with("Thefts, Part b: 100 in 2017-18"));
}

}  // namespace
}  // namespace ontrack
