#include "chart_results.hpp"

#include <ontrack/stats/process_icons.hpp>

namespace ontrack::python {
namespace {

void bind_words(py::module_& s) {
    using stats::Assurance;
    using stats::Better;
    using stats::Chart;
    using stats::PointUse;
    using stats::Variation;
    py::native_enum<Chart>(s, "Chart", "enum.Enum", "Which control chart; `charts` has their formulas.")
        .value("run", Chart::run)
        .value("xmr", Chart::xmr)
        .value("mr", Chart::mr)
        .value("xbar", Chart::xbar)
        .value("s", Chart::s)
        .value("p", Chart::p)
        .value("p_prime", Chart::p_prime)
        .value("u", Chart::u)
        .value("u_prime", Chart::u_prime)
        .value("c", Chart::c)
        .value("c_prime", Chart::c_prime)
        .value("g", Chart::g)
        .value("t", Chart::t)
        .value("i_prime", Chart::i_prime)
        .finalize();
    py::native_enum<PointUse>(s, "PointUse", "enum.IntEnum", "What one point of a chart takes part in.")
        .value("baseline", PointUse::baseline)
        .value("judged", PointUse::judged)
        .value("excluded", PointUse::excluded)
        .value("ghost", PointUse::ghost)
        .finalize();
    py::native_enum<Better>(s, "Better", "enum.IntEnum", "Which way is better.")
        .value("high", Better::high)
        .value("low", Better::low)
        .value("neither", Better::neither)
        .finalize();
    py::native_enum<Variation>(s, "Variation", "enum.IntEnum", "What a process does at a point.")
        .value("not_available", Variation::not_available)
        .value("common_cause", Variation::common_cause)
        .value("improving_high", Variation::improving_high)
        .value("improving_low", Variation::improving_low)
        .value("concerning_high", Variation::concerning_high)
        .value("concerning_low", Variation::concerning_low)
        .value("neutral_high", Variation::neutral_high)
        .value("neutral_low", Variation::neutral_low)
        .value("undirected", Variation::undirected)
        .finalize();
    py::native_enum<Assurance>(s, "Assurance", "enum.IntEnum", "Whether the process as it is will meet the target.")
        .value("not_available", Assurance::not_available)
        .value("pass_", Assurance::pass)
        .value("fail", Assurance::fail)
        .value("hit_or_miss", Assurance::hit_or_miss)
        .finalize();
}

}  // namespace

void bind_chart_results(py::module_& s) {
    bind_words(s);
    py::class_<ControlCharts> drawn(
        s, "ControlCharts",
        "Lines and signals of every point: read-only arrays of the shape of the values, NaN for "
        "what does not exist.");
    drawn.def_readonly("value", &ControlCharts::value, "What is plotted.")
        .def_readonly("centre", &ControlCharts::centre)
        .def_readonly("lower", &ControlCharts::lower, "At 3σ, as `upper`.")
        .def_readonly("upper", &ControlCharts::upper)
        .def_readonly("lower_warning", &ControlCharts::lower_warning, "At 2σ, as `upper_warning`.")
        .def_readonly("upper_warning", &ControlCharts::upper_warning)
        .def_readonly("signals", &ControlCharts::signals,
                      "uint16 with a last axis of two, high and low: bit i is the convention's rule i.");
    def_series(drawn, {});
    py::class_<ProcessIcons> icons(s, "ProcessIcons",
                                   "The latest point of every series: read-only arrays, one element each.");
    icons.def_readonly("variation", &ProcessIcons::variation, "uint8, one `Variation` per series.")
        .def_readonly("assurance", &ProcessIcons::assurance, "uint8, one `Assurance`: the latest point's target.")
        .def_readonly("next_assurance", &ProcessIcons::next_assurance, "The same against `next_targets`.")
        .def_readonly("value", &ProcessIcons::value)
        .def_readonly("centre", &ProcessIcons::centre)
        .def_readonly("lower", &ProcessIcons::lower, "At 3σ, as `upper`.")
        .def_readonly("upper", &ProcessIcons::upper)
        .def_readonly("signals", &ProcessIcons::signals, "uint16, series × (high, low): bit i is rule i.")
        .def_readonly("baseline_points", &ProcessIcons::baseline_points, "Of the latest phase.");
    def_series(icons,
               {"variation", "assurance", "next_assurance", "value", "centre", "lower", "upper", "baseline_points"});
}

}  // namespace ontrack::python
