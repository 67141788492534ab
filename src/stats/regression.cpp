#include <ontrack/stats/regression.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include <ontrack/base/error.hpp>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/regression_fit.hpp"
#include "stats/split_threads.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

constexpr double largest_alpha = 1e6;

struct Shape {
    std::size_t series, n, p;
};

Shape require_shape(const DesignMatrix& design, std::span<const double> values, std::span<const double> exposure,
                    const RegressionColumns& out) {
    const std::size_t p = design.columns;
    if (p == 0 || design.values.size() % p != 0 || design.values.empty())
        detail::refuse(
            "wrong-length",
            "design has " + std::to_string(design.values.size()) + " elements in " + std::to_string(p) + " columns",
            "design", "Give n × p numbers, n and p at least 1");
    for (std::size_t i = 0; i < design.values.size(); ++i)
        if (!std::isfinite(design.values[i]))
            detail::refuse("not-finite", "the design has " + std::to_string(design.values[i]),
                           "design[" + std::to_string(i) + ']', "Give finite numbers: leave values out, not rows");
    const std::size_t n = design.values.size() / p, series = values.size() / n;
    detail::require_length("values", values.size(), series * n);
    if (!exposure.empty() && exposure.size() != n) detail::require_length("exposure", exposure.size(), values.size());
    detail::require_wanted("coefficient", out.coefficient, series * p);
    detail::require_wanted("standard_error", out.standard_error, series * p);
    detail::require_wanted("lower", out.lower, series * p);
    detail::require_wanted("upper", out.upper, series * p);
    detail::require_wanted("p_value", out.p_value, series * p);
    detail::require_wanted("degrees", out.degrees, series);
    detail::require_wanted("covariance", out.covariance, series * p * p);
    detail::require_wanted("fitted", out.fitted, series * n);
    detail::require_wanted("alpha", out.alpha, series);
    detail::require_wanted("dispersion", out.dispersion, series);
    detail::require_wanted("deviance", out.deviance, series);
    detail::require_wanted("log_likelihood", out.log_likelihood, series);
    detail::require_wanted("status", out.status, series);
    return {series, n, p};
}

/// Writes what one lane found, as series i.
void write(detail::RegressionFit& fit, std::size_t lane, const Shape& shape, const detail::SeriesView& series,
           const RegressionColumns& out, std::size_t i) noexcept {
    const bool is_there = fit.status(lane) == Status::ok;
    const auto fill = [&](std::span<double> column, std::size_t size, auto value) {
        if (column.empty()) return;
        for (std::size_t j = 0; j < size; ++j) column[i * size + j] = is_there ? value(j) : nan;
    };
    const std::size_t p = shape.p;
    const auto error = [&](std::size_t j) { return std::sqrt(std::max(0.0, fit.covariance(lane, j, j))); };
    fill(out.coefficient, p, [&](std::size_t j) { return fit.coefficient(lane, j); });
    fill(out.standard_error, p, error);
    fill(out.lower, p, [&](std::size_t j) { return fit.coefficient(lane, j) - fit.quantile(lane) * error(j); });
    fill(out.upper, p, [&](std::size_t j) { return fit.coefficient(lane, j) + fit.quantile(lane) * error(j); });
    fill(out.p_value, p, [&](std::size_t j) { return fit.p_value(lane, j); });
    fill(out.degrees, 1, [&](std::size_t) { return fit.degrees(lane); });
    fill(out.covariance, p * p, [&](std::size_t j) { return fit.covariance(lane, j / p, j % p); });
    fill(out.fitted, shape.n, [&](std::size_t t) {
        return series.exposure.empty() || series.exposure[t] > 0.0 ? fit.fitted(lane, t) : nan;
    });
    fill(out.alpha, 1, [&](std::size_t) { return fit.alpha(lane); });
    fill(out.dispersion, 1, [&](std::size_t) { return fit.dispersion(lane); });
    fill(out.deviance, 1, [&](std::size_t) { return fit.deviance(lane); });
    fill(out.log_likelihood, 1, [&](std::size_t) { return fit.log_likelihood(lane); });
    if (!out.status.empty()) out.status[i] = fit.status(lane);
}

}  // namespace

