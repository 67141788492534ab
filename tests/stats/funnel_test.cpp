#include <ontrack/stats/funnel.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/count_rate.hpp>
#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/quantiles.hpp>

#include "reference/code_of.hpp"
#include "reference/funnel.hpp"
#include "stats/drawn_funnel.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

const std::vector<FunnelLimits> for_proportions{FunnelLimits::score, FunnelLimits::wilson, FunnelLimits::arcsine};
const std::vector<FunnelLimits> for_counts{FunnelLimits::score, FunnelLimits::exact, FunnelLimits::exact_around,
                                           FunnelLimits::log, FunnelLimits::root};

FunnelOptions of(FunnelStatistic statistic, FunnelLimits limits) {
    FunnelOptions options;
    options.statistic = statistic;
    options.limits = limits;
    return options;
}

const std::vector<double> events{3, 12, 40, 9, 0, 77, 25, 160};
const std::vector<double> base{30, 80, 150, 100, 20, 400, 90, 700};

TEST(Funnel, LimitsEncloseTheTargetAndCloseUpOnIt) {
    for (const FunnelStatistic statistic :
         {FunnelStatistic::proportion, FunnelStatistic::rate, FunnelStatistic::ratio}) {
        for (const FunnelLimits limits : statistic == FunnelStatistic::proportion ? for_proportions : for_counts) {
            FunnelOptions options = of(statistic, limits);
            options.target = 0.2;
            double width = 1e9;
            for (const double n : {8.0, 20.0, 100.0, 1000.0, 1e5}) {
                const Drawn drawn({0.2 * n}, {n}, options);
                EXPECT_LT(drawn.lower[0], 0.2);
                EXPECT_GT(drawn.upper[0], 0.2);
                EXPECT_LE(drawn.outer_lower[0], drawn.lower[0]);
                EXPECT_GT(drawn.outer_upper[0], drawn.upper[0]);
                EXPECT_GE(drawn.outer_lower[0], 0.0);
                EXPECT_LT(drawn.upper[0] - drawn.lower[0], width);
                width = drawn.upper[0] - drawn.lower[0];
                EXPECT_EQ(drawn.comparison[0], Comparison::similar);
            }
            // All are normal in the end.
            const double s = std::sqrt((statistic == FunnelStatistic::proportion ? 0.2 * 0.8 : 0.2) / 1e5);
            // The arcsine is the exact variance of no share but in the end of all.
            EXPECT_NEAR(width, 2.0 * normal_quantile(0.975) * s, 0.01 * s);
        }
    }
}

TEST(Funnel, ExactLimitsInvertThePoissonTest) {
    FunnelOptions options = of(FunnelStatistic::ratio, FunnelLimits::exact);
    const std::vector<double> expected{0.5, 2.0, 4.0, 9.3, 60.0, 2345.0};
    const Drawn drawn(std::vector<double>(expected.size(), 1.0), expected, options);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double low = drawn.lower[i] * expected[i];
        const double high = drawn.upper[i] * expected[i];
        if (low > 0.0) {
            EXPECT_NEAR(gamma_upper(expected[i], low + 1.0), 0.025, 1e-11);
            // On whole numbers: the limit lies between the last that is significant and the next.
            EXPECT_LE(reference::poisson_at_most(std::floor(low), expected[i]), 0.025 + 1e-12);
            EXPECT_GT(reference::poisson_at_most(std::floor(low) + 1.0, expected[i]), 0.025);
        } else {
            EXPECT_GT(std::exp(-expected[i]), 0.025);
        }
        EXPECT_NEAR(gamma_cdf(expected[i], high), 0.025, 1e-11);
        EXPECT_LE(1.0 - reference::poisson_at_most(std::ceil(high) - 1.0, expected[i]), 0.025 + 1e-12);
    }
}

TEST(Funnel, EventFunnelIsTheSameCurve) {
    FunnelOptions options = of(FunnelStatistic::rate, FunnelLimits::exact);
    options.target = 0.004;
    options.per = 1000.0;
    const Drawn drawn(events, base, options);
    for (const double x : {1.0, 7.0, 30.0, 812.0}) {
        const EventFunnel curve = event_funnel(x, drawn.funnel, options);
        const Drawn on({x, x}, {curve.lower_base, curve.outer_upper_base}, options);
        EXPECT_NEAR(on.lower[0], on.value[0], 1e-9 * on.value[0]) << x;
        EXPECT_NEAR(on.outer_upper[1], on.value[1], 1e-9 * on.value[1]) << x;
    }
    EXPECT_EQ(event_funnel(nan, drawn.funnel, options).status, Status::missing_value);
}

