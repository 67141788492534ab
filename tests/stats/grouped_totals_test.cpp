#include <ontrack/stats/grouped_totals.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/base/error.hpp>

#include "reference/consequences.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

TotalLaw count(double known, double mean, double variance) {
    TotalLaw law{.known = known, .size = 1};
    law.parts[0] = {.mean = mean, .variance = variance};
    return law;
}

TEST(GroupedTotals, AddUpInTheMeanAndPairByPairInTheVariance) {
    std::mt19937_64 random(5);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    std::vector<TotalLaw> laws;
    std::vector<std::int32_t> groups, totals, all(40, 0);
    for (int i = 0; i < 40; ++i) {
        const double mean = 1.0 + 200.0 * unit(random);
        laws.push_back(count(std::floor(100.0 * unit(random)), mean, mean * (1.0 + 5.0 * unit(random))));
        groups.push_back(i % 4 - (i % 8 == 0));  // −1, 1, 2, 3, 0, 1, …
        totals.push_back(i % 3);
    }
    const std::vector<Status> status(40, Status::ok);
    const SharedShocks shocks{.within = 0.5, .between = 0.1};
    std::vector<GroupedTotal> parts(3), whole(1);
    add_totals_into(laws, status, groups, totals, shocks, parts);
    add_totals_into(laws, status, groups, all, shocks, whole);
    double mean = 0.0;
    for (std::int32_t k = 0; k < 3; ++k) {
        std::vector<double> variance, beyond;
        std::vector<int> group;
        for (std::size_t i = 0; i < 40; ++i) {
            if (totals[i] != k) continue;
            variance.push_back(laws[i].variance());
            beyond.push_back(laws[i].variance() - laws[i].parts[0].mean);
            group.push_back(groups[i]);
        }
        const GroupedTotal& found = parts[static_cast<std::size_t>(k)];
        EXPECT_EQ(found.status, Status::ok);
        EXPECT_EQ(found.series, variance.size());
        const double expected = reference::variance_of_sum(variance, beyond, group, 0.5, 0.1);
        EXPECT_NEAR(found.law.variance(), expected, 1e-9 * expected);
        mean += found.law.mean();
    }
    EXPECT_NEAR(whole[0].law.mean(), mean, 1e-9 * mean);
    EXPECT_GT(whole[0].law.variance(), parts[0].law.variance() + parts[1].law.variance() + parts[2].law.variance());
}

TEST(GroupedTotals, HaveTheVarianceOfSimulatedSharedShocks) {
    // Members with means m_i·(1 + c_i·Z), corr(Z_i, Z_j) = ρ, and Poisson counts around them.
    std::mt19937_64 random(6);
    std::normal_distribution<double> normal;
    const double means[] = {50.0, 80.0, 200.0, 30.0}, spread[] = {0.1, 0.05, 0.08, 0.2};
    std::vector<TotalLaw> laws;
    for (std::size_t i = 0; i < 4; ++i)
        laws.push_back(count(0, means[i], means[i] + std::pow(means[i] * spread[i], 2)));
    std::vector<GroupedTotal> out(1);
    add_totals_into(laws, std::vector<Status>(4, Status::ok), std::vector<std::int32_t>(4, 0),
                    std::vector<std::int32_t>(4, 0), {.within = 0.6, .between = 0.0}, out);
    const int n = 100'000;
    double sum = 0.0, squares = 0.0;
    for (int k = 0; k < n; ++k) {
        const double common = normal(random);
        double total = 0.0;
        for (std::size_t i = 0; i < 4; ++i) {
            const double shock = std::sqrt(0.6) * common + std::sqrt(0.4) * normal(random);
            total += std::poisson_distribution<int>(means[i] * (1.0 + spread[i] * shock))(random);
        }
        sum += total;
        squares += total * total;
    }
    const double mean = sum / n, variance = squares / n - mean * mean;
    EXPECT_NEAR(mean, out[0].law.mean(), 4.0 * std::sqrt(variance / n));
    EXPECT_NEAR(variance, out[0].law.variance(), 4.0 * variance * std::sqrt(2.0 / n));
}

TEST(GroupedTotals, OneSeriesIsItselfAndUnusableOnesAreNamed) {
    const std::vector<TotalLaw> laws{count(3, 10, 20), count(nan, 1, 1), TotalLaw{.known = 7}};
    const std::vector<Status> status{Status::ok, Status::negative_value, Status::ok};
    const std::vector<std::int32_t> totals{0, 1, 3};
    std::vector<GroupedTotal> out(4);
    add_totals_into(laws, status, {}, totals, {}, out);
    EXPECT_NEAR(out[0].law.variance(), 20.0, 1e-12);
    EXPECT_EQ(out[0].law.quantile(0.9), laws[0].quantile(0.9));
    EXPECT_EQ(out[1].status, Status::negative_value);
    EXPECT_TRUE(std::isnan(out[1].law.mean()));
    EXPECT_EQ(out[2].status, Status::too_few_points);
    EXPECT_EQ(out[3].law.mean(), 7.0);
    EXPECT_EQ(out[3].law.variance(), 0.0);
    add_totals_into({}, {}, {}, {}, {}, {});
    add_totals_into(laws, std::vector<Status>(3, Status::ok), {}, totals, {}, out);
    EXPECT_EQ(out[0].status, Status::ok);
    EXPECT_EQ(out[1].status, Status::missing_value);
}

