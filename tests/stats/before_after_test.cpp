#include <ontrack/stats/before_after.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/random.hpp>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

const InterventionAreas published{{207, 110}, {308, 318}, {178, 157}, {150, 140}};

TEST(BeforeAfter, PublishedExample) {
    // Wheeler & Ratcliffe (2018): −118 with a standard error of 39.6.
    const WeightedDisplacement found = weighted_displacement_difference(published);
    EXPECT_DOUBLE_EQ(found.total.estimate.value, -118.0);
    EXPECT_NEAR(found.total.standard_error, 39.6, 0.05);
    EXPECT_NEAR(found.total.z, -2.98, 0.005);
    EXPECT_NEAR(found.total.estimate.lower, -196, 0.5);
    EXPECT_NEAR(found.total.estimate.upper, -40, 0.5);
    EXPECT_DOUBLE_EQ(found.local.estimate.value, (110.0 - 207.0) - (318.0 - 308.0));
    EXPECT_DOUBLE_EQ(found.surroundings.estimate.value, (157.0 - 178.0) - (140.0 - 150.0));
}

TEST(BeforeAfter, AreaOrPeriodTurnedOverTurnsTheSign) {
    const double whole = weighted_displacement_difference(published).total.estimate.value;
    const InterventionAreas exchanged{published.control, published.treated, published.control_surroundings,
                                      published.treated_surroundings};
    EXPECT_EQ(weighted_displacement_difference(exchanged).total.estimate.value, -whole);
    const InterventionAreas back{{110, 207}, {318, 308}, {157, 178}, {140, 150}};
    EXPECT_EQ(weighted_displacement_difference(back).total.estimate.value, -whole);
    EXPECT_EQ(weighted_displacement_difference(back).total.z, -weighted_displacement_difference(published).total.z);
}

TEST(BeforeAfter, WeightsAreUnits) {
    // Twice as long before, and counts to match: the difference is per period.
    const InterventionAreas longer{{160, 20}, {200, 50}};
    const WeightedDisplacement found = weighted_displacement_difference(longer, {2.0, 1.0});
    EXPECT_DOUBLE_EQ(found.total.estimate.value, (20.0 - 80.0) - (50.0 - 100.0));
    EXPECT_DOUBLE_EQ(found.total.standard_error, std::sqrt(160.0 / 4.0 + 20.0 + 200.0 / 4.0 + 50.0));
    const InterventionWeights size{1.0, 1.0, 4.0, 4.0, 4.0, 4.0};
    EXPECT_DOUBLE_EQ(weighted_displacement_difference(longer, size).total.z,
                     weighted_displacement_difference(longer).total.z);
}

TEST(BeforeAfter, HoldsItsLevelAndDispersionWidens) {
    constexpr int runs = 4000;
    int found = 0;
    for (std::uint64_t run = 0; run < runs; ++run) {
        const auto count = [&](std::uint64_t draw) {
            return negative_binomial_quantile(uniform(41, run, draw), 30.0, 1e9);
        };
        const InterventionAreas areas{
            {count(0), count(1)}, {count(2), count(3)}, {count(4), count(5)}, {count(6), count(7)}};
        found += std::abs(weighted_displacement_difference(areas).total.z) > normal_quantile(0.975);
    }
    EXPECT_NEAR(found, 0.05 * runs, 3.0 * std::sqrt(runs * 0.05 * 0.95));
    const WeightedDisplacement wide = weighted_displacement_difference(published, {}, {0.95, 4.0});
    EXPECT_DOUBLE_EQ(wide.total.standard_error, 2.0 * weighted_displacement_difference(published).total.standard_error);
}

TEST(BeforeAfter, HarmIsAWeightedSum) {
    const DisplacementDifference one = weighted_displacement_difference({{30, 20}, {25, 25}}).local;
    const DisplacementDifference two = weighted_displacement_difference({{70, 20}, {80, 60}}).local;
    const std::vector<DisplacementDifference> both{one, two};
    const std::vector<double> harm{10, 1}, unit{1, 0}, short_harm{1};
    const DisplacementDifference sum = weighted_harm_difference(both, harm);
    EXPECT_DOUBLE_EQ(sum.estimate.value, 10.0 * -10.0 - 30.0);
    EXPECT_DOUBLE_EQ(sum.standard_error, std::sqrt(100.0 * 100.0 + 230.0));
    EXPECT_DOUBLE_EQ(weighted_harm_difference(both, unit).z, one.z);
    EXPECT_EQ(reference::code_of([&] { return weighted_harm_difference(both, short_harm); }), "wrong-length");
    const std::vector<DisplacementDifference> unknown{one, weighted_displacement_difference({{nan, 1}, {1, 1}}).local};
    EXPECT_EQ(weighted_harm_difference(unknown, harm).estimate.status, Status::missing_value);
}

TEST(BeforeAfter, Status) {
    const auto status = [](const InterventionAreas& areas, const InterventionWeights& weights = {},
                           const DisplacementOptions& options = {}) {
        const DisplacementDifference total = weighted_displacement_difference(areas, weights, options).total;
        EXPECT_EQ(std::isnan(total.z), total.estimate.status != Status::ok);
        return total.estimate.status;
    };
    EXPECT_EQ(status({{0, 0}, {0, 0}}), Status::too_few_events);
    EXPECT_EQ(status({{-1, 0}, {0, 0}}), Status::negative_value);
    EXPECT_EQ(status({{1, 2}, {3, 4}}, {0.0}), Status::no_denominator);
    EXPECT_EQ(status({{1, 2}, {3, 4}}, {}, {0.95, 0.5}), Status::invalid_option);
    EXPECT_EQ(status({{1, 2}, {3, 4}}), Status::ok);
    EXPECT_EQ(weighted_displacement_difference({{1, 2}, {3, 4}}).surroundings.estimate.status, Status::too_few_events);
}

TEST(BeforeAfter, ContoursOfManyAreas) {
    const std::vector<double> before{100, 25, nan, 64, 0}, after{120, 20, 5, 88, 3};
    std::vector<double> z(5);
    std::vector<Status> status(5);
    const double ratio = change_scores_into(before, after, z, status);
    EXPECT_DOUBLE_EQ(ratio, 231.0 / 189.0);
    EXPECT_EQ(status, (std::vector{Status::ok, Status::ok, Status::missing_value, Status::ok, Status::no_denominator}));
    for (const std::size_t i : {0U, 1U, 3U}) EXPECT_NEAR(change_contour(before[i], ratio, z[i]), after[i], 1e-12);
    EXPECT_EQ(change_contour(4.0, 1.0, -3.0), 0.0);
    EXPECT_TRUE(std::isnan(change_contour(-1.0, 1.0, 0.0)));
    EXPECT_TRUE(std::isnan(change_scores_into({}, {}, {})));
}

}  // namespace
