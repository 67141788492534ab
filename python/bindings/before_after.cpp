#include <ontrack/stats/before_after.hpp>
#include <ontrack/stats/mantel_haenszel.hpp>
#include <ontrack/stats/relative_rate.hpp>

#include "bindings.hpp"
#include "funnels.hpp"

namespace ontrack::python {
namespace {

using stats::DisplacementDifference;
using stats::RelativeRateMethod;
using stats::StageBase;
using stats::StratifiedEstimate;
using stats::StratifiedRatio;
using stats::WeightedDisplacement;
using Pair = std::pair<double, double>;

struct ChangeScores {
    double ratio;
    Doubles z;
    Statuses status;
};

WeightedDisplacement displacement(Pair treated, Pair control, Pair treated_surroundings, Pair control_surroundings,
                                  Pair periods, Pair areas, Pair surroundings, double confidence, double dispersion) {
    check_confidence(confidence);
    const auto counts = [](Pair pair) { return stats::BeforeAfter{pair.first, pair.second}; };
    return stats::weighted_displacement_difference(
        {counts(treated), counts(control), counts(treated_surroundings), counts(control_surroundings)},
        {periods.first, periods.second, areas.first, areas.second, surroundings.first, surroundings.second},
        {confidence, dispersion});
}

ChangeScores change_scores(const ArrayLike& before_argument, const ArrayLike& after_argument,
                           const OnInvalid& on_invalid) {
    const bool raise = raises(on_invalid);
    const auto [before, after] = two_columns("before", before_argument, "after", after_argument);
    ChangeScores found{0.0, Doubles(before.size()), Statuses(before.size())};
    const std::span<stats::Status> status = as<stats::Status>(found.status);
    found.ratio = stats::change_scores_into(span_of(before), span_of(after), writable(found.z), status);
    if (raise) {
        stats::require_ok(status, "before");
    }
    freeze_all(found.z, found.status);
    return found;
}

Estimates relative_rates(const ArrayLike& group_argument, const ArrayLike& reference_argument, double confidence,
                         RelativeRateMethod method, StageBase base, double minimum_events, double minimum_base,
                         const OnInvalid& on_invalid) {
    const bool raise = raises(on_invalid);
    const auto [group, reference] = two_columns("group", group_argument, "reference", reference_argument);
    Estimates found({std::max<py::ssize_t>(group.size() - 1, 0)});
    const stats::EstimateColumns columns = found.columns();
    stats::relative_rates_into(span_of(group), span_of(reference),
                               {confidence, method, base, minimum_events, minimum_base}, columns);
    if (raise) {
        stats::require_ok(columns.status, "group");
    }
    found.freeze();
    return found;
}

StratifiedEstimate stratified_ratio(const ArrayLike& x1, const ArrayLike& n1, const ArrayLike& x2, const ArrayLike& n2,
                                    StratifiedRatio ratio, double confidence) {
    constexpr std::array<const char*, 4> names{"x1", "n1", "x2", "n2"};
    std::array<Doubles, 4> in{doubles("x1", x1), doubles("n1", n1), doubles("x2", x2), doubles("n2", n2)};
    const std::vector<py::ssize_t> shape = common_shape(names, in);
    for (Doubles& array : in) {
        array = of_shape(array, shape);
    }
    return stats::estimate_stratified_ratio({span_of(in[0]), span_of(in[1]), span_of(in[2]), span_of(in[3])}, ratio,
                                            confidence);
}

void bind_results(py::module_& s) {
    py::class_<DisplacementDifference>(s, "DisplacementDifference", "A difference of changes.")
        .def_readonly("estimate", &DisplacementDifference::estimate, "An `Estimate` with normal limits.")
        .def_property_readonly("standard_error",
                               [](const DisplacementDifference& d) { return there(d.standard_error); })
        .def_property_readonly("z", [](const DisplacementDifference& d) { return there(d.z); })
        .def("__repr__", [](const DisplacementDifference& d) {
            return "<DisplacementDifference: " + shown(there(d.estimate.value)) + ", z " + shown(there(d.z)) + ">";
        });
    py::class_<WeightedDisplacement>(s, "WeightedDisplacement", "Below zero, the treated areas have lost more events.")
        .def_readonly("local", &WeightedDisplacement::local, "(treated after − before) − (control after − before).")
        .def_readonly("surroundings", &WeightedDisplacement::surroundings, "The same of the surroundings.")
        .def_readonly("total", &WeightedDisplacement::total, "The sum of both.")
        .def("__repr__", [](const WeightedDisplacement& w) {
            return "<WeightedDisplacement: total " + shown(there(w.total.estimate.value)) + ", z " +
                   shown(there(w.total.z)) + ">";
        });
    py::class_<ChangeScores> scores(s, "ChangeScores", "Change in many areas at once: read-only arrays.");
    scores.def_property_readonly(
              "ratio", [](const ChangeScores& c) { return there(c.ratio); }, "Σafter/Σbefore.")
        .def_readonly("z", &ChangeScores::z, "How far each area is from the overall ratio.");
    def_series(scores, {"z"});
    py::native_enum<StageBase>(s, "StageBase", "enum.Enum", "What the events of a stage are set against.")
        .value("preceding", StageBase::preceding)
        .value("first", StageBase::first)
        .finalize();
    py::native_enum<RelativeRateMethod>(s, "RelativeRateMethod", "enum.Enum", "Limits of a relative rate index.")
        .value("exact", RelativeRateMethod::exact)
        .value("log", RelativeRateMethod::log)
        .value("katz", RelativeRateMethod::katz)
        .finalize();
    py::native_enum<StratifiedRatio>(s, "StratifiedRatio", "enum.Enum", "Which ratio the strata have in common.")
        .value("rate", StratifiedRatio::rate)
        .value("risk", StratifiedRatio::risk)
        .value("odds", StratifiedRatio::odds)
        .finalize();
    py::class_<StratifiedEstimate>(s, "StratifiedEstimate", "A common ratio of two groups over strata.")
        .def_readonly("estimate", &StratifiedEstimate::estimate, "An `Estimate`.")
        .def_property_readonly("log_standard_error",
                               [](const StratifiedEstimate& e) { return there(e.log_standard_error); })
        .def_readonly("strata", &StratifiedEstimate::strata, "That took part.")
        .def_readonly("left_out", &StratifiedEstimate::left_out, "With a NaN, or without anyone in one of the groups.")
        .def("__repr__", [](const StratifiedEstimate& e) {
            return "<StratifiedEstimate: " + shown(there(e.estimate.value)) + " over " + std::to_string(e.strata) + ">";
        });
}

}  // namespace

void bind_before_after(py::module_& s) {
    bind_results(s);
    const auto confidence = py::arg("confidence") = 0.95;
    const auto on_invalid = py::arg("on_invalid") = "status";
    const Pair none{0.0, 0.0}, ones{1.0, 1.0};
    s.def("weighted_displacement_difference", &displacement, py::arg("treated"), py::arg("control"),
          py::arg("treated_surroundings") = none, py::arg("control_surroundings") = none, py::kw_only(),
          py::arg("periods") = ones, py::arg("areas") = ones, py::arg("surroundings") = ones, confidence,
          py::arg("dispersion") = 1.0,
          R"(Before and after an intervention, against a control and with displacement (Wheeler and Ratcliffe 2018).

Each count is a pair (before, after). periods: lengths before and after; areas: sizes of the treated and the control area;
surroundings: of theirs. A count is divided by period·area = w and has the variance dispersion·count/w².

>>> from ontrack import stats
>>> stats.weighted_displacement_difference((100, 60), (80, 78), (50, 45), (40, 44))
<WeightedDisplacement: total -47, z -2.10824>)");
    s.def(
        "weighted_harm_difference",
        [](const std::vector<DisplacementDifference>& differences, const std::vector<double>& harm, double level) {
            return stats::weighted_harm_difference(differences, harm, level);
        },
        py::arg("differences"), py::arg("harm"), py::kw_only(), confidence,
        R"(Differences for several kinds of crime, each times its harm: the sum, with the variance Σ harm²·se².

>>> from ontrack import stats
>>> one = stats.weighted_displacement_difference((100, 60), (80, 78)).total
>>> stats.weighted_harm_difference([one, one], [1, 3]).estimate.value
-152.0)");
    s.def(
        "change_scores", &change_scores, py::arg("before"), py::arg("after"), py::kw_only(), on_invalid,
        R"(Change in many areas at once: r = Σafter/Σbefore, and z = (after − r·before)/(r·√before) (Wheeler 2016; 2020).

before, after: counts by area, one column each (1-D); an area with a NaN has no part in r.

>>> from ontrack import stats
>>> found = stats.change_scores([100, 100], [80, 120])
>>> found.ratio, found.z.tolist()
(1.0, [-2.0, 2.0]))");
    def_numbers<3>(
        s, "change_contour", {"before", "ratio", "z"},
        [](const std::array<double, 3>& v) { return stats::change_contour(v[0], v[1], v[2]); },
        R"(The line of a given z in a chart of `change_scores`: r·before + z·r·√before, not below 0.

>>> from ontrack import stats
>>> stats.change_contour(100, 1.0, 2.0)
120.0)");
    s.def("relative_rates", &relative_rates, py::arg("group"), py::arg("reference"), py::kw_only(), confidence,
          py::arg("method") = RelativeRateMethod::exact, py::arg("base") = StageBase::preceding,
          py::arg("minimum_events") = 0.0, py::arg("minimum_base") = 0.0, on_invalid,
          R"(The relative rate index (a/A)/(c/C) of each stage of a chain after the first, group to reference.

group, reference: how many reach each stage (1-D), the first being the base of the chain (residents). base: whether a stage is set
against the preceding one, which shows where a disparity arises, or the first. The methods are
    exact: given the events of both groups together, binomial (Clopper and Pearson)
    log: index·exp(∓z·√(1/a + 1/c)). katz: the same less 1/A + 1/C (Katz and others 1978)
minimum_events, minimum_base: below them there is no index (`too_few_events`).

>>> from ontrack import stats
>>> stats.relative_rates([1000, 100, 20], [9000, 450, 60]).value.round(4).tolist()
[2.0, 1.5])");
    s.def("estimate_stratified_ratio", &stratified_ratio, py::arg("x1"), py::arg("n1"), py::arg("x2"), py::arg("n2"),
          py::kw_only(), py::arg("ratio"), confidence,
          R"(Mantel and Haenszel's (1959) ratio that two groups, x1 of n1 and x2 of n2, have in common over strata.

Limits ratio·exp(∓z·se) with the variances of Greenland and Robins (1985) for rates and risks, of Robins, Breslow and Greenland
(1986) for odds. ratio: a `StratifiedRatio`; for rates n is the exposure. Gives a `StratifiedEstimate`.

>>> from ontrack import stats
>>> stats.estimate_stratified_ratio([10, 20], [100, 100], [5, 10], [100, 100], ratio=stats.StratifiedRatio.risk)
<StratifiedEstimate: 2 over 2>)");
}

}  // namespace ontrack::python
