#include <pybind11/operators.h>

#include <ontrack/plan/plan.hpp>

#include "bindings.hpp"

namespace ontrack::python {
namespace {

void bind_measure(py::module_& m) {
    py::native_enum<Polarity>(m, "Polarity", "enum.Enum", "Which direction is good.")
        .value("low", Polarity::low)
        .value("high", Polarity::high)
        .finalize();
    py::native_enum<YearRule>(m, "YearRule", "enum.Enum", "How an indicator's periods make its year.")
        .value("sum", YearRule::sum)
        .value("latest", YearRule::latest)
        .value("mean", YearRule::mean)
        .value("ratio_of_sums", YearRule::ratio_of_sums)
        .finalize();
    py::native_enum<DataState>(m, "DataState", "enum.Enum",
                               "How much an observation can be trusted; from `awaited` on there is no value.")
        .value("final", DataState::final)
        .value("revised", DataState::revised)
        .value("provisional", DataState::provisional)
        .value("estimated", DataState::estimated)
        .value("proxy", DataState::proxy)
        .value("doubtful", DataState::doubtful)
        .value("not_comparable", DataState::not_comparable)
        .value("awaited", DataState::awaited)
        .value("suppressed", DataState::suppressed)
        .value("no_accurate_data", DataState::no_accurate_data)
        .value("not_collected", DataState::not_collected)
        .finalize();
    using Join = DataState (*)(DataState, DataState) noexcept;
    m.def("join_sum", static_cast<Join>(&join_sum), py::arg("a"), py::arg("b"), "The state of a sum of two figures.");
    m.def("join_compare", static_cast<Join>(&join_compare), py::arg("a"), py::arg("b"),
          "The state of a comparison of two figures.");
    m.def("join_roll_up", static_cast<Join>(&join_roll_up), py::arg("a"), py::arg("b"),
          "The state of an answer about both.");
    py::native_enum<IndexScale>(m, "IndexScale", "enum.Enum",
                                "How an index states what is seen against what is expected.")
        .value("ratio", IndexScale::ratio)
        .value("points", IndexScale::points)
        .finalize();
    m.def("has_value", &has_value, py::arg("state"), "Whether an observation in this state has a value.");

    const auto bind = [&m]<typename T>(T, const char* name, const char* doc) {
        auto binding = py::class_<T>(m, name, doc);
        binding.def("__str__", [](const T& measure) { return std::string(to_string(Measure(measure))); });
        if constexpr (std::is_same_v<T, Rate> || std::is_same_v<T, EventRatio>) {
            binding.def(py::init<Decimal>(), py::arg("per"))
                .def_readonly("per", &T::per, "What the events are counted for every so many of.")
                .def("__repr__",
                     [name](const T& rate) { return std::string(name) + "(" + rate.per.to_string() + ")"; });
        } else if constexpr (std::is_same_v<T, CohortProportion>) {
            binding
                .def(py::init([](std::string follow_up) { return CohortProportion{std::move(follow_up)}; }),
                     py::arg("follow_up") = "")
                .def_readonly("follow_up", &T::follow_up, "For how long, in words; may be empty.")
                .def("__repr__", [](const T& cohort) { return "CohortProportion(" + quoted(cohort.follow_up) + ")"; });
        } else if constexpr (std::is_same_v<T, Money>) {
            binding.def(py::init([](std::string currency) { return Money{std::move(currency)}; }), py::arg("currency"))
                .def_readonly("currency", &T::currency, "Three letters: GBP.")
                .def("__repr__", [](const T& money) { return "Money(" + quoted(money.currency) + ")"; });
        } else if constexpr (std::is_same_v<T, Index>) {
            binding
                .def(py::init([](IndexScale scale) { return Index{scale}; }),
                     py::arg_v("scale", IndexScale::ratio, "IndexScale.ratio"))
                .def_readonly("scale", &T::scale)
                .def("__repr__", [](const T& index) { return "Index(" + std::string(to_string(index.scale)) + ")"; });
        } else {
            binding.def(py::init<>()).def("__repr__", [name](const T&) { return std::string(name) + "()"; });
        }
        binding.def(py::self == py::self).def("__hash__", [](const py::object& self) {
            return py::hash(py::repr(self));
        });
    };
    bind(Count{}, "Count", "Events counted over a period.");
    bind(Rate{}, "Rate", "Events per `per` of a population.");
    bind(Percentage{}, "Percentage", "A share in per cent, from a full count of its whole.");
    bind(SurveyPercentage{}, "SurveyPercentage",
         "A share in per cent estimated from a sample; an observation's denominator is the sample size.");
    bind(CohortProportion{}, "CohortProportion",
         "A share in per cent of a cohort, each member followed to an outcome.");
    bind(Milestone{}, "Milestone", "Something that is done by a date, or not.");
    bind(EventRatio{}, "EventRatio", "Events for every `per` of something that is no population; may exceed it.");
    bind(DetectionRate{}, "DetectionRate", "A share in per cent of the recorded offences that were detected.");
    bind(Duration{}, "Duration", "A length of time, in the indicator's unit.");
    bind(Money{}, "Money", "An amount of money.");
    bind(Index{}, "Index", "What is seen against what is expected.");
    m.def("adds_up", &adds_up, py::arg("measure"), "Whether values of several periods or parts add up.");
    m.def("per_of", &per_of, py::arg("measure"),
          "What numerator/denominator is multiplied by to give a value; None where a value is no ratio.");

    m.def("is_percentage", &is_percentage, py::arg("measure"), "Whether values are per cent (a value of 60 is 60 %).");
}

void bind_observation(py::module_& m) {
    auto observation = py::class_<Observation>(m, "Observation", "What was seen in one period.");
    observation.def_readonly("period", &Observation::period)
        .def_readonly("value", &Observation::value,
                      "The figure: a count, a rate, or per cent (60 is 60 %). None when the state says so.")
        .def_readonly("numerator", &Observation::numerator)
        .def_readonly("denominator", &Observation::denominator)
        .def_readonly("state", &Observation::state)
        .def_readonly("up_to", &Observation::up_to, "Last day covered, when that is not the whole period.")
        .def_readonly("done", &Observation::done, "Milestones only: the day it was done.")
        .def_readonly("note", &Observation::note)
        .def_readonly("inexact", &Observation::inexact, "A figure that is no single number; then there is no value.")
        .def_readonly("reported", &Observation::reported, "What the document says in words.")
        .def_readonly("derived_from", &Observation::derived_from, "How the value was worked out; may be empty.")
        .def_readonly("where", &Observation::where)
        .def("last_day", &Observation::last_day, "The last day the observation speaks of.")
        .def("__repr__", [](const Observation& o) {
            const std::string what = o.value  ? o.value->to_string()
                                     : o.done ? "done " + o.done->to_string()
                                              : "no value";
            return "<Observation " + o.period.label() + ": " + what + ", " + std::string(to_string(o.state)) + ">";
        });

    def_tuple(observation, "parts", &Observation::parts, "Of the value, that the document gives.");

    auto figure = py::class_<Figure>(m, "Figure", "A named figure that is not an observation of a target.");
    figure.def_readonly("name", &Figure::name)
        .def_readonly("value", &Figure::value, "None where it is inexact.")
        .def_readonly("inexact", &Figure::inexact)
        .def_readonly("where", &Figure::where)
        .def_readonly("unit", &Figure::unit)
        .def("__repr__", [](const Figure& f) {
            return "<Figure " + quoted(f.name) + ": " + shown(f.value) + (f.unit.empty() ? "" : " " + f.unit) + ">";
        });

    def_tuple(figure, "parts", &Figure::parts, "That the document gives; they may not add up.");

    auto baseline = py::class_<Baseline>(m, "Baseline", "Where an indicator started.");
    baseline.def_readonly("value", &Baseline::value)
        .def_readonly("period", &Baseline::period)
        .def_readonly("note", &Baseline::note)
        .def_readonly("where", &Baseline::where)
        .def("__repr__", [](const Baseline& b) {
            return "<Baseline " + shown(b.value) + (b.period ? " in " + b.period->label() : "") + ">";
        });
    def_tuple(baseline, "figures", &Baseline::figures, "Figures that stand for a baseline value.");
}

template <typename Level>
void bind_level(py::module_& m, const char* name, const char* doc) {
    py::class_<Level>(m, name, doc)
        .def(py::init<std::size_t>(), py::arg("level").noconvert())
        .def_readonly("level", &Level::level)
        .def(py::self == py::self)
        .def(py::self < py::self)
        .def("__hash__", [](const Level& l) { return l.level; })
        .def("__repr__", [name](const Level& l) { return std::string(name) + "(" + std::to_string(l.level) + ")"; });
}

template <typename Judgement>
void bind_judgement(py::module_& m, const char* name, const char* doc) {
    py::class_<Judgement>(m, name, doc)
        .def_readonly("level", &Judgement::level)
        .def_readonly("provisional", &Judgement::provisional)
        .def_readonly("reason", &Judgement::reason)
        .def("__repr__", [name](const Judgement& j) {
            return "<" + std::string(name) + " " + std::to_string(j.level.level) +
                   (j.provisional ? ", provisional>" : ">");
        });
}

void bind_scales(py::module_& m) {
    bind_level<Likelihood>(m, "Likelihood", "Position on the plan's likelihood scale, 0 = lowest. Not an impact.");
    bind_level<Impact>(m, "Impact", "Position on the plan's impact scale, 0 = lowest. Not a likelihood.");
    bind_level<Rating>(m, "Rating", "Position on the plan's rating scale, 0 = lowest.");
    bind_judgement<LikelihoodJudgement>(m, "LikelihoodJudgement",
                                        "A likelihood of underperformance that someone judged.");
    bind_judgement<ImpactJudgement>(m, "ImpactJudgement", "An impact that someone judged.");

    py::class_<Countermeasure>(m, "Countermeasure", "An action meant to reduce a risk.")
        .def_readonly("text", &Countermeasure::text)
        .def_readonly("owner", &Countermeasure::owner, "Empty when the plan names none.")
        .def("__repr__", [](const Countermeasure& c) { return "<Countermeasure " + quoted(c.text) + ">"; });

    py::class_<LikelihoodLevel>(m, "LikelihoodLevel", "One level of the likelihood scale.")
        .def_readonly("name", &LikelihoodLevel::name)
        .def_readonly("below", &LikelihoodLevel::below, "Where the next level begins; None for the last.")
        .def_readonly("below_text", &LikelihoodLevel::below_text, "The edge as the plan writes it: `1/3`.")
        .def("__repr__", [](const LikelihoodLevel& l) { return "<LikelihoodLevel " + quoted(l.name) + ">"; });

    auto scales =
        py::class_<RiskScales>(m, "RiskScales", "Ordinal scales, lowest level first, and the table of ratings.");
    scales
        .def_static("standard", &RiskScales::standard, "Low < 1/3 ≤ Medium < 2/3 ≤ High; three impacts, three ratings.")
        .def("__repr__", [](const RiskScales& s) {
            return "<RiskScales " + std::to_string(s.likelihood.size()) + " × " + std::to_string(s.impact.size()) + ">";
        });
    def_tuple(scales, "likelihood", &RiskScales::likelihood, "Bands of the probability of missing the target.");
    def_tuple(scales, "impact", &RiskScales::impact, "Names of the impacts.");
    def_tuple(scales, "rating", &RiskScales::rating, "Names of the ratings.");
    scales.def_property_readonly(
        "matrix",
        [](const RiskScales& s) -> py::typing::Tuple<py::typing::Tuple<Rating, py::ellipsis>, py::ellipsis> {
            py::list rows;
            for (const std::vector<Rating>& row : s.matrix) {
                rows.append(py::tuple(py::cast(row)));
            }
            return py::tuple(rows);
        },
        "matrix[likelihood][impact]");
}

}  // namespace

void bind_plan_values(py::module_& m) {
    bind_measure(m);
    bind_targets(m);
    bind_observation(m);
    bind_scales(m);
}

}  // namespace ontrack::python
