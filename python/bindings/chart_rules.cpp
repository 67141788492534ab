#include <algorithm>

#include "bindings.hpp"
#include "chart_panels.hpp"

namespace ontrack::python {
namespace {

using stats::AtGap;
using stats::AtLimit;
using stats::Marks;
using stats::OnCentre;
using stats::Rule;
using stats::RuleKind;

/// As the kernel judges it.
void require_valid(const stats::RuleSet& set) {
    if (stats::signals_into(stats::ChartLines{}, set, {}) != stats::Status::ok) {
        refuse(
            "out-of-domain", "a rule is out of its domain",
            "points: 1 to 32, at least 2 for a trend and 3 for alternating; of: 0, or points to 32; sigmas: 1 to 3.");
    }
}

Rules of_library(const stats::RuleSet& set) {
    return {std::string(set.name), std::string(set.edition), set};
}

Rules make_rules(const std::vector<Rule>& rules, std::string name, std::string edition, Marks marks, AtLimit at_limit,
                 OnCentre on_centre, AtGap at_gap, stats::RunTest run_test) {
    stats::RuleSet set{{}, {}, rules.size(), {}, marks, at_limit, on_centre, at_gap, run_test};
    if (rules.size() > set.rules.size()) {
        refuse("wrong-shape", std::to_string(rules.size()) + " rules are given", "Pass at most 8.");
    }
    std::ranges::copy(rules, set.rules.begin());
    require_valid(set);
    return {std::move(name), std::move(edition), set};
}

void bind_words(py::module_& s) {
    py::native_enum<RuleKind>(s, "RuleKind", "enum.Enum", "What a `Rule` looks for.")
        .value("beyond", RuleKind::beyond)
        .value("near_limit", RuleKind::near_limit)
        .value("one_side", RuleKind::one_side)
        .value("trend", RuleKind::trend)
        .value("alternating", RuleKind::alternating)
        .value("within", RuleKind::within)
        .value("either_side_beyond", RuleKind::either_side_beyond)
        .finalize();
    py::native_enum<Marks>(s, "Marks", "enum.Enum", "Which points of a pattern are signals.")
        .value("every_member", Marks::every_member)
        .value("last_point", Marks::last_point)
        .finalize();
    py::native_enum<AtLimit>(s, "AtLimit", "enum.Enum", "What a value that equals a line is.")
        .value("inside", AtLimit::inside)
        .value("signal", AtLimit::signal)
        .finalize();
    py::native_enum<OnCentre>(s, "OnCentre", "enum.Enum", "What a value on the centre does to a run.")
        .value("passed_over", OnCentre::passed_over)
        .value("breaks_run", OnCentre::breaks_run)
        .finalize();
    py::native_enum<AtGap>(s, "AtGap", "enum.Enum", "What patterns do at a missing value.")
        .value("bridged", AtGap::bridged)
        .value("starts_anew", AtGap::starts_anew)
        .finalize();
}

void bind_rule_set(py::module_& s) {
    py::class_<Rule>(s, "Rule", R"(One rule of a `RuleSet`, by its `RuleKind`.

beyond: `points` of `of` (0 = points) in a row beyond `sigmas`·σ on one side. near_limit: the same, but not past the 3σ limit,
and all `of` on one side of the centre. one_side: `points` in a row on one side of the centre. trend: `points` in a row that
rise, or fall. alternating: `points` in a row whose steps go up and down in turn. within: `points` in a row within
`sigmas`·σ. either_side_beyond: `points` in a row beyond `sigmas`·σ, on either side.)")
        .def(py::init([](RuleKind kind, std::uint8_t points, std::uint8_t of, std::uint8_t sigmas) {
                 const Rule rule{kind, points, of, sigmas};
                 require_valid({{}, {}, 1, {rule}});
                 return rule;
             }),
             py::arg("kind"), py::arg("points"), py::kw_only(), py::arg("of") = 0, py::arg("sigmas") = 3)
        .def_readonly("kind", &Rule::kind)
        .def_readonly("points", &Rule::points)
        .def_readonly("of", &Rule::of)
        .def_readonly("sigmas", &Rule::sigmas)
        .def("__repr__", [](const Rule& r) {
            const std::string kind = py::str(py::cast(r.kind).attr("name"));
            return "<Rule " + kind + ": " + std::to_string(r.points) +
                   (r.of == 0 ? std::string() : " of " + std::to_string(r.of)) + ", " + std::to_string(r.sigmas) + "σ>";
        });
    py::class_<Rules>(s, "RuleSet", R"(Rules as data, at most eight. Bit i of a signal is rules[i].

The bit after the last rule is `run_test`, set on every point of a phase that fails it.

>>> from ontrack import stats
>>> eight = stats.Rule(stats.RuleKind.one_side, 8)
>>> ours = stats.ChartConvention(stats.RuleSet([eight], name="eight on one side"))
>>> stats.charts([1, 1, 1, 1, 1, 1, 1, 1, 9], convention=ours).signals[:, 1].tolist()
[1, 1, 1, 1, 1, 1, 1, 1, 0])")
        .def(py::init(&make_rules), py::arg("rules"), py::kw_only(), py::arg("name") = "", py::arg("edition") = "",
             py::arg("marks") = Marks::every_member, py::arg("at_limit") = AtLimit::inside,
             py::arg("on_centre") = OnCentre::breaks_run, py::arg("at_gap") = AtGap::bridged,
             py::arg("run_test") = stats::RunTest::none)
        .def_readonly("name", &Rules::name)
        .def_readonly("edition", &Rules::edition)
        .def_property_readonly("rules",
                               [](const Rules& r) -> py::typing::Tuple<Rule, py::ellipsis> {
                                   py::tuple result(r.set.size);
                                   for (std::size_t i = 0; i < r.set.size; ++i) {
                                       result[i] = py::cast(r.set.rules[i]);
                                   }
                                   return result;
                               })
        .def_property_readonly("marks", [](const Rules& r) { return r.set.marks; })
        .def_property_readonly("at_limit", [](const Rules& r) { return r.set.at_limit; })
        .def_property_readonly("on_centre", [](const Rules& r) { return r.set.on_centre; })
        .def_property_readonly("at_gap", [](const Rules& r) { return r.set.at_gap; })
        .def_property_readonly("run_test", [](const Rules& r) { return r.set.run_test; })
        .def("__repr__", [](const Rules& r) {
            return "<RuleSet " + quoted(r.name) + ": " + std::to_string(r.set.size) + " rules>";
        });
}

void bind_known_rules(py::module_& s) {
    s.def(
        "nelson", [] { return of_library(stats::nelson()); },
        R"(Nelson (1984), eight tests.

1 beyond 3σ; 9 on one side; 6 in a trend; 14 alternating; 2 of 3 beyond 2σ; 4 of 5 beyond 1σ; 15 within 1σ; 8 beyond 1σ on
either side.

>>> from ontrack import stats
>>> stats.nelson().rules[4]
<Rule beyond: 2 of 3, 2σ>)");
    s.def(
        "western_electric", [] { return of_library(stats::western_electric()); },
        R"(Western Electric (1956), four tests: 1 beyond 3σ; 2 of 3 beyond 2σ; 4 of 5 beyond 1σ; 8 on one side.

>>> from ontrack import stats
>>> stats.western_electric()
<RuleSet 'western-electric': 4 rules>)");
    s.def(
        "making_data_count",
        [](int points) {
            const Rules rules = of_library(stats::making_data_count(points));
            require_valid(rules.set);
            return rules;
        },
        py::arg("points").noconvert() = 7,
        R"(NHS England, Making Data Count: beyond the limits; `points` in a trend; 2 of 3 near a limit; `points` on one side.

6, 7 or 8 points are in use.

>>> from ontrack import stats
>>> stats.making_data_count(6).rules[1]
<Rule trend: 6, 3σ>)");
    s.def(
        "shewhart_with_run",
        [](int points) {
            const Rules rules = of_library(stats::shewhart_with_run(points));
            require_valid(rules.set);
            return rules;
        },
        py::arg("points").noconvert() = 8, R"(1 beyond the limits and `points` on one side, as autospc has it.

>>> from ontrack import stats
>>> [rule.points for rule in stats.shewhart_with_run().rules]
[1, 8])");
    s.def(
        "shewhart_with_test", [](stats::RunTest test) { return of_library(stats::shewhart_with_test(test)); },
        py::arg("test") = stats::RunTest::anhoej,
        R"(1 beyond the limits and a run-chart test of the whole phase, as qicharts2 has it.

>>> from ontrack import stats
>>> stats.shewhart_with_test().run_test.name
'anhoej')");
}

}  // namespace

void bind_chart_rules(py::module_& s) {
    bind_words(s);
    bind_rule_set(s);
    bind_known_rules(s);
    bind_chart_conventions(s);
}

}  // namespace ontrack::python