namespace detail {

void require_regression(const RegressionOptions& options, std::size_t periods, bool has_exposure) {
    require_confidence(options.confidence);
    if (options.lags && (*options.lags < 0 || static_cast<std::size_t>(*options.lags) >= periods))
        refuse("not-a-lag", "lags is " + std::to_string(*options.lags), "lags",
               "Give 0 to n - 1, or none for the model's own errors");
    if (options.alpha < 0.0 || options.alpha > largest_alpha)
        refuse("not-a-dispersion", "alpha is " + std::to_string(options.alpha), "alpha",
               "Give a number from 0 to 1e6, or NaN to estimate it");
    if (has_exposure && options.family == Family::gaussian)
        refuse("no-exposure-here", "there is an exposure, and the family is gaussian", "exposure",
               "Divide the values by it, or take a family for counts");
}

void run_regressions(const Basis& basis, std::span<const double> values, std::span<const double> exposure,
                     const RegressionOptions& options, const RegressionColumns& out) {
    const Shape shape{values.size() / basis.n, basis.n, basis.p};
    const auto series = [&](std::size_t i) -> SeriesView {
        const bool is_shared = exposure.size() == shape.n;
        return {values.subspan(i * shape.n, shape.n),
                exposure.empty() ? exposure : exposure.subspan(is_shared ? 0 : i * shape.n, shape.n)};
    };
    const std::size_t blocks = (shape.series + Pack::size - 1) / Pack::size;
    split_threads(blocks, options.threads, [&](std::size_t first, std::size_t last) {
        if (first == last) return;
        RegressionFit fit(basis, options);
        fit.wants_likelihood(!out.deviance.empty() || !out.log_likelihood.empty());
        std::array<SeriesView, Pack::size> views;
        for (std::size_t block = first; block < last; ++block) {
            const std::size_t from = block * Pack::size, count = std::min(Pack::size, shape.series - from);
            for (std::size_t lane = 0; lane < count; ++lane) views[lane] = series(from + lane);
            fit.fit(std::span(views).first(count));
            for (std::size_t lane = 0; lane < count; ++lane) write(fit, lane, shape, views[lane], out, from + lane);
        }
    });
}

RegressionColumns columns_of(Regression& found, std::size_t periods, std::size_t columns) {
    for (auto* column : {&found.coefficient, &found.standard_error, &found.lower, &found.upper, &found.p_value})
        column->resize(columns);
    found.covariance.resize(columns * columns);
    found.fitted.resize(periods);
    RegressionColumns out;
    out.coefficient = found.coefficient;
    out.standard_error = found.standard_error;
    out.lower = found.lower;
    out.upper = found.upper;
    out.p_value = found.p_value;
    out.covariance = found.covariance;
    out.fitted = found.fitted;
    out.degrees = {&found.degrees, 1};
    out.alpha = {&found.alpha, 1};
    out.dispersion = {&found.dispersion, 1};
    out.deviance = {&found.deviance, 1};
    out.log_likelihood = {&found.log_likelihood, 1};
    out.status = {&found.status, 1};
    return out;
}

}  // namespace detail

void regressions_into(const DesignMatrix& design, std::span<const double> values, std::span<const double> exposure,
                      const RegressionOptions& options, const RegressionColumns& out) {
    const Shape shape = require_shape(design, values, exposure, out);
    detail::require_regression(options, shape.n, !exposure.empty());
    const detail::Basis basis(design);
    if (!basis.is_independent)
        detail::refuse("collinear", "a column of the design is a sum of others", "design", "Leave one of them out");
    detail::run_regressions(basis, values, exposure, options, out);
}

Regression regression(const DesignMatrix& design, std::span<const double> values, std::span<const double> exposure,
                      const RegressionOptions& options) {
    Regression found{};
    if (design.columns != 0) detail::require_length("values", values.size(), design.values.size() / design.columns);
    regressions_into(design, values, exposure, options, detail::columns_of(found, values.size(), design.columns));
    return found;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
