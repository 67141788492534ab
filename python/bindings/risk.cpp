#include <ontrack/risk/placement.hpp>

#include "bindings.hpp"

namespace ontrack::python {

void bind_risk(py::module_& m) {
    py::native_enum<LikelihoodBasis>(m, "LikelihoodBasis", "enum.Enum", "Where a likelihood came from.")
        .value("chance", LikelihoodBasis::chance)
        .value("judged", LikelihoodBasis::judged)
        .value("not_available", LikelihoodBasis::not_available)
        .finalize();

    auto placement =
        py::class_<Placement>(m, "Placement", "A risk on the matrix, or as near to it as the plan allows.");
    placement.def_readonly("code", &Placement::code)
        .def_readonly("description", &Placement::description)
        .def_readonly("indicator", &Placement::indicator, "Code; empty for a risk of the register without one.")
        .def_readonly("from_register", &Placement::from_register)
        .def_readonly("board", &Placement::board, "Name of the board whose risk it is, or empty.")
        .def_readonly("likelihood", &Placement::likelihood, "Judged where the plan judges, else derived.")
        .def_readonly("basis", &Placement::basis)
        .def_readonly("probability_missed", &Placement::probability_missed, "1 − chance.")
        .def_readonly("derived", &Placement::derived, "The band of `probability_missed`, also beside a judgement.")
        .def_readonly("impact", &Placement::impact, "None: not judged.")
        .def_readonly("rating", &Placement::rating, "None unless likelihood and impact are there.")
        .def_readonly("provisional", &Placement::provisional)
        .def_readonly("disagrees", &Placement::disagrees, "Judged and derived likelihood are different levels.")
        .def_readonly("reason", &Placement::reason, "Of the judged likelihood, then of the judged impact.")
        .def_readonly("basis_text", &Placement::basis_text, "How it was placed, and what is missing.")
        .def("__repr__", [](const Placement& p) { return "<Placement " + quoted(p.code) + ": " + p.basis_text + ">"; });
    def_tuple(placement, "countermeasures", &Placement::countermeasures, "Its own, then those of its board.");

    m.def("likelihood_of", &likelihood_of, py::arg("scales"), py::arg("missed"),
          "The band that holds a probability, 0 to 1 (a band's lower edge belongs to it).");
    m.def("rating_of", &rating_of, py::arg("scales"), py::arg("likelihood"), py::arg("impact"),
          "The rating that the matrix gives.");
    m.def("place", py::overload_cast<const Plan&, const Indicator&, const Assessment&>(&place), py::arg("plan"),
          py::arg("indicator"), py::arg("assessment"), "The risk that the indicator's target is missed.");
    m.def(
        "place",
        [](const Plan& plan, const RiskEntry& entry, const std::optional<Placement>& indicator) {
            return place(plan, entry, indicator ? &*indicator : nullptr);
        },
        py::arg("plan"), py::arg("entry"), py::arg("indicator") = py::none(),
        "A risk of the register; `indicator` is the placement of the indicator that it names, if any.");
}

}  // namespace ontrack::python
