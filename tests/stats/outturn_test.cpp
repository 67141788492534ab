#include <ontrack/stats/outturn.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "reference/credibility.hpp"

namespace {

using namespace ontrack::stats;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

CountProjection quarters(double baseline, std::vector<double> known) {
    return project_count({.current = known, .prior_total = baseline, .periods_per_year = 4});
}

TEST(Outturn, HillingdonHalfWayThroughTheYear) {
    // Safer Hillingdon Partnership Plan 2017/18, quarters 1 and 2; targets as printed.
    EXPECT_LT(quarters(104, {33, 31}).law.cdf(99), 0.15);
    EXPECT_GT(quarters(731, {131, 108}).law.cdf(724), 0.95);
    EXPECT_LT(quarters(2460, {648, 578}).law.cdf(2337), 0.5);
    const double burglary = quarters(1681, {329, 429}).law.cdf(1664);
    EXPECT_GT(burglary, 2.0 / 3.0);
    EXPECT_LT(burglary, 0.97);
    EXPECT_NEAR(quarters(1319, {359, 277}).law.quantile(0.5), 1272, 3);
    EXPECT_GT(quarters(1319, {359, 277, 373}).law.quantile(0.5), 1319);
}

TEST(Outturn, FlatPriorIsTheChainLadder) {
    // Renshaw & Verrall (1998): without a prior the Poisson model is the chain ladder, year to date over its share.
    const std::array shares{2.0, 3.0, 4.0, 1.0};
    const std::array known{120.0, 190.0};
    const CountProjection answer = project_count({.current = known, .shares = shares, .periods_per_year = 4});
    EXPECT_DOUBLE_EQ(answer.known_share, 0.5);
    EXPECT_NEAR(answer.law.mean(), 310.0 / 0.5, 1e-9);
    EXPECT_NEAR(answer.annual_level, 620.0, 1e-9);
}

TEST(Outturn, LearntSharesAreRatiosOfColumnSums) {
    // Large counts: what is left of the pull towards equal shares is one pseudo-year's.
    std::vector<double> past;
    for (int year = 0; year < 60; ++year) past.insert(past.end(), {1e6, 2e6, 3e6, 4e6});
    const std::array known{1e6, 2e6};
    const CountProjection answer = project_count({.past = past, .current = known, .periods_per_year = 4});
    EXPECT_NEAR(answer.known_share, (60.0 * 0.3 + 0.5) / 61.0, 1e-5);
    EXPECT_NEAR(answer.law.mean(), 1e7, 1e5);
}

TEST(Outturn, AgreesWithTheModelWrittenDownLineByLine) {
    std::mt19937_64 random(3);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    for (int i = 0; i < 3000; ++i) {
        const int periods = i % 3 == 0 ? 4 : 12;
        const auto n = static_cast<std::size_t>(periods);
        std::poisson_distribution<int> count(std::pow(10.0, -1.0 + 4.0 * unit(random)));
        const double gaps = i % 4 == 0 ? 0.15 : 0.0;
        const auto value = [&] { return unit(random) < gaps ? nan : static_cast<double>(count(random)); };
        reference::Series series{{},        {},     {}, i % 5 == 0 ? static_cast<double>(count(random) * periods) : nan,
                                 i % 3 + 1, periods};
        std::vector<double> past;
        for (int year = 0; year < i % 6; ++year) {
            series.past.emplace_back();
            for (std::size_t j = 0; j < n; ++j) past.push_back(series.past.back().emplace_back(value()));
        }
        for (std::size_t j = 0; j < static_cast<std::size_t>(unit(random) * (periods + 1)); ++j)
            series.current.push_back(value());
        if (i % 7 == 0)
            for (std::size_t j = 0; j < n; ++j) series.shares.push_back(0.2 + unit(random));

        const CountProjection answer = project_count({.past = past,
                                                      .current = series.current,
                                                      .shares = series.shares,
                                                      .prior_total = series.prior_total,
                                                      .prior_age = series.prior_age,
                                                      .periods_per_year = periods});
        if (answer.status == Status::too_few_points) continue;
        const reference::Law law = reference::project(series);
        ASSERT_EQ(answer.status, Status::ok) << i;
        EXPECT_EQ(answer.law.known, law.known) << i;
        EXPECT_NEAR(answer.law.remaining_mean, law.mean, 1e-11 * (1.0 + law.mean)) << i;
        if (std::isinf(law.shape)) continue;
        EXPECT_NEAR(answer.law.remaining_shape / law.shape, 1.0, 1e-10) << i;
    }
}

TEST(Outturn, PosteriorIsTheIntegralOfPriorTimesLikelihood) {
    for (const auto& [a, mu, y, s] :
         {std::array{10.0, 1319.0, 636.0, 0.5}, {3.0, 40.0, 2.0, 0.25}, {1.5, 10.0, 0.0, 0.75}})
        EXPECT_NEAR(reference::posterior_mean_by_integration(a, mu, y, s) / ((a + y) / (a / mu + s)), 1.0, 1e-4);
}

TEST(Outturn, MomentsAreThoseOfTheHierarchy) {
    // Λ gamma, ε gamma with mean 1, X | Λ, ε Poisson: simulated, seed fixed, within 4 standard errors.
    const std::array known{30.0, 26.0};
    const CountProjection answer = project_count({.current = known, .prior_total = 130, .periods_per_year = 4});
    const double c2 = answer.excess_cv * answer.excess_cv;
    const double spread = 1.0 / answer.law.remaining_shape;
    const double level_variance = (spread - c2) / (1.0 + c2);
    std::mt19937_64 random(11);
    std::gamma_distribution<double> level(1.0 / level_variance, answer.annual_level * level_variance);
    std::gamma_distribution<double> shock(1.0 / c2, c2);
    constexpr int draws = 400000;
    double sum = 0.0, squares = 0.0, fourths = 0.0;
    const double mean = answer.law.remaining_mean;
    for (int i = 0; i < draws; ++i) {
        std::poisson_distribution<int> events(level(random) * (1.0 - answer.known_share) * shock(random));
        const double x = events(random) - mean;
        sum += x;
        squares += x * x;
        fourths += x * x * x * x;
    }
    const double variance = squares / draws;
    EXPECT_NEAR(sum / draws, 0.0, 4.0 * std::sqrt(variance / draws));
    EXPECT_NEAR(variance, answer.law.variance(), 4.0 * std::sqrt((fourths / draws - variance * variance) / draws));
}

TEST(Outturn, ACompleteYearIsItself) {
    const CountProjection answer = quarters(100, {10, 20, 30, 40});
    EXPECT_EQ(answer.law.mean(), 100.0);
    EXPECT_EQ(answer.law.variance(), 0.0);
    EXPECT_EQ(answer.law.quantile(0.025), 100.0);
    EXPECT_EQ(answer.law.cdf(99), 0.0);
    EXPECT_EQ(answer.law.cdf(100), 1.0);
    EXPECT_EQ(answer.known_share, 1.0);
}

TEST(Outturn, AGapIsProjectedNotTakenAsZero) {
    const CountProjection gap = quarters(nan, {nan, 100});
    EXPECT_NEAR(gap.law.mean(), 400.0, 1e-9);
    EXPECT_DOUBLE_EQ(gap.known_share, 0.25);
    EXPECT_EQ(quarters(nan, {100}).law.remaining_mean, gap.law.remaining_mean);
}

TEST(Outturn, APartlyCoveredPeriodCountsItsPart) {
    const std::array known{100.0, 50.0};
    const std::array covered{1.0, 0.5};
    const CountProjection answer = project_count({.current = known, .covered = covered, .periods_per_year = 4});
    EXPECT_DOUBLE_EQ(answer.known_share, 0.375);
    EXPECT_NEAR(answer.law.mean(), 400.0, 1e-9);
}

TEST(Outturn, AnEmptyYearIsNotCertainToStayEmpty) {
    const CountProjection answer = quarters(nan, {0, 0});
    EXPECT_NEAR(answer.law.remaining_mean, 0.5, 0.05);  // half an event in half a year, for the other half
    EXPECT_LT(answer.law.cdf(0), 1.0);
    EXPECT_EQ(answer.law.quantile(0.5), 0.0);
}

TEST(Outturn, MoreSoFarMeansMoreInTheEnd) {
    const std::vector past{25.0, 31.0, 28.0, 30.0, 22.0, 26.0, 33.0, 29.0};
    double mean = 0.0;
    double chance = 1.0;
    for (double seen = 0.0; seen < 200.0; seen += 1.0) {
        const std::array known{seen, 25.0};
        const CountProjection answer = project_count({.past = past, .current = known, .periods_per_year = 4});
        EXPECT_GT(answer.law.mean(), mean);
        EXPECT_LE(answer.law.cdf(110), chance);
        mean = answer.law.mean();
        chance = answer.law.cdf(110);
    }
}

TEST(Outturn, AnOlderBaselineWeighsLess) {
    const std::array known{20.0};
    double farther = 0.0;
    for (const int age : {1, 2, 5, 20}) {
        const CountProjection answer =
            project_count({.current = known, .prior_total = 200, .prior_age = age, .periods_per_year = 4});
        const double distance = 200.0 - answer.annual_level;
        EXPECT_GT(distance, farther);
        farther = distance;
    }
}

TEST(Outturn, QuantilesAreConsistentWithProbabilities) {
    const CountLaw law = quarters(104, {33, 31}).law;
    for (const double p : {0.001, 0.025, 0.1, 0.5, 0.9, 0.975, 0.999}) {
        const double total = law.quantile(p);
        EXPECT_GE(law.cdf(total), p);
        EXPECT_LT(law.cdf(total - 1.0), p);
        EXPECT_GE(total, law.known);
    }
}

TEST(Outturn, UnusableSeriesSayWhy) {
    EXPECT_EQ(quarters(nan, {}).status, Status::too_few_points);
    EXPECT_EQ(quarters(nan, {nan, nan}).status, Status::too_few_points);
    EXPECT_EQ(quarters(nan, {1, -1}).status, Status::negative_value);
    EXPECT_EQ(quarters(nan, {1, infinity}).status, Status::not_finite);
    EXPECT_EQ(quarters(nan, {1, -infinity}).status, Status::not_finite);
    EXPECT_EQ(quarters(nan, {1, 1e16}).status, Status::not_a_count);
    EXPECT_EQ(quarters(-5, {1}).status, Status::negative_value);
    EXPECT_EQ(quarters(infinity, {1}).status, Status::not_finite);
    EXPECT_EQ(quarters(50, {}).status, Status::ok);
    EXPECT_EQ(quarters(nan, {1e12}).status, Status::ok);
    EXPECT_EQ(project_count({.periods_per_year = 0}).status, Status::invalid_option);
    EXPECT_EQ(project_count({.periods_per_year = 1000}).status, Status::invalid_option);
    EXPECT_TRUE(std::isnan(quarters(nan, {1, -1}).law.mean()));
}

}  // namespace
