#include "stats/discounted_level.hpp"

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "reference/discounted_level.hpp"
#include "stats/discount_kernel.hpp"
#include "stats/processor.hpp"

namespace {

using namespace ontrack::stats::detail;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Example {
    std::vector<double> values, one, other;
    DiscountTask task{};

    explicit Example(std::mt19937_64& random) {
        std::uniform_real_distribution<double> unit(0.0, 1.0);
        const double level = std::pow(10.0, -1.0 + 5.0 * unit(random));
        std::poisson_distribution<long> count(level);
        const auto length = static_cast<std::size_t>(1.0 + 90.0 * unit(random));
        for (std::size_t t = 0; t < length; ++t) {
            values.push_back(unit(random) < 0.1 ? nan : static_cast<double>(count(random)));
            one.push_back(0.5 + unit(random));
            other.push_back(t < length / 4 ? 0.0 : 10.0 * unit(random));
        }
        task = {.values = values.data(),
                .exposure = {one.data(), other.data()},
                .length = length,
                .settle = 5,
                .discount = {0.7, 0.88, 0.96, 1.0, 0.7, 0.88, 0.96, 1.0},
                .start = {},
                .excess = {0.3 * unit(random), 0.02}};
        for (int k = 0; k < 2; ++k) {
            double events = 0.0, exposed = 0.0;
            for (std::size_t t = 0; t < length; ++t) {
                if (std::isnan(values[t]) || !(task.exposure[k][t] > 0.0)) continue;
                events += values[t];
                exposed += task.exposure[k][t];
            }
            task.start[k] = std::max(events, 0.5) / exposed;
        }
    }
};

TEST(DiscountKernel, AgreesWithTheFilterWrittenDownLineByLine) {
    std::mt19937_64 random(11);
    for (int i = 0; i < 400; ++i) {
        const Example example(random);
        if (!std::isfinite(example.task.start[1])) continue;
        DiscountStates states;
        discount_kernel()(example.task, states);
        for (std::size_t lane = 0; lane < discount_lanes; ++lane) {
            const std::size_t k = lane / 4;
            const auto expected =
                reference::discounted_level(example.values, k == 0 ? example.one : example.other,
                                            example.task.discount[lane], example.task.excess[k], example.task.settle);
            const auto likelihood = static_cast<double>(expected.log_likelihood);
            // What depends on y alone is left out: compare with the same lane's neighbour of discount 1.
            const auto base = reference::discounted_level(example.values, k == 0 ? example.one : example.other, 1.0L,
                                                          example.task.excess[k], example.task.settle);
            EXPECT_NEAR(states.shape[lane] / static_cast<double>(expected.shape), 1.0, 1e-12);
            EXPECT_NEAR(states.rate[lane] / static_cast<double>(expected.rate), 1.0, 1e-12);
            EXPECT_NEAR(states.log_likelihood[lane] - states.log_likelihood[4 * k + 3],
                        likelihood - static_cast<double>(base.log_likelihood), 1e-8 * (1.0 + std::abs(likelihood)));
        }
    }
}

TEST(DiscountKernel, SameBitsOnEveryProcessor) {
    std::mt19937_64 random(12);
    std::vector<DiscountKernel*> kernels{discount_kernel_baseline};
    if (has_avx2()) kernels.push_back(discount_kernel_avx2);
    if (has_avx512()) kernels.push_back(discount_kernel_avx512);
    for (int i = 0; i < 300; ++i) {
        const Example example(random);
        DiscountStates first{}, states{};
        kernels[0](example.task, first);
        for (DiscountKernel* kernel : kernels) {
            kernel(example.task, states);
            for (std::size_t lane = 0; lane < discount_lanes; ++lane) {
                for (const auto part : {&DiscountStates::shape, &DiscountStates::rate, &DiscountStates::log_likelihood})
                    EXPECT_EQ(std::bit_cast<std::uint64_t>((states.*part)[lane]),
                              std::bit_cast<std::uint64_t>((first.*part)[lane]));
            }
        }
    }
}

TEST(DiscountedLevel, IsTheDiscountedMeanOfHarveyAndFernandes) {
    // Harvey & Fernandes (1989): without over-dispersion the level is Σ ωʲy over Σ ωʲ, once the start is forgotten.
    std::vector<double> values, exposure;
    for (int t = 0; t < 300; ++t) {
        values.push_back(50.0 + (t * 7) % 23);
        exposure.push_back(1.0);
    }
    const DiscountTask task{.values = values.data(),
                            .exposure = {exposure.data(), exposure.data()},
                            .length = values.size(),
                            .settle = 0,
                            .discount = {0.7, 0.88, 0.9, 0.8, 0.7, 0.88, 0.9, 0.8},
                            .start = {60.0, 60.0},
                            .excess = {0.0, 0.0}};
    DiscountStates states;
    discount_kernel()(task, states);
    for (std::size_t lane = 0; lane < discount_lanes; ++lane) {
        double top = 0.0, bottom = 0.0;
        for (std::size_t j = 0; j < values.size(); ++j) {
            const double weight = std::pow(task.discount[lane], static_cast<double>(j));
            top += weight * values[values.size() - 1 - j];
            bottom += weight;
        }
        EXPECT_NEAR(states.shape[lane] / states.rate[lane], top / bottom, 1e-9);
    }
}

TEST(DiscountedLevel, TheLikelihoodFindsTheDiscount) {
    std::mt19937_64 random(13);
    std::normal_distribution<double> normal;
    std::vector<double> still, moving;
    double level = 200.0;
    for (int t = 0; t < 120; ++t) {
        std::poisson_distribution<int> same(200.0), other(level);
        still.push_back(same(random));
        moving.push_back(other(random));
        level *= std::exp(0.15 * normal(random));
    }
    const std::vector<double> exposure(still.size(), 1.0);
    const auto discount = [&](const std::vector<double>& values) {
        return discounted_levels({.values = values,
                                  .exposure = {exposure, exposure},
                                  .usual_excess = 0.001,
                                  .log_prior = {},
                                  .coming = 6,
                                  .settle = 12})[0]
            .discount;
    };
    EXPECT_GT(discount(still), 0.92);
    EXPECT_LT(discount(moving), 0.85);
}

}  // namespace
