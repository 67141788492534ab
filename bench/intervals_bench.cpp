#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

#include <benchmark/benchmark.h>

#include <ontrack/stats/count_rate.hpp>
#include <ontrack/stats/difference.hpp>
#include <ontrack/stats/proportion.hpp>

namespace {

using namespace ontrack::stats;

constexpr std::size_t size = 1'000'000;

struct Columns {
    std::vector<double> lower = std::vector<double>(size), upper = std::vector<double>(size);
    std::vector<Status> status = std::vector<Status>(size);
    EstimateColumns out() { return {{}, lower, upper, status}; }
};

double share(std::mt19937_64& random) {
    return static_cast<double>(random() >> 11) * 0x1p-53;
}

/// Counts from 0 to `largest`, evenly or log-uniformly.
std::vector<double> counts(double largest, bool log_uniform) {
    std::mt19937_64 random(1);
    std::vector<double> x(size);
    for (double& value : x) {
        value =
            log_uniform ? std::floor(std::pow(largest, share(random))) : std::floor(share(random) * (largest + 1.0));
    }
    return x;
}

void proportions(benchmark::State& state, ProportionMethod method, std::size_t elements) {
    std::mt19937_64 random(1);
    std::vector<double> x(elements), n(elements);
    for (std::size_t i = 0; i < elements; ++i) {
        n[i] = std::floor(1.0 + share(random) * 10'000.0);
        x[i] = std::floor(share(random) * (n[i] + 1.0));
    }
    Columns columns;
    columns.lower.resize(elements);
    columns.upper.resize(elements);
    columns.status.resize(elements);
    for (auto _ : state) estimate_proportion_into(x, n, {0.95, method}, columns.out());
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(elements));
}

void count_limits(benchmark::State& state, CountMethod method, double largest, bool log_uniform) {
    const std::vector<double> x = counts(largest, log_uniform);
    Columns columns;
    for (auto _ : state) estimate_count_into(x, {0.95, method}, columns.out());
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(size));
}

void differences(benchmark::State& state, DifferenceMethod method) {
    double x = 0.0;
    for (auto _ : state) {
        x = x < 55.0 ? x + 1.0 : 0.0;
        benchmark::DoNotOptimize(estimate_difference(x, 56.0, 7.0, 29.0, {0.95, method}));
    }
}

BENCHMARK_CAPTURE(proportions, wilson, ProportionMethod::wilson, size)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(proportions, clopper_pearson, ProportionMethod::clopper_pearson, 10'000)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(proportions, jeffreys, ProportionMethod::jeffreys, 10'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(proportions, mid_p, ProportionMethod::mid_p, 10'000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count_limits, byar, CountMethod::byar, 1e6, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count_limits, garwood_to_30, CountMethod::exact, 30.0, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count_limits, garwood_to_1000, CountMethod::exact, 1000.0, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count_limits, garwood_log_uniform, CountMethod::exact, 1e6, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(count_limits, public_health, CountMethod::public_health, 1e6, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(differences, newcombe, DifferenceMethod::newcombe);
BENCHMARK_CAPTURE(differences, miettinen_nurminen, DifferenceMethod::miettinen_nurminen);

}  // namespace
