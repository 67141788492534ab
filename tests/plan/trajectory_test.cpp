#include <ontrack/plan/trajectory.hpp>

#include <gtest/gtest.h>

#include "plan/texts.hpp"

namespace ontrack {
namespace {

const Period year_2017(Frequency::year, 2017, 0);

Trajectory path_of(const std::string& start, const std::string& baseline_and_target, const Period& year = year_2017) {
    const Plan plan = parse_plan(start + baseline_and_target);
    const Indicator& indicator = plan.indicators.front();
    return trajectory(indicator, indicator.track, year).value();
}

/// "unrounded → rounded" for each point.
std::vector<std::string> values(const Trajectory& path) {
    std::vector<std::string> texts;
    for (const TrajectoryPoint& point : path.points) {
        texts.push_back(point.unrounded.to_string() + " " + point.rounded.to_string());
    }
    return texts;
}

std::string baseline(const std::string& value) {
    return "baseline = { value = " + value + ", period = \"2016-17\" }\n";
}

using Texts = std::vector<std::string>;

TEST(Trajectory, compounds_a_change_per_annum) {
    const Trajectory path = path_of(
        test::quarterly_count, baseline("1681") + "target = { kind = \"percent_per_annum\", percent = -1, years = 3 }");
    EXPECT_EQ(path.rule, PathRule::compound);
    EXPECT_EQ(path.basis, "1681 × (1 − 1%)^k, k years after 2016-17");
    EXPECT_EQ(values(path), (Texts{"1664.19 1664", "1647.5481 1648", "1631.072619 1631"}));
    EXPECT_EQ(path.points.front().period.label(), "2017-18");
    EXPECT_TRUE(path.points.back().exact);
}

struct FirstYear {
    std::string baseline;
    std::string percent;
    std::string target;
};

class TargetsOfTheDocument : public testing::TestWithParam<FirstYear> {};

TEST_P(TargetsOfTheDocument, come_out_as_printed) {
    const auto& [value, percent, target] = GetParam();
    const Trajectory path =
        path_of(test::quarterly_count,
                baseline(value) + "target = { kind = \"percent_per_annum\", percent = " + percent + ", years = 3 }");
    EXPECT_EQ(path.at_end_of(year_2017).value().rounded.to_string(), target);
}

INSTANTIATE_TEST_SUITE_P(Hillingdon, TargetsOfTheDocument,
                         testing::Values(FirstYear{"1681", "-1", "1664"}, FirstYear{"731", "-1", "724"},
                                         FirstYear{"2460", "-5", "2337"}, FirstYear{"467", "-5", "444"},
                                         FirstYear{"104", "-5", "99"}, FirstYear{"9285", "-5", "8821"},
                                         FirstYear{"7966", "-5", "7568"}));

TEST(Trajectory, runs_straight_to_a_date) {
    const Trajectory path =
        path_of(test::quarterly_count,
                baseline("1319") + "target = { kind = \"percent_by_date\", percent = -5, due = 2019-03-31 }");
    EXPECT_EQ(path.rule, PathRule::linear);
    EXPECT_EQ(values(path), (Texts{"1286.025 1286", "1253.05 1253"}));
}

TEST(Trajectory, holds_without_a_deadline) {
    const std::string rest = "target = { kind = \"percent_by_date\", percent = -5 }";
    const Trajectory pwit = path_of(test::quarterly_count, "baseline = { value = 33, period = \"2015-16\" }\n" + rest);
    EXPECT_EQ(pwit.rule, PathRule::constant);
    EXPECT_EQ(values(pwit), (Texts{"31.35 31", "31.35 31"}));
    const Trajectory vap = path_of(test::quarterly_count, "baseline = { value = 134, period = \"2015-16\" }\n" + rest);
    EXPECT_EQ(vap.at_end_of(year_2017).value().rounded, Decimal(127));
    EXPECT_EQ(vap.at_end_of(year_2017).value().unrounded.to_string(), "127.3");
}

TEST(Trajectory, of_a_level_moves_in_the_indicators_own_periods) {
    const std::string rates = test::replaced(test::quarterly_percentage, "\"percentage\"", "\"rate\"\nper = 10000");
    const Trajectory rate =
        path_of(rates, baseline("18") + "target = { kind = \"linear\", value = 40, due = 2020-03-31 }");
    ASSERT_EQ(rate.points.size(), 12U);
    EXPECT_EQ(rate.points[3].period.label(), "2017-18 Q4");
    EXPECT_EQ(rate.points[3].unrounded.to_string(), "25.333333333333");
    EXPECT_FALSE(rate.points[3].exact);
    EXPECT_EQ(rate.points[3].rounded, Decimal(25));
    EXPECT_EQ(rate.at_end_of(year_2017).value().period, rate.points[3].period);
    EXPECT_EQ(rate.points.back().unrounded, Decimal(40));

    const Trajectory repeats = path_of(test::quarterly_percentage,
                                       baseline("14") + "target = { kind = \"linear\", value = 28, due = 2020-03-31 }");
    EXPECT_EQ(repeats.at_end_of(year_2017).value().rounded, Decimal(19));
}

TEST(Trajectory, of_a_level_steps_once_a_year_when_it_compounds) {
    const Trajectory path =
        path_of(test::quarterly_percentage,
                baseline("50") + "target = { kind = \"percent_per_annum\", percent = 10, years = 2 }");
    ASSERT_EQ(path.points.size(), 8U);
    EXPECT_EQ(path.points[0].unrounded, Decimal(55));
    EXPECT_EQ(path.points[3].unrounded, Decimal(55));
    EXPECT_EQ(path.points[4].unrounded.to_string(), "60.5");
}

TEST(Trajectory, of_a_floor_is_level_to_its_date) {
    const Trajectory path = path_of(test::quarterly_survey,
                                    baseline("57") + "target = { kind = \"floor\", percent = 5, due = 2019-03-31 }");
    ASSERT_EQ(path.points.size(), 8U);
    for (const TrajectoryPoint& point : path.points) {
        EXPECT_EQ(point.unrounded.to_string(), "59.85");
        EXPECT_EQ(point.rounded, Decimal(60));
    }
    EXPECT_FALSE(path.at_end_of(year_2017.plus(2)).has_value());
}

TEST(Trajectory, without_a_baseline_begins_in_the_year_asked_for) {
    const Trajectory path = path_of(test::quarterly_count, "target = { kind = \"absolute\", value = 12 }");
    EXPECT_EQ(values(path), (Texts{"12 12"}));
    EXPECT_EQ(path.basis, "12, with no deadline");
}

TEST(Trajectory, ends_with_the_period_that_holds_its_date) {
    const Trajectory path = path_of(test::quarterly_percentage,
                                    baseline("10") + "target = { kind = \"linear\", value = 16, due = 2017-08-15 }");
    EXPECT_EQ(values(path), (Texts{"13 13", "16 16"}));
    EXPECT_FALSE(path.at_end_of(year_2017).has_value());
}

TEST(Trajectory, rounds_the_exact_value_by_the_targets_own_rule) {
    const auto rounded = [](const std::string& rule) {
        return path_of(test::quarterly_count,
                       baseline("49") + "target = { kind = \"percent_by_date\", percent = -50" + rule + " }")
            .points.back()
            .rounded.to_string();
    };
    EXPECT_EQ(rounded(""), "25");
    EXPECT_EQ(rounded(", rounding = \"half_even\""), "24");
    EXPECT_EQ(rounded(", rounding = \"down\""), "24");
    EXPECT_EQ(rounded(", decimals = 1"), "24.5");
    // 0.4999999999996… shows as 0.5 in twelve places, and is still below a half.
    const Trajectory near_half = path_of(test::quarterly_percentage,
                                         "baseline = { value = 0.4999999999994, period = \"2016-17\" }\n"
                                         "target = { kind = \"linear\", value = 0.4999999999999, due = 2017-12-31 }");
    EXPECT_EQ(near_half.points[1].unrounded.to_string(), "0.5");
    EXPECT_EQ(near_half.points[1].rounded, Decimal(0));
}

TEST(Trajectory, keeps_its_head_over_fifty_years) {
    const Trajectory path =
        path_of(test::quarterly_count,
                baseline("1000") + "target = { kind = \"percent_per_annum\", percent = -1.25, years = 50 }");
    ASSERT_EQ(path.points.size(), 50U);
    EXPECT_FALSE(path.points.back().exact);
    EXPECT_EQ(path.points.back().unrounded.to_string(), "533.157121958539");
}

TEST(Trajectory, is_empty_where_there_is_nothing_to_draw) {
    const Plan plan = parse_plan(test::quarterly_count);
    EXPECT_FALSE(trajectory(plan.indicators[0], plan.indicators[0].track, year_2017).has_value());
    const Plan done = parse_plan(test::milestone);
    EXPECT_FALSE(trajectory(done.indicators[0], done.indicators[0].track, year_2017).has_value());
    Indicator needs = plan.indicators[0];
    needs.track.target = Target{PercentPerAnnum{Percent(Decimal(-1)), 3}, 0, Rounding::half_up, {}};
    EXPECT_FALSE(trajectory(needs, needs.track, year_2017).has_value());
}

}  // namespace
}  // namespace ontrack
