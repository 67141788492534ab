#include <ontrack/stats/run_chart.hpp>

#include "bindings.hpp"
#include "series_results.hpp"

namespace ontrack::python {
namespace {

using stats::RunAnalysis;
using stats::RunTest;

struct RunAnalyses {
    Integers useful, longest_run, crossings;
};

struct RebasedRuns {
    Doubles centre;
    Statuses starts;
    Integers medians;
};

/// Calls `see(i, first, size)` for every series.
template <typename See>
void each_series(const SeriesArray& panel, See see) {
    const std::span<const std::int64_t> offsets = panel.offsets();
    for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
        see(i, static_cast<std::size_t>(offsets[i]), static_cast<std::size_t>(offsets[i + 1] - offsets[i]));
    }
}

RunAnalyses analyse_runs(const ArrayLike& values, const std::optional<ArrayLike>& offsets,
                         const std::optional<ArrayLike>& centre_argument) {
    const SeriesArray panel("values", values, offsets);
    const std::optional<Doubles> centre = panel.like("centre", centre_argument);
    RunAnalyses found{Integers(panel.size()), Integers(panel.size()), Integers(panel.size())};
    const auto useful = writable(found.useful), longest = writable(found.longest_run),
               crossings = writable(found.crossings);
    each_series(panel, [&](std::size_t i, std::size_t first, std::size_t size) {
        const RunAnalysis runs =
            stats::analyse_runs(panel.first().subspan(first, size),
                                centre ? span_of(*centre).subspan(first, size) : std::span<const double>());
        useful[i] = static_cast<std::int64_t>(runs.useful);
        longest[i] = static_cast<std::int64_t>(runs.longest_run);
        crossings[i] = static_cast<std::int64_t>(runs.crossings);
    });
    freeze_all(found.useful, found.longest_run, found.crossings);
    return found;
}

py::array_t<bool> is_non_random(const RunAnalyses& runs, RunTest test) {
    py::array_t<bool> result(runs.useful.size());
    for (py::ssize_t i = 0; i < result.size(); ++i) {
        result.mutable_at(i) = stats::is_non_random(
            {static_cast<std::size_t>(runs.useful.at(i)), static_cast<std::size_t>(runs.longest_run.at(i)),
             static_cast<std::size_t>(runs.crossings.at(i))},
            test);
    }
    return result;
}

RebasedRuns rebase_runs(const ArrayLike& values, const std::optional<ArrayLike>& offsets, int baseline, int run,
                        stats::RunSide side) {
    if (baseline < 1 || run < 1) {
        refuse("out-of-domain", "baseline is " + std::to_string(baseline) + ", run " + std::to_string(run),
               "Pass 1 or more.");
    }
    const stats::RunRebasing protocol{static_cast<std::size_t>(baseline), static_cast<std::size_t>(run), side};
    const SeriesArray panel("values", values, offsets);
    RebasedRuns found{Doubles(panel.shape()), Statuses(panel.shape()), Integers(panel.size())};
    const auto centre = writable(found.centre);
    const auto starts = writable(found.starts);
    const auto medians = writable(found.medians);
    each_series(panel, [&](std::size_t i, std::size_t first, std::size_t size) {
        medians[i] = static_cast<std::int64_t>(stats::rebase_runs_into(
            panel.first().subspan(first, size), protocol, centre.subspan(first, size), starts.subspan(first, size)));
    });
    freeze_all(found.centre, found.starts, found.medians);
    return found;
}

std::size_t points(const char* name, int given) {
    if (given < 0) {
        refuse("out-of-domain", std::string(name) + " is " + std::to_string(given), "Pass 0 or more points.");
    }
    return static_cast<std::size_t>(given);
}

void bind_results(py::module_& s) {
    py::native_enum<RunTest>(s, "RunTest", "enum.Enum", R"(When a run chart shows non-random variation.

anhoej: longest run > ⌊log₂ n⌉ + 3 (Schilling 2012) or crossings < the 5 % binomial quantile of n − 1 (Chen 2010).
best_box: outside the most powerful box that holds 92.5 % of unshifted series (Anhøj and Wentzel-Larsen 2018), n 10 to 100;
cut_box: the same with its corner cut.)")
        .value("none", RunTest::none)
        .value("anhoej", RunTest::anhoej)
        .value("best_box", RunTest::best_box)
        .value("cut_box", RunTest::cut_box)
        .finalize();
    py::native_enum<stats::RunSide>(s, "RunSide", "enum.Enum", "On which side of the median a run rebases.")
        .value("both", stats::RunSide::both)
        .value("above", stats::RunSide::above)
        .value("below", stats::RunSide::below)
        .finalize();
    py::class_<RunAnalyses>(s, "RunAnalyses", "Run charts: read-only arrays of whole numbers, one element per series.")
        .def_readonly("useful", &RunAnalyses::useful, "Points not on the centre.")
        .def_readonly("longest_run", &RunAnalyses::longest_run, "Most points in a row on one side.")
        .def_readonly("crossings", &RunAnalyses::crossings, "Changes of side.")
        .def("is_non_random", &is_non_random, py::arg("test") = RunTest::anhoej,
             "Whether each series fails a `RunTest`; false where the test is not defined for so many points.")
        .def("__len__", [](const RunAnalyses& r) { return r.useful.size(); })
        .def("__repr__", [](const RunAnalyses& r) { return "<RunAnalyses: " + std::to_string(r.useful.size()) + ">"; });
    py::class_<RebasedRuns>(s, "RebasedRuns", "Run charts with medians that are taken anew: read-only arrays.")
        .def_readonly("centre", &RebasedRuns::centre, "Each point's median, of the shape of the values.")
        .def_readonly("starts", &RebasedRuns::starts, "uint8, 1 where a new median starts.")
        .def_readonly("medians", &RebasedRuns::medians, "How many medians each series has; 0: too few points.")
        .def("__len__", [](const RebasedRuns& r) { return r.medians.size(); })
        .def("__repr__",
             [](const RebasedRuns& r) { return "<RebasedRuns: " + std::to_string(r.medians.size()) + ">"; });
}

}  // namespace

