#include <cmath>

#include <gtest/gtest.h>

#include <ontrack/risk/placement.hpp>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using namespace test;

const std::string half_a_year = seen("2017-18 Q1", "33") + seen("2017-18 Q2", "31");

Placement place_first(const Plan& plan, const Date& day = Date(2017, 9, 30)) {
    return place(plan, plan.indicators.front(), assess_first(plan, day));
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

TEST(Placement, ABandOwnsItsLowerEdge) {
    const RiskScales scales = RiskScales::standard();
    EXPECT_EQ(likelihood_of(scales, Probability(0.0)).level, 0U);
    EXPECT_EQ(likelihood_of(scales, Probability(std::nextafter(1.0 / 3.0, 0.0))).level, 0U);
    EXPECT_EQ(likelihood_of(scales, Probability(1.0 / 3.0)).level, 1U);
    EXPECT_EQ(likelihood_of(scales, Probability(2.0 / 3.0)).level, 2U);
    EXPECT_EQ(likelihood_of(scales, Probability(1.0)).level, 2U);
}

TEST(Placement, OtherScalesAreLookedUpAlike) {
    const RiskScales scales{
        .likelihood = {{"Rare", Probability(0.1), "0.1"},
                       {"Unlikely", Probability(0.4), "0.4"},
                       {"Likely", Probability(0.8), "0.8"},
                       {"Certain", std::nullopt, ""}},
        .impact = {"Minor", "Major", "Severe"},
        .rating = {"Green", "Red"},
        .matrix = {{Rating{0}, Rating{0}, Rating{0}},
                   {Rating{0}, Rating{0}, Rating{1}},
                   {Rating{0}, Rating{1}, Rating{1}},
                   {Rating{1}, Rating{1}, Rating{1}}},
    };
    EXPECT_EQ(likelihood_of(scales, Probability(0.8)).level, 3U);
    EXPECT_EQ(rating_of(scales, Likelihood{1}, Impact{2}).level, 1U);
    EXPECT_EQ(rating_of(scales, Likelihood{3}, Impact{0}).level, 1U);
}

TEST(Placement, TheChanceGivesTheLikelihoodAndNoImpactGivesNoRating) {
    const Placement risk = place_first(count_plan("99", half_a_year));
    EXPECT_EQ(risk.basis, LikelihoodBasis::chance);
    EXPECT_EQ(risk.likelihood, Likelihood{2});
    EXPECT_FALSE(risk.impact || risk.rating);
    EXPECT_TRUE(contains(risk.basis_text, "placed by likelihood alone: the plan judges no impact"));
    ASSERT_EQ(risk.missing.size(), 2U);
    EXPECT_EQ(risk.missing.front().field, "risk.impact");
}

TEST(Placement, WithAnImpactTheMatrixRates) {
    const Placement risk = place_first(count_plan("99", half_a_year, "impact = \"Medium\"\n"));
    EXPECT_EQ(risk.rating, Rating{2});
    EXPECT_TRUE(risk.basis_text.ends_with("; impact judged Medium; rating High")) << risk.basis_text;
    EXPECT_TRUE(risk.missing.empty());
}

TEST(Placement, AJudgementCountsAndDisagreementIsFlagged) {
    const std::string judged = "likelihood = { level = \"Low\", provisional = true, reason = \"New patrols\" }\n";
    const Placement risk = place_first(count_plan("99", half_a_year, judged + "impact = \"Low\"\n"));
    EXPECT_EQ(risk.basis, LikelihoodBasis::judged);
    EXPECT_EQ(risk.likelihood, Likelihood{0});
    EXPECT_EQ(risk.derived, Likelihood{2});
    EXPECT_TRUE(risk.disagrees);
    EXPECT_TRUE(risk.provisional);
    EXPECT_EQ(risk.reason, "New patrols");
    EXPECT_EQ(risk.rating, Rating{0});
    EXPECT_TRUE(
        risk.basis_text.starts_with("likelihood judged Low (provisional), although the target is missed with a"));
    EXPECT_FALSE(place_first(count_plan("99", half_a_year, "likelihood = \"High\"\n")).disagrees);
}

TEST(Placement, WithoutChanceAndJudgementThereIsNoLikelihood) {
    const Placement risk = place_first(level_plan("kind = \"floor\", value = 60", seen("2017-18 Q2", "63")));
    EXPECT_EQ(risk.basis, LikelihoodBasis::not_available);
    EXPECT_FALSE(risk.likelihood || risk.probability_missed || risk.derived);
    EXPECT_EQ(risk.basis_text,
              "no likelihood, because no numerator and denominator are given and the plan judges none; "
              "not placed: the plan judges no impact either");
}

TEST(Placement, AMilestoneIsCertainOnceItIsDueOrDone) {
    const auto milestone = [](const std::string& observations, const Date& day) {
        return place_first(small_plan("measure = \"milestone\"\nfrequency = \"quarter\"\n"
                                      "target = { kind = \"milestone\", due = 2017-06-30 }\nobservations = [" +
                                      observations + "]\n"),
                           day)
            .probability_missed;
    };
    EXPECT_EQ(milestone("", Date(2017, 7, 1)), Probability(1.0));
    EXPECT_EQ(milestone("", Date(2017, 6, 30)), std::nullopt);
    EXPECT_EQ(milestone("{ done = 2017-06-01 }", Date(2017, 7, 1)), Probability(0.0));
    EXPECT_EQ(milestone("{ done = 2017-07-01 }", Date(2017, 7, 1)), Probability(1.0));
}

TEST(Placement, ThePartMostLikelyToBeMissedStandsForTheWhole) {
    const auto part = [](const std::string& code, const std::string& target) {
        return "[[indicator.component]]\ncode = \"" + code + "\"\nname = \"Part " + code +
               "\"\ntarget = { kind = \"absolute\", value = " + target + " }\nobservations = [" + half_a_year + "]\n";
    };
    const Plan plan =
        small_plan("measure = \"count\"\npolarity = \"low\"\nfrequency = \"quarter\"\nyear_is = \"sum\"\n" +
                   part("a", "300") + part("b", "99"));
    const Assessment assessment = assess_first(plan);
    const Placement risk = place(plan, plan.indicators.front(), assessment);
    EXPECT_EQ(risk.probability_missed, assessment.parts.back().projection.chance->complement());
    EXPECT_TRUE(contains(risk.basis_text, "Part b is the part most likely to be missed")) << risk.basis_text;
}

TEST(Placement, ARiskOfTheRegisterTakesTheChanceOfItsIndicator) {
    const Plan plan = count_plan("99", half_a_year);
    const Placement indicator = place_first(plan);
    RiskEntry entry{.code = "r",
                    .description = "More knives",
                    .indicator = "x",
                    .likelihood = {},
                    .impact = {},
                    .countermeasures = {{"Patrols", "Sergeant"}},
                    .where = {}};
    Placement risk = place(plan, entry, &indicator);
    EXPECT_TRUE(risk.from_register);
    EXPECT_EQ(risk.likelihood, indicator.likelihood);
    EXPECT_EQ(risk.countermeasures.front().owner, "Sergeant");

    entry.likelihood = LikelihoodJudgement{Likelihood{0}, false, ""};
    entry.impact = ImpactJudgement{Impact{2}, true, ""};
    risk = place(plan, entry, &indicator);
    EXPECT_EQ(risk.rating, Rating{1});
    EXPECT_TRUE(risk.disagrees);
    EXPECT_TRUE(risk.provisional);
    EXPECT_EQ(place(plan, entry, nullptr).derived, std::nullopt);
}

}  // namespace
}  // namespace ontrack
