#include <ontrack/stats/ranks.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/random.hpp>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;
using Ranks = std::vector<std::int32_t>;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Ranked {
    Ranked(const std::vector<double>& value, const std::vector<double>& lower, const std::vector<double>& upper,
           Better better)
        : rank(value.size()), best(value.size()), worst(value.size()) {
        ranks_into(value, lower, upper, better, {rank, best, worst});
    }
    Ranks rank, best, worst;
};

TEST(Ranks, CountIntervalsOnEitherSide) {
    // The first two overlap, the third touches the second, the fourth stands alone.
    const std::vector<double> value{1.0, 1.5, 3.0, 9.0}, lower{0.5, 1.0, 2.0, 8.0}, upper{1.5, 2.0, 4.0, 10.0};
    const Ranked low(value, lower, upper, Better::low);
    EXPECT_EQ(low.rank, (Ranks{1, 2, 3, 4}));
    EXPECT_EQ(low.best, (Ranks{1, 1, 2, 4}));
    EXPECT_EQ(low.worst, (Ranks{2, 3, 3, 4}));
    const Ranked high(value, lower, upper, Better::high);
    EXPECT_EQ(high.rank, (Ranks{4, 3, 2, 1}));
    EXPECT_EQ(high.best, (Ranks{3, 2, 2, 1}));
    EXPECT_EQ(high.worst, (Ranks{4, 4, 3, 1}));
    EXPECT_EQ(Ranked(value, lower, upper, Better::neither).rank, low.rank);
}

TEST(Ranks, TiesShareAndGapsDoNotCount) {
    const std::vector<double> value{2.0, nan, 2.0, 1.0, 5.0}, lower{1, 1, 1, 0, nan}, upper{3, 3, 3, 2, 6};
    const Ranked ranked(value, lower, upper, Better::low);
    EXPECT_EQ(ranked.rank, (Ranks{2, 0, 2, 1, 0}));
    EXPECT_EQ(ranked.worst, (Ranks{3, 0, 3, 3, 0}));
}

TEST(Ranks, AgreeWithTheSlowCountAndMirror) {
    for (std::uint64_t series = 0; series < 40; ++series) {
        std::vector<double> value(30), lower(30), upper(30), turned_lower(30), turned_upper(30), turned(30);
        for (std::size_t i = 0; i < 30; ++i) {
            value[i] = std::round(10.0 * normal(4, series, i));
            lower[i] = value[i] - std::floor(8.0 * uniform(5, series, i));
            upper[i] = value[i] + std::floor(8.0 * uniform(6, series, i));
            turned[i] = -value[i];
            turned_lower[i] = -upper[i];
            turned_upper[i] = -lower[i];
        }
        const Ranked ranked(value, lower, upper, Better::low);
        for (std::size_t k = 0; k < 30; ++k) {
            int ahead = 0, better = 0, worse = 0;
            for (std::size_t j = 0; j < 30; ++j) {
                ahead += value[j] < value[k];
                better += upper[j] < lower[k];
                worse += lower[j] > upper[k];
            }
            EXPECT_EQ(ranked.rank[k], ahead + 1);
            EXPECT_EQ(ranked.best[k], better + 1);
            EXPECT_EQ(ranked.worst[k], 30 - worse);
        }
        const Ranked mirror(turned, turned_lower, turned_upper, Better::high);
        EXPECT_EQ(mirror.rank, ranked.rank);
        EXPECT_EQ(mirror.best, ranked.best);
        EXPECT_EQ(mirror.worst, ranked.worst);
    }
}

TEST(Ranks, JointIntervalsHoldAllTrueRanksTogether) {
    // True values from 0 to 1.9 in steps of a tenth of the standard error: as hard as league tables come.
    constexpr std::size_t areas = 20;
    const double z = normal_quantile(0.5 + 0.5 * joint_confidence(0.9, areas));
    int held = 0;
    constexpr int tables = 2000;
    for (std::uint64_t table = 0; table < tables; ++table) {
        std::vector<double> value(areas), lower(areas), upper(areas);
        for (std::size_t i = 0; i < areas; ++i) {
            value[i] = 0.1 * static_cast<double>(i) + normal(11, table, i);
            lower[i] = value[i] - z;
            upper[i] = value[i] + z;
        }
        const Ranked ranked(value, lower, upper, Better::low);
        bool all = true;
        for (std::size_t i = 0; i < areas; ++i) {
            const auto truth = static_cast<std::int32_t>(i + 1);
            all &= ranked.best[i] <= truth && truth <= ranked.worst[i];
        }
        held += all;
    }
    EXPECT_GE(held, 0.9 * tables - 3.0 * std::sqrt(tables * 0.9 * 0.1));
    // One interval is at its own level, many need more.
    EXPECT_DOUBLE_EQ(joint_confidence(0.95, 1), 0.95);
    EXPECT_NEAR(std::pow(joint_confidence(0.95, 33), 33.0), 0.95, 1e-14);
    EXPECT_TRUE(std::isnan(joint_confidence(1.0, 3)));
    EXPECT_TRUE(std::isnan(joint_confidence(0.9, 0)));
}

TEST(Ranks, WrongLengthThrows) {
    const std::vector<double> three(3), two(2);
    Ranks out(3);
    EXPECT_EQ(reference::code_of([&] { ranks_into(three, two, three, Better::low, {}); }), "wrong-length");
    EXPECT_EQ(reference::code_of([&] { ranks_into(two, two, two, Better::low, {out, {}, {}}); }), "wrong-length");
}

}  // namespace