TEST(Funnel, PoolsTheTargetAndLeavesBadPointsOut) {
    const std::vector<double> x{5, 7, nan, -1, 9}, n{50, 60, 10, 10, 8};
    const Drawn drawn(x, n, of(FunnelStatistic::proportion, FunnelLimits::score));
    EXPECT_DOUBLE_EQ(drawn.funnel.target, 12.0 / 110.0);
    const std::vector<Status> expected{Status::ok, Status::ok, Status::missing_value, Status::negative_value,
                                       Status::above_denominator};
    EXPECT_EQ(drawn.status, expected);
    for (std::size_t i = 0; i < x.size(); ++i) {
        EXPECT_EQ(std::isnan(drawn.lower[i]), expected[i] != Status::ok);
        EXPECT_EQ(drawn.comparison[i] == Comparison::not_compared, expected[i] != Status::ok);
    }
    EXPECT_EQ(Drawn(x, n, of(FunnelStatistic::ratio, FunnelLimits::exact)).funnel.target, 1.0);
    EXPECT_EQ(Drawn({0, 0}, {5, 6}, of(FunnelStatistic::rate, FunnelLimits::exact)).funnel.status,
              Status::too_few_events);
    EXPECT_EQ(Drawn({5, 6}, {5, 6}, of(FunnelStatistic::proportion, FunnelLimits::score)).funnel.status,
              Status::no_variation);
    EXPECT_EQ(Drawn({nan}, {5}, of(FunnelStatistic::proportion, FunnelLimits::score)).funnel.status,
              Status::no_denominator);
}

TEST(Funnel, MinimumEventsKeepsAPointOffButInTheTarget) {
    FunnelOptions options = of(FunnelStatistic::rate, FunnelLimits::exact);
    options.minimum_events = 10.0;
    const Drawn drawn(events, base, options);
    EXPECT_EQ(drawn.status[0], Status::too_few_events);
    EXPECT_EQ(drawn.comparison[0], Comparison::not_compared);
    EXPECT_EQ(drawn.status[1], Status::ok);
    EXPECT_DOUBLE_EQ(drawn.funnel.target, 326.0 / 1570.0);
}

TEST(Funnel, UnitAndPolarityChangeNothingElse) {
    for (const FunnelLimits limits : for_counts) {
        FunnelOptions options = of(FunnelStatistic::rate, limits);
        const Drawn plain(events, base, options);
        options.per = 1000.0;
        options.better = Better::low;
        std::vector<double> thousands = base;
        for (double& n : thousands) n *= 64.0;
        const Drawn other(events, thousands, options);
        for (std::size_t i = 0; i < events.size(); ++i) {
            EXPECT_NEAR(other.lower[i] * 64.0 / 1000.0, plain.lower[i], 1e-12);
            EXPECT_NEAR(other.outer_upper[i] * 64.0 / 1000.0, plain.outer_upper[i], 1e-12);
            EXPECT_EQ(other.comparison[i] == Comparison::best, plain.comparison[i] == Comparison::lowest);
            EXPECT_EQ(other.comparison[i] == Comparison::worse, plain.comparison[i] == Comparison::higher);
        }
    }
}

TEST(Funnel, ProportionsMirror) {
    std::vector<double> others(events.size());
    for (std::size_t i = 0; i < events.size(); ++i) others[i] = base[i] - events[i];
    for (const FunnelLimits limits : for_proportions) {
        for (const Overdispersion overdispersion : {Overdispersion::none, Overdispersion::additive}) {
            FunnelOptions options = of(FunnelStatistic::proportion, limits);
            if (limits != FunnelLimits::wilson) options.overdispersion = overdispersion;
            const Drawn drawn(events, base, options);
            const Drawn mirror(others, base, options);
            for (std::size_t i = 0; i < events.size(); ++i) {
                EXPECT_NEAR(mirror.upper[i], 1.0 - drawn.lower[i], 1e-13);
                EXPECT_NEAR(mirror.outer_lower[i], 1.0 - drawn.outer_upper[i], 1e-13);
            }
        }
    }
}

TEST(Funnel, OverdispersionWidens) {
    const std::vector<double> x{10, 90, 45, 60, 20, 120, 30, 75}, n(8, 500.0);
    for (const FunnelLimits limits : {FunnelLimits::score, FunnelLimits::log, FunnelLimits::root}) {
        FunnelOptions options = of(FunnelStatistic::rate, limits);
        const Drawn plain(x, n, options);
        EXPECT_GT(plain.funnel.dispersion.ratio, 1.0);
        for (const Overdispersion overdispersion : {Overdispersion::additive, Overdispersion::multiplicative}) {
            options.overdispersion = overdispersion;
            const Drawn wide(x, n, options);
            EXPECT_LT(wide.lower[0], plain.lower[0]);
            EXPECT_GT(wide.upper[0], plain.upper[0]);
            // With equal bases both widen the standard error to φ-fold variance, but for one degree of freedom.
            const double phi = wide.funnel.dispersion.ratio;
            const double factor = overdispersion == Overdispersion::additive ? phi * 8.0 / 7.0 : phi;
            if (limits == FunnelLimits::log) {
                EXPECT_NEAR(
                    std::log(wide.upper[0] / wide.funnel.target) / std::log(plain.upper[0] / plain.funnel.target),
                    std::sqrt(factor), 1e-12);
            }
        }
        const Drawn calm({50, 51, 52, 50, 49, 51, 50, 51}, n, options);
        EXPECT_EQ(calm.funnel.dispersion.between_variance, 0.0);
        options.overdispersion = Overdispersion::none;
        EXPECT_EQ(calm.lower, Drawn({50, 51, 52, 50, 49, 51, 50, 51}, n, options).lower);
    }
}

