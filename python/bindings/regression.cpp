#include "bindings.hpp"
#include "panels.hpp"
#include "regression_results.hpp"

namespace ontrack::python {
namespace {

stats::RegressionOptions options_of(stats::Family family, std::optional<double> alpha, std::optional<int> lags,
                                    bool small_sample, double confidence, stats::LimitLaw limits, int threads) {
    if (alpha && !(*alpha >= 0.0)) {
        refuse("not-a-dispersion", "alpha is " + shown(*alpha), "Pass a number from 0 on, or None to estimate it.");
    }
    stats::RegressionOptions options;
    options.family = family;
    options.alpha = alpha.value_or(std::numeric_limits<double>::quiet_NaN());
    options.lags = lags;
    options.small_sample = small_sample;
    options.confidence = confidence;
    options.limits = limits;
    options.threads = checked_threads(threads);
    return options;
}

/// Series × periods, or one series.
Doubles series_of(const ArrayLike& argument) {
    Doubles values = doubles("values", argument);
    if (values.ndim() != 1 && values.ndim() != 2) {
        refuse("wrong-shape", "values has the shape " + shape_of(values),
               "Pass one row for each series, or one series.");
    }
    return values;
}
py::ssize_t rows_of(const Doubles& values) {
    return values.ndim() == 2 ? values.shape(0) : 1;
}
py::ssize_t periods_of(const Doubles& values) {
    return values.shape(values.ndim() - 1);
}
std::vector<py::ssize_t> shape_like(const Doubles& values) {
    return {values.shape(), values.shape() + values.ndim()};
}

/// One for each value, or one row for all series.
std::optional<Doubles> exposure_of(const std::optional<ArrayLike>& argument, const Doubles& values) {
    if (!argument) {
        return std::nullopt;
    }
    Doubles exposure = doubles("exposure", *argument);
    const bool one_row = exposure.ndim() == 1 && exposure.shape(0) == periods_of(values);
    const bool same = exposure.ndim() == values.ndim() &&
                      std::equal(exposure.shape(), exposure.shape() + exposure.ndim(), values.shape());
    if (!one_row && !same) {
        refuse("wrong-shape", "exposure has the shape " + shape_of(exposure) + ", not " + shape_of(values),
               "Pass one number for each of `values`, or one row for all series.");
    }
    return exposure;
}

Regressions regressions(const ArrayLike& design_argument, const ArrayLike& values_argument,
                        const std::optional<ArrayLike>& exposure_argument, stats::Family family,
                        std::optional<double> alpha, std::optional<int> lags, bool small_sample, double confidence,
                        stats::LimitLaw limits, int threads, const OnInvalid& on_invalid) {
    const bool raise = raises(on_invalid);
    const auto options = options_of(family, alpha, lags, small_sample, confidence, limits, threads);
    const Doubles design = doubles("design", design_argument);
    const Doubles values = series_of(values_argument);
    if (design.ndim() != 2 || design.shape(0) != periods_of(values)) {
        refuse("wrong-shape",
               "design has the shape " + shape_of(design) + ", and there are " + std::to_string(periods_of(values)) +
                   " periods",
               "Pass periods × columns.");
    }
    const std::optional<Doubles> exposure = exposure_of(exposure_argument, values);
    Regressions found(rows_of(values), design.shape(1), shape_like(values));
    const stats::RegressionColumns columns = found.columns();
    {
        const py::gil_scoped_release unlocked;
        stats::regressions_into({span_of(design), static_cast<std::size_t>(design.shape(1))}, span_of(values),
                                span_of(exposure), options, columns);
    }
    if (raise) {
        stats::require_ok(columns.status, "values");
    }
    found.freeze();
    return found;
}

LogLinearTrends log_linear_trends(const ArrayLike& values_argument, const std::optional<ArrayLike>& offsets,
                                  const std::optional<ArrayLike>& exposure_argument, int periods_per_year,
                                  const stats::Season& season, stats::Family family, std::optional<double> alpha,
                                  std::optional<int> lags, bool small_sample, double confidence, stats::LimitLaw limits,
                                  int threads, const OnInvalid& on_invalid) {
    const bool raise = raises(on_invalid);
    check_periods_per_year(periods_per_year);
    const stats::LogLinearOptions options{periods_per_year, season,
                                          options_of(family, alpha, lags, small_sample, confidence, limits, threads)};
    const SeriesArray panel("values", values_argument, offsets);
    const std::optional<Doubles> exposure = panel.like("exposure", exposure_argument);
    LogLinearTrends found(panel.size(), panel.shape());
    const stats::LogLinearColumns columns = found.columns();
    {
        const py::gil_scoped_release unlocked;
        stats::log_linear_trends_into({panel.first(), panel.offsets()}, span_of(exposure), options, columns);
    }
    if (raise) {
        stats::require_ok(columns.rate_ratio.status, panel.name());
    }
    found.freeze();
    return found;
}

Interrupted interrupted(const ArrayLike& values_argument, const std::vector<stats::Interruption>& interruptions,
                        const std::optional<ArrayLike>& exposure_argument, int periods_per_year, bool trend,
                        const stats::Season& season, stats::Family family, std::optional<double> alpha,
                        std::optional<int> lags, bool small_sample, double confidence, stats::LimitLaw limits,
                        int threads, const OnInvalid& on_invalid) {
    const bool raise = raises(on_invalid);
    check_periods_per_year(periods_per_year);
    const auto options = options_of(family, alpha, lags, small_sample, confidence, limits, threads);
    const Doubles values = series_of(values_argument);
    const std::optional<Doubles> exposure = exposure_of(exposure_argument, values);
    const stats::SeriesDesign design{periods_per_year, trend, season, interruptions};
    Interrupted found(rows_of(values), static_cast<py::ssize_t>(stats::design_columns(design)),
                      static_cast<py::ssize_t>(interruptions.size()), shape_like(values));
    const stats::InterruptedColumns columns = found.columns();
    {
        const py::gil_scoped_release unlocked;
        stats::interrupted_into(static_cast<std::size_t>(periods_of(values)), span_of(values), span_of(exposure),
                                design, options, columns);
    }
    if (raise) {
        stats::require_ok(columns.regression.status, "values");
    }
    found.freeze();
    return found;
}

Doubles design_matrix(int periods, const std::vector<stats::Interruption>& interruptions, int periods_per_year,
                      bool trend, const stats::Season& season) {
    check_periods_per_year(periods_per_year);
    if (periods < 1) {
        refuse("wrong-periods", "periods is " + std::to_string(periods), "Pass 1 or more.");
    }
    const stats::SeriesDesign design{periods_per_year, trend, season, interruptions};
    const std::vector<double> rows = stats::design_matrix(design, static_cast<std::size_t>(periods));
    Doubles result({static_cast<py::ssize_t>(periods), static_cast<py::ssize_t>(stats::design_columns(design))});
    std::ranges::copy(rows, result.mutable_data());
    return result;
}

}  // namespace

void bind_regression(py::module_& s) {
    bind_regression_results(s);
    bind_change_points(s);
    const auto exposure = py::arg("exposure") = py::none();
    const auto year = py::arg("periods_per_year").noconvert() = 12;
    const auto season = py::arg_v("season", stats::Season{}, "Season()");
    const auto family = py::arg("family") = stats::Family::quasi_poisson;
    const auto alpha = py::arg("alpha") = py::none();
    const auto lags = py::arg("lags").noconvert() = py::none();
    const auto small_sample = py::arg("small_sample") = false;
    const auto confidence = py::arg("confidence") = 0.95;
    const auto limits = py::arg("limits") = stats::LimitLaw::by_family;
    const auto threads = py::arg("threads").noconvert() = 1;
    const auto on_invalid = py::arg("on_invalid") = "status";

    s.def("regressions", &regressions, py::arg("design"), py::arg("values"), exposure, py::kw_only(), family, alpha,
          lags, small_sample, confidence, limits, threads, on_invalid,
          R"(Fits every series to one design by maximum likelihood: ln μ = ln exposure + Xβ (gaussian: μ = Xβ).

design: X, periods × columns; no column is added, so put ones in for an intercept. values: series × periods, or one series;
    NaN is a missing period, left out, its neighbours as far apart as they are. exposure: as the values, or one row for all.
family: poisson, variance μ; quasi_poisson, φμ with φ = Σ(y − μ)²/μ/(n − p); negative_binomial, μ + αμ²; gaussian, σ².
alpha: α of negative_binomial, None to estimate it, 0 where the counts scatter no more than Poisson's (Lawless 1987).
lags: standard errors that hold under autocorrelation over so many periods (Newey and West 1987; Bartlett's kernel, lag j
    weighs 1 − j/(lags + 1)); 0 is White's (1980), None the model's own φ(X'WX)⁻¹. small_sample: times n/(n − p).
limits: by_family has Student's quantile with n − p degrees of freedom for quasi_poisson and gaussian, else the normal one.
Status: collinear; separated, where no event falls in a column; too_few_points, too_few_events, not_converged …

>>> from ontrack import stats
>>> before_after = [[1, 0], [1, 0], [1, 0], [1, 1], [1, 1], [1, 1]]
>>> found = stats.regressions(before_after, [12, 9, 9, 6, 4, 5], family=stats.Family.poisson)
>>> found.coefficient.round(4).tolist(), found.standard_error.round(4).tolist()
([[2.3026, -0.6931]], [[0.1826, 0.3162]]))");

    s.def(
        "log_linear_trends", &log_linear_trends, py::arg("values"), py::arg("offsets") = py::none(), py::kw_only(),
        exposure, year, season, family, alpha, lags, small_sample, confidence, limits, threads, on_invalid,
        R"(A steady yearly growth of each series of counts: ln μ = ln exposure + a + b·years + season; the ratio is eᵇ.

values: series × periods (2-D), or one column (1-D) whose series i is values[offsets[i]:offsets[i + 1]]; NaN is a missing
    period. exposure: as the values, or one row for all. season: a `Season`; effects need events at every place of the year.
The other arguments are those of `regressions`; the family is one for counts (McCullagh and Nelder 1989).

>>> from ontrack import stats
>>> found = stats.log_linear_trends([100 * 1.1 ** (quarter / 4) for quarter in range(20)], periods_per_year=4,
...     season=stats.Season(stats.SeasonKind.none), family=stats.Family.poisson)
>>> found.rate_ratio.value.round(6).tolist()
[1.1])");

    s.def("interrupted", &interrupted, py::arg("values"), py::arg("interruptions"), exposure, py::kw_only(), year,
          py::arg("trend") = true, season, family, alpha, lags, small_sample, confidence, limits, threads, on_invalid,
          R"(What changed at known dates beyond trend and season (Wagner et al. 2002; Lopez Bernal et al. 2017).

values: series × periods, or one series; NaN is a missing period. interruptions: at least one `Interruption`, by the index of
    its first period: a step (a change of level), a slope (a change of trend, per year), a pulse (for `length` periods).
effect: rate ratios e^β with limits; of a slope for each year that passes. counterfactual: what the model expects had nothing
    happened. change: fitted over counterfactual in each period, all interruptions together, with limits. With gaussian they are
    differences. The other arguments are those of `regressions`.

>>> from ontrack import stats
>>> law = stats.Interruption(stats.InterruptionKind.step, 4)
>>> found = stats.interrupted([10, 12, 8, 10, 6, 5, 4, 5], [law], trend=False,
...     season=stats.Season(stats.SeasonKind.none), family=stats.Family.poisson)
>>> found.effect.round(6).tolist(), found.counterfactual[-1].round(6).item()
([[0.5]], 10.0))");

    s.def("design_matrix", &design_matrix, py::arg("periods").noconvert(),
          py::arg("interruptions") = std::vector<stats::Interruption>(), py::kw_only(), year, py::arg("trend") = true,
          season, R"(The design of a series: intercept, trend in years, season, interruptions; periods × columns.

Season effects are one column for each place in the year but the first; harmonics sin and cos of 2πk·place/length for each
pair k (no sine where 2k is the length). A slope counts years from its first period on.

>>> from ontrack import stats
>>> stats.design_matrix(3, [stats.Interruption(stats.InterruptionKind.step, 2)], periods_per_year=4,
...     season=stats.Season(stats.SeasonKind.none)).tolist()
[[1.0, 0.0, 0.0], [1.0, 0.25, 0.0], [1.0, 0.5, 1.0]])");
}

}  // namespace ontrack::python
