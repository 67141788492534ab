#include <ontrack/stats/outturn.hpp>

#include <bit>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "stats/allocations.hpp"
#include "stats/ragged.hpp"

namespace {

using namespace ontrack::stats;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Results {
    std::vector<double> mean, variance, median, lower_80, upper_80, lower_95, upper_95, chance;
    std::vector<Status> status;

    explicit Results(std::size_t n)
        : mean(n, -1.0),
          variance(mean),
          median(mean),
          lower_80(mean),
          upper_80(mean),
          lower_95(mean),
          upper_95(mean),
          chance(mean),
          status(n) {}
    [[nodiscard]] OutturnColumns columns() {
        return {mean, variance, median, lower_80, upper_80, lower_95, upper_95, chance, status};
    }
    [[nodiscard]] std::vector<std::uint64_t> bits() const {
        std::vector<std::uint64_t> all;
        for (const auto* column : {&mean, &variance, &median, &lower_80, &upper_80, &lower_95, &upper_95, &chance})
            for (const double value : *column) all.push_back(std::bit_cast<std::uint64_t>(value));
        for (const Status one : status) all.push_back(static_cast<std::uint64_t>(one));
        return all;
    }
};

/// Lengths from 0 to 66, gaps, and every kind of series that breaks a naive kernel.
Ragged mixed_panel() {
    Ragged panel;
    std::mt19937_64 random(5);
    std::uniform_real_distribution<double> unit(0.0, 1.0);
    for (int i = 0; i < 800; ++i) {
        const auto length = i % 3 == 0 ? 36 : static_cast<std::size_t>(unit(random) * 67.0);
        std::poisson_distribution<int> count(std::pow(10.0, -0.5 + 3.0 * unit(random)));
        std::vector<double> series;
        for (std::size_t j = 0; j < length; ++j)
            series.push_back(i % 5 == 0 && unit(random) < 0.2 ? nan : static_cast<double>(count(random)));
        panel.add(series);
    }
    panel.add({});
    panel.add({7});
    panel.add(std::vector<double>(36, 0.0));
    panel.add(std::vector<double>(36, nan));
    panel.add(std::vector<double>(36, 25.0));
    panel.add(std::vector<double>(36, 1e12));
    panel.add(std::vector<double>(36, 1e15));
    panel.add({1, 2, -1});
    panel.add({1, 2, infinity});
    panel.add(std::vector<double>(36, -infinity));
    return panel;
}

TEST(OutturnBatch, SameBitsForEveryNumberOfThreads) {
    const Ragged panel = mixed_panel();
    const std::vector<double> targets(panel.panel().size(), 300.0);
    Results one(targets.size());
    project_outturn_into(panel.panel(), targets, {.threads = 1}, one.columns());
    for (unsigned threads = 0; threads <= 8; ++threads) {
        Results several(targets.size());
        project_outturn_into(panel.panel(), targets, {.threads = threads}, several.columns());
        EXPECT_EQ(several.bits(), one.bits()) << threads;
    }
}

TEST(OutturnBatch, SameBitsAsEachSeriesAloneAndInAnyOrder) {
    const Ragged panel = mixed_panel();
    const std::size_t n = panel.panel().size();
    Results together(n);
    const std::vector<double> targets(n, 300.0);
    project_outturn_into(panel.panel(), targets, {}, together.columns());
    Ragged backwards;
    for (std::size_t i = n; i-- > 0;)
        backwards.add({panel.values.begin() + panel.offsets[i], panel.values.begin() + panel.offsets[i + 1]});
    Results reversed(n);
    project_outturn_into(backwards.panel(), targets, {}, reversed.columns());
    for (std::size_t i = 0; i < n; ++i) {
        const std::vector<double> series{panel.values.begin() + panel.offsets[i],
                                         panel.values.begin() + panel.offsets[i + 1]};
        const std::size_t known = std::min<std::size_t>(series.size(), 6);
        const std::size_t past = (series.size() - known) / 12 * 12;
        const std::span<const double> all(series);
        std::vector<double> current(6 - known, nan);
        current.insert(current.end(), series.end() - static_cast<std::ptrdiff_t>(known), series.end());
        const CountProjection alone =
            project_count({.past = all.subspan(all.size() - known - past, past), .current = current});
        const auto same = [](double a, double b) {
            return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
        };
        EXPECT_EQ(alone.status, together.status[i]) << i;
        if (alone.status != Status::ok) continue;
        EXPECT_TRUE(same(alone.law.mean(), together.mean[i])) << i;
        EXPECT_TRUE(same(alone.law.variance(), together.variance[i])) << i;
        EXPECT_TRUE(same(alone.law.cdf(300.0), together.chance[i])) << i;
        EXPECT_TRUE(same(together.mean[i], reversed.mean[n - 1 - i])) << i;
        EXPECT_TRUE(same(together.chance[i], reversed.chance[n - 1 - i])) << i;
    }
}

TEST(OutturnBatch, EverySeriesHasAResultOrAReason) {
    const Ragged panel = mixed_panel();
    const std::size_t n = panel.panel().size();
    Results results(n);
    project_outturn_into(panel.panel(), std::vector<double>(n, 300.0), {}, results.columns());
    for (std::size_t i = 0; i < n; ++i) {
        EXPECT_FALSE(reason(results.status[i]).empty());
        if (results.status[i] != Status::ok) {
            EXPECT_TRUE(std::isnan(results.mean[i]) && std::isnan(results.chance[i]) && std::isnan(results.upper_95[i]))
                << i;
            continue;
        }
        EXPECT_TRUE(std::isfinite(results.mean[i]) && results.variance[i] >= 0.0) << i;
        EXPECT_TRUE(results.chance[i] >= 0.0 && results.chance[i] <= 1.0) << i;
        EXPECT_LE(results.lower_95[i], results.lower_80[i]) << i;
        EXPECT_LE(results.lower_80[i], results.median[i]) << i;
        EXPECT_LE(results.median[i], results.upper_80[i]) << i;
        EXPECT_LE(results.upper_80[i], results.upper_95[i]) << i;
    }
    const std::size_t first = n - 10;
    EXPECT_EQ(results.status[first], Status::too_few_points);
    EXPECT_EQ(results.status[first + 1], Status::ok);
    EXPECT_EQ(results.status[first + 3], Status::too_few_points);
    EXPECT_EQ(results.status[first + 5], Status::ok);
    EXPECT_EQ(results.status[first + 6], Status::not_a_count);
    EXPECT_EQ(results.status[first + 7], Status::negative_value);
    EXPECT_EQ(results.status[first + 8], Status::not_finite);
    EXPECT_EQ(results.status[first + 9], Status::not_finite);
}

TEST(OutturnBatch, OneBadSeriesLeavesItsNeighboursAlone) {
    Ragged good;
    Ragged spoilt;
    for (int i = 0; i < 8; ++i) {
        std::vector<double> series(30, 10.0 + i);
        good.add(series);
        if (i == 5) series[3] = infinity;
        spoilt.add(series);
    }
    Results before(8), after(8);
    project_outturn_into(good.panel(), {}, {}, before.columns());
    project_outturn_into(spoilt.panel(), {}, {}, after.columns());
    EXPECT_EQ(after.status[5], Status::not_finite);
    for (const std::size_t i : {0U, 1U, 2U, 3U, 4U, 6U, 7U}) EXPECT_EQ(before.mean[i], after.mean[i]);
}

TEST(OutturnBatch, WithoutATargetThereIsNoProbability) {
    Ragged panel;
    panel.add(std::vector<double>(30, 10.0));
    Results results(1);
    project_outturn_into(panel.panel(), {}, {}, results.columns());
    EXPECT_EQ(results.status[0], Status::no_target);
    EXPECT_TRUE(std::isnan(results.chance[0]));
    EXPECT_TRUE(std::isfinite(results.mean[0]));
    OutturnColumns columns = results.columns();
    columns.probability_at_most = {};
    project_outturn_into(panel.panel(), {}, {}, columns);
    EXPECT_EQ(results.status[0], Status::ok);
}

TEST(OutturnBatch, ImpossibleOptionsAreAStatusOfEverySeries) {
    Ragged panel;
    panel.add(std::vector<double>(30, 10.0));
    const std::vector<double> two_shares{1.0, 2.0};
    for (const OutturnOptions& options :
         {OutturnOptions{.periods_per_year = 0}, OutturnOptions{.periods_per_year = 1000},
          OutturnOptions{.periods_known = -1}, OutturnOptions{.periods_known = 13},
          OutturnOptions{.seasonal_shares = two_shares}}) {
        Results results(1);
        project_outturn_into(panel.panel(), {}, options, results.columns());
        EXPECT_EQ(results.status[0], Status::invalid_option);
        EXPECT_TRUE(std::isnan(results.mean[0]));
    }
}

TEST(OutturnBatch, MillionsOfPointsAndNoPanelAreFine) {
    Results none(0);
    project_outturn_into({}, {}, {.threads = 4}, none.columns());
    const std::vector<std::int64_t> empty{0};
    project_outturn_into({{}, empty}, {}, {.threads = 4}, none.columns());
    Ragged longest;
    longest.add(std::vector<double>(100'000, 3.0));
    Results results(1);
    project_outturn_into(longest.panel(), {}, {}, results.columns());
    EXPECT_NEAR(results.mean[0], 36.0, 1.0);
    Ragged wide;
    for (int i = 0; i < 100'000; ++i) wide.add({static_cast<double>(i % 7)});
    Results all(100'000);
    OutturnColumns columns = all.columns();
    columns.median = columns.lower_80 = columns.upper_80 = columns.lower_95 = columns.upper_95 = {};
    project_outturn_into(wide.panel(), std::vector<double>(100'000, 50.0), {.threads = 2}, columns);
    EXPECT_EQ(all.status.back(), Status::ok);
}

TEST(OutturnBatch, AllocatesNothing) {
    const Ragged panel = mixed_panel();
    const std::vector<double> targets(panel.panel().size(), 300.0);
    Results results(targets.size());
    const OutturnColumns columns = results.columns();
    const long before = allocations();
    project_outturn_into(panel.panel(), targets, {}, columns);
    EXPECT_EQ(allocations() - before, 0);
    project_outturn_into(panel.panel(), targets, {.threads = 4}, columns);
    EXPECT_LE(allocations() - before, 3 * 3) << "a thread costs a few allocations, a series none";
}

}  // namespace
