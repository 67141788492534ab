#include <gtest/gtest.h>

#include <ontrack/stats/chart_conventions.hpp>

#include "conformance/chart_table.hpp"

namespace {

using namespace conformance;
using namespace ontrack::stats;

ChartOptions options_of(const char* convention, Chart chart) {
    ChartOptions options = chart_convention(convention).options;
    options.chart = chart;
    return options;
}

TEST(ConformanceAutospc, Charts) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    struct Table {
        std::string name, x, n;
        Chart chart;
        double scale;
    };
    for (const Table& table : {Table{"c_chart_expected", "y", "", Chart::c, 1.0},
                               {"end_to_end_c_expected", "y", "", Chart::c, 1.0},
                               {"p_chart_expected", "y.sum", "n", Chart::p, 1.0},
                               {"p_prime_chart_percent_expected", "y.sum", "n", Chart::p_prime, 100.0},
                               {"end_to_end_p_prime_expected", "y_numerator", "n", Chart::p_prime, 100.0},
                               {"i_chart_qicharts2_072_expected", "y", "", Chart::xmr, 1.0},
                               {"i_chart_with_extreme_mr_screened_expected", "y", "", Chart::xmr, 1.0},
                               {"end_to_end_xmr_expected", "x|y", "", Chart::xmr, 1.0}}) {
        Conformance check("autospc", table.name);
        const auto rows = read_table("oracles/autospc/" + table.name + ".csv");
        const bool end_to_end = table.name.starts_with("end_to_end") && table.chart != Chart::xmr;
        const bool has_runs = !table.name.starts_with("end_to_end");
        Drawing drawing;
        drawing.values = column(rows, table.chart == Chart::xmr ? "y" : table.x);
        if (!table.n.empty()) drawing.denominators = column(rows, table.n);
        if (has_runs)
            for (const Row& row : rows)
                drawing.use.push_back(!is_true(row.text("include"))    ? PointUse::excluded
                                      : !is_true(row.text("baseline")) ? PointUse::judged
                                                                       : PointUse::baseline);
        drawing.draw(options_of("autospc", table.chart), shewhart_with_run(8));
        drawing.scale(table.scale);
        const RunAnalysis runs = drawing.runs(0, rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::string place = std::to_string(i + 1);
            check.number(drawing.value[i], rows[i].number("y"), place + " y");
            check.number(drawing.centre[i], rows[i].number("cl"), place + " cl");
            check.number(drawing.lower[i], rows[i].number("lcl"), place + " lcl");
            check.number(drawing.upper[i], rows[i].number("ucl"), place + " ucl");
            if (end_to_end) {
                check.number(((drawing.signals[i].high | drawing.signals[i].low) & 1) != 0,
                             is_true(rows[i].text("rule1")), place + " rule1");
                check.number(((drawing.signals[i].high | drawing.signals[i].low) & 2) != 0,
                             is_true(rows[i].text("rule2")), place + " rule2");
                check.number((drawing.value[i] > drawing.centre[i]) - (drawing.value[i] < drawing.centre[i]),
                             rows[i].number("aboveOrBelowCl"), place + " side");
            }
            if (has_runs) {
                check.number(static_cast<double>(runs.useful), rows[i].number("n.useful"), place + " n.useful");
                check.number(static_cast<double>(runs.longest_run), rows[i].number("longest.run"),
                             place + " longest.run");
                check.number(static_cast<double>(longest_run_bound(runs.useful)), rows[i].number("longest.run.max"),
                             place + " max");
                check.number(static_cast<double>(runs.crossings), rows[i].number("n.crossings"),
                             place + " n.crossings");
                check.number(static_cast<double>(crossings_bound(runs.useful)), rows[i].number("n.crossings.min"),
                             place + " min");
                check.number(is_non_random(runs, RunTest::anhoej), is_true(rows[i].text("runs.signal")),
                             place + " runs");
                check.number(((drawing.signals[i].high | drawing.signals[i].low) & 1) != 0,
                             is_true(rows[i].text("sigma.signal")), place + " sigma");
            }
        }
        if (table.chart != Chart::xmr || has_runs) continue;
        drawing.draw(options_of("autospc", Chart::mr), shewhart_with_run(8));
        for (std::size_t i = 1; i < rows.size(); ++i) {
            check.number(drawing.value[i], rows[i].number("mr"), "mr");
            check.number(drawing.centre[i], rows[i].number("amr"), "amr");
            check.number(drawing.upper[i], rows[i].number("url"), "url");
            check.number(drawing.lower[i], rows[i].number("lrl"), "lrl");
        }
    }
}

