#include <ontrack/outlook/projection.hpp>

#include "bindings.hpp"

namespace ontrack::python {

void bind_outlook(py::module_& m) {
    py::class_<Interval>(m, "Interval", "Both ends of an interval, in the indicator's own unit.")
        .def_readonly("lower", &Interval::lower)
        .def_readonly("upper", &Interval::upper)
        .def("__iter__", [](const Interval& i) { return ends(i.lower, i.upper); })
        .def("__repr__",
             [](const Interval& i) { return "<Interval " + shown(i.lower) + " to " + shown(i.upper) + ">"; });

    py::class_<Required>(
        m, "Required",
        "What each remaining period must not exceed (low is good) or must reach (high is good) for the "
        "target to be met, and how unusual that would be.")
        .def_readonly("per_period", &Required::per_period)
        .def_readonly("periods", &Required::periods, "Periods remaining.")
        .def_readonly("as_good", &Required::as_good, "How many of the `seen` known values were at least as good.")
        .def_readonly("seen", &Required::seen)
        .def_readonly("opposite", &Required::opposite, "Of a band: the same for its other edge.")
        .def("__repr__", [](const Required& r) {
            return "<Required: " + r.per_period.to_string() + " in each of " + std::to_string(r.periods) + " periods>";
        });

    py::class_<GrantChance>(m, "GrantChance", "What the law says of a stretch target's grant.")
        .def_readonly("threshold", &GrantChance::threshold, "Probability that anything is paid.")
        .def_readonly("whole", &GrantChance::whole, "Probability that the stretch target is met.")
        .def_readonly("expected", &GrantChance::expected, "Mean of the share of the grant that is paid.")
        .def("__repr__", [](const GrantChance& g) {
            return "<GrantChance: any " + shown(g.threshold) + ", the whole " + shown(g.whole) + ">";
        });

    py::class_<Missing>(m, "Missing", "A field that does not exist, and why.")
        .def_readonly("field", &Missing::field)
        .def_readonly("reason", &Missing::reason)
        .def("__repr__", [](const Missing& x) { return "<Missing " + x.field + ": " + x.reason + ">"; });

    auto projection = py::class_<Projection>(m, "Projection",
                                             "Where the year will end, in the indicator's own unit (60 is 60 %). What "
                                             "does not exist is None, and `missing` says "
                                             "why.");
    projection.def_readonly("year", &Projection::year)
        .def_readonly("law", &Projection::law, "The name of the method.")
        .def_readonly("mean", &Projection::mean)
        .def_readonly("median", &Projection::median)
        .def_readonly("interval_80", &Projection::interval_80)
        .def_readonly("interval_95", &Projection::interval_95)
        .def_readonly("chance", &Projection::chance, "Probability, 0 to 1, that the year's rounded target is met.")
        .def_readonly("required", &Projection::required)
        .def_readonly("grant", &Projection::grant, "Stretch targets only.")
        .def_readonly("sampling_95", &Projection::sampling_95,
                      "95 % limits of the level behind the known values, from the counts behind them.")
        .def_readonly("year_to_date", &Projection::year_to_date,
                      "Sum, latest, mean or ratio of the known periods, by the year rule.")
        .def_readonly("latest_period", &Projection::latest_period)
        .def_readonly("up_to", &Projection::up_to)
        .def_readonly("periods_known", &Projection::periods_known)
        .def_readonly("periods_missing", &Projection::periods_missing)
        .def_readonly("periods_remaining", &Projection::periods_remaining)
        .def_readonly("known_share", &Projection::known_share,
                      "Expected share of the year's total in the known periods (sums only).")
        .def("__repr__", [](const Projection& p) {
            return "<Projection of " + p.year.label() + ": median " + shown(p.median) + ", chance " + shown(p.chance) +
                   ">";
        });
    def_tuple(projection, "states", &Projection::states, "Distinct states of the values used.");
    def_tuple(projection, "assumptions", &Projection::assumptions, "In words.");
    def_tuple(projection, "missing", &Projection::missing, "What does not exist, and why.");

    m.def("project", &project, py::arg("plan"), py::arg("indicator"), py::arg("track"), py::arg("year"), WithoutGil(),
          "Projects the outturn of a year for a track of an indicator, whatever its measure, from all observations "
          "that the "
          "track holds (cut the plan with `as_seen_on` first).");
    m.def("chance_of", &chance_of, py::arg("plan"), py::arg("indicator"), py::arg("track"), py::arg("year"),
          py::arg("target"), WithoutGil(),
          "The probability that the year's outturn meets `target`, under the law of `project`; None where it gives no "
          "chance. For what-if questions.");
}

}  // namespace ontrack::python
