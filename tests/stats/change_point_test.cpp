#include <ontrack/stats/change_point.hpp>

#include <cmath>

#include <gtest/gtest.h>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/random.hpp>

#include "reference/code_of.hpp"
#include "reference/segmentation.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// Coal-mining disasters a year, 1851 to 1962 (Jarrett 1979; as in Carlin, Gelfand & Smith 1992, table 1).
const std::vector<double> disasters{4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5,
                                    3, 4, 2, 5, 2, 2, 3, 4, 2, 1, 3, 2, 2, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1,
                                    0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 2, 1, 0, 0, 0, 1, 1, 0, 2, 3, 3, 1, 1,
                                    2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 1};

TEST(ChangeTest, CoalMiningDisasters) {
    const ChangeTest found = change_test(disasters, {}, {.threads = 2});
    ASSERT_EQ(found.status, Status::ok);
    // Carlin, Gelfand & Smith: the change is after 41 years, in 1891, from 3.1 disasters a year to 0.9.
    EXPECT_EQ(found.change, 41U);
    EXPECT_NEAR(found.rate_before, 3.1, 0.05);
    EXPECT_NEAR(found.rate_after, 0.9, 0.05);
    EXPECT_EQ(found.p_value, 0.001);
    EXPECT_EQ(found.rate_ratio.value, found.rate_after / found.rate_before);
    // Their posterior has nearly all of its mass within 1886 to 1896.
    EXPECT_EQ(found.confidence_set.front(), 35U);
    EXPECT_EQ(found.confidence_set.back(), 46U);
    for (const ChangePenalty penalty : {ChangePenalty::bic, ChangePenalty::mbic}) {
        const Segmentation cut = segment_counts(disasters, {}, {.penalty = penalty});
        ASSERT_FALSE(cut.change.empty());
        EXPECT_EQ(cut.change.front(), 41U);
        EXPECT_EQ(cut.rate.size(), cut.change.size() + 1);
    }
}

TEST(SegmentCounts, IsTheCheapestOfAllCuts) {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        const std::size_t n = 4 + seed % 9;
        std::vector<double> y, e;
        for (std::uint64_t t = 0; t < n; ++t) {
            const double mean = seed % 4 == 0 ? 0.7 : t > n / 2 ? 30.0 : uniform(seed, 1, 0) * 30.0;
            y.push_back(negative_binomial_quantile(uniform(seed, 0, t), mean, INFINITY));
            e.push_back(seed % 3 == 0 ? 1.0 + uniform(seed, 2, t) : 1.0);
        }
        y[0] += 1.0;
        for (const std::size_t shortest : {1U, 2U, 3U}) {
            const auto count = static_cast<double>(n);
            for (const double dispersion : {1.0, 2.5}) {
                const auto compare = [&](ChangePenalty kind, double penalty, auto more) {
                    const auto slow = reference::cheapest_cut(y, e, penalty, dispersion, shortest, more);
                    const Segmentation found = segment_counts(
                        y, e, {.penalty = kind, .value = 1.5, .dispersion = dispersion, .shortest = shortest});
                    ASSERT_EQ(found.status, Status::ok);
                    ASSERT_NEAR(found.cost, slow.cost, 1e-9 * (1.0 + std::abs(slow.cost)))
                        << seed << ' ' << n << ' ' << shortest;
                    ASSERT_EQ(found.change.size(), slow.change.size());
                };
                const auto nothing = [](std::size_t) { return 0.0; };
                compare(ChangePenalty::stated, 1.5, nothing);
                compare(ChangePenalty::bic, 2.0 * std::log(count), nothing);
                compare(ChangePenalty::aic, 4.0, nothing);
                compare(ChangePenalty::hannan_quinn, 4.0 * std::log(std::log(count)), nothing);
                compare(ChangePenalty::mbic, 3.0 * std::log(count),
                        [&](std::size_t length) { return std::log(static_cast<double>(length) / count); });
            }
        }
    }
}

TEST(SegmentCounts, PrunesToWhatPlainPartitioningFinds) {
    // Longer than brute force reaches: the recursion without pruning.
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
        constexpr std::size_t n = 150, shortest = 5;
        std::vector<double> y, e(n, 1.0);
        for (std::uint64_t t = 0; t < n; ++t)
            y.push_back(negative_binomial_quantile(uniform(seed, 0, t), t / 37 % 2 == 0 ? 8.0 : 14.0, 6.0));
        const double penalty = 2.0 * std::log(static_cast<double>(n));
        std::vector<double> best(n + 1, INFINITY);
        best[0] = -penalty;
        for (std::size_t end = shortest; end <= n; ++end)
            for (std::size_t from = 0; from + shortest <= end; ++from)
                best[end] = std::min(best[end], best[from] + reference::segment_cost(y, e, from, end) + penalty);
        const Segmentation found = segment_counts(y, {}, {.penalty = ChangePenalty::bic, .shortest = shortest});
        EXPECT_NEAR(found.cost, best[n], 1e-9 * std::abs(best[n]));
    }
}

TEST(SegmentCounts, MissingPeriodsAndExposures) {
    std::vector<double> y{5, 5, 5, nan, 5, 50, 50, nan, nan, 50, 50}, e(11, 1.0);
    const Segmentation found = segment_counts(y);
    EXPECT_EQ(found.change, std::vector<std::size_t>{5});
    EXPECT_EQ(found.rate, (std::vector<double>{5.0, 50.0}));
    for (std::size_t t = 5; t < 11; ++t) e[t] = 10.0;
    EXPECT_TRUE(segment_counts(y, e).change.empty());
}

