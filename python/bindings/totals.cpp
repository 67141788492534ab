#include <algorithm>

#include <ontrack/stats/total_models.hpp>

#include "bindings.hpp"
#include "estimates.hpp"
#include "total_arguments.hpp"

namespace ontrack::python {
namespace {

/// What `project_totals` returns.
struct Totals {
    Doubles mean, variance;
    std::optional<Doubles> probability_at_most, quantiles;
    std::vector<stats::TotalLaw> laws;
    std::vector<stats::TotalModel> used;
    Statuses fallback, status;
};

Totals project_totals(const ArrayLike& values, const std::optional<ArrayLike>& offsets, const std::string& model,
                      const std::string& support, const std::string& figure, int periods_per_year, int periods_known,
                      const std::optional<ArrayLike>& targets_argument,
                      const std::optional<ArrayLike>& probabilities_argument,
                      const std::optional<ArrayLike>& groups_argument, std::optional<std::vector<stats::GroupFit>> fits,
                      const std::optional<ArrayLike>& masked, int threads) {
    const TotalPanel given(values, offsets, {support, figure, periods_per_year, periods_known, masked, threads});
    const py::ssize_t series = given.size();
    const std::optional<Doubles> targets = one_each("targets", targets_argument, series);
    const Doubles probabilities =
        probabilities_argument ? doubles("probabilities", *probabilities_argument) : Doubles(py::ssize_t{0});
    const std::vector<std::int64_t> group_numbers =
        fits ? std::vector<std::int64_t>() : whole_column_of("groups", groups_argument, series);
    std::optional<Groups> groups;
    if (fits) {
        groups.emplace(std::move(*fits), groups_argument, series);
    }
    stats::TotalOptions options = given.options();
    options.model = total_model_of(model);
    const auto size = static_cast<std::size_t>(series);
    Totals out{Doubles(series),
               Doubles(series),
               std::nullopt,
               std::nullopt,
               std::vector<stats::TotalLaw>(size),
               std::vector<stats::TotalModel>(size),
               Statuses(series),
               Statuses(series)};
    if (targets_argument) {
        out.probability_at_most.emplace(series);
    }
    if (probabilities_argument) {
        out.quantiles.emplace(std::vector<py::ssize_t>{series, probabilities.size()});
    }
    static_assert(sizeof(stats::Status) == sizeof(std::uint8_t));
    const auto statuses = [size](Statuses& array) {
        return std::span(reinterpret_cast<stats::Status*>(array.mutable_data()), size);
    };
    const stats::TotalColumns columns{
        .mean = writable(out.mean),
        .variance = writable(out.variance),
        .probability_at_most = out.probability_at_most ? writable(*out.probability_at_most) : std::span<double>(),
        .quantiles = out.quantiles ? writable(*out.quantiles) : std::span<double>(),
        .probabilities = span_of(probabilities),
        .law = out.laws,
        .used = out.used,
        .fallback = statuses(out.fallback),
        .status = statuses(out.status)};
    const stats::Panel panel = given.panel();
    const std::span<const double> wanted = span_of(targets);
    {
        const py::gil_scoped_release unlocked;
        if (!groups) {
            groups.emplace(panel, group_numbers, options);
        }
        stats::project_totals_into(panel, wanted, options, groups->of_series, groups->fits, columns);
    }
    for (const py::array* column : {static_cast<py::array*>(&out.mean), static_cast<py::array*>(&out.variance),
                                    static_cast<py::array*>(&out.fallback), static_cast<py::array*>(&out.status)}) {
        freeze(*column);
    }
    return out;
}

void bind_law(py::module_& s) {
    py::native_enum<stats::TotalModel> models(s, "TotalModel", "enum.Enum", "How a year's total is projected.");
    for (int i = 0; i <= static_cast<int>(stats::TotalModel::same_periods_last_year); ++i) {
        const auto model = static_cast<stats::TotalModel>(i);
        models.value(std::string(stats::to_string(model)).c_str(), model);
    }
    models.finalize();
    py::class_<stats::TotalLaw>(s, "TotalLaw",
                                "The law of a year's total: `known` + X, X a mixture of at most four components.")
        .def_readonly("known", &stats::TotalLaw::known)
        .def_property_readonly(
            "parts",
            [](const stats::TotalLaw& law)
                -> py::typing::Tuple<py::typing::Tuple<std::string, double, double, double>, py::ellipsis> {
                py::list parts;
                for (std::size_t i = 0; i < law.size; ++i) {
                    static constexpr std::array families{"negative_binomial", "log_normal", "normal"};
                    const stats::LawPart& part = law.parts[i];
                    parts.append(py::make_tuple(families[static_cast<std::size_t>(part.family)], part.weight, part.mean,
                                                part.variance));
                }
                return py::tuple(parts);
            },
            "(family, weight, mean, variance) of each component.")
        .def_property_readonly("mean", &stats::TotalLaw::mean)
        .def_property_readonly("variance", &stats::TotalLaw::variance)
        .def("cdf", &stats::TotalLaw::cdf, py::arg("x"), "P(total ≤ x)")
        .def("quantile", &stats::TotalLaw::quantile, py::arg("p"), "The smallest total t with P(total ≤ t) ≥ p.")
        .def("__repr__", [](const stats::TotalLaw& law) {
            return "<TotalLaw: mean " + shown(law.mean()) + ", variance " + shown(law.variance()) + ">";
        });
}

}  // namespace

void bind_totals(py::module_& s) {
    bind_law(s);
    bind_group_fits(s);  // names its results by the law's class, and `project_totals` its argument by theirs
    py::class_<Totals>(s, "Totals", "Where each series' year will end: one element per series.")
        .def_readonly("mean", &Totals::mean)
        .def_readonly("variance", &Totals::variance)
        .def_readonly("probability_at_most", &Totals::probability_at_most, "P(total ≤ target); None without targets.")
        .def_readonly("quantiles", &Totals::quantiles, "One row per series; None without probabilities.")
        .def_readonly("laws", &Totals::laws, "A `TotalLaw` for each series.")
        .def_readonly("used", &Totals::used, "The model that gave each law.")
        .def_readonly("fallback", &Totals::fallback, "uint8, a `Status`: why not the model asked for.")
        .def_readonly("status", &Totals::status, "uint8, one `Status` per series; its law counts only where it is ok.")
        .def("__len__", [](const Totals& t) { return t.laws.size(); });
    s.def("project_totals", &project_totals, py::arg("values"), py::arg("offsets") = py::none(), py::kw_only(),
          py::arg("model") = "combination", py::arg("support") = "whole", py::arg("figure") = "sum",
          py::arg("periods_per_year").noconvert() = 12, py::arg("periods_known").noconvert(),
          py::arg("targets") = py::none(), py::arg("probabilities") = py::none(), py::arg("groups") = py::none(),
          py::arg("fits") = py::none(), py::arg("masked") = py::none(), py::arg("threads").noconvert() = 1,
          R"(The year's total of many series, by a model of `TotalModel`.

values, offsets, periods_per_year, periods_known, targets, threads: as for `ontrack.project`.
model: the name of a `TotalModel`. support: what values are: "whole" counts, "positive" amounts, "real" numbers.
figure: what the year is of its periods: their "sum", or of a stock, such as people in prison, the "mean" or the "last".
probabilities: of the quantiles wanted.
groups: one number for each series; series of one number lend each other what they have in common; below 0: alone.
fits: what `fit_groups` learnt; then nothing is learnt here, groups are places in it (all of the first without them), and
    each series has the same bits in any company.
masked: flags that end with the last known period; no model learns from a flagged one.

>>> from ontrack import stats
>>> past, this_year = [12, 10, 11, 14, 9, 13, 12, 15, 10, 11, 13, 12] * 3, [11, 9, 12, 10, 13, 11]
>>> totals = stats.project_totals([past + this_year], periods_known=6, model="gamma_poisson", targets=[140])
>>> totals.mean.round(1).tolist(), totals.probability_at_most.round(2).tolist()
([135.1], [0.65]))");
}

}  // namespace ontrack::python
