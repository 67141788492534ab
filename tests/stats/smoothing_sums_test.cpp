#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/random.hpp>

#include "reference/smoothing.hpp"
#include "stats/allocations.hpp"
#include "stats/made_series.hpp"
#include "stats/smoothing_sums.hpp"
#include "stats/sum_model.hpp"
#include "stats/sum_scale.hpp"

namespace {

using namespace ontrack::stats;
using namespace ontrack::stats::detail;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Model {
    SumModel* sums;
    const char* name;
};
constexpr Model models[] = {
    {smoothing_sums, "smoothing"}, {log_smoothing_sums, "log_smoothing"}, {root_smoothing_sums, "root_smoothing"}};

std::vector<SumForecast> forecasts(SumModel* model, const std::vector<std::vector<double>>& series, std::size_t season,
                                   const std::vector<double>& weights) {
    std::vector<const double*> values;
    for (const auto& one : series) values.push_back(one.data());
    std::vector<SumForecast> out(series.size());
    model({values, series.front().size(), season, weights}, out);
    return out;
}
SumForecast forecast(SumModel* model, const std::vector<double>& series, std::size_t season,
                     const std::vector<double>& weights) {
    return forecasts(model, {series}, season, weights).front();
}

/// Mean, variance and their standard errors by simulation: jointly normal z with these means and moves.
struct Simulated {
    double mean, variance, mean_error, variance_error;
};
Simulated simulate(const SumPath& path, const std::vector<double>& weights, double error_variance, SumScale scale,
                   double shift) {
    constexpr std::uint64_t draws = 200'000;
    std::vector<double> totals;
    std::vector<double> errors(weights.size());
    for (std::uint64_t draw = 0; draw < draws; ++draw) {
        double total = 0.0;
        for (std::size_t h = 0; h < weights.size(); ++h) {
            errors[h] = std::sqrt(error_variance) * normal(11, draw, h);
            double z = path.mean[h];
            for (std::size_t i = 0; i <= h; ++i) z += path.move[h - i] * errors[i];
            const double y = scale == SumScale::identity ? z : scale == SumScale::log ? std::exp(z) : z * z;
            total += weights[h] * (y - shift);
        }
        totals.push_back(total);
    }
    const double n = static_cast<double>(draws);
    const double mean = std::accumulate(totals.begin(), totals.end(), 0.0) / n;
    double second = 0.0;
    double fourth = 0.0;
    for (const double total : totals) {
        const double square = (total - mean) * (total - mean);
        second += square / n;
        fourth += square * square / n;
    }
    return {mean, second, std::sqrt(second / n), std::sqrt((fourth - second * second) / n)};
}

TEST(SumScale, MomentsAreThoseOfASimulation) {
    SumPath path;
    const std::vector<double> weights{1.0, 1.0, 0.5, 0.0, 2.0, 1.0};
    for (const double alpha : {0.1, 0.8}) {
        for (std::size_t h = 0; h < weights.size(); ++h) {
            path.mean[h] = 2.0 + 0.1 * static_cast<double>(h);
            path.move[h] = h == 0 ? 1.0 : alpha + 0.05 * static_cast<double>(h);
        }
        path.horizon = weights.size();
        for (const SumScale scale : {SumScale::identity, SumScale::log, SumScale::root}) {
            const double shift = scale == SumScale::identity ? 0.0 : 0.7;
            SumMoments moments;
            moments_of(path, weights, 0.02, scale, shift, moments);
            const Simulated simulated = simulate(path, weights, 0.02, scale, shift);
            EXPECT_NEAR(moments.mean, simulated.mean, 4.0 * simulated.mean_error);
            EXPECT_NEAR(moments.variance, simulated.variance, 4.0 * simulated.variance_error);
        }
    }
}

/// Two periods by hand: Var(y₁ + y₂) = σ²((1 + α)² + 1); e^z: lognormal.
TEST(SumScale, TwoPeriodsByHand) {
    SumPath path{.horizon = 2, .mean = {1.0, 2.0}, .move = {1.0, 0.5}};
    const std::vector<double> both{1.0, 1.0};
    SumMoments moments;
    moments_of(path, both, 4.0, SumScale::identity, 0.0, moments);
    EXPECT_DOUBLE_EQ(moments.mean, 3.0);
    EXPECT_DOUBLE_EQ(moments.variance, 4.0 * (1.5 * 1.5 + 1.0));
    moments_of(path, both, 0.04, SumScale::log, 0.0, moments);
    const double first = std::exp(1.0 + 0.5 * 0.04);
    const double second = std::exp(2.0 + 0.5 * 0.04 * 1.25);
    EXPECT_DOUBLE_EQ(moments.mean, first + second);
    EXPECT_NEAR(
        moments.variance,
        first * first * std::expm1(0.04) + second * second * std::expm1(0.05) + 2.0 * first * second * std::expm1(0.02),
        1e-12);
    moments_of(path, {both.data(), 1}, 0.04, SumScale::root, 0.0, moments);
    EXPECT_DOUBLE_EQ(moments.mean, 1.04);
    EXPECT_DOUBLE_EQ(moments.variance, 4.0 * 0.04 + 2.0 * 0.04 * 0.04);
}

/// The gains of a form for one series, complete from its first value, as the model finds them: around the mean.
reference::Gains gains_of(const std::vector<double>& centred, EtsForm form, std::size_t season) {
    const EtsKernels& kernels = ets_kernels();
    const auto room = std::make_unique<EtsRoom>();
    const auto fit = std::make_unique<EtsFit>();
    alignas(64) double values[max_history * most_lanes];
    for (std::size_t t = 0; t < centred.size(); ++t)
        for (std::size_t lane = 0; lane < kernels.lanes; ++lane) values[t * kernels.lanes + lane] = centred[t];
    kernels.fit(form, {values, nullptr, centred.size(), season}, *room, *fit);
    return {fit->alpha[0], fit->beta[0], fit->gamma[0], fit->phi[0]};
}

/// Mean and variance of every form: the recursion into the future, each future error put in, the parameters by differences.
TEST(SmoothingSums, MeanAndVarianceOfATotalAreTheTwins) {
    std::vector<double> weights(17, 1.0);  // beyond a season
    weights[2] = 0.0;
    weights[15] = 0.25;
    for (unsigned seed = 0; seed < 24; ++seed) {
        const std::size_t season = seed % 2 == 0 ? 12 : 4;
        const std::vector<double> series = made_series(seed, 5 * season + seed % 5, season, false);
        double mean = 0.0;
        for (const double value : series) mean += value;
        mean /= static_cast<double>(series.size());
        std::vector<double> centred(series);
        for (double& value : centred) value -= mean;
        for (const EtsForm form : all_forms) {
            const reference::Gains gains = gains_of(centred, form, season);
            const std::size_t places = form.season ? season : 1;
            const reference::States start = reference::best_start(centred, places, form.trend, gains);
            const reference::SmoothRun run = reference::run(centred, start, gains);
            const auto total = [&](const std::vector<long double>& errors) {
                const auto coming = reference::coming(run.end, gains, errors);
                return std::inner_product(weights.begin(), weights.end(), coming.begin(), 0.0L);
            };
            std::vector<long double> errors(weights.size());
            const long double expected = total(errors);
            const double parameters =
                1.0 + static_cast<double>(places) + (form.trend ? 3.0 : 0.0) + (form.season ? 1.0 : 0.0);
            const long double error_variance =
                run.sum_of_squares() / (static_cast<long double>(series.size()) - parameters);
            long double variance =
                reference::parameter_variance(centred, places, form.trend, gains, weights, error_variance);
            for (long double& error : errors) {
                error = 1.0L;
                variance += error_variance * std::pow(total(errors) - expected, 2.0L);
                error = 0.0L;
            }
            const double* const values[] = {series.data()};
            std::array<SumForecast, 1> got{};
            smooth({values, series.size(), season, weights}, SumScale::identity, {&form, 1}, got);
            const double base = mean * std::accumulate(weights.begin(), weights.end(), 0.0);
            EXPECT_NEAR(got[0].mean / (base + static_cast<double>(expected)), 1.0, 1e-8) << seed;
            EXPECT_NEAR(got[0].variance / static_cast<double>(variance), 1.0, 1e-4) << seed;
        }
    }
}

TEST(SmoothingSums, AreWhatTheSeriesIsScaledBy) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const std::vector<double> series = made_series(seed, 60, 12, seed % 3 == 0);
        std::vector<double> larger = series;
        for (double& value : larger) value *= 1024.0;
        for (const auto& [model, name] : models) {
            const SumForecast one = forecast(model, series, 12, std::vector<double>(6, 1.0));
            const SumForecast other = forecast(model, larger, 12, std::vector<double>(6, 1.0));
            EXPECT_NEAR(other.mean / one.mean, 1024.0, 1e-5) << name;
            EXPECT_NEAR(other.variance / one.variance, 1024.0 * 1024.0, 1.0) << name;
        }
    }
}

