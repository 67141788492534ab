#include <gtest/gtest.h>

#include <ontrack/plan/trajectory.hpp>

#include "plan/texts.hpp"

namespace ontrack {
namespace {

const Period year_2017(Frequency::year, 2017, 0);

Trajectory path_of(const std::string& start, const std::string& rest, const Period& year = year_2017) {
    const Plan plan = parse_plan(start + rest);
    const Indicator& indicator = plan.indicators.front();
    return trajectory(indicator, indicator.track, year).value();
}

std::vector<std::string> rounded(const Trajectory& path) {
    std::vector<std::string> texts;
    for (const TrajectoryPoint& point : path.points) texts.push_back(point.rounded.to_string());
    return texts;
}

std::string baseline(const std::string& value) {
    return "baseline = { value = " + value + ", period = \"2016-17\" }\n";
}

std::string target(const std::string& kind, const std::string& rest) {
    return "target = { kind = \"" + kind + "\"" + (rest.empty() ? "" : ", " + rest) + " }\n";
}

using Texts = std::vector<std::string>;

TEST(PercentPerAnnum, has_three_conventions) {
    const auto path = [](const std::string& convention) {
        return path_of(test::quarterly_count,
                       baseline("1681") +
                           target("percent_per_annum", "percent = -1, years = 3, convention = \"" + convention + "\""));
    };
    EXPECT_EQ(rounded(path("compound")), (Texts{"1664", "1648", "1631"}));
    EXPECT_EQ(rounded(path("simple")), (Texts{"1664", "1647", "1631"}));
    EXPECT_EQ(rounded(path("rounded_each_year")), (Texts{"1664", "1647", "1631"}));
    EXPECT_EQ(path("simple").points[1].unrounded.to_string(), "1647.38");
    EXPECT_EQ(path("rounded_each_year").points[1].unrounded.to_string(), "1647.36");
    EXPECT_EQ(path("simple").rule, PathRule::simple);
    EXPECT_EQ(path("simple").basis, "1681 × (1 − 1% × k), k years after 2016-17");
    EXPECT_EQ(path("rounded_each_year").rule, PathRule::rounded_each_year);
    EXPECT_EQ(path("rounded_each_year").basis,
              "1681 − 1% a year, each year on the rounded target of the year before, for 3 years after 2016-17");
}

TEST(PercentPerAnnum, rounded_each_year_uses_the_targets_own_rounding) {
    const auto path = [](const std::string& rest) {
        return path_of(test::quarterly_count,
                       baseline("50") + target("percent_per_annum",
                                               "percent = -1, years = 4, convention = \"rounded_each_year\"" + rest));
    };
    EXPECT_EQ(rounded(path("")), (Texts{"50", "50", "50", "50"}));
    EXPECT_EQ(rounded(path(", rounding = \"down\"")), (Texts{"49", "48", "47", "46"}));
    EXPECT_EQ(rounded(path(", decimals = 1")), (Texts{"49.5", "49", "48.5", "48"}));
}

TEST(PointsByDate, moves_by_points_and_not_by_per_cent) {
    const Trajectory points =
        path_of(test::quarterly_percentage, baseline("40") + target("points_by_date", "points = 5"));
    EXPECT_EQ(rounded(points).back(), "45");
    EXPECT_EQ(points.basis, "45, which is 40 + 5 points, with no deadline");
    const Trajectory percent =
        path_of(test::quarterly_percentage, baseline("40") + target("percent_by_date", "percent = 5"));
    EXPECT_EQ(rounded(percent).back(), "42");
    const Trajectory line =
        path_of(test::quarterly_percentage, baseline("40") + target("points_by_date", "points = 8, due = 2018-03-31"));
    EXPECT_EQ(rounded(line), (Texts{"42", "44", "46", "48"}));
}

TEST(Stepped, holds_each_value_to_its_day) {
    const Trajectory path =
        path_of(test::quarterly_percentage,
                baseline("18") +
                    target("stepped", "steps = [{ by = 2018-03-31, value = 25 }, { by = 2018-09-30, value = 40 }]"));
    EXPECT_EQ(path.rule, PathRule::stepped);
    EXPECT_EQ(rounded(path), (Texts{"25", "25", "25", "25", "40", "40"}));
    EXPECT_EQ(path.at_end_of(year_2017).value().rounded, Decimal(25));
    EXPECT_EQ(path.basis, "25 until 31 March 2018, 40 until 30 September 2018");
}

TEST(Stepped, differs_from_the_straight_line_through_its_ends) {
    // MARAC cases, 18 in 2016/17 and 40 in 2019/20: is 25 for 2017/18 a step, or a point of the line?
    const std::string rates = test::replaced(test::quarterly_percentage, "\"percentage\"", "\"rate\"\nper = 10000");
    const Trajectory steps = path_of(
        rates, baseline("18") +
                   target("stepped", "steps = [{ by = 2018-03-31, value = 25 }, { by = 2020-03-31, value = 40 }]"));
    const Trajectory line = path_of(rates, baseline("18") + target("linear", "value = 40, due = 2020-03-31"));
    EXPECT_EQ(steps.at_end_of(year_2017)->rounded, line.at_end_of(year_2017)->rounded);
    EXPECT_EQ(steps.at_end_of(year_2017.plus(1))->rounded, Decimal(40));
    EXPECT_EQ(line.at_end_of(year_2017.plus(1))->rounded, Decimal(33));
}

TEST(Band, has_two_edges_and_polarity_says_which_comes_first) {
    const std::string band = target("band", "lower = 10, upper = 20.5, decimals = 1");
    const TrajectoryPoint low = path_of(test::quarterly_count, band).points.front();
    EXPECT_EQ(low.rounded.to_string(), "20.5");
    EXPECT_EQ(low.other_edge->rounded, Decimal(10));
    const TrajectoryPoint high = path_of(test::quarterly_percentage, band).points.front();
    EXPECT_EQ(high.rounded, Decimal(10));
    EXPECT_EQ(high.other_edge->unrounded.to_string(), "20.5");
}

TEST(Maintain, allows_the_margin_on_the_bad_side_only) {
    EXPECT_EQ(rounded(path_of(test::quarterly_count, baseline("100") + target("maintain", "margin = 5"))),
              Texts{"105"});
    EXPECT_EQ(
        rounded(path_of(test::quarterly_percentage, baseline("80") + target("maintain", "margin_percent = 5"))).back(),
        "76");
    const Trajectory path = path_of(test::quarterly_count, baseline("100") + target("maintain", ""));
    EXPECT_EQ(rounded(path), Texts{"100"});
    EXPECT_EQ(path.basis, "as good as 100 within a margin of 0, with no deadline");
}

TEST(CloseGap, goes_part_of_the_way_to_the_comparator) {
    const std::string national = "comparators = [{ code = \"national\", name = \"National\", value = 70.5 }]\n";
    const Trajectory path =
        path_of(test::quarterly_percentage,
                national + baseline("47.6") +
                    target("close_gap", "percent = 50, comparator = \"national\", due = 2018-03-31, decimals = 2"));
    EXPECT_EQ(path.points.back().unrounded.to_string(), "59.05");
    EXPECT_EQ(path.rule, PathRule::linear);
    EXPECT_NE(path.basis.find("closes 50% of the gap to national"), std::string::npos) << path.basis;
}

TEST(MeasurableChange, is_the_least_that_two_samples_can_show) {
    const auto end = [](const std::string& rest) {
        return path_of(test::quarterly_survey, baseline("50") + target("measurable_change", rest + ", decimals = 1"))
            .points.back();
    };
    // Published for the Place Survey: 4.2 points for a sample of 1,100 at 50 %.
    EXPECT_EQ(end("sample = 1100").rounded.to_string(), "54.2");
    EXPECT_FALSE(end("sample = 1100").exact);
    // √(2 · 0.25 / 1100) · 1.959963984540054 = 0.041786572…, worked out by hand.
    EXPECT_EQ(end("sample = 1100").unrounded.to_string().substr(0, 9), "54.178657");
    // Four times the design effect doubles the change; four times the sample halves it.
    const Decimal one = end("sample = 1100").unrounded - Decimal(50);
    const Decimal two = end("sample = 1100, design_effect = 4").unrounded - Decimal(50);
    EXPECT_NEAR(two.to_double(), 2 * one.to_double(), 1e-9);
    EXPECT_NEAR((end("sample = 4400").unrounded - Decimal(50)).to_double(), one.to_double() / 2, 1e-9);
    EXPECT_GT(end("sample = 1100, confidence_percent = 99").unrounded, end("sample = 1100").unrounded);
}

TEST(MeasurableChange, falls_where_low_is_good) {
    const std::string survey = test::replaced(test::quarterly_survey, "\"high\"", "\"low\"");
    EXPECT_EQ(path_of(survey, baseline("50") + target("measurable_change", "sample = 1100, decimals = 1"))
                  .points.back()
                  .rounded.to_string(),
              "45.8");
}

TEST(Stretch, runs_from_the_baseline_where_there_is_one) {
    const std::string rule = target("stretch", "without = 44, value = 52, due = 2018-03-31");
    const Trajectory line = path_of(test::quarterly_percentage, baseline("40") + rule);
    EXPECT_EQ(rounded(line), (Texts{"43", "46", "49", "52"}));
    EXPECT_NE(line.basis.find("; 44 is expected without the agreement"), std::string::npos) << line.basis;
    EXPECT_EQ(rounded(path_of(test::quarterly_percentage, rule)), (Texts{"52", "52", "52", "52"}));
}

TEST(NotSet, has_no_path) {
    const Plan plan = parse_plan(test::quarterly_count + target("not_set", "note = \"After the survey\""));
    EXPECT_FALSE(trajectory(plan.indicators[0], plan.indicators[0].track, year_2017).has_value());
}

/// Mirrored values and polarity give the mirrored path; ten times the values give ten times the path.
TEST(Targets, are_mirrored_and_scaled_with_their_values) {
    Indicator low;
    low.year_rule = YearRule::mean;
    low.measure = Rate{Decimal(1000)};
    Indicator high = low;
    high.polarity = Polarity::high;
    const auto with = [](Indicator indicator, int start, const TargetRule& rule) {
        Comparator other;
        other.code = "n";
        other.figure.value = Decimal(start + (start > 0 ? -30 : 30));
        indicator.track.comparators = {other};
        indicator.track.baseline = Baseline{Decimal(start), Period(Frequency::year, 2016, 0), {}, "", {}};
        indicator.track.target = Target{rule, 2, Rounding::half_up, {}};
        return trajectory(indicator, indicator.track, year_2017).value();
    };
    const Date due(2020, 3, 31);
    const std::vector<std::pair<TargetRule, TargetRule>> pairs{
        {PercentByDate{Percent(Decimal(-7)), due}, PercentByDate{Percent(Decimal(-7)), due}},
        {PercentPerAnnum{Percent(Decimal(-7)), 3}, PercentPerAnnum{Percent(Decimal(-7)), 3}},
        {PercentPerAnnum{Percent(Decimal(-7)), 3, AnnualChange::simple},
         PercentPerAnnum{Percent(Decimal(-7)), 3, AnnualChange::simple}},
        {Maintain{Decimal(3), {}, due}, Maintain{Decimal(3), {}, due}},
        {CloseGap{Percent(Decimal(50)), "n", due}, CloseGap{Percent(Decimal(50)), "n", due}},
        {Band{Decimal(40), Decimal(60), due}, Band{Decimal(-60), Decimal(-40), due}},
        {LinearTo{Decimal(50), due}, LinearTo{Decimal(-50), due}},
        {Stepped{{{Date(2018, 3, 31), Decimal(90)}, {due, Decimal(70)}}},
         Stepped{{{Date(2018, 3, 31), Decimal(-90)}, {due, Decimal(-70)}}}},
    };
    for (const auto& [rule, mirror] : pairs) {
        const Trajectory down = with(low, 100, rule);
        const Trajectory up = with(high, -100, mirror);
        ASSERT_EQ(down.points.size(), up.points.size());
        for (std::size_t i = 0; i < down.points.size(); ++i) {
            EXPECT_EQ(down.points[i].unrounded, -up.points[i].unrounded) << to_string(rule) << " " << i;
            EXPECT_EQ(down.points[i].rounded, -up.points[i].rounded) << to_string(rule) << " " << i;
        }
    }
}

}  // namespace
}  // namespace ontrack
