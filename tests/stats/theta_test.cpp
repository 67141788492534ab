#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/random.hpp>

#include "reference/theta.hpp"
#include "stats/allocations.hpp"
#include "stats/made_series.hpp"
#include "stats/processor.hpp"
#include "stats/sum_model.hpp"
#include "stats/theta_kernels.hpp"
#include "stats/theta_path.hpp"

namespace {

using namespace ontrack::stats;
using namespace ontrack::stats::detail;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Bench {
    ThetaFit fit;
    alignas(64) double values[max_history * most_lanes];
    alignas(64) double seen[max_history * most_lanes];

    ThetaParameters run(const ThetaKernels& kernels, const std::vector<double>& series, bool is_dynamic,
                        std::size_t lane) {
        for (std::size_t t = 0; t < series.size(); ++t) {
            for (std::size_t i = 0; i < kernels.lanes; ++i) {
                const bool is_seen = !std::isnan(series[t]) || i != lane;
                const double own = is_seen ? series[t] : 0.0;
                values[t * kernels.lanes + i] = i == lane ? own : std::cos(static_cast<double>(t * (i + 1)));
                seen[t * kernels.lanes + i] = is_seen ? 1.0 : 0.0;
            }
        }
        kernels.fit({values, seen, series.size(), is_dynamic}, fit);
        return {fit.alpha[lane], fit.omega[lane], fit.start_level[lane]};
    }
};

std::vector<double> centred(unsigned seed, std::size_t size) {
    std::vector<double> series = made_series(seed, size, 1, false);
    const double mean = std::accumulate(series.begin(), series.end(), 0.0) / static_cast<double>(size);
    for (double& value : series) value -= mean;
    return series;
}

TEST(Theta, FindsTheLeastOfAFineGrid) {
    Bench bench;
    for (unsigned seed = 0; seed < 20; ++seed) {
        const std::vector<double> series = centred(seed, 12 + 3 * seed);
        for (const bool is_dynamic : {true, false}) {
            const ThetaParameters found = bench.run(theta_kernels(), series, is_dynamic, seed % theta_kernels().lanes);
            reference::Theta own{found.alpha, 0.0L, 0.0L, is_dynamic};
            const long double least = reference::objective(series, own);
            EXPECT_NEAR(found.omega, static_cast<double>(own.omega), 1e-6) << seed;
            EXPECT_NEAR(found.start_level, static_cast<double>(own.start_level),
                        1e-5 * (1.0 + std::abs(static_cast<double>(own.start_level))))
                << seed;
            for (int i = 0; i <= 89; ++i) {
                reference::Theta other{0.1L + 0.01L * i, 0.0L, 0.0L, is_dynamic};
                EXPECT_LE(static_cast<double>(least),
                          static_cast<double>(reference::objective(series, other)) * (1.0 + 1e-4))
                    << seed << ' ' << i;
            }
        }
    }
}

TEST(Theta, MeanAndVarianceOfATotalAreTheTwins) {
    const std::vector<double> weights{1.0, 0.5, 0.0, 1.0, 2.0, 1.0, 1.0};
    for (unsigned seed = 0; seed < 40; ++seed) {
        const std::vector<double> series = centred(seed, 12 + 2 * seed);
        for (const bool is_dynamic : {true, false}) {
            const ThetaParameters at{0.15 + 0.02 * seed, is_dynamic ? 0.9 - 0.02 * seed : 0.5, series[0]};
            const reference::Theta same{at.alpha, at.omega, at.start_level, is_dynamic};
            const ThetaTotal got = theta_total(series, at, is_dynamic, weights, 3.0);
            const reference::ThetaRun run = reference::run(series, same, std::vector<long double>(weights.size()));
            const long double mean = std::inner_product(weights.begin(), weights.end(), run.coming.begin(), 0.0L);
            const long double sigma = static_cast<long double>(got.sum_of_squares) /
                                      (static_cast<long double>(series.size()) - (is_dynamic ? 6.0L : 3.0L));
            const long double variance = sigma * reference::error_part(series, same, weights) +
                                         reference::parameter_part(series, same, weights, sigma);
            EXPECT_NEAR(got.mean, static_cast<double>(mean), 1e-9 * (1.0 + std::abs(series[0]))) << seed;
            EXPECT_NEAR(got.variance / static_cast<double>(variance), 1.0, 1e-6) << seed << is_dynamic;
            const auto used = run.errors.begin() + (is_dynamic ? 3 : 0);
            EXPECT_NEAR(
                got.sum_of_squares / static_cast<double>(std::inner_product(used, run.errors.end(), used, 0.0L)), 1.0,
                1e-9);
        }
    }
}

/// The twin's error part is the variance of simulated totals.
TEST(Theta, VarianceIsThatOfASimulation) {
    const std::vector<double> weights{1.0, 1.0, 0.5, 2.0, 1.0, 1.0};
    const std::vector<double> series = centred(3, 30);
    for (const double alpha : {0.2, 0.8}) {
        const reference::Theta theta{alpha, 0.7L, 1.0L, true};
        constexpr std::uint64_t draws = 10'000;
        double sum = 0.0, squares = 0.0, fourth = 0.0;
        const reference::ThetaRun plain = reference::run(series, theta, std::vector<long double>(weights.size()));
        for (std::uint64_t draw = 0; draw < draws; ++draw) {
            std::vector<long double> errors;
            for (std::size_t h = 0; h < weights.size(); ++h) errors.push_back(normal(5, draw, h));
            const auto coming = reference::run(series, theta, errors).coming;
            double total = 0.0;
            for (std::size_t h = 0; h < weights.size(); ++h)
                total += weights[h] * static_cast<double>(coming[h] - plain.coming[h]);
            sum += total;
            squares += total * total;
            fourth += total * total * total * total;
        }
        const double n = static_cast<double>(draws);
        const double variance = static_cast<double>(reference::error_part(series, theta, weights));
        EXPECT_NEAR(sum / n, 0.0, 4.0 * std::sqrt(variance / n));
        EXPECT_NEAR(squares / n, variance, 4.0 * std::sqrt((fourth / n - squares / n * squares / n) / n));
    }
}

TEST(Theta, SameBitsOnEveryProcessorInEveryLane) {
    Bench bench;
    std::vector<const ThetaKernels*> kernels{&theta_kernels_baseline};
    if (has_avx2()) kernels.push_back(&theta_kernels_avx2);
    if (has_avx512()) kernels.push_back(&theta_kernels_avx512);
    for (unsigned seed = 0; seed < 12; ++seed) {
        const std::vector<double> series = made_series(seed, 20 + seed, 1, seed % 3 == 0);
        for (const bool is_dynamic : {true, false}) {
            const ThetaParameters first = bench.run(theta_kernels_baseline, series, is_dynamic, 0);
            for (const ThetaKernels* one : kernels) {
                for (std::size_t lane = 0; lane < one->lanes; ++lane) {
                    const ThetaParameters other = bench.run(*one, series, is_dynamic, lane);
                    EXPECT_EQ(first.alpha, other.alpha);
                    EXPECT_EQ(first.omega, other.omega);
                    EXPECT_EQ(first.start_level, other.start_level);
                }
            }
        }
    }
}

struct Model {
    SumModel* sums;
    const char* name;
};
constexpr Model models[] = {{dynamic_theta_sums, "dynamic_theta"}, {theta_sums, "theta"}};

SumForecast forecast(SumModel* model, const std::vector<double>& series, std::size_t season,
                     const std::vector<double>& weights) {
    const double* const values[] = {series.data()};
    std::array<SumForecast, 1> out{};
    model({values, series.size(), season, weights}, out);
    return out.front();
}

/// A gap that the line and the level bridge: the forecast hardly moves.
TEST(ThetaSums, BridgeAGap) {
    std::vector<double> series;
    for (std::uint64_t t = 0; t < 60; ++t) series.push_back(100.0 + static_cast<double>(t) + normal(9, 0, t));
    std::vector<double> with_gap = series;
    for (std::size_t t = 20; t < 26; ++t) with_gap[t] = nan;
    for (const auto& [model, name] : models) {
        const SumForecast whole = forecast(model, series, 12, {1.0, 1.0});
        const SumForecast gappy = forecast(model, with_gap, 12, {1.0, 1.0});
        EXPECT_NEAR(gappy.mean, whole.mean, 1.5) << name;
        EXPECT_NEAR(whole.mean, 321.0, 5.0) << name;
    }
}

/// Leading gaps are as if the series began later; a series in other units gets the forecast in those.
TEST(ThetaSums, DoNotDependOnStartAndUnits) {
    for (unsigned seed = 0; seed < 20; ++seed) {
        const std::vector<double> series = made_series(seed, 48, 12, seed % 3 == 0);
        std::vector<double> later(5, nan), larger;
        later.insert(later.end(), series.begin(), series.end());
        for (const double value : series) larger.push_back(1024.0 * value);
        for (const auto& [model, name] : models) {
            const SumForecast one = forecast(model, series, 12, std::vector<double>(6, 1.0));
            EXPECT_EQ(one.mean, forecast(model, later, 12, std::vector<double>(6, 1.0)).mean) << name;
            const SumForecast scaled = forecast(model, larger, 12, std::vector<double>(6, 1.0));
            EXPECT_NEAR(scaled.mean / one.mean, 1024.0, 1e-6) << name;
            EXPECT_NEAR(scaled.variance / one.variance, 1048576.0, 1e-2) << name;
        }
    }
}

TEST(ThetaSums, TakeASeasonOff) {
    std::vector<double> series;
    for (std::uint64_t t = 0; t < 60; ++t) series.push_back((t % 12 == 5 ? 1500.0 : 1000.0) + 5.0 * normal(3, 0, t));
    std::vector<double> weights(12, 0.0);
    weights[5] = 1.0;
    for (const auto& [model, name] : models) {
        EXPECT_NEAR(forecast(model, series, 12, weights).mean, 1500.0, 10.0) << name;
        EXPECT_NEAR(forecast(model, series, 12, std::vector<double>(12, 1.0)).mean, 12'500.0, 80.0) << name;
        EXPECT_NEAR(forecast(model, series, 1, weights).mean, 1042.0, 30.0) << name;
        std::vector<double> with_zero = series;
        for (double& value : with_zero) value -= 1000.0;  // no factors then, but parts
        EXPECT_NEAR(forecast(model, with_zero, 12, weights).mean, 500.0, 10.0) << name;
    }
}

TEST(ThetaSums, EverySeriesHasAnAnswerOrAReason) {
    for (const auto& [model, name] : models) {
        EXPECT_EQ(forecast(model, {1, 2, 3, 4}, 1, {1.0}).status, Status::too_few_points) << name;
        EXPECT_EQ(forecast(model, {nan, nan, nan, nan, nan, nan}, 1, {1.0}).status, Status::too_few_points) << name;
        for (const double value : {0.0, 25.0, 1e12, 0x1p53}) {
            const SumForecast constant = forecast(model, std::vector<double>(36, value), 12, {1.0, 1.0});
            EXPECT_EQ(constant.status, Status::ok) << name;
            EXPECT_EQ(constant.mean, 2.0 * value) << name;
            EXPECT_EQ(constant.variance, 0.0) << name;
        }
        for (const std::size_t size : {5U, 12U, 13U, 24U, 36U, 255U, 256U}) {
            for (const std::size_t season : {1U, 2U, 4U, 7U, 12U, 52U, 128U, 366U}) {
                std::vector<double> rare(size, 0.0), line(size), huge(size), periodic(size), step(size);
                rare[size / 2] = 1.0;
                for (std::size_t t = 0; t < size; ++t) {
                    line[t] = 3.0 * static_cast<double>(t);
                    huge[t] = 1e12 + static_cast<double>(t * t % 7);
                    periodic[t] = static_cast<double>(t % season);
                    step[t] = t % 5 == 3 ? nan : t < size / 2 ? -7.0 : 1e6;
                }
                for (const auto& series : {rare, line, huge, periodic, step}) {
                    const SumForecast got = forecast(model, series, season, {1.0, 1.0, 0.5});
                    const bool is_constant = season == 1 && &series == &periodic;
                    const auto seen =
                        std::count_if(series.begin(), series.end(), [](double v) { return !std::isnan(v); });
                    if (seen < 5 && !is_constant) continue;
                    EXPECT_EQ(got.status, Status::ok) << name << ' ' << size << ' ' << season;
                    EXPECT_TRUE(std::isfinite(got.mean) && got.variance >= 0.0) << name << ' ' << size;
                }
            }
        }
    }
}

TEST(ThetaSums, NothingDependsOnTheCompanyAndNothingIsAllocated) {
    std::vector<std::vector<double>> series;
    std::vector<const double*> values;
    for (unsigned seed = 0; seed < max_together; ++seed) {
        series.push_back(made_series(seed, 50, 12, seed % 3 == 0));
        for (std::size_t t = 0; t < seed % 5; ++t) series.back()[t] = nan;
    }
    for (const auto& one : series) values.push_back(one.data());
    const std::vector<double> weights(7, 1.0);
    const auto bits = [](const SumForecast& one) {
        return std::vector{std::bit_cast<std::uint64_t>(one.mean), std::bit_cast<std::uint64_t>(one.variance),
                           std::bit_cast<std::uint64_t>(one.score), static_cast<std::uint64_t>(one.status)};
    };
    for (const auto& [model, name] : models) {
        std::vector<SumForecast> together(series.size());
        const long before = allocations();
        model({values, 50, 12, weights}, together);
        EXPECT_EQ(allocations() - before, 0) << name;
        for (std::size_t i = 0; i < series.size(); ++i)
            EXPECT_EQ(bits(together[i]), bits(forecast(model, series[i], 12, weights))) << name << ' ' << i;
    }
}

}  // namespace
