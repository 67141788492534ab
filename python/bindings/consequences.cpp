#include <ontrack/stats/grouped_totals.hpp>
#include <ontrack/stats/total_consequences.hpp>

#include "bindings.hpp"
#include "series_results.hpp"
#include "total_arguments.hpp"

namespace ontrack::python {
namespace {

using Laws = std::vector<stats::TotalLaw>;

/// What `required_values` returns.
struct RequiredValues {
    Doubles per_period, chance;
    Integers open, seen, as_good, years_seen, years_as_good;
    std::vector<stats::Reach> reach;
    Statuses status;
};

void check_laws(const Laws& laws, py::ssize_t series) {
    if (static_cast<py::ssize_t>(laws.size()) != series) {
        refuse("wrong-shape",
               "there are " + std::to_string(laws.size()) + " laws, and " + std::to_string(series) + " series",
               "Pass the `laws` that `project_totals` returned for these series.");
    }
}

RequiredValues required_values(const ArrayLike& values, const std::optional<ArrayLike>& offsets, const Laws& laws,
                               const ArrayLike& targets, stats::Better better, const std::string& support,
                               const std::string& figure, int periods_per_year, int periods_known) {
    const TotalPanel given(values, offsets, {support, figure, periods_per_year, periods_known, std::nullopt, 1});
    const py::ssize_t series = given.size();
    check_laws(laws, series);
    const Doubles wanted = one_each("targets", targets, series);
    RequiredValues out{Doubles(series),  Doubles(series),  Integers(series), Integers(series),
                       Integers(series), Integers(series), Integers(series), {},
                       Statuses(series)};
    const stats::Panel panel = given.panel();
    for (py::ssize_t i = 0; i < series; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const auto first = static_cast<std::size_t>(panel.offsets[at]),
                   last = static_cast<std::size_t>(panel.offsets[at + 1]);
        const stats::RequiredValue found = stats::required_value(panel.values.subspan(first, last - first),
                                                                 given.options(), laws[at], wanted.at(i), better);
        out.per_period.mutable_at(i) = found.per_period;
        out.chance.mutable_at(i) = found.chance;
        out.open.mutable_at(i) = found.open;
        out.seen.mutable_at(i) = found.seen;
        out.as_good.mutable_at(i) = found.as_good;
        out.years_seen.mutable_at(i) = found.years_seen;
        out.years_as_good.mutable_at(i) = found.years_as_good;
        out.status.mutable_at(i) = static_cast<std::uint8_t>(found.status);
        out.reach.push_back(found.reach);
    }
    freeze_all(out.per_period, out.chance, out.open, out.seen, out.as_good, out.years_seen, out.years_as_good,
               out.status);
    return out;
}

Doubles rest_shares(const ArrayLike& values, const std::optional<ArrayLike>& offsets, const std::string& support,
                    const std::string& figure, int periods_per_year, int periods_known,
                    const std::optional<ArrayLike>& groups, std::optional<std::vector<stats::GroupFit>> fits,
                    const std::optional<ArrayLike>& masked, int threads) {
    const TotalPanel given(values, offsets, {support, figure, periods_per_year, periods_known, masked, threads});
    const Groups known(std::move(fits).value_or(std::vector<stats::GroupFit>()), groups, given.size());
    Doubles shares(std::vector<py::ssize_t>{given.size(), periods_per_year});
    const std::span<double> out = writable(shares);
    const py::gil_scoped_release unlocked;
    stats::rest_shares_into(given.panel(), given.options(), known.of_series, known.fits, out);
    return shares;
}

/// A row of shares for each law.
Doubles shares_of(const ArrayLike& argument, const Laws& laws) {
    const Doubles shares = doubles("shares", argument);
    if (shares.ndim() != 2 || shares.shape(0) != static_cast<py::ssize_t>(laws.size())) {
        refuse("wrong-shape",
               "shares has the shape " + shape_of(shares) + ", and there are " + std::to_string(laws.size()) + " laws",
               "Pass what `rest_shares` returned for these series.");
    }
    return shares;
}

Laws what_if(const Laws& laws, const ArrayLike& argument, double factor, int from_period) {
    if (!(factor >= 0.0) || !std::isfinite(factor)) {
        refuse("wrong-factor", "factor is " + shown(factor), "Pass 0.9 for ten per cent fewer, 0 or more.");
    }
    const Doubles shares = shares_of(argument, laws);
    const auto periods = static_cast<std::size_t>(shares.shape(1));
    Laws changed;
    for (std::size_t i = 0; i < laws.size(); ++i) {
        const double kept = stats::kept_part(span_of(shares).subspan(i * periods, periods), {from_period, factor});
        changed.push_back(stats::with_rest_scaled(laws[i], kept));
    }
    return changed;
}

Doubles sample_paths(const Laws& laws, const ArrayLike& argument, int paths, std::uint64_t seed,
                     const std::optional<ArrayLike>& names_argument, int threads) {
    if (paths < 0) {
        refuse("wrong-paths", "paths is " + std::to_string(paths), "Pass how many paths of each series are wanted.");
    }
    const unsigned parts = checked_threads(threads);
    const Doubles shares = shares_of(argument, laws);
    const std::vector<std::int64_t> given =
        whole_column_of("names", names_argument, static_cast<py::ssize_t>(laws.size()));
    const std::vector<std::uint64_t> names(given.begin(), given.end());
    Doubles out(std::vector<py::ssize_t>{shares.shape(0), paths, shares.shape(1)});
    const std::span<double> room = writable(out);
    const py::gil_scoped_release unlocked;
    stats::sample_paths_into(laws, span_of(shares), {static_cast<std::size_t>(paths), seed, names, parts}, room);
    return out;
}

std::vector<stats::GroupedTotal> add_totals(const Laws& laws, const ArrayLike& totals_argument,
                                            const std::optional<ArrayLike>& groups_argument,
                                            const std::optional<ArrayLike>& status_argument,
                                            const stats::SharedShocks& shocks) {
    const auto series = static_cast<py::ssize_t>(laws.size());
    const std::size_t most = most_numbers(series);
    const std::vector<std::int32_t> totals = places_of("totals", totals_argument, series, most);
    const std::vector<std::int32_t> groups = places_of("groups", groups_argument, series, most);
    std::vector<stats::Status> status(laws.size(), stats::Status::ok);
    if (status_argument) {
        constexpr auto last = static_cast<std::int64_t>(stats::Status::not_converged);
        Statuses given = codes("status", *status_argument, {series}, last);
        std::ranges::copy(as<stats::Status>(given), status.begin());
    }
    const auto highest = totals.empty() ? -1 : *std::ranges::max_element(totals);
    std::vector<stats::GroupedTotal> out(static_cast<std::size_t>(highest + 1));
    stats::add_totals_into(laws, status, groups, totals, shocks, out);
    return out;
}

void bind_required(py::module_& s) {
    py::native_enum<stats::Reach>(s, "Reach", "enum.Enum", "Whether the rest of the year decides about the target.")
        .value("possible", stats::Reach::possible)
        .value("out_of_reach", stats::Reach::out_of_reach)
        .value("assured", stats::Reach::assured)
        .value("complete", stats::Reach::complete)
        .finalize();
    py::class_<RequiredValues>(s, "RequiredValues",
                               "What the open periods of each series must bring for the year to end on its target.")
        .def_readonly("per_period", &RequiredValues::per_period, "Below 0 where the known part is above the target.")
        .def_readonly("chance", &RequiredValues::chance, "That the year ends on the target or on its good side.")
        .def_readonly("open", &RequiredValues::open, "Periods of this year without a value.")
        .def_readonly("reach", &RequiredValues::reach, "A `Reach` for each series.")
        .def_readonly("seen", &RequiredValues::seen, "Values in the series.")
        .def_readonly("as_good", &RequiredValues::as_good, "Those as good as what is required.")
        .def_readonly("years_seen", &RequiredValues::years_seen, "Earlier years that have all of the open periods.")
        .def_readonly("years_as_good", &RequiredValues::years_as_good, "Those as good in these periods together.")
        .def_readonly("status", &RequiredValues::status, "uint8, one `Status` per series.")
        .def("__len__", [](const RequiredValues& r) { return r.reach.size(); });
    s.def(
        "required_values", &required_values, py::arg("values"), py::arg("offsets") = py::none(), py::kw_only(),
        py::arg("laws"), py::arg("targets"), py::arg("better") = stats::Better::low, py::arg("support") = "whole",
        py::arg("figure") = "sum", py::arg("periods_per_year").noconvert() = 12, py::arg("periods_known").noconvert(),
        R"(What each open period must bring on average for the year to end on its target, how likely that is, and how often
as good a value has been seen. laws: of `project_totals` for these series. better: `Better.low` or `Better.high`.

>>> from ontrack import stats
>>> years = [[10, 20, 30, 40] + [12, 22, 14, 16] + [11, 21]]
>>> laws = stats.project_totals(years, periods_per_year=4, periods_known=2).laws
>>> found = stats.required_values(years, laws=laws, targets=62, periods_per_year=4, periods_known=2)
>>> float(found.per_period[0]), int(found.as_good[0]), int(found.seen[0]), int(found.years_as_good[0])
(15.0, 4, 10, 1))");
}

void bind_sums(py::module_& s) {
    py::class_<stats::GroupedTotal>(s, "GroupedTotal", "The year's total of several series together.")
        .def_readonly("law", &stats::GroupedTotal::law, "A `TotalLaw`; counts only where the status is ok.")
        .def_readonly("series", &stats::GroupedTotal::series, "How many it is the sum of.")
        .def_readonly("status", &stats::GroupedTotal::status, "Of the first series that has no law.");
    s.def(
        "add_totals", &add_totals, py::arg("laws"), py::arg("totals"), py::kw_only(), py::arg("groups") = py::none(),
        py::arg("status") = py::none(), py::arg_v("shocks", stats::SharedShocks{}, "SharedShocks()"),
        R"(The laws of sums of series: a `GroupedTotal` for each number in `totals`, from 0 to the highest; below 0 is in none.
Means add up whatever is added to what; the width holds what series share. groups: series of one number are alike, all
without it. status: of `project_totals`. shocks: of `fit_shared_shocks`, or the usual ones.

>>> from ontrack import stats
>>> years = [[30, 31, 29, 30] * 3 + [31, 30], [60, 64, 61, 59] * 3 + [58, 62]]
>>> found = stats.project_totals(years, periods_per_year=4, periods_known=2)
>>> [both] = stats.add_totals(found.laws, [0, 0])
>>> bool(abs(both.law.mean - found.mean.sum()) < 1e-9), bool(both.law.variance > found.variance.sum()), both.series
(True, True, 2))");
}

}  // namespace

void bind_consequences(py::module_& s) {
    bind_required(s);
    s.def(
        "rest_shares", &rest_shares, py::arg("values"), py::arg("offsets") = py::none(), py::kw_only(),
        py::arg("support") = "whole", py::arg("figure") = "sum", py::arg("periods_per_year").noconvert() = 12,
        py::arg("periods_known").noconvert(), py::arg("groups") = py::none(), py::arg("fits") = py::none(),
        py::arg("masked") = py::none(), py::arg("threads").noconvert() = 1,
        R"(The share of each of this year's periods in what is still to come, one row per series: 0 for known periods. The
arguments are those of `project_totals`.

>>> from ontrack import stats
>>> stats.rest_shares([[30, 31, 29, 30] * 3 + [31, 30]], periods_per_year=4, periods_known=2).round(2).tolist()
[[0.0, 0.0, 0.5, 0.5]])");
    s.def(
        "what_if", &what_if, py::arg("laws"), py::arg("shares"), py::kw_only(), py::arg("factor"),
        py::arg("from_period").noconvert() = 0,
        R"(The laws if the expected value of every open period from `from_period` on (0 = the year's first) were `factor` times
what it is: 0.9 is a countermeasure of −10 %. shares: of `rest_shares`.

>>> from ontrack import stats
>>> years = [[30, 31, 29, 30] * 3 + [31, 30]]
>>> laws = stats.project_totals(years, periods_per_year=4, periods_known=2).laws
>>> shares = stats.rest_shares(years, periods_per_year=4, periods_known=2)
>>> fewer = stats.what_if(laws, shares, factor=0.8, from_period=3)
>>> laws[0].cdf(115) < fewer[0].cdf(115)
True)");
    s.def(
        "sample_paths", &sample_paths, py::arg("laws"), py::arg("shares"), py::kw_only(),
        py::arg("paths").noconvert() = 1000, py::arg("seed") = 1, py::arg("names") = py::none(),
        py::arg("threads").noconvert() = 1,
        R"(Joint paths of the open periods, series × paths × periods, 0 for known periods; their sums have the series' law.
shares: of `rest_shares`. names: a whole number for each series, its place without; path p of a series depends on the
seed, its name and p alone.

>>> from ontrack import stats
>>> years = [[30, 31, 29, 30] * 3 + [31, 30]]
>>> laws = stats.project_totals(years, periods_per_year=4, periods_known=2).laws
>>> paths = stats.sample_paths(laws, stats.rest_shares(years, periods_per_year=4, periods_known=2), paths=500)
>>> paths.shape, bool(115 < laws[0].known + paths[0].sum(axis=1).mean() < 125)
((1, 500, 4), True))");
    bind_sums(s);
}

}  // namespace ontrack::python
