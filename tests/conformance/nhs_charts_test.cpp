#include <gtest/gtest.h>

#include <ontrack/stats/chart_conventions.hpp>

#include "conformance/chart_table.hpp"

namespace {

using namespace conformance;
using namespace ontrack::stats;

const std::map<std::string, Better> betters{
    {"increase", Better::high}, {"decrease", Better::low}, {"neutral", Better::neither}};

/// NHSRplotthedots' name of the first rule that a point breaks.
std::string cause(const Signals& signals) {
    const std::array<std::array<std::string, 2>, 4> names{{{"Above UCL", "Below LCL"},
                                                           {"7 Point Trend (Increasing)", "7 Point Trend (Decreasing)"},
                                                           {"2 in 3 Above CL", "2 in 3 Below CL"},
                                                           {"7 Points Above CL", "7 Points Below CL"}}};
    for (std::size_t rule = 0; rule < names.size(); ++rule) {
        if ((signals.high >> rule & 1) != 0) return names[rule][0];
        if ((signals.low >> rule & 1) != 0) return names[rule][1];
    }
    return "Common Cause";
}

std::string point_type(Variation kind) {
    switch (kind) {
        case Variation::improving_high:
        case Variation::improving_low:
            return "special_cause_improvement";
        case Variation::concerning_high:
        case Variation::concerning_low:
            return "special_cause_concern";
        case Variation::neutral_high:
            return "special_cause_neutral_high";
        case Variation::neutral_low:
            return "special_cause_neutral_low";
        default:
            return "common_cause";
    }
}

std::string assurance_type(Assurance kind) {
    switch (kind) {
        case Assurance::pass:
            return "consistent_pass";
        case Assurance::fail:
            return "consistent_fail";
        case Assurance::hit_or_miss:
            return "inconsistent";
        case Assurance::not_available:
            break;
    }
    return "";
}

void same(Conformance& check, const std::string& actual, const std::string& expected, const std::string& what) {
    check.number(actual == expected, 1.0, what + ' ' + actual + '/' + expected);
}

TEST(ConformanceNhsrPlotTheDots, PointsAndIcons) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    const ChartConvention& convention = chart_convention("nhsrplotthedots");
    Conformance points("NHSRplotthedots", "points_expected");
    Conformance icons("NHSRplotthedots", "icons_expected");
    const auto expected = grouped(read_table("oracles/NHSRplotthedots/icons_expected.csv"),
                                  {"measure", "area", "variant", "improvement"});
    std::size_t met = 0;
    for (const auto& [key, rows] : grouped(read_table("oracles/NHSRplotthedots/points_expected.csv"),
                                           {"measure", "area", "variant", "improvement"})) {
        ChartOptions options = convention.options;
        if (key[2] == "noscreen") options.screening = Screening::none;
        if (key[2] == "fix24") options.baseline_points = 24;
        if (key[2] == "rebase30_fix12") options.baseline_points = 12;
        const Better better = betters.at(key[3]);
        Drawing drawing;
        drawing.values = column(rows, "y");
        for (std::size_t i = 0; i < rows.size(); ++i)
            drawing.starts.push_back(i > 0 && rows[i].text("rebase_group") != rows[i - 1].text("rebase_group") ? 1 : 0);
        drawing.draw(options, convention.rules);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::string place = key[0] + ' ' + key[1] + ' ' + key[2] + ' ' + std::to_string(i + 1);
            const double y = drawing.value[i];
            const bool outside = y < drawing.lower[i] || y > drawing.upper[i];
            points.number(drawing.centre[i], rows[i].number("mean_col"), place + " mean");
            points.number(drawing.lower[i], rows[i].number("lpl"), place + " lpl");
            points.number(drawing.upper[i], rows[i].number("upl"), place + " upl");
            points.number(outside, is_true(rows[i].text("outside_limits")), place + " outside");
            points.number(!outside && (y < drawing.lower_warning[i] || y > drawing.upper_warning[i]),
                          is_true(rows[i].text("close_to_limits")), place + " close");
            points.number((y > drawing.centre[i]) - (y < drawing.centre[i]), rows[i].number("relative_to_mean"),
                          place + " side");
            same(points, cause(drawing.signals[i]), rows[i].text("special_cause_type"), place);
            same(points, point_type(variation(drawing.signals[i], better)), rows[i].text("point_type"), place);
        }
        const auto found = expected.find(key);
        if (found == expected.end()) continue;
        const std::vector<std::int64_t> offsets{0, static_cast<std::int64_t>(rows.size())};
        for (const Row& row : found->second) {
            ++met;
            const std::vector<double> targets(rows.size(), row.number("target"));
            std::vector<Variation> kind(1);
            std::vector<Assurance> assured(1);
            std::vector<double> lower(1), upper(1);
            IconColumns out;
            out.variation = kind;
            out.assurance = assured;
            out.lower = lower;
            out.upper = upper;
            process_icons_into(
                {{drawing.values, offsets}, {}, {}, {}, drawing.starts, targets, {}, std::span(&better, 1)}, options,
                convention.rules, 1, out);
            const std::string place = key[0] + ' ' + key[1] + ' ' + key[2];
            same(icons, point_type(kind[0]), row.text("latest_point_type"), place);
            same(icons, cause(drawing.signals.back()), row.text("latest_special_cause"), place);
            same(icons, assurance_type(assured[0]), row.text("assurance_type"), place);
            icons.number(lower[0], row.number("lpl_latest"), place);
            icons.number(upper[0], row.number("upl_latest"), place);
        }
    }
    std::size_t rows = 0;
    for (const auto& [key, group] : expected) rows += group.size();
    EXPECT_EQ(met, rows) << "an icon without points";
}

