#include <gtest/gtest.h>

#include <ontrack/stats/chart_conventions.hpp>

#include "conformance/chart_table.hpp"

namespace {

using namespace conformance;
using namespace ontrack::stats;

ChartOptions qicharts2(Chart chart, Screening screening = Screening::once) {
    ChartOptions options = chart_convention("qicharts2").options;
    options.chart = chart;
    options.screening = screening;
    return options;
}

/// Columns are named with dots in the package's own results and with underscores in the synthetic ones.
struct Columns {
    std::string part, baseline, include, y, cl, lcl, ucl, lcl_95, ucl_95, useful, longest, longest_max, crossings,
        crossings_min, runs_signal, sigma_signal;
};
const Columns own{"part",
                  "baseline",
                  "include",
                  "y",
                  "cl",
                  "lcl",
                  "ucl",
                  "",
                  "",
                  "n.useful",
                  "longest.run",
                  "longest.run.max",
                  "n.crossings",
                  "n.crossings.min",
                  "runs.signal",
                  "sigma.signal"};
const Columns synthetic{
    "part",        "baseline",        "include",     "y",           "cl",          "lcl",
    "ucl",         "lcl_95",          "ucl_95",      "n_useful",    "longest_run", "longest_run_max",
    "n_crossings", "n_crossings_min", "runs_signal", "sigma_signal"};

void take_uses(Drawing& drawing, const std::vector<Row>& rows, const Columns& names) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        drawing.use.push_back(!is_true(rows[i].text(names.include))    ? PointUse::excluded
                              : !is_true(rows[i].text(names.baseline)) ? PointUse::judged
                                                                       : PointUse::baseline);
        drawing.starts.push_back(i > 0 && rows[i].text(names.part) != rows[i - 1].text(names.part) ? 1 : 0);
    }
}

/// `sigma` is empty where lines and runs are compared, else the class under which the lines deviate; likewise `centre`.
void compare(Conformance& check, const Drawing& drawing, const std::vector<Row>& rows, const Columns& names,
             const std::string& what, const std::string& lines_class = {}, const std::string& centre_class = {}) {
    const auto number = [&](double actual, double expected, const std::string& place, const std::string& deviation) {
        if (deviation.empty())
            check.number(actual, expected, place);
        else
            check.deviates(deviation);
    };
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string place = what + ' ' + std::to_string(i + 1);
        std::size_t first = i, last = i + 1;
        while (first > 0 && rows[first - 1].text(names.part) == rows[i].text(names.part)) --first;
        while (last < rows.size() && rows[last].text(names.part) == rows[i].text(names.part)) ++last;
        number(drawing.value[i], rows[i].number(names.y), place + " y", {});
        number(drawing.centre[i], rows[i].number(names.cl), place + " cl", centre_class);
        number(drawing.lower[i], rows[i].number(names.lcl), place + " lcl", lines_class);
        number(drawing.upper[i], rows[i].number(names.ucl), place + " ucl", lines_class);
        if (!names.lcl_95.empty()) {
            number(drawing.lower_warning[i], rows[i].number(names.lcl_95), place + " lcl 2", lines_class);
            number(drawing.upper_warning[i], rows[i].number(names.ucl_95), place + " ucl 2", lines_class);
        }
        const RunAnalysis runs = drawing.runs(first, last);
        const auto count = [&](std::size_t actual, const std::string& name) {
            number(static_cast<double>(actual), rows[i].number(name), place + ' ' + name, centre_class);
        };
        count(runs.useful, names.useful);
        count(runs.longest_run, names.longest);
        count(longest_run_bound(runs.useful), names.longest_max);
        count(runs.crossings, names.crossings);
        count(crossings_bound(runs.useful), names.crossings_min);
        bool is_runs_signal = false;
        for (std::size_t j = first; j < last; ++j)
            is_runs_signal = is_runs_signal || (drawing.signals[j].high & 2) != 0;
        number(is_runs_signal, is_true(rows[i].text(names.runs_signal)), place + " runs", centre_class);
        number(((drawing.signals[i].high | drawing.signals[i].low) & 1) != 0, is_true(rows[i].text(names.sigma_signal)),
               place + " sigma", lines_class);
    }
}

struct SyntheticChart {
    Chart chart;
    std::string x, n;
    double scale = 1.0;
};

