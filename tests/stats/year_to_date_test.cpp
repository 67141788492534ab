#include <ontrack/stats/year_to_date.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/quantiles.hpp>
#include <ontrack/stats/random.hpp>
#include <ontrack/stats/ratio.hpp>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(YearToDate, IsTheTestOfTheSums) {
    const std::vector<double> now{12, 9, 14, 20}, then{10, 16, 11, 30};
    const YearToDate found = compare_year_to_date({now, then});
    EXPECT_EQ(found.this_year, 55.0);
    EXPECT_EQ(found.last_year, 67.0);
    EXPECT_EQ(found.periods, 4U);
    EXPECT_EQ(found.test.p_value, test_two_counts(55, 4, 67, 4).p_value);
    EXPECT_EQ(found.ratio.upper, estimate_rate_ratio(55, 4, 67, 4).upper);
    EXPECT_EQ(found.dispersion, 1.0);
}

TEST(YearToDate, MissingPeriodsAreLeftOutOnBothSides) {
    const std::vector<double> now{12, nan, 14, 20}, then{10, 16, nan, 30};
    const YearToDate found = compare_year_to_date({now, then});
    EXPECT_EQ(found.this_year, 32.0);
    EXPECT_EQ(found.last_year, 40.0);
    EXPECT_EQ(found.periods, 2U);
    EXPECT_EQ(found.left_out, 2U);
    const std::vector<double> none{nan, nan};
    const YearToDate empty = compare_year_to_date({none, none});
    EXPECT_EQ(empty.test.status, Status::too_few_points);
    EXPECT_TRUE(std::isnan(empty.this_year));
}

TEST(YearToDate, ExposuresAreSummedToo) {
    // February of a leap year has a day more.
    const std::vector<double> now{100, 95}, then{100, 90}, days{31, 29}, days_then{31, 28};
    const YearToDate found = compare_year_to_date({now, then, days, days_then});
    EXPECT_DOUBLE_EQ(found.ratio.value, 195.0 / 60.0 / (190.0 / 59.0));
    EXPECT_EQ(found.test.p_value, test_two_counts(195, 60, 190, 59).p_value);
}

TEST(YearToDate, GivenDispersionShrinksTheStatistic) {
    const std::vector<double> now{140, 150, 160}, then{120, 110, 130};
    YearToDateOptions options;
    options.dispersion = 4.0;
    const YearToDate found = compare_year_to_date({now, then}, options);
    const double z = test_two_counts(450, 3, 360, 3, {TwoCountsTest::score}).statistic / 2.0;
    EXPECT_DOUBLE_EQ(found.test.statistic, z);
    EXPECT_NEAR(found.test.p_value, 2.0 * normal_cdf(-z), 1e-14);
    const Estimate log = estimate_rate_ratio(450, 3, 360, 3, {0.95, RateRatioMethod::log});
    EXPECT_NEAR(std::log(found.ratio.upper / found.ratio.value), 2.0 * std::log(log.upper / log.value), 1e-13);
    options.alternative = Alternative::greater;
    EXPECT_NEAR(compare_year_to_date({now, then}, options).test.p_value, normal_cdf(-z), 1e-14);
}

TEST(YearToDate, EstimatedDispersionIsPearsons) {
    const std::vector<double> now{30, 10, 44, 0}, then{20, 30, 16, 0};
    YearToDateOptions options;
    options.dispersion = nan;
    const YearToDate found = compare_year_to_date({now, then}, options);
    // Three periods with events; of each 84 parts in 150 are this year's.
    const double share = 84.0 / 150.0;
    double chi_square = 0.0;
    for (std::size_t i = 0; i < 3; ++i) {
        const double m = now[i] + then[i];
        chi_square += std::pow(now[i] - m * share, 2.0) / (m * share) +
                      std::pow(then[i] - m * (1.0 - share), 2.0) / (m * (1.0 - share));
    }
    EXPECT_NEAR(found.dispersion, chi_square / 2.0, 1e-12);
    EXPECT_NEAR(found.test.p_value, 2.0 * student_t_cdf(-std::abs(found.test.statistic), 2.0), 1e-14);
    // Calmer than chance: φ stays 1, but Student's t remains.
    const std::vector<double> calm{20, 20, 20}, even{21, 21, 21};
    EXPECT_EQ(compare_year_to_date({calm, even}, options).dispersion, 1.0);
}

TEST(YearToDate, HoldsItsLevelWhereCountsVaryMoreThanPoisson) {
    // Nine months with a season, variance four times the mean, no change: Poisson's test cries wolf, the other does not.
    constexpr int years = 1500;
    int poisson = 0, estimated = 0;
    YearToDateOptions options;
    options.dispersion = nan;
    for (std::uint64_t year = 0; year < years; ++year) {
        std::vector<double> now(9), then(9);
        for (std::size_t i = 0; i < 9; ++i) {
            const double mean = 60.0 + 5.0 * static_cast<double>(i);
            now[i] = negative_binomial_quantile(uniform(51, year, 2 * i), mean, mean / 3.0);
            then[i] = negative_binomial_quantile(uniform(51, year, 2 * i + 1), mean, mean / 3.0);
        }
        poisson += compare_year_to_date({now, then}).test.p_value < 0.05;
        estimated += compare_year_to_date({now, then}, options).test.p_value < 0.05;
    }
    EXPECT_GT(poisson, 0.25 * years);
    EXPECT_NEAR(estimated, 0.05 * years, 3.0 * std::sqrt(years * 0.05 * 0.95));
}

TEST(YearToDate, YearsTurnedOver) {
    const std::vector<double> now{12, 9, 14, 20}, then{10, 16, 11, 30};
    for (const double dispersion : {1.0, 2.0, nan}) {
        YearToDateOptions options;
        options.dispersion = dispersion;
        const YearToDate one = compare_year_to_date({now, then}, options);
        const YearToDate other = compare_year_to_date({then, now}, options);
        EXPECT_NEAR(one.test.p_value, other.test.p_value, 1e-13);
        EXPECT_NEAR(one.ratio.lower * other.ratio.upper, 1.0, 1e-12);
    }
}

TEST(YearToDate, StatusAndWrongArguments) {
    const std::vector<double> two{1, 2}, minus{1, -2}, zero{0, 0}, three{1, 2, 3};
    YearToDateOptions options;
    options.dispersion = nan;
    EXPECT_EQ(compare_year_to_date({two, minus}).test.status, Status::negative_value);
    EXPECT_EQ(compare_year_to_date({two, two, zero, two}).ratio.status, Status::no_denominator);
    EXPECT_EQ(compare_year_to_date({two, zero}, options).test.status, Status::too_few_events);
    EXPECT_EQ(compare_year_to_date({std::span(two).first(1), std::span(two).last(1)}, options).test.status,
              Status::too_few_points);
    EXPECT_EQ(compare_year_to_date({two, zero}).ratio.status, Status::value_undefined);
    EXPECT_EQ(compare_year_to_date({two, zero}).test.status, Status::ok);
    EXPECT_EQ(reference::code_of([&] { return compare_year_to_date({two, three}); }), "wrong-length");
    options.dispersion = 0.5;
    EXPECT_EQ(reference::code_of([&] { return compare_year_to_date({two, two}, options); }), "out-of-domain");
    options = {};
    options.confidence = 0.0;
    EXPECT_EQ(reference::code_of([&] { return compare_year_to_date({two, two}, options); }), "not-a-confidence-level");
}

}  // namespace
