#include <ontrack/stats/scores.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/distributions.hpp>

#include "reference/code_of.hpp"
#include "reference/scores.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

TEST(Scores, DrawsAsEveryPairOfThem) {
    std::mt19937_64 random(1);
    std::poisson_distribution<int> count(20);
    for (const std::size_t m : {2U, 3U, 50U}) {
        std::vector<double> draws(m);
        for (double& draw : draws) draw = count(random);
        for (const double outcome : {0.0, 19.0, 20.5, 60.0})
            EXPECT_NEAR(crps(draws, outcome).value, reference::slow_crps(draws, outcome), 1e-12);
    }
    EXPECT_EQ(crps(std::vector{3.0}, 10.0).value, 7.0);
}

TEST(Scores, FewDrawsAreAsGoodAsMany) {
    std::mt19937_64 random(2);
    std::poisson_distribution<int> count(20);
    const double truth = crps(CountLaw{0, 20, infinity}, 23).value;
    for (const std::size_t m : {2U, 40U}) {
        double sum = 0.0;
        const int rounds = m == 2 ? 200000 : 10000;
        std::vector<double> draws(m);
        for (int i = 0; i < rounds; ++i) {
            for (double& draw : draws) draw = count(random);
            sum += crps(draws, 23).value;
        }
        EXPECT_NEAR(sum / rounds, truth, 0.03) << m;
    }
}

TEST(Scores, NormalLawOfGneitingAndRaftery) {
    // Their formula for N(0, 1): y(2Φ(y) − 1) + 2φ(y) − 1/√π; at 0 it is (√2 − 1)/√π.
    std::vector<double> draws;
    for (int i = 0; i < 20000; ++i) draws.push_back(normal_quantile((i + 0.5) / 20000.0));
    EXPECT_NEAR(crps(draws, 0.0).value, (std::sqrt(2.0) - 1.0) / std::sqrt(std::acos(-1.0)), 2e-4);
}

TEST(Scores, CountLawAsItsSum) {
    for (const double mean : {0.001, 0.3, 1.0, 7.5, 60.0, 2500.0}) {
        for (const double shape : {0.05, 0.5, 1.0, 3.0, 40.0, 1e4, 1e9, infinity}) {
            if (mean > 100 * shape) continue;  // the sum would not end
            for (const double z : {-1.0, 0.0, 0.5, 1.0, 4.0}) {
                const double x = std::floor(mean + z * std::sqrt(mean + mean * mean / shape));
                const auto slow = static_cast<double>(reference::slow_count_crps(static_cast<long>(x), mean, shape));
                const Score score = crps(CountLaw{100, mean, shape}, 100 + x);
                EXPECT_NEAR(score.value / slow, 1.0, 1e-9) << mean << ' ' << shape << ' ' << x;
                EXPECT_EQ(score.status, Status::ok);
            }
        }
    }
}

TEST(Scores, PublishedClosedForms) {
    // Geometric law with 1 − F(k) = q^(k+1), outcome 0: Σ q^(2k+2) = q²/(1 − q²).
    const double q = 0.8;
    EXPECT_NEAR(crps(CountLaw{0, q / (1 - q), 1}, 0).value, q * q / (1 - q * q), 1e-13);
    // Jordan, Krüger & Lerch (2019), Poisson: (y − λ)(2F(y) − 1) + 2λf(y) − λe^(−2λ)(I₀(2λ) + I₁(2λ)); here λ = 1, y = 1,
    // I₀(2) = 2.2795853023360673, I₁(2) = 1.5906368546373291.
    const double published = 2.0 * std::exp(-1.0) - std::exp(-2.0) * (2.2795853023360673 + 1.5906368546373291);
    EXPECT_NEAR(crps(CountLaw{0, 1, infinity}, 1).value, published, 1e-14);
}

TEST(Scores, ExtremeLawsStayFinite) {
    EXPECT_EQ(crps(CountLaw{12, 0, 3}, 12).value, 0.0);
    EXPECT_EQ(crps(CountLaw{12, 0, 3}, 9).value, 3.0);
    EXPECT_NEAR(crps(CountLaw{0, 10, 5}, 1e12).value / 1e12, 1.0, 1e-9);
    // A large Poisson total is normal: σ(√2 − 1)/√π at its centre.
    const double normal = 1e5 * (std::sqrt(2.0) - 1.0) / std::sqrt(std::acos(-1.0));
    EXPECT_NEAR(crps(CountLaw{0, 1e10, infinity}, 1e10).value / normal, 1.0, 1e-4);
    for (const double shape : {1e-3, 1.0, 1e13, 1e15, 1e300})
        for (const double mean : {1e-12, 1.0, 1e9}) {
            const Score score = crps(CountLaw{0, mean, shape}, 3);
            EXPECT_EQ(score.status, Status::ok) << mean << ' ' << shape;
            EXPECT_TRUE(std::isfinite(score.value) && score.value >= 0) << mean << ' ' << shape;
        }
}

