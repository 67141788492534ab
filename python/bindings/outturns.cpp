#include <algorithm>
#include <cmath>

#include <ontrack/stats/outturn.hpp>

#include "bindings.hpp"
#include "estimates.hpp"

namespace ontrack::python {
namespace {

/// What `project` returns for arrays.
struct Outturns {
    Doubles mean, variance, median, lower_80, upper_80, lower_95, upper_95;
    std::optional<Doubles> probability_at_most;
    Statuses status;
};

Doubles shares_of(const ArrayLike& argument, int periods_per_year) {
    const Doubles shares = doubles("seasonal_shares", argument);
    if (shares.ndim() != 1 || shares.size() != periods_per_year) {
        refuse("wrong-shape", "seasonal_shares has the shape " + shape_of(shares),
               "Pass one share for each of the " + std::to_string(periods_per_year) + " periods of a year.");
    }
    for (py::ssize_t i = 0; i < shares.size(); ++i) {
        if (!(shares.at(i) > 0) || !std::isfinite(shares.at(i))) {
            refuse("not-a-share", "seasonal_shares[" + std::to_string(i) + "] is " + shown(shares.at(i)),
                   "Shares are positive; they need not sum to 1.");
        }
    }
    return shares;
}

Outturns project_arrays(const ArrayLike& values_argument, const std::optional<ArrayLike>& offsets_argument,
                        int periods_per_year, int periods_known, const std::optional<ArrayLike>& targets_argument,
                        const std::optional<ArrayLike>& shares_argument, int threads) {
    const Doubles values = doubles("values", values_argument);
    const Integers offsets = offsets_of("values", values, offsets_argument);
    const py::ssize_t series = offsets.size() - 1;
    check_periods(periods_per_year, periods_known);
    const unsigned parts = checked_threads(threads);
    const std::optional<Doubles> targets = one_each("targets", targets_argument, series);
    const std::optional<Doubles> shares =
        shares_argument ? std::optional(shares_of(*shares_argument, periods_per_year)) : std::nullopt;

    Outturns out{Doubles(series), Doubles(series), Doubles(series), Doubles(series), Doubles(series),
                 Doubles(series), Doubles(series), std::nullopt,    Statuses(series)};
    if (targets) {
        out.probability_at_most.emplace(series);
    }

    // The kernel's status is a byte, as NumPy's uint8 is.
    static_assert(sizeof(stats::Status) == sizeof(std::uint8_t));
    const stats::OutturnColumns columns{
        .mean = writable(out.mean),
        .variance = writable(out.variance),
        .median = writable(out.median),
        .lower_80 = writable(out.lower_80),
        .upper_80 = writable(out.upper_80),
        .lower_95 = writable(out.lower_95),
        .upper_95 = writable(out.upper_95),
        .probability_at_most = out.probability_at_most ? writable(*out.probability_at_most) : std::span<double>(),
        .status = {reinterpret_cast<stats::Status*>(out.status.mutable_data()), static_cast<std::size_t>(series)}};
    const stats::Panel panel{span_of(values), {offsets.data(), static_cast<std::size_t>(offsets.size())}};
    const stats::OutturnOptions options{.periods_per_year = periods_per_year,
                                        .periods_known = periods_known,
                                        .seasonal_shares = span_of(shares),
                                        .threads = parts};
    const std::span<const double> wanted = span_of(targets);
    {
        const py::gil_scoped_release unlocked;
        stats::project_outturn_into(panel, wanted, options, columns);
    }
    for (Doubles* column :
         {&out.mean, &out.variance, &out.median, &out.lower_80, &out.upper_80, &out.lower_95, &out.upper_95}) {
        freeze(*column);
    }
    freeze(out.status);
    if (out.probability_at_most) {
        freeze(*out.probability_at_most);
    }
    return out;
}

}  // namespace

void bind_outturns(py::module_& m) {
    py::class_<Outturns>(
        m, "Outturns",
        "Where each series' year will end: read-only arrays with one element per series, NaN where a series "
        "has no result. `status` and `reasons` say why.")
        .def_readonly("mean", &Outturns::mean, "Expected total of the year.")
        .def_readonly("variance", &Outturns::variance, "Variance of the total.")
        .def_readonly("median", &Outturns::median, "The smallest total t with P(total ≤ t) ≥ 1/2.")
        .def_readonly("lower_80", &Outturns::lower_80, "10 % point of the total.")
        .def_readonly("upper_80", &Outturns::upper_80, "90 % point of the total.")
        .def_readonly("lower_95", &Outturns::lower_95, "2.5 % point of the total.")
        .def_readonly("upper_95", &Outturns::upper_95, "97.5 % point of the total.")
        .def_readonly(
            "probability_at_most", &Outturns::probability_at_most,
            "P(total ≤ target), 0 to 1: the chance of a target where low is good. None when no targets were given.")
        .def_readonly("status", &Outturns::status, "uint8, one `ontrack.stats.Status` per series.")
        .def_property_readonly(
            "reasons", [](const Outturns& o) { return reasons(o.status); },
            "Row number → one sentence, for every series whose status is not `ok`.")
        .def(
            "columns",
            [](const Outturns& o) {
                py::typing::Dict<std::string, py::array> result;
                const py::object self = py::cast(&o, py::return_value_policy::reference);
                for (const char* name : {"mean", "variance", "median", "lower_80", "upper_80", "lower_95", "upper_95",
                                         "probability_at_most", "status"}) {
                    if (const py::object column = self.attr(name); !column.is_none()) {
                        result[name] = column;
                    }
                }
                return result;
            },
            "The arrays by name, ready for pandas.DataFrame(…) or polars.DataFrame(…).")
        .def("__len__", [](const Outturns& o) { return o.mean.size(); })
        .def("__repr__", [](const Outturns& o) {
            return "<Outturns of " + std::to_string(o.mean.size()) + " series, " +
                   std::to_string(reasons(o.status).size()) + " with a reason>";
        });

    m.def("project", &project_arrays, py::arg("values"), py::arg("offsets") = py::none(), py::kw_only(),
          py::arg("periods_per_year").noconvert() = 12, py::arg("periods_known").noconvert(),
          py::arg("targets") = py::none(), py::arg("seasonal_shares") = py::none(), py::arg("threads").noconvert() = 1,
          R"(Projects the year's total of many series of counts, each from its partial year.

values: counts, float64 and C-contiguous to be used without a copy (other numbers are converted). Series × periods
    (2-D), or one column (1-D) whose series i is values[offsets[i]:offsets[i + 1]]; a column without offsets is one
    series. NaN is a missing period.
offsets: whole numbers, one more than series, from 0 to len(values), never falling.
periods_per_year: 12 months, 4 quarters, 2 halves, 1.
periods_known: how many periods of the current year the end of each series covers; what is before them is past years.
targets: one per series (NaN for none), or one number for all.
seasonal_shares: share of the year in each period, positive, any sum; None learns them from past years.
threads: the results are the same, bit for bit, for any number.

The model is the gamma-Poisson credibility model (Bühlmann 1967; Bornhuetter and Ferguson 1972): what is known, plus a
negative binomial remainder. docs/methods.md has the formula. A series that cannot be projected gets NaN and a status,
and stops no other. Raises DataError, which names the argument and the index, for arrays of the wrong shape or kind.)");
}

}  // namespace ontrack::python
