#include <ontrack/stats/inequality.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

const std::vector<double> population{100, 150, 120, 130, 100};
const std::vector<double> value{0.30, 0.27, 0.22, 0.21, 0.15};
const std::vector<double> error{0.02, 0.01, 0.015, 0.01, 0.02};

TEST(Inequality, StraightLineIsFoundExactly) {
    std::vector<double> line;
    double before = 0.0;
    for (const double n : population) {
        line.push_back(40.0 + 12.0 * (before + 0.5 * n) / 600.0);
        before += n;
    }
    const Inequality e = estimate_inequality({population, line});
    EXPECT_NEAR(e.slope_index.value, 12.0, 1e-12);
    EXPECT_NEAR(e.relative_index.value, 1.3, 1e-13);
    EXPECT_NEAR(e.intercept, 40.0, 1e-12);
    EXPECT_EQ(e.slope_index.status, Status::limit_undefined);
}

TEST(Inequality, LimitsAreThoseOfSimulatedErrors) {
    std::mt19937_64 random(5);
    std::normal_distribution<double> normal;
    for (const InequalityScale scale : {InequalityScale::linear, InequalityScale::log, InequalityScale::logit}) {
        const Inequality e = estimate_inequality({population, value, error}, {0.95, scale, 1.0});
        int slope_inside = 0, ratio_inside = 0;
        constexpr int rounds = 20000;
        for (int i = 0; i < rounds; ++i) {
            std::vector<double> drawn(value);
            for (std::size_t j = 0; j < drawn.size(); ++j) drawn[j] += error[j] * normal(random);
            const Inequality other = estimate_inequality({population, drawn}, {0.95, scale, 1.0});
            slope_inside +=
                e.slope_index.lower <= other.slope_index.value && other.slope_index.value <= e.slope_index.upper;
            ratio_inside += e.relative_index.lower <= other.relative_index.value &&
                            other.relative_index.value <= e.relative_index.upper;
        }
        EXPECT_NEAR(slope_inside / double(rounds), 0.95, 0.012);
        EXPECT_NEAR(ratio_inside / double(rounds), 0.95, 0.012);
    }
}

TEST(Inequality, MirrorsWithTheMultiplier) {
    const Inequality e = estimate_inequality({population, value, error});
    const Inequality turned = estimate_inequality({population, value, error}, {0.95, InequalityScale::linear, -100.0});
    EXPECT_DOUBLE_EQ(turned.slope_index.lower, -100.0 * e.slope_index.upper);
    EXPECT_NEAR(turned.relative_index.lower * e.relative_index.upper, 1.0, 1e-14);
    EXPECT_LT(turned.slope_index.lower, turned.slope_index.upper);
}

TEST(Inequality, StatusAndWrongArguments) {
    const auto status = [](std::vector<double> n, std::vector<double> y,
                           InequalityScale scale = InequalityScale::linear) {
        return estimate_inequality({n, y}, {0.95, scale, 1.0}).slope_index.status;
    };
    EXPECT_EQ(status({1}, {1}), Status::too_few_points);
    EXPECT_EQ(status({1, 0}, {1, 2}), Status::no_denominator);
    EXPECT_EQ(status({1, nan}, {1, 2}), Status::missing_value);
    EXPECT_EQ(status({1, 1}, {1, nan}), Status::missing_value);
    EXPECT_EQ(status({1, 1}, {0, 2}, InequalityScale::log), Status::negative_value);
    EXPECT_EQ(status({1, 1}, {0.5, 1}, InequalityScale::logit), Status::above_denominator);
    EXPECT_EQ(status({1, 1}, {1, 2, 3}), Status::invalid_option);
    EXPECT_EQ(estimate_inequality({population, std::vector<double>{3, 2, 1, -5, -9}, error}).relative_index.status,
              Status::value_undefined);

    const std::vector<std::int64_t> offsets{0, 2, 5};
    std::vector<double> slope(2), intercept(2);
    estimate_inequality_into({population, value, error}, offsets, {}, {slope, {}, {}, {}}, {}, intercept);
    const std::span<const double> n = population, y = value;
    EXPECT_EQ(slope[1], estimate_inequality({n.subspan(2), y.subspan(2)}).slope_index.value);
    EXPECT_EQ(reference::code_of([&] {
                  estimate_inequality_into({population, value}, offsets, {0.95, InequalityScale::linear, 0.0}, {}, {},
                                           {});
              }),
              "not-positive");
}

}  // namespace
