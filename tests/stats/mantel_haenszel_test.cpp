#include <ontrack/stats/mantel_haenszel.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/random.hpp>
#include <ontrack/stats/ratio.hpp>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr StratifiedRatio every_ratio[] = {StratifiedRatio::rate, StratifiedRatio::risk, StratifiedRatio::odds};

TEST(MantelHaenszel, PublishedExample) {
    // University Group Diabetes Program, under and over 55 (Rothman, Greenland & Lash 2008, chapter 15).
    const std::vector<double> x1{8, 22}, n1{106, 98}, x2{5, 16}, n2{120, 85};
    const StratifiedEstimate risk = estimate_stratified_ratio({x1, n1, x2, n2}, StratifiedRatio::risk);
    EXPECT_NEAR(risk.estimate.value, 1.33, 0.005);
    const StratifiedEstimate odds = estimate_stratified_ratio({x1, n1, x2, n2}, StratifiedRatio::odds);
    EXPECT_NEAR(odds.estimate.value, 1.40, 0.005);
    EXPECT_EQ(odds.strata, 2U);
}

TEST(MantelHaenszel, OneStratumIsTheCrudeRatio) {
    const std::vector<double> x1{12}, n1{80}, x2{9}, n2{150};
    const auto compare = [&](StratifiedRatio ratio, const Estimate& crude) {
        const Estimate e = estimate_stratified_ratio({x1, n1, x2, n2}, ratio).estimate;
        EXPECT_NEAR(e.value, crude.value, 1e-14);
        EXPECT_NEAR(e.lower, crude.lower, 1e-13);
        EXPECT_NEAR(e.upper, crude.upper, 1e-12);
    };
    compare(StratifiedRatio::rate, estimate_rate_ratio(12, 80, 9, 150, {0.95, RateRatioMethod::log}));
    compare(StratifiedRatio::risk, estimate_risk_ratio(12, 80, 9, 150, {0.95, RiskRatioMethod::log}));
    compare(StratifiedRatio::odds, estimate_odds_ratio(12, 80, 9, 150, {0.95, OddsRatioMethod::log}));
}

TEST(MantelHaenszel, TurnsOverAndDoesNotDependOnTheOrder) {
    const std::vector<double> x1{3, 14, 8, 1}, n1{40, 90, 60, 12}, x2{2, 5, 9, 2}, n2{50, 70, 88, 30};
    const std::vector<double> y1{1, 8, 14, 3}, m1{12, 60, 90, 40}, y2{2, 9, 5, 2}, m2{30, 88, 70, 50};
    for (const StratifiedRatio ratio : every_ratio) {
        const Estimate e = estimate_stratified_ratio({x1, n1, x2, n2}, ratio).estimate;
        const Estimate turned = estimate_stratified_ratio({x2, n2, x1, n1}, ratio).estimate;
        EXPECT_NEAR(e.value * turned.value, 1.0, 1e-14);
        EXPECT_NEAR(e.lower * turned.upper, 1.0, 1e-13);
        const Estimate reversed = estimate_stratified_ratio({y1, m1, y2, m2}, ratio).estimate;
        EXPECT_NEAR(e.value, reversed.value, 1e-14);
        EXPECT_NEAR(e.upper, reversed.upper, 1e-13);
    }
}

TEST(MantelHaenszel, AStratumInTwoEqualHalvesIsWorthTheWhole) {
    const std::vector<double> x1{6, 14}, n1{40, 90}, x2{2, 6}, n2{50, 70};
    const std::vector<double> h1{3, 3, 14}, k1{20, 20, 90}, h2{1, 1, 6}, k2{25, 25, 70};
    for (const StratifiedRatio ratio : every_ratio)
        EXPECT_NEAR(estimate_stratified_ratio({x1, n1, x2, n2}, ratio).estimate.value,
                    estimate_stratified_ratio({h1, k1, h2, k2}, ratio).estimate.value, 1e-14);
}

TEST(MantelHaenszel, CoversACommonRatioOfSparseStrata) {
    // 40 strata of 15 and 25 with shares from 5 to 30 % and a common odds ratio of 2.
    constexpr int runs = 1500;
    int covered = 0;
    const double truth = 2.0;
    for (std::uint64_t run = 0; run < runs; ++run) {
        std::vector<double> x1(40), n1(40, 15.0), x2(40), n2(40, 25.0);
        std::uint64_t draw = 0;
        for (std::size_t i = 0; i < 40; ++i) {
            const double p2 = 0.05 + 0.25 * static_cast<double>(i) / 39.0;
            const double p1 = truth * p2 / (1.0 - p2 + truth * p2);
            for (int k = 0; k < 15; ++k) x1[i] += uniform(31, run, draw++) < p1;
            for (int k = 0; k < 25; ++k) x2[i] += uniform(31, run, draw++) < p2;
        }
        const Estimate e = estimate_stratified_ratio({x1, n1, x2, n2}, StratifiedRatio::odds).estimate;
        covered += e.lower <= truth && truth <= e.upper;
    }
    EXPECT_NEAR(covered, 0.95 * runs, 3.0 * std::sqrt(runs * 0.95 * 0.05));
}

TEST(MantelHaenszel, GapsAndStatus) {
    const std::vector<double> x1{3, nan, 4, 1}, n1{40, 90, 60, 0}, x2{2, 5, 9, 2}, n2{50, 70, 88, 30};
    const StratifiedEstimate e = estimate_stratified_ratio({x1, n1, x2, n2}, StratifiedRatio::rate);
    EXPECT_EQ(e.strata, 2U);
    EXPECT_EQ(e.left_out, 2U);
    EXPECT_EQ(e.estimate.status, Status::ok);
    const std::vector<double> zero{0}, ten{10}, two{2}, minus{-1}, many{11};
    const auto status = [&](std::span<const double> a, std::span<const double> c, StratifiedRatio ratio) {
        const StratifiedEstimate found = estimate_stratified_ratio({a, ten, c, ten}, ratio);
        EXPECT_TRUE(std::isnan(found.log_standard_error));
        return found.estimate.status;
    };
    for (const StratifiedRatio ratio : every_ratio) {
        EXPECT_EQ(status(zero, two, ratio), Status::limit_undefined);
        EXPECT_EQ(estimate_stratified_ratio({zero, ten, two, ten}, ratio).estimate.value, 0.0);
        EXPECT_TRUE(std::isnan(estimate_stratified_ratio({two, ten, zero, ten}, ratio).estimate.value));
        EXPECT_EQ(status(minus, two, ratio), Status::negative_value);
    }
    EXPECT_EQ(status(many, two, StratifiedRatio::odds), Status::above_denominator);
    EXPECT_EQ(estimate_stratified_ratio({}, StratifiedRatio::rate).estimate.status, Status::too_few_points);
    EXPECT_EQ(estimate_stratified_ratio({two, ten, two, ten}, StratifiedRatio::rate, 1.5).estimate.status,
              Status::invalid_option);
    EXPECT_EQ(reference::code_of([&] { return estimate_stratified_ratio({two, n1, two, ten}, StratifiedRatio::rate); }),
              "wrong-length");
}

}  // namespace
