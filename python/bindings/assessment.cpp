#include <ontrack/assessment/assessment.hpp>

#include "bindings.hpp"

namespace ontrack::python {
namespace {

void bind_answers(py::module_& m) {
    py::native_enum<Status>(
        m, "Status", "enum.Enum",
        "One word for one question: numbers are met, near or missed; milestones done, done late, overdue "
        "or not yet due; or not rated, with a reason.")
        .value("met", Status::met)
        .value("near", Status::near)
        .value("missed", Status::missed)
        .value("done", Status::done)
        .value("done_late", Status::done_late)
        .value("overdue", Status::overdue)
        .value("not_yet_due", Status::not_yet_due)
        .value("not_rated", Status::not_rated)
        .finalize();
    m.def("to_words", py::overload_cast<Status>(&to_words), py::arg("status"),
          "What a board reads: `on target`, `close`, `off target`, `not rated` …");

    py::class_<Rated>(m, "Rated", "A status with everything it was decided from.")
        .def_readonly("status", &Rated::status)
        .def_readonly("reason", &Rated::reason, "Why it is not rated, or empty.")
        .def_readonly("qualified", &Rated::qualified,
                      "By what the answer is qualified (a provisional value), or empty.")
        .def_readonly("compared", &Rated::compared, "The value that was compared.")
        .def_readonly("against", &Rated::against, "The target, as compared.")
        .def_readonly("threshold", &Rated::threshold, "The edge of `near`.")
        .def_readonly("other_edge", &Rated::other_edge, "Of a band: its edge that is not in `against`.")
        .def("__repr__", [](const Rated& r) {
            return "<Rated " + std::string(to_string(r.status)) + ": " +
                   (r.reason.empty() ? shown(r.compared) + " against " + shown(r.against) : r.reason) + ">";
        });

    py::class_<Travel>(m, "Travel", "The latest period against an earlier one: a plain comparison of two numbers.")
        .def_readonly("direction", &Travel::direction)
        .def_readonly("reason", &Travel::reason, "Why it is not rated, or empty.")
        .def_readonly("start", &Travel::from, "The earlier period (`from` in C++, a keyword in Python).")
        .def_readonly("to", &Travel::to)
        .def_readonly("before", &Travel::before)
        .def_readonly("now", &Travel::now)
        .def_readonly("qualified", &Travel::qualified, "By what the answer is qualified, or empty.")
        .def_readonly("chance", &Travel::chance, "Whether the change is within chance.")
        .def("__repr__", [](const Travel& t) {
            return "<Travel " + std::string(to_string(t.direction)) + ": " +
                   (t.reason.empty() ? shown(t.before) + " to " + shown(t.now) : t.reason) + ">";
        });

    py::class_<Restated>(m, "Restated", "The year's target with a step or temporary lift added.")
        .def_readonly("interruption", &Restated::interruption, "Its code.")
        .def_readonly("name", &Restated::name)
        .def_readonly("lower", &Restated::lower)
        .def_readonly("upper", &Restated::upper)
        .def_readonly("at_lower", &Restated::at_lower, "The projection against `lower`.")
        .def_readonly("at_upper", &Restated::at_upper)
        .def_readonly("sentence", &Restated::sentence)
        .def("__repr__", [](const Restated& r) { return "<Restated " + r.interruption + ">"; });
    py::class_<Maintained>(m, "Maintained",
                           "A target to maintain: the plain comparison, and what the counts behind the value can show.")
        .def_readonly("edge", &Maintained::edge, "The baseline with its margin.")
        .def_readonly("within", &Maintained::within, "Whether the projected value is no worse than the edge.")
        .def_readonly("interval_95", &Maintained::interval_95)
        .def_readonly("shown", &Maintained::shown, "Whether the whole interval is no worse than the edge.")
        .def_readonly("reason", &Maintained::reason, "Why nothing can be shown, or empty.")
        .def("__repr__", [](const Maintained& x) { return "<Maintained: edge " + x.edge.to_string() + ">"; });
    py::class_<GrantAtStake>(m, "GrantAtStake", "The reward grant of a stretch target.")
        .def_readonly("grant", &GrantAtStake::grant, "None: the plan does not say how much.")
        .def_readonly("currency", &GrantAtStake::currency)
        .def_readonly("due", &GrantAtStake::due)
        .def_readonly("pays_from", &GrantAtStake::pays_from, "The value from which on it is paid.")
        .def_readonly("value", &GrantAtStake::value, "What is projected for the year in which it is decided.")
        .def_readonly("projected", &GrantAtStake::projected, "What that value would be paid.")
        .def_readonly("so_far", &GrantAtStake::so_far, "What the year's latest value would be paid (for a level).")
        .def_readonly("chance", &GrantAtStake::chance)
        .def_readonly("expected", &GrantAtStake::expected, "Mean amount of money, to the penny.")
        .def_readonly("reason", &GrantAtStake::reason, "Why there is no projected reward or no chance, or empty.")
        .def("__repr__", [](const GrantAtStake& g) { return "<GrantAtStake: due " + g.due.to_string() + ">"; });

    auto explanation =
        py::class_<Explanation>(m, "Explanation", "How an answer came about: as data, and as one sentence.");
    explanation.def_readonly("sentence", &Explanation::sentence)
        .def("__str__", [](const Explanation& e) { return e.sentence; })
        .def("__repr__", [](const Explanation& e) { return "<Explanation: " + e.sentence + ">"; });
    def_tuple(explanation, "facts", &Explanation::facts, "(name, value) in reading order.");
}

}  // namespace

void bind_assessment(py::module_& m) {
    bind_answers(m);

    auto track = py::class_<TrackAssessment>(
        m, "TrackAssessment", "What the numbers of one track mean: target, chance and direction are three answers.");
    track.def_readonly("code", &TrackAssessment::code)
        .def_readonly("name", &TrackAssessment::name)
        .def_readonly("path", &TrackAssessment::path)
        .def_readonly("target", &TrackAssessment::target, "For the year.")
        .def_readonly("end", &TrackAssessment::end, "At the deadline.")
        .def_readonly("due", &TrackAssessment::due)
        .def_readonly("projection", &TrackAssessment::projection)
        .def_readonly("projected", &TrackAssessment::projected, "The projection against the year's target.")
        .def_readonly("year_to_date", &TrackAssessment::year_to_date,
                      "The year to date against the profiled target; for a level its latest value against the path.")
        .def_readonly("profiled", &TrackAssessment::profiled, "The profiled target, unrounded.")
        .def_readonly("since_last_year", &TrackAssessment::since_last_year)
        .def_readonly("since_last_period", &TrackAssessment::since_last_period)
        .def_readonly("by_interval", &TrackAssessment::by_interval, "The year to date with its interval.")
        .def_readonly("year_on_year", &TrackAssessment::year_on_year,
                      "Of a sum: the known periods against the same periods last year.")
        .def_readonly("process", &TrackAssessment::process)
        .def_readonly("maintained", &TrackAssessment::maintained, "For a target to maintain.")
        .def_readonly("grant", &TrackAssessment::grant, "For a stretch target.")
        .def_readonly("explanation", &TrackAssessment::explanation)
        .def("__repr__", [](const TrackAssessment& t) {
            return "<TrackAssessment " + quoted(t.code) + ": " + std::string(to_string(t.projected.status)) +
                   ", chance " + shown(t.projection.chance) + ">";
        });
    def_tuple(track, "statements", &TrackAssessment::statements, "What the document itself says of the year.");
    def_tuple(track, "cautions", &TrackAssessment::cautions, "What the latest figure cannot bear.");
    def_tuple(track, "comparisons", &TrackAssessment::comparisons, "One per comparator.");
    def_tuple(track, "restated", &TrackAssessment::restated, "One per interruption since the baseline.");
    def_tuple(track, "missing", &TrackAssessment::missing, "Every field that does not exist, and why.");

    auto assessment = py::class_<Assessment>(m, "Assessment",
                                             "An indicator's assessment: its own track, and one for each component.");
    assessment.def_readonly("whole", &Assessment::whole).def("__repr__", [](const Assessment& a) {
        return "<Assessment " + quoted(a.whole.code) + ": " + std::string(to_string(a.whole.projected.status)) + ">";
    });
    def_tuple(assessment, "parts", &Assessment::parts, "One per component.");

    m.def("assess", &assess, py::arg("plan"), py::arg("indicator"), py::arg("year"), py::arg("day"), WithoutGil(),
          "Assesses an indicator for `year`, as known on `day`.");
    m.def("rate", &rate, py::arg("value"), py::arg("target"), py::arg("polarity"), py::arg("rule"),
          "Applies a status rule: `value` against `target`. Exact.");
    m.def("rate_in_band", &rate_in_band, py::arg("value"), py::arg("lower"), py::arg("upper"), py::arg("rule"),
          "The same against a band: the worse of its two edges.");
}

}  // namespace ontrack::python