TEST(ConformanceQicharts2, SyntheticSeries) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    const std::map<std::string, SyntheticChart> charts{
        {"run", {Chart::run, "burglary", ""}},
        {"i", {Chart::xmr, "burglary", ""}},
        {"mr", {Chart::mr, "burglary", ""}},
        {"c", {Chart::c, "burglary", ""}},
        {"u_per1000", {Chart::u, "burglary", "population", 1000.0}},
        {"up_per1000", {Chart::u_prime, "burglary", "population", 1000.0}},
        {"p_detection", {Chart::p, "detections_x", "detections_n"}},
        {"pp_detection", {Chart::p_prime, "detections_x", "detections_n"}},
        {"p_marac_small_n", {Chart::p, "marac_repeats", "marac_cases"}},
        {"ip_per1000", {Chart::i_prime, "violence", "population", 1000.0}},
        {"i_violence", {Chart::xmr, "violence", ""}},
        {"g", {Chart::g, "days_between", ""}},
        {"t", {Chart::t, "days_between", ""}}};
    auto monthly = grouped(read_table("oracles/qicharts2/synthetic_csp_monthly_input.csv"), {"area"});
    auto days = grouped(read_table("oracles/qicharts2/synthetic_csp_days_between_input.csv"), {"area"});
    for (const std::string table : {"synthetic_csp_spc_expected", "synthetic_csp_spc_no_mr_screening_expected"}) {
        Conformance check("qicharts2", table);
        const bool screened = table.find("no_mr") == std::string::npos;
        for (const auto& [key, rows] :
             grouped(read_table("oracles/qicharts2/" + table + ".csv"), {"area", "chart", "variant"})) {
            const SyntheticChart& chart = charts.at(key[1]);
            const auto& input = chart.x == "days_between" ? days.at({key[0]}) : monthly.at({key[0]});
            Drawing drawing;
            drawing.values = column(input, chart.x);
            if (!chart.n.empty()) drawing.denominators = column(input, chart.n);
            take_uses(drawing, rows, synthetic);
            drawing.draw(qicharts2(chart.chart, screened ? Screening::once : Screening::none),
                         shewhart_with_test(RunTest::anhoej));
            drawing.scale(chart.scale);
            const bool ignores_baseline =
                chart.chart == Chart::i_prime && (key[2] == "freeze24" || key[2].starts_with("exclude"));
            const bool keeps_excluded = chart.chart == Chart::mr && key[2].starts_with("exclude");
            compare(check, drawing, rows, synthetic, key[0] + ' ' + key[1] + ' ' + key[2],
                    ignores_baseline ? "ip-sigma-ignores-baseline"
                    : keeps_excluded ? "mr-of-excluded-point"
                                     : "",
                    keeps_excluded ? "mr-of-excluded-point" : "");
        }
    }
}

TEST(ConformanceQicharts2, Montgomery) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    struct Example {
        std::string table, input, x, n;
        Chart chart;
    };
    for (const Example& example :
         {Example{"montgomery_ex6_5_i_freeze20_expected", "input_tbl_06_07", "cost", "", Chart::xmr},
          {"montgomery_ex6_5_mr_freeze20_expected", "input_tbl_06_07", "cost", "", Chart::mr},
          {"montgomery_ex7_1_p_exclude15_23_part30_expected", "input_tbl_07_03", "count", "size", Chart::p},
          {"montgomery_ex7_3_c_exclude6_20_freeze26_expected", "input_tbl_07_08", "count", "", Chart::c},
          {"montgomery_ex7_4_u_expected", "input_tbl_07_10", "count", "size", Chart::u},
          {"montgomery_ex7_6_t_expected", "input_tbl_07_14", "hours", "", Chart::t}}) {
        Conformance check("qicharts2", example.table);
        const auto rows = read_table("oracles/qicharts2/" + example.table + ".csv");
        const auto input = read_table("oracles/qicharts2/" + example.input + ".csv");
        Drawing drawing;
        drawing.values = column(input, example.x);
        if (!example.n.empty()) drawing.denominators = column(input, example.n);
        take_uses(drawing, rows, own);
        drawing.draw(qicharts2(example.chart), shewhart_with_test(RunTest::anhoej));
        compare(check, drawing, rows, own, example.table);
    }
}

