#include <ontrack/stats/chart_conventions.hpp>
#include <ontrack/stats/process_icons.hpp>

#include "bindings.hpp"
#include "chart_results.hpp"
#include "panels.hpp"

namespace ontrack::python {
namespace {

/// A byte for each element of `shape`, 0 to `most`; a single number stands for all.
Statuses codes(const char* name, const ArrayLike& argument, const std::vector<py::ssize_t>& shape, std::int64_t most) {
    const Integers given = Integers::ensure(numbers(name, argument, "iub"));
    const std::vector<py::ssize_t> has(given.shape(), given.shape() + given.ndim());
    if (!has.empty() && has != shape) {
        refuse(
            "wrong-shape",
            std::string(name) + " has the shape " + shape_of(given) + ", not " + std::string(py::str(py::cast(shape))),
            "Pass one for each, or a single one for all.");
    }
    Statuses result(shape);
    const std::span<std::uint8_t> out = writable(result);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::int64_t code = given.data()[has.empty() ? 0 : i];
        if (code < 0 || code > most) {
            refuse("out-of-domain", std::string(name) + "[" + std::to_string(i) + "] is " + std::to_string(code),
                   "Pass 0 to " + std::to_string(most) + ".");
        }
        out[i] = static_cast<std::uint8_t>(code);
    }
    return result;
}

/// The kernel's one-byte enumerations lie in NumPy's uint8, its pairs of words in uint16.
template <typename T, typename Array>
std::span<T> as(Array& array) {
    constexpr std::size_t elements = sizeof(T) / sizeof(typename Array::value_type);
    static_assert(elements * sizeof(typename Array::value_type) == sizeof(T));
    return {reinterpret_cast<T*>(array.mutable_data()), static_cast<std::size_t>(array.size()) / elements};
}

std::vector<py::ssize_t> pairs(std::vector<py::ssize_t> shape) {
    shape.push_back(2);
    return shape;
}

/// The columns of points, kept while a kernel reads them.
class Points {
public:
    Points(const ArrayLike& values, const std::optional<ArrayLike>& offsets,
           const std::optional<ArrayLike>& denominators, const std::optional<ArrayLike>& deviations,
           const std::optional<ArrayLike>& use, const std::optional<ArrayLike>& starts)
        : series("values", values, offsets),
          denominators_(series.like("denominators", denominators)),
          deviations_(series.like("deviations", deviations)) {
        panel.series = {series.first(), series.offsets()};
        if (denominators_) {
            panel.denominators = span_of(*denominators_);
        }
        if (deviations_) {
            panel.deviations = span_of(*deviations_);
        }
        if (use) {
            use_ = codes("use", *use, series.shape(), 3);
            panel.use = as<stats::PointUse>(*use_);
        }
        if (starts) {
            starts_ = codes("starts", *starts, series.shape(), 1);
            panel.starts = as<std::uint8_t>(*starts_);
        }
    }

    SeriesArray series;
    stats::ChartPanel panel;

private:
    std::optional<Doubles> denominators_, deviations_;
    std::optional<Statuses> use_, starts_;
};

stats::ChartOptions options_of(const stats::ChartConvention& convention, stats::Chart chart, int baseline_points,
                               int threads) {
    if (baseline_points < 0) {
        refuse("out-of-domain", "baseline_points is " + std::to_string(baseline_points), "Pass 0 for all points.");
    }
    if (threads < 1) {
        refuse("wrong-threads", "threads is " + std::to_string(threads), "Pass 1 or more.");
    }
    stats::ChartOptions options = convention.options;
    options.chart = chart;
    options.baseline_points = static_cast<std::size_t>(baseline_points);
    return options;
}

ControlCharts charts(const ArrayLike& values, const std::optional<ArrayLike>& offsets, stats::Chart chart,
                     const std::string& convention_name, const std::optional<ArrayLike>& denominators,
                     const std::optional<ArrayLike>& deviations, const std::optional<ArrayLike>& use,
                     const std::optional<ArrayLike>& starts, int baseline_points, int threads,
                     const OnInvalid& on_invalid) {
    const bool raise = raises(on_invalid);
    const stats::ChartConvention& convention = stats::chart_convention(convention_name);
    const stats::ChartOptions options = options_of(convention, chart, baseline_points, threads);
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
        stats::charts_into(points.panel, options, convention.rules, static_cast<unsigned>(threads), columns, signals,
                           status);
    }
    if (raise) {
        stats::require_ok(status, points.series.name());
    }
    for (const py::array& array :
         std::initializer_list<py::array>{found.value, found.centre, found.lower, found.upper, found.lower_warning,
                                          found.upper_warning, found.signals, found.status}) {
        freeze(array);
    }
    return found;
}

