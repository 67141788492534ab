#include "bindings.hpp"
#include "chart_panels.hpp"

namespace ontrack::python {
namespace {

using stats::MovingRangeFactor;
using stats::Neighbours;
using stats::Screening;

/// A point that is a signal under one convention and not, or in another direction, under the other.
struct Disagreement {
    std::string first, second;
    std::size_t point;
    stats::Signals by_first, by_second;
};

Convention of_library(const stats::ChartConvention& known) {
    return {std::string(known.name),
            std::string(known.edition),
            known.options,
            {std::string(known.rules.name), std::string(known.rules.edition), known.rules}};
}

py::typing::List<Disagreement> conventions_that_disagree(
    const ArrayLike& values, const std::optional<std::vector<AnyConvention>>& given, stats::Chart chart,
    const std::optional<ArrayLike>& denominators, const std::optional<ArrayLike>& deviations,
    const std::optional<ArrayLike>& use, const std::optional<ArrayLike>& starts) {
    std::vector<Convention> named;
    if (given) {
        for (const AnyConvention& each : *given) {
            named.push_back(convention_of(each));
        }
    } else {
        for (const stats::ChartConvention& each : stats::chart_conventions()) {
            named.push_back(of_library(each));
        }
    }
    std::vector<stats::ChartConvention> compared;
    for (const Convention& each : named) {
        compared.push_back({each.name, each.edition, each.options, each.rules.set});
    }
    const Points points(values, std::nullopt, denominators, deviations, use, starts);
    if (points.series.size() != 1) {
        refuse("wrong-shape", "values has more than one row", "Pass one series (1-D).");
    }
    py::list found;
    for (const auto& each : stats::conventions_that_disagree(points.panel[0], chart, compared)) {
        found.append(
            Disagreement{named[each.first].name, named[each.second].name, each.point, each.by_first, each.by_second});
    }
    return found;
}

stats::FalseAlarms false_alarms(int length, const AnyConvention& convention_argument, stats::Chart chart,
                                int baseline_points, int replications, std::uint64_t seed) {
    const Convention convention = convention_of(convention_argument);
    const stats::ChartOptions options = options_of(convention, chart, baseline_points);
    if (length < 0 || replications < 1) {
        refuse("out-of-domain",
               "length is " + std::to_string(length) + ", replications " + std::to_string(replications),
               "Pass a length of 0 or more, and 1 replication or more.");
    }
    const py::gil_scoped_release unlocked;
    return stats::false_alarms(options, convention.rules.set, static_cast<std::size_t>(length),
                               static_cast<std::size_t>(replications), seed);
}

Words signals(const ArrayLike& value, const ArrayLike& centre_argument, const std::optional<ArrayLike>& lower_argument,
              const std::optional<ArrayLike>& upper_argument, const std::optional<ArrayLike>& lower_warning_argument,
              const std::optional<ArrayLike>& upper_warning_argument, const Rules& rules) {
    const SeriesArray series("value", value, std::nullopt);
    const Doubles centre = series.like("centre", centre_argument);
    const std::optional<Doubles> lower = series.like("lower", lower_argument);
    const std::optional<Doubles> upper = series.like("upper", upper_argument);
    const std::optional<Doubles> lower_warning = series.like("lower_warning", lower_warning_argument);
    const std::optional<Doubles> upper_warning = series.like("upper_warning", upper_warning_argument);
    Words found(pairs(series.shape()));
    const std::span<stats::Signals> out = as<stats::Signals>(found);
    for (py::ssize_t i = 0; i < series.size(); ++i) {
        const auto first = static_cast<std::size_t>(series.offsets()[static_cast<std::size_t>(i)]);
        const auto size = static_cast<std::size_t>(series.offsets()[static_cast<std::size_t>(i) + 1]) - first;
        const auto row = [&](const std::optional<Doubles>& column) {
            return column ? span_of(*column).subspan(first, size) : std::span<const double>();
        };
        stats::signals_into({series.first().subspan(first, size), row(centre), row(lower), row(upper),
                             row(lower_warning), row(upper_warning)},
                            rules.set, out.subspan(first, size));
    }
    freeze(found);
    return found;
}

void bind_choices(py::module_& s) {
    py::native_enum<MovingRangeFactor>(
        s, "MovingRangeFactor", "enum.Enum",
        "Three limits of an XmR chart are the mean moving range times 2.66, 3/1.128 or 3√π/2.")
        .value("wheeler_2_66", MovingRangeFactor::wheeler_2_66)
        .value("rounded_1_128", MovingRangeFactor::rounded_1_128)
        .value("exact", MovingRangeFactor::exact)
        .finalize();
    py::native_enum<Screening>(s, "Screening", "enum.Enum",
                               "Whether moving ranges above 3.267 times their mean are left out (Nelson 1982).")
        .value("none", Screening::none)
        .value("once", Screening::once)
        .value("once_unless_flat", Screening::once_unless_flat)
        .finalize();
    py::native_enum<Neighbours>(s, "Neighbours", "enum.Enum",
                                "Whether the neighbours of a point out of the baseline make a moving range.")
        .value("joined", Neighbours::joined)
        .value("parted", Neighbours::parted)
        .finalize();
    py::class_<Convention>(s, "ChartConvention", "How one package, guide or user draws and judges a chart.")
        .def(py::init([](const Rules& rules, std::string name, std::string edition, MovingRangeFactor factor,
                         Screening screening, Neighbours neighbours) {
                 return Convention{std::move(name),
                                   std::move(edition),
                                   {.factor = factor, .screening = screening, .neighbours = neighbours},
                                   rules};
             }),
             py::arg("rules"), py::kw_only(), py::arg("name") = "", py::arg("edition") = "",
             py::arg("factor") = MovingRangeFactor::wheeler_2_66, py::arg("screening") = Screening::none,
             py::arg("neighbours") = Neighbours::joined)
        .def_readonly("name", &Convention::name)
        .def_readonly("edition", &Convention::edition)
        .def_readonly("rules", &Convention::rules, "A `RuleSet`.")
        .def_property_readonly("factor", [](const Convention& c) { return c.options.factor; })
        .def_property_readonly("screening", [](const Convention& c) { return c.options.screening; })
        .def_property_readonly("neighbours", [](const Convention& c) { return c.options.neighbours; })
        .def("__repr__", [](const Convention& c) { return "<ChartConvention " + quoted(c.name) + ">"; });
}

void bind_findings(py::module_& s) {
    const auto pair = [](const stats::Signals& signals) { return std::pair(signals.high, signals.low); };
    py::class_<Disagreement>(s, "ConventionDisagreement",
                             "A point that is a signal by one convention and not, or in another direction, by another.")
        .def_readonly("first", &Disagreement::first, "Name of the convention.")
        .def_readonly("second", &Disagreement::second)
        .def_readonly("point", &Disagreement::point, "From 0.")
        .def_property_readonly(
            "by_first", [pair](const Disagreement& d) { return pair(d.by_first); }, "Signals: high, low.")
        .def_property_readonly("by_second", [pair](const Disagreement& d) { return pair(d.by_second); })
        .def("__repr__", [](const Disagreement& d) {
            return "<ConventionDisagreement at " + std::to_string(d.point) + ": " + d.first + ", " + d.second + ">";
        });
    py::class_<stats::FalseAlarms>(s, "FalseAlarms", "How often a chart of a process that does not change cries wolf.")
        .def_readonly("any_point", &stats::FalseAlarms::any_point, "Share of series with a signal anywhere.")
        .def_readonly("latest_point", &stats::FalseAlarms::latest_point, "Share whose latest point is a signal.")
        .def_readonly("standard_error", &stats::FalseAlarms::standard_error, "Of `any_point`.")
        .def("__repr__", [](const stats::FalseAlarms& f) { return "<FalseAlarms: " + shown(f.any_point) + ">"; });
}

}  // namespace

Convention convention_of(const AnyConvention& given) {
    if (const auto* const name = std::get_if<std::string>(&given)) {
        return of_library(stats::chart_convention(*name));
    }
    return std::get<Convention>(given);
}

stats::ChartOptions options_of(const Convention& convention, stats::Chart chart, int baseline_points) {
    if (baseline_points < 0) {
        refuse("out-of-domain", "baseline_points is " + std::to_string(baseline_points), "Pass 0 for all points.");
    }
    stats::ChartOptions options = convention.options;
    options.chart = chart;
    options.baseline_points = static_cast<std::size_t>(baseline_points);
    return options;
}

void bind_chart_conventions(py::module_& s) {
    bind_choices(s);
    bind_findings(s);
    const auto chart = py::arg("chart") = stats::Chart::xmr;
    const auto none = py::none();
    s.def(
        "chart_conventions",
        [] {
            py::typing::Dict<std::string, std::string> editions;
            for (const stats::ChartConvention& known : stats::chart_conventions()) {
                editions[py::str(std::string(known.name))] = std::string(known.edition);
            }
            return editions;
        },
        R"(The conventions that `charts` and `process_icons` know: name → edition.

>>> from ontrack import stats
>>> "nelson" in stats.chart_conventions()
True)");
    s.def(
        "chart_convention", [](const std::string& name) { return convention_of(name); }, py::arg("name"),
        R"(A convention that the library knows, by its name; DataError lists the names.

>>> from ontrack import stats
>>> stats.chart_convention("nelson").rules
<RuleSet 'nelson': 8 rules>)");
    s.def("conventions_that_disagree", &conventions_that_disagree, py::arg("values"), py::kw_only(),
          py::arg("conventions") = none, chart, py::arg("denominators") = none, py::arg("deviations") = none,
          py::arg("use") = none, py::arg("starts") = none,
          R"(Where conventions give different classes (none, high, low, no direction) on one series (1-D).

A list by pair of conventions, then by point. conventions: names or `ChartConvention`s; None for all that the library knows.
The other arguments are those of `charts`. A convention without a result for the series counts as no signal.

>>> from ontrack import stats
>>> rising = [10, 12, 11, 13, 12, 10, 11, 12, 13, 14, 15, 16, 17]
>>> stats.conventions_that_disagree(rising, conventions=["making-data-count-8", "western-electric"])[0]
<ConventionDisagreement at 5: making-data-count-8, western-electric>)");
    s.def("false_alarms", &false_alarms, py::arg("length").noconvert(), py::kw_only(),
          py::arg("convention") = "making-data-count-7", chart, py::arg("baseline_points").noconvert() = 0,
          py::arg("replications").noconvert() = 10'000, py::arg("seed").noconvert() = 1,
          R"(How often an XmR or run chart of a process that does not change has a signal, by simulation.

`replications` series of `length` independent normal values, the limits of each from the series itself. The same numbers for
the same seed on every machine. NaN where a chart of so few points has no limits, or for another chart.

>>> from ontrack import stats
>>> stats.false_alarms(24, replications=1000).any_point > stats.false_alarms(12, replications=1000).any_point
True)");
    s.def("signals", &signals, py::arg("value"), py::arg("centre"), py::arg("lower") = none, py::arg("upper") = none,
          py::arg("lower_warning") = none, py::arg("upper_warning") = none, py::kw_only(), py::arg("rules"),
          R"(Judges points against lines of one's own: uint16 with a last axis of two, high and low; bit i is rules[i].

value: one series (1-D), or series × points; NaN for a gap. Lines: of the same shape, or a single number for all; warnings at
2σ; the lines at 1σ lie midway between them and the centre. A rule whose line is not given never signals. rules: a `RuleSet`.

>>> from ontrack import stats
>>> stats.signals([5, 9, 16], 10, 4, 15, rules=stats.shewhart_with_run()).tolist()
[[0, 0], [0, 0], [1, 0]])");
}

}  // namespace ontrack::python
