#include <ontrack/stats/comparison_conventions.hpp>

#include "bindings.hpp"
#include "funnels.hpp"

namespace ontrack::python {
namespace {

using stats::Dispersion;
using stats::FunnelConvention;
using stats::IntervalConvention;

struct Disagreement {
    std::string first, second;
    std::size_t point;
    stats::Comparison by_first, by_second;
};

template <typename Convention>
py::typing::Dict<std::string, std::string> editions(std::span<const Convention> known) {
    py::typing::Dict<std::string, std::string> result;
    for (const Convention& each : known) {
        result[py::str(std::string(each.name))] = std::string(each.edition);
    }
    return result;
}

/// The conventions of these names, or all that are known.
template <typename Convention, typename Find>
std::vector<Convention> chosen(const std::optional<std::vector<std::string>>& names, std::span<const Convention> known,
                               Find find) {
    if (!names) {
        return {known.begin(), known.end()};
    }
    std::vector<Convention> result;
    for (const std::string& name : *names) {
        result.push_back(find(name));
    }
    return result;
}

template <typename Convention>
py::typing::List<Disagreement> named(const std::vector<stats::ComparisonDisagreement>& found,
                                     const std::vector<Convention>& conventions) {
    py::list result;
    for (const auto& each : found) {
        result.append(Disagreement{std::string(conventions[each.first].name),
                                   std::string(conventions[each.second].name), each.point, each.by_first,
                                   each.by_second});
    }
    return result;
}

Dispersion dispersion(const ArrayLike& z_argument, const ArrayLike& error_argument, stats::Trimming method,
                      double share) {
    const auto [z, error] = two_columns("z", z_argument, "standard_error", error_argument);
    return stats::estimate_dispersion(span_of(z), span_of(error), {method, share});
}

}  // namespace

void bind_dispersion(py::module_& s) {
    py::class_<Dispersion>(s, "Dispersion", "How much more areas differ than chance makes them.")
        .def_readonly("ratio", &Dispersion::ratio, "φ = Σ z²/I of the I trimmed z-scores: 1 for chance alone.")
        .def_readonly("between_variance", &Dispersion::between_variance, "τ², on the scale of the standard errors.")
        .def_readonly("points", &Dispersion::points, "I.")
        .def_readonly("status", &Dispersion::status)
        .def("__repr__", [](const Dispersion& d) {
            return "<Dispersion: ratio " + shown(d.ratio) + ", between variance " + shown(d.between_variance) + ">";
        });
    const auto method = py::arg("method") = stats::Trimming::winsorise;
    const auto share = py::arg("share") = 0.1;
    s.def("estimate_dispersion", &dispersion, py::arg("z"), py::arg("standard_error"), py::kw_only(), method, share,
          R"(φ = Σ z²/I and τ² = (I·φ − (I − 1))/(Σ w − Σ w²/Σ w), w = 1/s², at least 0, of the trimmed z-scores.

DerSimonian and Laird (1986) as in Spiegelhalter (2005). z, standard_error: one column each (1-D), NaN left out. method: a
`Trimming`. share: at each end, below one half.

>>> from ontrack import stats
>>> stats.estimate_dispersion([-2, 2, -2, 2], 1, method=stats.Trimming.none)
<Dispersion: ratio 4, between variance 4.33333>)");
    s.def(
        "trim_scores",
        [](const ArrayLike& argument, stats::Trimming method_, double share_) {
            const Doubles z = doubles("z", argument);
            Doubles result(std::vector<py::ssize_t>(z.shape(), z.shape() + z.ndim()));
            stats::trim_scores_into(span_of(z), {method_, share_}, writable(result));
            return result;
        },
        py::arg("z"), py::kw_only(), method, share,
        R"(z-scores after trimming, in their places; NaN where one is left out. Arguments as `estimate_dispersion`.

>>> from ontrack import stats
>>> stats.trim_scores([0, 1, 2, 3, 14], share=0.25).tolist()
[1.0, 1.0, 2.0, 3.0, 3.0])");
}

void bind_comparison_conventions(py::module_& s) {
    py::class_<FunnelConvention>(s, "FunnelConvention", "How one package or guide draws and judges a funnel.")
        .def_property_readonly("name", [](const FunnelConvention& c) { return std::string(c.name); })
        .def_property_readonly("edition", [](const FunnelConvention& c) { return std::string(c.edition); })
        .def_readonly("proportion", &FunnelConvention::proportion, "`FunnelOptions`.")
        .def_readonly("rate", &FunnelConvention::rate)
        .def_readonly("ratio", &FunnelConvention::ratio)
        .def("__repr__",
             [](const FunnelConvention& c) { return "<FunnelConvention " + quoted(std::string(c.name)) + ">"; });
    py::class_<Disagreement>(s, "ComparisonDisagreement", "A point that two conventions put into different classes.")
        .def_readonly("first", &Disagreement::first, "Name of the convention.")
        .def_readonly("second", &Disagreement::second)
        .def_readonly("point", &Disagreement::point, "From 0.")
        .def_readonly("by_first", &Disagreement::by_first, "A `Comparison`.")
        .def_readonly("by_second", &Disagreement::by_second)
        .def("__repr__", [](const Disagreement& d) {
            return "<ComparisonDisagreement at " + std::to_string(d.point) + ": " + d.first + " " +
                   std::string(to_string(d.by_first)) + ", " + d.second + " " + std::string(to_string(d.by_second)) +
                   ">";
        });
    s.def(
        "funnel_conventions", [] { return editions(stats::funnel_conventions()); },
        R"(The conventions of funnels that are known: name → edition.

>>> from ontrack import stats
>>> "fingertips" in stats.funnel_conventions()
True)");
    s.def(
        "funnel_convention", [](const std::string& name) { return stats::funnel_convention(name); }, py::arg("name"),
        R"(A known convention of funnels, by its name; DataError lists the names.

>>> from ontrack import stats
>>> stats.funnel_convention("phe-indicator-methods").rate.limits.name
'exact')");
    s.def(
        "interval_conventions", [] { return editions(stats::interval_conventions()); },
        R"(The intervals that a comparison with a benchmark can be made by: name → edition.

>>> from ontrack import stats
>>> "wilson" in stats.interval_conventions()
True)");
    const auto x = py::arg("x"), n = py::arg("n");
    const auto conventions = py::arg("conventions") = py::none();
    s.def(
        "funnel_conventions_that_disagree",
        [](const ArrayLike& x_argument, const ArrayLike& n_argument, stats::FunnelStatistic statistic,
           const std::optional<std::vector<std::string>>& names) {
            const auto [events, base] = two_columns("x", x_argument, "n", n_argument);
            const auto compared = chosen(names, stats::funnel_conventions(), stats::funnel_convention);
            return named(stats::funnel_conventions_that_disagree(span_of(events), span_of(base), statistic, compared),
                         compared);
        },
        x, n, py::arg("statistic"), py::kw_only(), conventions,
        R"(Where funnels of these points, drawn by several conventions, put a point into different classes.

A list by pair of conventions, then by point. x, n: as `funnel`. conventions: names; None for all that are known.

>>> from ontrack import stats
>>> by = "phe-indicator-methods", "funnelplotr-cqc"
>>> stats.funnel_conventions_that_disagree([10, 20, 60], [200] * 3, stats.FunnelStatistic.rate, conventions=by)[0].point
0)");
    s.def(
        "interval_conventions_that_disagree",
        [](const ArrayLike& x_argument, const ArrayLike& n_argument, double benchmark,
           const std::optional<std::vector<std::string>>& names, stats::Better better, double confidence,
           std::optional<double> outer) {
            const auto [events, base] = two_columns("x", x_argument, "n", n_argument);
            const auto compared = chosen(names, stats::interval_conventions(), stats::interval_convention);
            return named(stats::interval_conventions_that_disagree(span_of(events), span_of(base), benchmark,
                                                                   {better, confidence, outer.value_or(0.0)}, compared),
                         compared);
        },
        x, n, py::arg("benchmark"), py::kw_only(), conventions, py::arg("better") = stats::Better::neither,
        py::arg("confidence") = 0.95, py::arg("outer_confidence") = py::none(),
        R"(Where the intervals of x/n by several conventions stand differently to a benchmark in the same unit.

As `funnel_conventions_that_disagree`; by single overlap at the levels of `compare_proportion`.

>>> from ontrack import stats
>>> stats.interval_conventions_that_disagree([3], [20], 0.35, conventions=["wilson", "clopper-pearson"])
[])");
}

}  // namespace ontrack::python