TEST(GroupedTotals, OfAmounts) {
    TotalLaw amount{.known = 1, .size = 1};
    amount.parts[0] = {LawFamily::log_normal, 1.0, 10.0, 4.0};
    std::vector<GroupedTotal> out(1);
    add_totals_into(std::vector<TotalLaw>{amount, amount}, std::vector<Status>(2, Status::ok), {},
                    std::vector<std::int32_t>{0, 0}, {.within = 1.0, .between = 0.0}, out);
    EXPECT_EQ(out[0].law.parts[0].family, LawFamily::log_normal);
    EXPECT_NEAR(out[0].law.variance(), 16.0, 1e-12);  // entirely shared
}

struct Made {
    std::vector<double> values;
    std::vector<std::int64_t> offsets{0};
    std::vector<std::int32_t> groups;
    [[nodiscard]] Panel panel() const { return {values, offsets}; }
};

/// Two groups; the second half of each year is multiplied by a shock that its group shares, or that each series has alone.
Made made(bool shared, std::size_t each, std::size_t years) {
    std::mt19937_64 random(11);
    std::normal_distribution<double> normal;
    std::vector<double> common(2 * years);
    for (double& shock : common) shock = std::exp(0.15 * normal(random));
    Made out;
    for (std::size_t i = 0; i < 2 * each; ++i) {
        for (std::size_t t = 0; t + 6 < 12 * years; ++t) {
            const double own = std::exp(0.15 * normal(random));
            const double shock = t % 12 < 6 ? 1.0 : shared ? common[i % 2 * years + t / 12] : own;
            out.values.push_back(std::poisson_distribution<int>(80.0 * shock)(random));
        }
        out.offsets.push_back(static_cast<std::int64_t>(out.values.size()));
        out.groups.push_back(static_cast<std::int32_t>(i % 2));
    }
    return out;
}

TEST(SharedShocks, AreFoundWhereTheyAre) {
    const SharedShocks usual;
    const Made together = made(true, 20, 8), apart = made(false, 20, 8);
    for (const Made* each : {&together, &apart}) {
        const auto fits = fit_groups(each->panel(), each->groups, {});
        const SharedShocks found = fit_shared_shocks(each->panel(), {}, each->groups, fits);
        EXPECT_EQ(found.past_years, 6.0);
        EXPECT_LE(found.between, found.within);
        if (each == &together)
            EXPECT_GT(found.within, usual.within + 0.1);
        else
            EXPECT_LT(found.within, usual.within - 0.1);
    }
}

TEST(SharedShocks, AreTheSameForAnyNumberOfThreadsAndNothingRaises) {
    const Made each = made(true, 20, 5);
    const auto fits = fit_groups(each.panel(), each.groups, {});
    const SharedShocks one = fit_shared_shocks(each.panel(), {}, each.groups, fits);
    for (unsigned threads = 2; threads <= 8; ++threads) {
        const SharedShocks many = fit_shared_shocks(each.panel(), {.threads = threads}, each.groups, fits);
        EXPECT_EQ(many.within, one.within);
        EXPECT_EQ(many.between, one.between);
    }
    const SharedShocks usual;
    EXPECT_EQ(fit_shared_shocks({}, {}, {}, {}).within, usual.within);
    for (const double value : {0.0, nan, -1.0, 1e12, std::numeric_limits<double>::infinity()}) {
        const std::vector<double> values(60, value);
        const std::vector<std::int64_t> offsets{0, 30, 60};
        const SharedShocks found = fit_shared_shocks({values, offsets}, {}, std::vector<std::int32_t>{0, -1}, {});
        EXPECT_GE(found.within, found.between);
        EXPECT_GE(found.between, 0.0);
    }
    EXPECT_THROW(static_cast<void>(fit_shared_shocks({}, {.periods_known = 13}, {}, {})), ontrack::DataError);
}

TEST(GroupFits, AreThoseOfEachGroup) {
    const Made each = made(true, 5, 4);
    const auto fits = fit_groups(each.panel(), each.groups, {});
    ASSERT_EQ(fits.size(), 2U);
    Made second;
    for (std::size_t i = 1; i < 10; i += 2) {
        second.values.insert(second.values.end(), each.values.begin() + each.offsets[i],
                             each.values.begin() + each.offsets[i + 1]);
        second.offsets.push_back(static_cast<std::int64_t>(second.values.size()));
    }
    EXPECT_EQ(fits[1].numbers(), fit_group(second.panel(), {}).numbers());
}

}  // namespace