/// Signals of one rule with given lines: the centre 0 and ±1, ±2, ±3.
std::vector<Signals> judged(const std::vector<double>& values, Rule rule, Marks marks) {
    const std::vector<double> zero(values.size(), 0.0), low(values.size(), -3.0), high(values.size(), 3.0),
        near_low(values.size(), -2.0), near_high(values.size(), 2.0);
    RuleSet rules{"one", "", 1, {rule}};
    rules.marks = marks;
    std::vector<Signals> out(values.size());
    signals_into({values, zero, low, high, near_low, near_high}, rules, out);
    return out;
}

int direction(const Signals& signals) {
    return (signals.high != 0) - (signals.low != 0);
}

TEST(ConformanceNhsrPlotTheDots, Rules) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    struct Table {
        std::string name, value, end, part;
        Rule rule;
    };
    for (const Table& table :
         {Table{"seven_point_trend_expected", "y", "trend_end", "part_of_trend", {RuleKind::trend, 7}},
          {"seven_one_side_expected", "side", "run_end", "part_of_run", {RuleKind::one_side, 7}}}) {
        Conformance check("NHSRplotthedots", table.name);
        for (const auto& [key, rows] :
             grouped(read_table("oracles/NHSRplotthedots/" + table.name + ".csv"), {"case"})) {
            const auto values = column(rows, table.value);
            const auto members = judged(values, table.rule, Marks::every_member);
            const auto ends = judged(values, table.rule, Marks::last_point);
            for (std::size_t i = 0; i < rows.size(); ++i) {
                const bool is_trend = table.rule.kind == RuleKind::trend;
                check.number(is_trend ? direction(ends[i]) : ends[i] != Signals{}, rows[i].number(table.end),
                             "end " + key[0]);
                check.number(members[i] != Signals{}, rows[i].number(table.part), "part " + key[0]);
            }
        }
    }
    Conformance check("NHSRplotthedots", "two_in_three_expected");
    for (const auto& [key, rows] : grouped(read_table("oracles/NHSRplotthedots/two_in_three_expected.csv"), {"case"})) {
        std::vector<double> values;
        for (const Row& row : rows)
            values.push_back(row.number("side") * (is_true(row.text("close_to_limit")) ? 2.5 : 0.5));
        const Rule rule{RuleKind::near_limit, 2, 3, 2};
        const auto members = judged(values, rule, Marks::every_member);
        const auto ends = judged(values, rule, Marks::last_point);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            bool in_three = false;
            for (std::size_t j = i; j < std::min(i + 3, rows.size()); ++j) in_three = in_three || ends[j] != Signals{};
            check.number(in_three, rows[i].number("two_in_three"), "three " + key[0]);
            check.number(members[i] != Signals{}, rows[i].number("part"), "part " + key[0]);
        }
    }
}

