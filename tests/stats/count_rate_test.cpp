#include <ontrack/stats/count_rate.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/quantiles.hpp>

#include "reference/code_of.hpp"
#include "reference/intervals.hpp"
#include "stats/allocations.hpp"

namespace {

using namespace ontrack::stats;
using Method = CountMethod;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(CountRate, KnownLimits) {
    EXPECT_NEAR(estimate_count(0.0).upper, -std::log(0.025), 1e-14);
    EXPECT_EQ(estimate_count(0.0).lower, 0.0);
    EXPECT_NEAR(estimate_count(1.0).lower, -std::log1p(-0.025), 1e-16);
    // PHEindicatormethods, testdata_Byars_Wilson
    EXPECT_NEAR(estimate_count(65.0).lower, 50.163187710459454, 1e-12);
    EXPECT_NEAR(estimate_count(1045.0, {0.998, Method::public_health}).upper, 1148.806160988033, 1e-10);
}

TEST(CountRate, AgreesWithItsSlowTwin) {
    for (const Method method : {Method::exact, Method::byar, Method::public_health, Method::mid_p}) {
        for (const double confidence : {0.9, 0.95, 0.998}) {
            for (const double x : {0.0, 1.0, 2.0, 5.5, 9.0, 10.0, 37.0, 41.0, 42.0, 43.0, 500.0, 12345.0, 1e6}) {
                const Estimate e = estimate_count(x, {confidence, method});
                const Limits twin = reference::count_limits(x, confidence, method);
                EXPECT_NEAR(e.upper, twin.upper, 1e-10 * twin.upper) << x;
                if (e.status == Status::ok) {
                    EXPECT_NEAR(e.lower, twin.lower, 1e-10 * twin.lower) << x;
                } else {
                    EXPECT_FALSE(twin.lower >= 0.0);
                    EXPECT_EQ(e.status, Status::limit_undefined);
                }
            }
        }
    }
}

TEST(CountRate, ByarHasNoLowerLimitForAFewEvents) {
    for (const double x : {0.0, 1.0}) {
        const Estimate e = estimate_count(x, {0.998, Method::byar});
        EXPECT_EQ(e.status, Status::limit_undefined);
        EXPECT_TRUE(std::isnan(e.lower));
        EXPECT_EQ(e.value, x);
        EXPECT_GT(e.upper, x);
    }
    EXPECT_EQ(estimate_count(1.0, {0.998, Method::public_health}).status, Status::ok);
    EXPECT_NEAR(estimate_count(1.0, {0.998, Method::byar}).upper, 9.362180217908362, 1e-13);
}

TEST(CountRate, ExactCoversAndInvertsItsTest) {
    for (const double confidence : {0.9, 0.95, 0.998})
        EXPECT_GE(reference::count_coverage(120.0, {confidence, Method::exact}).least, confidence - 1e-9);
    EXPECT_NEAR(reference::count_coverage(100.0, {0.95, Method::public_health}).mean, 0.95, 0.02);
    for (const double x : {1.0, 12.0, 80.0, 4000.0}) {
        const Estimate e = estimate_count(x, {0.998, Method::exact});
        EXPECT_NEAR(gamma_cdf(e.lower, x), 0.001, 1e-14);
        EXPECT_NEAR(gamma_upper(e.upper, x + 1.0), 0.001, 1e-14);
    }
}

TEST(CountRate, MidPIsShorterAndInvertsItsTest) {
    EXPECT_NEAR(reference::count_coverage(40.0, {0.95, Method::mid_p}).mean, 0.95, 0.01);
    EXPECT_NEAR(estimate_count(0.0, {0.95, Method::mid_p}).upper, -std::log(0.05), 1e-14);
    for (const double x : {1.0, 3.0, 12.0, 80.0, 4000.0, 1e9}) {
        const Estimate e = estimate_count(x, {0.95, Method::mid_p});
        const Estimate exact = estimate_count(x, {0.95, Method::exact});
        EXPECT_GT(e.lower, exact.lower);
        EXPECT_LT(e.upper, exact.upper);
        EXPECT_NEAR(0.5 * (gamma_cdf(e.lower, x) + gamma_cdf(e.lower, x + 1.0)), 0.025, 1e-11);
        EXPECT_NEAR(0.5 * (gamma_upper(e.upper, x) + gamma_upper(e.upper, x + 1.0)), 0.025, 1e-11);
    }
}

TEST(CountRate, LimitsRiseWithEventsAndScaleWithTheUnit) {
    for (const Method method : {Method::exact, Method::byar, Method::mid_p}) {
        Estimate last = estimate_count(2.0, {0.95, method});
        for (double x = 2.0; x < 300.0; x += 0.5) {
            const Estimate e = estimate_count(x, {0.95, method});
            EXPECT_LE(last.lower, e.lower);
            EXPECT_LE(last.upper, e.upper);
            last = e;
            const Estimate rate = estimate_rate(x, 250.0, {0.95, method, 1000.0});
            EXPECT_DOUBLE_EQ(rate.value, 4.0 * e.value);
            EXPECT_DOUBLE_EQ(rate.lower, 4.0 * e.lower);
            EXPECT_DOUBLE_EQ(rate.upper, 4.0 * e.upper);
        }
    }
}

TEST(CountRate, StatusSaysWhatIsWrong) {
    const std::vector<double> x{3, -1, nan, infinity, 3, 3, 3, 3, 0, 50};
    const std::vector<double> exposure{5, 5, 5, 5, 0, -1, nan, infinity, 5, 5};
    const std::vector<Status> expected{Status::ok,
                                       Status::negative_value,
                                       Status::missing_value,
                                       Status::not_finite,
                                       Status::no_denominator,
                                       Status::negative_value,
                                       Status::missing_value,
                                       Status::not_finite,
                                       Status::ok,
                                       Status::ok};
    for (const Method method : {Method::exact, Method::public_health, Method::mid_p}) {
        std::vector<double> value(x.size()), lower(x.size()), upper(x.size());
        std::vector<Status> status(x.size());
        estimate_rate_into(x, exposure, {0.95, method, 10.0}, {value, lower, upper, status});
        EXPECT_EQ(status, expected);
        for (std::size_t i = 0; i < x.size(); ++i) {
            for (const double result : {value[i], lower[i], upper[i]})
                EXPECT_EQ(std::isnan(result), status[i] != Status::ok);
        }
    }
    EXPECT_EQ(estimate_rate(1, 2, {0.95, Method::exact, 0.0}).status, Status::invalid_option);
}

TEST(CountRate, SameBitsForAnyPartition) {
    std::mt19937_64 random(7);
    std::vector<double> x(4000);
    for (std::size_t i = 0; i < x.size(); ++i)
        x[i] = std::floor(std::pow(10.0, static_cast<double>(random() % 600) / 100.0)) - 1.0;
    x[777] = nan;
    x[2000] = 0.37;
    for (const Method method : {Method::exact, Method::byar, Method::public_health, Method::mid_p}) {
        std::vector<double> value(x.size()), lower(x.size()), upper(x.size());
        std::vector<Status> status(x.size());
        estimate_count_into(x, {0.998, method}, {value, lower, upper, status});
        for (std::size_t i = 0; i < x.size(); ++i) {
            const Estimate e = estimate_count(x[i], {0.998, method});
            EXPECT_EQ(e.status, status[i]);
            EXPECT_TRUE(e.lower == lower[i] || (std::isnan(e.lower) && std::isnan(lower[i]))) << x[i];
            EXPECT_TRUE(e.upper == upper[i] || (std::isnan(e.upper) && std::isnan(upper[i]))) << x[i];
        }
    }
}

TEST(CountRate, AllocatesNothing) {
    const std::vector<double> x{0, 5, 700, 1e5};
    std::vector<double> lower(4), upper(4);
    const long before = allocations();
    for (const Method method : {Method::exact, Method::byar, Method::public_health, Method::mid_p}) {
        estimate_count_into(x, {0.95, method}, {{}, lower, upper, {}});
    }
    EXPECT_EQ(allocations(), before);
}

TEST(CountRate, WrongArgumentsThrow) {
    const std::vector<double> x{1, 2}, exposure{3};
    EXPECT_EQ(reference::code_of([&] { estimate_rate_into(x, exposure, {}, {}); }), "wrong-length");
    EXPECT_EQ(reference::code_of([&] { estimate_rate_into(x, x, {0.95, Method::exact, 0.0}, {}); }), "not-positive");
    EXPECT_EQ(reference::code_of([&] { estimate_count_into(x, {0.0, Method::exact}, {}); }), "not-a-confidence-level");
}

}  // namespace
