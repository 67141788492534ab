#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include <benchmark/benchmark.h>

#include <ontrack/stats/random.hpp>

#include "stats/smoothing_sums.hpp"
#include "stats/sum_model.hpp"

namespace {

using namespace ontrack::stats;
using namespace ontrack::stats::detail;

constexpr std::size_t months = 60;
constexpr std::size_t series_count = 256;

/// Counts with a season and a drifting level, around 10 to 500 a month.
std::vector<double> made() {
    std::vector<double> values;
    for (std::uint64_t i = 0; i < series_count; ++i) {
        const double level = 10.0 * std::pow(50.0, uniform(1, i, 0));
        double drift = 0.0;
        for (std::uint64_t t = 0; t < months; ++t) {
            drift += i % 2 == 0 ? 0.04 * normal(2, i, t) : 0.0;
            const double mean = level * std::exp(0.15 * normal(3, i, t % 12) + drift);
            values.push_back(std::max(0.0, std::round(mean + std::sqrt(mean) * normal(4, i, t))));
        }
    }
    return values;
}

/// Mean and variance of the coming twelve months' total; time per call, which has 256 series.
template <class Model>
void run(benchmark::State& state, Model model) {
    static const std::vector<double> values = made();
    const std::vector<double> weights(12, 1.0);
    std::vector<const double*> series;
    for (std::size_t i = 0; i < series_count; ++i) series.push_back(values.data() + i * months);
    std::vector<SumForecast> out(series_count);
    for (auto _ : state) {
        for (std::size_t i = 0; i < series_count; i += max_together)
            model({std::span(series).subspan(i, max_together), months, 12, weights},
                  std::span(out).subspan(i, max_together));
        benchmark::ClobberMemory();
    }
    state.counters["per_series"] = benchmark::Counter(
        static_cast<double>(series_count), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void forecast_60(benchmark::State& state, SumModel* model) {
    run(state, model);
}
BENCHMARK_CAPTURE(forecast_60, dynamic_theta, dynamic_theta_sums)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(forecast_60, theta, theta_sums)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(forecast_60, smoothing, smoothing_sums)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(forecast_60, log_smoothing, log_smoothing_sums)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(forecast_60, root_smoothing, root_smoothing_sums)->Unit(benchmark::kMicrosecond);

void forecast_60_form(benchmark::State& state, EtsForm form) {
    run(state,
        [form](const SumTask& task, std::span<SumForecast> out) { smooth(task, SumScale::identity, {&form, 1}, out); });
}
BENCHMARK_CAPTURE(forecast_60_form, ANN, EtsForm{false, false})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(forecast_60_form, AAdN, EtsForm{true, false})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(forecast_60_form, ANA, EtsForm{false, true})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(forecast_60_form, AAdA, EtsForm{true, true})->Unit(benchmark::kMicrosecond);

}  // namespace
