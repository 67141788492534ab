#include <ontrack/stats/two_proportions.hpp>

#include <cmath>
#include <limits>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>
#include <boost/math/distributions/hypergeometric.hpp>

#include <ontrack/stats/distributions.hpp>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;
using Kind = TwoProportionsTest;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr Kind every_test[] = {Kind::score, Kind::fisher, Kind::fisher_mid_p};

double p_of(double x1, double n1, double x2, double n2, Kind test, Alternative alternative = Alternative::two_sided) {
    return test_two_proportions(x1, n1, x2, n2, {test, alternative}).p_value;
}

/// Every table with the same margins looked at.
double slow(unsigned x1, unsigned n1, unsigned x2, unsigned n2, double own) {
    const boost::math::hypergeometric law(x1 + x2, n1, n1 + n2);
    const double mass = boost::math::pdf(law, x1);
    double sum = 0.0;
    for (unsigned k = 0; k <= std::min(n1, x1 + x2); ++k) {
        if (x1 + x2 - k > n2) continue;
        if (boost::math::pdf(law, k) <= mass * (1.0 + 1e-7)) sum += boost::math::pdf(law, k);
    }
    return sum - (1.0 - own) * mass;
}

TEST(TwoProportions, PublishedExample) {
    // Fisher (1935): the lady who told three cups of four.
    EXPECT_NEAR(p_of(3, 4, 1, 4, Kind::fisher, Alternative::greater), 17.0 / 70.0, 1e-15);
    EXPECT_NEAR(p_of(3, 4, 1, 4, Kind::fisher), 34.0 / 70.0, 1e-15);
    // Pearson's χ² of (Newcombe 1998) 56 of 70 and 48 of 80: 7.02.
    const double z = test_two_proportions(56, 70, 48, 80).statistic;
    EXPECT_NEAR(z * z, 150.0 * std::pow(56.0 * 32.0 - 14.0 * 48.0, 2.0) / (70.0 * 80.0 * 104.0 * 46.0), 1e-12);
}

TEST(TwoProportions, AgreesWithItsSlowTwin) {
    for (unsigned x1 = 0; x1 <= 9; ++x1) {
        for (unsigned x2 = 0; x2 <= 14; ++x2) {
            const double a = x1, b = x2;
            EXPECT_NEAR(p_of(a, 9, b, 14, Kind::fisher), slow(x1, 9, x2, 14, 1.0), 1e-13) << x1 << ' ' << x2;
            // Where nothing else could have been, nothing speaks against it.
            const double own = x1 + x2 == 0 || x1 + x2 == 23 ? 1.0 : 0.5;
            EXPECT_NEAR(p_of(a, 9, b, 14, Kind::fisher_mid_p), slow(x1, 9, x2, 14, own), 1e-13) << x1 << ' ' << x2;
            const double mass = p_of(a, 9, b, 14, Kind::fisher, Alternative::greater) +
                                p_of(a, 9, b, 14, Kind::fisher, Alternative::less) - 1.0;
            EXPECT_NEAR(mass, boost::math::pdf(boost::math::hypergeometric(x1 + x2, 9, 23), x1), 1e-13);
        }
    }
}

TEST(TwoProportions, TurnedOverAndMirroredTheSame) {
    for (const Kind test : every_test) {
        for (double x1 = 1.0; x1 <= 30.0; x1 += 1.0) {
            const double p = p_of(x1, 30, 12, 50, test);
            EXPECT_NEAR(p_of(12, 50, x1, 30, test), p, 1e-13);
            EXPECT_NEAR(p_of(30 - x1, 30, 38, 50, test), p, 1e-13);
            EXPECT_NEAR(p_of(12, 50, x1, 30, test, Alternative::less), p_of(x1, 30, 12, 50, test, Alternative::greater),
                        1e-13);
        }
    }
}

TEST(TwoProportions, LargeCountsAreNormal) {
    // Two-sided p-values differ by half the probability of one more table; one-sided they do not.
    const auto one_sided = [](double x1, double x2, double n, Kind test) {
        return p_of(x1, n, x2, n, test, Alternative::greater);
    };
    for (const auto& [x1, x2, n] : {std::tuple{500'400.0, 499'000.0, 1e6}, std::tuple{50'040.0, 49'900.0, 1e9}}) {
        const double score = one_sided(x1, x2, n, Kind::score);
        EXPECT_NEAR(one_sided(x1, x2, n, Kind::fisher_mid_p), score, 1e-5);
        EXPECT_GT(one_sided(x1, x2, n, Kind::fisher), score);
    }
}

TEST(TwoProportions, StatusAndBatch) {
    const std::vector<double> x1{3, 0, 5, nan, 11, 1.5}, n1{10, 5, 5, 5, 10, 5}, x2{6, 0, 7, 1, 1, 1},
        n2{12, 7, 7, 5, 5, 5};
    for (const Kind test : every_test) {
        std::vector<double> statistic(6), p(6);
        std::vector<Status> status(6);
        test_two_proportions_into(x1, n1, x2, n2, {test}, {statistic, p, status});
        const bool score = test == Kind::score;
        const Status none = score ? Status::value_undefined : Status::ok;
        EXPECT_EQ(status, (std::vector{Status::ok, none, none, Status::missing_value, Status::above_denominator,
                                       score ? Status::ok : Status::not_a_count}));
        for (std::size_t i = 0; i < 6; ++i) EXPECT_EQ(std::isnan(p[i]), status[i] != Status::ok);
        EXPECT_TRUE(score || p[1] == 1.0);
    }
    EXPECT_EQ(reference::code_of([&] { test_two_proportions_into(x1, {}, x2, n2, {}, {}); }), "wrong-length");
}

}  // namespace
