#include <ontrack/stats/trend.hpp>

#include <cmath>
#include <cstring>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "reference/trend.hpp"
#include "stats/allocations.hpp"

namespace {

using namespace ontrack::stats;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Series of every kind that a rank method finds hard.
std::vector<double> made(unsigned seed, std::size_t n) {
    std::mt19937 random(seed);
    std::normal_distribution<double> normal;
    std::vector<double> x(n);
    for (std::size_t i = 0; i < n; ++i) {
        const auto t = static_cast<double>(i);
        switch (seed % 7) {
            case 0:
                x[i] = normal(random) + 0.01 * t;
                break;
            case 1:
                x[i] = std::floor(2.0 * std::abs(normal(random)));
                break;     // small counts: most slopes are 0
            case 2:
                x[i] = 3.0 * t;
                break;                                         // one slope
            case 3:
                x[i] = std::round(1000.0 - 2.0 * t + 5.0 * normal(random));
                break;
            case 4:
                x[i] = 1e9 + 1e-3 * normal(random);
                break;                     // large against its variation
            case 5:
                x[i] = std::pow(10.0, 40.0 * normal(random));
                break;           // no scale
            default:
                x[i] = random() % 40 == 0 ? 1.0 : 0.0;
                break;                 // rare events
        }
        if (seed % 3 == 0 && random() % 6 == 0) x[i] = nan;
    }
    return x;
}

TEST(Trend, LineIsTheSortedMiddleOfAllSlopesToTheLastBit) {
    for (unsigned seed = 0; seed < 420; ++seed) {
        const std::size_t n = seed < 350 ? 3 + seed : 700;
        const std::size_t season = seed % 5 == 4 ? 12 : 1;
        const std::vector<double> x = made(seed, n);
        const reference::SlowTrend slow(x, season);
        const TrendLine line = theil_sen(x, 0.95, static_cast<int>(season));
        const TrendTest test = seasonal_kendall(x, static_cast<int>(season));
        if (slow.slopes.size() < 3) {
            EXPECT_EQ(line.status, Status::too_few_points);
            continue;
        }
        if (test.status == Status::no_variation) continue;
        ASSERT_EQ(line.slope, slow.median()) << seed;
        ASSERT_EQ(test.s, slow.s) << seed;
        double variance = 0.0;
        for (std::size_t g = 0; g < season; ++g) {
            std::vector<double> own;
            for (std::size_t i = g; i < n; i += season) own.push_back(x[i]);
            variance += reference::slow_kendall_variance(own);
        }
        ASSERT_NEAR(test.variance, variance, 1e-9 * variance) << seed;
        if (line.status != Status::ok) continue;
        const auto pairs = slow.slopes.size();
        const auto m = static_cast<std::size_t>(
            std::nearbyint((static_cast<double>(pairs) - 1.959963984540054 * std::sqrt(test.variance)) / 2.0));
        ASSERT_EQ(line.lower, slow.slopes[m - 1]) << seed;
        ASSERT_EQ(line.upper, slow.slopes[pairs - m]) << seed;
    }
}

TEST(Trend, StraightLineOfRoundedTenthsIsRightToRounding) {
    std::vector<double> x(3000);
    for (std::size_t i = 0; i < x.size(); ++i) x[i] = 7.3 + 0.1 * static_cast<double>(i);
    const TrendLine line = theil_sen(x);
    EXPECT_NEAR(line.slope, 0.1, 1e-14);
    EXPECT_NEAR(line.intercept, 7.3, 1e-10);
    EXPECT_NEAR(line.lower, 0.1, 1e-12);
}

TEST(Trend, CountsByHand) {
    // By hand: 5 rises and 1 fall in 6 pairs.
    const TrendTest test = mann_kendall(std::vector{10.0, 22.0, 21.0, 30.0});
    EXPECT_EQ(test.s, 4.0);
    EXPECT_NEAR(test.tau, 4.0 / 6.0, 1e-15);
    EXPECT_NEAR(test.variance, 4.0 * 3.0 * 13.0 / 18.0, 1e-12);
    EXPECT_NEAR(test.z, 3.0 / std::sqrt(26.0 / 3.0), 1e-12);
    // Groups of 2, 3 and 3 equal values.
    const std::vector<double> tied{23, 24, 29, 6, 29, 24, 24, 29, 23};
    EXPECT_NEAR(mann_kendall(tied).variance, (9 * 8 * 23 - 2 * 1 * 9 - 2 * (3 * 2 * 11)) / 18.0, 1e-12);
}

TEST(Trend, MirrorsShiftsAndScales) {
    for (const unsigned seed : {7U, 21U, 3U, 10U}) {
        std::vector<double> x = made(seed, 90), turned = x, scaled = x;
        for (double& each : turned) each = -each;
        for (double& each : scaled) each *= 4.0;
        const TrendTest up = mann_kendall(x), down = mann_kendall(turned);
        const TrendLine line = theil_sen(x), mirror = theil_sen(turned);
        EXPECT_EQ(up.s, -down.s);
        EXPECT_EQ(up.p, down.p);
        EXPECT_EQ(line.slope, -mirror.slope);
        EXPECT_EQ(line.lower, -mirror.upper);
        EXPECT_EQ(line.slope * 4.0, theil_sen(scaled).slope);
        EXPECT_EQ(mann_kendall(scaled).z, up.z);
    }
}

TEST(Trend, UndefinedIsAStatus) {
    EXPECT_EQ(mann_kendall({}).status, Status::too_few_points);
    EXPECT_EQ(mann_kendall(std::vector{1.0, nan, 2.0}).status, Status::too_few_points);
    EXPECT_EQ(mann_kendall(std::vector{1.0, std::numeric_limits<double>::infinity(), 2.0}).status, Status::not_finite);
    const std::vector<double> flat(20, 5.0);
    EXPECT_EQ(mann_kendall(flat).status, Status::no_variation);
    EXPECT_TRUE(std::isnan(mann_kendall(flat).p));
    EXPECT_EQ(theil_sen(flat).slope, 0.0);
    EXPECT_TRUE(std::isnan(theil_sen(flat).lower));
    EXPECT_EQ(hamed_rao(flat).status, Status::no_variation);
    EXPECT_EQ(theil_sen(flat, 1.0).status, Status::invalid_option);
    EXPECT_EQ(seasonal_kendall(flat, 0).status, Status::invalid_option);
    EXPECT_EQ(hamed_rao(flat, -1).status, Status::invalid_option);
    EXPECT_EQ(theil_sen(std::vector{1.0, 2.0, 4.0}).status, Status::limit_undefined);
    EXPECT_EQ(theil_sen(std::vector{1.0, 2.0, 4.0}).slope, 1.5);
    EXPECT_EQ(seasonal_kendall(std::vector<double>(13, 1.0), 12).status, Status::too_few_points);
}

TEST(Trend, BatchIsTheScalarForAnyNumberOfThreadsAndAllocatesNothingPerSeries) {
    std::vector<double> values;
    std::vector<std::int64_t> offsets{0};
    for (unsigned seed = 0; seed < 200; ++seed) {
        const std::vector<double> x = made(seed, seed % 90);
        values.insert(values.end(), x.begin(), x.end());
        offsets.push_back(static_cast<std::int64_t>(values.size()));
    }
    for (const TrendMethod method :
         {TrendMethod::mann_kendall, TrendMethod::seasonal_kendall, TrendMethod::hamed_rao}) {
        std::vector<std::vector<double>> one(9, std::vector<double>(200)), three = one;
        std::vector<Status> status(200), line_status(200);
        const auto columns = [&](auto& c) {
            return TrendColumns{c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], status, line_status};
        };
        trends_into({values, offsets}, {.method = method, .threads = 3}, columns(three));
        const TrendColumns out = columns(one);
        const long before = allocations();
        trends_into({values, offsets}, {.method = method}, out);
        EXPECT_LE(allocations() - before, 5);
        for (std::size_t c = 0; c < one.size(); ++c)
            EXPECT_EQ(std::memcmp(one[c].data(), three[c].data(), 200 * sizeof(double)), 0) << c;
        for (std::size_t i = 0; i < 200; ++i) {
            const std::span<const double> x(values.data() + offsets[i], values.data() + offsets[i + 1]);
            const TrendTest test = method == TrendMethod::mann_kendall       ? mann_kendall(x)
                                   : method == TrendMethod::seasonal_kendall ? seasonal_kendall(x)
                                                                             : hamed_rao(x);
            EXPECT_EQ(test.status, status[i]);
            EXPECT_EQ(std::memcmp(&test.z, &one[3][i], sizeof(double)), 0);
            EXPECT_TRUE(status[i] != Status::ok || !std::isnan(one[4][i]));
            EXPECT_TRUE(line_status[i] != Status::ok || !std::isnan(one[6][i]));
        }
    }
    trends_into({}, {}, {});
}

}  // namespace
