#include <ontrack/outlook/projection.hpp>

#include <gtest/gtest.h>

#include <ontrack/stats/intervals.hpp>

#include "outlook/made.hpp"

namespace {

using namespace made;

TEST(LevelProjection, ConfidenceWithoutASampleSize) {
    const Projection answer =
        project(level(SurveyPercentage{}, "60", {seen(quarter(0), "62"), seen(quarter(1), "63")}));
    EXPECT_EQ(answer.law, "last value carried forward");
    EXPECT_EQ(answer.median, 63.0);
    EXPECT_EQ(answer.mean, 63.0);
    EXPECT_EQ(answer.year_to_date, decimal("63"));
    EXPECT_FALSE(answer.chance || answer.interval_80 || answer.interval_95);
    for (const char* field : {"chance", "interval_80", "interval_95"})
        EXPECT_EQ(missing(answer, field), "no sample size is given") << field;
    EXPECT_EQ(missing(answer, "median"), "");
}

TEST(LevelProjection, AllThirteenOfACohort) {
    Observation thirteen = share(year(), 13, 13);
    thirteen.up_to = Date(2018, 1, 24);
    Indicator indicator = level(CohortProportion{}, "75", {thirteen});
    indicator.frequency = Frequency::year;
    const Projection answer = project(indicator);
    EXPECT_EQ(answer.law, "score interval");
    EXPECT_EQ(answer.median, 100.0);
    EXPECT_NEAR(answer.interval_95->lower, 77.2, 0.05);
    EXPECT_EQ(answer.interval_95->upper, 100.0);
    EXPECT_NEAR(answer.chance->value(), 0.9813, 1e-4);
    EXPECT_EQ(answer.up_to, Date(2018, 1, 24));
}

TEST(LevelProjection, ADesignEffectIsThatManyPeopleLess) {
    const Indicator simple = level(SurveyPercentage{}, "56", {share(quarter(0), 300, 500)});
    Indicator doubled = level(SurveyPercentage{}, "56", {share(quarter(0), 600, 1000)});
    EXPECT_GT(project(doubled).chance->value(), project(simple).chance->value());
    doubled.dispersion = Decimal(2);
    const Projection answer = project(doubled);
    EXPECT_NEAR(answer.chance->value(), project(simple).chance->value(), 1e-12);
    EXPECT_NEAR(answer.interval_95->lower, project(simple).interval_95->lower, 1e-9);
    EXPECT_EQ(answer.assumptions.back(),
              "The true level is taken as unchanged; the interval is that of chance with a design effect of 2.");
}

TEST(LevelProjection, LowPolarityMirrors) {
    Indicator high = level(Percentage{}, "40", {share(quarter(0), 30, 80)});
    Indicator low = high;
    low.polarity = Polarity::low;
    EXPECT_NEAR(project(high).chance->value() + project(low).chance->value(), 1.0, 1e-12);
}

TEST(LevelProjection, RatesHaveByarsInterval) {
    Indicator indicator = level(Rate{Decimal(10000)}, "20", {});
    Observation cases = seen(quarter(1), "23");
    cases.numerator = Decimal(69);
    cases.denominator = Decimal(30000);
    indicator.track.observations = {cases};
    const Projection answer = project(indicator);
    const stats::Limits limits = stats::byar(69, 0.95);
    EXPECT_EQ(answer.law, "byar interval");
    EXPECT_NEAR(answer.interval_95->lower, limits.lower / 3.0, 1e-12);
    EXPECT_NEAR(answer.interval_95->upper, limits.upper / 3.0, 1e-12);
    EXPECT_NEAR(answer.chance->value(), stats::byar_confidence_at_least(69, 60), 1e-15);

    indicator.track.observations = {seen(quarter(1), "23")};
    EXPECT_EQ(missing(project(indicator), "chance"), "no numerator and denominator are given");
}

TEST(LevelProjection, MeanAndRatioOfSums) {
    Indicator indicator = level(Percentage{}, "40", {share(quarter(0), 10, 20), share(quarter(1), 90, 100)});
    indicator.year_rule = YearRule::mean;
    EXPECT_EQ(project(indicator).year_to_date, decimal("70"));
    EXPECT_EQ(project(indicator).median, 70.0);
    indicator.year_rule = YearRule::ratio_of_sums;
    const Projection answer = project(indicator);
    EXPECT_EQ(answer.year_to_date, decimal("83.333333333333"));
    EXPECT_NEAR(answer.interval_80->lower, 100.0 * stats::wilson(100, 120, 0.8).lower, 1e-12);
    indicator.track.observations[0].numerator.reset();
    EXPECT_EQ(missing(project(indicator), "median"), "no numerator and denominator are given");
}

TEST(LevelProjection, LastQuarterMakesTheYear) {
    const Projection answer =
        project(level(SurveyPercentage{}, "60", {seen(quarter(0), "62"), seen(quarter(3), "59")}));
    EXPECT_EQ(answer.law, "year complete");
    EXPECT_EQ(answer.median, 59.0);
    EXPECT_EQ(answer.chance->value(), 0.0);
}

TEST(LevelProjection, LastYearsValueIsCarriedForward) {
    const Indicator indicator = level(SurveyPercentage{}, "60", {seen(quarter(3, 2016), "57")});
    const Projection answer = project(indicator);
    EXPECT_EQ(answer.median, 57.0);
    EXPECT_FALSE(answer.year_to_date);
    EXPECT_EQ(answer.periods_known, 0);
    EXPECT_TRUE(assumes(answer, "the value of 2016-17 Q4 is carried forward"));
    EXPECT_EQ(missing(project(level(SurveyPercentage{}, "60", {})), "median"),
              "no value is known in 2017-18 or before");
}

TEST(LevelProjection, AStockHasNoLaw) {
    Indicator indicator = count("", "50", {"40", "45"});
    indicator.year_rule = YearRule::latest;
    const Projection answer = project(indicator);
    EXPECT_EQ(answer.median, 45.0);
    EXPECT_EQ(missing(answer, "chance"), "a count that is not summed over the year has no sampling law");
}

TEST(LevelProjection, MilestonesAndPartsHaveNoOutturn) {
    Indicator milestone = level(Milestone{}, "0", {});
    milestone.track.target->rule = MilestoneBy{Date(2017, 6, 30)};
    for (const char* field : {"mean", "median", "interval_80", "interval_95", "chance", "required", "year_to_date"})
        EXPECT_NE(missing(project(milestone), field).find("milestone"), std::string::npos) << field;
    EXPECT_FALSE(ontrack::chance_of(Plan{}, milestone, milestone.track, year(), Decimal(1)));

    Indicator parts = count("", "", {});
    parts.components = {{"a", "A", count("33", "31", {"0", "5"}).track, {}},
                        {"b", "B", count("134", "127", {"18"}).track, {}}};
    EXPECT_EQ(missing(project(parts), "mean"), "the indicator has parts; each part has its own projection");
    EXPECT_TRUE(ontrack::project(Plan{}, parts, parts.components[0].track, year()).mean);
}

}  // namespace
