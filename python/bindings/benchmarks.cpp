#include <ontrack/stats/benchmark.hpp>

#include "bindings.hpp"
#include "series_results.hpp"

namespace ontrack::python {
namespace {

using stats::Better;
using stats::Comparison;

/// Arrays of one shape, numbers repeated to it.
template <std::size_t n>
struct Columns {
    std::array<Doubles, n> arrays;
    std::vector<py::ssize_t> shape;

    Columns(const std::array<const char*, n>& names, const std::array<const ArrayLike*, n>& arguments) {
        for (std::size_t i = 0; i < n; ++i) {
            arrays[i] = doubles(names[i], *arguments[i]);
        }
        shape = common_shape(names, arrays);
        for (Doubles& array : arrays) {
            array = of_shape(array, shape);
        }
    }
    std::span<const double> operator[](std::size_t i) const { return span_of(arrays[i]); }
};

/// One class for each element, `compare(out)` without Python's lock.
template <typename Compare>
Statuses classes(const std::vector<py::ssize_t>& shape, Compare compare) {
    Statuses found(shape);
    const std::span<Comparison> out = as<Comparison>(found);
    {
        const py::gil_scoped_release unlocked;
        compare(out);
    }
    freeze(found);
    return found;
}

Statuses with_benchmark(const ArrayLike& lower, const ArrayLike& upper, const ArrayLike& benchmark, Better better,
                        const std::optional<ArrayLike>& outer_lower, const std::optional<ArrayLike>& outer_upper) {
    if (outer_lower.has_value() != outer_upper.has_value()) {
        refuse("wrong-shape", "one of outer_lower and outer_upper is given", "Pass both, or neither.");
    }
    const ArrayLike* const outer_below = outer_lower ? &*outer_lower : &lower;
    const ArrayLike* const outer_above = outer_upper ? &*outer_upper : &upper;
    const Columns<5> in({"lower", "upper", "benchmark", "outer_lower", "outer_upper"},
                        {&lower, &upper, &benchmark, outer_below, outer_above});
    return classes(in.shape, [&](std::span<Comparison> out) {
        stats::IntervalColumns intervals{in[0], in[1]};
        if (outer_lower) {
            intervals.outer_lower = in[3];
            intervals.outer_upper = in[4];
        }
        stats::compare_with_benchmark_into(intervals, in[2], better, out);
    });
}

Statuses intervals(const ArrayLike& lower, const ArrayLike& upper, const ArrayLike& other_lower,
                   const ArrayLike& other_upper, Better better) {
    const Columns<4> in({"lower", "upper", "comparator_lower", "comparator_upper"},
                        {&lower, &upper, &other_lower, &other_upper});
    return classes(in.shape, [&](std::span<Comparison> out) {
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i] = stats::compare_intervals({in[0][i], in[1][i]}, {in[2][i], in[3][i]}, better);
        }
    });
}

stats::BenchmarkOptions options_of(Better better, double confidence, std::optional<double> outer) {
    return {better, confidence, outer.value_or(0.0)};
}

Statuses proportion(const ArrayLike& value, const ArrayLike& n, const ArrayLike& benchmark, Better better,
                    double confidence, std::optional<double> outer) {
    const Columns<3> in({"value", "n", "benchmark"}, {&value, &n, &benchmark});
    return classes(in.shape, [&](std::span<Comparison> out) {
        stats::compare_proportion_into(in[0], in[1], in[2], options_of(better, confidence, outer), out);
    });
}

Statuses rate(const ArrayLike& value, const ArrayLike& exposure, const ArrayLike& benchmark, Better better,
              double confidence, std::optional<double> outer) {
    const Columns<3> in({"value", "exposure", "benchmark"}, {&value, &exposure, &benchmark});
    return classes(in.shape, [&](std::span<Comparison> out) {
        stats::compare_rate_into(in[0], in[1], in[2], options_of(better, confidence, outer), out);
    });
}

Statuses observed(const ArrayLike& events, const ArrayLike& expected, Better better, double confidence,
                  std::optional<double> outer) {
    const Columns<2> in({"observed", "expected"}, {&events, &expected});
    return classes(in.shape, [&](std::span<Comparison> out) {
        stats::compare_observed_into(in[0], in[1], options_of(better, confidence, outer), out);
    });
}

Statuses with_target(const ArrayLike& value, const ArrayLike& target, Better better) {
    const Columns<2> in({"value", "target"}, {&value, &target});
    return classes(in.shape, [&](std::span<Comparison> out) {
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i] = stats::compare_with_target(in[0][i], in[1][i], better);
        }
    });
}

Statuses interval_with_target(const ArrayLike& lower, const ArrayLike& upper, const ArrayLike& target, Better better) {
    const Columns<3> in({"lower", "upper", "target"}, {&lower, &upper, &target});
    return classes(in.shape, [&](std::span<Comparison> out) {
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i] = stats::compare_with_target(stats::Limits{in[0][i], in[1][i]}, in[2][i], better);
        }
    });
}

