#include <ontrack/stats/comparison_conventions.hpp>
#include <ontrack/stats/funnel.hpp>

#include "bindings.hpp"
#include "funnels.hpp"

namespace ontrack::python {
namespace {

using stats::Dispersion;
using stats::EventFunnel;
using stats::FunnelLimits;
using stats::FunnelOptions;
using stats::FunnelStatistic;
using stats::Overdispersion;
using stats::Trimming;

struct Funnel {
    Doubles value, lower, upper, outer_lower, outer_upper, z;
    Statuses comparison, status;
    stats::Funnel shared;
};

struct FunnelLines {
    Doubles lower, upper, outer_lower, outer_upper;
    Statuses status;
};

Funnel funnel(const ArrayLike& x_argument, const ArrayLike& n_argument, const std::optional<FunnelOptions>& options,
              const OnInvalid& on_invalid) {
    const bool raise = raises(on_invalid);
    const auto [x, n] = two_columns("x", x_argument, "n", n_argument);
    const py::ssize_t size = x.size();
    Funnel found{Doubles(size),  Doubles(size),  Doubles(size),
                 Doubles(size),  Doubles(size),  Doubles(size),
                 Statuses(size), Statuses(size), {}};
    const stats::FunnelColumns columns{writable(found.value),
                                       writable(found.lower),
                                       writable(found.upper),
                                       writable(found.outer_lower),
                                       writable(found.outer_upper),
                                       writable(found.z),
                                       as<stats::Comparison>(found.comparison),
                                       as<stats::Status>(found.status)};
    {
        const py::gil_scoped_release unlocked;
        found.shared = stats::funnel_into(span_of(x), span_of(n), options.value_or(FunnelOptions()), columns);
    }
    if (raise) {
        stats::require_ok(columns.status, "x");
    }
    freeze_all(found.value, found.lower, found.upper, found.outer_lower, found.outer_upper, found.z, found.comparison,
               found.status);
    return found;
}

FunnelLines funnel_lines(const Funnel& drawn, const ArrayLike& argument, const std::optional<FunnelOptions>& options) {
    const Doubles n = doubles("n", argument);
    if (n.ndim() != 1) {
        refuse("wrong-shape", "n has the shape " + shape_of(n), "Pass the bases in one column (1-D).");
    }
    FunnelLines found{Doubles(n.size()), Doubles(n.size()), Doubles(n.size()), Doubles(n.size()), Statuses(n.size())};
    stats::FunnelColumns columns;
    columns.lower = writable(found.lower);
    columns.upper = writable(found.upper);
    columns.outer_lower = writable(found.outer_lower);
    columns.outer_upper = writable(found.outer_upper);
    columns.status = as<stats::Status>(found.status);
    stats::funnel_lines_into(drawn.shared, span_of(n), options.value_or(FunnelOptions()), columns);
    freeze_all(found.lower, found.upper, found.outer_lower, found.outer_upper, found.status);
    return found;
}

void bind_words(py::module_& s) {
    py::native_enum<FunnelStatistic>(s, "FunnelStatistic", "enum.Enum", "What the points of a funnel are.")
        .value("proportion", FunnelStatistic::proportion)
        .value("rate", FunnelStatistic::rate)
        .value("ratio", FunnelStatistic::ratio)
        .finalize();
    py::native_enum<FunnelLimits>(s, "FunnelLimits", "enum.Enum",
                                  R"(How limits around the target θ open as the base n falls.

With E = θ·n and τ² the variance between areas: score θ ∓ z·√(s² + τ²), s² = θ(1 − θ)/n of a proportion, else θ/n
(Spiegelhalter 2005); wilson, as if θ·n events had been seen; exact, the inverted Poisson tails of E; exact_around, Garwood's
limits around E; arcsine sin²(arcsin √θ ∓ z·√(1/(4n) + τ²)); log θ·exp(∓z·√(1/E + τ²)); root (√θ ∓ z·√(1/(4n) + τ²))²;
root_not_squared and log_of_counts, FunnelPlotR's.)")
        .value("score", FunnelLimits::score)
        .value("wilson", FunnelLimits::wilson)
        .value("exact", FunnelLimits::exact)
        .value("exact_around", FunnelLimits::exact_around)
        .value("arcsine", FunnelLimits::arcsine)
        .value("log", FunnelLimits::log)
        .value("root", FunnelLimits::root)
        .value("root_not_squared", FunnelLimits::root_not_squared)
        .value("log_of_counts", FunnelLimits::log_of_counts)
        .finalize();
    py::native_enum<Overdispersion>(s, "Overdispersion", "enum.Enum",
                                    "What is done when areas differ by more than chance.")
        .value("none", Overdispersion::none)
        .value("additive", Overdispersion::additive)
        .value("multiplicative", Overdispersion::multiplicative)
        .finalize();
    py::native_enum<Trimming>(s, "Trimming", "enum.Enum",
                              "What is done with extreme z-scores before dispersion is estimated.")
        .value("none", Trimming::none)
        .value("winsorise", Trimming::winsorise)
        .value("truncate", Trimming::truncate)
        .finalize();
}

void bind_options(py::module_& s) {
    const FunnelOptions usual;
    py::class_<FunnelOptions>(s, "FunnelOptions",
                              "How a funnel is drawn and judged; `funnel_convention` has known ones.")
        .def(py::init([](FunnelStatistic statistic, FunnelLimits limits, std::optional<double> target,
                         Overdispersion overdispersion, Trimming trimming, double trimming_share, double confidence,
                         double outer_confidence, int z_decimals, double per, double minimum_events,
                         stats::Better better) {
                 return FunnelOptions{statistic,
                                      limits,
                                      target.value_or(std::numeric_limits<double>::quiet_NaN()),
                                      overdispersion,
                                      {trimming, trimming_share},
                                      confidence,
                                      outer_confidence,
                                      z_decimals,
                                      per,
                                      minimum_events,
                                      better};
             }),
             py::kw_only(), py::arg("statistic") = usual.statistic, py::arg("limits") = usual.limits,
             py::arg("target") = py::none(), py::arg("overdispersion") = usual.overdispersion,
             py::arg("trimming") = usual.trimming.method, py::arg("trimming_share") = usual.trimming.share,
             py::arg("confidence") = usual.confidence, py::arg("outer_confidence") = usual.outer_confidence,
             py::arg("z_decimals") = usual.z_decimals, py::arg("per") = usual.per,
             py::arg("minimum_events") = usual.minimum_events, py::arg("better") = usual.better)
        .def_readonly("statistic", &FunnelOptions::statistic)
        .def_readonly("limits", &FunnelOptions::limits)
        .def_property_readonly(
            "target", [](const FunnelOptions& o) { return there(o.target); },
            "In units of x/n; None: 1 for a ratio, else the pooled Σx/Σn.")
        .def_readonly("overdispersion", &FunnelOptions::overdispersion)
        .def_property_readonly("trimming", [](const FunnelOptions& o) { return o.trimming.method; })
        .def_property_readonly(
            "trimming_share", [](const FunnelOptions& o) { return o.trimming.share; }, "At each end.")
        .def_readonly("confidence", &FunnelOptions::confidence)
        .def_readonly("outer_confidence", &FunnelOptions::outer_confidence)
        .def_readonly("z_decimals", &FunnelOptions::z_decimals,
                      "Normal quantiles are rounded to so many decimals; -1: not at all.")
        .def_readonly("per", &FunnelOptions::per, "Values and limits are multiplied by it.")
        .def_readonly("minimum_events", &FunnelOptions::minimum_events, "A point with fewer is not judged.")
        .def_readonly("better", &FunnelOptions::better);
}

}  // namespace

void bind_funnels(py::module_& s) {
    bind_words(s);
    bind_options(s);
    bind_dispersion(s);
    py::class_<Funnel> drawn(s, "Funnel", "Points, limits and classes: read-only arrays, one element for each point.");
    drawn.def_readonly("value", &Funnel::value)
        .def_readonly("lower", &Funnel::lower)
        .def_readonly("upper", &Funnel::upper)
        .def_readonly("outer_lower", &Funnel::outer_lower)
        .def_readonly("outer_upper", &Funnel::outer_upper)
        .def_readonly("z", &Funnel::z, "(y − target)/s on the scale of the limits, without allowance for dispersion.")
        .def_readonly("comparison", &Funnel::comparison, "uint8, one `Comparison` for each point.")
        .def_property_readonly(
            "target", [](const Funnel& f) { return there(f.shared.target); }, "In the values' unit.")
        .def_property_readonly(
            "dispersion", [](const Funnel& f) { return f.shared.dispersion; }, "A `Dispersion`.")
        .def_property_readonly(
            "shared_status", [](const Funnel& f) { return f.shared.status; }, "Of what all points share: a `Status`.");
    def_series(drawn, {"value", "lower", "upper", "outer_lower", "outer_upper", "z", "comparison"});
    py::class_<FunnelLines> lines(s, "FunnelLines",
                                  "The lines of a funnel at bases of one's choice: read-only arrays.");
    lines.def_readonly("lower", &FunnelLines::lower)
        .def_readonly("upper", &FunnelLines::upper)
        .def_readonly("outer_lower", &FunnelLines::outer_lower)
        .def_readonly("outer_upper", &FunnelLines::outer_upper);
    def_series(lines, {"lower", "upper", "outer_lower", "outer_upper"});
    py::class_<EventFunnel>(s, "EventFunnel", "The bases at which so many events would be on each limit.")
        .def_property_readonly("lower_base", [](const EventFunnel& f) { return there(f.lower_base); })
        .def_property_readonly("upper_base", [](const EventFunnel& f) { return there(f.upper_base); })
        .def_property_readonly("outer_lower_base", [](const EventFunnel& f) { return there(f.outer_lower_base); })
        .def_property_readonly("outer_upper_base", [](const EventFunnel& f) { return there(f.outer_upper_base); })
        .def_readonly("status", &EventFunnel::status);

    const auto options = py::arg("options") = py::none();
    s.def("funnel", &funnel, py::arg("x"), py::arg("n"), options, py::kw_only(), py::arg("on_invalid") = "status",
          R"(A funnel plot: points x of n, limits around a target, and each point's class (Spiegelhalter 2005).

x, n: events and their base, exposure or expected number, one column (1-D). options: `FunnelOptions`, None for the usual. A point outside its limits
is lower or higher (worse or better), outside the outer ones lowest or highest; on a limit it is similar.

>>> from ontrack import stats
>>> drawn = stats.funnel([10, 20, 60], [200, 200, 200])
>>> drawn.target, [stats.Comparison(code).name for code in drawn.comparison]
(0.15, ['lowest', 'lower', 'highest']))");
    s.def("funnel_lines", &funnel_lines, py::arg("funnel"), py::arg("n"), options,
          R"(The lines of a funnel at bases n (1-D), to draw it. options: those that it was made with.

>>> from ontrack import stats
>>> drawn = stats.funnel([10, 20, 60], [200, 200, 200])
>>> stats.funnel_lines(drawn, [200]).upper.item() == drawn.upper[0].item()
True)");
    s.def(
        "event_funnel",
        [](double events, const Funnel& drawn_, const std::optional<FunnelOptions>& options_) {
            return stats::event_funnel(events, drawn_.shared, options_.value_or(FunnelOptions()));
        },
        py::arg("events"), py::arg("funnel"), options,
        R"(The exact funnel the other way round, as PHEindicatormethods draws it: Garwood's limits of the events over the target.

>>> from ontrack import stats
>>> by = stats.FunnelOptions(statistic=stats.FunnelStatistic.rate, limits=stats.FunnelLimits.exact)
>>> drawn = stats.funnel([10, 20, 60], [200, 200, 200], by)
>>> round(stats.event_funnel(10, drawn, by).upper_base, 3)
31.969)");
}

}  // namespace ontrack::python
