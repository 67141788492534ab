#include <ontrack/stats/quantiles.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include <ontrack/stats/distributions.hpp>

#include "reference/quantiles.hpp"

namespace {

using namespace ontrack::stats;

constexpr std::array probabilities{1e-6, 1e-4, 0.001, 0.025, 0.2, 0.45, 0.499, 0.5};
constexpr double infinity = std::numeric_limits<double>::infinity();
// Below it a quantile has no digits left to compare.
constexpr double smallest = 1e-300;
constexpr double bar = 1e-12;

TEST(Quantiles, GammaAgreesWithFiftyDigits) {
    for (double e = -3.0; e <= 8.01; e += 0.5) {
        const double shape = std::pow(10.0, e);
        for (const double p : probabilities) {
            for (const bool upper : {false, true}) {
                const double x = upper ? gamma_upper_quantile(p, shape) : gamma_quantile(p, shape);
                const double other = upper ? gamma_quantile(1.0 - p, shape) : gamma_upper_quantile(1.0 - p, shape);
                if (x < smallest) continue;
                EXPECT_LT(std::abs(reference::gamma_quantile_error(x, p, upper, shape)), bar) << p << ' ' << shape;
                EXPECT_LT(std::abs(reference::gamma_quantile_error(other, 1.0 - p, !upper, shape)), bar)
                    << p << ' ' << shape;
            }
        }
    }
}

TEST(Quantiles, BetaAgreesWithFiftyDigits) {
    for (double e = -3.0; e <= 8.01; e += 0.6875) {
        for (double g = -3.0; g <= 8.01; g += 0.6875) {
            const double a = std::pow(10.0, e);
            const double b = std::pow(10.0, g);
            for (const double p : probabilities) {
                for (const bool upper : {false, true}) {
                    const double x = upper ? beta_upper_quantile(p, a, b) : beta_quantile(p, a, b);
                    if (x < smallest || x == 1.0) continue;
                    EXPECT_LT(std::abs(reference::beta_quantile_error(x, p, upper, a, b)), bar)
                        << p << ' ' << a << ' ' << b;
                    const double other = upper ? beta_quantile(1.0 - p, a, b) : beta_upper_quantile(1.0 - p, a, b);
                    EXPECT_LT(std::abs(reference::beta_quantile_error(other, 1.0 - p, !upper, a, b)), bar)
                        << 1.0 - p << ' ' << a << ' ' << b;
                    // The complement is the mirrored quantile.
                    const double rest = upper ? beta_quantile(p, b, a) : beta_upper_quantile(p, b, a);
                    EXPECT_NEAR(x + rest, 1.0, bar);
                }
            }
        }
    }
}

/// Anywhere in the stated range, so that no change from one method to another lies between the points of a grid.
TEST(Quantiles, AgreeWithFiftyDigitsAnywhere) {
    std::mt19937_64 random(12);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    const auto shape = [&](double highest) { return std::pow(10.0, -3.0 + (highest + 3.0) * unit(random)); };
    for (int i = 0; i < 3000; ++i) {
        const double tail = std::pow(10.0, -6.0 + 5.7 * unit(random));
        const double p = i % 3 == 0 ? tail : i % 3 == 1 ? 1.0 - tail : 0.3 + 0.4 * unit(random);
        // Fifty digits of a gamma law cost the root of its shape; the few above 1e5 are on the grid.
        const double a = shape(i % 50 == 0 ? 8.0 : 5.0), b = shape(8.0);
        const auto expect = [&](double value, double least, double most, double error) {
            if (std::abs(value) < least || std::abs(value) >= most) return;
            EXPECT_LT(std::abs(error), bar) << value << " at " << p << ' ' << a << ' ' << b;
        };
        for (const bool upper : {false, true}) {
            const double x = upper ? gamma_upper_quantile(p, a) : gamma_quantile(p, a);
            expect(x, smallest, infinity, reference::gamma_quantile_error(x, p, upper, a));
            EXPECT_EQ(upper ? chi_square_upper_quantile(p, 2.0 * a) : chi_square_quantile(p, 2.0 * a), 2.0 * x);
            const double y = upper ? beta_upper_quantile(p, a, b) : beta_quantile(p, a, b);
            expect(y, smallest, 1.0, reference::beta_quantile_error(y, p, upper, a, b));
        }
        const double z = normal_quantile(p);
        expect(z, smallest, infinity, reference::normal_quantile_error(z, p));
        const double t = student_t_quantile(p, b);
        expect(t, smallest, 1e140, reference::student_t_quantile_error(t, p, b));
    }
}

TEST(Quantiles, StudentTAgreesWithFiftyDigits) {
    for (double e = -3.0; e <= 8.01; e += 0.25) {
        const double degrees = std::pow(10.0, e);
        for (const double p : {1e-6, 1e-4, 0.001, 0.025, 0.2, 0.45, 0.4999, 0.499999, 0.6, 0.975, 0.999, 1.0 - 1e-6}) {
            const double t = student_t_quantile(p, degrees);
            if (std::abs(t) > 1e140) continue;
            EXPECT_LT(std::abs(reference::student_t_quantile_error(t, p, degrees)), bar) << p << ' ' << degrees;
        }
    }
    // The closed forms for one and two degrees of freedom.
    EXPECT_DOUBLE_EQ(student_t_quantile(0.975, 1.0), std::tan(0.475 * 3.14159265358979323846));
    EXPECT_NEAR(student_t_quantile(0.975, 2.0), 0.95 * std::sqrt(2.0 / (1.0 - 0.95 * 0.95)), 1e-14);
    EXPECT_NEAR(student_t_quantile(0.975, infinity), 1.959963984540054, 1e-14);
    EXPECT_EQ(student_t_quantile(0.5, 3.0), 0.0);
}

TEST(Quantiles, DistributionFunctionsAgreeWithFiftyDigits) {
    for (const double a : {0.001, 0.3, 1.0, 4.5, 60.0, 1e3, 1e5}) {
        for (const double share : {0.5, 0.9, 1.0, 1.05, 1.8}) {
            const double x = a * share;
            for (const bool upper : {false, true}) {
                const double expected = reference::gamma_cdf(x, a, upper);
                EXPECT_NEAR((upper ? gamma_upper : gamma_cdf)(x, a), expected, 1e-11 * expected + 1e-28)
                    << a << ' ' << x;
            }
            for (const double b : {0.001, 0.3, 1.0, 4.5, 60.0, 1e3, 1e5}) {
                const double y = share * a / (a + b);
                if (y >= 1.0) continue;
                for (const bool upper : {false, true}) {
                    const double expected = reference::beta_cdf(y, a, b, upper);
                    EXPECT_NEAR((upper ? beta_upper : beta_cdf)(y, a, b), expected, 1e-11 * expected + 1e-28)
                        << a << ' ' << b;
                }
            }
        }
    }
    EXPECT_NEAR(chi_square_upper(9.54953570608324, 1.0), 0.002, 1e-15);
    EXPECT_NEAR(chi_square_cdf(3.841458820694124, 1.0), 0.95, 1e-15);
    EXPECT_NEAR(student_t_cdf(-12.706204736174698, 1.0), 0.025, 1e-16);
    EXPECT_NEAR(student_t_cdf(2.0, infinity), 0.97724986805182079, 1e-16);
}

TEST(Quantiles, RiseWithTheProbability) {
    for (const double shape : {0.01, 0.7, 3.0, 39.9, 40.1, 5e3}) {
        double last_gamma = 0.0, last_beta = 0.0, last_t = -infinity;
        for (int i = 1; i < 200; ++i) {
            const double p = i / 200.0;
            EXPECT_GE(gamma_quantile(p, shape), last_gamma);
            EXPECT_GE(beta_quantile(p, shape, 2.0), last_beta);
            EXPECT_GE(student_t_quantile(p, shape), last_t);
            last_gamma = gamma_quantile(p, shape);
            last_beta = beta_quantile(p, shape, 2.0);
            last_t = student_t_quantile(p, shape);
        }
    }
}

TEST(Quantiles, EndsAndForeignArguments) {
    EXPECT_EQ(gamma_quantile(0.0, 2.0), 0.0);
    EXPECT_EQ(gamma_quantile(1.0, 2.0), infinity);
    EXPECT_EQ(beta_quantile(1.0, 2.0, 3.0), 1.0);
    EXPECT_EQ(student_t_quantile(0.0, 2.0), -infinity);
    EXPECT_EQ(gamma_cdf(0.0, 2.0), 0.0);
    EXPECT_EQ(gamma_upper(infinity, 2.0), 0.0);
    EXPECT_EQ(beta_upper(1.0, 2.0, 3.0), 0.0);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const double bad : {-0.1, 1.1, nan}) {
        EXPECT_TRUE(std::isnan(gamma_quantile(bad, 2.0)));
        EXPECT_TRUE(std::isnan(beta_upper_quantile(bad, 2.0, 2.0)));
        EXPECT_TRUE(std::isnan(student_t_quantile(bad, 2.0)));
        EXPECT_TRUE(std::isnan(beta_cdf(bad, 2.0, 2.0)));
    }
    for (const double bad : {0.0, -1.0, infinity, nan}) {
        EXPECT_TRUE(std::isnan(gamma_quantile(0.5, bad)));
        EXPECT_TRUE(std::isnan(beta_quantile(0.5, 1.0, bad)));
        EXPECT_TRUE(std::isnan(chi_square_cdf(1.0, bad)));
    }
    EXPECT_TRUE(std::isnan(student_t_quantile(0.4, 0.0)));
}

TEST(Quantiles, HoldFarOutsideTheStatedRange) {
    for (const double shape : {1e-5, 0.5, 30.0, 1e4, 1e10}) {
        for (const double p : {1e-300, 1e-100, 1e-15}) {
            for (const double x : {gamma_quantile(p, shape), gamma_upper_quantile(p, shape)})
                EXPECT_TRUE(x >= 0.0 && x < 1e11);
            const double x = gamma_upper_quantile(p, shape);
            EXPECT_NEAR(gamma_upper(x, shape) / p, 1.0, 1e-6) << p << ' ' << shape;
            EXPECT_NEAR(beta_cdf(beta_quantile(p, 2.5, shape), 2.5, shape) / p, 1.0, 1e-9) << p << " " << shape;
        }
    }
}

}  // namespace
