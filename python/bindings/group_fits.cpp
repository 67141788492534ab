#include <array>
#include <map>

#include <ontrack/stats/grouped_totals.hpp>
#include <ontrack/stats/total_models.hpp>

#include "bindings.hpp"
#include "total_arguments.hpp"

namespace ontrack::python {
namespace {

Doubles column_from(std::span<const double> numbers) {
    Doubles column(static_cast<py::ssize_t>(numbers.size()));
    std::ranges::copy(numbers, writable(column).begin());
    freeze(column);
    return column;
}

stats::GroupFit from_numbers(const ArrayLike& numbers) {
    return stats::group_fit(span_of(doubles("numbers", numbers)));
}

std::vector<stats::GroupFit> fit_groups(const ArrayLike& values, const std::optional<ArrayLike>& offsets,
                                        const std::optional<ArrayLike>& groups, const std::string& support,
                                        const std::string& figure, int periods_per_year, int periods_known,
                                        const std::optional<ArrayLike>& masked, int threads) {
    const TotalPanel given(values, offsets, {support, figure, periods_per_year, periods_known, masked, threads});
    std::vector<std::int32_t> places = places_of("groups", groups, given.size(), most_numbers(given.size()));
    if (!groups) {
        places.assign(static_cast<std::size_t>(given.size()), 0);
    }
    const py::gil_scoped_release unlocked;
    return stats::fit_groups(given.panel(), places, given.options());
}

stats::SharedShocks fit_shared_shocks(const ArrayLike& values, const std::optional<ArrayLike>& offsets,
                                      const std::string& model, const std::string& support, const std::string& figure,
                                      int periods_per_year, int periods_known, const std::optional<ArrayLike>& groups,
                                      std::optional<std::vector<stats::GroupFit>> fits,
                                      const std::optional<ArrayLike>& masked, int threads) {
    const TotalPanel given(values, offsets, {support, figure, periods_per_year, periods_known, masked, threads});
    stats::TotalOptions options = given.options();
    options.model = total_model_of(model);
    const std::vector<std::int64_t> numbers =
        fits ? std::vector<std::int64_t>() : whole_column_of("groups", groups, given.size());
    std::optional<Groups> known;
    if (fits) {
        known.emplace(std::move(*fits), groups, given.size());
    }
    const py::gil_scoped_release unlocked;
    if (!known) {
        known.emplace(given.panel(), numbers, options);
    }
    return stats::fit_shared_shocks(given.panel(), options, known->of_series, known->fits);
}

/// What `explain_total` returns.
struct TotalExplanation {
    stats::TotalProjection projection;
    std::array<double, 2> discounts;
};

TotalExplanation explain_total(const ArrayLike& series, const std::string& model, const std::string& support,
                               const std::string& figure, int periods_per_year, int periods_known,
                               const std::optional<stats::GroupFit>& fit, const std::optional<ArrayLike>& masked) {
    const TotalPanel given(series, std::nullopt, {support, figure, periods_per_year, periods_known, masked, 1});
    if (given.size() != 1) {
        refuse("wrong-shape", "there are " + std::to_string(given.size()) + " series", "Pass one series (1-D).");
    }
    stats::TotalOptions options = given.options();
    options.model = total_model_of(model);
    options.group = fit ? &*fit : nullptr;
    const std::span<const double> values = given.panel().values;
    return {stats::project_total(values, options), stats::learnt_discounts(values, options)};
}

void bind_explanation(py::module_& s) {
    py::class_<TotalExplanation>(s, "TotalExplanation", "How one series' law came about.")
        .def_property_readonly("law", [](const TotalExplanation& e) { return e.projection.law; })
        .def_property_readonly(
            "weights",
            [](const TotalExplanation& e) {
                std::map<std::string, double> weights;
                for (std::size_t k = 0; k < stats::combined_models.size(); ++k) {
                    weights.emplace(stats::to_string(stats::combined_models[k]), e.projection.weights[k]);
                }
                return weights;
            },
            "Of the combination's models by name; 0 where one has no answer, or another model was used.")
        .def_property_readonly(
            "known_share", [](const TotalExplanation& e) { return e.projection.known_share; },
            "Expected share of the year in the known periods.")
        .def_property_readonly(
            "annual_level", [](const TotalExplanation& e) { return e.projection.annual_level; },
            "Expected total of a year at the present level.")
        .def_property_readonly(
            "own_season", [](const TotalExplanation& e) { return e.projection.own_season; },
            "Weight of the series' own season against its group's, or equal shares.")
        .def_property_readonly(
            "discounts", [](const TotalExplanation& e) { return py::make_tuple(e.discounts[0], e.discounts[1]); },
            "Learnt per period, of the discounted and of the indexed model: 1 forgets nothing; NaN.")
        .def_property_readonly("used", [](const TotalExplanation& e) { return e.projection.used; })
        .def_property_readonly("fallback", [](const TotalExplanation& e) { return e.projection.fallback; })
        .def_property_readonly("status", [](const TotalExplanation& e) { return e.projection.status; });
    s.def("explain_total", &explain_total, py::arg("series"), py::kw_only(), py::arg("model") = "combination",
          py::arg("support") = "whole", py::arg("figure") = "sum", py::arg("periods_per_year").noconvert() = 12,
          py::arg("periods_known").noconvert(), py::arg("fit") = py::none(), py::arg("masked") = py::none(),
          R"(How the law of one series came about, with what its group lends or without: a `TotalExplanation`.

>>> from ontrack import stats
>>> how = stats.explain_total([30, 31, 29, 30] * 3 + [31, 30], periods_per_year=4, periods_known=2)
>>> round(sum(how.weights.values()), 9), how.weights["indexed_gamma_poisson"], round(how.known_share, 2)
(1.0, 0.0, 0.5))");
}

}  // namespace

void bind_group_fits(py::module_& s) {
    using stats::GroupFit;
    py::class_<GroupFit>(
        s, "GroupFit",
        "What series that are alike lend each other, learnt on one day: `GroupFit(numbers)` reads back "
        "what `numbers()` wrote, bit for bit; it can be pickled.")
        .def(py::init(&from_numbers), py::arg("numbers"))
        .def(
            "numbers", [](const GroupFit& fit) { return column_from(fit.numbers()); },
            "All of it as one column of doubles, to be saved.")
        .def_readonly("periods_per_year", &GroupFit::periods_per_year)
        .def_readonly("periods_known", &GroupFit::periods_known)
        .def_readonly("series", &GroupFit::series, "How many it was learnt from.")
        .def_readonly("past_errors", &GroupFit::past_errors, "How many projections of past years taught the weights.")
        .def_readonly("width", &GroupFit::width, "What the combination's variance beyond chance is multiplied by.")
        .def_readonly("dispersion", &GroupFit::dispersion, "Variance of chance over its mean.")
        .def_property_readonly(
            "shares", [](const GroupFit& fit) { return column_from(fit.shares); }, "Of the year, per period.")
        .def_property_readonly(
            "index", [](const GroupFit& fit) { return column_from(fit.index); },
            "The group's own course, to the year's end.")
        .def_property_readonly(
            "discounts", [](const GroupFit& fit) { return column_from(fit.discounts); },
            "Mean log-likelihood of each discount: of the discounted model, then of the indexed.")
        .def_property_readonly(
            "weights", [](const GroupFit& fit) { return column_from(fit.weights); },
            "Of gamma_poisson, discounted_gamma_poisson, indexed_gamma_poisson, dynamic_theta and "
            "root_smoothing; empty where no past year was learnt from.")
        .def(
            "__eq__", [](const GroupFit& a, const GroupFit& b) { return a.numbers() == b.numbers(); },
            py::is_operator())
        .def(py::pickle([](const GroupFit& fit) { return column_from(fit.numbers()); },
                        [](const Doubles& numbers) { return stats::group_fit(span_of(numbers)); }))
        .def("__repr__", [](const GroupFit& fit) {
            return "<GroupFit: " + shown(fit.series) + " series, " + shown(fit.past_errors) + " past errors, width " +
                   shown(fit.width) + ", dispersion " + shown(fit.dispersion) + ">";
        });
    s.def(
        "fit_groups", &fit_groups, py::arg("values"), py::arg("offsets") = py::none(), py::kw_only(),
        py::arg("groups") = py::none(), py::arg("support") = "whole", py::arg("figure") = "sum",
        py::arg("periods_per_year").noconvert() = 12, py::arg("periods_known").noconvert(),
        py::arg("masked") = py::none(), py::arg("threads").noconvert() = 1,
        R"(A `GroupFit` for each group number from 0 to the highest, of the series that have it; all are of group 0 without
`groups`, those below 0 of none. The other arguments are those of `project_totals`, which takes the result as `fits`.

>>> from ontrack import stats
>>> years = [[30, 31, 29, 30] * 3 + [31, 30], [60, 64, 61, 59] * 3 + [58, 62]]
>>> fits = stats.fit_groups(years, periods_per_year=4, periods_known=2)
>>> alone = stats.project_totals(years[:1], fits=fits, periods_per_year=4, periods_known=2)
>>> together = stats.project_totals(years, fits=fits, periods_per_year=4, periods_known=2)
>>> bool(alone.mean[0] == together.mean[0]), stats.GroupFit(fits[0].numbers()) == fits[0]
(True, True))");

    py::class_<stats::SharedShocks>(s, "SharedShocks",
                                    "How far series miss their projections together: correlations beyond chance.")
        .def(py::init([](double within, double between, double past_years) {
                 if (!(between >= 0.0 && between <= within && within <= 1.0)) {
                     refuse("wrong-correlation", "between and within are no correlations",
                            "Pass numbers from 0 to 1, between not above within.");
                 }
                 return stats::SharedShocks{within, between, past_years};
             }),
             py::arg("within") = stats::SharedShocks{}.within, py::arg("between") = stats::SharedShocks{}.between,
             py::arg("past_years") = 0.0)
        .def_readonly("within", &stats::SharedShocks::within, "Of two series of one group.")
        .def_readonly("between", &stats::SharedShocks::between, "Of two series of different groups, or of none.")
        .def_readonly("past_years", &stats::SharedShocks::past_years, "That they were learnt from.")
        .def("__repr__", [](const stats::SharedShocks& shocks) {
            return "<SharedShocks: within " + shown(shocks.within) + ", between " + shown(shocks.between) + ">";
        });
    s.def(
        "fit_shared_shocks", &fit_shared_shocks, py::arg("values"), py::arg("offsets") = py::none(), py::kw_only(),
        py::arg("model") = "combination", py::arg("support") = "whole", py::arg("figure") = "sum",
        py::arg("periods_per_year").noconvert() = 12, py::arg("periods_known").noconvert(),
        py::arg("groups") = py::none(), py::arg("fits") = py::none(), py::arg("masked") = py::none(),
        py::arg("threads").noconvert() = 1,
        R"(What series share, learnt from up to six past years at the same point of the year: `SharedShocks` for `add_totals`.
The arguments are those of `project_totals`.

>>> from ontrack import stats
>>> years = [[30, 31, 29, 30] * 3 + [31, 30], [60, 64, 61, 59] * 3 + [58, 62]]
>>> shocks = stats.fit_shared_shocks(years, groups=[0, 0], periods_per_year=4, periods_known=2)
>>> shocks.past_years, 0 <= shocks.between <= shocks.within <= 1
(2.0, True))");
    bind_explanation(s);
}

}  // namespace ontrack::python