TEST(SmoothingSums, FollowASeasonAndALevel) {
    std::vector<double> series;
    for (std::size_t t = 0; t < 60; ++t) series.push_back(1000.0 + (t % 12 == 5 ? 500.0 : 0.0) + 5.0 * normal(3, 0, t));
    std::vector<double> weights(12, 0.0);
    weights[5] = 1.0;
    for (const auto& [model, name] : models) {
        const SumForecast peak = forecast(model, series, 12, weights);
        EXPECT_NEAR(peak.mean, 1500.0, 10.0) << name;
        EXPECT_NEAR(std::sqrt(peak.variance), 5.5, 4.0) << name;
        const SumForecast year = forecast(model, series, 12, std::vector<double>(12, 1.0));
        EXPECT_NEAR(year.mean, 12'500.0, 60.0) << name;
    }
}

/// Half a year of the model's own process: the interval covers what it says.
TEST(SmoothingSums, CoverWhatTheySay) {
    int covered = 0;
    constexpr int trials = 800;
    for (std::uint64_t trial = 0; trial < trials; ++trial) {
        double level = 100.0;
        std::vector<double> series;
        for (std::uint64_t t = 0; t < 66; ++t) {
            const double error = 10.0 * normal(21, trial, t);
            series.push_back(level + (t % 12 < 6 ? 20.0 : -20.0) + error);
            level += 0.3 * error;
        }
        const double total = std::accumulate(series.end() - 6, series.end(), 0.0);
        series.resize(60);
        const SumForecast got = forecast(smoothing_sums, series, 12, std::vector<double>(6, 1.0));
        covered += std::abs(total - got.mean) <= 1.2816 * std::sqrt(got.variance);
    }
    EXPECT_NEAR(covered / static_cast<double>(trials), 0.80, 0.04);
}

TEST(SmoothingSums, ShortSeriesFallBackToNoSeasonAndThenToAReason) {
    for (const auto& [model, name] : models) {
        EXPECT_EQ(forecast(model, {5.0, nan, 7.0, 6.0}, 12, {1.0}).status, Status::too_few_points) << name;
        EXPECT_EQ(forecast(model, {nan, nan, nan, nan}, 12, {1.0}).status, Status::too_few_points) << name;
        const SumForecast without_season = forecast(model, {5, 6, 7, 6, 5, 7, 6, 5, 6, 7}, 12, {1.0});
        EXPECT_EQ(without_season.status, Status::ok) << name;
        EXPECT_NEAR(without_season.mean, 6.0, 1.0) << name;
    }
}

TEST(SmoothingSums, AllWithinRangeHasAFiniteAnswer) {
    const std::vector<double> weights{1.0, 1.0, 1.0};
    for (const auto& [model, name] : models) {
        for (const double value : {0.0, 25.0, 1e12, 0x1p53}) {
            const SumForecast constant = forecast(model, std::vector<double>(36, value), 12, weights);
            EXPECT_EQ(constant.status, Status::ok) << name;
            EXPECT_NEAR(constant.mean, 3.0 * value, 1e-9 * value) << name;
            EXPECT_EQ(constant.variance, 0.0) << name;
        }
        for (std::size_t size : {5U, 12U, 13U, 24U, 36U, 255U, 256U}) {
            for (const std::size_t season : {1U, 2U, 4U, 7U, 12U, 52U, 60U}) {
                std::vector<double> rare(size, 0.0), line(size), huge(size), periodic(size);
                rare[size / 2] = 1.0;
                for (std::size_t t = 0; t < size; ++t) {
                    line[t] = 3.0 * static_cast<double>(t);
                    huge[t] = 1e12 + static_cast<double>(t * t % 7);
                    periodic[t] = static_cast<double>(t % season);
                }
                for (const auto& series : {rare, line, huge, periodic}) {
                    const SumForecast got = forecast(model, series, season, weights);
                    // Of what has hardly any events the logarithm says nothing.
                    if (model == log_smoothing_sums && got.status == Status::too_few_events) {
                        EXPECT_TRUE(series[0] < 1e12 && std::isnan(got.mean)) << size << ' ' << season;
                        continue;
                    }
                    EXPECT_EQ(got.status, Status::ok) << name << ' ' << size << ' ' << season;
                    EXPECT_TRUE(std::isfinite(got.mean) && got.variance >= 0.0) << name << ' ' << size;
                }
            }
        }
    }
    EXPECT_EQ(forecast(log_smoothing_sums, {-1.0, 2, 3, 4, 5, 6, 7, 8}, 1, weights).status, Status::negative_value);
    EXPECT_EQ(forecast(smoothing_sums, {-1.0, 2, 3, 2, 5, 6, 7, 8}, 1, weights).status, Status::ok);
}

TEST(SmoothingSums, NothingDependsOnTheCompany) {
    std::vector<std::vector<double>> series;
    for (unsigned seed = 0; seed < max_together; ++seed) {
        series.push_back(made_series(seed, 50, 12, seed % 3 == 0));
        for (std::size_t t = 0; t < seed % 5; ++t) series.back()[t] = nan;
        if (seed % 9 == 4) series.back()[20] = 0.0;
    }
    const std::vector<double> weights(7, 1.0);
    const auto bits = [](const SumForecast& one) {
        return std::vector{std::bit_cast<std::uint64_t>(one.mean), std::bit_cast<std::uint64_t>(one.variance),
                           std::bit_cast<std::uint64_t>(one.score), static_cast<std::uint64_t>(one.status)};
    };
    for (const auto& [model, name] : models) {
        const auto together = forecasts(model, series, 12, weights);
        for (std::size_t i = 0; i < series.size(); ++i)
            EXPECT_EQ(bits(together[i]), bits(forecast(model, series[i], 12, weights))) << name << ' ' << i;
    }
}

TEST(SmoothingSums, AllocateNothing) {
    const std::vector<double> series = made_series(1, 60, 12, false);
    const std::vector<double> weights(6, 1.0);
    const double* const values[] = {series.data()};
    std::array<SumForecast, 1> out;
    const long before = allocations();
    for (const auto& [model, name] : models) model({values, 60, 12, weights}, out);
    EXPECT_EQ(allocations() - before, 0);
}

}  // namespace
