#include <ontrack/stats/mean.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Mean, KnownLimits) {
    // t = 12.706 with one degree of freedom
    const Estimate e = estimate_mean(std::vector{1.0, nan, 3.0});
    EXPECT_EQ(e.value, 2.0);
    EXPECT_NEAR(e.upper, 2.0 + 12.706204736174698, 1e-12);
    const Estimate stated = estimate_mean_of(10.0, 3.0, 9.0);
    EXPECT_NEAR(stated.lower, 10.0 - 2.306004135204166, 1e-12);
    const Estimate constant = estimate_mean(std::vector{5.0, 5.0, 5.0});
    EXPECT_EQ(constant.lower, 5.0);
    EXPECT_EQ(constant.upper, 5.0);
}

TEST(Mean, MovesWithOriginAndUnit) {
    const std::vector<double> values{3.0, 4.5, 9.25, 1.0};
    std::vector<double> moved;
    for (const double v : values) moved.push_back(1e6 - 8.0 * v);
    const Estimate e = estimate_mean(values, 0.9);
    const Estimate other = estimate_mean(moved, 0.9);
    EXPECT_NEAR(other.lower, 1e6 - 8.0 * e.upper, 1e-7);
    EXPECT_NEAR(other.upper, 1e6 - 8.0 * e.lower, 1e-7);
}

TEST(Mean, StatusAndWrongArguments) {
    EXPECT_EQ(estimate_mean(std::vector{1.0, nan}).status, Status::too_few_points);
    EXPECT_EQ(estimate_mean({}).status, Status::too_few_points);
    EXPECT_EQ(estimate_mean(std::vector{1.0, std::numeric_limits<double>::infinity()}).status, Status::not_finite);
    EXPECT_EQ(estimate_mean_of(1, -1, 5).status, Status::negative_value);
    EXPECT_EQ(estimate_mean_of(1, nan, 5).status, Status::missing_value);
    EXPECT_EQ(estimate_mean_of(1, 1, 5, 2.0).status, Status::invalid_option);
    const std::vector<double> values{1, 2, 4, 8};
    const std::vector<std::int64_t> offsets{0, 3, 4};
    std::vector<double> value(2);
    std::vector<Status> status(2);
    estimate_mean_into(values, offsets, 0.95, {value, {}, {}, status});
    EXPECT_EQ(value[0], 7.0 / 3.0);
    EXPECT_EQ(status[1], Status::too_few_points);
    EXPECT_EQ(reference::code_of([&] { estimate_mean_into(values, std::vector<std::int64_t>{1, 4}, 0.95, {}); }),
              "wrong-offsets");
}

}  // namespace
