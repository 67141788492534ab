#include "bindings.hpp"
#include "chart_panels.hpp"
#include "chart_results.hpp"

namespace ontrack::python {
namespace {

ProcessIcons process_icons(const ArrayLike& values, const std::optional<ArrayLike>& offsets, stats::Chart chart,
                           const AnyConvention& convention_argument, const std::optional<ArrayLike>& denominators,
                           const std::optional<ArrayLike>& deviations, const std::optional<ArrayLike>& use,
                           const std::optional<ArrayLike>& starts, const std::optional<ArrayLike>& targets_argument,
                           const std::optional<ArrayLike>& next_argument, const ArrayLike& better_argument,
                           int baseline_points, int threads, const OnInvalid& on_invalid) {
    const bool raise = raises(on_invalid);
    const Convention convention = convention_of(convention_argument);
    const stats::ChartOptions options = options_of(convention, chart, baseline_points);
    const unsigned parts = checked_threads(threads);
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
        stats::process_icons_into(points.panel, options, convention.rules.set, parts, columns);
    }
    if (raise) {
        stats::require_ok(columns.status, points.series.name());
    }
    freeze_all(found.variation, found.assurance, found.next_assurance, found.value, found.centre, found.lower,
               found.upper, found.signals, found.baseline_points, found.status);
    return found;
}

Statuses assurance(const ArrayLike& lower_argument, const ArrayLike& upper_argument, const ArrayLike& targets_argument,
                   stats::Better better, stats::AtLimit at_limit) {
    constexpr std::array<const char*, 3> names{"lower", "upper", "targets"};
    std::array<Doubles, 3> arrays{doubles(names[0], lower_argument), doubles(names[1], upper_argument),
                                  doubles(names[2], targets_argument)};
    const std::vector<py::ssize_t> shape = common_shape(names, arrays);
    for (Doubles& array : arrays) {
        array = of_shape(array, shape);
    }
    Statuses found(shape);
    stats::assurance_into(span_of(arrays[0]), span_of(arrays[1]), span_of(arrays[2]), better, at_limit,
                          as<stats::Assurance>(found));
    freeze(found);
    return found;
}

Statuses variation(const ArrayLike& argument, stats::Better better) {
    const Integers signals = converted<Integers>("signals", numbers("signals", argument, "iu"));
    const py::ssize_t axes = signals.ndim();
    if (axes == 0 || signals.shape(axes - 1) != 2) {
        refuse("wrong-shape", "signals has the shape " + shape_of(signals), "The last axis is (high, low).");
    }
    Statuses found(std::vector<py::ssize_t>(signals.shape(), signals.shape() + axes - 1));
    const std::span<stats::Variation> out = as<stats::Variation>(found);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const std::int64_t* const pair = signals.data() + 2 * i;
        out[i] = stats::variation({static_cast<std::uint16_t>(pair[0]), static_cast<std::uint16_t>(pair[1])}, better);
    }
    freeze(found);
    return found;
}

}  // namespace

void bind_process_icons(py::module_& s) {
    const ChartArguments all;
    s.def("process_icons", &process_icons, py::arg("values"), all.offsets, py::kw_only(), all.chart, all.convention,
          all.denominators, all.deviations, all.use, all.starts, py::arg("targets") = py::none(),
          py::arg("next_targets") = py::none(), py::arg("better") = stats::Better::neither, all.baseline_points,
          all.threads, all.on_invalid,
          R"(Variation and assurance at the latest point of every series (Making Data Count, NHS England 2019).

The arguments of `charts`, and
targets: in the unit of the values, one for each point (a trajectory) or one number for all. next_targets: the target of
    the period to come, one for each series or one number for all. better: a `Better` for each series, or one for all.
The target passes where high is better and it is below the lower limit, fails above the upper; else it is hit or miss.

>>> from ontrack import stats
>>> icons = stats.process_icons([10, 12, 11, 13, 12, 10, 11, 30], targets=40, better=stats.Better.low)
>>> stats.Variation(icons.variation[0]).name, stats.Assurance(icons.assurance[0]).name
('concerning_high', 'pass_'))");
    s.def("assurance", &assurance, py::arg("lower"), py::arg("upper"), py::arg("targets"), py::kw_only(),
          py::arg("better"), py::arg("at_limit") = stats::AtLimit::inside,
          R"(Assurance at each point against a target that may move: uint8, one `Assurance` for each element.

lower, upper: limits. targets: in their unit. Arrays of one shape, a single number stands for all; NaN has no assurance. better:
a `Better`. at_limit: whether a target that equals a limit is hit or miss (inside, NHSRplotthedots) or decided (signal,
PowerBI-SPC). Where lower equals upper, a constant: pass if the target is met.

>>> from ontrack import stats
>>> moving = stats.assurance([10, 10, 10], [20, 20, 20], [9, 15, 21], better=stats.Better.high)
>>> [stats.Assurance(code).name for code in moving]
['pass_', 'hit_or_miss', 'fail'])");
    s.def(
        "variation", &variation, py::arg("signals"), py::kw_only(), py::arg("better"),
        R"(The class of each point by its signals: uint8, one `Variation` for each pair. The first rule broken decides.

signals: whole numbers with a last axis of two, as `charts` has them. better: a `Better`.

>>> from ontrack import stats
>>> drawn = stats.charts([10, 12, 11, 13, 12, 10, 11, 30])
>>> stats.Variation(stats.variation(drawn.signals, better=stats.Better.low)[-1]).name
'concerning_high')");
}

}  // namespace ontrack::python
