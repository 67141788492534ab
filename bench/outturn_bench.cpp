#include <algorithm>
#include <cmath>
#include <cstdint>
#include <ctime>
#include <iterator>
#include <numeric>
#include <random>
#include <span>
#include <vector>

#include <benchmark/benchmark.h>

#include <ontrack/stats/outturn.hpp>

namespace {

using ontrack::stats::OutturnColumns;
using ontrack::stats::OutturnOptions;
using ontrack::stats::Panel;
using ontrack::stats::Status;

constexpr std::size_t series = 1'000'000;
constexpr std::size_t different = 20'000;
constexpr std::size_t months = 66;  // five whole years and six months of this one

/// 1,000,000 series of 66 months, 0.3 to 300 events a month: 528 MB, far more than any cache. Every 20,000th is the same.
struct Counts {
    std::vector<double> values;
    std::vector<std::int64_t> offsets{0};
    std::vector<double> targets;

    Counts() {
        std::mt19937_64 random(2017);
        std::uniform_real_distribution<double> exponent(-0.5, 2.5);
        values.reserve(series * months);
        for (std::size_t i = 0; i < series; ++i) {
            if (i < different) {
                std::poisson_distribution<int> month(std::pow(10.0, exponent(random)));
                for (std::size_t j = 0; j < months; ++j) values.push_back(month(random));
            } else {
                const auto same = values.begin() + static_cast<std::ptrdiff_t>(i % different * months);
                std::copy_n(same, months, std::back_inserter(values));
            }
            const auto last_year = values.end() - 18;
            offsets.push_back(static_cast<std::int64_t>(values.size()));
            targets.push_back(std::floor(0.95 * std::accumulate(last_year, last_year + 12, 0.0) + 0.5));
        }
    }
    [[nodiscard]] Panel panel() const { return {values, offsets}; }
};

const Counts& counts() {
    static const Counts made;
    return made;
}

/// One strict left-to-right sum per series: the yardstick that every projection is set against.
void sum_each(const Panel& panel, std::vector<double>& sums) {
    for (std::size_t i = 0; i < panel.size(); ++i) {
        double sum = 0.0;
        const auto first = static_cast<std::size_t>(panel.offsets[i]);
        const auto last = static_cast<std::size_t>(panel.offsets[i + 1]);
        for (std::size_t j = first; j < last; ++j) sum += panel.values[j];
        sums[i] = sum;
    }
    benchmark::ClobberMemory();
}

void sum_panel(benchmark::State& state) {
    std::vector<double> sums(series);
    const Panel panel = counts().panel();
    for (auto _ : state) sum_each(panel, sums);
    state.SetItemsProcessed(static_cast<std::int64_t>(series) * state.iterations());
}
BENCHMARK(sum_panel)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Processor time of all threads, which a busy machine does not distort.
template <class Work>
double processor_seconds(Work work) {
    const std::clock_t start = std::clock();
    work();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

struct Results {
    std::vector<double> mean = std::vector<double>(series), variance = mean, chance = mean;
    std::vector<double> median = mean, lower_80 = mean, upper_80 = mean, lower_95 = mean, upper_95 = mean;
    std::vector<Status> status = std::vector<Status>(series);
};

void project(benchmark::State& state, bool with_chance, bool with_bounds) {
    static_cast<void>(counts());
    static Results results;
    OutturnColumns out;
    out.mean = results.mean;
    out.variance = results.variance;
    out.status = results.status;
    if (with_chance) out.probability_at_most = results.chance;
    if (with_bounds) {
        out.median = results.median;
        out.lower_80 = results.lower_80;
        out.upper_80 = results.upper_80;
        out.lower_95 = results.lower_95;
        out.upper_95 = results.upper_95;
    }
    const OutturnOptions options{
        .periods_per_year = 12, .periods_known = 6, .threads = static_cast<unsigned>(state.range(0))};
    std::vector<double> sums(series), projections_took, sums_took;
    for (auto _ : state) {
        projections_took.push_back(processor_seconds([&] {
            project_outturn_into(counts().panel(), counts().targets, options, out);
            benchmark::ClobberMemory();
        }));
        // The sum is timed beside each projection, so that both see the same machine at the same time.
        state.PauseTiming();
        sums_took.push_back(processor_seconds([&] { sum_each(counts().panel(), sums); }));
        state.ResumeTiming();
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(series) * state.iterations());
    state.counters["times_the_sum"] = median(projections_took) / median(sums_took);
}
void threads(benchmark::internal::Benchmark* benchmark) {
    benchmark->ArgName("threads")->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();
}
BENCHMARK_CAPTURE(project, mean_variance, false, false)->Apply(threads);
BENCHMARK_CAPTURE(project, mean_variance_chance, true, false)->Apply(threads);
BENCHMARK_CAPTURE(project, mean_variance_chance_five_bounds, true, true)->Apply(threads);

}  // namespace
