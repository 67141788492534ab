#include <ontrack/stats/false_discovery.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/random.hpp>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<double> adjusted(const std::vector<double>& p, DiscoveryMethod method) {
    std::vector<double> out(p.size());
    adjust_p_values_into(p, method, out);
    return out;
}

/// By the definition: the rejections at the level q are those up to the last p₍ⱼ₎ ≤ j·q/(m·c); a test's adjusted value is
/// the least q, of all that change anything, at which it is rejected.
double slow(const std::vector<double>& p, std::size_t test, double c) {
    const auto m = static_cast<double>(p.size());
    double found = 1.0;
    for (const double bound : p) {
        double j = 0.0;
        for (const double each : p) j += each <= bound;
        if (bound >= p[test]) found = std::min(found, bound * m * c / j);
    }
    return found;
}

TEST(FalseDiscovery, PublishedExample) {
    // Benjamini & Hochberg (1995), section 4.1: of these 15 comparisons the four smallest are discoveries at 5 %.
    const std::vector<double> p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
    const std::vector<double> q = adjusted(p, DiscoveryMethod::benjamini_hochberg);
    EXPECT_EQ(std::count_if(q.begin(), q.end(), [](double each) { return each <= 0.05; }), 4);
    EXPECT_DOUBLE_EQ(q[3], 0.0095 * 15.0 / 4.0);
    EXPECT_DOUBLE_EQ(q[4], 0.0201 * 15.0 / 5.0);
    // Benjamini & Yekutieli are harder by 1 + 1/2 + … + 1/15.
    EXPECT_NEAR(adjusted(p, DiscoveryMethod::benjamini_yekutieli)[3], q[3] * 3.3182289932289937, 1e-14);
}

TEST(FalseDiscovery, AgreesWithItsDefinition) {
    for (std::uint64_t series = 0; series < 50; ++series) {
        std::vector<double> p(1 + series);
        for (std::size_t i = 0; i < p.size(); ++i)
            p[i] = std::floor(40.0 * std::pow(uniform(8, series, i), 2.0)) / 40.0;
        double harmonic = 0.0;
        for (std::size_t i = 1; i <= p.size(); ++i) harmonic += 1.0 / static_cast<double>(i);
        const std::vector<double> bh = adjusted(p, DiscoveryMethod::benjamini_hochberg);
        const std::vector<double> by = adjusted(p, DiscoveryMethod::benjamini_yekutieli);
        for (std::size_t i = 0; i < p.size(); ++i) {
            EXPECT_NEAR(bh[i], slow(p, i, 1.0), 1e-14);
            EXPECT_NEAR(by[i], slow(p, i, harmonic), 1e-14);
            EXPECT_GE(bh[i], p[i]);
            EXPECT_GE(by[i], bh[i]);
        }
    }
}

TEST(FalseDiscovery, OrderAndGapsChangeNothing) {
    std::vector<double> p{0.01, 0.2, 0.03, 0.04, 0.9, 0.001};
    const std::vector<double> before = adjusted(p, DiscoveryMethod::benjamini_hochberg);
    std::vector<std::size_t> order{4, 2, 0, 5, 1, 3};
    std::vector<double> mixed;
    for (const std::size_t i : order) {
        mixed.push_back(p[i]);
        mixed.push_back(nan);
    }
    mixed.push_back(-0.1);
    mixed.push_back(1.5);
    std::vector<Status> status(mixed.size());
    adjust_p_values_into(mixed, DiscoveryMethod::benjamini_hochberg, mixed, status);
    for (std::size_t i = 0; i < order.size(); ++i) {
        EXPECT_EQ(mixed[2 * i], before[order[i]]);
        EXPECT_TRUE(std::isnan(mixed[2 * i + 1]));
        EXPECT_EQ(status[2 * i], Status::ok);
        EXPECT_EQ(status[2 * i + 1], Status::missing_value);
    }
    EXPECT_EQ(status.back(), Status::invalid_option);
    EXPECT_TRUE(std::isnan(mixed.back()));
}

TEST(FalseDiscovery, HoldsTheShareOfFalseDiscoveries) {
    // 200 indicators, 150 of which nothing has happened to.
    double share = 0.0;
    constexpr int years = 400;
    for (std::uint64_t year = 0; year < years; ++year) {
        std::vector<double> p(200);
        for (std::size_t i = 0; i < 200; ++i) p[i] = i < 150 ? uniform(21, year, i) : 1e-3 * uniform(21, year, i);
        const std::vector<double> q = adjusted(p, DiscoveryMethod::benjamini_hochberg);
        const auto discovered = [](double each) { return each <= 0.1; };
        const auto wrong = std::count_if(q.begin(), q.begin() + 150, discovered);
        const auto all = std::count_if(q.begin(), q.end(), discovered);
        share += all == 0 ? 0.0 : static_cast<double>(wrong) / static_cast<double>(all) / years;
    }
    EXPECT_NEAR(share, 0.1 * 150.0 / 200.0, 0.006);
}

TEST(FalseDiscovery, WrongLengthThrows) {
    std::vector<double> two(2), three(3);
    EXPECT_EQ(reference::code_of([&] { adjust_p_values_into(two, DiscoveryMethod::benjamini_hochberg, three); }),
              "wrong-length");
}

}  // namespace
