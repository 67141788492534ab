#include <ontrack/review/movement.hpp>

#include "bindings.hpp"

namespace ontrack::python {

void bind_review(py::module_& m) {
    py::class_<IndicatorReview>(m, "IndicatorReview", "One indicator's results.")
        .def_readonly("assessment", &IndicatorReview::assessment)
        .def_readonly("risk", &IndicatorReview::risk)
        .def("__repr__", [](const IndicatorReview& i) {
            const TrackAssessment& whole = i.assessment.whole;
            return "<IndicatorReview " + quoted(whole.code) + ": " + std::string(to_words(whole.projected.status)) +
                   ", chance " + shown(whole.projection.chance) + ">";
        });

    auto binding = py::class_<Review>(m, "Review", "A whole run; see `review`. A notebook shows it as a report.");
    binding.def_readonly("plan", &Review::plan, "The plan as it could be known on `day`.")
        .def_readonly("as_at", &Review::as_at, "As asked for.")
        .def_readonly("day", &Review::day, "Nothing later was looked at.")
        .def_readonly("year", &Review::year, "The year that was assessed: the one that holds `day`.")
        .def(
            "__getitem__",
            [](const Review& r, const std::string& code) -> const IndicatorReview& {
                for (const IndicatorReview& one : r.indicators) {
                    if (one.assessment.whole.code == code) {
                        return one;
                    }
                }
                throw py::key_error(code);
            },
            py::arg("code"), py::return_value_policy::reference_internal,
            "The results of the indicator with this code.")
        .def("__repr__", [](const Review& r) {
            return "<Review of " + quoted(r.plan.name) + " as at " + r.day.to_string() + ": " +
                   std::to_string(r.indicators.size()) + " indicators>";
        });
    binding.def_readonly("movement_since", &Review::movement_since,
                         "The day of the earlier review, where one was compared with.");
    def_tuple(binding, "contradictions", &Review::contradictions, "Statements of the plan that cannot both be right.");
    def_tuple(binding, "roll_ups", &Review::roll_ups, "One per theme with a target, then the whole plan.");
    def_tuple(binding, "actions", &Review::actions, "A `Rated` for each of `plan.actions`.");
    def_tuple(binding, "budget", &Review::budget, "A `BudgetPosition` for each of `plan.budget`.");
    def_tuple(binding, "movements", &Review::movements, "In the order of the indicators; those gone come last.");
    def_tuple(binding, "indicators", &Review::indicators, "In the order of `plan.indicators`.");
    def_tuple(binding, "risks", &Review::risks,
              "The table of risks: that of every indicator with a target or a judgement, then the register's.");

    m.def("review", &review, py::arg("plan"), py::arg("as_at") = py::none(), WithoutGil(),
          "Reviews a plan as it could be known at the end of a period. Without `as_at` everything the plan holds "
          "counts.");
    m.def(
        "review",
        [](const Plan& plan, std::string_view as_at) { return review(plan, parse_period(as_at, plan.year_start)); },
        py::arg("plan"), py::arg("as_at"), WithoutGil(),
        "The same, with the period as a label: `2017-18 Q2`. Raises CalendarError.");
    m.def(
        "with_movement", &with_movement, py::arg("now"), py::arg("before"), WithoutGil(),
        "The review with `movements`: what became of each indicator since `before`, a review of the same plan as at an "
        "earlier period or of an earlier plan.");
    m.def("exceptions_of", &exceptions_of, py::arg("review"), WithoutGil(),
          "Only the indicators that are close to or off target, with their risks and the highest of the register.");
}

}  // namespace ontrack::python
