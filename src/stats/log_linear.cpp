#include <ontrack/stats/log_linear.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/fill.hpp"
#include "stats/regression_fit.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

constexpr std::size_t trend_column = 1;
constexpr std::size_t any_length = std::numeric_limits<std::size_t>::max();  // a series too short has a status

SeriesDesign design_of(const LogLinearOptions& options) {
    if (options.regression.family == Family::gaussian)
        detail::refuse("not-log-linear", "the family is gaussian, which has no log link", "family",
                       "Take a family for counts");
    return {options.periods_per_year, true, options.season, {}};
}

Estimate ratio(double coefficient, double lower, double upper, Status status) noexcept {
    return {std::exp(coefficient), std::exp(lower), std::exp(upper), status};
}

bool is_too_short(std::size_t periods, std::size_t columns, const RegressionOptions& options) noexcept {
    return periods <= columns || (options.lags && periods <= static_cast<std::size_t>(*options.lags));
}

/// Series first … first + count of one length.
struct Run {
    std::size_t first, count, start, length;
};

void require_columns(const LogLinearColumns& out, std::size_t series, std::size_t values) {
    detail::require_columns(out.rate_ratio, series);
    detail::require_wanted("p_value", out.p_value, series);
    detail::require_wanted("slope", out.slope, series);
    detail::require_wanted("standard_error", out.standard_error, series);
    detail::require_wanted("degrees", out.degrees, series);
    detail::require_wanted("alpha", out.alpha, series);
    detail::require_wanted("dispersion", out.dispersion, series);
    detail::require_wanted("deviance", out.deviance, series);
    detail::require_wanted("log_likelihood", out.log_likelihood, series);
    detail::require_wanted("fitted", out.fitted, values);
}

std::span<double> part(std::span<double> column, std::size_t first, std::size_t count) {
    return column.empty() ? column : column.subspan(first, count);
}

void leave_out(const Run& run, Status status, const LogLinearColumns& out) {
    for (std::size_t i = run.first; i < run.first + run.count; ++i)
        detail::write(out.rate_ratio, i, detail::without(status));
    for (std::span<double> column : {out.p_value, out.slope, out.standard_error, out.degrees, out.alpha, out.dispersion,
                                     out.deviance, out.log_likelihood})
        std::ranges::fill(part(column, run.first, run.count), nan);
    std::ranges::fill(part(out.fitted, run.start, run.count * run.length), nan);
}

void fit(const Run& run, const Panel& panel, std::span<const double> exposure, const SeriesDesign& design,
         const RegressionOptions& options, const LogLinearColumns& out) {
    const std::size_t p = design_columns(design), size = run.count * run.length;
    if (is_too_short(run.length, p, options)) return leave_out(run, Status::too_few_points, out);
    const std::vector<double> rows = design_matrix(design, run.length);
    const detail::Basis basis({rows, p});
    if (!basis.is_independent) return leave_out(run, Status::collinear, out);
    std::vector<double> coefficient(run.count * p), error = coefficient, lower = coefficient, upper = coefficient,
                                                    p_value = coefficient;
    std::vector<Status> status(run.count);
    RegressionColumns columns;
    columns.coefficient = coefficient;
    columns.standard_error = error;
    columns.lower = lower;
    columns.upper = upper;
    if (!out.p_value.empty()) columns.p_value = p_value;
    columns.status = status;
    columns.degrees = part(out.degrees, run.first, run.count);
    columns.alpha = part(out.alpha, run.first, run.count);
    columns.dispersion = part(out.dispersion, run.first, run.count);
    columns.deviance = part(out.deviance, run.first, run.count);
    columns.log_likelihood = part(out.log_likelihood, run.first, run.count);
    columns.fitted = part(out.fitted, run.start, size);
    detail::run_regressions(basis, panel.values.subspan(run.start, size),
                            exposure.empty() ? exposure : exposure.subspan(run.start, size), options, columns);
    for (std::size_t i = 0; i < run.count; ++i) {
        const std::size_t at = i * p + trend_column, to = run.first + i;
        detail::write(out.rate_ratio, to, ratio(coefficient[at], lower[at], upper[at], status[i]));
        if (!out.p_value.empty()) out.p_value[to] = p_value[at];
        if (!out.slope.empty()) out.slope[to] = coefficient[at];
        if (!out.standard_error.empty()) out.standard_error[to] = error[at];
    }
}

}  // namespace

LogLinearTrend log_linear_trend(std::span<const double> values, std::span<const double> exposure,
                                const LogLinearOptions& options) {
    const SeriesDesign design = design_of(options);
    const std::size_t p = design_columns(design);
    detail::require_wanted("exposure", exposure, values.size());
    detail::require_regression(options.regression, any_length, false);
    LogLinearTrend found{detail::without(Status::too_few_points), nan, {}};
    found.regression.status = Status::too_few_points;
    if (is_too_short(values.size(), p, options.regression)) return found;
    found.regression = regression({design_matrix(design, values.size()), p}, values, exposure, options.regression);
    const Regression& fitted = found.regression;
    found.rate_ratio =
        ratio(fitted.coefficient[trend_column], fitted.lower[trend_column], fitted.upper[trend_column], fitted.status);
    found.p_value = fitted.p_value[trend_column];
    return found;
}

void log_linear_trends_into(const Panel& panel, std::span<const double> exposure, const LogLinearOptions& options,
                            const LogLinearColumns& out) {
    const SeriesDesign design = design_of(options);
    (void)design_columns(design);
    detail::require_offsets(panel.offsets, panel.values.size());
    detail::require_wanted("exposure", exposure, panel.values.size());
    require_columns(out, panel.size(), panel.values.size());
    const auto length = [&](std::size_t i) {
        return static_cast<std::size_t>(panel.offsets[i + 1] - panel.offsets[i]);
    };
    detail::require_regression(options.regression, any_length, false);
    for (Run run{0, 0, 0, 0}; run.first < panel.size(); run.first += run.count) {
        run.start = static_cast<std::size_t>(panel.offsets[run.first]);
        run.length = length(run.first);
        run.count = 1;
        while (run.first + run.count < panel.size() && length(run.first + run.count) == run.length) ++run.count;
        fit(run, panel, exposure, design, options.regression, out);
    }
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