ProcessIcons process_icons(const ArrayLike& values, const std::optional<ArrayLike>& offsets, stats::Chart chart,
                           const std::string& convention_name, const std::optional<ArrayLike>& denominators,
                           const std::optional<ArrayLike>& deviations, const std::optional<ArrayLike>& use,
                           const std::optional<ArrayLike>& starts, const std::optional<ArrayLike>& targets_argument,
                           const std::optional<ArrayLike>& next_argument, const ArrayLike& better_argument,
                           int baseline_points, int threads, const OnInvalid& on_invalid) {
    const bool raise = raises(on_invalid);
    const stats::ChartConvention& convention = stats::chart_convention(convention_name);
    const stats::ChartOptions options = options_of(convention, chart, baseline_points, threads);
    Points points(values, offsets, denominators, deviations, use, starts);
    const std::vector<py::ssize_t> shape{points.series.size()};
    Statuses better = codes("better", better_argument, shape, 2);
    points.panel.better = as<stats::Better>(better);
    const std::optional<Doubles> targets = points.series.like("targets", targets_argument);
    if (targets) {
        points.panel.targets = span_of(*targets);
    }
    std::optional<Doubles> next;
    if (next_argument) {
        next = of_shape(doubles("next_targets", *next_argument), shape);
        if (next->ndim() != 1 || next->shape(0) != shape[0]) {
            refuse("wrong-shape",
                   "next_targets has the shape " + shape_of(*next) + ", and there are " + std::to_string(shape[0]) +
                       " series",
                   "Pass one target per series (NaN for none), or a single number for all.");
        }
        points.panel.next_targets = span_of(*next);
    }
    ProcessIcons found{Statuses(shape), Statuses(shape), Statuses(shape),     Doubles(shape),  Doubles(shape),
                       Doubles(shape),  Doubles(shape),  Words(pairs(shape)), Integers(shape), Statuses(shape)};
    const stats::IconColumns columns{as<stats::Variation>(found.variation),
                                     as<stats::Assurance>(found.assurance),
                                     as<stats::Assurance>(found.next_assurance),
                                     as<stats::Signals>(found.signals),
                                     writable(found.value),
                                     writable(found.centre),
                                     writable(found.lower),
                                     writable(found.upper),
                                     writable(found.baseline_points),
                                     as<stats::Status>(found.status)};
    {
        const py::gil_scoped_release unlocked;
        stats::process_icons_into(points.panel, options, convention.rules, static_cast<unsigned>(threads), columns);
    }
    if (raise) {
        stats::require_ok(columns.status, points.series.name());
    }
    for (const py::array& array : std::initializer_list<py::array>{
             found.variation, found.assurance, found.next_assurance, found.value, found.centre, found.lower,
             found.upper, found.signals, found.baseline_points, found.status}) {
        freeze(array);
    }
    return found;
}

}  // namespace

void bind_control_charts(py::module_& s) {
    bind_chart_results(s);
    const auto offsets = py::arg("offsets") = py::none();
    const auto chart = py::arg("chart") = stats::Chart::xmr;
    const auto convention = py::arg("convention") = "making-data-count-7";
    const auto denominators = py::arg("denominators") = py::none();
    const auto deviations = py::arg("deviations") = py::none();
    const auto use = py::arg("use") = py::none();
    const auto starts = py::arg("starts") = py::none();
    const auto baseline_points = py::arg("baseline_points").noconvert() = 0;
    const auto threads = py::arg("threads").noconvert() = 1;
    const auto on_invalid = py::arg("on_invalid") = "status";
    s.def("charts", &charts, py::arg("values"), offsets, py::kw_only(), chart, convention, denominators, deviations,
          use, starts, baseline_points, threads, on_invalid, R"(The lines and signals of every point of every series.

values: x, events or measurement, NaN for a gap; series × points (2-D), or one column (1-D) whose series i is
    values[offsets[i]:offsets[i + 1]]; a column without offsets is one series.
denominators: n > 0; whole subgroup sizes ≥ 2 for xbar and s. deviations: subgroup standard deviations of xbar and s.
use: a `PointUse` for each point. starts: true where a new phase, a chart of its own, starts.
baseline_points: how many points of each phase, from its first, make the lines (a freeze); 0 for all.
convention: rules and recorded choices by name, one of `chart_conventions()`.
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
    s.def("process_icons", &process_icons, py::arg("values"), offsets, py::kw_only(), chart, convention, denominators,
          deviations, use, starts, py::arg("targets") = py::none(), py::arg("next_targets") = py::none(),
          py::arg("better") = stats::Better::neither, baseline_points, threads, on_invalid,
          R"(Variation and assurance at the latest point of every series (Making Data Count, NHS England 2019).

The arguments of `charts`, and
targets: in the unit of the values, one for each point (a trajectory) or one number for all. next_targets: the target of
    the period to come, one for each series or one number for all. better: a `Better` for each series, or one for all.
The target passes where high is better and it is below the lower limit, fails above the upper; else it is hit or miss.

>>> from ontrack import stats
>>> icons = stats.process_icons([10, 12, 11, 13, 12, 10, 11, 30], targets=40, better=stats.Better.low)
>>> stats.Variation(icons.variation[0]).name, stats.Assurance(icons.assurance[0]).name
('concerning_high', 'pass_'))");
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
    def_numbers<1>(
        s, "c4", {"n"}, [](const std::array<double, 1>& v) { return stats::c4(v[0]); },
        R"(c₄(n) = √(2/(n − 1))·Γ(n/2)/Γ((n − 1)/2): E(s) = c₄σ for n ≥ 2 normal values; NaN below 2.

>>> from ontrack import stats
>>> stats.c4([2, 5, 10]).round(4).tolist()
[0.7979, 0.94, 0.9727])");
}

}  // namespace ontrack::python
