#include "year_ratios.hpp"

#include <ontrack/stats/ratio_models.hpp>
#include <ontrack/stats/survey_year.hpp>

#include "bindings.hpp"
#include "panels.hpp"

namespace ontrack::python {
namespace {

using Ratios = YearFigures<stats::RatioLaw>;
using Surveys = YearFigures<stats::SurveyLaw>;

stats::RatioModel ratio_model_of(const std::string& name) {
    if (const auto model = stats::ratio_model(name)) {
        return *model;
    }
    refuse("unknown-model", "there is no model " + name, "Pass \"beta_binomial\" or \"gamma_poisson\".");
}

/// Rows of what is to come, one column for each period left.
Doubles coming_of(const ArrayLike& argument, py::ssize_t series, py::ssize_t periods) {
    const Doubles table = doubles("coming", argument);
    if (table.ndim() == 1 && table.size() == periods) {
        return Doubles::ensure(
            py::module_::import("numpy").attr("broadcast_to")(table, py::make_tuple(series, periods)));
    }
    if (table.ndim() != 2 || table.shape(0) != series || table.shape(1) != periods) {
        refuse("wrong-shape", "coming has the shape " + shape_of(table),
               "Pass one row for each series with a denominator for each period of the year that is left.");
    }
    return table;
}

Ratios project_ratios(const ArrayLike& numerators, const ArrayLike& denominators,
                      const std::optional<ArrayLike>& offsets, const std::string& model, int periods_per_year,
                      int periods_known, const std::optional<ArrayLike>& coming,
                      const std::optional<ArrayLike>& targets, const std::optional<ArrayLike>& probabilities,
                      const std::optional<ArrayLike>& groups, const std::optional<ArrayLike>& masked, int threads) {
    const SeriesArray panel("numerators", numerators, offsets);
    const Doubles below = panel.like("denominators", denominators);
    check_periods(periods_per_year, periods_known);
    const std::optional<Doubles> aims = one_each("targets", targets, panel.size());
    std::optional<Doubles> wanted;
    if (probabilities) wanted = doubles("probabilities", *probabilities);
    std::optional<Doubles> ahead;
    if (coming) ahead = coming_of(*coming, panel.size(), periods_per_year - periods_known);
    const std::vector<std::uint8_t> flags = flags_of("masked", masked);
    const Alike alike(groups, panel.size());
    const stats::RatioOptions options{.model = ratio_model_of(model),
                                      .periods_per_year = periods_per_year,
                                      .periods_known = periods_known,
                                      .masked = flags,
                                      .threads = checked_threads(threads)};
    Ratios out(panel.size(), aims.has_value(), wanted);
    const stats::RatioColumns columns{.mean = writable(out.mean),
                                      .variance = writable(out.variance),
                                      .probability_at_most = writable_or_none(out.probability_at_most),
                                      .probability_at_least = writable_or_none(out.probability_at_least),
                                      .quantiles = writable_or_none(out.quantiles),
                                      .probabilities = span_of(wanted),
                                      .law = out.laws,
                                      .fallback = as<stats::Status>(out.fallback),
                                      .status = as<stats::Status>(out.status)};
    const std::span<const double> bases = span_of(below);
    {
        const py::gil_scoped_release unlocked;
        std::vector<stats::RatioGroup> fits;
        for (const auto& members : alike.members) {
            const std::vector<double> events = rows_of(panel.first(), panel.offsets(), members);
            const std::vector<double> base = rows_of(bases, panel.offsets(), members);
            const std::vector<std::int64_t> rows = offsets_of_rows(panel.offsets(), members);
            fits.push_back(stats::fit_ratio_group({{events, rows}, base}, options));
        }
        stats::project_ratios_into({{panel.first(), panel.offsets()}, bases, span_of(ahead)}, span_of(aims), options,
                                   alike.of_series, fits, columns);
    }
    out.freeze();
    return out;
}

Surveys project_surveys(const ArrayLike& figures, const std::optional<ArrayLike>& offsets, int window,
                        const std::string& figure, double rounding, int periods_per_year, int periods_known,
                        const std::optional<ArrayLike>& effective_sizes, const std::optional<ArrayLike>& targets,
                        const std::optional<ArrayLike>& probabilities, const std::optional<ArrayLike>& groups,
                        const std::optional<ArrayLike>& masked, int threads) {
    const SeriesArray panel("figures", figures, offsets);
    const std::optional<Doubles> sizes = panel.like("effective_sizes", effective_sizes);
    check_periods(periods_per_year, periods_known);
    if (window < 1 || window > stats::longest_window) {
        refuse("wrong-window", "window is " + std::to_string(window),
               "Pass how many periods one figure covers: 1 to " + std::to_string(stats::longest_window) + ".");
    }
    if (figure == "sum") {
        refuse("unknown-figure", "figures of a survey are not summed", "Pass \"mean\" or \"last\".");
    }
    if (!(rounding >= 0.0 && rounding < 1.0)) {
        refuse("wrong-rounding", "rounding is " + shown(rounding), "Pass the unit of the figures, such as 0.01, or 0.");
    }
    const std::optional<Doubles> aims = one_each("targets", targets, panel.size());
    std::optional<Doubles> wanted;
    if (probabilities) wanted = doubles("probabilities", *probabilities);
    const std::vector<std::uint8_t> flags = flags_of("masked", masked);
    const Alike alike(groups, panel.size());
    const stats::SurveyOptions options{.window = window,
                                       .figure = year_figure_of(figure),
                                       .rounding = rounding,
                                       .periods_per_year = periods_per_year,
                                       .periods_known = periods_known,
                                       .masked = flags,
                                       .threads = checked_threads(threads)};
    Surveys out(panel.size(), aims.has_value(), wanted);
    const stats::SurveyColumns columns{.mean = writable(out.mean),
                                       .variance = writable(out.variance),
                                       .probability_at_most = writable_or_none(out.probability_at_most),
                                       .quantiles = writable_or_none(out.quantiles),
                                       .probabilities = span_of(wanted),
                                       .law = out.laws,
                                       .fallback = as<stats::Status>(out.fallback),
                                       .status = as<stats::Status>(out.status)};
    const std::span<const double> interviews = span_of(sizes);
    {
        const py::gil_scoped_release unlocked;
        std::vector<std::vector<double>> fits;
        for (const auto& members : alike.members) {
            const std::vector<double> rows = rows_of(panel.first(), panel.offsets(), members);
            const std::vector<double> own_sizes = rows_of(interviews, panel.offsets(), members);
            const std::vector<std::int64_t> starts = offsets_of_rows(panel.offsets(), members);
            fits.push_back(stats::fit_survey_spreads({rows, starts}, own_sizes, options));
        }
        stats::project_surveys_into({panel.first(), panel.offsets()}, interviews, span_of(aims), options,
                                    alike.of_series, fits, columns);
        if (out.probability_at_least) {
            // The law is continuous but for a figure that is known.
            for (std::size_t i = 0; i < out.laws.size(); ++i) {
                const stats::SurveyLaw& law = out.laws[i];
                const double at_most = columns.probability_at_most[i];
                writable(*out.probability_at_least)[i] =
                    law.width == 0.0 && span_of(aims)[i] == law.known ? at_most : 1.0 - at_most;
            }
        }
    }
    out.freeze();
    return out;
}

void bind_laws(py::module_& s) {
    py::class_<stats::RatioLaw>(
        s, "RatioLaw",
        "The law of a year's ratio: what is known, and whole numbers of events to come out of one "
        "of a few denominators to come.")
        .def_readonly("numerator", &stats::RatioLaw::numerator, "What is known of it.")
        .def_readonly("denominator", &stats::RatioLaw::denominator, "What is known of it.")
        .def_readonly("rest_ratio", &stats::RatioLaw::rest_ratio, "Expected ratio of the rest of the year.")
        .def_readonly("precision", &stats::RatioLaw::precision,
                      "Of the rest's ratio: a + b of the beta law, the shape of the gamma law.")
        .def_property_readonly(
            "rest",
            [](const stats::RatioLaw& law) -> py::typing::Tuple<py::typing::Tuple<double, double>, py::ellipsis> {
                py::list rest;
                for (std::size_t i = 0; i < law.size; ++i) {
                    rest.append(py::make_tuple(law.rest[i].denominator, law.rest[i].weight));
                }
                return py::tuple(rest);
            },
            "(denominator, weight) of what is to come; empty = the year is known.")
        .def_property_readonly("mean", &stats::RatioLaw::mean)
        .def_property_readonly("variance", &stats::RatioLaw::variance)
        .def("cdf", &stats::RatioLaw::cdf, py::arg("x"), "P(ratio ≤ x)")
        .def("below", &stats::RatioLaw::below, py::arg("x"), "P(ratio < x)")
        .def("quantile", &stats::RatioLaw::quantile, py::arg("p"),
             "The smallest possible ratio r with P(ratio ≤ r) ≥ p.")
        .def("__repr__", [](const stats::RatioLaw& law) {
            return "<RatioLaw: mean " + shown(law.mean()) + ", variance " + shown(law.variance()) + ">";
        });
    py::class_<stats::SurveyLaw>(s, "SurveyLaw", "The law of a year's survey figure: known + width·X, X beta.")
        .def_readonly("known", &stats::SurveyLaw::known)
        .def_readonly("width", &stats::SurveyLaw::width, "0 = the figure is known.")
        .def_readonly("a", &stats::SurveyLaw::a)
        .def_readonly("b", &stats::SurveyLaw::b)
        .def_property_readonly("mean", &stats::SurveyLaw::mean)
        .def_property_readonly("variance", &stats::SurveyLaw::variance)
        .def("cdf", &stats::SurveyLaw::cdf, py::arg("x"), "P(figure ≤ x)")
        .def("quantile", &stats::SurveyLaw::quantile, py::arg("p"), "The x with P(figure ≤ x) = p.")
        .def("__repr__", [](const stats::SurveyLaw& law) {
            return "<SurveyLaw: mean " + shown(law.mean()) + ", variance " + shown(law.variance()) + ">";
        });
}

}  // namespace

void bind_year_ratios(py::module_& s) {
    bind_laws(s);
    def_year_figures<stats::RatioLaw>(s, "YearRatios", "Where each series' ratio will end: one element per series.");
    def_year_figures<stats::SurveyLaw>(s, "YearSurveys", "Where each series' figure will end: one element per series.");
    s.def("project_ratios", &project_ratios, py::arg("numerators"), py::arg("denominators"),
          py::arg("offsets") = py::none(), py::kw_only(), py::arg("model") = "beta_binomial",
          py::arg("periods_per_year").noconvert() = 12, py::arg("periods_known").noconvert(),
          py::arg("coming") = py::none(), py::arg("targets") = py::none(), py::arg("probabilities") = py::none(),
          py::arg("groups") = py::none(), py::arg("masked") = py::none(), py::arg("threads").noconvert() = 1,
          R"(The year's ratio, sum of numerators over sum of denominators, of many series.

numerators, denominators: one row per series, or one column each with offsets; the last `periods_known` of each series are this
year's; NaN where one is missing. targets: ratios such as 0.95, one for each series or one for all.
model: "beta_binomial" for a part of the denominator (a percentage, 0 to 1), "gamma_poisson" for events in an exposure that
they may exceed (a rate).
coming: the denominators of the periods to come where they are known beforehand; without it they are projected, and what
is not known of them is part of the law.
groups, masked, probabilities, threads: as for `project_totals`.
The level follows a random walk on the scale of the log odds (of the logarithm: gamma_poisson), with a season; how far it
drifts and how far periods scatter is learnt by the exact one-step predictive likelihood (West, Harrison and Migon 1985).

>>> from ontrack import stats
>>> seen, waited = [900, 940, 910, 925] * 3 + [930, 915], [45, 70, 52, 60] * 3 + [49, 74]
>>> found = stats.project_ratios([waited], [seen], periods_per_year=4, periods_known=2, targets=[0.06])
>>> found.mean.round(4).tolist(), found.probability_at_most.round(2).tolist()
([0.0647], [0.09]))");
    s.def("project_surveys", &project_surveys, py::arg("figures"), py::arg("offsets") = py::none(), py::kw_only(),
          py::arg("window").noconvert() = 1, py::arg("figure") = "last", py::arg("rounding") = 0.0,
          py::arg("periods_per_year").noconvert() = 4, py::arg("periods_known").noconvert(),
          py::arg("effective_sizes") = py::none(), py::arg("targets") = py::none(),
          py::arg("probabilities") = py::none(), py::arg("groups") = py::none(), py::arg("masked") = py::none(),
          py::arg("threads").noconvert() = 1,
          R"(The year's figure of many survey shares, whose figures may overlap.

figures: shares from 0 to 1, one row per series, or one column with offsets; NaN where one is missing.
window: periods that one figure covers: 4 for quarterly figures of a rolling year, 1 where figures do not overlap. A rolling
figure of the year's end is partly known already: what leaves the window and what stays in it is reckoned with.
figure: "last" or "mean" of the year's figures. rounding: the unit of the figures, such as 0.01.
effective_sizes: interviews behind each figure over its design effect (`effective_sample_size`); without them the scatter of the
figures tells.
groups, masked, probabilities, targets, threads: as for `project_totals`.
The true share is a random walk, each period's result its value with a sampling error, a figure the mean of `window` results:
a Kalman filter (Harvey 1989), its variances by likelihood.

>>> from ontrack import stats
>>> rolling = [0.62, 0.61, 0.63, 0.62, 0.60, 0.59, 0.60, 0.58, 0.57, 0.58]
>>> found = stats.project_surveys([rolling], window=4, periods_known=2, rounding=0.01, targets=[0.6])
>>> found.mean.round(3).tolist(), found.probability_at_least.round(2).tolist()
([0.579], [0.25]))");
}

}  // namespace ontrack::python