TEST(ConformancePowerBiSpc, Charts) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    struct Table {
        std::string name;
        Chart chart;
        double scale;
        int decimals;
    };
    for (const Table& table : {Table{"c_chart_expected", Chart::c, 1.0, 2},
                               {"g_chart_expected", Chart::g, 1.0, 2},
                               {"mr_chart_expected", Chart::mr, 1.0, 4},
                               {"p_chart_expected", Chart::p, 100.0, 2},
                               {"uprime_chart_expected", Chart::u_prime, 1.0, 4}}) {
        Conformance check("PowerBI-SPC", table.name);
        const auto rows = read_table("oracles/PowerBI-SPC/" + table.name + ".csv");
        Drawing drawing;
        drawing.values = column(rows, "numerators");
        if (table.name.front() != 'c' && table.name.front() != 'g') drawing.denominators = column(rows, "denominators");
        if (table.chart == Chart::mr)
            for (std::size_t i = 0; i < rows.size(); ++i) drawing.values[i] /= drawing.denominators[i];
        if (table.chart == Chart::c)
            for (std::size_t i = 0; i < rows.size(); ++i)
                drawing.starts.push_back(i > 0 && rows[i].text("groupings") != rows[i - 1].text("groupings") ? 1 : 0);
        drawing.draw(options_of("powerbi-spc", table.chart), nelson());
        drawing.scale(table.scale);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::string place = std::to_string(i + 1);
            check.number(drawing.lower[i], rows[i].number("ll99"), table.decimals, place + " ll99");
            check.number(drawing.lower_warning[i], rows[i].number("ll95"), table.decimals, place + " ll95");
            check.number(drawing.upper_warning[i], rows[i].number("ul95"), table.decimals, place + " ul95");
            check.number(drawing.upper[i], rows[i].number("ul99"), table.decimals, place + " ul99");
            if (table.chart == Chart::mr && i > 0)
                check.number(drawing.value[i], rows[i].number("values"), table.decimals, place + " value");
        }
    }
}

TEST(ConformancePowerBiSpc, RulesAndAssurance) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    {
        Conformance check("PowerBI-SPC", "outlier_rules_expected");
        for (const Row& row : read_table("oracles/PowerBI-SPC/outlier_rules_expected.csv")) {
            const auto values = numbers(row.text("values")), centre = numbers(row.text("centre"));
            const auto n = static_cast<std::uint8_t>(row.text("n").empty() ? 0.0 : row.number("n"));
            const std::string& kind = row.text("rule");
            const Rule rule = kind == "shift"   ? Rule{RuleKind::one_side, n}
                              : kind == "trend" ? Rule{RuleKind::trend, n}
                                                : Rule{RuleKind::beyond, 2, 3, 2};
            std::vector<double> low, high;
            if (kind == "two_in_three") {
                low.assign(values.size(), row.number("ll95"));
                high.assign(values.size(), row.number("ul95"));
            }
            std::vector<Signals> out(values.size());
            signals_into({values, centre, {}, {}, low, high}, {"one", "", 1, {rule}}, out);
            const auto flags = words(row.text("flags"));
            for (std::size_t i = 0; i < values.size(); ++i) {
                const std::string flag = out[i].high != 0 ? "upper" : out[i].low != 0 ? "lower" : "none";
                check.number(flag == flags[i], 1.0, kind + ' ' + row.text("values") + ' ' + std::to_string(i + 1));
            }
        }
    }
    Conformance check("PowerBI-SPC", "assurance_expected");
    const std::map<std::string, Better> betters{
        {"increase", Better::high}, {"decrease", Better::low}, {"neutral", Better::neither}};
    const std::map<std::string, Assurance> kinds{{"consistent_fail", Assurance::fail},
                                                 {"consistent_pass", Assurance::pass},
                                                 {"inconsistent", Assurance::hit_or_miss},
                                                 {"none", Assurance::not_available}};
    for (const Row& row : read_table("oracles/PowerBI-SPC/assurance_expected.csv")) {
        const Assurance kind = assurance(row.number("ll99"), row.number("ul99"), row.number("target"),
                                         betters.at(row.text("improvement")), AtLimit::signal);
        check.number(kind == kinds.at(row.text("assurance")), 1.0, row.text("improvement") + ' ' + row.text("target"));
    }
}

TEST(ConformanceRuncharter, Rebasing) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("runcharter", "runchart_rebase_expected");
    const auto series = grouped(read_table("oracles/runcharter/input_signals.csv"), {"grp"});
    for (const auto& [key, rows] :
         grouped(read_table("oracles/runcharter/runchart_rebase_expected.csv"), {"direction", "grp"})) {
        const auto& input = series.at({key[1]});
        const auto values = column(input, "y");
        const RunRebasing protocol{9, 9,
                                   key[0] == "both"    ? RunSide::both
                                   : key[0] == "above" ? RunSide::above
                                                       : RunSide::below};
        std::vector<double> centre(values.size());
        std::vector<std::uint8_t> starts(values.size());
        const std::size_t medians = rebase_runs_into(values, protocol, centre, starts);
        check.number(static_cast<double>(medians), static_cast<double>(rows.size()),
                     key[0] + ' ' + key[1] + " medians");
        std::size_t phase = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (starts[i] == 0 || phase >= rows.size()) continue;
            check.number(centre[i], rows[phase].number("median"), key[1] + " median");
            check.text(input[i].text("date"), rows[phase].text("start_date"), key[1] + " start");
            // The median is of the nine points of a run, in which points on the median before do not count.
            std::size_t end = i;
            for (int points = 0; points < 9; ++end)
                if (phase == 0 || values[end] != centre[i - 1]) ++points;
            check.text(input[end - 1].text("date"), rows[phase].text("end_date"), key[1] + " end");
            check.number(9.0, rows[phase].number("med_rows"), key[1] + " points of the median");
            check.number(9.0, rows[phase].number("runlength"), key[1] + " run length");
            std::size_t next = i + 1;
            while (next < values.size() && starts[next] == 0) ++next;
            check.text(input[std::min(next, values.size() - 1)].text("date"), rows[phase].text("extend_to"),
                       key[1] + " holds to");
            check.text(phase == 0 ? "baseline" : "sustained", rows[phase].text("run_type"), key[1] + " kind");
            ++phase;
        }
    }
}

}  // namespace
