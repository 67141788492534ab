#include <ontrack/stats/decomposition.hpp>
#include <ontrack/stats/recent_trend.hpp>

#include "bindings.hpp"
#include "series_results.hpp"

namespace ontrack::python {
namespace {

using Offsets = std::optional<ArrayLike>;

struct RecentTrends {
    Doubles chi_square;
    Statuses trend, status;
};

stats::RecentTrendOptions options_of(int points, double confidence, stats::TrendGaps gaps, int threads) {
    constexpr int least = 3, most = 1000;
    check_confidence(confidence);
    if (points < least || points > most) {
        refuse("out-of-domain", "points is " + std::to_string(points), "Pass 3 to 1000.");
    }
    return {static_cast<std::size_t>(points), confidence, gaps, checked_threads(threads)};
}

/// `batch(columns)` without Python's lock.
template <typename Batch>
RecentTrends run(const SeriesArray& panel, const OnInvalid& on_invalid, Batch batch) {
    const bool raise = raises(on_invalid);
    RecentTrends found{Doubles(panel.size()), Statuses(panel.size()), Statuses(panel.size())};
    const stats::RecentTrendColumns columns{writable(found.chi_square), as<stats::RecentTrend>(found.trend),
                                            as<stats::Status>(found.status)};
    {
        const py::gil_scoped_release unlocked;
        batch(columns);
    }
    if (raise) {
        stats::require_ok(columns.status, panel.name());
    }
    freeze_all(found.chi_square, found.trend, found.status);
    return found;
}

RecentTrends of_proportion(const ArrayLike& x_argument, const ArrayLike& n_argument, const Offsets& offsets, int points,
                           double confidence, stats::TrendGaps gaps, int threads, const OnInvalid& on_invalid) {
    const stats::RecentTrendOptions options = options_of(points, confidence, gaps, threads);
    const SeriesArray x("x", x_argument, offsets);
    const Doubles n = x.like("n", n_argument);
    return run(x, on_invalid, [&](const stats::RecentTrendColumns& out) {
        stats::recent_trends_of_proportion_into({x.first(), x.offsets()}, span_of(n), options, out);
    });
}

RecentTrends of_estimate(const ArrayLike& value_argument, const ArrayLike& lower_argument,
                         const ArrayLike& upper_argument, const Offsets& offsets, int points, double confidence,
                         stats::TrendGaps gaps, int threads, const OnInvalid& on_invalid) {
    const stats::RecentTrendOptions options = options_of(points, confidence, gaps, threads);
    const SeriesArray value("value", value_argument, offsets);
    const Doubles lower = value.like("lower", lower_argument);
    const Doubles upper = value.like("upper", upper_argument);
    return run(value, on_invalid, [&](const stats::RecentTrendColumns& out) {
        stats::recent_trends_of_estimate_into({value.first(), value.offsets()}, span_of(lower), span_of(upper), options,
                                              out);
    });
}

struct Decompositions {
    Doubles trend, seasonal, remainder;
    Statuses status;
};

Decompositions decompose(const ArrayLike& values, const Offsets& offsets, int season_length, stats::Decomposition kind,
                         int threads, const OnInvalid& on_invalid) {
    const bool raise = raises(on_invalid);
    if (season_length < 2) {
        refuse("out-of-domain", "season_length is " + std::to_string(season_length), "Pass 2 or more.");
    }
    const stats::DecompositionOptions options{season_length, kind, checked_threads(threads)};
    const SeriesArray panel("values", values, offsets);
    Decompositions found{Doubles(panel.shape()), Doubles(panel.shape()), Doubles(panel.shape()),
                         Statuses(panel.size())};
    const stats::DecompositionColumns columns{writable(found.trend), writable(found.seasonal),
                                              writable(found.remainder)};
    const std::span<stats::Status> status = as<stats::Status>(found.status);
    {
        const py::gil_scoped_release unlocked;
        stats::decompositions_into({panel.first(), panel.offsets()}, options, columns, status);
    }
    if (raise) {
        stats::require_ok(status, panel.name());
    }
    freeze_all(found.trend, found.seasonal, found.remainder, found.status);
    return found;
}

void bind_results(py::module_& s) {
    using stats::RecentTrend;
    using stats::TrendGaps;
    py::native_enum<RecentTrend>(s, "RecentTrend", "enum.IntEnum", "What the latest few values do.")
        .value("not_available", RecentTrend::not_available)
        .value("no_change", RecentTrend::no_change)
        .value("increasing", RecentTrend::increasing)
        .value("decreasing", RecentTrend::decreasing)
        .finalize();
    py::native_enum<TrendGaps>(s, "TrendGaps", "enum.Enum", "What a missing value among the latest does.")
        .value("passed_over", TrendGaps::passed_over)
        .value("refused", TrendGaps::refused)
        .finalize();
    py::native_enum<stats::Decomposition>(s, "Decomposition", "enum.Enum", "How the parts make the value.")
        .value("additive", stats::Decomposition::additive)
        .value("multiplicative", stats::Decomposition::multiplicative)
        .finalize();
    py::class_<RecentTrends> trends(s, "RecentTrends", "Recent trends: read-only arrays, one element per series.");
    trends.def_readonly("chi_square", &RecentTrends::chi_square, "With one degree of freedom.")
        .def_readonly("trend", &RecentTrends::trend, "uint8, one `RecentTrend` per series.");
    def_series(trends, {"chi_square", "trend"});
    py::class_<Decompositions> parts(
        s, "Decompositions", "The parts of every series: read-only arrays of the shape of the values, NaN for none.");
    parts.def_readonly("trend", &Decompositions::trend)
        .def_readonly("seasonal", &Decompositions::seasonal)
        .def_readonly("remainder", &Decompositions::remainder);
    def_series(parts, {});
}

}  // namespace

void bind_recent_trends(py::module_& s) {
    bind_results(s);
    const auto offsets = py::arg("offsets") = py::none();
    const auto points = py::arg("points").noconvert() = 5;
    const auto confidence = py::arg("confidence") = 0.998;
    const auto gaps = py::arg("gaps") = stats::TrendGaps::passed_over;
    const auto threads = py::arg("threads").noconvert() = 1;
    const auto on_invalid = py::arg("on_invalid") = "status";
    s.def("recent_trend_of_proportion", &of_proportion, py::arg("x"), py::arg("n"), offsets, py::kw_only(), points,
          confidence, gaps, threads, on_invalid,
          R"(The recent trend of x/n: what the latest few yearly values do (Public Health England 2018).

χ² = N(N·Σxt − X·Σnt)²/(X(N − X)(N·Σnt² − (Σnt)²)), t = 1, 2, …, X = Σx, N = Σn (Cochran 1954; Armitage 1955). There is a
trend when χ² is above its quantile at `confidence` and the slope keeps its sign whichever one value is left out.
x, n: events and their base, oldest first, NaN in either is a missing value; areas × years (2-D), or one column with offsets.
points: the latest so many values, 3 to 1000. gaps: a `TrendGaps`. No trend where x = n in a year (`value_undefined`).

>>> from ontrack import stats
>>> found = stats.recent_trend_of_proportion([100, 120, 150, 180, 210], [1000] * 5)
>>> stats.RecentTrend(found.trend[0]).name, found.chi_square.round(4).item()
('increasing', 60.8242))");
    s.def("recent_trend_of_estimate", &of_estimate, py::arg("value"), py::arg("lower"), py::arg("upper"), offsets,
          py::kw_only(), points, confidence, gaps, threads, on_invalid,
          R"(The recent trend of any value with its 95 % limits: rates, standardised rates, means.

Weighted least squares with standard errors (upper − lower)/3.92: χ² = (b/se_b)², and the rule of signs of
`recent_trend_of_proportion`. A value without both limits is missing. Areas × years (2-D), or one column with offsets.

>>> from ontrack import stats
>>> found = stats.recent_trend_of_estimate([50, 46, 41, 37, 30], [48, 44, 39, 35, 28], [52, 48, 43, 39, 32])
>>> stats.RecentTrend(found.trend[0]).name, found.chi_square.round(3).item()
('decreasing', 230.592))");
    s.def("decompose", &decompose, py::arg("values"), offsets, py::kw_only(), py::arg("season_length").noconvert() = 12,
          py::arg("kind") = stats::Decomposition::additive, threads, on_invalid,
          R"(Classical decomposition of every series into trend, season and remainder (Persons 1919; R's `decompose`).

Trend: the centred moving average over one season, the ends at half weight where season_length m is even; none for the first
and last ⌊m/2⌋ points. Season: for each place in it the mean of value − trend (multiplicative: value/trend), less (divided by)
their mean. values: as `mann_kendall`; NaN is missing, and windows that hold one have no trend. kind: a `Decomposition`.
Status: too_few_points (less than two seasons), not_finite, negative_value, value_undefined; then every part is NaN.

>>> from ontrack import stats
>>> parts = stats.decompose([3, 1, 2, 4, 2, 3, 5, 3, 4], season_length=3)
>>> parts.seasonal[:3].round(4).tolist(), parts.trend[1:4].round(4).tolist()
([1.3333, -1.0, -0.3333], [2.0, 2.3333, 2.6667]))");
}

}  // namespace ontrack::python
