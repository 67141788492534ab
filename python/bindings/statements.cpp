#include <ontrack/plan/plan.hpp>

#include "bindings.hpp"

namespace ontrack::python {
namespace {

void bind_words(py::module_& m) {
    py::native_enum<BoundKind>(m, "BoundKind", "enum.Enum", "Which side of its value a bound leaves open.")
        .value("more_than", BoundKind::more_than)
        .value("at_least", BoundKind::at_least)
        .value("at_most", BoundKind::at_most)
        .value("less_than", BoundKind::less_than)
        .finalize();
    py::native_enum<Certainty>(m, "Certainty", "enum.Enum", "How sure a figure is that has not happened yet.")
        .value("hoped", Certainty::hoped)
        .value("possible", Certainty::possible)
        .finalize();
    py::native_enum<ReportedStatus>(m, "ReportedStatus", "enum.Enum", "What a document says of a target.")
        .value("on_target", ReportedStatus::on_target)
        .value("off_target", ReportedStatus::off_target)
        .value("above_target", ReportedStatus::above_target)
        .value("below_target", ReportedStatus::below_target)
        .value("exceeded", ReportedStatus::exceeded)
        .value("on_track", ReportedStatus::on_track)
        .value("off_track", ReportedStatus::off_track)
        .finalize();
    py::native_enum<ReportedDirection>(m, "ReportedDirection", "enum.Enum",
                                       "Which way a document says that an indicator goes.")
        .value("up", ReportedDirection::up)
        .value("down", ReportedDirection::down)
        .value("stable", ReportedDirection::stable)
        .value("improving", ReportedDirection::improving)
        .value("worsening", ReportedDirection::worsening)
        .finalize();
    py::native_enum<Flag>(m, "Flag", "enum.Enum", "The colour that a document shows.")
        .value("red", Flag::red)
        .value("amber", Flag::amber)
        .value("green", Flag::green)
        .finalize();
    py::native_enum<FlagReason>(m, "FlagReason", "enum.Enum", "Why a document shows a flag.")
        .value("performance", FlagReason::performance)
        .value("data_quality", FlagReason::data_quality)
        .finalize();
    py::native_enum<ChangeUnit>(m, "ChangeUnit", "enum.Enum", "What a reported change is a number of.")
        .value("percent", ChangeUnit::percent)
        .value("points", ChangeUnit::points)
        .value("either", ChangeUnit::either)
        .finalize();
}

void bind_figures(py::module_& m) {
    py::class_<FigureRange>(m, "FigureRange", "A figure of which only the ends are given.")
        .def_readonly("lower", &FigureRange::lower)
        .def_readonly("upper", &FigureRange::upper)
        .def("__repr__", [](const FigureRange& r) {
            return "<FigureRange " + r.lower.to_string() + " to " + r.upper.to_string() + ">";
        });
    py::class_<FigureBound>(m, "FigureBound", "A figure of which only a bound is given.")
        .def_readonly("kind", &FigureBound::kind)
        .def_readonly("value", &FigureBound::value)
        .def("__repr__", [](const FigureBound& b) {
            return "<FigureBound " + std::string(to_string(b.kind)) + " " + b.value.to_string() + ">";
        });
    py::class_<StatedChange>(m, "StatedChange", "A change in per cent with no numbers behind it.")
        .def_readonly("percent", &StatedChange::percent, "A rise is positive, whether or not it is good.")
        .def_readonly("compared_with", &StatedChange::compared_with)
        .def("__repr__", [](const StatedChange& c) { return "<StatedChange " + c.percent.to_string() + " %>"; });
    py::class_<LevelOrChange>(m, "LevelOrChange", "A number that may be the level or a change in per cent.")
        .def_readonly("value", &LevelOrChange::value)
        .def("__repr__", [](const LevelOrChange& c) { return "<LevelOrChange " + c.value.to_string() + ">"; });
    py::class_<UncertainFigure>(m, "UncertainFigure", "A figure that may or may not come.")
        .def_readonly("value", &UncertainFigure::value)
        .def_readonly("certainty", &UncertainFigure::certainty)
        .def("__repr__", [](const UncertainFigure& f) {
            return "<UncertainFigure " + std::string(to_string(f.certainty)) + " " + f.value.to_string() + ">";
        });
    py::class_<FigurePart>(m, "FigurePart", "A part of a figure.")
        .def_readonly("name", &FigurePart::name)
        .def_readonly("value", &FigurePart::value)
        .def("__repr__",
             [](const FigurePart& p) { return "<FigurePart " + quoted(p.name) + ": " + p.value.to_string() + ">"; });
}

void bind_reported(py::module_& m) {
    py::class_<ReportedChange>(m, "ReportedChange", "By how much a document says that something changed.")
        .def_readonly("size", &ReportedChange::size, "A rise is positive.")
        .def_readonly("unit", &ReportedChange::unit)
        .def("__repr__", [](const ReportedChange& c) { return "<ReportedChange " + c.size.to_string() + ">"; });
    py::class_<Expected>(m, "Expected", "What a document expects to say later.")
        .def_readonly("flag", &Expected::flag)
        .def_readonly("status", &Expected::status)
        .def_readonly("direction", &Expected::direction)
        .def_readonly("by", &Expected::by, "A period's label or a day; empty when the document does not say.")
        .def_readonly("by_day", &Expected::by_day, "The last day of `by`.")
        .def("__repr__", [](const Expected& e) { return "<Expected" + (e.by.empty() ? "" : " by " + e.by) + ">"; });
    py::class_<Reported>(m, "Reported", "What a document says in words of one period.")
        .def_readonly("status", &Reported::status)
        .def_readonly("direction", &Reported::direction)
        .def_readonly("change", &Reported::change)
        .def_readonly("compared_with", &Reported::compared_with)
        .def_readonly("rank", &Reported::rank, "\"lowest in London\"; may be empty.")
        .def_readonly("flag", &Reported::flag)
        .def_readonly("flag_reason", &Reported::flag_reason)
        .def_readonly("expected", &Reported::expected)
        .def_readonly("text", &Reported::text, "The document's own words; may be empty.")
        .def("__repr__", [](const Reported& r) {
            return "<Reported" + (r.status ? " " + std::string(to_string(*r.status)) : "") + ">";
        });
}

void bind_comparators(py::module_& m) {
    py::native_enum<FamilyAverage>(m, "FamilyAverage", "enum.Enum", "How the members of a family make one value.")
        .value("mean_of_rates", FamilyAverage::mean_of_rates)
        .value("pooled", FamilyAverage::pooled)
        .finalize();
    py::native_enum<OwnValue>(m, "OwnValue", "enum.Enum", "Values of the indicator's own that it can be compared with.")
        .value("last_year", OwnValue::last_year)
        .value("best", OwnValue::best)
        .finalize();
    py::class_<ComparedFigure>(m, "ComparedFigure", "A value, perhaps with what it is out of.")
        .def_readonly("value", &ComparedFigure::value)
        .def_readonly("numerator", &ComparedFigure::numerator)
        .def_readonly("denominator", &ComparedFigure::denominator)
        .def("__repr__", [](const ComparedFigure& f) { return "<ComparedFigure " + shown(f.value) + ">"; });
    py::class_<FamilyMember>(m, "FamilyMember", "An area of a family, and when it belonged to it.")
        .def_readonly("area", &FamilyMember::area)
        .def_readonly("figure", &FamilyMember::figure)
        .def_readonly("start", &FamilyMember::from, "First day (`from` in C++); None: always was.")
        .def_readonly("to", &FamilyMember::to, "Last day; None: still is.")
        .def_readonly("where", &FamilyMember::where)
        .def("__repr__", [](const FamilyMember& f) { return "<FamilyMember " + quoted(f.area) + ">"; });
    auto comparator = py::class_<Comparator>(m, "Comparator", "What an indicator is compared with.");
    comparator.def_readonly("code", &Comparator::code)
        .def_readonly("name", &Comparator::name)
        .def_readonly("period", &Comparator::period)
        .def_readonly("figure", &Comparator::figure)
        .def_readonly("average", &Comparator::average)
        .def_readonly("own_area_in", &Comparator::own_area_in)
        .def_readonly("own", &Comparator::own)
        .def_readonly("where", &Comparator::where)
        .def("__repr__", [](const Comparator& c) { return "<Comparator " + quoted(c.code) + ">"; });
    def_tuple(comparator, "members", &Comparator::members, "Without the own area.");
    m.def("members_in", &members_in, py::arg("comparator"), py::arg("period"),
          "The members on the last day of the period (all of them for None), in the plan's order.");
}

void bind_interruptions(py::module_& m) {
    py::native_enum<InterruptionKind>(m, "InterruptionKind", "enum.Enum", "What an event does to a series.")
        .value("step", InterruptionKind::step)
        .value("slope", InterruptionKind::slope)
        .value("temporary", InterruptionKind::temporary)
        .finalize();
    auto event = py::class_<Interruption>(m, "Interruption",
                                          "A known event across which figures are not compared without saying so.");
    event.def_readonly("code", &Interruption::code)
        .def_readonly("name", &Interruption::name)
        .def_readonly("start", &Interruption::from, "The first day that it touches (`from` in C++).")
        .def_readonly("to", &Interruption::to)
        .def_readonly("kind", &Interruption::kind)
        .def_readonly("size", &Interruption::size, "What it adds in each `per`; None: not known.")
        .def_readonly("per", &Interruption::per)
        .def_readonly("note", &Interruption::note)
        .def_readonly("where", &Interruption::where)
        .def("__repr__", [](const Interruption& i) { return "<Interruption " + quoted(i.code) + ">"; });
    def_tuple(event, "indicators", &Interruption::indicators, "Codes.");
}

}  // namespace

void bind_statements(py::module_& m) {
    bind_words(m);
    bind_figures(m);
    bind_reported(m);
    bind_comparators(m);
    bind_interruptions(m);
}

}  // namespace ontrack::python
