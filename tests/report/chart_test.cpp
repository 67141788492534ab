#include "report/chart.hpp"

#include <gtest/gtest.h>

#include "report/markup_reader.hpp"
#include "report/sample_review.hpp"

namespace {

using namespace ontrack;
using namespace ontrack::detail::report;

TEST(Chart, OfACountAddsUpAndFansOutToTheYearsEnd) {
    const Review review = test::sample_review();
    const auto chart = chart_of(review, lines_of(review, 0)[0]);
    ASSERT_TRUE(chart);
    ASSERT_EQ(chart->observed.size(), 3U);
    EXPECT_EQ(chart->observed[2].value, 758);
    EXPECT_EQ(chart->observed[2].at, 183);
    ASSERT_EQ(chart->path.size(), 3U);
    EXPECT_EQ(chart->path[1].value, 757.5);
    EXPECT_EQ(chart->path[2].value, 1664);
    EXPECT_EQ(chart->path[2].at, 365);
    ASSERT_TRUE(chart->fan);
    EXPECT_EQ(chart->fan->from.value, 758);
    EXPECT_EQ(chart->fan->interval_95->upper, 1812);
    EXPECT_EQ(chart->lowest, 0);
    EXPECT_GE(chart->highest, 1812);
}

TEST(Chart, OfACountStopsAtAGap) {
    Review review = test::sample_review();
    auto& observations = review.plan.indicators[0].track.observations;
    observations[0].value.reset();
    observations[0].state = DataState::awaited;
    const auto chart = chart_of(review, lines_of(review, 0)[0]);
    ASSERT_TRUE(chart);
    EXPECT_TRUE(chart->observed.empty());
}

TEST(Chart, OfALevelShowsValuesAndPath) {
    const Review review = test::sample_review();
    const auto chart = chart_of(review, lines_of(review, 2)[1]);
    ASSERT_TRUE(chart);
    ASSERT_EQ(chart->observed.size(), 1U);
    EXPECT_EQ(chart->observed[0].value, 100);
    EXPECT_EQ(chart->path.front().value, 75);
    EXPECT_LE(chart->highest, 100);
}

TEST(Chart, OfNothingIsNone) {
    const Review review = test::sample_review();
    EXPECT_FALSE(chart_of(review, lines_of(review, 1)[0]));
    EXPECT_FALSE(chart_of(review, lines_of(review, 2)[0]));
}

void expect_within(const test::Element& element, const char* name, double most) {
    if (!element.has(name)) return;
    EXPECT_GE(std::stod(element.attribute(name)), 0) << element.path;
    EXPECT_LE(std::stod(element.attribute(name)), most) << element.path;
}

TEST(Chart, StaysOnItsCanvas) {
    const Review review = test::sample_review();
    for (std::size_t i = 0; i < review.plan.indicators.size(); ++i) {
        for (const Line& line : lines_of(review, i)) {
            const auto chart = chart_of(review, line);
            if (!chart) continue;
            Markup out;
            draw(out, *chart);
            for (const test::Element& each : test::read_markup(out.take())) {
                for (const char* name : {"x", "cx"}) expect_within(each, name, 360);
                for (const char* name : {"y", "cy"}) expect_within(each, name, 190);
            }
        }
    }
}

}  // namespace
