#include <ontrack/plan/phrase.hpp>
#include <ontrack/plan/plan.hpp>
#include <ontrack/plan/reward.hpp>

#include "bindings.hpp"

namespace ontrack::python {
namespace {

template <class T>
py::class_<T> bind_rule(py::module_& m, const char* name, const char* doc) {
    auto binding = py::class_<T>(m, name, doc);
    binding.def("__str__", [](const T& rule) { return std::string(to_string(TargetRule(rule))); });
    binding.def("__repr__", [name](const T&) { return "<" + std::string(name) + ">"; });
    return binding;
}

void bind_old_rules(py::module_& m) {
    py::native_enum<AnnualChange>(m, "AnnualChange", "enum.Enum", "What so many per cent a year are taken of.")
        .value("compound", AnnualChange::compound)
        .value("simple", AnnualChange::simple)
        .value("rounded_each_year", AnnualChange::rounded_each_year)
        .finalize();
    bind_rule<PercentPerAnnum>(m, "PercentPerAnnum",
                               "Change by `change` a year on the baseline, for `years` years, by a convention: "
                               "compound, simple or rounded each year.")
        .def_readonly("change", &PercentPerAnnum::change)
        .def_readonly("years", &PercentPerAnnum::years)
        .def_readonly("convention", &PercentPerAnnum::convention);
    bind_rule<PercentByDate>(m, "PercentByDate",
                             "Change by `change` of the baseline by `due`, on a straight line; without `due` the value "
                             "holds for every year.")
        .def_readonly("change", &PercentByDate::change)
        .def_readonly("due", &PercentByDate::due);
    bind_rule<AbsoluteTarget>(m, "AbsoluteTarget", "The value itself, for every year up to `due`.")
        .def_readonly("value", &AbsoluteTarget::value)
        .def_readonly("due", &AbsoluteTarget::due);
    bind_rule<LinearTo>(m, "LinearTo", "A straight line from the baseline to `value` at `due`.")
        .def_readonly("value", &LinearTo::value)
        .def_readonly("due", &LinearTo::due);
    bind_rule<Floor>(m, "Floor", "A level that must never be below the value.")
        .def_readonly("value", &Floor::value)
        .def_readonly("change", &Floor::change)
        .def_readonly("due", &Floor::due);
    bind_rule<Ceiling>(m, "Ceiling", "A level that must never be above the value.")
        .def_readonly("value", &Ceiling::value)
        .def_readonly("change", &Ceiling::change)
        .def_readonly("due", &Ceiling::due);
    bind_rule<MilestoneBy>(m, "MilestoneBy", "Done by the day.").def_readonly("due", &MilestoneBy::due);
}

void bind_more_rules(py::module_& m) {
    bind_rule<PointsByDate>(m, "PointsByDate",
                            "Change by `points` percentage points on the baseline by `due`, on a straight line; "
                            "without `due` for every year.")
        .def_readonly("points", &PointsByDate::points)
        .def_readonly("due", &PointsByDate::due);
    py::class_<Step>(m, "Step", "One value of a stepped target, and the last day on which it holds.")
        .def_readonly("by", &Step::by)
        .def_readonly("value", &Step::value)
        .def("__repr__",
             [](const Step& s) { return "<Step " + s.value.to_string() + " by " + s.by.to_string() + ">"; });
    auto stepped = bind_rule<Stepped>(m, "Stepped", "Values that take turns: each holds to its own day.");
    def_tuple(stepped, "steps", &Stepped::steps, "In order of their days.");
    bind_rule<Band>(m, "Band", "Never below `lower` and never above `upper`.")
        .def_readonly("lower", &Band::lower)
        .def_readonly("upper", &Band::upper)
        .def_readonly("due", &Band::due);
    bind_rule<Maintain>(m, "Maintain", "At least as good as the baseline, within a margin.")
        .def_readonly("margin", &Maintain::margin)
        .def_readonly("margin_percent", &Maintain::margin_percent, "In per cent of the baseline.")
        .def_readonly("due", &Maintain::due);
    bind_rule<CloseGap>(m, "CloseGap", "Close `share` of the gap between the baseline and a comparator.")
        .def_readonly("share", &CloseGap::share)
        .def_readonly("comparator", &CloseGap::comparator, "Its code.")
        .def_readonly("due", &CloseGap::due);
    bind_rule<MeasurableChange>(m, "MeasurableChange", "The least change from the baseline that two samples can show.")
        .def_readonly("sample", &MeasurableChange::sample)
        .def_readonly("confidence", &MeasurableChange::confidence)
        .def_readonly("design_effect", &MeasurableChange::design_effect)
        .def_readonly("due", &MeasurableChange::due);
    bind_rule<Stretch>(m, "Stretch", "A stretch target with a reward grant.")
        .def(py::init([](const Decimal& without, const Decimal& value, const Date& due, const Percent& threshold,
                         const Percent& cap, const std::optional<Decimal>& grant, const std::string& currency) {
                 return Stretch{without, value, due, threshold, cap, grant, currency};
             }),
             py::arg("without"), py::arg("value"), py::arg("due"),
             py::arg_v("threshold", Percent(Decimal(60)), "Percent(60)"),
             py::arg_v("cap", Percent(Decimal(100)), "Percent(100)"), py::arg("grant") = py::none(),
             py::arg("currency") = "GBP")
        .def_readonly("without", &Stretch::without, "What is expected without the agreement.")
        .def_readonly("value", &Stretch::value)
        .def_readonly("due", &Stretch::due)
        .def_readonly("threshold", &Stretch::threshold)
        .def_readonly("cap", &Stretch::cap)
        .def_readonly("grant", &Stretch::grant, "None: the plan does not say how much.")
        .def_readonly("currency", &Stretch::currency);
    bind_rule<NotStated>(m, "NotStated", "There is a target, and the document does not say what it is.")
        .def_readonly("note", &NotStated::note)
        .def_readonly("reward_grant", &NotStated::reward_grant, "Whether a reward grant hangs on it.");
    bind_rule<NotSet>(m, "NotSet", "Not set yet: nothing is rated against it.")
        .def_readonly("note", &NotSet::note)
        .def_readonly("expected", &NotSet::expected, "When it is to be set.");
}

void bind_reward(py::module_& m) {
    py::class_<Reward>(m, "Reward", "What a stretch target pays for a value.")
        .def_readonly("share", &Reward::share, "Of the way from `without` to the stretch target.")
        .def_readonly("pays", &Reward::pays, "The share has reached the threshold; decided exactly.")
        .def_readonly("paid", &Reward::paid, "Of the grant.")
        .def_readonly("amount", &Reward::amount, "Of money, not rounded; None where the plan states no grant.")
        .def("__repr__", [](const Reward& r) {
            return "<Reward: " + r.share.value.to_string() + " % of the way, " + r.paid.value.to_string() +
                   " % of the grant>";
        });
    m.def("reward_for", &reward_for, py::arg("rule"), py::arg("value"),
          "What a stretch target pays for ending at `value`: 48.8 on the way from 44 to 52 is exactly 60 % and pays.");
    m.def("first_value_paid", &first_value_paid, py::arg("rule"), "The value from which on the grant is paid.");
}

void bind_phrase(py::module_& m) {
    py::class_<PhraseValue>(m, "PhraseValue", "A value on the path of a reading.")
        .def_readonly("when", &PhraseValue::when, "`2018-19`, `year 2` or `by 31 March 2019`.")
        .def_readonly("unrounded", &PhraseValue::unrounded)
        .def_readonly("exact", &PhraseValue::exact)
        .def_readonly("rounded", &PhraseValue::rounded)
        .def("__repr__",
             [](const PhraseValue& v) { return "<PhraseValue " + v.when + ": " + v.rounded.to_string() + ">"; });
    auto reading = py::class_<PhraseReading>(m, "PhraseReading", "One meaning of a phrase, with its numbers.");
    reading.def_readonly("rule", &PhraseReading::rule)
        .def_readonly("words", &PhraseReading::words, "What sets this reading apart.")
        .def("__repr__", [](const PhraseReading& r) { return "<PhraseReading: " + r.words + ">"; });
    def_tuple(reading, "values", &PhraseReading::values, "Empty where the baseline is not known.");
    m.def(
        "parse_target_phrase",
        [](std::string_view phrase, const std::optional<Decimal>& baseline, const std::optional<Period>& period,
           const std::optional<Polarity>& polarity, const std::optional<bool>& in_percent, YearStart year_start,
           int decimals) {
            return parse_target_phrase(phrase, {baseline, period, polarity, in_percent, year_start, decimals});
        },
        py::arg("phrase"), py::arg("baseline") = py::none(), py::arg("baseline_period") = py::none(),
        py::arg("polarity") = py::none(), py::arg("in_percent") = py::none(),
        py::arg_v("year_start", YearStart(), "YearStart()"), py::arg("decimals") = 0,
        "Every reading of a phrase that states a target, such as `reduce by 5 % per annum for three years`, each with "
        "its numbers. Raises PlanError for a phrase that cannot be read.");
}

}  // namespace

void bind_targets(py::module_& m) {
    bind_old_rules(m);
    bind_more_rules(m);
    bind_reward(m);
    bind_phrase(m);

    py::class_<Target>(m, "Target", "What was promised, and how its values are rounded for comparing and printing.")
        .def_readonly("rule", &Target::rule)
        .def_readonly("decimals", &Target::decimals, "Places of the rounded target.")
        .def_readonly("rounding", &Target::rounding)
        .def_readonly("where", &Target::where)
        .def("__repr__", [](const Target& t) { return "<Target: " + std::string(to_string(t.rule)) + ">"; });

    py::native_enum<Profile>(m, "Profile", "enum.Enum", "How a year's target is spread over its periods.")
        .value("flat", Profile::flat)
        .value("days", Profile::days)
        .value("working_days", Profile::working_days)
        .value("past_years", Profile::past_years)
        .finalize();
}

}  // namespace ontrack::python
