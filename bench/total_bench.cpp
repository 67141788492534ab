#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <random>
#include <thread>
#include <vector>

#include <benchmark/benchmark.h>

#include <ontrack/stats/total_models.hpp>

namespace {

using namespace ontrack::stats;

constexpr std::size_t months = 66;  // five whole years and six months of this one

/// Series like those of London's boroughs: 0.3 to 300 events a month, season, drifting level. Every 1,000th is the same.
struct Counts {
    std::vector<double> values;
    std::vector<std::int64_t> offsets{0};

    explicit Counts(std::size_t series) {
        constexpr std::size_t different = 1000;
        std::mt19937_64 random(2017);
        std::uniform_real_distribution<double> exponent(-0.5, 2.5);
        std::normal_distribution<double> normal;
        values.reserve(series * months);
        for (std::size_t i = 0; i < series; ++i) {
            const double level = std::pow(10.0, exponent(random));
            double drift = 0.0;
            for (std::size_t t = 0; t < months; ++t) {
                if (i >= different) {
                    values.push_back(values[i % different * months + t]);
                    continue;
                }
                drift += 0.03 * normal(random);
                std::poisson_distribution<int> month(
                    level * std::exp(drift + 0.15 * std::sin(static_cast<double>(t % 12) / 2.0)));
                values.push_back(month(random));
            }
            offsets.push_back(static_cast<std::int64_t>(values.size()));
        }
    }
    [[nodiscard]] Panel panel() const { return {values, offsets}; }
};

struct Results {
    std::vector<double> mean, variance, chance, quantiles, targets;
    std::vector<Status> status;
    static constexpr std::array probabilities{0.025, 0.1, 0.5, 0.9, 0.975};

    explicit Results(std::size_t n) : mean(n), variance(n), chance(n), quantiles(5 * n), targets(n, 100.0), status(n) {}
    [[nodiscard]] TotalColumns columns() {
        TotalColumns columns;
        columns.mean = mean;
        columns.variance = variance;
        columns.probability_at_most = chance;
        columns.quantiles = quantiles;
        columns.probabilities = probabilities;
        columns.status = status;
        return columns;
    }
};

/// Of all threads, which a busy machine does not distort.
double processor_seconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// Mean, variance, chance and five bounds of each series; "per_series" in processor time.
void project(benchmark::State& state, TotalModel model, bool with_group) {
    static const Counts counts(4000);
    static const GroupFit group = fit_group(counts.panel(), {});
    Results results(4000);
    TotalOptions options{.model = model};
    if (with_group) options.group = &group;
    double seconds = 0.0;
    for (auto _ : state) {
        const double start = processor_seconds();
        project_totals_into(counts.panel(), results.targets, options, {}, {}, results.columns());
        seconds += processor_seconds() - start;
    }
    state.counters["us_per_series"] = 1e6 * seconds / 4000.0 / static_cast<double>(state.iterations());
}
BENCHMARK_CAPTURE(project, combination, TotalModel::combination, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(project, combination_with_group, TotalModel::combination, true)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(project, gamma_poisson, TotalModel::gamma_poisson, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(project, discounted, TotalModel::discounted_gamma_poisson, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(project, dynamic_theta, TotalModel::dynamic_theta, false)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(project, root_smoothing, TotalModel::root_smoothing, false)->Unit(benchmark::kMillisecond);

/// Arithmetic that needs no memory, for as long as the projection takes.
void spin(std::size_t turns) {
    double x = 0.5;
    benchmark::DoNotOptimize(x);  // else it would be computed outside the clock
    for (std::size_t i = 0; i < turns; ++i) x = x * 0.999999 + 1e-6;
    benchmark::DoNotOptimize(x);
}
double wall_seconds(auto work) {
    timespec from{}, to{};
    clock_gettime(CLOCK_MONOTONIC, &from);
    work();
    clock_gettime(CLOCK_MONOTONIC, &to);
    return static_cast<double>(to.tv_sec - from.tv_sec) + 1e-9 * static_cast<double>(to.tv_nsec - from.tv_nsec);
}

/// How much faster two threads are than one, by the clock on the wall: the default beside a loop of pure arithmetic, turn by turn. Says
/// something on a machine with two idle cores only.
void two_threads(benchmark::State& state) {
    static const Counts counts(8000);
    Results results(8000);
    const auto projected = [&](unsigned threads) {
        return wall_seconds([&] {
            project_totals_into(counts.panel(), results.targets, {.threads = threads}, {}, {}, results.columns());
        });
    };
    const auto spun = [&](unsigned threads) {
        return wall_seconds([&] {
            constexpr std::size_t turns = 100'000'000;
            std::vector<std::jthread> others;
            for (unsigned i = 1; i < threads; ++i) others.emplace_back([=] { spin(turns / threads); });
            spin(turns / threads);
        });
    };
    std::vector<double> ours, pure;
    for (auto _ : state) {
        ours.push_back(projected(1) / projected(2));
        pure.push_back(spun(1) / spun(2));
    }
    const auto median = [](std::vector<double>& values) {
        std::ranges::sort(values);
        return values[values.size() / 2];
    };
    state.counters["default"] = median(ours);
    state.counters["pure_loop"] = median(pure);
    state.counters["ratio"] = median(ours) / median(pure);
}
BENCHMARK(two_threads)->Unit(benchmark::kMillisecond)->Iterations(15)->UseRealTime();

/// 1,000,000 series by the default, all processors; half a minute.
void million(benchmark::State& state) {
    static const Counts counts(1'000'000);
    Results results(1'000'000);
    for (auto _ : state)
        project_totals_into(counts.panel(), results.targets, {.threads = std::thread::hardware_concurrency()}, {}, {},
                            results.columns());
}
BENCHMARK(million)->Unit(benchmark::kSecond)->Iterations(1)->UseRealTime()->MeasureProcessCPUTime();

}  // namespace
