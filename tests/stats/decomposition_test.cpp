#include <ontrack/stats/decomposition.hpp>

#include <cmath>
#include <cstring>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "stats/allocations.hpp"

namespace {

using namespace ontrack::stats;
constexpr double nan = std::numeric_limits<double>::quiet_NaN();

struct Parts {
    std::vector<double> trend, seasonal, remainder;
    Status status;

    Parts(const std::vector<double>& values, int season, Decomposition kind)
        : trend(values.size()),
          seasonal(trend),
          remainder(trend),
          status(decompose_into(values, {season, kind}, {trend, seasonal, remainder})) {}
};

TEST(Decomposition, FindsALineWithASeasonExactly) {
    const std::vector<double> season{3.0, -1.0, -2.0, 0.0};
    std::vector<double> values;
    for (std::size_t i = 0; i < 22; ++i) values.push_back(10.0 + 2.0 * static_cast<double>(i) + season[i % 4]);
    const Parts parts(values, 4, Decomposition::additive);
    EXPECT_EQ(parts.status, Status::ok);
    for (std::size_t i = 0; i < values.size(); ++i) {
        EXPECT_NEAR(parts.seasonal[i], season[i % 4], 1e-12);
        EXPECT_EQ(std::isnan(parts.trend[i]), i < 2 || i >= 20);
        EXPECT_TRUE(std::isnan(parts.trend[i]) || std::abs(parts.remainder[i]) < 1e-12) << i;
    }
}

TEST(Decomposition, OddSeasonsAndProducts) {
    const std::vector<double> season{1.5, 0.6, 0.9};
    std::vector<double> values;
    for (std::size_t i = 0; i < 12; ++i) values.push_back(20.0 * season[i % 3]);
    values[7] = nan;
    const Parts parts(values, 3, Decomposition::multiplicative);
    EXPECT_EQ(parts.status, Status::ok);
    for (std::size_t i = 0; i < values.size(); ++i) EXPECT_NEAR(parts.seasonal[i], season[i % 3], 1e-12);
    EXPECT_TRUE(std::isnan(parts.trend[6]) && std::isnan(parts.remainder[7]));
    EXPECT_NEAR(parts.trend[5], 20.0, 1e-12);
}

TEST(Decomposition, UndefinedIsAStatus) {
    const auto status = [](const std::vector<double>& values, int season, Decomposition kind) {
        const Parts parts(values, season, kind);
        EXPECT_TRUE(values.empty() || parts.status == Status::ok || std::isnan(parts.seasonal[0]));
        return parts.status;
    };
    const auto additive = Decomposition::additive, multiplicative = Decomposition::multiplicative;
    EXPECT_EQ(status({}, 4, additive), Status::too_few_points);
    EXPECT_EQ(status(std::vector<double>(7, 1.0), 4, additive), Status::too_few_points);
    EXPECT_EQ(status(std::vector<double>(8, nan), 4, additive), Status::too_few_points);
    EXPECT_EQ(status(std::vector<double>(8, 1.0), 1, additive), Status::invalid_option);
    EXPECT_EQ(status(std::vector<double>(8, -1.0), 4, multiplicative), Status::negative_value);
    EXPECT_EQ(status(std::vector<double>(8, 0.0), 4, multiplicative), Status::value_undefined);
    EXPECT_EQ(status(std::vector<double>(8, 0.0), 4, additive), Status::ok);
    EXPECT_EQ(status({1, 2, std::numeric_limits<double>::infinity(), 4}, 2, additive), Status::not_finite);
}

TEST(Decomposition, BatchIsTheScalar) {
    std::vector<double> values(40);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = std::sin(static_cast<double>(i * i)) + 2.0;
    const std::vector<std::int64_t> offsets{0, 17, 20, 40};
    std::vector<double> seasonal(40), three(40);
    std::vector<Status> status(3);
    const long before = allocations();
    decompositions_into({values, offsets}, {4}, {{}, seasonal, {}}, status);
    EXPECT_EQ(allocations(), before);
    decompositions_into({values, offsets}, {.season_length = 4, .threads = 3}, {{}, three, {}}, status);
    EXPECT_EQ(std::memcmp(seasonal.data(), three.data(), 40 * sizeof(double)), 0);
    EXPECT_EQ(status[1], Status::too_few_points);
    const Parts last(std::vector(values.begin() + 20, values.end()), 4, Decomposition::additive);
    EXPECT_EQ(last.seasonal[5], seasonal[25]);
}

}  // namespace
