#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

#include <benchmark/benchmark.h>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/random.hpp>
#include <ontrack/stats/regression.hpp>

namespace {

using namespace ontrack::stats;

/// Sixty months on eight columns: intercept, trend, step and slope from month 36, two harmonic pairs. Counts as
/// bench/regression_peers.py makes them: negative binomial with α = 0.05.
struct Interrupted {
    static constexpr std::size_t n = 60, p = 8;
    std::vector<double> design, values;

    explicit Interrupted(std::size_t series) {
        const double coefficient[p] = {4.0, -0.05, -0.15, 0.02, 0.10, 0.05, 0.02, 0.01};
        std::vector<double> mean;
        for (std::size_t t = 0; t < n; ++t) {
            const double month = static_cast<double>(t), angle = 2.0 * std::numbers::pi * month / 12.0;
            const bool after = t >= 36;
            const double row[p] = {1.0,
                                   month / 12.0,
                                   after ? 1.0 : 0.0,
                                   after ? (month - 36.0) / 12.0 : 0.0,
                                   std::sin(angle),
                                   std::cos(angle),
                                   std::sin(2.0 * angle),
                                   std::cos(2.0 * angle)};
            double eta = 0.0;
            for (std::size_t j = 0; j < p; ++j) eta += row[j] * coefficient[j];
            design.insert(design.end(), row, row + p);
            mean.push_back(std::exp(eta));
        }
        for (std::uint64_t i = 0; i < series; ++i)
            for (std::uint64_t t = 0; t < n; ++t)
                values.push_back(negative_binomial_quantile(uniform(60, i, t), mean[t], 20.0));
    }
};

void interrupted(benchmark::State& state, std::size_t size, double alpha) {
    const Interrupted made(size);
    std::vector<double> coefficient(size * Interrupted::p), error = coefficient, lower = coefficient,
                                                            upper = coefficient;
    std::vector<double> alphas(size);
    std::vector<Status> status(size);
    const RegressionOptions options{.family = Family::negative_binomial, .alpha = alpha, .lags = 4};
    RegressionColumns out;
    out.coefficient = coefficient;
    out.standard_error = error;
    out.lower = lower;
    out.upper = upper;
    out.alpha = alphas;
    out.status = status;
    for (auto _ : state) {
        regressions_into({made.design, Interrupted::p}, made.values, {}, options, out);
        benchmark::ClobberMemory();
    }
    state.counters["per_series"] = benchmark::Counter(
        static_cast<double>(size), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}
constexpr double estimated = std::numeric_limits<double>::quiet_NaN();
BENCHMARK_CAPTURE(interrupted, alpha_fixed, 200, 0.05)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(interrupted, alpha_estimated, 200, estimated)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(interrupted, alpha_fixed_alone, 1, 0.05)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(interrupted, alpha_estimated_alone, 1, estimated)->Unit(benchmark::kMicrosecond);

}  // namespace
