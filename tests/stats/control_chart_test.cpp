#include <ontrack/stats/control_chart.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "reference/control_chart.hpp"

namespace {

using namespace ontrack::stats;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

struct Drawn {
    std::vector<double> value, centre, lower, upper, lower_warning, upper_warning;
    Status status;
};

Drawn draw(const ChartSeries& series, const ChartOptions& options) {
    const std::vector<double> blank(series.values.size(), -1.0);
    Drawn d{blank, blank, blank, blank, blank, blank, Status::ok};
    d.status = chart_into(series, options, {d.value, d.centre, d.lower, d.upper, d.lower_warning, d.upper_warning});
    return d;
}

ChartOptions of(Chart chart) {
    ChartOptions options;
    options.chart = chart;
    return options;
}

TEST(ControlChart, ConstantsOfTheTextbooks) {
    // Montgomery, appendix VI, to the digits printed: c4, and A3, B3, B4 as limits about x̄ = 0 and s̄ = 1.
    for (const auto& [n, printed] :
         {std::pair{2.0, 0.7979}, {3.0, 0.8862}, {4.0, 0.9213}, {5.0, 0.9400}, {10.0, 0.9727}, {25.0, 0.9896}})
        EXPECT_NEAR(c4(n), printed, 0.5e-4) << n;
    EXPECT_NEAR(c4(2.0), std::sqrt(2.0 / std::acos(-1.0)), 1e-15);
    EXPECT_NEAR(c4(1e6), 1.0 - 0.25e-6, 1e-12);
    EXPECT_TRUE(std::isnan(c4(1.0)));
    struct Printed {
        double n, a3, b3, b4;
    };
    for (const Printed& row :
         {Printed{2, 2.659, 0, 3.267}, {5, 1.427, 0, 2.089}, {10, 0.975, 0.284, 1.716}, {25, 0.606, 0.565, 1.435}}) {
        const std::vector<double> means{-1, 1, -1, 1}, ones(4, 1.0), sizes(4, row.n);
        const Drawn xbar = draw({means, sizes, ones}, of(Chart::xbar));
        EXPECT_NEAR(xbar.upper[0], row.a3, 0.5e-3);
        EXPECT_NEAR(xbar.lower[0], -row.a3, 0.5e-3);
        const Drawn s = draw({means, sizes, ones}, of(Chart::s));
        EXPECT_NEAR(s.lower[0], row.b3, 0.5e-3);
        EXPECT_NEAR(s.upper[0], row.b4, 0.5e-3);
    }
}

TEST(ControlChart, ShareOfDefectiveCans) {
    // Montgomery, example 7.1: 347 of 30 samples of 50; p̄ 0.2313, limits 0.0524 and 0.4102.
    std::vector<double> x(30, 12.0), n(30, 50.0);
    for (std::size_t i = 0; i < 13; ++i) x[i] = 11.0;
    const Drawn p = draw({x, n}, of(Chart::p));
    EXPECT_NEAR(p.centre[0], 0.2313, 0.5e-4);
    EXPECT_NEAR(p.lower[0], 0.0524, 0.5e-4);
    EXPECT_NEAR(p.upper[0], 0.4102, 0.5e-4);
}

TEST(ControlChart, AgreesWithThePrintedFormulas) {
    std::mt19937 random(23);
    std::poisson_distribution<int> count(20), base(300);
    for (int trial = 0; trial < 60; ++trial) {
        std::vector<double> x, n;
        for (int i = 0; i < 10 + trial; ++i) {
            n.push_back(base(random));
            x.push_back(count(random) + 1 + (trial % 4 == 0 && i == 4 ? 90 : 0));
        }
        for (const Chart chart : {Chart::xmr, Chart::p, Chart::p_prime, Chart::u, Chart::u_prime, Chart::c,
                                  Chart::c_prime, Chart::g, Chart::t, Chart::i_prime}) {
            for (const bool screened : {false, true}) {
                ChartOptions options = of(chart);
                options.screening = screened ? Screening::once : Screening::none;
                const Drawn fast = draw({x, n}, options);
                const auto slow = reference::slow_chart(chart, x, n, screened);
                ASSERT_EQ(fast.status, Status::ok);
                EXPECT_NEAR(fast.centre[0], slow.centre, 1e-12 * slow.centre);
                for (std::size_t i = 0; i < x.size(); ++i) {
                    const double size = std::abs(slow.upper[i]) + std::abs(slow.lower[i]);
                    EXPECT_NEAR(fast.lower[i], slow.lower[i], 1e-11 * size) << static_cast<int>(chart);
                    EXPECT_NEAR(fast.upper[i], slow.upper[i], 1e-11 * size) << static_cast<int>(chart);
                }
            }
        }
    }
}

TEST(ControlChart, PhasesAreChartsOfTheirOwn) {
    const std::vector<double> x{4, 6, 5, 7, 5, 9, 12, 11, 14, 10}, first{4, 6, 5, 7, 5}, second{9, 12, 11, 14, 10};
    const std::vector<std::uint8_t> starts{0, 0, 0, 0, 0, 1, 0, 0, 0, 0};
    for (const Chart chart : {Chart::run, Chart::xmr, Chart::mr, Chart::c, Chart::c_prime, Chart::g, Chart::t}) {
        const Drawn both = draw({x, {}, {}, {}, starts}, of(chart)), one = draw({first}, of(chart)),
                    two = draw({second}, of(chart));
        for (std::size_t i = 0; i < 5; ++i) {
            const auto same = [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); };
            EXPECT_TRUE(same(both.value[i], one.value[i]) && same(both.value[i + 5], two.value[i]))
                << static_cast<int>(chart);
            EXPECT_TRUE(same(both.centre[i], one.centre[i]) && same(both.centre[i + 5], two.centre[i]));
            EXPECT_TRUE(same(both.upper[i], one.upper[i]) && same(both.upper[i + 5], two.upper[i]));
            EXPECT_TRUE(same(both.lower[i], one.lower[i]) && same(both.lower[i + 5], two.lower[i]));
        }
    }
}

