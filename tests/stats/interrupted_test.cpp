#include <ontrack/stats/interrupted.hpp>

#include <cmath>

#include <gtest/gtest.h>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/log_linear.hpp>
#include <ontrack/stats/random.hpp>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TEST(Design, ColumnsByHand) {
    const Interruption events[] = {
        {InterruptionKind::step, 3, 1}, {InterruptionKind::slope, 3, 1}, {InterruptionKind::pulse, 1, 2}};
    const SeriesDesign design{4, true, {SeasonKind::effects, 4, 2, 2}, events};
    ASSERT_EQ(design_columns(design), 8U);
    const std::vector<double> rows = design_matrix(design, 5);
    const std::vector<double> expected{
        1, 0.00, 0, 1, 0, 0, 0.00, 0,  // third quarter
        1, 0.25, 0, 0, 1, 0, 0.00, 1,  // fourth
        1, 0.50, 0, 0, 0, 0, 0.00, 1,  // first
        1, 0.75, 1, 0, 0, 1, 0.00, 0,  // second
        1, 1.00, 0, 1, 0, 1, 0.25, 0,
    };
    EXPECT_EQ(rows, expected);
}

TEST(Design, HarmonicsAreOrthogonalOverAYear) {
    for (const int length : {4, 12, 7}) {
        const SeriesDesign design{length, false, {SeasonKind::harmonics, length, length / 2, 1}, {}};
        const std::size_t p = design_columns(design), n = static_cast<std::size_t>(length);
        EXPECT_EQ(p, n);  // all pairs are as many columns as effects
        const std::vector<double> rows = design_matrix(design, n);
        for (std::size_t j = 0; j < p; ++j)
            for (std::size_t k = 0; k < j; ++k) {
                double sum = 0.0;
                for (std::size_t t = 0; t < n; ++t) sum += rows[t * p + j] * rows[t * p + k];
                EXPECT_NEAR(sum, 0.0, 1e-13);
            }
    }
}

TEST(Design, WrongOptionsThrow) {
    const auto code = [](const SeriesDesign& design) {
        return reference::code_of([&] { return design_matrix(design, 10); });
    };
    const Interruption first[] = {{InterruptionKind::step, 0, 1}}, late[] = {{InterruptionKind::slope, 10, 1}};
    const Interruption none[] = {{InterruptionKind::pulse, 2, 0}}, pulse[] = {{InterruptionKind::pulse, 0, 1}};
    EXPECT_EQ(code({12, true, {}, first}), "not-a-period");
    EXPECT_EQ(code({12, true, {}, late}), "not-a-period");
    EXPECT_EQ(code({12, true, {}, none}), "not-a-period");
    EXPECT_EQ(code({12, true, {}, pulse}), "nothing");
    EXPECT_EQ(code({0, true, {}, {}}), "wrong-periods");
    EXPECT_EQ(code({12, true, {SeasonKind::effects, 1, 1, 0}, {}}), "not-a-season");
    EXPECT_EQ(code({12, true, {SeasonKind::effects, 12, 1, 12}, {}}), "not-a-season");
    EXPECT_EQ(code({12, true, {SeasonKind::harmonics, 12, 7, 0}, {}}), "not-a-season");
    EXPECT_EQ(code({12, true, {SeasonKind::none, 0, 0, 0}, {}}), "nothing");
}

TEST(Interrupted, TwoRatesOfAStepAreTheirRatio) {
    // Without trend and season the step is the ratio of the two rates, and its error is that of two Poisson counts.
    const std::vector<double> y{10, 12, 8, 14, 6, 5, 9}, e{1, 1, 1, 2, 1, 1, 2};
    const Interruption step[] = {{InterruptionKind::step, 4, 1}};
    const SeriesDesign design{12, false, {SeasonKind::none, 0, 0, 0}, step};
    const Interrupted found = interrupted(y, e, design, {.family = Family::poisson});
    const double ratio = (20.0 / 4.0) / (44.0 / 5.0), reach = 1.959963984540054 * std::sqrt(1.0 / 20.0 + 1.0 / 44.0);
    EXPECT_NEAR(found.effect[0], ratio, 1e-13);
    EXPECT_NEAR(found.effect_lower[0], ratio * std::exp(-reach), 1e-13);
    EXPECT_NEAR(found.effect_upper[0], ratio * std::exp(reach), 1e-13);
    EXPECT_NEAR(found.effect_p_value[0], 2.0 * normal_cdf(std::log(ratio) / reach * 1.959963984540054), 1e-13);
    for (std::size_t t = 0; t < 7; ++t) {
        EXPECT_NEAR(found.counterfactual[t], 44.0 / 5.0 * e[t], 1e-12);
        EXPECT_NEAR(found.change[t], t < 4 ? 1.0 : ratio, 1e-13);
        EXPECT_NEAR(found.change_upper[t], t < 4 ? 1.0 : ratio * std::exp(reach), 1e-12);
        EXPECT_NEAR(found.regression.fitted[t], found.counterfactual[t] * found.change[t], 1e-12);
    }
}

