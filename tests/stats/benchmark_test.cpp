#include <ontrack/stats/benchmark.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/count_rate.hpp>
#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/proportion.hpp>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;
using C = Comparison;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The class with better and worse, highest and lowest, exchanged.
C mirrored(C comparison) {
    switch (comparison) {
        case C::worst:
            return C::best;
        case C::worse:
            return C::better;
        case C::better:
            return C::worse;
        case C::best:
            return C::worst;
        case C::lowest:
            return C::highest;
        case C::lower:
            return C::higher;
        case C::higher:
            return C::lower;
        case C::highest:
            return C::lowest;
        default:
            return comparison;
    }
}

/// −2 to 2 from lowest to highest.
int place(C comparison) {
    return comparison == C::lowest    ? -2
           : comparison == C::lower   ? -1
           : comparison == C::higher  ? 1
           : comparison == C::highest ? 2
                                      : 0;
}

TEST(Benchmark, BoundsAreSimilar) {
    const Limits interval{2.0, 4.0};
    for (const double benchmark : {2.0, 3.0, 4.0})
        EXPECT_EQ(compare_with_benchmark(interval, benchmark, Better::high), C::similar);
    EXPECT_EQ(compare_with_benchmark(interval, std::nextafter(2.0, 0.0), Better::high), C::better);
    EXPECT_EQ(compare_with_benchmark(interval, std::nextafter(4.0, 9.0), Better::high), C::worse);
    EXPECT_EQ(compare_with_benchmark(interval, 5.0, Better::low), C::better);
    EXPECT_EQ(compare_with_benchmark(interval, 5.0, Better::neither), C::lower);
    EXPECT_EQ(compare_with_benchmark(interval, 1.0, Better::neither), C::higher);
    EXPECT_EQ(compare_with_benchmark(interval, nan, Better::high), C::not_compared);
    EXPECT_EQ(compare_with_benchmark({nan, 4.0}, 5.0, Better::high), C::not_compared);
}

TEST(Benchmark, TwoLevelsKeepTheOuterBoundInside) {
    const Limits inner{2.5, 2.7}, outer{2.3, 2.9};
    EXPECT_EQ(compare_with_benchmark(inner, outer, 2.9, Better::low), C::better);
    EXPECT_EQ(compare_with_benchmark(inner, outer, 2.91, Better::low), C::best);
    EXPECT_EQ(compare_with_benchmark(inner, outer, 2.29, Better::low), C::worst);
    EXPECT_EQ(compare_with_benchmark(inner, outer, 2.29, Better::neither), C::highest);
    EXPECT_EQ(compare_with_benchmark(inner, outer, 2.91, Better::neither), C::lowest);
    EXPECT_EQ(compare_with_benchmark(inner, {2.3, nan}, 2.0, Better::low), C::not_compared);
}

TEST(Benchmark, IntervalsThatTouchAreSimilarBothWays) {
    EXPECT_EQ(compare_intervals({3.5, 4.5}, {2.7, 3.5}, Better::low), C::similar);
    EXPECT_EQ(compare_intervals({3.5, 4.5}, {2.7, 3.4}, Better::low), C::worse);
    EXPECT_EQ(compare_intervals({2.7, 3.4}, {3.5, 4.5}, Better::low), C::better);
    EXPECT_EQ(compare_intervals({2.7, nan}, {3.5, 4.5}, Better::low), C::not_compared);
    // Schenker & Gentleman (2001): intervals of equal length that touch differ by 2z standard errors of one, 2z/√2 of the
    // difference.
    EXPECT_NEAR(2.0 * normal_cdf(-2.0 * normal_quantile(0.975) / std::sqrt(2.0)), 0.0056, 5e-5);
}

TEST(Benchmark, LimitsAroundTheBenchmarkAreTheseOfItsOwnEvents) {
    // 12 expected of 60: Wilson's limits of 12 of 60 are those that divide similar from lower and higher.
    const Limits limits = wilson(12, 60, 0.95);
    EXPECT_EQ(compare_proportion(limits.upper, 60, 0.2), C::similar);
    EXPECT_EQ(compare_proportion(std::nextafter(limits.upper, 1.0), 60, 0.2), C::higher);
    EXPECT_EQ(compare_proportion(std::nextafter(limits.lower, 0.0), 60, 0.2), C::lower);
    const Estimate count = estimate_count(12.0, {0.95, CountMethod::exact});
    EXPECT_EQ(compare_rate(count.upper / 60.0 * (1 - 1e-12), 60, 0.2), C::similar);
    EXPECT_EQ(compare_rate(count.upper / 60.0 * (1 + 1e-12), 60, 0.2), C::higher);
    EXPECT_EQ(compare_rate(count.lower / 60.0 * (1 - 1e-12), 60, 0.2), C::lower);
}

