#include <algorithm>
#include <cmath>

#include <ontrack/stats/false_discovery.hpp>
#include <ontrack/stats/quantile_groups.hpp>
#include <ontrack/stats/ranks.hpp>

#include "bindings.hpp"
#include "series_results.hpp"

namespace ontrack::python {
namespace {

using stats::DiscoveryMethod;
using stats::FirstGroup;
using stats::QuantileMethod;
using Groups = py::array_t<std::int32_t, py::array::c_style>;

struct QuantileGroups {
    Groups groups;
    Statuses status;
};

struct Ranks {
    Groups rank, best, worst;
};

struct AdjustedPValues {
    Doubles p;
    Statuses status;
};

QuantileGroups quantile_groups(const ArrayLike& values, const std::optional<ArrayLike>& offsets, int groups,
                               FirstGroup first, QuantileMethod method, const OnInvalid& on_invalid) {
    const bool raise = raises(on_invalid);
    if (groups < 0) {
        refuse("out-of-domain", "groups is " + std::to_string(groups), "Pass 2 to 1000.");
    }
    const SeriesArray panel("values", values, offsets);
    QuantileGroups found{Groups(panel.shape()), Statuses(panel.size())};
    const std::span<stats::Status> status = as<stats::Status>(found.status);
    const std::span<std::int32_t> out = writable(found.groups);
    {
        const py::gil_scoped_release unlocked;
        stats::quantile_groups_into(panel.first(), panel.offsets(), {static_cast<std::size_t>(groups), first, method},
                                    out, status);
    }
    if (raise) {
        stats::require_ok(status, panel.name());
    }
    freeze_all(found.groups, found.status);
    return found;
}

Doubles quantile_bounds(const ArrayLike& argument, int groups) {
    if (groups < 1) {
        refuse("out-of-domain", "groups is " + std::to_string(groups), "Pass 1 or more.");
    }
    Doubles bounds(groups + 1);
    (void)stats::quantile_bounds_into(span_of(doubles("values", argument)), writable(bounds));
    freeze(bounds);
    return bounds;
}

double sample_quantile(const ArrayLike& argument, double p) {
    const Doubles values = doubles("values", argument);
    std::vector<double> sorted;
    std::ranges::copy_if(span_of(values), std::back_inserter(sorted), [](double x) { return !std::isnan(x); });
    std::ranges::sort(sorted);
    return stats::sample_quantile(sorted, p);
}

Ranks ranks(const ArrayLike& value_argument, const ArrayLike& lower_argument, const ArrayLike& upper_argument,
            stats::Better better) {
    constexpr std::array<const char*, 3> names{"value", "lower", "upper"};
    std::array<Doubles, 3> in{doubles(names[0], value_argument), doubles(names[1], lower_argument),
                              doubles(names[2], upper_argument)};
    const std::vector<py::ssize_t> shape = common_shape(names, in);
    for (Doubles& array : in) {
        array = of_shape(array, shape);
    }
    Ranks found{Groups(shape), Groups(shape), Groups(shape)};
    stats::ranks_into(span_of(in[0]), span_of(in[1]), span_of(in[2]), better,
                      {writable(found.rank), writable(found.best), writable(found.worst)});
    freeze_all(found.rank, found.best, found.worst);
    return found;
}

AdjustedPValues adjust_p_values(const ArrayLike& argument, DiscoveryMethod method, const OnInvalid& on_invalid) {
    const bool raise = raises(on_invalid);
    const Doubles p = doubles("p", argument);
    const std::vector<py::ssize_t> shape(p.shape(), p.shape() + p.ndim());
    AdjustedPValues found{Doubles(shape), Statuses(shape)};
    const std::span<stats::Status> status = as<stats::Status>(found.status);
    stats::adjust_p_values_into(span_of(p), method, writable(found.p), status);
    if (raise) {
        stats::require_ok(status, "p");
    }
    freeze_all(found.p, found.status);
    return found;
}

void bind_results(py::module_& s) {
    py::native_enum<QuantileMethod>(s, "QuantileMethod", "enum.Enum", R"(How values are put into groups of equal number.

phe_indicator_methods: by rank, group ⌊q + 1 − ⌈(N + 1 − r)·q/N⌉⌋ of rank r of N, equal values having the lowest of their ranks.
fingertips: by bounds, the first group whose upper bound, the sample quantile of k/q, is not below the value.)")
        .value("phe_indicator_methods", QuantileMethod::phe_indicator_methods)
        .value("fingertips", QuantileMethod::fingertips)
        .finalize();
    py::native_enum<FirstGroup>(s, "FirstGroup", "enum.Enum", "Which values group 1 holds.")
        .value("lowest", FirstGroup::lowest)
        .value("highest", FirstGroup::highest)
        .finalize();
    py::native_enum<DiscoveryMethod>(s, "DiscoveryMethod", "enum.Enum", "How p-values of many tests are adjusted.")
        .value("benjamini_hochberg", DiscoveryMethod::benjamini_hochberg)
        .value("benjamini_yekutieli", DiscoveryMethod::benjamini_yekutieli)
        .finalize();
    py::class_<QuantileGroups> groups(s, "QuantileGroups", "Groups of values: read-only arrays.");
    groups.def_readonly("groups", &QuantileGroups::groups, "int32 of the shape of the values, 1 to q; 0 for none.");
    def_series(groups, {});
    py::class_<Ranks>(s, "Ranks", "Ranks, and those that an area may truly have: read-only int32 arrays, 0 for none.")
        .def_readonly("rank", &Ranks::rank, "1 is the best (the lowest where neither way is better).")
        .def_readonly("best", &Ranks::best)
        .def_readonly("worst", &Ranks::worst)
        .def("__len__", [](const Ranks& r) { return r.rank.size(); })
        .def("__repr__", [](const Ranks& r) { return "<Ranks: " + std::to_string(r.rank.size()) + ">"; });
    py::class_<AdjustedPValues> adjusted(s, "AdjustedPValues", "Adjusted p-values: read-only arrays, NaN for none.");
    adjusted.def_readonly("p", &AdjustedPValues::p);
    def_series(adjusted, {"p"});
}

}  // namespace

void bind_rankings(py::module_& s) {
    bind_results(s);
    const auto groups = py::arg("groups").noconvert() = 5;
    const auto on_invalid = py::arg("on_invalid") = "status";
    s.def("quantile_groups", &quantile_groups, py::arg("values"), py::arg("offsets") = py::none(), py::kw_only(),
          groups, py::arg("first") = FirstGroup::lowest, py::arg("method") = QuantileMethod::phe_indicator_methods,
          on_invalid,
          R"(Values in groups of about equal number, as quintiles; equal values are always in one group.

values: sets × values (2-D), or one column (1-D) whose set i is values[offsets[i]:offsets[i + 1]]; NaN is in no group. first: a
`FirstGroup`; `first_group` has that of a polarity. method: a `QuantileMethod`.

>>> from ontrack import stats
>>> stats.quantile_groups([5, 1, 4, 2, 3, 10, 9, 8, 7, 6]).groups.tolist()
[3, 1, 2, 1, 2, 5, 5, 4, 4, 3])");
    s.def(
        "first_group", &stats::first_group, py::arg("method"), py::arg("better"),
        R"(The group that polarity makes the first: PHEindicatormethods counts from the worst, Fingertips from the best.

>>> from ontrack import stats
>>> stats.first_group(stats.QuantileMethod.fingertips, stats.Better.high).name
'highest')");
    s.def("quantile_bounds", &quantile_bounds, py::arg("values"), py::kw_only(), groups,
          R"(The bounds of the groups by `QuantileMethod.fingertips`, from the least value to the greatest.

>>> from ontrack import stats
>>> stats.quantile_bounds(range(1, 51)).tolist()
[1.0, 10.8, 20.6, 30.4, 40.2, 50.0])");
    s.def("sample_quantile", &sample_quantile, py::arg("values"), py::arg("p"),
          R"(The sample quantile of type 7 (Hyndman and Fan 1996), the usual one; NaN left out.

>>> from ontrack import stats
>>> stats.sample_quantile([4, 1, 3, 2], 0.25)
1.75)");
    s.def(
        "joint_confidence",
        [](double confidence, int areas) {
            return stats::joint_confidence(confidence, static_cast<std::size_t>(std::max(areas, 0)));
        },
        py::arg("confidence"), py::arg("areas").noconvert(),
        R"(The confidence that each of so many independent intervals needs for all to hold together (Šidák 1967).

>>> from ontrack import stats
>>> round(stats.joint_confidence(0.95, 10), 6)
0.994884)");
    s.def("ranks", &ranks, py::arg("value"), py::arg("lower"), py::arg("upper"), py::kw_only(), py::arg("better"),
          R"(Ranks, and the ranks that the intervals allow (Klein, Wright and Wieczorek 2020).

An area may stand from 1 + (areas wholly on its better side) to the number of areas less those wholly on its worse side. For a
joint confidence of 95 % make the intervals at `joint_confidence(0.95, areas)`. NaN is left out.

>>> from ontrack import stats
>>> found = stats.ranks([1, 2, 9], [0, 1, 8], [3, 4, 10], better=stats.Better.high)
>>> found.rank.tolist(), found.best.tolist(), found.worst.tolist()
([3, 2, 1], [2, 2, 1], [3, 3, 1]))");
    s.def("adjust_p_values", &adjust_p_values, py::arg("p"), py::kw_only(),
          py::arg("method") = DiscoveryMethod::benjamini_hochberg, on_invalid,
          R"(p-values of many tests, adjusted so that of those below q at most a share q is false on average.

benjamini_hochberg (1995): the least of p₍ⱼ₎·m/j over j ≥ rank; benjamini_yekutieli (2001): the same times 1 + 1/2 + … + 1/m. NaN
is passed over and does not count towards m.

>>> from ontrack import stats
>>> stats.adjust_p_values([0.01, 0.02, 0.03, 0.5]).p.round(4).tolist()
[0.04, 0.04, 0.04, 0.5])");
}

}  // namespace ontrack::python
