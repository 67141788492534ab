#include <gtest/gtest.h>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using namespace test;

std::string sentence(const Plan& plan) {
    return assess_first(plan).whole.explanation.sentence;
}

std::string fact(const Plan& plan, const std::string& name) {
    for (const auto& [key, value] : assess_first(plan).whole.explanation.facts) {
        if (key == name) return value;
    }
    return {};
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const std::string half_a_year = seen("2017-18 Q1", "33") + seen("2017-18 Q2", "31");

TEST(Explanation, ACountSaysWhatIsLeftOfTheTarget) {
    const std::string text = sentence(count_plan("99", half_a_year));
    EXPECT_TRUE(
        text.starts_with("Thefts: 64 in the first two of four quarters of 2017-18 leaves 35 of the target of 99, "
                         "or 17.5 a quarter, fewer than in any quarter seen; the projection of 1"))
        << text;
    EXPECT_TRUE(contains(text, " misses the target by more than 5%, and the chance of meeting it is ")) << text;
    EXPECT_TRUE(
        text.ends_with("%; chance alone may have made the status to date and the change on the last period "
                       "(clustering not allowed for)."))
        << text;
    EXPECT_TRUE(sentence(count_plan("99", half_a_year, "dispersion = 1.5\n"))
                    .ends_with("the status to date and the change on the last period."));
}

TEST(Explanation, NoUncertainChanceIsNoneOrAll) {
    EXPECT_TRUE(contains(sentence(count_plan("900", half_a_year)), "the chance of meeting it is more than 99%"));
    EXPECT_TRUE(contains(sentence(count_plan("65", half_a_year)), "the chance of meeting it is less than 1%"));
}

TEST(Explanation, ATargetUsedUpCanNoLongerBeMet) {
    const std::string text = sentence(count_plan("60", half_a_year));
    EXPECT_TRUE(contains(text, "is already more than the target of 60, which can no longer be met")) << text;
    EXPECT_FALSE(contains(text, "the chance of meeting")) << text;
}

TEST(Explanation, ACompleteYearHasAnOutturnAndNoChance) {
    EXPECT_EQ(
        sentence(count_plan("99", half_a_year + seen("2017-18 Q3", "20") + seen("2017-18 Q4", "19"))),
        "Thefts: 103 in all four quarters of 2017-18 misses the target of 99 by no more than 5%; chance alone may have "
        "made the status to date and the change on the last period (clustering not allowed for).");
}

TEST(Explanation, GapsAndAwaitedFiguresAreNamed) {
    const std::string text = sentence(count_plan("99", seen("2017-18 Q1", "20") + seen("2017-18 Q3", "20") +
                                                           "{ period = \"2017-18 Q4\", state = \"awaited\" }"));
    EXPECT_TRUE(contains(text, "40 in two of four quarters of 2017-18")) << text;
    EXPECT_TRUE(text.ends_with("; there is no figure for 2017-18 Q2; the figure for 2017-18 Q4 is awaited.")) << text;
}

TEST(Explanation, ACountWhereHighIsGood) {
    Plan plan = count_plan("99", half_a_year);
    plan.indicators.front().polarity = Polarity::high;
    EXPECT_TRUE(contains(sentence(plan),
                         "64 in the first two of four quarters of 2017-18 is 35 short of the target of 99, "
                         "or 17.5 a quarter, which every quarter seen reached;"));
    plan.indicators.front().track.target->rule = AbsoluteTarget{Decimal(60), std::nullopt};
    EXPECT_TRUE(contains(sentence(plan), "already reaches the target of 60;"));
}

TEST(Explanation, ALevelIsHeldAgainstItsTarget) {
    EXPECT_EQ(
        sentence(level_plan("kind = \"floor\", value = 60", seen("2017-18 Q2", "63"))),
        "Thefts: 63% in 2017-18 Q2 meets the target of 60%, as it will at the end of 2017-18 if it stays there; no "
        "chance can be given because no numerator and denominator are given; there is no figure for 2017-18 Q1.");
}

TEST(Explanation, ALevelOnAMovingPathHasTwoAnswers) {
    const std::string text = sentence(level_plan("kind = \"linear\", value = 28, due = 2020-03-31",
                                                 seen("2017-18 Q1", "12") + seen("2017-18 Q2", "16"),
                                                 "baseline = { value = 14, period = \"2016-17\" }\n"));
    EXPECT_TRUE(
        text.starts_with("Thefts: 16% in 2017-18 Q2 meets the path's 16% for that quarter; if it stays there it "
                         "misses the target of 19% by more than 5% at the end of 2017-18;"))
        << text;
}

TEST(Explanation, ALevelNotYetSeenThisYearFallsBackOnTheLastValue) {
    const std::string text = sentence(level_plan("kind = \"floor\", value = 60", seen("2016-17 Q4", "59")));
    EXPECT_EQ(text,
              "Thefts: there is no observation yet in 2017-18; the last value before that is 59%, which misses the "
              "target of 60% by no more than 5%.");
}

TEST(Explanation, NothingKnownIsSaid) {
    EXPECT_EQ(sentence(count_plan("99", "")),
              "Thefts: not rated, because there is no observation yet in 2017-18; the target is 99.");
}

TEST(Explanation, ARatioWithoutItsPartsSaysSo) {
    Plan plan = level_plan("kind = \"floor\", value = 60", seen("2017-18 Q1", "61"));
    plan.indicators.front().year_rule = YearRule::ratio_of_sums;
    EXPECT_TRUE(sentence(plan).starts_with("Thefts: not rated, because ")) << sentence(plan);
    EXPECT_FALSE(contains(sentence(plan), "no observation"));
}

TEST(Explanation, AMissingTargetIsSaid) {
    Plan plan = count_plan("99", half_a_year);
    plan.indicators.front().track.target.reset();
    const std::string text = sentence(plan);
    EXPECT_TRUE(
        text.starts_with("Thefts: 64 in the first two of four quarters of 2017-18; the plan gives no target; the "
                         "projection is 1"))
        << text;
}

TEST(Explanation, AProxyNeverGoesWithoutSaying) {
    const std::string text = sentence(count_plan("200", seen("2017-18 Q1", "33", "state = \"proxy\"")));
    EXPECT_TRUE(text.ends_with("; the answer rests on a proxy measure.")) << text;
}

TEST(Explanation, TheFactsGiveInputsRuleAndThresholds) {
    const Plan plan = count_plan("98.8", half_a_year, "unit = \"offences\"\n");
    EXPECT_EQ(fact(plan, "year"), "2017-18, 1 April 2017 to 31 March 2018");
    EXPECT_EQ(fact(plan, "target for 2017-18"), "99 offences: 98.8 rounded half up to a whole number");
    EXPECT_EQ(fact(plan, "year to date"), "64 offences: the sum of 2017-18 Q1 33 (final) and 2017-18 Q2 31 (final)");
    EXPECT_EQ(fact(plan, "profile"), "equal shares; expected by now 50% of the year");
    EXPECT_EQ(fact(plan, "status of the year to date"),
              "off target: year to date 64 against 49.5 (target rounded); close when missed by no more than 5% of the "
              "target, that is up "
              "to 51.975 inclusive");
    EXPECT_EQ(fact(plan, "required"), "17.5 in each of the remaining 2 quarters; 0 of 2 quarters seen were as good");
}

}  // namespace
}  // namespace ontrack
