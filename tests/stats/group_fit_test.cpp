#include <ontrack/stats/total_models.hpp>

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/base/error.hpp>

#include "stats/past_errors.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Areas {
    std::vector<double> values;
    std::vector<std::int64_t> offsets{0};
    [[nodiscard]] Panel panel() const { return {values, offsets}; }
};

/// Areas of one offence: a shared season with its peak in the fourth month of the year, and a shared growth.
Areas areas(std::mt19937_64& random, std::size_t n, double level, double growth, std::size_t months) {
    Areas made;
    std::gamma_distribution<double> size(2.0, 0.5);
    for (std::size_t i = 0; i < n; ++i) {
        const double own = level * size(random) + 0.05;
        for (std::size_t t = 0; t < months; ++t) {
            const double season = t % 12 == 3 ? 3.0 : 0.8;
            std::poisson_distribution<int> count(own * season * std::exp(growth * static_cast<double>(t)));
            made.values.push_back(count(random));
        }
        made.offsets.push_back(static_cast<std::int64_t>(made.values.size()));
    }
    return made;
}

TEST(GroupFit, IsAValueThatReadsBackBitForBit) {
    std::mt19937_64 random(41);
    const Areas made = areas(random, 30, 4.0, 0.0, 66);
    const GroupFit fit = fit_group(made.panel(), {});
    const std::vector<double> numbers = fit.numbers();
    const GroupFit again = group_fit(numbers);
    EXPECT_EQ(again.numbers(), numbers);
    const std::span<const double> first = std::span<const double>(made.values).first(66);
    const double a = project_total(first, {.group = &fit}).law.mean();
    const double b = project_total(first, {.group = &again}).law.mean();
    EXPECT_EQ(std::bit_cast<std::uint64_t>(a), std::bit_cast<std::uint64_t>(b));
}

TEST(GroupFit, NumbersThatAreNotAGroupAreRefused) {
    std::mt19937_64 random(42);
    std::vector<double> numbers = fit_group(areas(random, 5, 4.0, 0.0, 30).panel(), {}).numbers();
    EXPECT_THROW(static_cast<void>(group_fit({})), ontrack::DataError);
    EXPECT_THROW(static_cast<void>(group_fit(std::span(numbers).first(numbers.size() - 1))), ontrack::DataError);
    for (const std::size_t i : {0U, 1U, 7U, 10U, 12U}) {
        std::vector<double> wrong = numbers;
        wrong[i] = i == 12 ? nan : 1e9;
        EXPECT_THROW(static_cast<void>(group_fit(wrong)), ontrack::DataError) << i;
    }
    EXPECT_THROW(static_cast<void>(fit_group({}, {.periods_known = 13})), ontrack::DataError);
}

TEST(GroupFit, LendsItsSeasonToTinyCounts) {
    std::mt19937_64 random(43);
    const Areas made = areas(random, 200, 0.4, 0.0, 66);
    const GroupFit fit = fit_group(made.panel(), {});
    ASSERT_EQ(fit.shares.size(), 12U);
    double sum = 0.0;
    for (const double share : fit.shares) sum += share;
    EXPECT_NEAR(sum, 1.0, 1e-12);
    EXPECT_NEAR(fit.shares[3] / fit.shares[2], 3.0 / 0.8, 0.8);
    // Known to the third month: the peak is to come.
    const std::span<const double> one = std::span<const double>(made.values).first(63);
    const TotalProjection alone = project_total(one, {.periods_known = 3});
    const GroupFit early = fit_group(made.panel(), {.periods_known = 6});
    EXPECT_EQ(project_total(one, {.periods_known = 3, .group = &early}).law.mean(), alone.law.mean())
        << "a group of another point of the year does not fit";
    EXPECT_LT(project_total(one, {.periods_known = 3}).own_season, 0.5);
}

TEST(GroupFit, TheIndexedModelFollowsTheGroup) {
    // All areas halve in the last year; a small one cannot show it by itself.
    std::mt19937_64 random(44);
    Areas made = areas(random, 100, 2.0, 0.0, 66);
    for (std::size_t i = 0; i < made.values.size(); ++i)
        if (i % 66 >= 54 && i / 66 > 0) made.values[i] = std::floor(made.values[i] / 2.0);
    const GroupFit fit = fit_group(made.panel(), {});
    const std::span<const double> first = std::span<const double>(made.values).first(66);
    const double own = project_total(first, {.model = TotalModel::gamma_poisson}).law.mean();
    const TotalProjection indexed = project_total(first, {.model = TotalModel::indexed_gamma_poisson, .group = &fit});
    EXPECT_EQ(indexed.fallback, Status::ok);
    EXPECT_NE(indexed.law.mean(), own);
    EXPECT_EQ(project_total(first, {.model = TotalModel::indexed_gamma_poisson}).used, TotalModel::gamma_poisson);
}

TEST(GroupFit, MissingSeriesDoNotBendTheGroupsCourse) {
    std::mt19937_64 random(45);
    Areas made = areas(random, 40, 50.0, 0.0, 66);
    const GroupFit whole = fit_group(made.panel(), {});
    for (std::size_t i = 0; i < made.values.size(); ++i)
        if (i / 66 < 20 && i % 66 < 24) made.values[i] = nan;
    const GroupFit gaps = fit_group(made.panel(), {});
    ASSERT_EQ(whole.index.size(), gaps.index.size());
    for (std::size_t t = 0; t < whole.index.size(); ++t) EXPECT_NEAR(gaps.index[t] / whole.index[t], 1.0, 0.1) << t;
}

