#include <ontrack/stats/estimate.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/base/error.hpp>
#include <ontrack/stats/count_rate.hpp>
#include <ontrack/stats/difference.hpp>
#include <ontrack/stats/proportion.hpp>
#include <ontrack/stats/ratio.hpp>
#include <ontrack/stats/survey.hpp>

namespace {

using namespace ontrack::stats;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::array extremes{-1.0,
                              -0.0,
                              0.0,
                              5e-324,
                              1e-310,
                              1e-20,
                              0.3,
                              1.0,
                              2.0,
                              9.999,
                              1e3,
                              1e10,
                              1e17,
                              1e100,
                              1e300,
                              1.7976931348623157e308,
                              infinity,
                              -infinity,
                              std::numeric_limits<double>::quiet_NaN()};

void expect_sound(const Estimate& e, double a, double b) {
    const bool numbers = !std::isnan(e.value) && !std::isnan(e.lower) && !std::isnan(e.upper);
    EXPECT_EQ(numbers, e.status == Status::ok) << a << ' ' << b << ' ' << to_string(e.status);
    if (numbers) {
        EXPECT_LE(e.lower, e.upper) << a << ' ' << b;
    }
}

TEST(Estimate, NotANumberIsNeverOk) {
    for (const double a : extremes) {
        for (const double b : extremes) {
            for (const double confidence : {0.5, 0.95, 0.998, 1.0 - 1e-15}) {
                for (const auto method : {ProportionMethod::wilson, ProportionMethod::wilson_continuity_corrected,
                                          ProportionMethod::agresti_coull, ProportionMethod::clopper_pearson,
                                          ProportionMethod::mid_p, ProportionMethod::jeffreys}) {
                    expect_sound(estimate_proportion(a, b, {confidence, method}), a, b);
                    expect_sound(estimate_survey_proportion(a, b, {2.0, 1e18}, {confidence, method}), a, b);
                }
                for (const auto method : {CountMethod::exact, CountMethod::public_health}) {
                    const Estimate e = estimate_rate(a, b, {confidence, method, 1e5});
                    if (e.status != Status::limit_undefined) expect_sound(e, a, b);
                    std::array<double, 1> lower{}, upper{};
                    std::array<Status, 1> status{};
                    estimate_rate_into(std::array{a}, std::array{b}, {confidence, method, 1e5},
                                       {{}, lower, upper, status});
                    EXPECT_EQ(status[0], e.status) << a << ' ' << b;
                }
            }
        }
    }
}

TEST(Estimate, NotANumberIsNeverOkForTwo) {
    constexpr std::array some{0.0, 5e-324, 0.3, 1.0, 7.0, 1e10, 1e100, 1e300, infinity};
    for (const double x1 : some) {
        for (const double n1 : some) {
            for (const double x2 : some) {
                for (const double n2 : {1.0, 20.0, 1e10, 1e300}) {
                    for (const auto method : {DifferenceMethod::newcombe, DifferenceMethod::miettinen_nurminen}) {
                        expect_sound(estimate_difference(x1, n1, x2, n2, {0.95, method}), x1, x2);
                    }
                    for (const auto method : {RiskRatioMethod::miettinen_nurminen, RiskRatioMethod::mover_wilson}) {
                        expect_sound(estimate_risk_ratio(x1, n1, x2, n2, {0.95, method}), x1, x2);
                    }
                    expect_sound(estimate_rate_ratio(x1, n1, x2, n2), x1, x2);
                    expect_sound(estimate_odds_ratio(x1, n1, x2, n2), x1, x2);
                    for (const auto method : {PairedMethod::newcombe, PairedMethod::tango}) {
                        expect_sound(estimate_paired_difference({x1, n1, x2, n2}, {0.95, method}), x1, x2);
                    }
                }
            }
        }
    }
}

TEST(Estimate, RequireOkNamesArgumentAndIndex) {
    require_ok(std::vector{Status::ok, Status::ok}, "x");
    try {
        require_ok(std::vector{Status::ok, Status::above_denominator}, "x");
        FAIL();
    } catch (const ontrack::DataError& error) {
        EXPECT_EQ(error.code(), "out-of-domain");
        EXPECT_EQ(error.where().key, "x[1]");
    }
}

}  // namespace
