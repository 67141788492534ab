#include <gtest/gtest.h>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using namespace test;

TEST(Travel, FollowsThePolarity) {
    const std::string rise = seen("2016-17 Q2", "30") + seen("2017-18 Q1", "40") + seen("2017-18 Q2", "35");
    const TrackAssessment low = assess_first(count_plan("99", rise)).whole;
    EXPECT_EQ(low.since_last_year.direction, Direction::worsening);
    EXPECT_EQ(low.since_last_year.before, Decimal(30));
    EXPECT_EQ(low.since_last_year.now, Decimal(35));
    EXPECT_EQ(low.since_last_period.direction, Direction::improving);
    EXPECT_EQ(low.since_last_period.from->label(), "2017-18 Q1");

    const TrackAssessment high = assess_first(level_plan("kind = \"floor\", value = 60", rise)).whole;
    EXPECT_EQ(high.since_last_year.direction, Direction::improving);
    EXPECT_EQ(high.since_last_period.direction, Direction::worsening);
}

TEST(Travel, TheSameValueIsUnchanged) {
    const Plan plan = count_plan("99", seen("2017-18 Q1", "35") + seen("2017-18 Q2", "35.0"));
    EXPECT_EQ(assess_first(plan).whole.since_last_period.direction, Direction::unchanged);
}

TEST(Travel, NamesTheFigureThatIsLacking) {
    const Plan plan = count_plan("99", seen("2017-18 Q2", "35"));
    const TrackAssessment whole = assess_first(plan).whole;
    EXPECT_EQ(whole.since_last_year.direction, Direction::not_rated);
    EXPECT_EQ(whole.since_last_year.reason, "no figure for 2016-17 Q2");
    EXPECT_EQ(whole.since_last_period.reason, "no figure for 2017-18 Q1");
    EXPECT_EQ(reason_of(whole, "direction_of_travel.last_year"), "no figure for 2016-17 Q2");
}

TEST(Travel, APartOfAPeriodIsComparedWithNothing) {
    const std::string part = seen("2017-18 Q2", "35", "up_to = 2017-08-15");
    const TrackAssessment now = assess_first(count_plan("99", seen("2017-18 Q1", "20") + part)).whole;
    EXPECT_EQ(now.since_last_period.reason, "the figure for 2017-18 Q2 goes only up to 15 August 2017");
    const TrackAssessment before = assess_first(count_plan("99", part + seen("2017-18 Q3", "40"))).whole;
    EXPECT_EQ(before.since_last_period.reason, "the figure for 2017-18 Q2 goes only up to 15 August 2017");
}

TEST(Travel, TheBaselineOfAnAnnualIndicatorIsItsLastYear) {
    const Plan plan = small_plan(
        "measure = \"percentage\"\npolarity = \"high\"\nfrequency = \"year\"\nyear_is = \"latest\"\n"
        "baseline = { value = 57, period = \"2016-17\" }\nobservations = [{ period = \"2017-18\", value = 62 }]\n");
    EXPECT_EQ(assess_first(plan).whole.since_last_year.direction, Direction::improving);
}

TEST(Travel, AProxyQualifiesIt) {
    const Plan plan = count_plan("99", seen("2017-18 Q1", "35", "state = \"proxy\"") + seen("2017-18 Q2", "36"));
    EXPECT_EQ(assess_first(plan).whole.since_last_period.qualified, "a proxy measure");
}

TEST(Travel, BeforeAnyFigureItSaysSo) {
    EXPECT_EQ(assess_first(count_plan("99", "")).whole.since_last_year.reason,
              "there is no observation yet in 2017-18");
}

TEST(Travel, DependsOnNeitherScaleNorOrderAndMirrorsWithThePolarity) {
    const std::vector<std::pair<std::string, int>> figures{{"2016-17 Q2", 30}, {"2017-18 Q1", 40}, {"2017-18 Q2", 35}};
    const auto directions = [](const std::vector<std::pair<std::string, int>>& of, int scale, const char* polarity) {
        std::string observations;
        for (const auto& [period, value] : of) observations += seen(period, std::to_string(value * scale));
        Plan plan = count_plan("99", observations);
        plan.indicators.front().polarity = std::string(polarity) == "low" ? Polarity::low : Polarity::high;
        const TrackAssessment whole = assess_first(plan).whole;
        return std::pair(whole.since_last_year.direction, whole.since_last_period.direction);
    };
    const auto one = directions(figures, 1, "low");
    EXPECT_EQ(directions(figures, 1000, "low"), one);
    EXPECT_EQ(directions({figures.rbegin(), figures.rend()}, 1, "low"), one);
    EXPECT_EQ(directions(figures, 1, "high"), std::pair(one.second, one.first));
}

}  // namespace
}  // namespace ontrack