TEST(GroupFit, DegenerateGroupsAreUsable) {
    const double infinity = std::numeric_limits<double>::infinity();
    for (const std::vector<double>& values :
         {std::vector<double>(), std::vector<double>(66, 0.0), std::vector<double>(66, nan),
          std::vector<double>(66, infinity), std::vector<double>(66, 1e12), std::vector<double>(1, 3.0)}) {
        const std::vector<std::int64_t> offsets{0, static_cast<std::int64_t>(values.size())};
        const GroupFit fit = fit_group({values, offsets}, {});
        EXPECT_EQ(group_fit(fit.numbers()).numbers(), fit.numbers());
        const TotalProjection projection = project_total(std::vector<double>(30, 4.0), {.group = &fit});
        EXPECT_EQ(projection.status, Status::ok);
        EXPECT_NEAR(projection.law.mean(), 48.0, 12.0);
    }
}

TEST(LearntDiscounts, TellAWanderingLevelFromASteadyOne) {
    std::mt19937_64 random(49);
    std::normal_distribution<double> normal;
    std::vector<double> steady, wandering;
    double level = 100.0;
    for (int t = 0; t < 66; ++t) {
        level *= std::exp(0.15 * normal(random));
        steady.push_back(std::poisson_distribution<int>(100.0)(random));
        wandering.push_back(std::poisson_distribution<int>(level)(random));
    }
    const double kept = learnt_discounts(steady, {})[0], forgotten = learnt_discounts(wandering, {})[0];
    EXPECT_GT(kept, 0.9);
    EXPECT_LT(forgotten, 0.8);
    EXPECT_TRUE(std::isnan(learnt_discounts(steady, {})[1])) << "no group, no index";
    const std::vector<std::int64_t> offsets{0, 66};
    const GroupFit fit = fit_group({steady, offsets}, {});
    EXPECT_GT(learnt_discounts(steady, {.group = &fit})[1], 0.9);
    EXPECT_TRUE(std::isnan(learnt_discounts(std::vector<double>(3, nan), {})[0]));
    EXPECT_TRUE(std::isnan(learnt_discounts(steady, {.periods_known = 13})[0]));
}

TEST(PastErrors, WeightsGoToTheModelThatWasRight) {
    detail::PastErrors errors;
    std::mt19937_64 random(46);
    std::normal_distribution<double> normal;
    for (int i = 0; i < 500; ++i) {
        detail::PastProjection past{.outcome = 100.0, .rests = {}};
        for (std::size_t k = 0; k < combined_models.size(); ++k) {
            const double error = (k == 2 ? 2.0 : 30.0) * normal(random);
            past.rests[k] = {100.0 + error, 200.0, Status::ok};
        }
        errors.push_back(past);
    }
    const std::vector<double> weights = detail::learnt_weights(errors);
    double sum = 0.0;
    for (const double weight : weights) {
        EXPECT_GE(weight, 0.0);
        sum += weight;
    }
    EXPECT_NEAR(sum, 1.0, 1e-12);
    EXPECT_GT(weights[2], 0.6);
    const std::vector<double> usual = detail::learnt_weights({});
    EXPECT_NEAR(usual[1] / usual[2], detail::usual_weights[1] / detail::usual_weights[2], 1e-12);
}

TEST(PastErrors, TheWidthFindsTheScaleOfTheErrors) {
    std::mt19937_64 random(47);
    std::normal_distribution<double> normal;
    for (const double factor : {0.5, 1.0, 3.0}) {
        detail::PastErrors errors;
        for (int i = 0; i < 3000; ++i) {
            // Claimed variance beyond chance: 40,000.
            detail::PastProjection past{.outcome = 1000.0 + std::sqrt(1000.0 + factor * 40'000.0) * normal(random),
                                        .rests = {}};
            for (detail::Rest& rest : past.rests) rest = {1000.0, 41'000.0, Status::ok};
            errors.push_back(past);
        }
        EXPECT_NEAR(detail::learnt_spread(errors, detail::usual_weights).width / factor, 1.0, 0.2);
    }
}

TEST(PastErrors, BurstsShowAsDispersion) {
    std::mt19937_64 random(48);
    std::poisson_distribution<int> orders(4.0);
    detail::PastErrors single, threes;
    for (int i = 0; i < 4000; ++i) {
        detail::PastProjection past{.outcome = static_cast<double>(3 * orders(random)), .rests = {}};
        for (detail::Rest& rest : past.rests) rest = {12.0, 12.0, Status::ok};
        threes.push_back(past);
        past.outcome = static_cast<double>(orders(random));
        for (detail::Rest& rest : past.rests) rest = {4.0, 4.0, Status::ok};
        single.push_back(past);
    }
    EXPECT_NEAR(detail::learnt_spread(threes, detail::usual_weights).dispersion, 3.0, 0.6);
    EXPECT_NEAR(detail::learnt_spread(single, detail::usual_weights).dispersion, 1.0, 0.2);
}

}  // namespace
