#include <ontrack/stats/interrupted.hpp>

#include <algorithm>
#include <cmath>

#include <ontrack/stats/quantiles.hpp>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/fill.hpp"
#include "stats/regression_fit.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

void require_columns(const InterruptedColumns& out, std::size_t effects, std::size_t points) {
    detail::require_wanted("effect", out.effect, effects);
    detail::require_wanted("effect_lower", out.effect_lower, effects);
    detail::require_wanted("effect_upper", out.effect_upper, effects);
    detail::require_wanted("effect_p_value", out.effect_p_value, effects);
    detail::require_wanted("counterfactual", out.counterfactual, points);
    detail::require_wanted("change", out.change, points);
    detail::require_wanted("change_lower", out.change_lower, points);
    detail::require_wanted("change_upper", out.change_upper, points);
}

/// The caller's column, or room of our own where that is empty.
std::span<double> column_or(std::span<double> column, std::vector<double>& own, std::size_t size) {
    if (!column.empty()) return column;
    own.resize(size);
    return own;
}

/// What one fitted series says of its interruptions.
struct Reading {
    const DesignMatrix& design;
    std::size_t first;  ///< column of the first interruption
    std::span<const double> coefficient, covariance;
    double quantile;
    bool is_linear;

    [[nodiscard]] double scale(double x) const noexcept { return is_linear ? x : std::exp(x); }
    /// The joint effect in period t on the scale of the predictor, and its standard error.
    [[nodiscard]] double shift(std::size_t t, double& error) const noexcept {
        const std::size_t p = design.columns;
        const double* const row = design.values.data() + t * p;
        double sum = 0.0, variance = 0.0;
        for (std::size_t j = first; j < p; ++j) {
            sum += row[j] * coefficient[j];
            for (std::size_t k = first; k < p; ++k) variance += row[j] * row[k] * covariance[j * p + k];
        }
        error = std::sqrt(std::max(0.0, variance));
        return sum;
    }
};

using detail::put;

void write_periods(const Reading& reading, std::span<const double> fitted, std::size_t i, std::size_t n,
                   const InterruptedColumns& out) noexcept {
    for (std::size_t t = 0; t < n; ++t) {
        double error = 0.0;
        const double shift = reading.shift(t, error), reach = reading.quantile * error;
        if (shift == 0.0 && error == 0.0) {  // before the first interruption
            const double none = reading.scale(0.0);
            put(out.change, i * n + t, none);
            put(out.change_lower, i * n + t, none);
            put(out.change_upper, i * n + t, none);
            put(out.counterfactual, i * n + t, fitted[t]);
            continue;
        }
        put(out.change, i * n + t, reading.scale(shift));
        put(out.change_lower, i * n + t, reading.scale(shift - reach));
        put(out.change_upper, i * n + t, reading.scale(shift + reach));
        put(out.counterfactual, i * n + t, reading.is_linear ? fitted[t] - shift : fitted[t] * std::exp(-shift));
    }
}

}  // namespace

void interrupted_into(std::size_t periods, std::span<const double> values, std::span<const double> exposure,
                      const SeriesDesign& model, const RegressionOptions& options, const InterruptedColumns& out) {
    const std::size_t p = design_columns(model), count = model.interruptions.size();
    if (count == 0) detail::refuse("no-interruption", "there is no interruption", "interruptions", "Give at least one");
    const std::vector<double> rows = design_matrix(model, periods);
    const DesignMatrix design{rows, p};
    const std::size_t series = periods == 0 ? 0 : values.size() / periods;
    require_columns(out, series * count, series * periods);

    std::vector<double> coefficient, lower, upper, p_value, covariance, degrees, fitted;
    std::vector<Status> status(out.regression.status.empty() ? series : 0);
    RegressionColumns columns = out.regression;
    columns.coefficient = column_or(columns.coefficient, coefficient, series * p);
    columns.lower = column_or(columns.lower, lower, series * p);
    columns.upper = column_or(columns.upper, upper, series * p);
    if (!out.effect_p_value.empty()) columns.p_value = column_or(columns.p_value, p_value, series * p);
    const bool by_period =
        !out.change.empty() || !out.change_lower.empty() || !out.change_upper.empty() || !out.counterfactual.empty();
    if (by_period) {
        columns.covariance = column_or(columns.covariance, covariance, series * p * p);
        columns.fitted = column_or(columns.fitted, fitted, series * periods);
    }
    columns.degrees = column_or(columns.degrees, degrees, series);
    if (columns.status.empty()) columns.status = status;
    regressions_into(design, values, exposure, options, columns);

    const bool is_linear = options.family == Family::gaussian;
    for (std::size_t i = 0; i < series; ++i) {
        for (std::size_t k = 0; k < count; ++k) {
            const std::size_t from = i * p + p - count + k, to = i * count + k;
            const auto scale = [&](double x) { return is_linear ? x : std::exp(x); };
            put(out.effect, to, scale(columns.coefficient[from]));
            put(out.effect_lower, to, scale(columns.lower[from]));
            put(out.effect_upper, to, scale(columns.upper[from]));
            if (!out.effect_p_value.empty()) out.effect_p_value[to] = columns.p_value[from];
        }
        if (!by_period) continue;
        const bool is_there = columns.status[i] == Status::ok;
        const double quantile = is_there ? -student_t_quantile(0.5 * (1.0 - options.confidence),
                                                               detail::degrees_of_limits(options, columns.degrees[i]))
                                         : nan;
        const Reading reading{
            design,   p - count, columns.coefficient.subspan(i * p, p), columns.covariance.subspan(i * p * p, p * p),
            quantile, is_linear};
        write_periods(reading, columns.fitted.subspan(i * periods, periods), i, periods, out);
    }
}

Interrupted interrupted(std::span<const double> values, std::span<const double> exposure, const SeriesDesign& design,
                        const RegressionOptions& options) {
    const std::size_t n = values.size(), count = design.interruptions.size();
    Interrupted found{};
    for (auto* column : {&found.effect, &found.effect_lower, &found.effect_upper, &found.effect_p_value})
        column->resize(count);
    for (auto* column : {&found.counterfactual, &found.change, &found.change_lower, &found.change_upper})
        column->resize(n);
    interrupted_into(n, values, exposure, design, options,
                     {detail::columns_of(found.regression, n, design_columns(design)), found.effect, found.effect_lower,
                      found.effect_upper, found.effect_p_value, found.counterfactual, found.change, found.change_lower,
                      found.change_upper});
    return found;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
