#include <ontrack/stats/distributions.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include "reference/negative_binomial.hpp"

namespace {

using namespace ontrack::stats;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Distributions, NormalAgreesWithMpmath) {
    // mpmath 1.4.1, ncdf and erfinv with 40 digits.
    EXPECT_NEAR(normal_cdf(-8) / 6.2209605742717841235e-16, 1.0, 1e-13);
    EXPECT_NEAR(normal_cdf(-3) / 0.0013498980316300945267, 1.0, 1e-14);
    EXPECT_DOUBLE_EQ(normal_cdf(0), 0.5);
    EXPECT_DOUBLE_EQ(normal_cdf(1), 0.84134474606854294859);
    EXPECT_NEAR(normal_quantile(1e-10), -6.3613409024040562047, 1e-13);
    EXPECT_NEAR(normal_quantile(0.025), -1.9599639845400542355, 1e-14);
    EXPECT_NEAR(normal_quantile(0.999999), 4.7534243088228989482, 1e-9);  // 1e-16 in p is 1e-10 in z
    for (const double p : {0.0, 1.0, -1.0, 2.0, nan}) EXPECT_TRUE(std::isnan(normal_quantile(p))) << p;
}

TEST(Distributions, NegativeBinomialAgreesWithMpmath) {
    struct Case {
        double x, mean, shape, probability;
    };
    // mpmath 1.4.1: betainc(k, x + 1, 0, k/(k + m), regularized=True) and gammainc, 40 digits. scipy 1.17.1 agrees to 1e-13.
    constexpr std::array cases{
        Case{0, 3, 2, 0.16},
        Case{5, 3, 2, 0.8413696},
        Case{0, 0.25, 0.5, 0.81649658092772603273},
        Case{35, 62.5, 18, 0.035639517230249858089},
        Case{62, 62.5, 18, 0.5316165118995231431},
        Case{640, 640, 40, 0.52294636693500377005},
        Case{1110, 1226, 55, 0.25450302872458492112},
        Case{400, 640, 40, 0.0046724614271215328536},
        Case{20, 62.5, 18, 0.00058644318923663681249},
        Case{200, 62.5, 18, 0.99999999171276482351},
        Case{3, 3, infinity, 0.64723188878223125873},
        Case{99, 120, infinity, 0.027863739890520661484},
        Case{1200, 1000, 1e6, 0.9999999996034392085},
    };
    for (const Case& one : cases)
        EXPECT_NEAR(negative_binomial_cdf(one.x, one.mean, one.shape) / one.probability, 1.0, 1e-13)
            << one.x << ' ' << one.mean << ' ' << one.shape;
}

TEST(Distributions, NegativeBinomialAgreesWithAddingUp) {
    std::mt19937_64 random(7);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    for (int i = 0; i < 2000; ++i) {
        const double mean = std::pow(10.0, -1.0 + 4.5 * unit(random));
        const double shape = i % 10 == 0 ? infinity : std::pow(10.0, -0.5 + 3.0 * unit(random));
        const double deviation = std::sqrt(mean + mean * mean / shape);
        const double x = std::floor(mean + deviation * (9.0 * unit(random) - 4.0));
        if (x < 0.0) continue;
        const auto summed = static_cast<double>(reference::negative_binomial_cdf(static_cast<long>(x), mean, shape));
        EXPECT_NEAR(negative_binomial_cdf(x, mean, shape) / summed, 1.0, 1e-12) << x << ' ' << mean << ' ' << shape;
    }
}

TEST(Distributions, NegativeBinomialKeepsItsDomain) {
    EXPECT_EQ(negative_binomial_cdf(-0.5, 3, 2), 0.0);
    EXPECT_EQ(negative_binomial_cdf(2.9, 3, 2), negative_binomial_cdf(2, 3, 2));
    EXPECT_EQ(negative_binomial_cdf(0, 0, 2), 1.0);
    EXPECT_EQ(negative_binomial_cdf(infinity, 3, 2), 1.0);
    for (const auto& [x, mean, shape] : {std::array{1.0, -1.0, 2.0},
                                         {1.0, 3.0, 0.0},
                                         {nan, 3.0, 2.0},
                                         {1.0, nan, 2.0},
                                         {1.0, infinity, 2.0},
                                         {1.0, 3.0, nan}})
        EXPECT_TRUE(std::isnan(negative_binomial_cdf(x, mean, shape)));
}

TEST(Distributions, QuantilesAgreeWithScipy) {
    // scipy 1.17.1: nbinom.ppf(p, k, k/(k + m)); the last column poisson.ppf(p, 120).
    constexpr std::array probabilities{1e-6, 0.025, 0.1, 0.5, 0.9, 0.975, 1 - 1e-6};
    constexpr std::array<std::array<double, 6>, 7> expected{{{0, 0, 9, 257, 5796, 72},
                                                             {0, 0, 34, 452, 9033, 99},
                                                             {0, 0, 42, 510, 9974, 106},
                                                             {0, 2, 61, 635, 11927, 120},
                                                             {1, 7, 85, 777, 14120, 134},
                                                             {2, 10, 99, 860, 15380, 142},
                                                             {12, 32, 172, 1259, 21336, 176}}};
    constexpr std::array<std::array<double, 2>, 6> laws{
        {{0.3, 0.5}, {3, 2}, {62.5, 18}, {640, 40}, {12000, 55}, {120, infinity}}};
    for (std::size_t i = 0; i < probabilities.size(); ++i)
        for (std::size_t j = 0; j < laws.size(); ++j)
            EXPECT_EQ(negative_binomial_quantile(probabilities[i], laws[j][0], laws[j][1]), expected[i][j]);
}

TEST(Distributions, QuantileIsTheSmallestWholeNumberThatReachesP) {
    std::mt19937_64 random(8);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    for (int i = 0; i < 5000; ++i) {
        const double mean = std::pow(10.0, -2.0 + 9.0 * unit(random));
        const double shape = i % 5 == 0 ? infinity : std::pow(10.0, -1.0 + 5.0 * unit(random));
        const double p = i % 2 == 0 ? unit(random) : std::pow(10.0, -12.0 * unit(random));
        if (!(p > 0.0 && p < 1.0)) continue;
        const double x = negative_binomial_quantile(p, mean, shape);
        EXPECT_EQ(x, std::floor(x));
        EXPECT_GE(negative_binomial_cdf(x, mean, shape), p) << p << ' ' << mean << ' ' << shape;
        EXPECT_LT(negative_binomial_cdf(x - 1.0, mean, shape), p) << p << ' ' << mean << ' ' << shape;
    }
}

TEST(Distributions, QuantileEndsForEveryProbability) {
    for (const double mean : {1e-300, 1e-9, 1.0, 1e12, 1e17})
        for (const double shape : {1e-3, 1.0, 50.0, 1e9, infinity})
            for (const double p : {5e-324, 1e-300, 1e-17, 0.5, 1.0 - 1e-16}) {
                const double x = negative_binomial_quantile(p, mean, shape);
                EXPECT_GE(x, 0.0) << p << ' ' << mean << ' ' << shape;
                EXPECT_TRUE(std::isfinite(x)) << p << ' ' << mean << ' ' << shape;
            }
    for (const double p : {0.0, 1.0, nan}) EXPECT_TRUE(std::isnan(negative_binomial_quantile(p, 3, 2)));
}

}  // namespace
