#include <ontrack/stats/recent_trend.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "stats/allocations.hpp"

namespace {

using namespace ontrack::stats;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(RecentTrend, NeedsChiSquareAndEverySign) {
    const std::vector<double> n(5, 1000.0);
    const std::vector<double> rising{100, 120, 140, 160, 180}, level{100, 103, 99, 101, 100};
    EXPECT_EQ(recent_trend_of_proportion(rising, n).trend, RecentTrend::increasing);
    EXPECT_EQ(recent_trend_of_proportion(level, n).trend, RecentTrend::no_change);
    // Equal bases: χ² = (Σ(t − 3)x)²/(10 p(1 − p)n), by hand.
    EXPECT_NEAR(recent_trend_of_proportion(rising, n).chi_square, 200.0 * 200.0 / (10.0 * 0.14 * 0.86 * 1000.0), 1e-9);
    // One year makes the trend: without it the slope turns.
    const std::vector<double> outlier{100, 99, 98, 97, 300};
    const RecentTrendResult result = recent_trend_of_proportion(outlier, n);
    EXPECT_GT(result.chi_square, 9.5495);
    EXPECT_EQ(result.trend, RecentTrend::no_change);
}

TEST(RecentTrend, MirrorsAndIgnoresUnits) {
    const std::vector<double> value{5.0, 5.4, 5.9, 6.1, 6.8};
    std::vector<double> lower, upper, down, down_lower, down_upper;
    for (const double each : value) {
        lower.push_back(each - 0.3);
        upper.push_back(each + 0.3);
        down.push_back(-100.0 * each);
        down_lower.push_back(-100.0 * upper.back());
        down_upper.push_back(-100.0 * lower.back());
    }
    const RecentTrendResult up = recent_trend_of_estimate(value, lower, upper);
    const RecentTrendResult mirror = recent_trend_of_estimate(down, down_lower, down_upper);
    EXPECT_EQ(up.trend, RecentTrend::increasing);
    EXPECT_EQ(mirror.trend, RecentTrend::decreasing);
    EXPECT_NEAR(up.chi_square, mirror.chi_square, 1e-9);
    // Equal errors: b = 4.3/10, se_b = (0.6/3.92)/√10.
    EXPECT_NEAR(up.chi_square, std::pow(0.43 / (0.6 / 3.92 / std::sqrt(10.0)), 2.0), 1e-9);
}

TEST(RecentTrend, GapsArePassedOverOrRefused) {
    const std::vector<double> x{1, 100, 120, nan, 140, 160, 180}, n(7, 1000.0);
    EXPECT_EQ(recent_trend_of_proportion(x, n).trend, RecentTrend::increasing);
    EXPECT_EQ(recent_trend_of_proportion(x, n, {.gaps = TrendGaps::refused}).status, Status::too_few_points);
    EXPECT_EQ(recent_trend_of_proportion(x, n, {.points = 3, .gaps = TrendGaps::refused}).status, Status::ok);
}

TEST(RecentTrend, UndefinedIsAStatus) {
    const std::vector<double> n(5, 10.0), all{1, 2, 10, 3, 4}, none(5, 0.0), above{1, 2, 11, 3, 4},
        zero{10, 10, 0, 10, 10};
    const std::vector<double> some{1, 0, 2, 3, 4};
    EXPECT_EQ(recent_trend_of_proportion(all, n).status, Status::value_undefined);
    EXPECT_EQ(recent_trend_of_proportion(none, n).status, Status::value_undefined);
    EXPECT_EQ(recent_trend_of_proportion(above, n).status, Status::above_denominator);
    EXPECT_EQ(recent_trend_of_proportion(none, zero).status, Status::no_denominator);
    EXPECT_EQ(recent_trend_of_proportion(some, n).status, Status::ok);
    EXPECT_EQ(recent_trend_of_proportion(std::span(some).first(4), std::span(n).first(4)).status,
              Status::too_few_points);
    EXPECT_EQ(recent_trend_of_proportion(some, n, {.confidence = 1.0}).status, Status::invalid_option);
    EXPECT_EQ(recent_trend_of_proportion(some, n, {.points = 2}).status, Status::invalid_option);
    EXPECT_EQ(recent_trend_of_estimate(some, n, n).status, Status::limit_undefined);
    EXPECT_EQ(recent_trend_of_estimate(some, std::vector<double>(5, nan), n).status, Status::too_few_points);
}

TEST(RecentTrend, BatchIsTheScalar) {
    const std::vector<double> x{1, 2, 3, 4, 5, 9, 8, 7, 100, 120, 140, 160, 180}, n(13, 1000.0);
    const std::vector<std::int64_t> offsets{0, 5, 8, 13};
    std::vector<double> chi_square(3);
    std::vector<RecentTrend> trend(3);
    std::vector<Status> status(3);
    const long before = allocations();
    recent_trends_of_proportion_into({x, offsets}, n, {}, {chi_square, trend, status});
    EXPECT_EQ(allocations(), before);
    EXPECT_EQ(status[1], Status::too_few_points);
    EXPECT_TRUE(std::isnan(chi_square[1]));
    EXPECT_EQ(trend[2], RecentTrend::increasing);
    EXPECT_EQ(chi_square[2], recent_trend_of_proportion(std::span(x).last(5), n).chi_square);
    recent_trends_of_estimate_into({x, offsets}, n, n, {.threads = 3}, {{}, trend, {}});
    EXPECT_EQ(to_string(trend[0]), "not available");
}

}  // namespace
