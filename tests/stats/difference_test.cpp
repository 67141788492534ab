#include <ontrack/stats/difference.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/proportion.hpp>

#include "reference/code_of.hpp"
#include "reference/score_intervals.hpp"

namespace {

using namespace ontrack::stats;
using Method = DifferenceMethod;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Difference, PublishedNumbers) {
    // Newcombe (1998), Statistics in Medicine 17:873, table II: 56/70 − 48/80.
    const Estimate newcombe = estimate_difference(56, 70, 48, 80);
    EXPECT_NEAR(newcombe.lower, 0.0524, 0.5e-4);
    EXPECT_NEAR(newcombe.upper, 0.3339, 0.5e-4);
    const Estimate mee = estimate_difference(56, 70, 48, 80, {0.95, Method::mee});
    EXPECT_NEAR(mee.lower, 0.0533, 0.5e-4);
    EXPECT_NEAR(mee.upper, 0.3377, 0.5e-4);
    const Estimate miettinen = estimate_difference(56, 70, 48, 80, {0.95, Method::miettinen_nurminen});
    EXPECT_NEAR(miettinen.lower, 0.0528, 0.5e-4);
    EXPECT_NEAR(miettinen.upper, 0.3382, 0.5e-4);
    // Newcombe (1998), Statistics in Medicine 17:2635: 20, 12, 2, 16 by method 8, as ratesci's tests quote it.
    const Estimate paired = estimate_paired_difference({20, 12, 2, 16}, {0.95, PairedMethod::newcombe_uncorrected});
    EXPECT_NEAR(paired.lower, 0.0618, 0.5e-4);
    EXPECT_NEAR(paired.upper, 0.3242, 0.5e-4);
}

TEST(Difference, PairedNewcombeByHand) {
    const Estimate first = estimate_proportion(32, 50);
    const Estimate second = estimate_proportion(22, 50);
    const double phi = (20.0 * 16.0 - 12.0 * 2.0 - 25.0) / std::sqrt(32.0 * 18.0 * 22.0 * 28.0);
    const double below = first.value - first.lower, above = second.upper - second.value;
    const Estimate e = estimate_paired_difference({20, 12, 2, 16});
    EXPECT_NEAR(e.lower, 0.2 - std::sqrt(below * below - 2.0 * phi * below * above + above * above), 1e-15);
    // A correlation that the correction takes away is none; a negative one stays.
    const Estimate none = estimate_paired_difference({3, 4, 4, 6});
    EXPECT_NEAR(none.lower, estimate_difference(7, 17, 7, 17).lower, 1e-15);
    EXPECT_LT(estimate_paired_difference({1, 9, 8, 2}).lower, estimate_difference(10, 20, 9, 20).lower);
}

TEST(Difference, ScoreLimitsAgreeWithTheirSlowTwin) {
    std::mt19937_64 random(3);
    const auto upto = [&](double most) { return static_cast<double>(random() % static_cast<std::uint64_t>(most + 1)); };
    for (int round = 0; round < 40; ++round) {
        const double n1 = 1.0 + upto(40), n2 = 1.0 + upto(40), x1 = upto(n1), x2 = upto(n2);
        const Estimate e = estimate_difference(x1, n1, x2, n2, {0.95, Method::miettinen_nurminen});
        const Limits twin = reference::miettinen_nurminen(x1, n1, x2, n2, 0.95);
        EXPECT_NEAR(e.lower, twin.lower, 1e-7) << x1 << '/' << n1 << ' ' << x2 << '/' << n2;
        EXPECT_NEAR(e.upper, twin.upper, 1e-7) << x1 << '/' << n1 << ' ' << x2 << '/' << n2;
        const PairedCounts pairs{upto(20), upto(20), upto(20), 1.0 + upto(20)};
        const Estimate paired = estimate_paired_difference(pairs, {0.95, PairedMethod::tango});
        const Limits paired_twin = reference::tango(pairs, 0.95);
        EXPECT_NEAR(paired.lower, paired_twin.lower, 1e-7);
        EXPECT_NEAR(paired.upper, paired_twin.upper, 1e-7);
    }
}