TEST(ChangeTest, StatisticIsTheLargestOverAllDates) {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        std::vector<double> y, e;
        for (std::uint64_t t = 0; t < 25; ++t) {
            y.push_back(negative_binomial_quantile(uniform(seed, 0, t), 4.0, INFINITY));
            e.push_back(1.0 + uniform(seed, 1, t));
        }
        const ChangeTest found = change_test(y, e, {.shortest = 3, .replicates = 19});
        double largest = 0.0;
        for (std::size_t k = 3; k + 3 <= 25; ++k)
            largest = std::max(largest, reference::segment_cost(y, e, 0, 25) - reference::segment_cost(y, e, 0, k) -
                                            reference::segment_cost(y, e, k, 25));
        EXPECT_NEAR(found.statistic, largest, 1e-10 * (1.0 + largest));
    }
}

TEST(ChangeTest, RejectsAsOftenAsItSays) {
    // 400 series without a change: p ≤ 0.1 in a tenth of them, to four standard errors; with α known as well.
    for (const double alpha : {0.0, 0.3}) {
        int small = 0;
        for (std::uint64_t seed = 0; seed < 400; ++seed) {
            std::vector<double> y;
            for (std::uint64_t t = 0; t < 24; ++t)
                y.push_back(negative_binomial_quantile(uniform(seed, 6, t), 5.0, 1.0 / alpha));
            small += change_test(y, {}, {.replicates = 99, .seed = 77, .alpha = alpha, .threads = 2}).p_value <= 0.1;
        }
        EXPECT_NEAR(small / 400.0, 0.1, 4.0 * std::sqrt(0.09 / 400.0)) << alpha;
    }
}

TEST(ChangeTest, ConfidenceSetHoldsTheDate) {
    int holds = 0;
    double size = 0.0;
    for (std::uint64_t seed = 0; seed < 600; ++seed) {
        std::vector<double> y;
        for (std::uint64_t t = 0; t < 60; ++t)
            y.push_back(negative_binomial_quantile(uniform(seed, 6, t), t < 25 ? 10.0 : 7.0, INFINITY));
        const auto set = change_test(y, {}, {.replicates = 19, .confidence = 0.9}).confidence_set;
        holds += std::find(set.begin(), set.end(), 25U) != set.end();
        size += static_cast<double>(set.size());
    }
    EXPECT_GT(holds / 600.0, 0.9 - 4.0 * std::sqrt(0.09 / 600.0));
    EXPECT_LT(size / 600.0, 30.0);
}

TEST(ChangeTest, SameForAnyNumberOfThreads) {
    const std::span<const double> half = std::span(disasters).first(60);
    const auto p = [&](unsigned threads, std::uint64_t seed) {
        return change_test(half.first(30), {}, {.replicates = 501, .seed = seed, .alpha = 0.1, .threads = threads})
            .p_value;
    };
    EXPECT_EQ(p(1, 5), p(4, 5));
    EXPECT_EQ(p(1, 5), p(1, 5));
    EXPECT_NE(p(1, 5), p(1, 6));
    EXPECT_EQ(change_test(std::vector<double>(20, 4.0)).p_value, 1.0);
}

TEST(ChangePoints, UndefinedIsAStatusAndWrongArgumentsThrow) {
    const auto both = [](const std::vector<double>& y, std::span<const double> e = {}) {
        const Status status = segment_counts(y, e).status;
        const ChangeTest test = change_test(y, e, {.replicates = 19});
        EXPECT_EQ(test.status, status);
        EXPECT_EQ(std::isnan(test.p_value), status != Status::ok);
        return status;
    };
    EXPECT_EQ(both({}), Status::too_few_points);
    EXPECT_EQ(both({1.0, nan, 2.0}), Status::too_few_points);
    EXPECT_EQ(both(std::vector<double>(9, 0.0)), Status::too_few_events);
    EXPECT_EQ(both({1, 2, 3, 4, -5, 6}), Status::negative_value);
    EXPECT_EQ(both({1, 2, 3, 4, INFINITY, 6}), Status::not_finite);
    EXPECT_EQ(both({1, 2, 3, 4}, std::vector<double>{1, 1, 0, 1}), Status::no_denominator);
    EXPECT_EQ(both({1, 2, 3, 4}, std::vector<double>{1, 1, -1, 1}), Status::negative_value);
    EXPECT_EQ(both({0, 0, 0, 9, 9, 9}), Status::ok);
    const ChangeTest from_nothing = change_test(std::vector<double>{0, 0, 0, 9, 9, 9}, {}, {.replicates = 19});
    EXPECT_EQ(from_nothing.rate_ratio.status, Status::value_undefined);
    EXPECT_TRUE(std::isinf(from_nothing.rate_ratio.upper));

    const std::vector<double> y(10, 3.0);
    const auto cut = [&](const SegmentOptions& options) {
        return reference::code_of([&] { return segment_counts(y, {}, options); });
    };
    EXPECT_EQ(cut({.penalty = ChangePenalty::stated}), "out-of-domain");
    EXPECT_EQ(cut({.dispersion = 0.0}), "not-positive");
    EXPECT_EQ(cut({.shortest = 0}), "out-of-domain");
    const auto test = [&](const ChangeTestOptions& options) {
        return reference::code_of([&] { return change_test(y, {}, options); });
    };
    EXPECT_EQ(test({.shortest = 0}), "out-of-domain");
    EXPECT_EQ(test({.replicates = 5}), "out-of-domain");
    EXPECT_EQ(test({.alpha = nan}), "out-of-domain");
    EXPECT_EQ(test({.confidence = 1.0}), "not-a-confidence-level");
    EXPECT_EQ(reference::code_of([&] { return segment_counts(y, std::span(y).first(2)); }), "wrong-length");
}

}  // namespace
