#include <ontrack/stats/run_chart.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "reference/run_boxes.hpp"
#include "stats/run_boxes.hpp"

namespace {

using namespace ontrack::stats;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(RunChart, MedianIsTheSortedMiddle) {
    std::mt19937 random(5);
    std::uniform_int_distribution<int> value(-6, 6);
    for (std::size_t n = 1; n < 40; ++n) {
        std::vector<double> x(n);
        for (double& each : x) each = value(random) * (n % 3 == 0 ? 0.1 : 1.0);
        std::vector<double> sorted = x;
        std::sort(sorted.begin(), sorted.end());
        const double expected = sorted[(n - 1) / 2] / 2.0 + sorted[n / 2] / 2.0;
        x.push_back(nan);
        EXPECT_DOUBLE_EQ(median(x), expected) << n;
    }
    EXPECT_TRUE(std::isnan(median({})));
    EXPECT_EQ(median(std::vector{-0.0, 0.0, 0.0}), 0.0);
    EXPECT_EQ(median(std::vector{1e308, 1.7e308}), 1.35e308);
}

TEST(RunChart, CountsRunsAndCrossings) {
    const std::vector<double> values{3, 4, 5, nan, 6, 5, 1, 2, 5, 9};
    const std::vector<double> centre(values.size(), 5.0);
    const RunAnalysis runs = analyse_runs(values, centre);
    EXPECT_EQ(runs.useful, 6U);  // 3 4 | 6 | 1 2 | 9
    EXPECT_EQ(runs.longest_run, 2U);
    EXPECT_EQ(runs.crossings, 3U);
    EXPECT_EQ(analyse_runs({}, {}).useful, 0U);
}

TEST(RunChart, AnhoejBoundsAreTheBinomialQuantile) {
    // Provost & Murray's table of the 5 % bounds: 10 … 60 points.
    EXPECT_EQ(crossings_bound(10), 2U);
    EXPECT_EQ(crossings_bound(24), 8U);
    EXPECT_EQ(longest_run_bound(10), 6U);
    EXPECT_EQ(longest_run_bound(24), 8U);
    for (std::size_t n = 2; n < 400; ++n) {
        double mass = std::ldexp(1.0, -static_cast<int>(n - 1)), sum = mass;
        std::size_t k = 0;
        while (sum < 0.05) {
            ++k;
            mass *= static_cast<double>(n - k) / static_cast<double>(k);
            sum += mass;
        }
        EXPECT_EQ(crossings_bound(n), k) << n;
    }
    EXPECT_NEAR(static_cast<double>(crossings_bound(1'000'001)), 500'000 - 1.6448536 * 500.0, 1.0);
}

TEST(RunChart, BoxesAreWhatTheJointLawGives) {
    for (const std::size_t n : {10U, 11U, 24U, 37U, 51U, 60U, 100U}) {
        const auto slow = reference::best_box(n);
        const auto& box = detail::run_boxes[n - detail::first_box];
        EXPECT_EQ(box.crossings, slow.crossings) << n;
        EXPECT_EQ(box.longest, slow.longest) << n;
        EXPECT_EQ(box.cut_crossings, slow.cut_crossings) << n;
        EXPECT_EQ(box.cut_longest, slow.cut_longest) << n;
    }
    EXPECT_FALSE(is_defined(RunTest::best_box, 9));
    EXPECT_FALSE(is_non_random({101, 60, 0}, RunTest::cut_box));
}

TEST(RunChart, RebasesOnceTheRunIsLongEnough) {
    std::vector<double> values{5, 6, 4, 5, 6, 4, 5, 6, 4};
    values.insert(values.end(), {8, 9, 5, 8, 9, 8, 9, 8, 9, 10});
    std::vector<double> centre(values.size());
    std::vector<std::uint8_t> starts(values.size());
    EXPECT_EQ(rebase_runs_into(values, {}, centre, starts), 2U);
    EXPECT_EQ(starts[9], 1);
    EXPECT_EQ(centre[8], 5.0);
    EXPECT_EQ(centre[9], 9.0);  // of 8 9 8 9 8 9 8 9 10, without the value on the old median
    EXPECT_EQ(rebase_runs_into(values, {9, 9, RunSide::below}, centre, starts), 1U);
    EXPECT_EQ(rebase_runs_into(std::span(values).first(8), {}, std::span(centre).first(8), {}), 0U);
    EXPECT_TRUE(std::isnan(centre[0]));
}

}  // namespace
