#include <cmath>

#include <gtest/gtest.h>

#include <ontrack/plan/reward.hpp>
#include <ontrack/stats/intervals.hpp>

#include "outlook/made.hpp"

namespace {

using namespace made;

Indicator with_rule(Indicator indicator, const TargetRule& rule) {
    indicator.track.target = Target{rule, 1, Rounding::half_up, {}};
    return indicator;
}

Stretch stretch(std::string_view without, std::string_view value) {
    Stretch rule{.without = decimal(without), .value = decimal(value), .due = Date(2018, 3, 31)};
    rule.grant = Decimal(100'000);
    return rule;
}

const Indicator thefts = count("400", "", {"90", "95"});

TEST(BandProjection, ChanceIsThatOfBothEdges) {
    const auto chance = [](const TargetRule& rule) { return project(with_rule(thefts, rule)).chance->value(); };
    const double below = chance(Ceiling{Decimal(420), {}, {}});
    const double above = 1.0 - chance(Ceiling{Decimal(349), {}, {}});
    EXPECT_NEAR(chance(Band{Decimal(350), Decimal(420), {}}), below + above - 1.0, 1e-12);
    EXPECT_NEAR(chance(Band{Decimal(0), Decimal(420), {}}), below, 1e-12);
    EXPECT_EQ(chance(Band{Decimal(0), Decimal(100), {}}), 0.0);
}

TEST(BandProjection, ChanceDoesNotDependOnPolarity) {
    Indicator low = with_rule(thefts, Band{Decimal(350), Decimal(420), {}});
    Indicator high = low;
    high.polarity = Polarity::high;
    EXPECT_NEAR(project(low).chance->value(), project(high).chance->value(), 1e-12);
}

TEST(BandProjection, RequiresBothEdges) {
    const Projection answer = project(with_rule(thefts, Band{Decimal(350), Decimal(425), {}}));
    EXPECT_EQ(answer.required->per_period, Decimal(120));
    EXPECT_EQ(answer.required->opposite, decimal("82.5"));
    Indicator high = with_rule(thefts, Band{Decimal(10), Decimal(180), {}});
    high.polarity = Polarity::high;
    EXPECT_EQ(missing(project(high), "required"), "out of reach: 185 so far is already above the target of 180");
}

TEST(GrantProjection, MeanOfACountIsTheSumOverItsOutcomes) {
    // Slow and obvious: every outcome times what it pays.
    const Stretch rule = stretch("420", "360");
    const Projection answer = project(with_rule(thefts, rule));
    const auto cdf = [&](int total) {
        return chance_of(Plan{}, thefts, thefts.track, year(), Decimal(total))->value();
    };
    double expected = 0.0;
    for (int total = 185; total <= 420; ++total) {
        const double chance = cdf(total) - (total == 185 ? 0.0 : cdf(total - 1));
        expected += chance * reward_for(rule, Decimal(total)).paid.value.to_double();
    }
    ASSERT_TRUE(answer.grant.has_value());
    EXPECT_NEAR(answer.grant->expected.value.to_double(), expected, 1e-6);
    EXPECT_NEAR(answer.grant->threshold.value(), cdf(384), 1e-12);
    EXPECT_NEAR(answer.grant->whole.value(), cdf(360), 1e-12);
    EXPECT_GT(expected, 1.0);
}

TEST(GrantProjection, OfAShareLiesBetweenItsThresholdAndItsWhole) {
    const Indicator survey =
        with_rule(level(SurveyPercentage{}, "50", {share(quarter(1), 490, 1000)}), stretch("44", "52"));
    const GrantChance grant = project(survey).grant.value();
    EXPECT_GT(grant.threshold.value(), grant.whole.value());
    EXPECT_LT(grant.expected.value.to_double(), 100 * grant.threshold.value());
    EXPECT_GT(grant.expected.value.to_double(), 100 * (0.6 * grant.threshold.value()));
    EXPECT_NEAR(grant.threshold.value(), stats::wilson_confidence_at_least(490, 1000, 0.488), 1e-12);
}

TEST(GrantProjection, OfACompleteYearIsWhatItPays) {
    const Indicator complete = with_rule(level(Percentage{}, "50", {seen(quarter(3), "48.8")}), stretch("44", "52"));
    const GrantChance grant = project(complete).grant.value();
    EXPECT_EQ(grant.threshold.value(), 1.0);
    EXPECT_EQ(grant.whole.value(), 0.0);
    EXPECT_EQ(grant.expected.value, Decimal(60));
}

TEST(GrantProjection, IsDecidedInTheYearOfItsDay) {
    const Indicator early = with_rule(thefts, [] {
        Stretch rule = stretch("420", "360");
        rule.due = Date(2020, 3, 31);
        return rule;
    }());
    const Projection answer = project(early);
    EXPECT_FALSE(answer.grant.has_value());
    EXPECT_EQ(missing(answer, "grant"), "the grant is decided on 31 March 2020, not in 2017-18");
}

TEST(GrantProjection, NeedsALaw) {
    const Indicator survey = with_rule(level(SurveyPercentage{}, "50", {seen(quarter(1), "49")}), stretch("44", "52"));
    EXPECT_EQ(missing(project(survey), "grant"), "no sample size is given");
}

TEST(NotSetProjection, SaysWhyThereIsNoChance) {
    EXPECT_EQ(missing(project(with_rule(thefts, NotSet{})), "chance"), "the target is not set yet");
}

TEST(SamplingLimits, StandBesideACompleteYear) {
    const Projection year_of_counts = project(count("", "100", {"20", "30", "25", "25"}));
    const stats::Limits limits = stats::byar(100, 0.95);
    EXPECT_EQ(year_of_counts.sampling_95->lower, limits.lower);
    EXPECT_EQ(year_of_counts.sampling_95->upper, limits.upper);
    EXPECT_EQ(year_of_counts.interval_95->lower, 100.0);
    const Projection whole = project(level(Percentage{}, "50", {share(quarter(3), 45, 90)}));
    EXPECT_NEAR(whole.sampling_95->lower, 100 * stats::wilson(45, 90, 0.95).lower, 1e-12);
    EXPECT_FALSE(project(level(Percentage{}, "50", {seen(quarter(3), "50")})).sampling_95.has_value());
}

TEST(StatedProfile, IsUsedWhereNoPastYearTells) {
    Indicator indicator = count("", "400", {"90", "95"});
    indicator.profile = Profile::days;
    const Projection by_days = project(indicator);
    EXPECT_TRUE(assumes(by_days, "The shares of the quarters are taken from their days."));
    EXPECT_NEAR(by_days.known_share, (91.0 + 92.0) / 365.0, 1e-12);
    indicator.track.observations.insert(indicator.track.observations.begin(),
                                        {seen(quarter(0, 2016), "10"), seen(quarter(1, 2016), "10"),
                                         seen(quarter(2, 2016), "10"), seen(quarter(3, 2016), "70")});
    EXPECT_TRUE(assumes(project(indicator), "learnt from 1 past year"));
}

}  // namespace