TEST(Benchmark, ObservedIsJudgedByItsOwnInterval) {
    for (const double events : {0.0, 1.0, 9.0, 10.0, 200.0}) {
        const Estimate e = estimate_count(events);
        EXPECT_EQ(compare_observed(events, e.upper), C::similar);
        EXPECT_EQ(compare_observed(events, std::nextafter(e.upper, 1e9)), C::lower);
        if (events > 0.0) {
            EXPECT_EQ(compare_observed(events, e.lower), C::similar);
            EXPECT_EQ(compare_observed(events, std::nextafter(e.lower, 0.0)), C::higher);
        }
    }
    EXPECT_EQ(compare_observed(3, 0), C::not_compared);
}

TEST(Benchmark, RisesWithTheValueAndTurnsWithThePolarity) {
    std::mt19937_64 random(3);
    const BenchmarkOptions neutral{Better::neither, 0.95, 0.998};
    for (int i = 0; i < 300; ++i) {
        const double n = 20.0 + static_cast<double>(random() % 500);
        const double p0 = 0.02 + 0.9 * static_cast<double>(random() % 1000) / 1000.0;
        int last = -2;
        for (double x = 0.0; x <= n; x += 1.0) {
            const C comparison = compare_proportion(x / n, n, p0, neutral);
            EXPECT_GE(place(comparison), last);
            last = place(comparison);
            const C high = compare_proportion(x / n, n, p0, {Better::high, 0.95, 0.998});
            EXPECT_EQ(mirrored(high), compare_proportion(x / n, n, p0, {Better::low, 0.95, 0.998}));
            // The share that is not so, of the complement: the mirror image.
            EXPECT_EQ(mirrored(comparison), compare_proportion(1.0 - x / n, n, 1.0 - p0, neutral)) << x << '/' << n;
        }
    }
}

TEST(Benchmark, RateDoesNotDependOnItsUnit) {
    for (double x = 0.0; x < 40.0; x += 1.0) {
        const C plain = compare_rate(x / 50.0, 50.0, 0.3, {Better::low, 0.95, 0.998});
        EXPECT_EQ(compare_rate(x / 50.0 * 1000.0, 0.05, 300.0, {Better::low, 0.95, 0.998}), plain) << x;
    }
}

TEST(Benchmark, Targets) {
    EXPECT_EQ(compare_with_target(10, 10, Better::low), C::better);
    EXPECT_EQ(compare_with_target(10.5, 10, Better::low), C::worse);
    EXPECT_EQ(compare_with_target(10.5, 10, Better::neither), C::not_compared);
    EXPECT_EQ(compare_with_target(Limits{10, 11}, 10, Better::low), C::worse);
    EXPECT_EQ(compare_with_target(Limits{9, 10}, 10, Better::low), C::similar);
    EXPECT_EQ(compare_with_range(1, {1, 2}, Better::high), C::similar);
    EXPECT_EQ(compare_with_range(2, {1, 2}, Better::high), C::better);
    EXPECT_EQ(compare_with_range(nan, {1, 2}, Better::high), C::not_compared);
}

TEST(Benchmark, BatchesGiveWhatScalarsGive) {
    const std::vector<double> value{0.1, 0.3, nan, 0.9, 0.2}, n{50, 60, 70, 80, 0};
    const std::vector<double> one{0.2}, each{0.2, 0.1, 0.2, 0.3, 0.2}, wrong{1, 2};
    std::vector<C> out(5);
    const BenchmarkOptions options{Better::low, 0.95, 0.998};
    compare_proportion_into(value, n, one, options, out);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(out[i], compare_proportion(value[i], n[i], 0.2, options));
    EXPECT_EQ(out[2], C::not_compared);
    EXPECT_EQ(out[4], C::not_compared);
    compare_rate_into(value, n, each, options, out);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(out[i], compare_rate(value[i], n[i], each[i], options));
    compare_observed_into(n, each, options, out);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(out[i], compare_observed(n[i], each[i], options));
    compare_with_benchmark_into({value, n}, one, Better::high, out);
    EXPECT_EQ(out[3], C::better);
    EXPECT_EQ(reference::code_of([&] { compare_rate_into(value, wrong, one, options, out); }), "wrong-length");
    EXPECT_EQ(reference::code_of([&] { compare_rate_into(value, n, wrong, options, out); }), "wrong-length");
    EXPECT_EQ(reference::code_of([&] { compare_rate_into(value, n, one, {Better::low, 0.95, 0.9}, out); }),
              "not-a-confidence-level");
    EXPECT_EQ(compare_rate(1, 1, 1, {Better::low, 2.0}), C::not_compared);
}

}  // namespace
