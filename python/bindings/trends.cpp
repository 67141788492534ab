#include <ontrack/stats/trend.hpp>

#include "bindings.hpp"
#include "series_results.hpp"

namespace ontrack::python {
namespace {

struct TrendTests {
    Doubles s, tau, variance, z, p;
    Statuses status;
};

struct TrendLines {
    Doubles slope, lower, upper, intercept;
    Statuses status;
};

struct Trends {
    TrendTests test;
    TrendLines line;
};

struct Wanted {
    bool test, line;
};

Trends run(const ArrayLike& values, const std::optional<ArrayLike>& offsets, stats::TrendOptions options, int threads,
           const OnInvalid& on_invalid, Wanted wanted) {
    const bool raise = raises(on_invalid);
    check_confidence(options.confidence);
    if (options.season_length < 1) {
        refuse("out-of-domain", "season_length is " + std::to_string(options.season_length), "Pass 1 or more.");
    }
    if (options.lags < 0) {
        refuse("out-of-domain", "lags is " + std::to_string(options.lags), "Pass 0 for all, or so many lags.");
    }
    options.threads = checked_threads(threads);
    const SeriesArray panel("values", values, offsets);
    const py::ssize_t n = panel.size(), tests = wanted.test ? n : 0, lines = wanted.line ? n : 0;
    Trends found{{Doubles(tests), Doubles(tests), Doubles(tests), Doubles(tests), Doubles(tests), Statuses(tests)},
                 {Doubles(lines), Doubles(lines), Doubles(lines), Doubles(lines), Statuses(lines)}};
    auto& [test, line] = found;
    const stats::TrendColumns columns{writable(test.s),
                                      writable(test.tau),
                                      writable(test.variance),
                                      writable(test.z),
                                      writable(test.p),
                                      writable(line.slope),
                                      writable(line.lower),
                                      writable(line.upper),
                                      writable(line.intercept),
                                      as<stats::Status>(test.status),
                                      as<stats::Status>(line.status)};
    {
        const py::gil_scoped_release unlocked;
        stats::trends_into({panel.first(), panel.offsets()}, options, columns);
    }
    if (raise) {
        std::vector<stats::Status> either(columns.status.begin(), columns.status.end());
        either.resize(static_cast<std::size_t>(n), stats::Status::ok);
        for (std::size_t i = 0; i < columns.line_status.size(); ++i) {
            if (either[i] == stats::Status::ok) {
                either[i] = columns.line_status[i];
            }
        }
        stats::require_ok(either, panel.name());
    }
    freeze_all(test.s, test.tau, test.variance, test.z, test.p, test.status);
    freeze_all(line.slope, line.lower, line.upper, line.intercept, line.status);
    return found;
}

using stats::TrendMethod;
using Offsets = std::optional<ArrayLike>;

TrendTests mann_kendall(const ArrayLike& values, const Offsets& offsets, int threads, const OnInvalid& on_invalid) {
    return run(values, offsets, {}, threads, on_invalid, {true, false}).test;
}

TrendTests seasonal_kendall(const ArrayLike& values, const Offsets& offsets, int season_length, int threads,
                            const OnInvalid& on_invalid) {
    return run(values, offsets, {.method = TrendMethod::seasonal_kendall, .season_length = season_length}, threads,
               on_invalid, {true, false})
        .test;
}

TrendTests hamed_rao(const ArrayLike& values, const Offsets& offsets, int lags, int threads,
                     const OnInvalid& on_invalid) {
    return run(values, offsets, {.method = TrendMethod::hamed_rao, .lags = lags}, threads, on_invalid, {true, false})
        .test;
}

TrendLines theil_sen(const ArrayLike& values, const Offsets& offsets, double confidence, int season_length, int threads,
                     const OnInvalid& on_invalid) {
    return run(values, offsets,
               {.method = TrendMethod::seasonal_kendall, .season_length = season_length, .confidence = confidence},
               threads, on_invalid, {false, true})
        .line;
}

Trends trends(const ArrayLike& values, const Offsets& offsets, TrendMethod method, int season_length, int lags,
              double confidence, int threads, const OnInvalid& on_invalid) {
    return run(values, offsets,
               {.method = method, .season_length = season_length, .lags = lags, .confidence = confidence}, threads,
               on_invalid, {true, true});
}

void bind_results(py::module_& s) {
    py::native_enum<TrendMethod>(s, "TrendMethod", "enum.Enum", "Which test `trends` makes.")
        .value("mann_kendall", TrendMethod::mann_kendall)
        .value("seasonal_kendall", TrendMethod::seasonal_kendall)
        .value("hamed_rao", TrendMethod::hamed_rao)
        .finalize();
    py::class_<TrendTests> tests(s, "TrendTests", "Tests of \"no trend\": read-only arrays, one element per series.");
    tests.def_readonly("s", &TrendTests::s, "Pairs that rise less pairs that fall.")
        .def_readonly("tau", &TrendTests::tau, "s over the number of pairs, Kendall's τ_a.")
        .def_readonly("variance", &TrendTests::variance, "Of s when there is no trend.")
        .def_readonly("z", &TrendTests::z, "(s − sign s)/√variance.")
        .def_readonly("p", &TrendTests::p, "Two-sided, by the normal law.");
    def_series(tests, {"s", "tau", "variance", "z", "p"});
    py::class_<TrendLines> lines(s, "TrendLines", "Lines through series: read-only arrays, one element per series.");
    lines.def_readonly("slope", &TrendLines::slope, "Per period.")
        .def_readonly("lower", &TrendLines::lower, "Of the slope, as `upper`.")
        .def_readonly("upper", &TrendLines::upper)
        .def_readonly("intercept", &TrendLines::intercept, "At the first period.");
    def_series(lines, {"slope", "lower", "upper", "intercept"});
    py::class_<Trends>(s, "Trends", "Test and line of every series.")
        .def_readonly("test", &Trends::test, "A `TrendTests`.")
        .def_readonly("line", &Trends::line, "A `TrendLines`.")
        .def("__len__", [](const Trends& t) { return t.test.status.size(); })
        .def("__repr__", [](const Trends& t) { return "<Trends: " + std::to_string(t.test.status.size()) + ">"; });
}

}  // namespace

void bind_trends(py::module_& s) {
    bind_results(s);
    const auto values = py::arg("values");
    const auto offsets = py::arg("offsets") = py::none();
    const auto season_length = py::arg("season_length").noconvert() = 12;
    const auto lags = py::arg("lags").noconvert() = 0;
    const auto confidence = py::arg("confidence") = 0.95;
    const auto threads = py::arg("threads").noconvert() = 1;
    const auto on_invalid = py::arg("on_invalid") = "status";

    s.def("mann_kendall", &mann_kendall, values, offsets, py::kw_only(), threads, on_invalid,
          R"(The test of "no trend" in each series, without a law for the values (Mann 1945; Kendall 1975).

s = rises − falls over all pairs, variance (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18 over groups of t equal values,
z = (s − sign s)/√variance, p two-sided by the normal law: close from ten points on. Supposes independent values: with season
or autocorrelation use `seasonal_kendall` or `hamed_rao`.
values: equally spaced periods, NaN for a missing one; series × periods (2-D), or one column (1-D) whose series i is
    values[offsets[i]:offsets[i + 1]]; a column without offsets is one series. threads: same bits for any number.
Status: too_few_points, not_finite (also beyond ±1e300), no_variation (s and tau are 0, there is no test).

>>> from ontrack import stats
>>> test = stats.mann_kendall([10, 22, 21, 30])
>>> test.s.item(), test.tau.round(4).item(), test.p.round(4).item()
(4.0, 0.6667, 0.3082))");
    s.def("seasonal_kendall", &seasonal_kendall, values, offsets, py::kw_only(), season_length, threads, on_invalid,
          R"(The same with s and variance summed over the seasons, so that a January is compared with Januaries only.

Hirsch, Slack and Smith (1982). season_length: periods in a season's cycle, at least 1. Else as `mann_kendall`.

>>> from ontrack import stats
>>> stats.seasonal_kendall([5, 9, 2, 7, 6, 11, 3, 8, 8, 12, 4, 9], season_length=4).s.tolist()
[12.0])");
    s.def("hamed_rao", &hamed_rao, values, offsets, py::kw_only(), lags, threads, on_invalid,
          R"(The Mann-Kendall test for autocorrelated values (Hamed and Rao 1998).

The variance is multiplied by 1 + 2/(n(n − 1)(n − 2))·Σ (n − i)(n − i − 1)(n − i − 2)·ρᵢ over the lags i whose rank
autocorrelation ρᵢ, after the Theil-Sen line is taken off, is beyond ±1.96/√n. lags: the first so many only; 0 for all, which
is the paper's. Where the factor is not above zero there is no test (`value_undefined`): take fewer lags, say three. Else as
`mann_kendall`.

>>> from ontrack import stats
>>> waves = [1, 2, 3, 2, 2, 4, 5, 6, 5, 5, 4, 6, 8, 9, 8, 8]
>>> stats.mann_kendall(waves).z.round(4).item(), stats.hamed_rao(waves, lags=2).z.round(4).item()
(4.0152, 6.7966))");
    s.def(
        "theil_sen", &theil_sen, values, offsets, py::kw_only(), confidence, py::arg("season_length").noconvert() = 1,
        threads, on_invalid,
        R"(The median of the slopes of all pairs of points, with limits and intercept, per period (Theil 1950; Sen 1968).

Pairs of the same season only where season_length > 1 (Hirsch, Slack and Smith 1982). Limits: with N pairs and
C = z·√variance of s, the slopes of rank (N − C)/2, rounded, from either end; where there is no such rank, the status is
`limit_undefined`. Intercept: median value − slope·median time, at the first period (Conover 1980). Exact, in O(n log n).
Else as `mann_kendall`.

>>> from ontrack import stats
>>> line = stats.theil_sen([10, 12, 11, 13, 15, 14, 16, 30])
>>> line.slope.item(), line.lower.item(), round(line.intercept.item(), 9)
(1.125, 0.5, 9.5625))");
    s.def("trends", &trends, values, offsets, py::kw_only(), py::arg("method") = TrendMethod::mann_kendall,
          season_length, lags, confidence, threads, on_invalid,
          R"(Test and line together, in less time than one after the other. method: a `TrendMethod`.

season_length is read by seasonal_kendall only, whose line is of the same season too; lags by hamed_rao only.

>>> from ontrack import stats
>>> both = stats.trends([[1, 2, 4, 7, 11], [5, 4, 4, 3, 1]])
>>> both.test.s.tolist(), both.line.slope.tolist()
([10.0, -9.0], [2.5, -1.0]))");
}

}  // namespace ontrack::python