/// Five years of months with a trend, a season, a step of −20 % and a pulse of +50 %.
std::vector<double> made(std::uint64_t seed) {
    std::vector<double> y;
    for (std::size_t t = 0; t < 60; ++t) {
        const auto time = static_cast<double>(t);
        const double mean = 200.0 * std::exp(0.05 * time / 12.0 + 0.2 * std::sin(time * std::acos(-1.0) / 6.0)) *
                            (t >= 30 ? 0.8 : 1.0) * (t >= 40 && t < 43 ? 1.5 : 1.0);
        y.push_back(negative_binomial_quantile(uniform(seed, 5, t), mean, 100.0));
    }
    return y;
}

TEST(Interrupted, FindsWhatWasPutIn) {
    const Interruption events[] = {{InterruptionKind::step, 30, 1}, {InterruptionKind::pulse, 40, 3}};
    const SeriesDesign design{12, true, {SeasonKind::harmonics, 12, 1, 0}, events};
    std::vector<double> values;
    constexpr std::size_t series = 400;
    for (std::uint64_t seed = 0; seed < series; ++seed) {
        const auto y = made(seed);
        values.insert(values.end(), y.begin(), y.end());
    }
    std::vector<double> effect(2 * series), lower(2 * series), upper(2 * series);
    InterruptedColumns out;
    out.effect = effect;
    out.effect_lower = lower;
    out.effect_upper = upper;
    interrupted_into(60, values, {}, design, {.family = Family::negative_binomial, .confidence = 0.9}, out);
    const double truth[] = {0.8, 1.5};
    for (std::size_t k = 0; k < 2; ++k) {
        double inside = 0.0, logs = 0.0;
        for (std::size_t i = k; i < 2 * series; i += 2) {
            inside += lower[i] <= truth[k] && truth[k] <= upper[i];
            logs += std::log(effect[i] / truth[k]);
        }
        EXPECT_NEAR(logs / series, 0.0, 0.01) << k;
        EXPECT_NEAR(inside / series, 0.88, 0.06) << k;  // α̂ is a little low, and so is the coverage
    }
}

TEST(Interrupted, BatchIsTheSingleSeries) {
    const Interruption events[] = {{InterruptionKind::step, 30, 1}, {InterruptionKind::slope, 30, 1}};
    const SeriesDesign design{12, true, {}, events};
    std::vector<double> values = made(1), second = made(2);
    second[5] = nan;
    values.insert(values.end(), second.begin(), second.end());
    values.insert(values.end(), 60, 0.0);
    std::vector<double> change(180), counterfactual(180), upper(180), effect(6);
    std::vector<Status> status(3);
    InterruptedColumns out;
    out.regression.status = status;
    out.effect = effect;
    out.change = change;
    out.change_upper = upper;
    out.counterfactual = counterfactual;
    const RegressionOptions options{.lags = 3, .threads = 2};
    interrupted_into(60, values, {}, design, options, out);
    for (std::size_t i = 0; i < 2; ++i) {
        const Interrupted alone = interrupted(std::span(values).subspan(60 * i, 60), {}, design, options);
        EXPECT_EQ(alone.effect[1], effect[2 * i + 1]);
        for (std::size_t t = 0; t < 60; ++t) {
            EXPECT_EQ(alone.change[t], change[60 * i + t]);
            EXPECT_EQ(alone.change_upper[t], upper[60 * i + t]);
            EXPECT_EQ(alone.counterfactual[t], counterfactual[60 * i + t]);
        }
    }
    EXPECT_EQ(status[2], Status::too_few_events);
    EXPECT_TRUE(std::isnan(change[150]) && std::isnan(effect[5]) && std::isnan(counterfactual[150]));
    EXPECT_EQ(reference::code_of([&] {
                  interrupted_into(60, values, {}, {}, {}, {});
                  return 0;
              }),
              "no-interruption");
    EXPECT_EQ(reference::code_of([&] { return interrupted(std::span(values).first(20), {}, design, {}); }),
              "not-a-period");
}

