#include <cstdint>
#include <vector>

#include <benchmark/benchmark.h>

#include <ontrack/stats/chart_conventions.hpp>
#include <ontrack/stats/process_icons.hpp>
#include <ontrack/stats/random.hpp>

namespace {

using namespace ontrack::stats;

constexpr std::size_t size = 5'000;
constexpr std::size_t points = 60;

/// 5,000 monthly series of five years; every third has a shift of one standard deviation in its last year.
struct Series {
    std::vector<double> values, targets;
    std::vector<std::int64_t> offsets{0};
    std::vector<Better> better;

    Series() {
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j < points; ++j)
                values.push_back(100.0 + 10.0 * (normal(60, i, j) + (i % 3 == 0 && j >= 48 ? 1.0 : 0.0)));
            offsets.push_back(static_cast<std::int64_t>(values.size()));
            better.push_back(i % 2 == 0 ? Better::high : Better::low);
        }
        targets.assign(values.size(), 105.0);
    }
};

const Series& series() {
    static const Series made;
    return made;
}

/// The yardstick: one strict left-to-right sum per series.
void strict_sum(benchmark::State& state) {
    std::vector<double> sums(size);
    const Series& s = series();
    for (auto _ : state) {
        for (std::size_t i = 0; i < size; ++i) {
            double sum = 0.0;
            for (std::size_t j = 0; j < points; ++j) sum += s.values[i * points + j];
            sums[i] = sum;
        }
        benchmark::DoNotOptimize(sums.data());
        benchmark::ClobberMemory();
    }
}
BENCHMARK(strict_sum)->Unit(benchmark::kMicrosecond);

void xmr_with_icons(benchmark::State& state, const char* convention) {
    std::vector<Variation> variation(size);
    std::vector<Assurance> assurance(size);
    std::vector<double> centre(size), lower(size), upper(size);
    std::vector<Status> status(size);
    const IconColumns out{variation, assurance, {}, {}, {}, centre, lower, upper, {}, status};
    const Series& s = series();
    const ChartConvention& used = chart_convention(convention);
    for (auto _ : state) {
        process_icons_into({{s.values, s.offsets}, {}, {}, {}, {}, s.targets, {}, s.better}, used.options, used.rules,
                           1, out);
        benchmark::ClobberMemory();
    }
}
BENCHMARK_CAPTURE(xmr_with_icons, making_data_count, "making-data-count-7")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(xmr_with_icons, nhsrplotthedots_screened, "nhsrplotthedots")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(xmr_with_icons, nelson, "nelson")->Unit(benchmark::kMicrosecond);

}  // namespace