TEST(Funnel, APointWithoutEventsHasLimitsButNoLogScore) {
    FunnelOptions options = of(FunnelStatistic::rate, FunnelLimits::log);
    options.overdispersion = Overdispersion::additive;
    const Drawn drawn(events, base, options);
    EXPECT_EQ(drawn.status[4], Status::ok);
    EXPECT_TRUE(std::isnan(drawn.z[4]));
    EXPECT_TRUE(std::isfinite(drawn.lower[4]));
    EXPECT_EQ(drawn.funnel.dispersion.points, 7U);
}

TEST(Funnel, LinesAreThoseOfThePoints) {
    FunnelOptions options = of(FunnelStatistic::ratio, FunnelLimits::root);
    options.overdispersion = Overdispersion::additive;
    options.per = 100.0;
    const Drawn drawn(events, base, options);
    std::vector<double> lower(base.size()), outer(base.size());
    FunnelColumns columns;
    columns.lower = lower;
    columns.outer_upper = outer;
    funnel_lines_into(drawn.funnel, base, options, columns);
    EXPECT_EQ(lower, drawn.lower);
    EXPECT_EQ(outer, drawn.outer_upper);
}

TEST(Funnel, AsFunnelPlotRDrawsThem) {
    const double z = normal_quantile(0.975);
    const std::vector<double> x{30, 50, 0}, n{40, 40, 40};
    const Drawn root(x, n, of(FunnelStatistic::ratio, FunnelLimits::root));
    const Drawn plain(x, n, of(FunnelStatistic::ratio, FunnelLimits::root_not_squared));
    EXPECT_DOUBLE_EQ(plain.upper[0], 1.0 + z / (2.0 * std::sqrt(40.0)));
    EXPECT_DOUBLE_EQ(root.upper[0], plain.upper[0] * plain.upper[0]);
    EXPECT_DOUBLE_EQ(root.lower[0], plain.lower[0] * plain.lower[0]);
    EXPECT_EQ(root.z[0], plain.z[0]);
    // A ratio of two counts: the target is pooled, and a point without events has a score.
    const Drawn counts(x, n, of(FunnelStatistic::ratio, FunnelLimits::log_of_counts));
    EXPECT_DOUBLE_EQ(counts.funnel.target, 80.0 / 120.0);
    EXPECT_DOUBLE_EQ(counts.upper[0], 80.0 / 120.0 * std::exp(z / (2.0 * std::sqrt(40.0))));
    const double s = std::sqrt(30.0 / (30.5 * 30.5) + 40.0 / (40.5 * 40.5));
    EXPECT_DOUBLE_EQ(counts.z[0], std::log(30.5 / 40.5 / (80.0 / 120.0)) / s);
    EXPECT_TRUE(std::isfinite(counts.z[2]));
}

TEST(Funnel, ClassesAreTheSameWithoutLines) {
    for (const FunnelLimits limits : for_counts) {
        const FunnelOptions options = of(FunnelStatistic::rate, limits);
        std::vector<Comparison> comparison(events.size());
        FunnelColumns columns;
        columns.comparison = comparison;
        funnel_into(events, base, options, columns);
        EXPECT_EQ(comparison, Drawn(events, base, options).comparison);
    }
}

TEST(Funnel, RoundedNormalQuantiles) {
    FunnelOptions options = of(FunnelStatistic::rate, FunnelLimits::score);
    options.z_decimals = 2;
    options.target = 1.0;
    const Drawn drawn({100}, {100}, options);
    EXPECT_DOUBLE_EQ(drawn.upper[0], 1.0 + 1.96 / 10.0);
    EXPECT_DOUBLE_EQ(drawn.outer_upper[0], 1.0 + 3.09 / 10.0);
}

TEST(Funnel, WrongArgumentsThrow) {
    const auto code = [](const FunnelOptions& options) {
        return reference::code_of([&] { return funnel_into(events, base, options, {}); });
    };
    EXPECT_EQ(code(of(FunnelStatistic::proportion, FunnelLimits::exact)), "not-for-this-statistic");
    EXPECT_EQ(code(of(FunnelStatistic::rate, FunnelLimits::arcsine)), "not-for-this-statistic");
    FunnelOptions options = of(FunnelStatistic::rate, FunnelLimits::exact);
    options.overdispersion = Overdispersion::additive;
    EXPECT_EQ(code(options), "not-for-this-statistic");
    options = {};
    options.outer_confidence = 0.9;
    EXPECT_EQ(code(options), "not-a-confidence-level");
    options = {};
    options.per = 0.0;
    EXPECT_EQ(code(options), "not-positive");
    EXPECT_EQ(reference::code_of([] { return funnel_into(events, {}, {}, {}); }), "wrong-length");
}

}  // namespace
