#include <ontrack/outlook/projection.hpp>

#include <gtest/gtest.h>

#include "outlook/made.hpp"

namespace {

using namespace made;

TEST(CountProjection, KnifeCrimeHalfWay) {
    const Projection answer = project(count("104", "99", {"33", "31"}));
    EXPECT_EQ(answer.law, "gamma-poisson credibility");
    EXPECT_EQ(answer.year_to_date, decimal("64"));
    EXPECT_EQ(answer.periods_known, 2);
    EXPECT_EQ(answer.periods_remaining, 2);
    EXPECT_EQ(answer.latest_period, quarter(1));
    ASSERT_TRUE(answer.chance && answer.required && answer.interval_80 && answer.interval_95);
    EXPECT_LT(answer.chance->value(), 0.15);
    EXPECT_EQ(answer.required->per_period, decimal("17.5"));
    EXPECT_EQ(answer.required->periods, 2);
    EXPECT_EQ(answer.required->as_good, 0);
    EXPECT_EQ(answer.required->seen, 2);
    EXPECT_LE(answer.interval_95->lower, answer.interval_80->lower);
    EXPECT_LT(answer.interval_80->lower, *answer.median);
    EXPECT_TRUE(assumes(answer, "quarters are assumed equal, with extra uncertainty"));
    EXPECT_TRUE(assumes(answer, "2016-17 (104)"));
    EXPECT_TRUE(answer.missing.empty());
}

TEST(CountProjection, RepeatVictimsAgainstTheBaseline) {
    const Projection half_way = project(count("1319", "1286", {"359", "277"}));
    EXPECT_NEAR(*half_way.median, 1272, 3);
    EXPECT_LE(*half_way.median, 1286);
    const Projection later = project(count("1319", "1286", {"359", "277", "373"}));
    EXPECT_GT(*later.median, 1319);
    EXPECT_EQ(later.required->per_period, decimal("277"));
    EXPECT_EQ(later.required->as_good, 1);
}

TEST(CountProjection, AwaitedAndAbsentPeriodsAreMissingNotZero) {
    Indicator indicator = count("104", "99", {"33", "31"});
    const Projection absent = project(indicator);
    indicator.track.observations.push_back(unseen(quarter(2)));
    const Projection awaited = project(indicator);
    EXPECT_EQ(awaited.mean, absent.mean);
    EXPECT_EQ(absent.periods_missing, 0);
    EXPECT_EQ(awaited.periods_missing, 1);
    EXPECT_EQ(awaited.periods_remaining, 2);

    indicator = count("", "99", {"33"});
    indicator.track.observations.front() = unseen(quarter(0), DataState::not_collected);
    indicator.track.observations.push_back(seen(quarter(1), "25"));
    const Projection gap = project(indicator);
    EXPECT_NEAR(*gap.mean, 100.0, 1e-9);
    EXPECT_EQ(gap.periods_missing, 1);
    EXPECT_TRUE(assumes(gap, "2017-18 Q1 is missing"));
}

TEST(CountProjection, PartOfAPeriodCountsItsDays) {
    Indicator indicator = count("", "400", {"91", "46"});
    indicator.track.observations.back().up_to = Date(2017, 8, 15);  // 46 of 92 days
    const Projection answer = project(indicator);
    EXPECT_DOUBLE_EQ(answer.known_share, 0.375);
    EXPECT_NEAR(*answer.mean, 137.0 / 0.375, 1e-9);
    EXPECT_EQ(answer.up_to, Date(2017, 8, 15));
    EXPECT_EQ(answer.required->seen, 1);
    EXPECT_TRUE(assumes(answer, "2017-18 Q2 is known up to 15 August 2017"));
}

TEST(CountProjection, SharesOfThePlanAndOfPastYears) {
    Indicator indicator = count("", "", {"10", "10"});
    indicator.seasonal_shares = {Decimal(1), Decimal(1), Decimal(2), Decimal(4)};
    const Projection stated = project(indicator);
    EXPECT_DOUBLE_EQ(stated.known_share, 0.25);
    EXPECT_NEAR(*stated.mean, 80.0, 1e-9);
    EXPECT_TRUE(assumes(stated, "those that the plan states"));

    indicator = count("9999", "", {"1000", "1000"});
    std::vector<Observation> all;
    for (int first = 2014; first < 2017; ++first)
        for (int index = 0; index < 4; ++index) all.push_back(seen(quarter(index, first), index < 2 ? "1000" : "3000"));
    indicator.track.observations.insert(indicator.track.observations.begin(), all.begin(), all.end());
    const Projection learnt = project(indicator);
    EXPECT_GT(*learnt.mean, 6500.0);
    EXPECT_LT(*learnt.mean, 8100.0);
    EXPECT_TRUE(assumes(learnt, "learnt from 3 past years"));
    EXPECT_FALSE(assumes(learnt, "baseline"));
}

TEST(CountProjection, NothingOfTheYearIsKnown) {
    const Projection from_baseline = project(count("1319", "1286", {}));
    EXPECT_NEAR(*from_baseline.mean, 1319.0, 1e-9);
    EXPECT_FALSE(from_baseline.year_to_date);
    EXPECT_EQ(missing(from_baseline, "year_to_date"), "no value is known in 2017-18");
    EXPECT_EQ(from_baseline.required->per_period, decimal("321.5"));
    const Projection half_way = project(count("1319", "1286", {"330", "330"}));
    EXPECT_GT(from_baseline.interval_95->upper - from_baseline.interval_95->lower,
              half_way.interval_95->upper - half_way.interval_95->lower);

    const Projection nothing = project(count("", "1286", {}));
    EXPECT_FALSE(nothing.mean || nothing.median || nothing.interval_80 || nothing.interval_95 || nothing.chance);
    for (const char* field : {"mean", "median", "interval_80", "interval_95", "chance"})
        EXPECT_NE(missing(nothing, field).find("neither a past year nor a baseline"), std::string::npos) << field;
}

TEST(CountProjection, AnOlderBaselineSaysSo) {
    Indicator indicator = count("33", "31", {"0", "5"});
    indicator.track.baseline->period = year(2015);
    EXPECT_TRUE(assumes(project(indicator), "2015-16 (33), 2 years before"));
    indicator.track.baseline->period = year(2018);
    EXPECT_FALSE(assumes(project(indicator), "baseline"));
    indicator.track.baseline->period.reset();
    EXPECT_FALSE(assumes(project(indicator), "baseline"));
}

TEST(CountProjection, ACompleteYearIsItsOwnOutturn) {
    const Projection met = project(count("104", "99", {"33", "31", "20", "15"}));
    EXPECT_EQ(met.law, "year complete");
    EXPECT_EQ(met.mean, 99.0);
    EXPECT_EQ(met.interval_95->lower, 99.0);
    EXPECT_EQ(met.interval_95->upper, 99.0);
    EXPECT_EQ(met.chance->value(), 1.0);
    EXPECT_EQ(missing(met, "required"), "the year is complete");
    EXPECT_EQ(project(count("104", "99", {"33", "31", "20", "16"})).chance->value(), 0.0);
}

TEST(CountProjection, PolarityMirrors) {
    Indicator low = count("400", "400", {"100", "105"});
    Indicator high = low;
    high.polarity = Polarity::high;
    high.track.target->rule = AbsoluteTarget{decimal("401"), {}};
    EXPECT_NEAR(project(low).chance->value() + project(high).chance->value(), 1.0, 1e-12);
    EXPECT_EQ(project(high).mean, project(low).mean);
}

TEST(CountProjection, ChanceOfAnotherValue) {
    const Indicator indicator = count("104", "99", {"33", "31"});
    const auto chance = [&](std::string_view value) {
        return ontrack::chance_of(Plan{}, indicator, indicator.track, year(), decimal(value))->value();
    };
    EXPECT_EQ(chance("99"), project(indicator).chance->value());
    EXPECT_LT(chance("90"), chance("110"));
    EXPECT_EQ(chance("63"), 0.0);
}

TEST(CountProjection, WithoutATargetThereIsAProjectionAndNoChance) {
    const Projection answer = project(count("104", "", {"33", "31"}));
    EXPECT_TRUE(answer.mean);
    EXPECT_FALSE(answer.chance || answer.required);
    EXPECT_EQ(missing(answer, "chance"), "the plan states no target");
}

TEST(CountProjection, MonthsOfAnAprilYear) {
    Indicator indicator = count("", "120", {});
    indicator.frequency = Frequency::month;
    for (int month = 4; month <= 9; ++month)
        indicator.track.observations.push_back(seen(Period::of_month(2017, month), "10"));
    const Projection answer = project(indicator);
    EXPECT_NEAR(*answer.mean, 120.0, 1e-9);
    EXPECT_EQ(answer.periods_remaining, 6);
    EXPECT_TRUE(assumes(answer, "The months are assumed equal"));
}

TEST(CountProjection, ProxiesAndStatesAreTold) {
    Indicator indicator = count("104", "99", {"33", "31"});
    indicator.track.observations[1].state = DataState::proxy;
    const Projection answer = project(indicator);
    EXPECT_EQ(answer.states, (std::vector{DataState::final, DataState::proxy}));
    EXPECT_TRUE(assumes(answer, "2017-18 Q2 is a proxy"));
}

}  // namespace
