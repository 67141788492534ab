#include "stats/ets_kernels.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <memory>
#include <vector>

#include <gtest/gtest.h>

#include "reference/smoothing.hpp"
#include "stats/made_series.hpp"
#include "stats/processor.hpp"

namespace {

using namespace ontrack::stats::detail;

struct Fit {
    reference::Gains gains;
    double sum_of_squares;
    reference::States start, end;
};

/// One series through one set of kernels, in the given lane; the others hold something else.
struct Bench {
    std::unique_ptr<EtsRoom> room = std::make_unique<EtsRoom>();
    std::unique_ptr<EtsFit> fit = std::make_unique<EtsFit>();
    alignas(64) double values[max_history * most_lanes];
    alignas(64) double seen[max_history * most_lanes];

    EtsSeries lay_out(const EtsKernels& kernels, const std::vector<double>& series, std::size_t season,
                      std::size_t lane) {
        bool gaps = false;
        for (std::size_t t = 0; t < series.size(); ++t) {
            for (std::size_t i = 0; i < kernels.lanes; ++i) {
                const bool is_seen = !std::isnan(series[t]);
                gaps |= !is_seen;
                const double other = std::sin(static_cast<double>(t * (i + 1)));
                values[t * kernels.lanes + i] = is_seen ? (i == lane ? series[t] : other) : 0.0;
                seen[t * kernels.lanes + i] = is_seen ? 1.0 : 0.0;
            }
        }
        return {values, gaps ? seen : nullptr, series.size(), season};
    }
    Fit run(const EtsKernels& kernels, EtsForm form, const std::vector<double>& series, std::size_t season,
            std::size_t lane) {
        kernels.fit(form, lay_out(kernels, series, season, lane), *room, *fit);
        Fit result{{fit->alpha[lane], fit->beta[lane], fit->gamma[lane], fit->phi[lane]},
                   fit->sum_of_squares[lane],
                   {fit->start_level[lane], fit->start_slope[lane], {}},
                   {fit->level[lane], fit->slope[lane], {}}};
        for (std::size_t j = 0; form.season && j < season; ++j) {
            result.start.season.push_back(fit->start_season[j][lane]);
            result.end.season.push_back(fit->season[j][lane]);
        }
        return result;
    }
};

constexpr EtsForm forms[] = {{false, false}, {true, false}, {false, true}, {true, true}};

TEST(EtsKernels, StatesAndSumOfSquaresAreTheTwins) {
    Bench bench;
    for (unsigned seed = 0; seed < 40; ++seed) {
        const std::size_t season = seed % 2 == 0 ? 12 : 4;
        const std::vector<double> series = made_series(seed, 5 * season + seed % 7, season, seed % 3 == 0);
        for (const EtsForm form : forms) {
            const Fit fit = bench.run(ets_kernels(), form, series, season, seed % ets_kernels().lanes);
            const std::size_t places = form.season ? season : 1;
            const reference::States start = reference::best_start(series, places, form.trend, fit.gains);
            const reference::SmoothRun run = reference::run(series, start, fit.gains);
            EXPECT_NEAR(fit.sum_of_squares / static_cast<double>(run.sum_of_squares()), 1.0, 1e-9) << seed;
            const double scale = 1e-7 * std::abs(series[0] + series[1] + 1.0) + 1e-6;
            if (std::isnan(scale)) continue;
            const auto next = [](const reference::States& states, const reference::Gains& gains) {
                return reference::coming(states, gains, std::vector<long double>(15));
            };
            const auto got = next(fit.end, fit.gains);
            const auto wanted = next(run.end, fit.gains);
            for (std::size_t h = 0; h < got.size(); ++h)
                EXPECT_NEAR(static_cast<double>(got[h]), static_cast<double>(wanted[h]), scale) << seed << ' ' << h;
        }
    }
}

TEST(EtsKernels, GainsStayInTheirRegion) {
    Bench bench;
    for (unsigned seed = 0; seed < 60; ++seed) {
        const std::vector<double> series = made_series(seed, 30 + seed, 4, seed % 3 == 0);
        for (const EtsForm form : forms) {
            const reference::Gains gains = bench.run(ets_kernels(), form, series, 4, 0).gains;
            EXPECT_TRUE(gains.alpha >= 1e-4L && gains.alpha <= 1.0L - 1e-4L);
            EXPECT_TRUE(gains.beta >= 0.0L && gains.beta <= gains.alpha);
            EXPECT_TRUE(gains.gamma >= 0.0L && gains.gamma <= 1.0L - gains.alpha);
            EXPECT_TRUE(form.trend ? gains.phi >= 0.8L && gains.phi <= 0.98L : gains.phi == 0.0L);
        }
    }
}

/// No point of a grid over the whole region has a better likelihood; but for the rare series with a second valley.
TEST(EtsKernels, FindsTheLeastSumOfSquaresOfAGrid) {
    Bench bench;
    int worse = 0;
    constexpr int series_count = 30;
    for (unsigned seed = 0; seed < series_count; ++seed) {
        const std::vector<double> series = made_series(seed, 28 + seed % 5, 4, seed % 3 == 0);
        for (const EtsForm form : {EtsForm{false, true}, EtsForm{true, true}}) {
            const double found = bench.run(ets_kernels(), form, series, 4, 1).sum_of_squares;
            long double least = std::numeric_limits<long double>::infinity();
            for (const long double alpha : {0.0001L, 0.05L, 0.2L, 0.4L, 0.7L, 0.95L}) {
                for (const long double b : {0.0L, 0.1L, 0.5L, 1.0L}) {
                    for (const long double c : {0.0L, 0.1L, 0.5L, 1.0L}) {
                        for (const long double phi : {0.8L, 0.9L, 0.98L}) {
                            if (!form.trend && (b > 0.0L || phi > 0.8L)) continue;
                            const reference::Gains gains{alpha, alpha * b, (1.0L - alpha) * c, form.trend ? phi : 0.0L};
                            const auto start = reference::best_start(series, 4, form.trend, gains);
                            least = std::min(least, reference::run(series, start, gains).sum_of_squares());
                        }
                    }
                }
            }
            worse += found > static_cast<double>(least) * (1.0 + 1e-9);
        }
    }
    EXPECT_LE(worse, series_count * 2 / 20);
}

/// Its optimum is flat: no small move inside the region is better.
TEST(EtsKernels, NoNeighbourIsBetter) {
    Bench bench;
    for (unsigned seed = 0; seed < 30; ++seed) {
        const std::vector<double> series = made_series(seed, 60, 12, false);
        const Fit fit = bench.run(ets_kernels(), {false, true}, series, 12, 0);
        for (const long double a : {-1e-3L, 0.0L, 1e-3L}) {
            for (const long double c : {-1e-3L, 0.0L, 1e-3L}) {
                const reference::Gains gains{std::clamp(fit.gains.alpha + a, 1e-4L, 1.0L - 1e-4L), 0.0L,
                                             std::max(0.0L, fit.gains.gamma + c), 0.0L};
                if (gains.gamma > 1.0L - gains.alpha) continue;
                const auto start = reference::best_start(series, 12, false, gains);
                EXPECT_LE(fit.sum_of_squares,
                          static_cast<double>(reference::run(series, start, gains).sum_of_squares()) * (1.0 + 1e-6));
            }
        }
    }
}

/// σ² of ETS(A,N,A) for the accidental deaths in the USA, 1973–1978, is 85 667.86 with 14 parameters (the test of R's fable),
/// whose search ends before the start states are at their best.
TEST(EtsKernels, AccidentalDeathsInTheUsa) {
    const std::vector<double> deaths{9007, 8106, 8928, 9137, 10017, 10826, 11317, 10744, 9713, 9938, 9161, 8927,
                                     7750, 6981, 8038, 8422, 8714,  9512,  10120, 9823,  8743, 9129, 8710, 8680,
                                     8162, 7306, 8124, 7870, 9387,  9556,  10093, 9620,  8285, 8466, 8160, 8034,
                                     7717, 7461, 7767, 7925, 8623,  8945,  10078, 9179,  8037, 8488, 7874, 8647,
                                     7792, 6957, 7726, 8106, 8890,  9299,  10625, 9302,  8314, 8850, 8265, 8796,
                                     7836, 6892, 7791, 8192, 9115,  9434,  10484, 9827,  9110, 9070, 8633, 9240};
    Bench bench;
    const Fit fit = bench.run(ets_kernels(), {false, true}, deaths, 12, 0);
    EXPECT_LE(fit.sum_of_squares / (72.0 - 14.0), 85667.86 * (1.0 + 1e-6));
    EXPECT_GE(fit.sum_of_squares / (72.0 - 14.0), 85667.86 * 0.9);
}

TEST(EtsKernels, SameBitsOnEveryProcessorInEveryLane) {
    Bench bench;
    std::vector<const EtsKernels*> kernels{&ets_kernels_baseline};
    if (has_avx2()) kernels.push_back(&ets_kernels_avx2);
    if (has_avx512()) kernels.push_back(&ets_kernels_avx512);
    for (unsigned seed = 0; seed < 12; ++seed) {
        const std::vector<double> series = made_series(seed, 40 + seed, 12, seed % 3 == 0);
        for (const EtsForm form : forms) {
            const Fit first = bench.run(ets_kernels_baseline, form, series, 12, 0);
            for (const EtsKernels* one : kernels) {
                for (std::size_t lane = 0; lane < one->lanes; ++lane) {
                    const Fit other = bench.run(*one, form, series, 12, lane);
                    EXPECT_EQ(first.sum_of_squares, other.sum_of_squares);
                    EXPECT_EQ(first.gains.alpha, other.gains.alpha);
                    EXPECT_EQ(first.gains.phi, other.gains.phi);
                    EXPECT_EQ(first.end.level, other.end.level);
                    EXPECT_EQ(first.end.season, other.end.season);
                }
            }
        }
    }
}

TEST(EtsKernels, ParameterVarianceIsTheTwins) {
    Bench bench;
    for (unsigned seed = 0; seed < 24; ++seed) {
        const std::size_t season = seed % 2 == 0 ? 12 : 4;
        const std::vector<double> series = made_series(seed, 5 * season, season, seed % 3 == 0);
        const std::vector<double> weights{1.0, 0.5, 0.0, 1.0, 1.0, 0.25, 1.0};
        for (const EtsForm form : forms) {
            const EtsKernels& kernels = ets_kernels();
            const Fit fit = bench.run(kernels, form, series, season, 1);
            const std::size_t places = form.season ? season : 1;
            alignas(64) double wide_weights[8 * most_lanes];
            for (std::size_t i = 0; i < weights.size() * kernels.lanes; ++i)
                wide_weights[i] = weights[i / kernels.lanes];
            alignas(64) double error_variance[most_lanes];
            alignas(64) double got[most_lanes];
            std::fill(std::begin(error_variance), std::end(error_variance), fit.sum_of_squares / 20.0);
            kernels.parameter_variance(form, bench.lay_out(kernels, series, season, 1), *bench.room, *bench.fit,
                                       wide_weights, weights.size(), error_variance, got);
            const double wanted = static_cast<double>(
                reference::parameter_variance(series, places, form.trend, fit.gains, weights, error_variance[1]));
            EXPECT_NEAR(got[1] / wanted, 1.0, 1e-4) << seed << ' ' << form.trend << form.season;
        }
    }
}

}  // namespace
