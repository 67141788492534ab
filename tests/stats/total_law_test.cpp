#include <ontrack/stats/total_law.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/outturn.hpp>

#include "reference/negative_binomial.hpp"

namespace {

using namespace ontrack::stats;

TotalLaw counts(double known, std::vector<LawPart> parts) {
    TotalLaw law{.known = known, .size = parts.size()};
    std::copy(parts.begin(), parts.end(), law.parts.begin());
    return law;
}

TEST(TotalLaw, AgreesWithTheCountLaw) {
    for (const double mean : {0.02, 0.7, 13.0, 420.0, 1e6}) {
        for (const double shape : {0.4, 3.0, 80.0}) {
            const CountLaw expected{17.0, mean, shape};
            const TotalLaw law = counts(17.0, {{.mean = mean, .variance = expected.variance()}});
            EXPECT_DOUBLE_EQ(law.mean(), expected.mean());
            EXPECT_NEAR(law.variance(), expected.variance(), 1e-9 * expected.variance());
            for (const double p : {0.001, 0.025, 0.1, 0.5, 0.9, 0.975, 0.999})
                EXPECT_NEAR(law.quantile(p), expected.quantile(p), 1e-9 * expected.quantile(p)) << mean << ' ' << p;
            for (const double x : {16.0, 17.0, 18.5, 17.0 + mean, 17.0 + 2.0 * mean})
                EXPECT_NEAR(law.cdf(x), expected.cdf(x), 1e-9);
        }
    }
}

TEST(TotalLaw, MomentsAndProbabilitiesByEnumeration) {
    const std::vector<LawPart> parts{{.weight = 0.5, .mean = 3.0, .variance = 3.0},
                                     {.weight = 0.3, .mean = 8.0, .variance = 20.0},
                                     {.weight = 0.2, .mean = 1.0, .variance = 1.5}};
    const TotalLaw law = counts(4.0, parts);
    long double mean = 0.0L, square = 0.0L, before = 0.0L;
    for (long x = 0; x < 400; ++x) {
        long double sum = 0.0L;
        for (const LawPart& part : parts) {
            const long double excess = part.variance / part.mean - 1.0L;
            sum += part.weight *
                   reference::negative_binomial_cdf(
                       x, part.mean, excess > 0.0L ? part.mean / excess : std::numeric_limits<long double>::infinity());
        }
        EXPECT_NEAR(law.cdf(4.0 + static_cast<double>(x)), static_cast<double>(sum), 1e-12);
        EXPECT_NEAR(law.cdf(4.9 + static_cast<double>(x)), static_cast<double>(sum), 1e-12);
        const long double total = 4.0L + static_cast<long double>(x);
        mean += (sum - before) * total;
        square += (sum - before) * total * total;
        before = sum;
    }
    EXPECT_NEAR(law.mean(), static_cast<double>(mean), 1e-9);
    EXPECT_NEAR(law.variance(), static_cast<double>(square - mean * mean), 1e-9);
    EXPECT_EQ(law.cdf(3.999), 0.0);
}

TEST(TotalLaw, QuantilesAreTheSmallestTotalsThatReachTheirProbability) {
    std::mt19937_64 random(21);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    for (int i = 0; i < 400; ++i) {
        std::vector<LawPart> parts;
        const int n = 1 + i % 4;
        for (int k = 0; k < n; ++k) {
            const double mean = std::pow(10.0, -1.0 + 5.0 * unit(random));
            parts.push_back({.weight = 1.0 / n, .mean = mean, .variance = mean * (1.0 + 3.0 * unit(random))});
        }
        const TotalLaw law = counts(std::floor(100.0 * unit(random)), parts);
        for (const double p : {1e-4, 0.025, 0.1, 0.5, 0.9, 0.975, 0.9999}) {
            const double q = law.quantile(p);
            EXPECT_EQ(q, std::floor(q));
            EXPECT_GE(law.cdf(q), p);
            if (q > law.known) {
                EXPECT_LT(law.cdf(q - 1.0), p) << i << ' ' << p;
            }
        }
    }
}

TEST(TotalLaw, MonteCarloOfContinuousLaws) {
    const TotalLaw law = counts(10.0, {{LawFamily::log_normal, 0.6, 50.0, 400.0}, {LawFamily::normal, 0.4, -5.0, 9.0}});
    std::mt19937_64 random(22);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    std::normal_distribution<double> normal;
    const double sigma = std::sqrt(std::log1p(400.0 / 2500.0));
    const int n = 200'000;
    double sum = 0.0, squares = 0.0, below = 0.0;
    for (int i = 0; i < n; ++i) {
        const double rest = unit(random) < 0.6 ? std::exp(std::log(50.0) - 0.5 * sigma * sigma + sigma * normal(random))
                                               : -5.0 + 3.0 * normal(random);
        sum += rest + 10.0;
        squares += (rest + 10.0 - law.mean()) * (rest + 10.0 - law.mean());
        below += rest + 10.0 <= 45.0;
    }
    const double p = law.cdf(45.0);
    EXPECT_NEAR(sum / n, law.mean(), 4.0 * std::sqrt(law.variance() / n));
    EXPECT_NEAR(squares / n / law.variance(), 1.0, 0.02);
    EXPECT_NEAR(below / n, p, 4.0 * std::sqrt(p * (1.0 - p) / n));
    for (const double level : {0.01, 0.3, 0.5, 0.7, 0.99}) EXPECT_NEAR(law.cdf(law.quantile(level)), level, 1e-9);
}

TEST(TotalLaw, CertainTotalsAndWrongArguments) {
    const TotalLaw known{.known = 7.0};
    EXPECT_EQ(known.mean(), 7.0);
    EXPECT_EQ(known.variance(), 0.0);
    EXPECT_EQ(known.quantile(0.3), 7.0);
    EXPECT_EQ(known.cdf(6.9), 0.0);
    EXPECT_EQ(known.cdf(7.0), 1.0);
    EXPECT_TRUE(std::isnan(known.quantile(0.0)));
    EXPECT_TRUE(std::isnan(known.quantile(1.0)));
    EXPECT_TRUE(std::isnan(known.cdf(std::numeric_limits<double>::quiet_NaN())));
    const TotalLaw nothing_to_come = counts(7.0, {{.mean = 0.0, .variance = 0.0}});
    EXPECT_EQ(nothing_to_come.quantile(0.99), 7.0);
    EXPECT_EQ(nothing_to_come.cdf(7.0), 1.0);
    const TotalLaw odd = counts(0.1, {{.mean = 4.0, .variance = 6.0}});
    EXPECT_GE(odd.cdf(odd.quantile(0.9)), 0.9) << "0.1 + n − 0.1 need not be n";
}

}  // namespace