TEST(ControlChart, FreezeExcludeAndGhostTogether) {
    const std::vector<double> x{10, 12, 40, 11, 13, 90, 12, 50, 60};
    std::vector<PointUse> use(x.size(), PointUse::baseline);
    use[2] = PointUse::excluded;
    use[5] = PointUse::ghost;
    ChartOptions options;
    options.baseline_points = 7;
    const std::vector<double> kept{10, 12, 11, 13, 12};
    const Drawn joined = draw({x, {}, {}, use}, options), apart = draw({kept}, {});
    EXPECT_DOUBLE_EQ(joined.centre[0], apart.centre[0]);
    EXPECT_DOUBLE_EQ(joined.upper[8], apart.upper[0]);
    options.neighbours = Neighbours::parted;  // ranges 2 and 2 alone
    EXPECT_DOUBLE_EQ(draw({x, {}, {}, use}, options).upper[0], 11.6 + 2.66 * 2.0);
}

TEST(ControlChart, SayingThatEveryPointCountsChangesNoBit) {
    std::mt19937 random(9);
    std::normal_distribution<double> normal(0.3, 0.1);
    for (int trial = 0; trial < 50; ++trial) {
        std::vector<double> x(20);
        for (double& each : x) each = normal(random);
        if (trial % 3 == 0) x[7] += 2.0;
        if (trial % 7 == 0) x[19] = nan;
        const std::vector<PointUse> use(x.size(), PointUse::baseline);
        for (const Screening screening : {Screening::none, Screening::once, Screening::once_unless_flat}) {
            ChartOptions options;
            options.screening = screening;
            options.baseline_points = trial % 2 == 0 ? 0 : 12;
            const Drawn quick = draw({x}, options), whole = draw({x, {}, {}, use}, options);
            EXPECT_EQ(quick.centre, whole.centre);
            EXPECT_EQ(quick.lower, whole.lower);
            EXPECT_EQ(quick.upper, whole.upper);
        }
    }
}

TEST(ControlChart, ShiftAndScale) {
    const std::vector<double> x{3, 8, 5, 4, 9, 7, 6, 2};
    std::vector<double> moved;
    for (const double each : x) moved.push_back(4.0 * each + 32.0);
    const Drawn a = draw({x}, {}), b = draw({moved}, {});
    EXPECT_DOUBLE_EQ(b.upper[0], 4.0 * a.upper[0] + 32.0);
    EXPECT_DOUBLE_EQ(b.lower_warning[0], 4.0 * a.lower_warning[0] + 32.0);
    EXPECT_DOUBLE_EQ(b.centre[0], 4.0 * a.centre[0] + 32.0);
}

