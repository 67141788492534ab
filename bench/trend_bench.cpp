#include <cmath>
#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include <ontrack/stats/random.hpp>
#include <ontrack/stats/trend.hpp>

namespace {

using namespace ontrack::stats;

/// Series of one length with a weak trend: continuous, or small counts, most of whose slopes are 0.
struct Series {
    std::vector<double> values;
    std::vector<std::int64_t> offsets{0};

    Series(std::size_t series, std::size_t points, bool counts) {
        for (std::uint64_t i = 0; i < series; ++i) {
            for (std::uint64_t t = 0; t < points; ++t) {
                const double z = normal(120, i, t) + 0.005 * static_cast<double>(t);
                values.push_back(counts ? std::floor(std::abs(2.0 * z)) : 100.0 + 10.0 * z);
            }
            offsets.push_back(static_cast<std::int64_t>(values.size()));
        }
    }
};

/// Time per series of the test with slope and intercept; with the limits as well where `limits`.
void run(benchmark::State& state, const Series& series, const TrendOptions& options, bool limits) {
    const std::size_t size = series.offsets.size() - 1;
    std::vector<double> z(size), p(size), slope(size), intercept(size), lower(size), upper(size);
    std::vector<Status> status(size);
    TrendColumns out{{}, {}, {}, z, p, slope, {}, {}, intercept, status, {}};
    if (limits) {
        out.lower = lower;
        out.upper = upper;
    }
    for (auto _ : state) {
        trends_into({series.values, series.offsets}, options, out);
        benchmark::ClobberMemory();
    }
    state.counters["per_series"] = benchmark::Counter(
        static_cast<double>(size), benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void trend_120(benchmark::State& state, TrendMethod method, bool counts, bool limits) {
    static const Series continuous(200, 120, false), small(200, 120, true);
    run(state, counts ? small : continuous, {.method = method, .lags = 3}, limits);
}
BENCHMARK_CAPTURE(trend_120, mann_kendall, TrendMethod::mann_kendall, false, false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(trend_120, mann_kendall_counts, TrendMethod::mann_kendall, true, false)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(trend_120, mann_kendall_limits, TrendMethod::mann_kendall, false, true)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(trend_120, seasonal_kendall, TrendMethod::seasonal_kendall, false, false)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(trend_120, hamed_rao, TrendMethod::hamed_rao, false, false)->Unit(benchmark::kMicrosecond);

/// Ten times the points take little more than ten times as long.
void trend_growth(benchmark::State& state) {
    const Series one(1, static_cast<std::size_t>(state.range(0)), false);
    run(state, one, {}, false);
    state.SetComplexityN(state.range(0));
}
BENCHMARK(trend_growth)
    ->RangeMultiplier(10)
    ->Range(100, 100'000)
    ->Unit(benchmark::kMicrosecond)
    ->Complexity(benchmark::oNLogN);

}  // namespace
