#include <array>
#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include <ontrack/stats/distributions.hpp>

#include "reference/ratio_year.hpp"

namespace {

using namespace ontrack::stats;

// Boys among the first 12 children of 6,115 families in Saxony (Geissler 1889, in Lindsey & Altham 1998), the beta–binomial
// law by the method of moments (34.1350, 31.6085) and by maximum likelihood (34.09558, 31.5715), and the families that the
// latter expects, to one place.
TEST(BetaBinomial, FamiliesInSaxony) {
    constexpr std::array families{3.0,    24.0,  104.0, 286.0, 670.0, 1033.0, 1343.0,
                                  1112.0, 829.0, 478.0, 181.0, 45.0,  7.0};
    constexpr std::array expected{2.3,    22.6,  104.8, 310.9, 655.7, 1036.2, 1257.9,
                                  1182.1, 853.6, 461.9, 177.9, 43.8,  5.2};
    double n = 0.0, first = 0.0, second = 0.0;
    for (std::size_t x = 0; x < families.size(); ++x) {
        n += families[x];
        first += families[x] * static_cast<double>(x);
        second += families[x] * static_cast<double>(x * x);
    }
    first /= n;
    second /= n;
    const double below = 12.0 * (second / first - first - 1.0) + first;
    const double a = (12.0 * first - second) / below, b = (12.0 - first) * (12.0 - second / first) / below;
    EXPECT_NEAR(a, 34.1350, 5e-5);
    EXPECT_NEAR(b, 31.6085, 5e-5);
    for (std::size_t x = 0; x < families.size(); ++x)
        EXPECT_NEAR(n * beta_binomial_mass(static_cast<double>(x), 12.0, 34.09558, 31.5715), expected[x], 0.051) << x;
}

TEST(BetaBinomial, UniformLawGivesUniformCounts) {
    // Skellam (1948): with both shapes 1 every count is equally likely.
    for (double x = 0.0; x <= 40.0; ++x) {
        EXPECT_NEAR(beta_binomial_mass(x, 40.0, 1.0, 1.0), 1.0 / 41.0, 1e-15);
        EXPECT_NEAR(beta_binomial_cdf(x, 40.0, 1.0, 1.0), (x + 1.0) / 41.0, 1e-14);
    }
}

TEST(BetaBinomial, AgreesWithTheSumOfItsTerms) {
    struct Case {
        long n;
        double a, b;
    };
    for (const auto& [n, a, b] : {Case{1, 0.5, 0.5},
                                  {17, 2.0, 3.0},
                                  {200, 0.1, 0.4},
                                  {5000, 30.0, 70.0},
                                  {30000, 0.3, 4.0},
                                  {30000, 5.0, 0.4},
                                  {60000, 500.0, 1500.0},
                                  {40000, 0.9, 1e-6},
                                  {20000, 1e-3, 1e-3},
                                  {100000, 20.0, 20.0}}) {
        std::vector<long double> below, above(static_cast<std::size_t>(n) + 2, 0.0L);
        long double sum = 0.0L;
        for (long x = 0; x <= n; ++x) below.push_back(sum += reference::beta_binomial_mass(x, n, a, b));
        for (const double p : {1e-6, 1e-3, 0.1, 0.5, 0.9, 0.999, 1.0 - 1e-6}) {
            const double x = beta_binomial_quantile(p, static_cast<double>(n), a, b);
            const auto expected = static_cast<double>(below[static_cast<std::size_t>(x)] / sum);
            EXPECT_NEAR(beta_binomial_cdf(x, static_cast<double>(n), a, b), expected, 3e-12 * expected)
                << n << ' ' << a << ' ' << b << ' ' << p;
            EXPECT_GE(beta_binomial_cdf(x, static_cast<double>(n), a, b), p);
            EXPECT_LT(beta_binomial_cdf(x - 1.0, static_cast<double>(n), a, b), p);
        }
    }
}

TEST(BetaBinomial, MirroredAndCutOff) {
    for (double x = 0.0; x < 300.0; x += 7.0) {
        EXPECT_NEAR(beta_binomial_cdf(x, 300.0, 3.0, 8.0), 1.0 - beta_binomial_cdf(299.0 - x, 300.0, 8.0, 3.0), 1e-14);
    }
    EXPECT_EQ(beta_binomial_cdf(-1.0, 10.0, 1.0, 1.0), 0.0);
    EXPECT_EQ(beta_binomial_cdf(10.0, 10.0, 1.0, 1.0), 1.0);
    EXPECT_EQ(beta_binomial_cdf(4.7, 10.0, 2.0, 1.0), beta_binomial_cdf(4.0, 10.0, 2.0, 1.0));
    EXPECT_EQ(beta_binomial_mass(3.5, 10.0, 2.0, 1.0), 0.0);
    EXPECT_EQ(beta_binomial_mass(0.0, 0.0, 2.0, 1.0), 1.0);
    EXPECT_EQ(beta_binomial_quantile(0.5, 0.0, 2.0, 1.0), 0.0);
}

TEST(BetaBinomial, OutsideTheDomainIsNaN) {
    const double nan = std::numeric_limits<double>::quiet_NaN(), infinity = std::numeric_limits<double>::infinity();
    EXPECT_TRUE(std::isnan(beta_binomial_cdf(1.0, 2.5, 1.0, 1.0)));
    EXPECT_TRUE(std::isnan(beta_binomial_cdf(1.0, -1.0, 1.0, 1.0)));
    EXPECT_TRUE(std::isnan(beta_binomial_cdf(1.0, 2.0, 0.0, 1.0)));
    EXPECT_TRUE(std::isnan(beta_binomial_cdf(1.0, 2.0, 1.0, infinity)));
    EXPECT_TRUE(std::isnan(beta_binomial_cdf(nan, 2.0, 1.0, 1.0)));
    EXPECT_TRUE(std::isnan(beta_binomial_quantile(0.0, 2.0, 1.0, 1.0)));
    EXPECT_TRUE(std::isnan(beta_binomial_mass(1.0, 1e17, 1.0, 1.0)));
}

TEST(BetaBinomial, LargeCountsEnd) {
    for (const double n : {1e9, 1e12, 9e15}) {
        for (const double a : {0.01, 0.5, 3.0, 1e4}) {
            for (const double b : {0.01, 0.5, 3.0, 1e4}) {
                const double x = beta_binomial_quantile(0.2, n, a, b);
                EXPECT_GE(beta_binomial_cdf(x, n, a, b), 0.2);
                EXPECT_LE(x, n);
            }
        }
    }
}

}  // namespace