TEST(ControlChart, AFlatScreenedSeriesHasNoLimits) {
    const std::vector<double> x{1, 1, 1, 1, 2};
    ChartOptions options;
    options.screening = Screening::once;
    const Drawn flat = draw({x}, options);
    EXPECT_EQ(flat.status, Status::no_variation);
    EXPECT_DOUBLE_EQ(flat.centre[0], 1.2);
    EXPECT_TRUE(std::isnan(flat.lower[0]) && std::isnan(flat.upper[0]) && std::isnan(flat.upper_warning[0]));
    options.screening = Screening::once_unless_flat;
    EXPECT_EQ(draw({x}, options).status, Status::ok);
    EXPECT_DOUBLE_EQ(draw({x}, options).upper[0], 1.2 + 2.66 * 0.25);
    for (const double level : {0.1, 0.7, 100.0}) {
        const std::vector<double> constant(7, level);
        const Drawn d = draw({constant}, {});
        EXPECT_EQ(d.status, Status::no_variation);
        EXPECT_EQ(d.centre[3], level);  // exactly: no point is off the centre by rounding
    }
}

TEST(ControlChart, StatusSaysWhatIsWrong) {
    const std::vector<double> x{3, 4, 5, 4}, n{9, 9, 9, 9};
    const auto status = [&](Chart chart, std::vector<double> values, std::vector<double> base) {
        return draw({values, base}, of(chart)).status;
    };
    EXPECT_EQ(status(Chart::p, x, n), Status::ok);
    EXPECT_EQ(status(Chart::p, x, {}), Status::no_denominator);
    EXPECT_EQ(status(Chart::p, {3, 10, 5, 4}, n), Status::above_denominator);
    EXPECT_EQ(status(Chart::u, {3, -1, 5, 4}, n), Status::negative_value);
    EXPECT_EQ(status(Chart::u, x, {9, 0, 9, 9}), Status::no_denominator);
    EXPECT_EQ(status(Chart::u, {3, 0, 5, 4}, {9, 0, 9, 9}), Status::ok);  // nothing to happen, nothing happened: a gap
    EXPECT_EQ(status(Chart::c, {3, infinity, 5, 4}, {}), Status::not_finite);
    EXPECT_EQ(status(Chart::t, {3, 0, 5, 4}, {}), Status::not_positive);
    EXPECT_EQ(status(Chart::xmr, {3, nan, 5, nan}, {}), Status::too_few_points);  // no two neighbours
    EXPECT_EQ(status(Chart::xmr, {nan, nan}, {}), Status::too_few_points);
    EXPECT_EQ(status(Chart::xmr, {}, {}), Status::too_few_points);
    EXPECT_EQ(status(Chart::p, n, n), Status::no_variation);  // constant 100 %
    EXPECT_EQ(status(Chart::p_prime, n, n), Status::no_variation);
    EXPECT_EQ(status(Chart::c, {0, 0, 0}, {}), Status::no_variation);
    EXPECT_EQ(status(Chart::xbar, x, n), Status::invalid_option);  // no deviations
    EXPECT_TRUE(
        std::isnan(draw({std::vector<double>{3, 0, 5, 4}, std::vector<double>{9, 0, 9, 9}}, of(Chart::u)).value[1]));
}

TEST(ControlChart, SubgroupsOfUnequalSize) {
    const std::vector<double> values{1, 3, 2, 4, 6, nan, 5};
    const std::vector<std::int64_t> offsets{0, 2, 5, 7};
    std::vector<double> mean(3), deviation(3), size(3);
    subgroups_into({values, offsets}, mean, deviation, size);
    EXPECT_EQ(mean, (std::vector<double>{2, 4, 5}));
    EXPECT_DOUBLE_EQ(deviation[0], std::sqrt(2.0));
    EXPECT_DOUBLE_EQ(deviation[1], 2.0);
    EXPECT_TRUE(std::isnan(deviation[2]));
    const Drawn xbar = draw({mean, size, deviation}, of(Chart::xbar));
    EXPECT_DOUBLE_EQ(xbar.centre[0], 16.0 / 5.0);  // the single value has no deviation and is a gap
    EXPECT_NEAR(xbar.upper[0] - xbar.centre[0], 3.0 * std::sqrt((2.0 + 8.0) / 3.0) / (c4(2.0) * std::sqrt(2.0)), 1e-14);
}

}  // namespace
