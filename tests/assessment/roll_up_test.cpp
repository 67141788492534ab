#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include <ontrack/assessment/roll_up.hpp>

namespace ontrack {
namespace {

/// A plan of one theme, and assessments with the statuses given.
struct Made {
    Plan plan;
    std::vector<Assessment> assessments;
    std::vector<std::size_t> all;

    explicit Made(const std::vector<Status>& statuses, const std::vector<int>& weights = {}) {
        for (std::size_t i = 0; i < statuses.size(); ++i) {
            Indicator indicator;
            indicator.code = indicator.name = std::string(1, static_cast<char>('A' + i));
            indicator.theme = "t";
            indicator.track.target = Target{AbsoluteTarget{Decimal(1), {}}, 0, Rounding::half_up, {}};
            if (!weights.empty()) indicator.weight = Decimal(weights[i]);
            plan.indicators.push_back(indicator);
            Projection none{.year = Period(Frequency::year, 2017, 0)};
            TrackAssessment whole{.code = indicator.code, .name = indicator.name, .projection = none};
            whole.projected.status = statuses[i];
            assessments.push_back({whole, {}});
            all.push_back(i);
        }
    }
    [[nodiscard]] RollUp rolled(RollUpRule rule = RollUpRule::worst) const {
        return roll_up(plan, assessments, all, rule);
    }
};

TEST(RollUp, AllButTwoAreNamed) {
    const RollUp roll =
        Made({Status::met, Status::met, Status::missed, Status::met, Status::near, Status::done}).rolled();
    EXPECT_EQ(roll.on_target, 4);
    EXPECT_EQ(roll.close, 1);
    EXPECT_EQ(roll.off_target, 1);
    EXPECT_EQ(roll.status, Status::missed);
    EXPECT_EQ(roll.exceptions, (std::vector<std::string>{"C", "E"}));
    EXPECT_EQ(roll.pivotal, std::vector<std::string>{"C"});
    EXPECT_EQ(
        roll.sentence,
        "All six rated targets but two are on target; not so C and E; without C alone the answer would be another.");
}

TEST(RollUp, WhatIsNotRatedIsCountedApart) {
    const RollUp roll = Made({Status::met, Status::not_rated, Status::not_yet_due}).rolled();
    EXPECT_EQ(roll.rated(), 1);
    EXPECT_EQ(roll.not_rated, 1);
    EXPECT_EQ(roll.not_yet_due, 1);
    EXPECT_EQ(roll.status, Status::met);
    EXPECT_EQ(roll.sentence, "The one rated target is on target; one not yet due; one not rated.");
    EXPECT_EQ(Made({Status::not_rated}).rolled().status, Status::not_rated);
}

TEST(RollUp, AnIndicatorWithoutATargetCountsNowhere) {
    Made made({Status::met, Status::not_rated});
    made.plan.indicators[1].track.target.reset();
    const RollUp roll = made.rolled();
    EXPECT_EQ(roll.rated(), 1);
    EXPECT_EQ(roll.not_rated, 0);
}

TEST(RollUp, AStatusToDateStandsInForAYearEndThatIsNotRated) {
    Made made({Status::not_rated});
    made.assessments[0].whole.year_to_date.status = Status::near;
    made.assessments[0].whole.year_to_date.qualified = "a proxy measure";
    const RollUp roll = made.rolled();
    EXPECT_EQ(roll.close, 1);
    EXPECT_EQ(roll.qualified, 1);
}

TEST(RollUp, TheDocumentsOwnWordCountsWhereNothingIsComputed) {
    Made made({Status::not_rated, Status::not_rated, Status::met});
    const Period period(Frequency::year, 2017, 0);
    made.assessments[0].whole.statements = {{.period = period, .status = ReportedStatus::on_target},
                                            {.period = period, .status = ReportedStatus::off_track}};
    made.assessments[1].whole.statements = {{.period = period, .status = ReportedStatus::above_target}};
    made.plan.indicators[1].polarity = Polarity::high;
    made.assessments[2].whole.statements = {{.period = period, .status = ReportedStatus::off_target}};
    const RollUp roll = made.rolled();
    EXPECT_EQ(roll.on_target, 2) << "what is computed comes before what is said";
    EXPECT_EQ(roll.off_target, 1) << "the latest word counts";
    EXPECT_EQ(roll.by_report, 2);
    made.plan.indicators[1].polarity = Polarity::low;
    EXPECT_EQ(made.rolled().off_target, 2);
}

TEST(RollUp, SharesAreOfTheRatedByNumberAndByWeight) {
    const Made made({Status::met, Status::missed, Status::met, Status::not_rated}, {1, 5, 2, 100});
    const RollUp by_number = made.rolled(RollUpRule::share_on_target);
    EXPECT_EQ(by_number.share->value.to_string(), "66.666666666667");
    EXPECT_EQ(by_number.status, Status::met);
    const RollUp by_weight = made.rolled(RollUpRule::weighted);
    EXPECT_EQ(by_weight.share->value.to_string(), "37.5");
    EXPECT_EQ(by_weight.status, Status::missed);
    EXPECT_EQ(by_weight.pivotal, std::vector<std::string>{"B"}) << "without B all the weight is on target";
}

TEST(RollUp, HalfIsNotMoreThanHalf) {
    EXPECT_EQ(Made({Status::met, Status::missed}).rolled(RollUpRule::share_on_target).status, Status::missed);
}

TEST(RollUp, TheOrderOfTheIndicatorsChangesNothing) {
    std::mt19937 random(7);
    std::vector<Status> statuses{Status::met,     Status::near,      Status::missed,      Status::done,
                                 Status::overdue, Status::not_rated, Status::not_yet_due, Status::done_late};
    for (const RollUpRule rule : {RollUpRule::worst, RollUpRule::share_on_target}) {
        const RollUp first = Made(statuses).rolled(rule);
        for (int i = 0; i < 50; ++i) {
            std::shuffle(statuses.begin(), statuses.end(), random);
            const RollUp other = Made(statuses).rolled(rule);
            EXPECT_EQ(other.status, first.status);
            EXPECT_EQ(other.on_target, first.on_target);
            EXPECT_EQ(other.not_rated, first.not_rated);
            EXPECT_EQ(other.exceptions.size(), first.exceptions.size());
        }
    }
}

TEST(RollUp, OnlyTheProportionsOfTheWeightsCount) {
    const std::vector<Status> statuses{Status::met, Status::missed, Status::near, Status::done};
    const RollUp once = Made(statuses, {1, 2, 3, 7}).rolled(RollUpRule::weighted);
    for (const int factor : {2, 10, 1000}) {
        const RollUp scaled = Made(statuses, {factor, 2 * factor, 3 * factor, 7 * factor}).rolled(RollUpRule::weighted);
        EXPECT_EQ(scaled.share->value, once.share->value);
        EXPECT_EQ(scaled.status, once.status);
        EXPECT_EQ(scaled.pivotal, once.pivotal);
    }
    const RollUp equal = Made(statuses, {5, 5, 5, 5}).rolled(RollUpRule::weighted);
    EXPECT_EQ(equal.share->value, Made(statuses).rolled(RollUpRule::share_on_target).share->value);
}

TEST(RollUps, EachThemeByItsOwnRuleAndThenTheWholePlanByTheWorst) {
    Made made({Status::met, Status::missed, Status::met});
    made.plan.themes = {Theme{"t", "Theft", RollUpRule::share_on_target}, Theme{"empty", "Empty"}};
    const std::vector<RollUp> all = roll_ups(made.plan, made.assessments);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].code, "t");
    EXPECT_EQ(all[0].status, Status::met);
    EXPECT_EQ(all[1].code, "");
    EXPECT_EQ(all[1].status, Status::missed);
}

TEST(RollUps, WhatTheDocumentSaysOfAllItsTargetsStandsBeside) {
    Made made({Status::missed, Status::not_rated});
    made.plan.themes = {Theme{"t", "Theft"}};
    made.plan.themes[0].all_met_but = {"A", "A target that the plan does not hold"};
    EXPECT_EQ(roll_ups(made.plan, made.assessments)[0].reported,
              "All targets are met but two, as reported: A and A target that the plan does not hold.");
    made.plan.themes[0].all_met_but = std::vector<std::string>{};
    EXPECT_EQ(roll_ups(made.plan, made.assessments)[0].reported, "All targets are met, as reported.");
}

}  // namespace
}  // namespace ontrack
