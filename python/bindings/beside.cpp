#include <ontrack/assessment/contradiction.hpp>

#include "bindings.hpp"

namespace ontrack::python {
namespace {

void bind_statement(py::module_& m) {
    py::native_enum<Direction>(m, "Direction", "enum.Enum", "Direction of travel, by the indicator's polarity.")
        .value("improving", Direction::improving)
        .value("unchanged", Direction::unchanged)
        .value("worsening", Direction::worsening)
        .value("not_rated", Direction::not_rated)
        .finalize();
    auto statement = py::class_<Statement>(m, "Statement", "What the document itself says of one period.");
    statement.def_readonly("period", &Statement::period)
        .def_readonly("figure", &Statement::figure, "A figure that is no single number: \"10–20\"; else empty.")
        .def_readonly("status", &Statement::status)
        .def_readonly("direction", &Statement::direction, "By the indicator's polarity.")
        .def_readonly("flag", &Statement::flag)
        .def_readonly("words", &Statement::words, "Everything that is reported, in one line.")
        .def_readonly("qualified", &Statement::qualified,
                      "What it rests on that is not final: \"a proxy measure\"; else empty.")
        .def("__repr__", [](const Statement& s) { return "<Statement " + s.period.label() + ": " + s.words + ">"; });
    def_tuple(statement, "readings", &Statement::readings, "Every way to read a number that the document leaves open.");
    m.def("statements", &statements, py::arg("indicator"), py::arg("track"), py::arg("year"),
          "What the document itself says of the year, in order of the periods.");
    py::class_<Caution>(m, "Caution", "A warning about how much a figure can bear.")
        .def_readonly("code", &Caution::code)
        .def_readonly("sentence", &Caution::sentence)
        .def("__repr__", [](const Caution& c) { return "<Caution " + c.code + ">"; });
}

void bind_comparison(py::module_& m) {
    py::native_enum<Comparison>(m, "Comparison", "enum.Enum", "How a value stands beside its comparator.")
        .value("better", Comparison::better)
        .value("similar", Comparison::similar)
        .value("worse", Comparison::worse)
        .value("higher", Comparison::higher)
        .value("lower", Comparison::lower)
        .value("equal", Comparison::equal)
        .value("not_rated", Comparison::not_rated)
        .finalize();
    py::class_<RankAmong>(m, "RankAmong", "Place among a family and the own area, 1 = best.")
        .def_readonly("rank", &RankAmong::rank)
        .def_readonly("of", &RankAmong::of)
        .def_readonly("best", &RankAmong::best, "The best place that the counts leave open, or None without counts.")
        .def_readonly("worst", &RankAmong::worst)
        .def("__repr__", [](const RankAmong& r) {
            return "<RankAmong " + std::to_string(r.rank) + " of " + std::to_string(r.of) + ">";
        });
    py::class_<Compare>(m, "Compare", "One comparator of a track.")
        .def_readonly("code", &Compare::code)
        .def_readonly("name", &Compare::name)
        .def_readonly("answer", &Compare::answer)
        .def_readonly("reason", &Compare::reason, "Why it is not rated, or why no interval decides; else empty.")
        .def_readonly("period", &Compare::period)
        .def_readonly("own", &Compare::own)
        .def_readonly("value", &Compare::value, "The comparator's.")
        .def_readonly("method", &Compare::method)
        .def_readonly("interval", &Compare::interval)
        .def_readonly("rank", &Compare::rank)
        .def_readonly("qualified", &Compare::qualified)
        .def_readonly("sentence", &Compare::sentence)
        .def("__repr__", [](const Compare& c) {
            return "<Compare " + quoted(c.code) + ": " + std::string(to_string(c.answer)) + ">";
        });
}

}  // namespace

void bind_beside(py::module_& m) {
    bind_statement(m);
    bind_comparison(m);
}

void bind_contradictions(py::module_& m) {
    py::class_<Contradiction>(m, "Contradiction", "Two statements of a plan that cannot both be right.")
        .def_readonly("code", &Contradiction::code)
        .def_readonly("indicator", &Contradiction::indicator)
        .def_readonly("sentence", &Contradiction::sentence)
        .def_readonly("where", &Contradiction::where)
        .def("__repr__", [](const Contradiction& c) { return "<Contradiction " + c.code + ">"; });
    m.def("contradictions", &contradictions, py::arg("plan"), py::arg("assessments"),
          "Every contradiction in a plan; `assessments` are those of its indicators, in order.");
}

}  // namespace ontrack::python
