#include "bindings.hpp"
#include "chart_panels.hpp"
#include "chart_results.hpp"

namespace ontrack::python {
namespace {

ControlCharts charts(const ArrayLike& values, const std::optional<ArrayLike>& offsets, stats::Chart chart,
                     const AnyConvention& convention_argument, const std::optional<ArrayLike>& denominators,
                     const std::optional<ArrayLike>& deviations, const std::optional<ArrayLike>& use,
                     const std::optional<ArrayLike>& starts, int baseline_points, int threads,
                     const OnInvalid& on_invalid) {
    const bool raise = raises(on_invalid);
    const Convention convention = convention_of(convention_argument);
    const stats::ChartOptions options = options_of(convention, chart, baseline_points);
    const unsigned parts = checked_threads(threads);
    const Points points(values, offsets, denominators, deviations, use, starts);
    const std::vector<py::ssize_t> shape = points.series.shape();
    ControlCharts found{Doubles(shape), Doubles(shape), Doubles(shape),      Doubles(shape),
                        Doubles(shape), Doubles(shape), Words(pairs(shape)), Statuses(points.series.size())};
    const stats::ChartColumns columns{writable(found.value),         writable(found.centre),
                                      writable(found.lower),         writable(found.upper),
                                      writable(found.lower_warning), writable(found.upper_warning)};
    const std::span<stats::Signals> signals = as<stats::Signals>(found.signals);
    const std::span<stats::Status> status = as<stats::Status>(found.status);
    {
        const py::gil_scoped_release unlocked;
        stats::charts_into(points.panel, options, convention.rules.set, parts, columns, signals, status);
    }
    if (raise) {
        stats::require_ok(status, points.series.name());
    }
    freeze_all(found.value, found.centre, found.lower, found.upper, found.lower_warning, found.upper_warning,
               found.signals, found.status);
    return found;
}

struct Subgroups {
    Doubles mean, deviation, size;
};

Subgroups subgroups(const ArrayLike& values, const std::optional<ArrayLike>& offsets) {
    const SeriesArray panel("values", values, offsets);
    Subgroups found{Doubles(panel.size()), Doubles(panel.size()), Doubles(panel.size())};
    stats::subgroups_into({panel.first(), panel.offsets()}, writable(found.mean), writable(found.deviation),
                          writable(found.size));
    freeze_all(found.mean, found.deviation, found.size);
    return found;
}

}  // namespace

void bind_control_charts(py::module_& s) {
    bind_chart_results(s);
    bind_chart_rules(s);
    bind_process_icons(s);
    const ChartArguments all;
    s.def("charts", &charts, py::arg("values"), all.offsets, py::kw_only(), all.chart, all.convention, all.denominators,
          all.deviations, all.use, all.starts, all.baseline_points, all.threads, all.on_invalid,
          R"(The lines and signals of every point of every series.

values: x, events or measurement, NaN for a gap; series × points (2-D), or one column (1-D) whose series i is
    values[offsets[i]:offsets[i + 1]]; a column without offsets is one series.
denominators: n > 0; whole subgroup sizes ≥ 2 for xbar and s. deviations: subgroup standard deviations of xbar and s.
use: a `PointUse` for each point. starts: true where a new phase, a chart of its own, starts.
baseline_points: how many points of each phase, from its first, make the lines (a freeze); 0 for all.
convention: rules and recorded choices, a `ChartConvention` or the name of one of `chart_conventions()`.
chart: what is plotted; its centre; σ of one point. Limits are centre ± 3σ, R̄ is the mean moving range, R̄/d its σ.
    run: x; median; no limits. xmr: x; mean; R̄/d (Shewhart 1931; Wheeler 1993). mr: |Δx|; R̄; upper limit 3.267·R̄
    xbar: mean; Σnx̄/Σn; s̄/(c₄√n). s: deviation; s̄; s̄√(1 − c₄²)/c₄
    p: x/n; Σx/Σn; √(p̄(1 − p̄)/n). u: x/n; Σx/Σn; √(ū/n). c: x; mean; √c̄
    p_prime, u_prime, c_prime: the same times the R̄/d of the z-values (Laney 2002)
    g: opportunities between events; median; limits mean + 3√(m(m + 1)), lower 0 (Benneyan 2001)
    t: time between events; an xmr chart of x^(1/3.6), transformed back (Nelson 1994)
    i_prime: x/n; Σx/Σn; σ̄/√n (Taylor 2017)

>>> from ontrack import stats
>>> drawn = stats.charts([10, 12, 11, 13, 12, 10, 11, 30])
>>> drawn.centre[0].item(), drawn.upper[0].round(4).item(), drawn.signals[-1].tolist()
(13.625, 24.265, [1, 0]))");
    py::class_<Subgroups>(s, "Subgroups", "What charts xbar and s are drawn from: one element for each subgroup.")
        .def_readonly("mean", &Subgroups::mean)
        .def_readonly("deviation", &Subgroups::deviation, "With divisor n − 1.")
        .def_readonly("size", &Subgroups::size)
        .def("__len__", [](const Subgroups& g) { return g.size.size(); })
        .def("__repr__", [](const Subgroups& g) { return "<Subgroups: " + std::to_string(g.size.size()) + ">"; });
    s.def("subgroups", &subgroups, py::arg("values"), all.offsets,
          R"(Mean, standard deviation and size of each subgroup, for the charts xbar and s; NaN are left out.

values: subgroups × values (2-D), or one column (1-D) whose subgroup i is values[offsets[i]:offsets[i + 1]].

>>> from ontrack import stats
>>> groups = stats.subgroups([[1, 2, 3], [2, 4, 6]])
>>> groups.mean.tolist(), groups.deviation.tolist(), groups.size.tolist()
([2.0, 4.0], [1.0, 2.0], [3.0, 3.0]))");
    def_numbers<1>(
        s, "c4", {"n"}, [](const std::array<double, 1>& v) { return stats::c4(v[0]); },
        R"(c₄(n) = √(2/(n − 1))·Γ(n/2)/Γ((n − 1)/2): E(s) = c₄σ for n ≥ 2 normal values; NaN below 2.

>>> from ontrack import stats
>>> stats.c4([2, 5, 10]).round(4).tolist()
[0.7979, 0.94, 0.9727])");
}

}  // namespace ontrack::python
