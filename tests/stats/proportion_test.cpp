#include <ontrack/stats/proportion.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/base/error.hpp>
#include <ontrack/stats/distributions.hpp>

#include "reference/code_of.hpp"
#include "reference/intervals.hpp"
#include "stats/allocations.hpp"

namespace {

using namespace ontrack::stats;
using Method = ProportionMethod;

constexpr std::array methods{Method::wilson,        Method::wilson_continuity_corrected,
                             Method::agresti_coull, Method::clopper_pearson,
                             Method::mid_p,         Method::jeffreys};
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(Proportion, PublishedNumbers) {
    // Newcombe (1998), Statistics in Medicine 17:857, table I: 15 of 148 and 0 of 20 at 95 %.
    const auto expect = [](Method method, double x, double n, double lower, double upper) {
        const Estimate e = estimate_proportion(x, n, {0.95, method});
        EXPECT_NEAR(e.lower, lower, 0.5e-4);
        EXPECT_NEAR(e.upper, upper, 0.5e-4);
    };
    expect(Method::wilson, 15, 148, 0.0624, 0.1605);
    expect(Method::wilson_continuity_corrected, 15, 148, 0.0598, 0.1644);
    expect(Method::clopper_pearson, 15, 148, 0.0578, 0.1617);
    expect(Method::mid_p, 15, 148, 0.0601, 0.1581);
    expect(Method::wilson_continuity_corrected, 0, 20, 0.0, 0.2005);
    expect(Method::mid_p, 0, 20, 0.0, 0.1391);
}

TEST(Proportion, AgreesWithItsSlowTwin) {
    std::mt19937_64 random(20);
    for (int round = 0; round < 400; ++round) {
        const double n = static_cast<double>(1 + random() % (round % 2 == 0 ? 30 : 3000));
        const double x = static_cast<double>(random() % static_cast<std::uint64_t>(n + 1));
        for (const double confidence : {0.8, 0.95, 0.998}) {
            for (const Method method : methods) {
                const Estimate e = estimate_proportion(x, n, {confidence, method});
                const Limits twin = reference::proportion_limits(x, n, confidence, method);
                EXPECT_NEAR(e.lower, twin.lower, 1e-12 + 1e-10 * twin.lower) << x << '/' << n << ' ' << int(method);
                EXPECT_NEAR(e.upper, twin.upper, 1e-12) << x << '/' << n << ' ' << int(method);
                EXPECT_EQ(e.status, Status::ok);
            }
        }
    }
}

TEST(Proportion, LimitsRiseWithEventsAndMirror) {
    for (const Method method : methods) {
        for (const double n : {1.0, 7.0, 40.0, 333.0}) {
            Estimate last = estimate_proportion(0.0, n, {0.95, method});
            EXPECT_EQ(last.lower, 0.0);
            for (double x = 0.0; x <= n; x += 1.0) {
                const Estimate e = estimate_proportion(x, n, {0.95, method});
                const Estimate mirror = estimate_proportion(n - x, n, {0.95, method});
                EXPECT_NEAR(e.lower, 1.0 - mirror.upper, 1e-14);
                EXPECT_LE(last.lower, e.lower);
                EXPECT_LE(last.upper, e.upper);
                EXPECT_LE(e.lower, e.value);
                EXPECT_GE(e.upper, e.value);
                last = e;
            }
            EXPECT_EQ(last.upper, 1.0);
        }
    }
}

TEST(Proportion, CoversAsItSays) {
    for (const double n : {1.0, 2.0, 3.0, 5.0, 8.0, 13.0, 20.0, 21.0, 25.0, 29.0, 46.0, 50.0, 101.0, 250.0}) {
        for (const double confidence : {0.95, 0.998}) {
            const auto exact = reference::proportion_coverage(n, {confidence, Method::clopper_pearson});
            EXPECT_GE(exact.least, confidence - 1e-9) << n;
            if (n < 20.0) continue;
            for (const Method method : {Method::wilson, Method::jeffreys, Method::mid_p}) {
                EXPECT_NEAR(reference::proportion_coverage(n, {confidence, method}).mean, confidence, 0.01)
                    << n << int(method);
            }
        }
    }
}

TEST(Proportion, WilsonInvertsTheScoreTest) {
    for (const double x : {0.0, 3.0, 11.5, 40.0}) {
        const Estimate e = estimate_proportion(x, 40.0, {0.95, Method::wilson});
        for (const double p : {e.lower, e.upper}) {
            if (p == 0.0 || p == 1.0) continue;
            EXPECT_NEAR(std::abs(x / 40.0 - p) / std::sqrt(p * (1.0 - p) / 40.0), normal_quantile(0.975), 1e-12);
        }
    }
}

TEST(Proportion, StatusSaysWhatIsWrong) {
    const std::vector<double> x{1, 1, 3, -1, 1, nan, 1, infinity, 1};
    const std::vector<double> n{2, 0, 2, 5, -5, 5, nan, infinity, infinity};
    const std::vector<Status> expected{Status::ok,
                                       Status::no_denominator,
                                       Status::above_denominator,
                                       Status::negative_value,
                                       Status::negative_value,
                                       Status::missing_value,
                                       Status::missing_value,
                                       Status::not_finite,
                                       Status::not_finite};
    for (const Method method : methods) {
        std::vector<double> value(x.size()), lower(x.size()), upper(x.size());
        std::vector<Status> status(x.size());
        estimate_proportion_into(x, n, {0.95, method}, {value, lower, upper, status});
        EXPECT_EQ(status, expected);
        for (std::size_t i = 0; i < x.size(); ++i) {
            for (const double result : {value[i], lower[i], upper[i]})
                EXPECT_EQ(std::isnan(result), status[i] != Status::ok);
        }
    }
    EXPECT_EQ(estimate_proportion(1, 2, {1.0, Method::wilson}).status, Status::invalid_option);
}

TEST(Proportion, SameBitsForAnyPartition) {
    std::mt19937_64 random(7);
    std::vector<double> x(3000), n(3000);
    for (std::size_t i = 0; i < x.size(); ++i) {
        n[i] = static_cast<double>(random() % 500);
        x[i] = static_cast<double>(random() % 300);
    }
    for (const Method method : {Method::wilson, Method::jeffreys}) {
        std::vector<double> lower(x.size()), upper(x.size());
        estimate_proportion_into(x, n, {0.95, method}, {{}, lower, upper, {}});
        for (std::size_t i = 0; i < x.size(); ++i) {
            const Estimate e = estimate_proportion(x[i], n[i], {0.95, method});
            EXPECT_TRUE(e.lower == lower[i] || (std::isnan(e.lower) && std::isnan(lower[i])));
            EXPECT_TRUE(e.upper == upper[i] || (std::isnan(e.upper) && std::isnan(upper[i])));
        }
    }
}

TEST(Proportion, AllocatesNothing) {
    const std::vector<double> x{0, 5, 700, 9}, n{4, 5, 2000, 3};
    std::vector<double> lower(4), upper(4);
    std::vector<Status> status(4);
    const long before = allocations();
    for (const Method method : methods) estimate_proportion_into(x, n, {0.95, method}, {{}, lower, upper, status});
    EXPECT_EQ(allocations(), before);
}

TEST(Proportion, WrongArgumentsThrow) {
    const std::vector<double> x{1, 2}, n{3};
    std::vector<double> lower(1);
    EXPECT_EQ(reference::code_of([&] { estimate_proportion_into(x, n, {}, {}); }), "wrong-length");
    EXPECT_EQ(reference::code_of([&] { estimate_proportion_into(x, x, {}, {{}, lower, {}, {}}); }), "wrong-length");
    EXPECT_EQ(reference::code_of([&] { estimate_proportion_into(x, x, {95.0, Method::wilson}, {}); }),
              "not-a-confidence-level");
    const std::vector<Status> status{Status::ok, Status::no_denominator};
    try {
        require_ok(status, "n");
        FAIL();
    } catch (const ontrack::DataError& error) {
        EXPECT_EQ(error.where().key, "n[1]");
        EXPECT_EQ(error.message(), "no_denominator");
    }
}

}  // namespace