TEST(LogLinear, FindsTheGrowth) {
    // Exactly 10 % a year: the likelihood's top is the truth.
    std::vector<double> y;
    for (std::size_t t = 0; t < 36; ++t) y.push_back(1000.0 * std::pow(1.1, static_cast<double>(t) / 12.0));
    const LogLinearTrend found = log_linear_trend(y, {}, {.regression = {.family = Family::poisson}});
    EXPECT_EQ(found.rate_ratio.status, Status::ok);
    EXPECT_NEAR(found.rate_ratio.value, 1.1, 1e-12);
    EXPECT_LT(found.p_value, 1e-10);
    EXPECT_LT(found.rate_ratio.lower, 1.1);
    EXPECT_GT(found.rate_ratio.upper, 1.1);
    const LogLinearTrend flat =
        log_linear_trend(std::vector<double>(36, 7.0), {}, {.regression = {.family = Family::poisson}});
    EXPECT_NEAR(flat.rate_ratio.value, 1.0, 1e-13);
    EXPECT_NEAR(flat.p_value, 1.0, 1e-9);
}

TEST(LogLinear, PanelIsTheSingleSeries) {
    std::vector<double> values, exposure;
    std::vector<std::int64_t> offsets{0};
    for (std::uint64_t i = 0; i < 30; ++i) {
        const std::size_t n = i < 20 ? 48 : i % 3 == 0 ? 10 : 40;
        for (std::uint64_t t = 0; t < n; ++t) {
            exposure.push_back(1.0 + uniform(3, i, t));
            values.push_back(uniform(4, i, t) < 0.05
                                 ? nan
                                 : negative_binomial_quantile(uniform(5, i, t), 20.0 * exposure.back(), 10.0));
        }
        offsets.push_back(static_cast<std::int64_t>(values.size()));
    }
    const LogLinearOptions options{.season = {SeasonKind::effects, 12, 1, 3},
                                   .regression = {.family = Family::negative_binomial, .lags = 10, .threads = 2}};
    std::vector<double> ratio(30), lower(30), p(30), fitted(values.size()), alpha(30);
    std::vector<Status> status(30);
    log_linear_trends_into({values, offsets}, exposure, options,
                           {{ratio, lower, {}, status}, p, {}, {}, {}, alpha, {}, {}, {}, fitted});
    for (std::size_t i = 0; i < 30; ++i) {
        const auto first = static_cast<std::size_t>(offsets[i]), n = static_cast<std::size_t>(offsets[i + 1]) - first;
        const LogLinearTrend alone =
            log_linear_trend(std::span(values).subspan(first, n), std::span(exposure).subspan(first, n), options);
        ASSERT_EQ(alone.rate_ratio.status, status[i]);
        EXPECT_EQ(status[i], n == 10 ? Status::too_few_points : Status::ok);
        if (n == 10) {
            EXPECT_TRUE(std::isnan(ratio[i]) && std::isnan(p[i]) && std::isnan(fitted[first]));
            continue;
        }
        EXPECT_EQ(alone.rate_ratio.value, ratio[i]);
        EXPECT_EQ(alone.rate_ratio.lower, lower[i]);
        EXPECT_EQ(alone.p_value, p[i]);
        EXPECT_EQ(alone.regression.alpha, alpha[i]);
        EXPECT_EQ(alone.regression.fitted[n - 1], fitted[first + n - 1]);
    }
}

TEST(LogLinear, WrongArgumentsThrow) {
    const std::vector<double> y(40, 3.0);
    const auto code = [&](const LogLinearOptions& options) {
        return reference::code_of([&] { return log_linear_trend(y, {}, options); });
    };
    EXPECT_EQ(code({.regression = {.family = Family::gaussian}}), "not-log-linear");
    EXPECT_EQ(code({.regression = {.confidence = 0.0}}), "not-a-confidence-level");
    EXPECT_EQ(code({.season = {SeasonKind::effects, 0, 1, 0}}), "not-a-season");
    EXPECT_EQ(reference::code_of([&] { return log_linear_trend(y, std::span(y).first(3)); }), "wrong-length");
    EXPECT_EQ(log_linear_trend({}).rate_ratio.status, Status::too_few_points);
}

}  // namespace
