#include <ontrack/assessment/assessment.hpp>

#include "bindings.hpp"

namespace ontrack::python {
namespace {

void bind_interval_status(py::module_& m) {
    py::native_enum<IntervalStatus>(m, "IntervalStatus", "enum.Enum",
                                    "Where the interval of a value lies to the target: wholly on its good side, on "
                                    "both, or wholly on its bad side.")
        .value("meets", IntervalStatus::meets)
        .value("open", IntervalStatus::open)
        .value("misses", IntervalStatus::misses)
        .value("not_rated", IntervalStatus::not_rated)
        .finalize();
    m.def("to_words", py::overload_cast<IntervalStatus>(&to_words), py::arg("status"),
          "`on target by more than chance`, `no more than chance from the target`, `off target by more than chance`, "
          "`not rated`.");

    py::class_<RatedInterval>(m, "RatedInterval", "The year to date with the interval that chance leaves it.")
        .def_readonly("status", &RatedInterval::status)
        .def_readonly("reason", &RatedInterval::reason, "Why it is not rated, or empty.")
        .def_readonly("method", &RatedInterval::method, "Of the interval, with its edition.")
        .def_readonly("adjusted", &RatedInterval::adjusted, "By which dispersion or design effect, or that it is not.")
        .def_readonly("value", &RatedInterval::value)
        .def_readonly("interval_95", &RatedInterval::interval_95, "In the indicator's unit.")
        .def_readonly("against", &RatedInterval::against, "The target, the path's value or the year's share.")
        .def_readonly("other_edge", &RatedInterval::other_edge, "Of a band.")
        .def_readonly("qualified", &RatedInterval::qualified, "By what the answer is qualified, or empty.")
        .def_readonly("sentence", &RatedInterval::sentence)
        .def("__repr__", [](const RatedInterval& r) {
            return "<RatedInterval " + std::string(to_string(r.status)) + ": " +
                   (r.reason.empty() ? shown(r.value) + " against " + shown(r.against) : r.reason) + ">";
        });
}

void bind_tested_change(py::module_& m) {
    py::class_<TestedChange>(m, "TestedChange", "A change between two figures, tested against none at all.")
        .def_readonly("within", &TestedChange::within,
                      "Whether the test does not tell it from chance at 5 %; None: unknown.")
        .def_readonly("reason", &TestedChange::reason, "Why it is unknown, or empty.")
        .def_readonly("test", &TestedChange::test, "With its edition.")
        .def_readonly("adjusted", &TestedChange::adjusted, "By which dispersion or design effect, or that it is not.")
        .def_readonly("before", &TestedChange::before)
        .def_readonly("now", &TestedChange::now)
        .def_readonly("p_value", &TestedChange::p_value, "Two-sided.")
        .def_readonly("in_points", &TestedChange::in_points,
                      "The change is in percentage points, else in per cent of the earlier rate.")
        .def_readonly("per_day", &TestedChange::per_day, "The change is that of the daily rate.")
        .def_readonly("change", &TestedChange::change, "None where the earlier figure is zero.")
        .def_readonly("interval_95", &TestedChange::interval_95, "Of the change.")
        .def_readonly("small_base", &TestedChange::small_base, "Too few events before to quote a per cent of them.")
        .def_readonly("qualified", &TestedChange::qualified, "By what the answer is qualified, or empty.")
        .def_readonly("sentence", &TestedChange::sentence)
        .def("__repr__", [](const TestedChange& c) {
            if (!c.within) return "<TestedChange: " + c.reason + ">";
            return "<TestedChange: " + std::string(*c.within ? "within" : "beyond") + " chance, p " + shown(c.p_value) +
                   ">";
        });
}

void bind_process(py::module_& m) {
    py::class_<Process>(m, "Process",
                        "What the process behind an indicator does (an XmR chart of its own figures), and whether as "
                        "it is it will meet the target.")
        .def_readonly("variation", &Process::variation)
        .def_readonly("assurance", &Process::assurance, "Against the target of the latest period.")
        .def_readonly("next_assurance", &Process::next_assurance, "Against that of the period to come.")
        .def_readonly("reason", &Process::reason, "Why there is no variation, or empty.")
        .def_readonly("assurance_reason", &Process::assurance_reason, "Why there is no assurance, or empty.")
        .def_readonly("convention", &Process::convention)
        .def_readonly("edition", &Process::edition)
        .def_readonly("signal", &Process::signal, "The rule that makes the latest point a special cause, or empty.")
        .def_readonly("points", &Process::points, "That the limits are drawn from.")
        .def_readonly("start", &Process::from, "Their first period (`from` in C++, a keyword in Python).")
        .def_readonly("to", &Process::to)
        .def_readonly("centre", &Process::centre)
        .def_readonly("lower", &Process::lower)
        .def_readonly("upper", &Process::upper)
        .def_readonly("target", &Process::target, "Of one period: a sum's is its share of the year's.")
        .def_readonly("next_target", &Process::next_target)
        .def_readonly("qualified", &Process::qualified, "By what the answer is qualified, or empty.")
        .def_readonly("sentence", &Process::sentence)
        .def("__repr__", [](const Process& p) {
            return "<Process: " + (p.reason.empty() ? std::string(to_string(p.variation)) : p.reason) + ">";
        });
    m.def(
        "process_of",
        [](const Plan& plan, const Indicator& indicator, const Track& track, const Period& year,
           const std::string& convention, int points) {
            return process_of(plan, indicator, track, year, {.convention = convention, .points = points});
        },
        py::arg("plan"), py::arg("indicator"), py::arg("track"), py::arg("year"), py::kw_only(),
        py::arg("convention") = std::string(ProcessRule{}.convention), py::arg("points") = ProcessRule{}.points,
        WithoutGil(), "Reads a track as a process, by one of the `stats.chart_conventions()`.");
}

}  // namespace

void bind_chance(py::module_& m) {
    bind_interval_status(m);
    bind_tested_change(m);
    bind_process(m);
}

}  // namespace ontrack::python