TEST(ConformanceNhsrPlotTheDots, ScreeningVignette) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("NHSRplotthedots", "mr_screening_vignette_expected");
    const auto rows = read_table("oracles/NHSRplotthedots/mr_screening_vignette_expected.csv");
    const ChartConvention& convention = chart_convention("nhsrplotthedots");
    for (const bool screened : {true, false}) {
        ChartOptions options = convention.options;
        if (!screened) options.screening = Screening::none;
        Drawing drawing;
        drawing.values = column(rows, "value");
        drawing.draw(options, convention.rules);
        const std::string prefix = screened ? "screen_" : "noscreen_";
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (screened) check.number(drawing.centre[i], rows[i].number("screen_mean"), "mean");
            check.number(drawing.lower[i], rows[i].number(prefix + "lpl"), "lpl");
            check.number(drawing.upper[i], rows[i].number(prefix + "upl"), "upl");
            same(check, point_type(variation(drawing.signals[i], Better::high)), rows[i].text(prefix + "point"),
                 "point");
        }
    }
}

TEST(ConformanceNhspyPlotTheDots, LimitsAndPoints) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    const ChartConvention& convention = chart_convention("nhsrplotthedots");
    {
        Conformance check("nhspy-plotthedots", "xmr_limits");
        for (const Row& row : read_table("oracles/nhspy-plotthedots/xmr_limits.csv")) {
            Drawing drawing;
            drawing.values = numbers(row.text("values"));
            drawing.draw(convention.options, convention.rules);
            check.number(drawing.centre[0], row.number("mean"), "mean");
            check.number(drawing.lower[0], row.number("lpl"), "lpl");
            check.number(drawing.upper[0], row.number("upl"), "upl");
            check.number(drawing.lower_warning[0], row.number("near_lpl"), "near_lpl");
            check.number(drawing.upper_warning[0], row.number("near_upl"), "near_upl");
        }
    }
    Conformance check("nhspy-plotthedots", "xmr_points");
    for (const Row& row : read_table("oracles/nhspy-plotthedots/xmr_points.csv")) {
        ChartOptions options = convention.options;
        if (!row.text("fix_after_n").empty())
            options.baseline_points = static_cast<std::size_t>(row.number("fix_after_n"));
        Drawing drawing;
        drawing.values = numbers(row.text("values"));
        drawing.draw(options, convention.rules);
        const auto outside = words(row.text("outside_limits")), close = words(row.text("close_to_limits")),
                   special = words(row.text("special_cause"));
        check.number(drawing.centre[0], row.number("mean"), "mean");
        check.number(drawing.lower[0], row.number("lpl"), "lpl");
        check.number(drawing.upper[0], row.number("upl"), "upl");
        for (std::size_t i = 0; i < drawing.values.size(); ++i) {
            const double y = drawing.value[i];
            const bool out = y < drawing.lower[i] || y > drawing.upper[i];
            check.number(out, is_true(outside[i]), "outside");
            check.number(!out && (y < drawing.lower_warning[i] || y > drawing.upper_warning[i]), is_true(close[i]),
                         "close");
            check.number(drawing.signals[i] != Signals{}, is_true(special[i]), "special cause");
        }
    }
}

}  // namespace