Statuses with_range(const ArrayLike& value, const ArrayLike& lower, const ArrayLike& upper, Better better) {
    const Columns<3> in({"value", "lower", "upper"}, {&value, &lower, &upper});
    return classes(in.shape, [&](std::span<Comparison> out) {
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i] = stats::compare_with_range(in[0][i], {in[1][i], in[2][i]}, better);
        }
    });
}

}  // namespace

void bind_benchmarks(py::module_& s) {
    py::native_enum<Comparison>(
        s, "Comparison", "enum.IntEnum",
        "How a value stands to what it is compared with; lowest to highest where neither direction is "
        "better.")
        .value("not_compared", Comparison::not_compared)
        .value("worst", Comparison::worst)
        .value("worse", Comparison::worse)
        .value("similar", Comparison::similar)
        .value("better", Comparison::better)
        .value("best", Comparison::best)
        .value("lowest", Comparison::lowest)
        .value("lower", Comparison::lower)
        .value("higher", Comparison::higher)
        .value("highest", Comparison::highest)
        .finalize();
    const auto better = py::arg("better");
    const auto confidence = py::arg("confidence") = 0.95;
    const auto outer = py::arg("outer_confidence") = py::none();
    s.def("compare_with_benchmark", &with_benchmark, py::arg("lower"), py::arg("upper"), py::arg("benchmark"),
          py::kw_only(), better, py::arg("outer_lower") = py::none(), py::arg("outer_upper") = py::none(),
          R"(Single overlap: similar when the benchmark lies within the value's interval, its bounds included.

uint8, one `Comparison` for each element; arrays of one shape, a single number stands for all. better: a `Better`. With a second,
wider interval (outer_lower, outer_upper) a value is best or worst outside both.

>>> from ontrack import stats
>>> found = stats.compare_with_benchmark([4, 5, 6], [6, 7, 8], 5.5, better=stats.Better.low)
>>> [stats.Comparison(code).name for code in found]
['similar', 'similar', 'worse'])");
    s.def("compare_intervals", &intervals, py::arg("lower"), py::arg("upper"), py::arg("comparator_lower"),
          py::arg("comparator_upper"), py::kw_only(), better,
          R"(Double overlap: similar when the two intervals touch. As `compare_with_benchmark`.

As a test it is conservative: 95 % intervals of equal length that just touch differ at the level 0.6 % (Schenker and
Gentleman 2001).

>>> from ontrack import stats
>>> stats.Comparison(stats.compare_intervals(1, 2, 3, 4, better=stats.Better.high).item()).name
'worse')");
    s.def("compare_proportion", &proportion, py::arg("value"), py::arg("n"), py::arg("benchmark"), py::kw_only(),
          better, confidence, outer,
          R"(A proportion (a fraction, of a base n) against Wilson's limits around the benchmark.

Similar within them, bounds included. outer_confidence: a second level above the first, as 0.998; None for one level only. Else
as `compare_with_benchmark`.

>>> from ontrack import stats
>>> found = stats.compare_proportion([0.05, 0.10, 0.25], 100, 0.10, better=stats.Better.low, outer_confidence=0.998)
>>> [stats.Comparison(code).name for code in found]
['better', 'similar', 'worst'])");
    s.def(
        "compare_rate", &rate, py::arg("value"), py::arg("exposure"), py::arg("benchmark"), py::kw_only(), better,
        confidence, outer,
        R"(A rate (events for each unit of the exposure) against exact Poisson limits around the benchmark (Garwood 1936).

As `compare_proportion`.

>>> from ontrack import stats
>>> stats.Comparison(stats.compare_rate(0.02, 1000, 0.01, better=stats.Better.neither).item()).name
'higher')");
    s.def(
        "compare_observed", &observed, py::arg("observed"), py::arg("expected"), py::kw_only(), better, confidence,
        outer,
        R"(Observed against expected events: the limits of the count (exact below 10, Byar from 10) over expected, against 1.

As `compare_proportion`.

>>> from ontrack import stats
>>> stats.Comparison(stats.compare_observed(30, 15, better=stats.Better.low).item()).name
'worse')");
    s.def("compare_with_target", &with_target, py::arg("value"), py::arg("target"), py::kw_only(), better,
          R"(Against a target, as Fingertips does it: better when it is met, else worse. As `compare_with_benchmark`.

>>> from ontrack import stats
>>> stats.Comparison(stats.compare_with_target(90, 90, better=stats.Better.high).item()).name
'better')");
    s.def("compare_interval_with_target", &interval_with_target, py::arg("lower"), py::arg("upper"), py::arg("target"),
          py::kw_only(), better,
          R"(The same by the value's interval: wholly at or above the target, wholly below it, or similar.

>>> from ontrack import stats
>>> stats.Comparison(stats.compare_interval_with_target(88, 92, 90, better=stats.Better.high).item()).name
'similar')");
    s.def("compare_with_range", &with_range, py::arg("value"), py::arg("lower"), py::arg("upper"), py::kw_only(),
          better,
          R"(Below a range, within it (similar, its lower end included), or at its upper end and above.

>>> from ontrack import stats
>>> [stats.Comparison(c).name for c in stats.compare_with_range([89, 90, 95], 90, 95, better=stats.Better.high)]
['worse', 'similar', 'better'])");
}

}  // namespace ontrack::python
