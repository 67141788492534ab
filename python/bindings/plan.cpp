#include <pybind11/stl/filesystem.h>

#include <ontrack/plan/read_plan.hpp>
#include <ontrack/plan/trajectory.hpp>

#include "bindings.hpp"

namespace ontrack::python {
namespace {

void bind_indicator(py::module_& m) {
    auto track = py::class_<Track>(m, "Track", "What is measured over time: a baseline, a target, observations.");
    track.def_readonly("baseline", &Track::baseline)
        .def_readonly("target", &Track::target)
        .def("__repr__",
             [](const Track& t) { return "<Track of " + std::to_string(t.observations.size()) + " observations>"; });
    def_tuple(track, "observations", &Track::observations, "In order of their periods.");
    def_tuple(track, "comparators", &Track::comparators, "What its values are compared with.");

    py::class_<Component>(m, "Component", "One part of an indicator of several parts.")
        .def_readonly("code", &Component::code)
        .def_readonly("name", &Component::name)
        .def_readonly("track", &Component::track)
        .def_readonly("where", &Component::where)
        .def("__repr__", [](const Component& c) { return "<Component " + quoted(c.code) + ">"; });

    auto indicator =
        py::class_<Indicator>(m, "Indicator", "What is measured, which way is good, and what was promised.");
    indicator.def_readonly("code", &Indicator::code)
        .def_readonly("name", &Indicator::name)
        .def_readonly("objective", &Indicator::objective, "As the document words it.")
        .def_readonly("theme", &Indicator::theme, "Code of a theme; empty when the plan has no themes.")
        .def_readonly("weight", &Indicator::weight, "In a weighted roll-up; 1 unless the plan says more.")
        .def_readonly("measure", &Indicator::measure)
        .def_readonly("polarity", &Indicator::polarity)
        .def_readonly("frequency", &Indicator::frequency)
        .def_readonly("year_rule", &Indicator::year_rule)
        .def_readonly("unit", &Indicator::unit)
        .def_readonly("owner", &Indicator::owner)
        .def_readonly("narrative", &Indicator::narrative)
        .def_readonly("track", &Indicator::track)
        .def_readonly("profile", &Indicator::profile,
                      "How the year's target is spread where there are no seasonal shares; None: equally.")
        .def_readonly(
            "dispersion", &Indicator::dispersion,
            "The variance of its figures as a multiple of that of chance alone: over-dispersion, or a survey's "
            "design effect; None: not stated.")
        .def_readonly("impact", &Indicator::impact, "None: not judged.")
        .def_readonly("likelihood", &Indicator::likelihood, "None: derived from the chance.")
        .def_readonly("where", &Indicator::where)
        .def("__repr__", [](const Indicator& i) { return "<Indicator " + quoted(i.code) + ": " + i.name + ">"; });
    def_tuple(indicator, "components", &Indicator::components, "Empty, or at least two.");
    def_tuple(indicator, "seasonal_shares", &Indicator::seasonal_shares,
              "Share of the year's total in each of its periods; empty when the plan states none.");
    def_tuple(indicator, "sum_of", &Indicator::sum_of, "Codes of the indicators whose sum it is.");
    def_tuple(indicator, "activity", &Indicator::activity, "What is being done.");
    def_tuple(indicator, "figures", &Indicator::figures, "Quoted beside the indicator; used in no calculation.");
    def_tuple(indicator, "countermeasures", &Indicator::countermeasures, "Actions meant to reduce the risk.");
}

void bind_risk_entry(py::module_& m) {
    auto entry = py::class_<RiskEntry>(m, "RiskEntry", "A risk of the register.");
    entry.def_readonly("code", &RiskEntry::code)
        .def_readonly("description", &RiskEntry::description)
        .def_readonly("indicator", &RiskEntry::indicator, "Code of an indicator; may be empty.")
        .def_readonly("board", &RiskEntry::board, "Code of the board whose risk it is; may be empty.")
        .def_readonly("likelihood", &RiskEntry::likelihood)
        .def_readonly("impact", &RiskEntry::impact)
        .def_readonly("where", &RiskEntry::where)
        .def("__repr__", [](const RiskEntry& e) { return "<RiskEntry " + quoted(e.code) + ">"; });
    def_tuple(entry, "countermeasures", &RiskEntry::countermeasures, "Actions meant to reduce it.");
}

void bind_trajectory(py::module_& m) {
    py::native_enum<PathRule>(m, "PathRule", "enum.Enum", "The line that a path follows.")
        .value("linear", PathRule::linear)
        .value("compound", PathRule::compound)
        .value("constant", PathRule::constant)
        .value("simple", PathRule::simple)
        .value("rounded_each_year", PathRule::rounded_each_year)
        .value("stepped", PathRule::stepped)
        .finalize();
    py::class_<Edge>(m, "Edge", "The other edge of a band: the least value where low is good, else the greatest.")
        .def_readonly("unrounded", &Edge::unrounded)
        .def_readonly("rounded", &Edge::rounded)
        .def("__repr__", [](const Edge& e) { return "<Edge " + e.rounded.to_string() + ">"; });
    py::class_<TrajectoryPoint>(m, "TrajectoryPoint", "What was promised for one period.")
        .def_readonly("period", &TrajectoryPoint::period)
        .def_readonly("unrounded", &TrajectoryPoint::unrounded,
                      "The exact value; 12 places of it where it does not end (25.33…), and then `exact` is False.")
        .def_readonly("exact", &TrajectoryPoint::exact)
        .def_readonly("rounded", &TrajectoryPoint::rounded, "The exact value, rounded by the target's own rule.")
        .def_readonly("other_edge", &TrajectoryPoint::other_edge, "Of a band only.")
        .def("__repr__", [](const TrajectoryPoint& p) {
            return "<TrajectoryPoint " + p.period.label() + ": " + p.rounded.to_string() + " (" +
                   p.unrounded.to_string() + (p.exact ? ")>" : "…)>");
        });
    auto path = py::class_<Trajectory>(m, "Trajectory", "The path from baseline to deadline, one value per period.");
    path.def_readonly("rule", &Trajectory::rule)
        .def_readonly("basis", &Trajectory::basis, "One sentence: how the path was made.")
        .def("at", &Trajectory::at, py::arg("period"), "The point of this very period, or None.")
        .def("at_end_of", &Trajectory::at_end_of, py::arg("year"),
             "The point that ends the year (the target for the year), or None.")
        .def("__repr__", [](const Trajectory& t) { return "<Trajectory: " + t.basis + ">"; });
    def_tuple(path, "points", &Trajectory::points, "One per period.");
    m.def("trajectory", &trajectory, py::arg("indicator"), py::arg("track"), py::arg("year"),
          "The path of a track's target; None without a target, for a milestone, and where a baseline is lacking.");
}

void bind_profile(py::module_& m) {
    auto profile = py::class_<YearProfile>(m, "YearProfile", "The weight of each period in its year.");
    profile.def_readonly("basis", &YearProfile::basis, "In words: `the working days of the quarters`.")
        .def("__repr__", [](const YearProfile& p) { return "<YearProfile: " + p.basis + ">"; });
    def_tuple(profile, "shares", &YearProfile::shares, "One for each period of the year, in any unit.");
    m.def("year_profile", &year_profile, py::arg("indicator"), py::arg("track"), py::arg("year"),
          "How a track's year is spread over its periods.");
}

}  // namespace

void bind_plan(py::module_& m) {
    bind_indicator(m);
    bind_risk_entry(m);
    bind_trajectory(m);
    bind_profile(m);

    py::native_enum<Compared>(m, "Compared", "enum.Enum", "Which of a target's two numbers a comparison uses.")
        .value("rounded", Compared::rounded)
        .value("unrounded", Compared::unrounded)
        .finalize();
    py::native_enum<Centre>(m, "Centre", "enum.Enum", "The number that stands for a projection in a comparison.")
        .value("median", Centre::median)
        .value("mean", Centre::mean)
        .finalize();
    py::class_<StatusRule>(
        m, "StatusRule",
        "When a target is met, nearly met or missed: met; missed by no more than `tolerance` of the target "
        "(inclusive); beyond.")
        .def(py::init<Percent, Compared, Centre>(), py::arg_v("tolerance", Percent(Decimal(5)), "Percent(5)"),
             py::arg_v("target", Compared::rounded, "Compared.rounded"),
             py::arg_v("centre", Centre::median, "Centre.median"))
        .def_readonly("tolerance", &StatusRule::tolerance)
        .def_readonly("target", &StatusRule::target)
        .def_readonly("centre", &StatusRule::centre)
        .def("__repr__",
             [](const StatusRule& r) { return "<StatusRule: within " + r.tolerance.value.to_string() + " %>"; });
    py::class_<Theme>(m, "Theme", "A heading of the plan.")
        .def_readonly("code", &Theme::code)
        .def_readonly("name", &Theme::name)
        .def_readonly("roll_up", &Theme::roll_up, "How its indicators' statuses become one.")
        .def_readonly("all_met_but", &Theme::all_met_but,
                      "Where the document says that all targets are met but some: their codes or names; else None.")
        .def("__repr__", [](const Theme& t) { return "<Theme " + quoted(t.code) + ": " + t.name + ">"; });

    auto plan = py::class_<Plan>(m, "Plan", "What a partnership promised, measured and fears. See `read_plan`.");
    plan.def_readonly("name", &Plan::name)
        .def_readonly("partnership", &Plan::partnership)
        .def_readonly("source", &Plan::source, "The document the plan was written from.")
        .def_readonly("year_start", &Plan::year_start)
        .def_readonly("year", &Plan::year, "The year the plan is about, where it says so.")
        .def_readonly("projection_rule", &Plan::projection_rule)
        .def_readonly("year_to_date_rule", &Plan::year_to_date_rule)
        .def_readonly("scales", &Plan::scales)
        .def(
            "__getitem__",
            [](const Plan& p, const std::string& code) -> const Indicator& {
                for (const Indicator& indicator : p.indicators) {
                    if (indicator.code == code) {
                        return indicator;
                    }
                }
                throw py::key_error(code);
            },
            py::arg("code"), py::return_value_policy::reference_internal, "The indicator with this code.")
        .def("__repr__", [](const Plan& p) {
            return "<Plan " + quoted(p.name) + ": " + std::to_string(p.indicators.size()) + " indicators>";
        });
    plan.def_readonly("period_covered", &Plan::period_covered, "The days that the document reports on, or None.");
    def_tuple(plan, "budget", &Plan::budget, "The lines of the budget.");
    def_tuple(plan, "progress", &Plan::progress, "What was achieved.");
    def_tuple(plan, "attention", &Plan::attention, "Areas that need attention.");
    def_tuple(plan, "actions", &Plan::actions, "Who is to do what by when.");
    def_tuple(plan, "next_period", &Plan::next_period, "What is planned for the next period.");
    def_tuple(plan, "boards", &Plan::boards, "Who answers for risks of the register.");
    def_tuple(plan, "themes", &Plan::themes, "In the plan's order.");
    def_tuple(plan, "indicators", &Plan::indicators, "In the plan's order, milestones among them.");
    def_tuple(plan, "risks", &Plan::risks, "The risks of the register.");
    def_tuple(plan, "interruptions", &Plan::interruptions, "Known events that break a series.");

    m.def("read_plan", &read_plan, py::arg("path"), WithoutGil(),
          "Reads and checks a plan file (TOML; docs/plan-file.md). Raises PlanError, which holds every mistake found.");
    m.def("parse_plan", &parse_plan, py::arg("toml"), py::arg("name") = "plan", WithoutGil(),
          "The same for text already in memory; `name` stands for the file in errors.");
    m.def("check_plan", &check_plan, py::arg("path"), WithoutGil(),
          "Every mistake in a plan file, as a list of Problem; empty for a good plan.");
    m.def("as_seen_on", &as_seen_on, py::arg("plan"), py::arg("day"),
          "The same plan as it could be known on a day: what speaks of later days is left out.");
    m.def("with_sums", &with_sums, py::arg("plan"),
          "The same plan with the values of every indicator that is a sum of others; reading a file does this by "
          "itself.");
    m.def("comparator_value", &comparator_value, py::arg("indicator"), py::arg("track"), py::arg("comparator"),
          "The value of a comparator, given or averaged; None for an own value and where a figure is missing.");
    m.def("last_day_known", &last_day_known, py::arg("plan"),
          "The last day that any observation with a value speaks of, or None.");
}

}  // namespace ontrack::python
