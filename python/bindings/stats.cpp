#include <limits>

#include <ontrack/stats/intervals.hpp>
#include <ontrack/stats/outturn.hpp>

#include "arrays.hpp"
#include "bindings.hpp"

namespace ontrack::python {
namespace {

stats::CountProjection project_count(const std::vector<double>& current, const std::vector<double>& past,
                                     const std::vector<double>& covered, const std::vector<double>& shares,
                                     std::optional<double> prior_total, int prior_age, int periods_per_year) {
    check_periods_per_year(periods_per_year);
    const auto periods = static_cast<std::size_t>(periods_per_year);
    const auto check = [](bool fits, const char* name, const std::vector<double>& values, const std::string& remedy) {
        if (!fits) {
            refuse("wrong-shape", std::string(name) + " holds " + std::to_string(values.size()) + " numbers", remedy);
        }
    };
    check(current.size() <= periods, "current", current, "Pass at most one year; what is before it goes into `past`.");
    check(past.size() % periods == 0, "past", past, "Pass whole years, NaN where a period is missing.");
    check(covered.empty() || covered.size() == current.size(), "covered", covered, "Pass one for each of `current`.");
    check(shares.empty() || shares.size() == periods, "shares", shares, "Pass one for each period of a year.");
    return stats::project_count({.past = past,
                                 .current = current,
                                 .covered = covered,
                                 .shares = shares,
                                 .prior_total = prior_total.value_or(std::numeric_limits<double>::quiet_NaN()),
                                 .prior_age = prior_age,
                                 .periods_per_year = periods_per_year});
}

void bind_project_count(py::module_& m) {
    using stats::CountLaw;
    py::class_<CountLaw>(
        m, "CountLaw",
        "The law of a year's total: `known` + X, where X is negative binomial with this mean and shape "
        "(infinity: Poisson).")
        .def(py::init([](double known, double mean, double shape) { return CountLaw{known, mean, shape}; }),
             py::arg("known"), py::arg("remaining_mean"), py::arg("remaining_shape"))
        .def_readonly("known", &CountLaw::known)
        .def_readonly("remaining_mean", &CountLaw::remaining_mean)
        .def_readonly("remaining_shape", &CountLaw::remaining_shape)
        .def_property_readonly("mean", &CountLaw::mean)
        .def_property_readonly("variance", &CountLaw::variance)
        .def("cdf", &CountLaw::cdf, py::arg("x"), "P(total ≤ x)")
        .def("quantile", &CountLaw::quantile, py::arg("p"), "The smallest whole total t with P(total ≤ t) ≥ p.")
        .def("__repr__", [](const CountLaw& law) {
            return "CountLaw(known=" + shown(law.known) + ", remaining_mean=" + shown(law.remaining_mean) +
                   ", remaining_shape=" + shown(law.remaining_shape) + ")";
        });

    py::class_<stats::CountProjection>(m, "CountProjection", "What `project_count` found for one year.")
        .def_readonly("law", &stats::CountProjection::law)
        .def_readonly("known_share", &stats::CountProjection::known_share,
                      "Expected share of the year in the known periods.")
        .def_readonly("annual_level", &stats::CountProjection::annual_level,
                      "Posterior mean of the year's expected total.")
        .def_readonly("excess_cv", &stats::CountProjection::excess_cv,
                      "Coefficient of variation of the remaining total beyond Poisson and level uncertainty.")
        .def_readonly("status", &stats::CountProjection::status)
        .def("__repr__", [](const stats::CountProjection& p) {
            return "<CountProjection: mean " + shown(p.law.mean()) + ", status " + std::string(to_string(p.status)) +
                   ">";
        });

    m.def("project_count", &project_count, py::arg("current"), py::arg("past") = std::vector<double>(), py::kw_only(),
          py::arg("covered") = std::vector<double>(), py::arg("shares") = std::vector<double>(),
          py::arg("prior_total") = py::none(), py::arg("prior_age").noconvert() = 1,
          py::arg("periods_per_year").noconvert() = 12,
          R"(Projects one year's total; `ontrack.project` does it for many, and names the model.

current: this year's periods so far, NaN = missing (its remaining share is projected).
past: whole past years, oldest first, NaN = missing.
covered: part of each current period that its value covers, 0 to 1; empty = all of it.
shares: share of the year in each period, positive, any sum; empty learns them.
prior_total, prior_age: an earlier year's total that is known without its periods, and how many years ago that was.

>>> from ontrack import stats
>>> found = stats.project_count([11, 9, 12, 10, 13, 11], [12, 10, 11, 14, 9, 13, 12, 15, 10, 11, 13, 12])
>>> round(found.law.mean, 1), found.law.quantile(0.5)
(134.0, 133.0))");
}

}  // namespace

void bind_stats(py::module_& m) {
    py::module_ s = m.def_submodule("stats", "Numbers in, numbers out: knows no indicator and no date.");

    py::native_enum<stats::Status>(s, "Status", "enum.IntEnum", "Why a series has a result, or has none.")
        .value("ok", stats::Status::ok)
        .value("too_few_points", stats::Status::too_few_points)
        .value("not_finite", stats::Status::not_finite)
        .value("negative_value", stats::Status::negative_value)
        .value("not_a_count", stats::Status::not_a_count)
        .value("no_target", stats::Status::no_target)
        .value("missing_value", stats::Status::missing_value)
        .value("no_denominator", stats::Status::no_denominator)
        .value("above_denominator", stats::Status::above_denominator)
        .value("limit_undefined", stats::Status::limit_undefined)
        .value("value_undefined", stats::Status::value_undefined)
        .value("too_few_events", stats::Status::too_few_events)
        .value("not_positive", stats::Status::not_positive)
        .value("no_variation", stats::Status::no_variation)
        .value("invalid_option", stats::Status::invalid_option)
        .value("collinear", stats::Status::collinear)
        .value("separated", stats::Status::separated)
        .value("not_converged", stats::Status::not_converged)
        .finalize();
    s.def("reason", &stats::reason, py::arg("status"), R"(One plain sentence with the remedy.

>>> from ontrack import stats
>>> stats.reason(stats.Status.no_denominator)
'The base, exposure or expected number is zero: leave the element out.')");

    bind_quantiles(s);
    py::class_<stats::Limits>(s, "Limits", "Both ends of an interval.")
        .def_readonly("lower", &stats::Limits::lower)
        .def_readonly("upper", &stats::Limits::upper)
        .def("__iter__", [](const stats::Limits& l) { return ends(l.lower, l.upper); })
        .def("__repr__",
             [](const stats::Limits& l) { return "<Limits " + shown(l.lower) + " to " + shown(l.upper) + ">"; });
    s.def("wilson", &stats::wilson, py::arg("x"), py::arg("n"), py::arg("confidence"),
          R"(Wilson's (1927) score interval for x successes of n, as fractions; `estimate_proportion` has it for arrays.

NaN unless 0 ≤ x ≤ n, n > 0 and 0 < confidence < 1.

>>> from ontrack import stats
>>> stats.wilson(15, 148, 0.95)
<Limits 0.0623864 to 0.160487>)");
    s.def("wilson_confidence_at_least", &stats::wilson_confidence_at_least, py::arg("x"), py::arg("n"), py::arg("p0"),
          R"(The confidence that the true share is at least p0, by the score test that Wilson's interval inverts.

Φ((x/n − p0)/√(p0(1 − p0)/n)), 0 to 1; NaN unless 0 ≤ x ≤ n and n > 0.

>>> from ontrack import stats
>>> round(stats.wilson_confidence_at_least(13, 20, 0.5), 4)
0.9101)");

    bind_estimates(s);
    bind_intervals(s);
    bind_strata(s);
    bind_comparisons(s);
    bind_run_charts(s);
    bind_control_charts(s);
    bind_trends(s);
    bind_recent_trends(s);
    bind_random_numbers(s);
    bind_regression(s);
    bind_benchmarks(s);
    bind_funnels(s);
    bind_comparison_conventions(s);
    bind_rankings(s);
    bind_two_counts(s);
    bind_before_after(s);

    bind_project_count(s);
    bind_totals(s);
    bind_year_ratios(s);
    bind_consequences(s);
    bind_outturns(m);
    bind_scores(m);
}

}  // namespace ontrack::python
