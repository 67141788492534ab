#include <ontrack/stats/survey.hpp>

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;

TEST(Survey, EffectiveSampleSize) {
    EXPECT_EQ(effective_sample_size(1000, {}), 1000.0);
    EXPECT_EQ(effective_sample_size(1000, {2.0}), 500.0);
    EXPECT_DOUBLE_EQ(effective_sample_size(100, {1.0, 401.0}), 100.0 * 400.0 / 301.0);
    EXPECT_TRUE(std::isinf(effective_sample_size(401, {1.5, 401.0})));
    EXPECT_TRUE(std::isnan(effective_sample_size(402, {1.5, 401.0})));
    EXPECT_TRUE(std::isnan(effective_sample_size(10, {0.0})));
}

TEST(Survey, TakesThePlaceOfASmallerSample) {
    for (const ProportionMethod method : {ProportionMethod::wilson, ProportionMethod::clopper_pearson}) {
        const Estimate e = estimate_survey_proportion(220, 1100, {1.1}, {0.95, method});
        const Estimate smaller = estimate_proportion(200, 1000, {0.95, method});
        EXPECT_NEAR(e.lower, smaller.lower, 1e-14);
        EXPECT_NEAR(e.upper, smaller.upper, 1e-14);
        const Estimate plain = estimate_survey_proportion(220, 1100, {}, {0.95, method});
        EXPECT_EQ(plain.lower, estimate_proportion(220, 1100, {0.95, method}).lower);
    }
    const Estimate all = estimate_survey_proportion(30, 60, {1.0, 60.0});
    EXPECT_EQ(all.lower, 0.5);
    EXPECT_EQ(all.upper, 0.5);
    EXPECT_EQ(estimate_survey_proportion(60, 60, {3.0}).upper, 1.0);
    EXPECT_EQ(estimate_survey_proportion(0, 60, {3.0}).lower, 0.0);
}

TEST(Survey, WeightingEffect) {
    EXPECT_EQ(weighting_effect(std::vector{2.0, 2.0, 2.0}), 1.0);
    EXPECT_DOUBLE_EQ(weighting_effect(std::vector{1.0, 3.0}), 20.0 / 16.0);
    EXPECT_TRUE(std::isnan(weighting_effect({})));
    EXPECT_TRUE(std::isnan(weighting_effect(std::vector{1.0, -1.0})));
}

TEST(Survey, StatusAndWrongArguments) {
    EXPECT_EQ(estimate_survey_proportion(3, 20, {1.0, 10.0}).status, Status::above_denominator);
    EXPECT_EQ(estimate_survey_proportion(3, 20, {-1.0}).status, Status::invalid_option);
    EXPECT_EQ(estimate_survey_proportion(3, 0, {}).status, Status::no_denominator);
    const std::vector<double> x{1, 2}, n{3};
    EXPECT_EQ(reference::code_of([&] { estimate_survey_proportion_into(x, n, {}, {}, {}); }), "wrong-length");
    EXPECT_EQ(reference::code_of([&] { estimate_survey_proportion_into(x, x, {0.0}, {}, {}); }), "not-positive");
    std::vector<double> upper(2);
    estimate_survey_proportion_into(x, std::vector<double>{4, 5}, {2.0}, {}, {{}, {}, upper, {}});
    EXPECT_EQ(upper[1], estimate_survey_proportion(2, 5, {2.0}).upper);
}

}  // namespace
