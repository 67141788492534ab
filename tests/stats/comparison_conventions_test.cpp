#include <ontrack/stats/comparison_conventions.hpp>

#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "reference/code_of.hpp"

namespace {

using namespace ontrack::stats;

TEST(ComparisonConventions, AreKnownByName) {
    EXPECT_EQ(funnel_conventions().size(), 8U);
    for (const FunnelConvention& each : funnel_conventions()) {
        EXPECT_EQ(&funnel_convention(each.name), &each);
        EXPECT_FALSE(each.edition.empty());
        for (const FunnelStatistic statistic :
             {FunnelStatistic::proportion, FunnelStatistic::rate, FunnelStatistic::ratio})
            EXPECT_EQ(each.options(statistic).statistic, statistic);
    }
    for (const IntervalConvention& each : interval_conventions()) EXPECT_EQ(&interval_convention(each.name), &each);
    EXPECT_EQ(reference::code_of([] { return funnel_convention("minitab").name; }), "unknown-convention");
    EXPECT_NE(reference::message_of([] { return interval_convention("wald").name; }).find("clopper-pearson"),
              std::string::npos);
}

TEST(ComparisonConventions, FunnelsOfSmallCohortsDisagree) {
    // 0 of 15 at 3 %: beyond Wilson's limits around the average, well within those of the score test.
    const std::vector<double> x{0, 3, 9, 12, 15, 21}, n{15, 100, 300, 400, 500, 685};
    const std::vector<FunnelConvention> two{funnel_convention("phe-indicator-methods"),
                                            funnel_convention("fingertips")};
    const auto found = funnel_conventions_that_disagree(x, n, FunnelStatistic::proportion, two);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].point, 0U);
    EXPECT_EQ(found[0].by_first, Comparison::similar);
    EXPECT_EQ(found[0].by_second, Comparison::lowest);
    EXPECT_TRUE(funnel_conventions_that_disagree(x, n, FunnelStatistic::rate, std::vector{two[0], two[0]}).empty());
}

TEST(ComparisonConventions, EveryConventionDrawsEveryStatistic) {
    const std::vector<double> x{5, 7, 30, 12, 60, 8}, n{50, 60, 210, 100, 380, 90};
    for (const FunnelStatistic statistic :
         {FunnelStatistic::proportion, FunnelStatistic::rate, FunnelStatistic::ratio}) {
        for (const auto& each : funnel_conventions_that_disagree(x, n, statistic, funnel_conventions())) {
            EXPECT_LT(each.first, each.second);
            EXPECT_NE(each.by_first, each.by_second);
            EXPECT_NE(each.by_first, Comparison::not_compared);
            EXPECT_NE(each.by_second, Comparison::not_compared);
        }
    }
}

TEST(ComparisonConventions, IntervalsDisagreeAtTheirEdges) {
    // 10 of 40 against 13 %: Wilson's lower limit is 14.2 %, Clopper–Pearson's 12.7 %.
    const std::vector<double> x{10, 20, std::numeric_limits<double>::quiet_NaN()}, n{40, 40, 40};
    const std::vector<IntervalConvention> two{interval_convention("wilson"), interval_convention("clopper-pearson")};
    const auto found = interval_conventions_that_disagree(x, n, 0.13, {Better::low}, two);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].point, 0U);
    EXPECT_EQ(found[0].by_first, Comparison::worse);
    EXPECT_EQ(found[0].by_second, Comparison::similar);
    // One event against a tenth of one: Byar has no lower limit at 99.8 %, so that level finds nothing.
    const std::vector<double> one{1}, exposure{100};
    const std::vector<IntervalConvention> counts{interval_convention("exact-poisson"), interval_convention("byar")};
    const auto rare = interval_conventions_that_disagree(one, exposure, 1e-6, {Better::low, 0.95, 0.998}, counts);
    ASSERT_EQ(rare.size(), 1U);
    EXPECT_EQ(rare[0].by_first, Comparison::worst);
    EXPECT_EQ(rare[0].by_second, Comparison::worse);
    EXPECT_EQ(reference::code_of([&] { return interval_conventions_that_disagree(x, one, 0.1, {}, two); }),
              "wrong-length");
}

}  // namespace
