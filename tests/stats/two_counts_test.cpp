#include <ontrack/stats/two_counts.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/ratio.hpp>

#include "reference/code_of.hpp"
#include "reference/two_counts.hpp"

namespace {

using namespace ontrack::stats;
using Kind = TwoCountsTest;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr Kind every_test[] = {
    Kind::conditional, Kind::conditional_mid_p, Kind::e_test, Kind::e_test_score, Kind::score,
    Kind::wald,        Kind::square_root};

double p_of(double x1, double t1, double x2, double t2, Kind test, Alternative alternative = Alternative::two_sided) {
    return test_two_counts(x1, t1, x2, t2, {test, alternative}).p_value;
}

TEST(TwoCounts, PublishedValues) {
    // Krishnamoorthy & Thomson (2004), section 5: 3 of 100 seeds against none.
    EXPECT_NEAR(p_of(0, 100, 3, 100, Kind::e_test), 0.0884, 5e-5);
    // Przyborowski & Wilenski's test of the same: 2 · (1/2)³.
    EXPECT_DOUBLE_EQ(p_of(0, 100, 3, 100, Kind::conditional), 0.25);
    EXPECT_DOUBLE_EQ(p_of(0, 100, 3, 100, Kind::conditional_mid_p), 0.25 - 0.0625);
    // Wheeler (2016): from 16 to 25 is a z of 2.
    EXPECT_DOUBLE_EQ(root_z(16, 25), 2.0);
    EXPECT_TRUE(std::isnan(root_z(-1, 25)));
}

TEST(TwoCounts, AgreesWithItsSlowTwins) {
    for (const auto& [t1, t2] : {std::pair{1.0, 1.0}, std::pair{12.0, 5.0}, std::pair{0.5, 3.0}}) {
        for (double x1 = 0.0; x1 < 12.0; x1 += 3.0) {
            for (double x2 = 0.0; x2 < 16.0; x2 += 5.0) {
                const auto close = [&](double p, double twin) {
                    EXPECT_NEAR(p, twin, 1e-12 + 1e-10 * twin) << x1 << ' ' << x2;
                };
                close(p_of(x1, t1, x2, t2, Kind::conditional), reference::conditional_p(x1, t1, x2, t2, 1.0));
                if (x1 + x2 == 0.0) continue;
                close(p_of(x1, t1, x2, t2, Kind::conditional_mid_p), reference::conditional_p(x1, t1, x2, t2, 0.5));
                close(p_of(x1, t1, x2, t2, Kind::e_test), reference::e_test_p(x1, t1, x2, t2, 0.0, false));
                close(p_of(x1, t1, x2, t2, Kind::e_test_score), reference::e_test_p(x1, t1, x2, t2, 0.0, true));
                for (const double difference : {0.7, 4.0, -0.3}) {
                    const TestResult result =
                        test_two_counts(x1, t1, x2, t2, {Kind::e_test, Alternative::two_sided, difference});
                    const double pooled = (x1 + x2 - difference * t1) / (t1 + t2);
                    const double twin = pooled > 0.0 && pooled + difference > 0.0
                                            ? reference::e_test_p(x1, t1, x2, t2, difference, false)
                                            : 1.0;
                    close(result.p_value, twin);
                }
            }
        }
    }
}

TEST(TwoCounts, ConditionalTestInvertsToTheExactInterval) {
    for (const auto& [x1, x2] : {std::pair{25.0, 16.0}, std::pair{3.0, 11.0}, std::pair{700.0, 640.0}}) {
        const Estimate e = estimate_rate_ratio(x1, 1.0, x2, 1.0);
        // At a true ratio of the lower limit so many or more have 2.5 %: rates are equal once t₁ is stretched by it.
        EXPECT_NEAR(p_of(x1, e.lower, x2, 1.0, Kind::conditional, Alternative::greater), 0.025, 1e-12);
        EXPECT_NEAR(p_of(x1, e.upper, x2, 1.0, Kind::conditional, Alternative::less), 0.025, 1e-12);
    }
}

TEST(TwoCounts, TurnedOverAndInAnotherUnitTheSame) {
    for (const Kind test : every_test) {
        for (const auto& [x1, x2] : {std::pair{25.0, 16.0}, std::pair{0.0, 7.0}, std::pair{40.0, 12.0}}) {
            const double p = p_of(x1, 2, x2, 3, test);
            EXPECT_NEAR(p_of(x2, 3, x1, 2, test), p, 1e-12) << static_cast<int>(test);
            EXPECT_NEAR(p_of(x1, 2e5, x2, 3e5, test), p, 1e-12);
            EXPECT_NEAR(p_of(x2, 3, x1, 2, test, Alternative::less), p_of(x1, 2, x2, 3, test, Alternative::greater),
                        1e-12);
        }
    }
}

TEST(TwoCounts, FartherApartIsLessProbable) {
    for (const Kind test : every_test) {
        double last = 2.0;
        // (At 20 and 21 the mid-p of the C-test is 1 less half a probability that falls with the sum.)
        for (double x1 = 22.0; x1 < 60.0; x1 += 1.0) {
            const double p = p_of(x1, 1, 20, 1, test);
            EXPECT_LE(p, last + 1e-12) << static_cast<int>(test);
            last = p;
        }
        EXPECT_LT(last, 1e-4);
    }
}

TEST(TwoCounts, LevelsOfTheTests) {
    // By enumeration at a mean of 8 on both sides: the C-test keeps its level with room to spare, the E-test comes close.
    double conditional = 0.0, e_test = 0.0;
    for (double a = 0.0; a < 40.0; a += 1.0) {
        for (double b = 0.0; b < 40.0; b += 1.0) {
            const double mass =
                boost::math::pdf(boost::math::poisson(8.0), a) * boost::math::pdf(boost::math::poisson(8.0), b);
            conditional += mass * (p_of(a, 1, b, 1, Kind::conditional) <= 0.05);
            e_test += a + b == 0.0 ? 0.0 : mass * (p_of(a, 1, b, 1, Kind::e_test) <= 0.05);
        }
    }
    EXPECT_LT(conditional, 0.035);
    EXPECT_GT(e_test, 0.042);
    EXPECT_LT(e_test, 0.052);
}

TEST(TwoCounts, LargeCounts) {
    for (const Kind test : every_test) {
        // All are the normal test in the end.
        EXPECT_NEAR(p_of(1'000'000, 1, 1'002'000, 1, test), 2.0 * normal_cdf(-2000.0 / std::sqrt(2'002'000.0)), 2e-3);
    }
    EXPECT_EQ(test_two_counts(1e9, 1, 1e9, 1, {Kind::e_test}).status, Status::not_a_count);
    EXPECT_EQ(test_two_counts(1e9, 1, 1e9, 1).p_value, 1.0);
}

TEST(TwoCounts, StatusSaysWhatIsWrong) {
    for (const Kind test : every_test) {
        const auto status = [&](double x1, double t1, double x2, double t2) {
            const TestResult result = test_two_counts(x1, t1, x2, t2, {test});
            EXPECT_EQ(std::isnan(result.p_value), result.status != Status::ok);
            EXPECT_EQ(std::isnan(result.statistic), result.status != Status::ok);
            return result.status;
        };
        EXPECT_EQ(status(1, 0, 1, 1), Status::no_denominator);
        EXPECT_EQ(status(-1, 1, 1, 1), Status::negative_value);
        EXPECT_EQ(status(nan, 1, 1, 1), Status::missing_value);
        EXPECT_EQ(status(1, 1, 1, infinity), Status::not_finite);
        EXPECT_EQ(status(0, 1, 3, 1), Status::ok);
        // Exposures 200 powers of ten apart: whatever a test says of them, it is never ok without a number.
        (void)status(1, 1, 0, 2.5e-199);
        const bool conditional = test == Kind::conditional || test == Kind::conditional_mid_p;
        EXPECT_EQ(status(0, 1, 0, 1), conditional ? Status::ok : Status::value_undefined);
        const bool whole = conditional || test == Kind::e_test || test == Kind::e_test_score;
        EXPECT_EQ(status(1.5, 1, 3, 1), whole ? Status::not_a_count : Status::ok);
    }
    EXPECT_EQ(test_two_counts(1, 1, 1, 1, {Kind::score, Alternative::less, 0.1}).status, Status::invalid_option);
}

TEST(TwoCounts, BatchGivesWhatScalarsGive) {
    const std::vector<double> x1{25, 0, 3, nan}, t1{1, 1, 12, 1}, x2{16, 0, 4, 2}, t2{1, 1, 20, 1}, wrong{1};
    for (const Kind test : every_test) {
        std::vector<double> statistic(4), p(4);
        std::vector<Status> status(4);
        test_two_counts_into(x1, t1, x2, t2, {test}, {statistic, p, status});
        for (std::size_t i = 0; i < 4; ++i) {
            const TestResult one = test_two_counts(x1[i], t1[i], x2[i], t2[i], {test});
            EXPECT_EQ(status[i], one.status);
            EXPECT_TRUE(p[i] == one.p_value || std::isnan(p[i]));
            EXPECT_TRUE(statistic[i] == one.statistic || std::isnan(statistic[i]));
        }
    }
    EXPECT_EQ(reference::code_of([&] { test_two_counts_into(x1, wrong, x2, t2, {}, {}); }), "wrong-length");
}

}  // namespace
