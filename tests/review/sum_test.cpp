#include <gtest/gtest.h>

#include <ontrack/plan/read_plan.hpp>
#include <ontrack/review/review.hpp>

namespace ontrack {
namespace {

std::string quarters_of(const std::string& code, const std::vector<int>& quarters, const std::string& more = "") {
    std::string text = "[[indicator]]\ncode = \"" + code +
                       "\"\nname = \"N\"\nmeasure = \"count\"\npolarity = \"low\"\n" +
                       "frequency = \"quarter\"\nyear_is = \"sum\"\nobservations = [";
    for (std::size_t i = 0; i < quarters.size(); ++i) {
        text += "{ period = \"" + std::string(i < 4 ? "2016-17" : "2017-18") + " Q" + std::to_string(i % 4 + 1) +
                "\", value = " + std::to_string(quarters[i]) + " }, ";
    }
    return text + "]\n" + more;
}

const std::string target = "target = { kind = \"absolute\", value = 400 }\n";

TEST(SumOf, is_reviewed_as_if_it_had_been_counted_whole) {
    const std::string head = "format = 1\n[plan]\nname = \"P\"\n";
    const Review whole = review(parse_plan(head + quarters_of("all", {100, 110, 90, 105, 95, 102}, target)));
    const Review split = review(parse_plan(head + quarters_of("a", {60, 70, 50, 100, 45, 2}) +
                                           quarters_of("b", {40, 40, 40, 5, 50, 100}) +
                                           quarters_of("all", {}, target + "sum_of = [\"a\", \"b\"]\n")));
    const TrackAssessment& one = whole.indicators.front().assessment.whole;
    const TrackAssessment& sum = split.indicators.back().assessment.whole;
    EXPECT_EQ(sum.projection.year_to_date, one.projection.year_to_date);
    EXPECT_EQ(sum.projection.mean, one.projection.mean);
    EXPECT_EQ(sum.projection.chance, one.projection.chance);
    EXPECT_EQ(sum.projected.status, one.projected.status);
    EXPECT_EQ(sum.since_last_year.direction, one.since_last_year.direction);
    EXPECT_TRUE(split.contradictions.empty());
}

}  // namespace
}  // namespace ontrack
