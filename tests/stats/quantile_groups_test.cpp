#include <ontrack/stats/quantile_groups.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/random.hpp>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;
using Groups = std::vector<std::int32_t>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

Groups groups_of(const std::vector<double>& values, const QuantileOptions& options, Status expected = Status::ok) {
    Groups groups(values.size(), -1);
    EXPECT_EQ(quantile_groups_into(values, options, groups), expected);
    return groups;
}

/// Rank by rank: the ordered values are dealt out to q stretches of N/q each, an equal value to that of the first of its kind.
Groups slow_ranked(const std::vector<double>& values, int q, bool highest) {
    Groups groups;
    const auto size = static_cast<int>(values.size());
    for (const double value : values) {
        int before = 0;
        for (const double other : values) before += highest ? other > value : other < value;
        // Counted from the far end, as deprivation groups are: ⌈(N − before)·q/N⌉ stretches are left.
        int left = 0;
        while (left * size < (size - before) * q) ++left;
        groups.push_back(std::max(1, q + 1 - left));
    }
    return groups;
}

TEST(QuantileGroups, ByRank) {
    const std::vector<double> values{7, 1, 5, 3, 8, 2, 6, 4};
    EXPECT_EQ(groups_of(values, {4}), (Groups{4, 1, 3, 2, 4, 1, 3, 2}));
    EXPECT_EQ(groups_of(values, {4, FirstGroup::highest}), (Groups{1, 4, 2, 3, 1, 4, 2, 3}));
    // A tie across a boundary stays together in the lower group.
    EXPECT_EQ(groups_of({1, 2, 2, 3}, {2}), (Groups{1, 1, 1, 2}));
}

TEST(QuantileGroups, ByBounds) {
    const std::vector<double> values{7, 1, 5, 3, 8, 2, 6, 4};
    const QuantileOptions options{4, FirstGroup::lowest, QuantileMethod::fingertips};
    EXPECT_EQ(groups_of(values, options), (Groups{4, 1, 3, 2, 4, 1, 3, 2}));
    // Of five values the type-7 quartiles are values themselves, and belong to the group below: 2, 1, 1 and 1 of them.
    EXPECT_EQ(groups_of({1, 2, 3, 4, 5}, options), (Groups{1, 1, 2, 3, 4}));
    EXPECT_EQ(groups_of({1, 2, 3, 4, 5}, {4}), (Groups{1, 1, 2, 3, 4}));
    EXPECT_EQ(groups_of({1, 2, 3, 4, 5, 6}, options), (Groups{1, 1, 2, 3, 4, 4}));
    EXPECT_EQ(groups_of({1, 2, 3, 4, 5, 6}, {4}), (Groups{1, 1, 2, 3, 3, 4}));
}

TEST(QuantileGroups, AgreeWithTheSlowTwinAndMirror) {
    for (std::uint64_t series = 0; series < 60; ++series) {
        std::vector<double> values(12 + series), turned;
        for (std::size_t i = 0; i < values.size(); ++i) values[i] = std::round(12.0 * normal(3, series, i));
        for (const double value : values) turned.push_back(-value);
        for (const int q : {2, 4, 5, 7, 10}) {
            const auto n = static_cast<std::size_t>(q);
            const Groups low = groups_of(values, {n});
            EXPECT_EQ(low, slow_ranked(values, q, false));
            EXPECT_EQ(groups_of(values, {n, FirstGroup::highest}), slow_ranked(values, q, true));
            EXPECT_EQ(groups_of(turned, {n, FirstGroup::highest}), low);
            // By bounds the order of the groups is turned, not their making.
            Groups bounds = groups_of(values, {n, FirstGroup::lowest, QuantileMethod::fingertips});
            const Groups high = groups_of(values, {n, FirstGroup::highest, QuantileMethod::fingertips});
            for (std::size_t i = 0; i < values.size(); ++i) {
                EXPECT_EQ(bounds[i] + high[i], q + 1);
                for (std::size_t j = 0; j < values.size(); ++j) {
                    EXPECT_FALSE(values[i] < values[j] && bounds[i] > bounds[j]);
                    EXPECT_FALSE(values[i] == values[j] && low[i] != low[j]);
                }
            }
        }
    }
}

TEST(QuantileGroups, GapsAndTooFew) {
    EXPECT_EQ(groups_of({3, nan, 1, 2, nan, 4}, {4}), (Groups{3, 0, 1, 2, 0, 4}));
    EXPECT_EQ(groups_of({3, nan, 1, 2}, {4}, Status::too_few_points), (Groups{0, 0, 0, 0}));
    EXPECT_EQ(groups_of({3, 1, 2}, {3}), (Groups{3, 1, 2}));
    EXPECT_EQ(groups_of({3, 1, 2}, {3, FirstGroup::lowest, QuantileMethod::fingertips}, Status::too_few_points),
              (Groups{0, 0, 0}));
    EXPECT_EQ(groups_of({3, 1, std::numeric_limits<double>::infinity(), 2}, {2}, Status::not_finite),
              (Groups{0, 0, 0, 0}));
}

TEST(QuantileGroups, PolarityDecidesWhichGroupIsFirst) {
    EXPECT_EQ(first_group(QuantileMethod::phe_indicator_methods, Better::high), FirstGroup::lowest);
    EXPECT_EQ(first_group(QuantileMethod::phe_indicator_methods, Better::low), FirstGroup::highest);
    EXPECT_EQ(first_group(QuantileMethod::fingertips, Better::high), FirstGroup::highest);
    EXPECT_EQ(first_group(QuantileMethod::fingertips, Better::low), FirstGroup::lowest);
    EXPECT_EQ(first_group(QuantileMethod::fingertips, Better::neither), FirstGroup::lowest);
}

TEST(QuantileGroups, ManySetsAreEachTheirOwn) {
    const std::vector<double> values{7, 1, 5, 3, 8, 2, 6, 4, 1};
    const std::vector<std::int64_t> offsets{0, 4, 8, 9}, wrong{0, 4, 8};
    Groups groups(9);
    std::vector<Status> status(3);
    quantile_groups_into(values, offsets, {4}, groups, status);
    EXPECT_EQ(groups, (Groups{4, 1, 3, 2, 4, 1, 3, 2, 0}));
    EXPECT_EQ(status, (std::vector{Status::ok, Status::ok, Status::too_few_points}));
    EXPECT_EQ(reference::code_of([&] { quantile_groups_into(values, wrong, {4}, groups, {}); }), "wrong-offsets");
    EXPECT_EQ(reference::code_of([&] { return quantile_groups_into(values, {1}, groups); }), "out-of-domain");
    EXPECT_EQ(reference::code_of(
                  [&] { return quantile_groups_into(offsets.empty() ? values : std::vector<double>(3), {4}, groups); }),
              "wrong-length");
}

TEST(QuantileGroups, SampleQuantilesOfType7) {
    const std::vector<double> sorted{1, 2, 4, 8};
    EXPECT_DOUBLE_EQ(sample_quantile(sorted, 0.5), 3.0);
    EXPECT_DOUBLE_EQ(sample_quantile(sorted, 0.75), 5.0);
    EXPECT_EQ(sample_quantile(sorted, 0.0), 1.0);
    EXPECT_EQ(sample_quantile(sorted, 1.0), 8.0);
    EXPECT_TRUE(std::isnan(sample_quantile(sorted, 1.1)));
    EXPECT_TRUE(std::isnan(sample_quantile({}, 0.5)));
}

}  // namespace