void bind_run_charts(py::module_& s) {
    bind_results(s);
    const auto values = py::arg("values");
    const auto offsets = py::arg("offsets") = py::none();
    s.def("analyse_runs", &analyse_runs, values, offsets, py::kw_only(), py::arg("centre") = py::none(),
          R"(Runs and crossings of each series about its centre; values on the centre and gaps are passed over.

values: series × points (2-D), or one column (1-D) whose series i is values[offsets[i]:offsets[i + 1]]; a column without
offsets is one series. centre: one for each point, or a single number; None for each series' median.

>>> from ontrack import stats
>>> runs = stats.analyse_runs([1, 2, 1, 2, 1, 2, 9, 9, 9, 9, 9, 9])
>>> runs.longest_run.item(), runs.crossings.item(), runs.is_non_random().item()
(6, 1, True))");
    s.def("rebase_runs", &rebase_runs, values, offsets, py::kw_only(), py::arg("baseline").noconvert() = 9,
          py::arg("run").noconvert() = 9, py::arg("side") = stats::RunSide::both,
          R"(Medians taken anew after long runs, as runcharter 0.2 does it.

The median of the first `baseline` points holds until a run of `run` points on one `side` of it (points on it passed over); the
run's own points make the next median. Making Data Count rejects rebasing by rule: there a new phase needs a known cause.

>>> from ontrack import stats
>>> stats.rebase_runs([1, 2, 3, 7, 8, 9], baseline=3, run=3).centre.tolist()
[2.0, 2.0, 2.0, 8.0, 8.0, 8.0])");
    s.def(
        "is_defined", [](RunTest test, int useful) { return stats::is_defined(test, points("useful", useful)); },
        py::arg("test"), py::arg("useful").noconvert(), R"(Whether the test is defined for so many useful points.

>>> from ontrack import stats
>>> stats.is_defined(stats.RunTest.best_box, 9), stats.is_defined(stats.RunTest.best_box, 10)
(False, True))");
    s.def(
        "longest_run_bound", [](int useful) { return stats::longest_run_bound(points("useful", useful)); },
        py::arg("useful").noconvert(),
        R"(Anhøj's bound ⌊log₂ n⌉ + 3 (Schilling 2012): a longer run is non-random. 0 for no points.

>>> from ontrack import stats
>>> stats.longest_run_bound(24)
8)");
    s.def(
        "crossings_bound", [](int useful) { return stats::crossings_bound(points("useful", useful)); },
        py::arg("useful").noconvert(),
        R"(The 5 % quantile of a binomial law of n − 1 and ½ (Chen 2010): fewer crossings are non-random. 0 for no points.

>>> from ontrack import stats
>>> stats.crossings_bound(24)
8)");
    s.def(
        "median", [](const ArrayLike& argument) { return stats::median(span_of(doubles("values", argument))); }, values,
        R"(The middle value, NaN left out; NaN of nothing.

>>> from ontrack import stats
>>> stats.median([3, 1, 2, 10])
2.5)");
}

}  // namespace ontrack::python
