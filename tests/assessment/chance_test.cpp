#include <ontrack/assessment/chance.hpp>

#include <algorithm>
#include <cmath>
#include <random>

#include <gtest/gtest.h>
#include <boost/math/distributions/binomial.hpp>

#include "assessment/small_plan.hpp"
#include "reference/intervals.hpp"

namespace ontrack {
namespace {

using namespace test;

std::string share(int x, int n) {
    return "numerator = " + std::to_string(x) + ", denominator = " + std::to_string(n);
}

/// The last of these figures for quarters that end with 2017-18 Q2, so that the last two are of 92 and 91 days.
TrackAssessment assessed(const std::string& measure, const std::string& polarity, const std::string& figures,
                         const std::string& more = "") {
    return assess_first(small_plan("measure = \"" + measure + "\"\npolarity = \"" + polarity +
                                   "\"\nfrequency = \"quarter\"\nyear_is = \"" +
                                   (measure == "count" ? "sum" : "latest") + "\"\nobservations = [" + figures + "]\n" +
                                   more))
        .whole;
}
std::string target(const std::string& value) {
    return "target = { kind = \"absolute\", decimals = 6, value = " + value + " }\n";
}
std::string q2(const std::string& figure) {
    return "{ period = \"2017-18 Q2\", " + figure + " },";
}
RatedInterval by_interval(const std::string& measure, const std::string& polarity, const std::string& figure,
                          const std::string& value, const std::string& more = "") {
    return assessed(measure, polarity, q2(figure), target(value) + more).by_interval;
}
/// Counts of 2017-18 Q2 and Q3, 92 days each.
TestedChange counted(const std::string& before, const std::string& now, const std::string& more = "") {
    return assessed("count", "low", seen("2017-18 Q2", before) + seen("2017-18 Q3", now), more)
        .since_last_period.chance;
}
TestedChange shares(const std::string& before, const std::string& now, const std::string& more = "",
                    const std::string& measure = "percentage") {
    return assessed(measure, "high", "{ period = \"2017-18 Q1\", " + before + " }," + q2(now), more)
        .since_last_period.chance;
}

void expect_interval(const std::optional<Interval>& interval, double lower, double upper, double within) {
    ASSERT_TRUE(interval);
    EXPECT_NEAR(interval->lower, lower, within);
    EXPECT_NEAR(interval->upper, upper, within);
}

TEST(RatedInterval, OfAShareIsWilsons) {
    // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I, method 3.
    expect_interval(by_interval("percentage", "low", share(81, 263), "30").interval_95, 25.53, 36.62, 0.005);
    expect_interval(by_interval("cohort_proportion", "low", share(15, 148), "30").interval_95, 6.24, 16.05, 0.005);
    expect_interval(by_interval("percentage", "low", share(0, 20), "30").interval_95, 0.0, 16.11, 0.005);
    expect_interval(by_interval("detection_rate", "low", share(1, 29), "30").interval_95, 0.61, 17.18, 0.005);
}

TEST(RatedInterval, OfACountIsExactBelowTenAndByarsFromTen) {
    // Garwood (1936).
    expect_interval(by_interval("count", "low", "value = 0", "40").interval_95, 0.0, 3.689, 0.0005);
    expect_interval(by_interval("count", "low", "value = 5", "40").interval_95, 1.623, 11.668, 0.0005);
    expect_interval(by_interval("count", "low", "value = 9", "40").interval_95, 4.115, 17.085, 0.0005);
    const auto ten = reference::count_limits(10, 0.95, stats::CountMethod::byar);
    expect_interval(by_interval("count", "low", "value = 10", "40").interval_95, ten.lower, ten.upper, 1e-9);
    EXPECT_EQ(by_interval("count", "low", "value = 9", "40").method, "count, Garwood (1936)");
    EXPECT_EQ(by_interval("count", "low", "value = 10", "40").method, "count, Byar (Breslow & Day 1987)");
}

TEST(RatedInterval, OfASumIsHeldAgainstTheShareOfTheYearsTarget) {
    const std::string figures = seen("2017-18 Q1", "30") + seen("2017-18 Q2", "34");
    const RatedInterval one = assessed("count", "low", figures, target("99")).by_interval;
    EXPECT_EQ(one.value, Decimal(64));
    EXPECT_EQ(one.against, Decimal::from_string("49.5"));
    const auto limits = reference::count_limits(64, 0.95, stats::CountMethod::byar);
    expect_interval(one.interval_95, limits.lower, limits.upper, 1e-9);
    EXPECT_EQ(one.status, IntervalStatus::open);  // 49.3 to 81.7
    EXPECT_EQ(assessed("count", "low", figures, target("98")).by_interval.status, IntervalStatus::misses);
    EXPECT_EQ(assessed("count", "low", figures, target("164")).by_interval.status, IntervalStatus::meets);
}

TEST(RatedInterval, OfARateIsThatOfItsEvents) {
    const RatedInterval one = by_interval("rate", "low", "numerator = 5, denominator = 2500", "3", "per = 1000\n");
    expect_interval(one.interval_95, 1.623486 * 0.4, 11.668332 * 0.4, 1e-6);
    EXPECT_EQ(one.status, IntervalStatus::open);
}

TEST(RatedInterval, ASurveyCountsByItsDesignEffect) {
    const RatedInterval simple = by_interval("survey_percentage", "high", share(300, 500), "56");
    const RatedInterval doubled =
        by_interval("survey_percentage", "high", share(600, 1000), "56", "design_effect = 2\n");
    expect_interval(doubled.interval_95, simple.interval_95->lower, simple.interval_95->upper, 1e-9);
    EXPECT_EQ(doubled.adjusted, "design effect 2, as the plan states");
    EXPECT_EQ(simple.adjusted, "taken as a simple random sample: the plan states no design effect");
    EXPECT_EQ(doubled.status, IntervalStatus::open);
    EXPECT_EQ(by_interval("survey_percentage", "high", share(600, 1000), "56").status, IntervalStatus::meets);
}

TEST(RatedInterval, ADispersionIsThatManyTimesTheVariance) {
    const auto hundred = reference::count_limits(100, 0.95, stats::CountMethod::byar);
    expect_interval(by_interval("count", "low", "value = 400", "400", "dispersion = 4\n").interval_95,
                    4 * hundred.lower, 4 * hundred.upper, 1e-9);
}

TEST(RatedInterval, AnEndThatEqualsTheTargetIsOnItsGoodSide) {
    EXPECT_EQ(by_interval("percentage", "high", share(0, 20), "0").status, IntervalStatus::meets);
    EXPECT_EQ(by_interval("percentage", "low", share(20, 20), "100").status, IntervalStatus::meets);
    EXPECT_EQ(by_interval("percentage", "low", share(0, 20), "0").status, IntervalStatus::open);
}

TEST(RatedInterval, OfABandIsWithinAcrossOrBeyond) {
    const auto in_band = [](const std::string& edges) {
        return assessed("percentage", "high", q2(share(81, 263)), "target = { kind = \"band\", " + edges + " }\n")
            .by_interval.status;
    };
    EXPECT_EQ(in_band("lower = 20, upper = 40"), IntervalStatus::meets);
    EXPECT_EQ(in_band("lower = 30, upper = 40"), IntervalStatus::open);
    EXPECT_EQ(in_band("lower = 20, upper = 30"), IntervalStatus::open);
    EXPECT_EQ(in_band("lower = 28, upper = 32"), IntervalStatus::open);
    EXPECT_EQ(in_band("lower = 5, upper = 20"), IntervalStatus::misses);
    EXPECT_EQ(in_band("lower = 40, upper = 60"), IntervalStatus::misses);
}

TEST(RatedInterval, SaysWhatIsLacking) {
    EXPECT_EQ(by_interval("percentage", "high", "value = 60", "50").reason, "no numerator and denominator are given");
    EXPECT_EQ(by_interval("survey_percentage", "high", "value = 60", "50").reason, "no sample size is given");
    EXPECT_EQ(by_interval("duration", "low", "value = 60", "50", "unit = \"days\"\n").reason,
              "a duration has no sampling law");
    const RatedInterval untargeted = assessed("percentage", "high", q2(share(81, 263))).by_interval;
    EXPECT_EQ(untargeted.status, IntervalStatus::not_rated);
    EXPECT_EQ(untargeted.reason, "the plan gives no target");
    EXPECT_TRUE(untargeted.interval_95);
    const TrackAssessment whole = assessed("percentage", "high", "");
    EXPECT_EQ(whole.by_interval.reason, "no value is known in 2017-18");
    EXPECT_EQ(reason_of(whole, "interval.status"), whole.by_interval.reason);
}

TEST(RatedInterval, IsNeverUnqualifiedOnDataThatAreInDoubt) {
    for (const std::string state : {"provisional", "estimated", "proxy", "doubtful"}) {
        const RatedInterval one =
            by_interval("percentage", "high", share(81, 263) + ", state = \"" + state + "\"", "10");
        EXPECT_EQ(one.status, IntervalStatus::meets);
        EXPECT_NE(one.qualified, "") << state;
        EXPECT_NE(one.sentence.find(one.qualified), std::string::npos);
    }
    EXPECT_EQ(by_interval("percentage", "high", share(81, 263), "10").qualified, "");
}

TEST(RatedInterval, MirrorsWithThePolarity) {
    std::mt19937 random(7);
    std::uniform_int_distribution<int> some(0, 60);
    for (int round = 0; round < 60; ++round) {
        const int x = some(random);
        const int edge = 5 + some(random);
        const RatedInterval high = by_interval("percentage", "high", share(x, 60), std::to_string(edge));
        const RatedInterval low = by_interval("percentage", "low", share(60 - x, 60), std::to_string(100 - edge));
        EXPECT_EQ(high.status, low.status) << x << " against " << edge;
    }
}

TEST(RatedInterval, DoesNotDependOnTheUnitOfARate) {
    for (const int events : {3, 9, 10, 30, 60}) {
        const std::string figure = "numerator = " + std::to_string(events) + ", denominator = 30000";
        EXPECT_EQ(by_interval("rate", "low", figure, "0.8", "per = 1000\n").status,
                  by_interval("rate", "low", figure, "80", "per = 100000\n").status)
            << events;
    }
}

TEST(TestedChange, OfTwoCountsIsTheConditionalTest) {
    // 25 and 16 in equal times: C p = .211. 3 and none: the dodder seed of Przyborowski and Wilenski (1940), one-sided .125.
    const TestedChange one = counted("25", "16");
    EXPECT_NEAR(*one.p_value, 0.211, 0.0005);
    EXPECT_EQ(one.within, true);
    EXPECT_NEAR(*one.change, -36.0, 1e-9);
    EXPECT_TRUE(one.small_base);
    EXPECT_DOUBLE_EQ(*counted("3", "0").p_value, 0.25);
    EXPECT_FALSE(counted("250", "160").small_base);
    EXPECT_EQ(counted("250", "160").within, false);
}

TEST(TestedChange, AgreesWithTheOutcomesAddedUp) {
    std::mt19937 random(11);
    std::uniform_int_distribution<int> some(0, 40);
    for (int round = 0; round < 25; ++round) {
        const int before = some(random);
        const int now = some(random);
        // 91 and 92 days.
        const TestedChange one =
            assessed("count", "low",
                     seen("2017-18 Q1", std::to_string(before)) + seen("2017-18 Q2", std::to_string(now)))
                .since_last_period.chance;
        const boost::math::binomial law(before + now, 92.0 / 183.0);
        double below = 0.0;
        double above = 0.0;
        for (int k = 0; k <= before + now; ++k) {
            if (k <= now) below += boost::math::pdf(law, k);
            if (k >= now) above += boost::math::pdf(law, k);
        }
        EXPECT_NEAR(*one.p_value, std::min(1.0, 2.0 * std::min(below, above)), 1e-9) << before << " to " << now;
    }
}

TEST(TestedChange, IsWithinChanceWhereItsIntervalHoldsNoChange) {
    std::mt19937 random(13);
    std::uniform_int_distribution<int> some(1, 99);
    for (int round = 0; round < 60; ++round) {
        const int before = some(random);
        const int now = some(random);
        for (const TestedChange& one :
             {counted(std::to_string(before), std::to_string(now)), shares(share(before, 100), share(now, 100))}) {
            ASSERT_TRUE(one.within && one.interval_95);
            EXPECT_EQ(*one.within, one.interval_95->lower <= 0.0 && one.interval_95->upper >= 0.0)
                << before << " to " << now << ", p " << *one.p_value;
        }
    }
}

TEST(TestedChange, OfTwoSharesIsPearsonsTestWithMeesInterval) {
    // Newcombe (1998), Interval estimation for the difference, example (a), method 6: 0.0533 to 0.3377. z = 0.2/0.07547 = 2.650.
    const TestedChange one = shares(share(48, 80), share(56, 70));
    EXPECT_NEAR(*one.change, 20.0, 1e-9);
    expect_interval(one.interval_95, 5.33, 33.77, 0.005);
    EXPECT_NEAR(*one.p_value, 0.00804, 0.00002);
    EXPECT_EQ(one.within, false);
    EXPECT_TRUE(one.in_points);
}

TEST(TestedChange, TakesTheDispersionThatThePlanStates) {
    // z = (16 − 25)/√41/√2 = −0.99388
    const TestedChange one = counted("25", "16", "dispersion = 2\n");
    EXPECT_NEAR(*one.p_value, 0.3203, 0.0001);
    EXPECT_EQ(one.adjusted, "dispersion 2, as the plan states");
    EXPECT_EQ(counted("25", "16").adjusted, "not adjusted for over-dispersion: the plan states none");
    EXPECT_EQ(counted("250", "205").within, false);
    EXPECT_EQ(counted("250", "205", "dispersion = 3\n").within, true);
    const TestedChange survey = shares(share(96, 160), share(112, 140), "design_effect = 2\n", "survey_percentage");
    EXPECT_NEAR(*survey.p_value, 0.00804, 0.00002);
}

TEST(TestedChange, IsTheSameForEitherPolarityAndReversed) {
    std::mt19937 random(17);
    std::uniform_int_distribution<int> some(1, 99);
    for (int round = 0; round < 20; ++round) {
        const std::string a = std::to_string(some(random));
        const std::string b = std::to_string(some(random));
        const std::string figures = seen("2017-18 Q2", a) + seen("2017-18 Q3", b);
        const auto low = assessed("count", "low", figures).since_last_period;
        const auto high = assessed("count", "high", figures).since_last_period;
        EXPECT_EQ(low.chance.p_value, high.chance.p_value);
        EXPECT_EQ(low.chance.interval_95->lower, high.chance.interval_95->lower);
        EXPECT_NEAR(*counted(b, a).p_value, *low.chance.p_value, 1e-12);
    }
}

TEST(TestedChange, DoesNotDependOnTheOrderInThePlanOrTheUnit) {
    const std::string a = seen("2016-17 Q2", "40");
    const std::string b = seen("2017-18 Q1", "30");
    const std::string c = seen("2017-18 Q2", "55");
    const TrackAssessment one = assessed("count", "low", a + b + c, target("200"));
    const TrackAssessment other = assessed("count", "low", c + a + b, target("200") + "unit = \"offences\"\n");
    EXPECT_EQ(one.since_last_year.chance.p_value, other.since_last_year.chance.p_value);
    EXPECT_EQ(one.since_last_period.chance.sentence, other.since_last_period.chance.sentence);
    EXPECT_EQ(one.by_interval.status, other.by_interval.status);
}

TEST(TestedChange, OfCountsOverUnequalDaysIsOfTheDailyRate) {
    const TestedChange one =
        assessed("count", "low", seen("2017-18 Q1", "91") + seen("2017-18 Q2", "92")).since_last_period.chance;
    EXPECT_TRUE(one.per_day);
    EXPECT_NEAR(*one.change, 0.0, 1e-9);
    EXPECT_EQ(one.before, Decimal(91));
    EXPECT_EQ(one.now, Decimal(92));
}

TEST(TestedChange, FromNoneHasNoPerCentAndNoUpperEnd) {
    const TestedChange one = counted("0", "4");
    EXPECT_FALSE(one.change);
    EXPECT_DOUBLE_EQ(*one.p_value, 0.125);
    EXPECT_TRUE(std::isinf(one.interval_95->upper));
    EXPECT_EQ(*counted("0", "0").p_value, 1.0);
    EXPECT_EQ(*shares(share(0, 20), share(0, 30)).p_value, 1.0);
    EXPECT_EQ(shares(share(20, 20), share(30, 30)).within, true);
}

TEST(TestedChange, IsUnknownWithItsReason) {
    EXPECT_EQ(shares("value = 60", "value = 62").reason, "no numerator and denominator are given");
    EXPECT_EQ(shares(share(10, 40), share(12, 40) + ", state = \"not_comparable\"").reason,
              "the figure for 2017-18 Q2 is not comparable with others");
    EXPECT_EQ(assessed("count", "low", seen("2017-18 Q2", "3")).since_last_year.chance.reason,
              "no figure for 2016-17 Q2");
    const TrackAssessment level = assess_first(small_plan("measure = \"count\"\npolarity = \"high\"\nfrequency = "
                                                          "\"quarter\"\nyear_is = \"latest\"\nobservations = [" +
                                                          seen("2017-18 Q1", "91") + seen("2017-18 Q2", "92") + "]\n"))
                                      .whole;
    EXPECT_EQ(level.since_last_period.chance.reason, "a count that is not summed over the year has no sampling law");
    const TrackAssessment baseline =
        assess_first(
            small_plan("measure = \"percentage\"\npolarity = \"high\"\nfrequency = \"year\"\nyear_is = \"latest\"\n"
                       "baseline = { value = 57, period = \"2016-17\" }\nobservations = [{ period = \"2017-18\", " +
                       share(62, 100) + " }]\n"))
            .whole;
    EXPECT_EQ(baseline.since_last_year.chance.reason, "the baseline comes without the counts behind it");
    EXPECT_EQ(reason_of(baseline, "change.last_year"), baseline.since_last_year.chance.reason);
}

TEST(TestedChange, IsQualifiedAsItsDirectionIs) {
    const TestedChange one = shares(share(10, 40) + ", state = \"proxy\"", share(30, 40));
    EXPECT_EQ(one.within, false);
    EXPECT_EQ(one.qualified, "a proxy measure");
    EXPECT_NE(one.sentence.find("it rests on a proxy measure"), std::string::npos);
}

TEST(YearOnYear, AddsUpThePeriodsThatBothYearsHave) {
    const std::string last = seen("2016-17 Q1", "40") + seen("2016-17 Q2", "60") + seen("2016-17 Q3", "99");
    const TestedChange one =
        assessed("count", "low", last + seen("2017-18 Q1", "50") + seen("2017-18 Q2", "90")).year_on_year;
    EXPECT_EQ(one.before, Decimal(100));
    EXPECT_EQ(one.now, Decimal(140));
    EXPECT_NEAR(*one.change, 40.0, 1e-9);
    EXPECT_FALSE(one.per_day);
    // Twice the upper tail of a binomial of 240 and ½ from 140 on: z = 39/√240 = 2.517 with the continuity correction.
    EXPECT_NEAR(*one.p_value, 0.0118, 0.0003);
    EXPECT_EQ(assessed("count", "low", last + seen("2017-18 Q1", "50")).year_on_year.reason,
              "only one period is known both this year and last");
    EXPECT_EQ(assessed("percentage", "low", q2(share(1, 9))).year_on_year.reason, "the year is no sum of its periods");
}

TEST(YearOnYear, LeavesOutWhatOneYearLacksAndSaysSo) {
    const TestedChange one = assessed("count", "low",
                                      seen("2016-17 Q1", "40") + seen("2016-17 Q2", "60") + seen("2017-18 Q1", "50") +
                                          seen("2017-18 Q2", "90") + seen("2017-18 Q3", "70"))
                                 .year_on_year;
    EXPECT_EQ(one.now, Decimal(140));
    EXPECT_EQ(one.qualified, "two quarters of three known");
}

TEST(Chance, StandsInTheExplanation) {
    const TrackAssessment one =
        assessed("count", "low", seen("2017-18 Q1", "30") + seen("2017-18 Q2", "34"), target("99"));
    EXPECT_NE(one.explanation.sentence.find(
                  "; chance alone may have made the status to date and the change on the last period "
                  "(clustering not allowed for)"),
              std::string::npos)
        << one.explanation.sentence;
    const auto fact = std::find_if(one.explanation.facts.begin(), one.explanation.facts.end(),
                                   [](const auto& each) { return each.first == "interval of the year to date"; });
    ASSERT_NE(fact, one.explanation.facts.end());
    EXPECT_EQ(
        fact->second,
        "the 95% interval of 64 is 49.3 to 81.7 (count, Byar (Breslow & Day 1987); not adjusted for over-dispersion: "
        "the plan states none) and contains 49.5: no more than chance from the target");
}

TEST(Chance, OfAWholeWithPartsIsThatOfNoNumber) {
    const Plan plan = small_plan(
        "measure = \"count\"\npolarity = \"low\"\nfrequency = \"quarter\"\nyear_is = \"sum\"\n"
        "[[indicator.component]]\ncode = \"a\"\nname = \"A\"\nobservations = [" +
        seen("2017-18 Q1", "3") + seen("2017-18 Q2", "5") +
        "]\n[[indicator.component]]\ncode = \"b\"\nname = \"B\"\nobservations = []\n");
    const Assessment both = assess_first(plan);
    EXPECT_EQ(both.whole.by_interval.reason, "the indicator has two parts, each with a value of its own");
    EXPECT_TRUE(both.parts[0].since_last_period.chance.within);
}

}  // namespace
}  // namespace ontrack
