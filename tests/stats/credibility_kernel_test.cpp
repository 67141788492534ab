#include "stats/credibility.hpp"

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "stats/processor.hpp"

namespace {

using namespace ontrack::stats;
using namespace ontrack::stats::detail;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<std::uint64_t> bits(const Credibility& results, std::size_t i) {
    const CountProjection one = results.at(i);
    std::vector<std::uint64_t> all{static_cast<std::uint64_t>(one.status)};
    for (const double value : {one.law.known, one.law.remaining_mean, one.law.remaining_shape, one.known_share,
                               one.annual_level, one.excess_cv})
        all.push_back(std::isnan(value) ? 0 : std::bit_cast<std::uint64_t>(value));
    return all;
}

TEST(CredibilityKernel, EveryProcessorAndCompanyGivesTheSameBits) {
    std::mt19937_64 random(63);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    std::vector<CredibilityKernel*> kernels{credibility_kernel_baseline};
#if defined(__x86_64__) && defined(__GNUC__)
    if (has_avx2()) kernels.push_back(credibility_kernel_avx2);
    if (has_avx512()) kernels.push_back(credibility_kernel_avx512);
#endif
    for (int round = 0; round < 300; ++round) {
        const std::size_t periods = round % 3 == 0 ? 12 : round % 3 == 1 ? 4 : 1 + random() % 30;
        const std::size_t years = random() % 7, known = random() % (periods + 1), count = 1 + random() % table_series;
        std::vector<std::vector<double>> series(count);
        for (std::vector<double>& one : series) {
            std::poisson_distribution<int> value(std::pow(10.0, -0.5 + 3.0 * unit(random)));
            for (std::size_t t = 0; t < years * periods + known; ++t)
                one.push_back(round % 2 == 0 && unit(random) < 0.2 ? nan : value(random));
        }
        std::vector<double> shares;
        for (std::size_t j = 0; round % 5 == 0 && j < periods; ++j) shares.push_back(1.0 + unit(random));
        YearTable table{.past = {},
                        .current = {},
                        .count = count,
                        .years = years,
                        .known = known,
                        .first_known = round % 7 == 0 ? periods - known : 0,
                        .periods = periods,
                        .covered = {},
                        .stated_shares = shares,
                        .prior_total = round % 4 == 0 ? 100.0 : nan,
                        .prior_age = 2};
        for (std::size_t i = 0; i < count; ++i) {
            table.past[i] = series[i].data();
            table.current[i] = series[i].data() + years * periods;
        }
        Credibility together, other;
        credibility_kernel_baseline(table, together);
        for (CredibilityKernel* kernel : kernels) {
            kernel(table, other);
            for (std::size_t i = 0; i < count; ++i) EXPECT_EQ(bits(other, i), bits(together, i)) << round << ' ' << i;
            YearTable alone = table;
            alone.count = 1;
            alone.past[0] = table.past[count - 1];
            alone.current[0] = table.current[count - 1];
            kernel(alone, other);
            EXPECT_EQ(bits(other, 0), bits(together, count - 1)) << round;
        }
    }
}

}  // namespace
