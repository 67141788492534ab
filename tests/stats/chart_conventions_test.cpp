#include <ontrack/stats/chart_conventions.hpp>

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/base/error.hpp>

namespace {

using namespace ontrack::stats;

TEST(ChartConventions, AreKnownByName) {
    EXPECT_EQ(chart_conventions().size(), 9U);
    for (const ChartConvention& each : chart_conventions()) {
        EXPECT_EQ(&chart_convention(each.name), &each);
        EXPECT_FALSE(each.edition.empty());
    }
    try {
        static_cast<void>(chart_convention("minitab"));
        FAIL();
    } catch (const ontrack::DataError& error) {
        EXPECT_EQ(error.code(), "unknown-convention");
        EXPECT_NE(error.remedy().find("nhsrplotthedots"), std::string::npos);
    }
}

TEST(ChartConventions, DisagreeWhereTheyCountDifferently) {
    // Seven in a row above the mean, and no more.
    const std::vector<double> values{8, 9, 8, 7, 9, 8, 7, 12, 13, 12, 14, 12, 13, 12, 8, 9};
    const std::vector<ChartConvention> pair{chart_convention("making-data-count-7"),
                                            chart_convention("making-data-count-8")};
    const auto found = conventions_that_disagree({values}, Chart::xmr, pair);
    ASSERT_EQ(found.size(), 14U);  // the seven above, and the seven before them below
    EXPECT_EQ(found.front().point, 0U);
    EXPECT_EQ(found.front().by_first, (Signals{0, 8}));
    EXPECT_EQ(found.back().point, 13U);
    EXPECT_EQ(found.back().by_first, (Signals{8, 0}));
    EXPECT_EQ(found.back().by_second, Signals{});
    EXPECT_TRUE(conventions_that_disagree({values}, Chart::xmr, std::vector{pair[0], pair[0]}).empty());
}

TEST(ChartConventions, ScreeningIsADisagreement) {
    // Without the ranges 8 and 9 the lower line at 2σ rises above 1, so that two ones of three points are near the limit.
    const std::vector<double> values{1, 2, 1, 2, 10, 1, 2, 1, 2, 3, 4, 5, 6, 5, 4, 3, 2, 1, 2, 1};
    ChartConvention unscreened = chart_convention("nhsrplotthedots");
    unscreened.options.screening = Screening::none;
    const auto found =
        conventions_that_disagree({values}, Chart::xmr, std::vector{chart_convention("nhsrplotthedots"), unscreened});
    ASSERT_EQ(found.size(), 6U);
    for (const auto& each : found) {
        EXPECT_EQ(values[each.point], 1.0);
        EXPECT_EQ(each.by_first, (Signals{0, 4}));
        EXPECT_EQ(each.by_second, Signals{});
    }
}

TEST(FalseAlarms, AreMeasuredAndRepeatable) {
    const FalseAlarms seven = false_alarms({}, making_data_count(7), 24, 4000, 1);
    const FalseAlarms again = false_alarms({}, making_data_count(7), 24, 4000, 1);
    EXPECT_EQ(seven.any_point, again.any_point);
    const FalseAlarms six = false_alarms({}, making_data_count(6), 24, 4000, 1);
    const FalseAlarms eight = false_alarms({}, making_data_count(8), 24, 4000, 1);
    EXPECT_GT(six.any_point, seven.any_point);
    EXPECT_GT(seven.any_point, eight.any_point);
    EXPECT_LT(seven.latest_point, seven.any_point);
    EXPECT_NEAR(seven.standard_error, std::sqrt(seven.any_point * (1.0 - seven.any_point) / 4000.0), 1e-15);
    // Longer series have more places to go wrong in.
    EXPECT_GT(false_alarms({}, making_data_count(7), 60, 1000, 1).any_point, seven.any_point);
    EXPECT_TRUE(std::isnan(false_alarms({}, nelson(), 1, 10).any_point));
    ChartOptions p;
    p.chart = Chart::p;
    EXPECT_TRUE(std::isnan(false_alarms(p, nelson(), 24, 10).any_point));
}

TEST(FalseAlarms, OfRunChartsAreNearTheirDesign) {
    ChartOptions run;
    run.chart = Chart::run;
    // The boxes hold at least 92.5 % of series about a known centre; about their own median more do.
    for (const RunTest test : {RunTest::best_box, RunTest::cut_box}) {
        const FalseAlarms alarms = false_alarms(run, shewhart_with_test(test), 24, 4000, 3);
        EXPECT_GT(alarms.any_point, 0.005);
        EXPECT_LT(alarms.any_point, 0.075 + 4.0 * alarms.standard_error);
    }
}

TEST(FalseAlarms, AFrozenLimitOfManyPointsIsTheNormalTail) {
    // Far from estimated: 2,000 points, each beyond 3σ with probability 0.0027.
    const RuleSet one{"beyond", "", 1, {{RuleKind::beyond, 1}}};
    const FalseAlarms alarms = false_alarms({}, one, 2000, 2000, 5);
    EXPECT_NEAR(alarms.latest_point, 0.0027, 4.0 * std::sqrt(0.0027 / 2000.0) + 2e-4);
}

}  // namespace