TEST(Difference, ChangesSignWithTheOrderAndRisesWithTheFirst) {
    for (const Method method : {Method::newcombe, Method::miettinen_nurminen, Method::mee}) {
        Estimate last{-1.0, -1.0, -1.0, Status::ok};
        for (double x = 0.0; x <= 12.0; x += 1.0) {
            const Estimate e = estimate_difference(x, 12, 5, 17, {0.95, method});
            const Estimate turned = estimate_difference(5, 17, x, 12, {0.95, method});
            EXPECT_NEAR(e.lower, -turned.upper, 1e-12);
            EXPECT_NEAR(e.upper, -turned.lower, 1e-12);
            EXPECT_GE(e.lower, last.lower);
            EXPECT_GE(e.upper, last.upper);
            EXPECT_LE(e.lower, e.value);
            EXPECT_GE(e.upper, e.value);
            EXPECT_GE(e.lower, -1.0);
            EXPECT_LE(e.upper, 1.0);
            last = e;
        }
    }
    for (const PairedMethod method :
         {PairedMethod::newcombe, PairedMethod::newcombe_uncorrected, PairedMethod::tango}) {
        const Estimate e = estimate_paired_difference({4, 9, 3, 7}, {0.95, method});
        const Estimate turned = estimate_paired_difference({4, 3, 9, 7}, {0.95, method});
        EXPECT_NEAR(e.lower, -turned.upper, 1e-12);
        for (const PairedCounts& edge : {PairedCounts{5, 0, 0, 0}, PairedCounts{0, 5, 0, 0}, PairedCounts{0, 0, 5, 0},
                                         PairedCounts{0, 0, 0, 5}, PairedCounts{3, 0, 0, 2}}) {
            const Estimate at_edge = estimate_paired_difference(edge, {0.95, method});
            EXPECT_EQ(at_edge.status, Status::ok);
            EXPECT_LE(-1.0, at_edge.lower);
            EXPECT_LE(at_edge.lower, at_edge.upper);
            EXPECT_LE(at_edge.upper, 1.0);
        }
    }
}

TEST(Difference, StatusAndWrongArguments) {
    EXPECT_EQ(estimate_difference(3, 2, 1, 2).status, Status::above_denominator);
    EXPECT_EQ(estimate_difference(1, 2, 1, 0).status, Status::no_denominator);
    EXPECT_EQ(estimate_difference(1, 2, nan, 2).status, Status::missing_value);
    EXPECT_EQ(estimate_difference(1, 2, 1, 2, {1.5, Method::mee}).status, Status::invalid_option);
    EXPECT_EQ(estimate_paired_difference({0, 0, 0, 0}).status, Status::no_denominator);
    EXPECT_EQ(estimate_paired_difference({1, -1, 0, 0}).status, Status::negative_value);
    EXPECT_EQ(estimate_paired_difference({1, nan, 0, 0}).status, Status::missing_value);

    const std::vector<double> x{1, 5}, n{4, 4}, short_n{4};
    std::vector<double> lower(2), upper(2);
    std::vector<Status> status(2);
    estimate_difference_into(x, n, n, n, {}, {{}, lower, upper, status});
    EXPECT_EQ(status, (std::vector{Status::ok, Status::above_denominator}));
    EXPECT_EQ(lower[0], estimate_difference(1, 4, 4, 4).lower);
    estimate_paired_difference_into(x, n, x, n, {}, {{}, lower, {}, status});
    EXPECT_EQ(lower[1], estimate_paired_difference({5, 4, 5, 4}).lower);
    EXPECT_EQ(reference::code_of([&] { estimate_difference_into(x, n, x, short_n, {}, {}); }), "wrong-length");
}

}  // namespace