TEST(ConformanceQicharts2, MontgomerySubgroups) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    const auto input = read_table("oracles/qicharts2/input_tbl_06_03.csv");
    const std::vector<double> observations = column(input, "obs");
    std::vector<std::int64_t> offsets{0};
    for (std::size_t i = 1; i <= input.size(); ++i)
        if (i == input.size() || input[i].text("sample") != input[i - 1].text("sample"))
            offsets.push_back(static_cast<std::int64_t>(i));
    for (const auto& [table, chart] : {std::pair{"montgomery_ex6_3_xbar_expected", Chart::xbar},
                                       std::pair{"montgomery_ex6_3_s_expected", Chart::s}}) {
        Conformance check("qicharts2", table);
        const auto rows = read_table(std::string("oracles/qicharts2/") + table + ".csv");
        Drawing drawing;
        for (auto* each : {&drawing.values, &drawing.deviations, &drawing.denominators})
            each->resize(offsets.size() - 1);
        subgroups_into({observations, offsets}, drawing.values, drawing.deviations, drawing.denominators);
        take_uses(drawing, rows, own);
        drawing.draw(qicharts2(chart), shewhart_with_test(RunTest::anhoej));
        compare(check, drawing, rows, own, table);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            check.number(drawing.values[i], rows[i].number("y.mean"), "mean");
            check.number(drawing.deviations[i], rows[i].number("y.sd"), "deviation");
            check.number(drawing.denominators[i], rows[i].number("y.length"), "size");
        }
    }
}

TEST(ConformanceQicharts2, HospitalInfections) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    const auto input = read_table("oracles/qicharts2/input_hospital_infections.csv");
    for (const std::string table :
         {"hospital_infections_summary_1_expected", "hospital_infections_summary_2_expected"}) {
        Conformance check("qicharts2", table);
        const bool by_infection = table.find("_2_") != std::string::npos;
        for (const Row& row : read_table("oracles/qicharts2/" + table + ".csv")) {
            Drawing drawing;
            for (const auto& [month, rows] : grouped(input, {"month"})) {
                double n = 0.0, days = 0.0;
                for (const Row& each : rows) {
                    if (by_infection && each.text("infection") != row.text("facet1")) continue;
                    n += each.number("n");
                    days += each.number("days");
                }
                drawing.values.push_back(n);
                drawing.denominators.push_back(days);
            }
            drawing.draw(qicharts2(Chart::u), shewhart_with_test(RunTest::anhoej));
            const RunAnalysis runs = drawing.runs(0, drawing.values.size());
            const auto mean = [](const std::vector<double>& line) {
                double sum = 0.0;
                for (const double x : line) sum += x;
                return sum / static_cast<double>(line.size());
            };
            const auto count = [&](std::size_t actual, const char* name) {
                check.number(static_cast<double>(actual), row.number(name), name);
            };
            check.number(mean(drawing.lower), row.number("aLCL"), "aLCL");
            check.number(drawing.centre[0], row.number("CL"), "CL");
            check.number(mean(drawing.upper), row.number("aUCL"), "aUCL");
            count(drawing.values.size(), "n.obs");
            count(runs.useful, "n.useful");
            count(runs.longest_run, "longest.run");
            count(longest_run_bound(runs.useful), "longest.run.max");
            count(runs.crossings, "n.crossings");
            count(crossings_bound(runs.useful), "n.crossings.min");
            check.number(is_non_random(runs, RunTest::anhoej), row.number("runs.signal"), "runs.signal");
            std::size_t signals = 0;
            for (const Signals& each : drawing.signals) signals += ((each.high | each.low) & 1) != 0;
            count(signals, "sigma.signal");
        }
    }
}

TEST(ConformanceQicharts2, RunSignalMethods) {
    ONTRACK_NEEDS_REFERENCE_DATA();
    Conformance check("qicharts2", "run_signal_methods_expected");
    for (const Row& row : read_table("oracles/qicharts2/run_signal_methods_expected.csv")) {
        const auto count = [&row](const char* name) { return static_cast<std::size_t>(row.number(name)); };
        const RunAnalysis runs{count("n"), count("longest_run"), count("crossings")};
        const std::string what = row.text("n") + ' ' + row.text("crossings") + ' ' + row.text("longest_run");
        check.number(is_non_random(runs, RunTest::anhoej), is_true(row.text("anhoej")), what + " anhoej");
        check.number(is_non_random(runs, RunTest::best_box), is_true(row.text("bestbox")), what + " best box");
        check.number(is_non_random(runs, RunTest::cut_box), is_true(row.text("cutbox")), what + " cut box");
    }
}

}  // namespace
