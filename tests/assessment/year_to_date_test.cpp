#include <gtest/gtest.h>

#include <random>

#include "assessment/small_plan.hpp"
#include "reference/exact_status.hpp"

namespace ontrack {
namespace {

using namespace test;

Decimal d(const char* text) {
    return Decimal::from_string(text);
}

Rated year_to_date(const Plan& plan) {
    return assess_first(plan).whole.year_to_date;
}

TEST(YearToDate, ASumIsHeldAgainstEqualShares) {
    const Rated knife = year_to_date(count_plan("99", seen("2017-18 Q1", "33") + seen("2017-18 Q2", "31")));
    EXPECT_EQ(knife.status, Status::missed);
    EXPECT_EQ(knife.compared, Decimal(64));
    EXPECT_EQ(knife.against, d("49.5"));
    EXPECT_EQ(knife.threshold, d("51.975"));
    EXPECT_TRUE(knife.qualified.empty());
}

TEST(YearToDate, StatedSharesAreExactSevenths) {
    const auto plan = [](const std::string& value) {
        return count_plan("100", seen("2017-18 Q1", value), "seasonal_shares = [1, 1, 1, 4]\n");
    };
    // 105 % of 100 × 1/7 is exactly 15.
    EXPECT_EQ(year_to_date(plan("14")).status, Status::met);
    EXPECT_EQ(year_to_date(plan("15")).status, Status::near);
    EXPECT_EQ(year_to_date(plan("16")).status, Status::missed);
    EXPECT_EQ(year_to_date(plan("15")).against, d("14.285714285714"));
}

TEST(YearToDate, AgreesWithExactRatiosForAnyShares) {
    std::mt19937_64 random(20170401);  // NOLINT(bugprone-random-generator-seed): the same draws on every run
    const auto whole = [&](int least, int most) { return std::uniform_int_distribution<int>(least, most)(random); };
    Plan plan = count_plan("99", seen("2017-18 Q1", "1") + seen("2017-18 Q2", "1"));
    Indicator& indicator = plan.indicators.front();
    int near = 0;
    for (int i = 0; i < 2000; ++i) {
        std::vector<Decimal> shares;
        for (int j = 0; j < 4; ++j) shares.push_back(divided(Decimal(whole(1, 999)), Decimal(whole(1, 9)), 3));
        const int target = whole(1, 200);
        indicator.seasonal_shares = shares;
        indicator.track.target->rule = AbsoluteTarget{Decimal(target), std::nullopt};
        const Decimal value = divided(Decimal(target * whole(90, 110)), Decimal(200), 4);
        indicator.track.observations[0].value = indicator.track.observations[1].value = value * d("0.5");

        const auto exact = [](const Decimal& decimal) { return reference::exact(decimal); };
        const reference::Fraction known = exact(shares[0]) + exact(shares[1]);
        const reference::Fraction profiled = target * known / (known + exact(shares[2]) + exact(shares[3]));
        const Rated rated = year_to_date(plan);
        ASSERT_EQ(rated.status, reference::exact_status(exact(value), profiled, Polarity::low, 5)) << i;
        near += rated.status == Status::near;
    }
    EXPECT_GT(near, 20);
}

TEST(YearToDate, APartPeriodCountsByItsDays) {
    // 46 of the 92 days of the second quarter.
    const Plan plan = count_plan("160", seen("2017-18 Q1", "40") + seen("2017-18 Q2", "20", "up_to = 2017-08-15"));
    EXPECT_EQ(year_to_date(plan).against, Decimal(60));
    EXPECT_EQ(year_to_date(plan).status, Status::met);
}

TEST(YearToDate, OnlyKnownPeriodsAreExpected) {
    const Plan plan = count_plan("100", seen("2017-18 Q1", "20") + seen("2017-18 Q3", "30"));
    EXPECT_EQ(year_to_date(plan).against, Decimal(50));
    EXPECT_EQ(assess_first(plan).whole.profiled, Decimal(50));
}

TEST(YearToDate, TheRuleSaysWhetherTheTargetIsRounded) {
    const std::string rule = "[status.year_to_date]\ntarget = \"unrounded\"\n";
    const Plan plan = count_plan("98.8", seen("2017-18 Q1", "24"), "", rule);
    EXPECT_EQ(year_to_date(plan).against, d("24.7"));
    EXPECT_EQ(year_to_date(count_plan("98.8", seen("2017-18 Q1", "24"))).against, d("24.75"));
}

TEST(YearToDate, TheLatestValueOfALevelIsHeldAgainstThePathThere) {
    const std::string baseline = "baseline = { value = 18, period = \"2016-17\" }\n";
    const std::string line = "kind = \"linear\", value = 40, due = 2020-03-31";
    const Rated rated = year_to_date(level_plan(line, seen("2017-18 Q1", "21") + seen("2017-18 Q2", "23"), baseline));
    EXPECT_EQ(rated.status, Status::met);
    EXPECT_EQ(rated.against, Decimal(22));  // 21.67
}

TEST(YearToDate, ALevelPastTheEndOfItsPathIsNotRated) {
    const Plan plan = level_plan("kind = \"floor\", value = 60, due = 2017-06-30", seen("2017-18 Q2", "63"));
    EXPECT_EQ(year_to_date(plan).status, Status::not_rated);
    EXPECT_EQ(year_to_date(plan).reason, "the target's path does not reach 2017-18 Q2");
    EXPECT_EQ(assess_first(plan).whole.projected.reason,
              "the target's path runs from 2017-18 Q1 to 2017-18 Q1, without the end of 2017-18");
}

TEST(YearToDate, MeansAndRatiosAreHeldAgainstTheYearsTarget) {
    const auto plan = [](const std::string& rule) {
        return small_plan("measure = \"percentage\"\npolarity = \"high\"\nfrequency = \"quarter\"\nyear_is = \"" +
                          rule +
                          "\"\ntarget = { kind = \"floor\", value = 60 }\nobservations = ["
                          "{ period = \"2017-18 Q1\", numerator = 90, denominator = 100 },"
                          "{ period = \"2017-18 Q2\", numerator = 90, denominator = 300 }]\n");
    };
    EXPECT_EQ(year_to_date(plan("mean")).compared, Decimal(60));
    EXPECT_EQ(year_to_date(plan("mean")).status, Status::met);
    EXPECT_EQ(year_to_date(plan("ratio_of_sums")).compared, Decimal(45));
    EXPECT_EQ(year_to_date(plan("ratio_of_sums")).status, Status::missed);
}

TEST(YearToDate, SaysWhyItIsNotRated) {
    const auto reason = [](const Plan& plan) {
        const Rated rated = year_to_date(plan);
        EXPECT_EQ(rated.status, Status::not_rated);
        return rated.reason;
    };
    const std::string awaited = "{ period = \"2017-18 Q1\", state = \"awaited\" },";
    EXPECT_EQ(reason(count_plan("99", "")), "there is no observation yet in 2017-18");
    EXPECT_EQ(reason(count_plan("99", awaited)), "the figure for 2017-18 Q1 is awaited");

    Plan without = count_plan("99", seen("2017-18 Q1", "20"));
    without.indicators.front().track.target.reset();
    EXPECT_EQ(reason(without), "the plan gives no target");

    Plan unanchored = count_plan("99", seen("2017-18 Q1", "20"));
    unanchored.indicators.front().track.target->rule = PercentByDate{Percent(Decimal(-5)), std::nullopt};
    EXPECT_EQ(reason(unanchored), "the target starts from a baseline, and the plan gives no baseline value");
}

TEST(YearToDate, ProvisionalAndProxyFiguresQualifyTheAnswer) {
    const std::string first = seen("2017-18 Q1", "10", "state = \"provisional\"");
    const Plan plan = count_plan("99", first + seen("2017-18 Q2", "10", "state = \"proxy\""));
    EXPECT_EQ(year_to_date(plan).status, Status::met);
    EXPECT_EQ(year_to_date(plan).qualified, "provisional figures and a proxy measure");
    EXPECT_EQ(year_to_date(count_plan("99", first)).qualified, "provisional figures");
    EXPECT_EQ(assess_first(plan).whole.projected.qualified, "provisional figures and a proxy measure");
}

}  // namespace
}  // namespace ontrack