TEST(Scores, PitOfTheTruthIsUniform) {
    std::mt19937_64 random(3);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    const CountLaw law{5, 4, 2};
    std::vector<double> of_law, of_draws;
    for (int i = 0; i < 20000; ++i) {
        const auto draw = [&] { return law.quantile(std::clamp(unit(random), 1e-9, 1 - 1e-9)); };
        of_law.push_back(randomised_pit(law, draw(), unit(random)).value);
        std::vector<double> draws(9);
        for (double& each : draws) each = draw();
        of_draws.push_back(randomised_pit(draws, draw(), unit(random)).value);
    }
    for (auto* pit : {&of_law, &of_draws}) {
        std::ranges::sort(*pit);
        double furthest = 0.0;
        for (std::size_t i = 0; i < pit->size(); ++i)
            furthest = std::max(furthest, std::abs((*pit)[i] - (static_cast<double>(i) + 0.5) / 20000.0));
        EXPECT_LT(furthest, 1.63 / std::sqrt(20000.0));  // Kolmogorov, 1 %
    }
}

TEST(Scores, HonestyPays) {
    const double truth = 0.3;
    const auto expected = [&](double said) {
        return truth * brier(said, true).value + (1 - truth) * brier(said, false).value;
    };
    EXPECT_NEAR(expected(truth), truth * (1 - truth), 1e-15);
    for (const double said : {0.0, 0.2, 0.29, 0.31, 0.5, 1.0}) EXPECT_GT(expected(said), expected(truth));
}

TEST(Scores, Status) {
    EXPECT_EQ(crps(std::vector<double>{}, 1).status, Status::too_few_points);
    EXPECT_EQ(crps(std::vector{1.0, nan}, 1).status, Status::missing_value);
    EXPECT_EQ(crps(std::vector{1.0, 2.0}, infinity).status, Status::not_finite);
    EXPECT_EQ(crps(std::vector{1e308, -1e308}, 0).status, Status::not_finite);
    EXPECT_EQ(crps(CountLaw{nan, 1, 1}, 1).status, Status::missing_value);
    EXPECT_EQ(crps(CountLaw{0, -1, 1}, 1).status, Status::negative_value);
    EXPECT_EQ(crps(CountLaw{0, 1, 0}, 1).status, Status::invalid_option);
    EXPECT_EQ(crps(CountLaw{0, 1e17, 1}, 1).status, Status::not_a_count);
    EXPECT_EQ(brier(1.1, true).status, Status::invalid_option);
    EXPECT_EQ(brier(nan, true).status, Status::missing_value);
    EXPECT_EQ(randomised_pit(CountLaw{0, 1, 1}, 1, 1.5).status, Status::invalid_option);
    EXPECT_EQ(randomised_pit(std::vector{1.0}, nan, 0.5).status, Status::missing_value);
    EXPECT_TRUE(std::isnan(crps(std::vector<double>{}, 1).value));
}

TEST(Scores, BatchesAreTheSingleScoresForAnyNumberOfThreads) {
    std::mt19937_64 random(4);
    std::poisson_distribution<int> count(30);
    constexpr std::size_t size = 103, each = 20;
    std::vector<double> draws(size * each), outcomes(size), known(size), mean(size), shape(size, 4.0);
    for (double& draw : draws) draw = count(random);
    for (std::size_t i = 0; i < size; ++i) {
        outcomes[i] = count(random);
        known[i] = static_cast<double>(i % 7);
        mean[i] = i % 11 == 0 ? nan : 25.0;
    }
    const CountLaws laws{known, mean, shape};
    const auto batch = [&](unsigned threads) {
        std::vector<double> values(4 * size);
        std::vector<Status> status(size);
        const std::span<double> all = values;
        crps_into(draws, outcomes, {all.subspan(0, size), {}}, threads);
        crps_into(laws, outcomes, {all.subspan(size, size), status}, threads);
        randomised_pit_into(draws, outcomes, 7, {all.subspan(2 * size, size), {}}, threads);
        randomised_pit_into(laws, outcomes, 7, {all.subspan(3 * size, size), {}}, threads);
        for (double& value : values) value = std::isnan(value) ? -1.0 : value;
        EXPECT_EQ(status[0], Status::missing_value);
        return values;
    };
    const std::vector<double> one = batch(1);
    for (const unsigned threads : {2U, 5U, 200U}) EXPECT_EQ(batch(threads), one);
    const std::span<const double> all = draws;
    EXPECT_EQ(one[9], crps(all.subspan(9 * each, each), outcomes[9]).value);
    EXPECT_EQ(one[size + 9], crps(CountLaw{known[9], mean[9], shape[9]}, outcomes[9]).value);

    std::vector<double> scores(3);
    brier_into(std::vector{0.5, 0.5, 0.5}, std::vector{1.0, 0.0, 0.5}, {scores, {}});
    EXPECT_EQ(scores[0], 0.25);
    EXPECT_EQ(scores[1], 0.25);
    EXPECT_TRUE(std::isnan(scores[2]));

    EXPECT_EQ(reference::code_of([&] { crps_into(draws, std::vector{1.0, 2.0, 3.0}, {}); }), "wrong-length");
    EXPECT_EQ(reference::code_of([&] { crps_into(laws, outcomes, {scores, {}}); }), "wrong-length");
    EXPECT_EQ(reference::code_of([&] { brier_into(std::vector{0.5}, outcomes, {}); }), "wrong-length");
}

}  // namespace
