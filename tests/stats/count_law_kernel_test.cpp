#include "stats/negative_binomial.hpp"

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <span>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/distributions.hpp>

#include "reference/negative_binomial.hpp"
#include "stats/processor.hpp"

namespace {

using namespace ontrack::stats;
using namespace ontrack::stats::detail;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<CountLawKernel*> kernels() {
    std::vector<CountLawKernel*> all{count_law_kernel_baseline};
#if defined(__x86_64__) && defined(__GNUC__)
    if (has_avx2()) all.push_back(count_law_kernel_avx2);
    if (has_avx512()) all.push_back(count_law_kernel_avx512);
#endif
    return all;
}

struct Laws {
    std::vector<double> mean, shape, x, cdf, quantile;

    void add(double m, double k, double at) {
        mean.push_back(m);
        shape.push_back(k);
        x.push_back(at);
    }
    void run(CountLawKernel* kernel, std::span<const QuantileGuess> guesses) {
        cdf.assign(mean.size(), -1.0);
        quantile.assign(mean.size() * guesses.size(), -1.0);
        count_laws(kernel, {.count = mean.size(),
                            .mean = mean.data(),
                            .shape = shape.data(),
                            .x = x.data(),
                            .cdf = cdf.data(),
                            .quantiles = guesses.size(),
                            .guesses = guesses.data(),
                            .quantile = quantile.data()});
    }
};

/// Means from 0.01 to 1e7, shapes from 0.02 (too small for the kernel) to 1e6, and what is no law at all.
Laws many_laws() {
    Laws laws;
    std::mt19937_64 random(61);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    for (int i = 0; i < 3000; ++i) {
        const double mean = std::pow(10.0, -2.0 + 9.0 * unit(random));
        const double shape = i % 50 == 0 ? infinity : std::pow(10.0, -1.7 + 7.7 * unit(random));
        const double deviation = std::sqrt(mean + mean * mean / shape);
        laws.add(mean, shape, std::floor(mean + deviation * (9.0 * unit(random) - 4.0)));
    }
    for (const double mean : {nan, -1.0, infinity, 0.0, 1e-300, 1e15})
        for (const double shape : {nan, 0.0, 1e-3, 2.0, 1e15, infinity}) laws.add(mean, shape, 3.0);
    for (const double x : {nan, -0.5, 0.0, 2.9, 1e13, infinity}) laws.add(3.0, 2.0, x);
    return laws;
}

std::vector<QuantileGuess> guesses() {
    std::vector<QuantileGuess> all;
    for (const double p : {1e-6, 0.025, 0.1, 0.5, 0.9, 0.975, 1.0 - 1e-6}) all.push_back(quantile_guess(p));
    return all;
}

bool same_bits(const std::vector<double>& a, const std::vector<double>& b) {
    if (a.size() != b.size()) return false;
    for (std::size_t i = 0; i < a.size(); ++i)
        if (std::bit_cast<std::uint64_t>(a[i]) != std::bit_cast<std::uint64_t>(b[i])) return false;
    return true;
}

TEST(CountLawKernel, EveryProcessorAndCompanyGivesTheSameBits) {
    const std::vector<QuantileGuess> wanted = guesses();
    Laws laws = many_laws();
    laws.run(count_law_kernel_baseline, wanted);
    for (CountLawKernel* kernel : kernels()) {
        Laws again = laws;
        again.run(kernel, wanted);
        EXPECT_TRUE(same_bits(again.cdf, laws.cdf));
        EXPECT_TRUE(same_bits(again.quantile, laws.quantile));
    }
    for (std::size_t i = 0; i < laws.mean.size(); ++i) {
        const double alone = negative_binomial_cdf(laws.x[i], laws.mean[i], laws.shape[i]);
        EXPECT_EQ(std::bit_cast<std::uint64_t>(alone), std::bit_cast<std::uint64_t>(laws.cdf[i])) << i;
        for (std::size_t k = 0; k < wanted.size(); ++k) {
            const double bound = negative_binomial_quantile(wanted[k].p, laws.mean[i], laws.shape[i]);
            EXPECT_EQ(std::bit_cast<std::uint64_t>(bound),
                      std::bit_cast<std::uint64_t>(laws.quantile[i * wanted.size() + k]))
                << i << ' ' << k;
        }
    }
}

TEST(CountLawKernel, AgreesWithAddingUpFromOneInAMillionOn) {
    std::mt19937_64 random(62);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    Laws laws;
    for (int i = 0; i < 3000; ++i) {
        const double mean = std::pow(10.0, -1.0 + 4.5 * unit(random));
        const double shape = std::pow(10.0, -1.2 + 4.5 * unit(random));
        const double deviation = std::sqrt(mean + mean * mean / shape);
        laws.add(mean, shape, std::max(0.0, std::floor(mean + deviation * (10.0 * unit(random) - 5.0))));
    }
    const std::vector<QuantileGuess> wanted = guesses();
    for (CountLawKernel* kernel : kernels()) {
        laws.run(kernel, wanted);
        for (std::size_t i = 0; i < laws.mean.size(); ++i) {
            const auto reference = [&](double x) {
                return x < 0.0 ? 0.0L
                               : reference::negative_binomial_cdf(static_cast<long>(x), laws.mean[i], laws.shape[i]);
            };
            const auto expected = static_cast<double>(reference(laws.x[i]));
            if (expected >= 1e-6) {
                EXPECT_NEAR(laws.cdf[i] / expected, 1.0, 1e-12)
                    << laws.x[i] << ' ' << laws.mean[i] << ' ' << laws.shape[i];
            }
            if (i % 10 != 0) continue;
            for (std::size_t k = 0; k < wanted.size(); ++k) {
                const double bound = laws.quantile[i * wanted.size() + k];
                EXPECT_EQ(bound, std::floor(bound));
                EXPECT_GE(reference(bound), wanted[k].p * (1.0 - 1e-13)) << i << ' ' << k;
                EXPECT_LT(reference(bound - 1.0), wanted[k].p * (1.0 + 1e-13)) << i << ' ' << k;
            }
        }
    }
}

}  // namespace
