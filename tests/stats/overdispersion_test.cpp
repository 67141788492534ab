#include <ontrack/stats/overdispersion.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/random.hpp>

#include "reference/code_of.hpp"
#include "reference/funnel.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

std::vector<double> scores(std::size_t size, std::uint64_t series) {
    std::vector<double> z(size);
    for (std::size_t i = 0; i < size; ++i) z[i] = std::round(20.0 * normal(1, series, i)) / 10.0;
    return z;
}

TEST(Overdispersion, AgreesWithItsSlowTwin) {
    for (std::uint64_t series = 0; series < 60; ++series) {
        const std::vector<double> z = scores(5 + series, series);
        std::vector<double> s(z.size()), out(z.size());
        for (std::size_t i = 0; i < z.size(); ++i) s[i] = 0.1 + uniform(2, series, i);
        for (const Trimming method : {Trimming::none, Trimming::winsorise, Trimming::truncate}) {
            const TrimmingOptions options{method, series % 2 == 0 ? 0.1 : 0.05};
            const std::vector<double> twin = reference::trimmed(z, options);
            trim_scores_into(z, options, out);
            double sum = 0.0;
            std::size_t points = 0;
            for (std::size_t i = 0; i < z.size(); ++i) {
                ASSERT_EQ(std::isnan(out[i]), std::isnan(twin[i])) << i;
                if (std::isnan(twin[i])) continue;
                EXPECT_NEAR(out[i], twin[i], 1e-12);
                sum += twin[i] * twin[i];
                ++points;
            }
            const Dispersion found = estimate_dispersion(z, s, options);
            EXPECT_EQ(found.points, points);
            EXPECT_NEAR(found.ratio, sum / static_cast<double>(points), 1e-12);
            EXPECT_NEAR(found.between_variance, reference::between_variance(twin, s), 1e-12);
        }
    }
}

TEST(Overdispersion, DoesNotDependOnTheOrder) {
    std::vector<double> z = scores(40, 7), s(40, 0.2);
    const Dispersion before = estimate_dispersion(z, s);
    std::shuffle(z.begin(), z.end(), std::mt19937_64(3));
    const Dispersion after = estimate_dispersion(z, s);
    EXPECT_NEAR(before.ratio, after.ratio, 1e-13);
    EXPECT_NEAR(before.between_variance, after.between_variance, 1e-14);
}

TEST(Overdispersion, ChanceAloneHasNoVarianceBetween) {
    // 20,000 areas with a true τ² of 0.04 on top of s = 0.1: φ = 1 + 4.
    std::vector<double> z(20'000), s(20'000, 0.1);
    for (std::size_t i = 0; i < z.size(); ++i) z[i] = std::sqrt(5.0) * normal(9, 0, i);
    const Dispersion wide = estimate_dispersion(z, s, {Trimming::none});
    EXPECT_NEAR(wide.between_variance, 0.04, 0.002);
    for (double& each : z) each *= 0.4;
    EXPECT_EQ(estimate_dispersion(z, s, {Trimming::none}).between_variance, 0.0);
}

TEST(Overdispersion, GapsAndWrongArguments) {
    const std::vector<double> z{1.0, nan, -2.0, 0.5}, s{1.0, 1.0, 1.0, nan}, one{1.0};
    const Dispersion found = estimate_dispersion(z, s, {Trimming::none});
    EXPECT_EQ(found.points, 2U);
    EXPECT_DOUBLE_EQ(found.ratio, 2.5);
    EXPECT_EQ(estimate_dispersion(one, one).status, Status::too_few_points);
    EXPECT_EQ(estimate_dispersion({}, {}).status, Status::too_few_points);
    EXPECT_EQ(reference::code_of([&] { return estimate_dispersion(z, one); }), "wrong-length");
    EXPECT_EQ(reference::code_of([&] { return estimate_dispersion(z, s, {Trimming::truncate, 0.5}); }),
              "out-of-domain");
}

}  // namespace
