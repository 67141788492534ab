#include "stats/regression_fit.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include <ontrack/stats/distributions.hpp>
#include <ontrack/stats/quantiles.hpp>

#include "stats/count_limits.hpp"
#include "stats/log_gamma.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

constexpr double dependent = 1e-10;       // a pivot of the orthonormal basis over the points that are there
constexpr double no_residual = 1e-20;     // Pearson's χ² of a count series, a point, that is rounding only
constexpr double no_linear_residual = 1e-24;  // a sum of squares, relative to that of the values
constexpr double stands = 1e-3, falls = -0.3;  // a last step of the predictor where events are, and where it has no end

bool estimates_alpha(const RegressionOptions& options) noexcept {
    return options.family == Family::negative_binomial && std::isnan(options.alpha);
}

}  // namespace

RegressionFit::RegressionFit(const Basis& basis, const RegressionOptions& options, FitRegressions* kernel)
    : options_(options), kernel_(kernel) {
    const std::size_t n = basis.n, p = basis.p;
    const int lags = options.lags.value_or(-1);
    room_.resize(5 * n + p + p * p + regression_room(n, p, lags));
    Pack* next = room_.data();
    const auto take = [&](std::size_t size) {
        Pack* const taken = next;
        next += size;
        return taken;
    };
    y_ = take(n), offset_ = take(n), use_ = take(n);
    block_.n = n, block_.p = p, block_.stride = basis.stride;
    block_.basis = basis.rows.data(), block_.back = basis.back.data();
    block_.y = y_, block_.offset = offset_, block_.use = use_;
    block_.is_linear = options.family == Family::gaussian;
    block_.is_over_dispersed = options.family == Family::negative_binomial;
    block_.estimates_alpha = estimates_alpha(options);
    block_.lags = lags;
    block_.fitted = take(n), block_.step = take(n), block_.coefficient = take(p), block_.covariance = take(p * p);
    block_.room = next;
}

Status RegressionFit::lay_out(const SeriesView& series, std::size_t lane) noexcept {
    const std::size_t n = block_.n;
    Status status = Status::ok;
    double points = 0.0, events = 0.0;
    squares_[lane] = 0.0;
    for (std::size_t t = 0; t < n; ++t) {
        const double y = series.values[t], exposure = series.exposure.empty() ? 1.0 : series.exposure[t];
        const bool has_exposure = exposure > 0.0 && std::isfinite(exposure);
        const bool is_used = !std::isnan(y) && !std::isnan(exposure);
        offset_[t].lane[lane] = has_exposure && exposure != 1.0 ? std::log(exposure) : 0.0;
        y_[t].lane[lane] = is_used ? y : 0.0;
        use_[t].lane[lane] = is_used ? 1.0 : 0.0;
        if (!is_used || status != Status::ok) continue;
        if (!has_exposure)
            status = exposure == 0.0  ? Status::no_denominator
                     : exposure < 0.0 ? Status::negative_value
                                      : Status::not_finite;
        else if (block_.is_linear)
            status = std::abs(y) <= largest_count ? Status::ok
                     : std::isfinite(y)           ? Status::not_a_count
                                                  : Status::not_finite;
        else
            status = count_status(y);
        points += 1.0;
        events += y;
        squares_[lane] += y * y;
    }
    degrees_[lane] = points - static_cast<double>(block_.p);
    block_.misses_points = block_.misses_points || points < static_cast<double>(n);
    if (status == Status::ok && degrees_[lane] < 1.0) status = Status::too_few_points;
    if (status == Status::ok && !block_.is_linear && events == 0.0) status = Status::too_few_events;
    if (status != Status::ok)  // the lane runs idle
        for (std::size_t t = 0; t < n; ++t) y_[t].lane[lane] = use_[t].lane[lane] = offset_[t].lane[lane] = 0.0;
    return status;
}

/// Whether the last step only leads down, and only where no event is.
bool RegressionFit::goes_to_infinity(std::size_t lane) const noexcept {
    bool falls_somewhere = false;
    for (std::size_t t = 0; t < block_.n; ++t) {
        if (use_[t].lane[lane] == 0.0) continue;
        const double step = block_.step[t].lane[lane];
        if (y_[t].lane[lane] > 0.0 && !(std::abs(step) < stands)) return false;
        falls_somewhere = falls_somewhere || step < falls;
    }
    return falls_somewhere;
}

Status RegressionFit::judge(std::size_t lane) const noexcept {
    if (block_.least_pivot.lane[lane] < dependent) return Status::collinear;
    if (block_.is_lost.lane[lane] != 0.0) return Status::separated;
    if (block_.is_running.lane[lane] != 0.0) return goes_to_infinity(lane) ? Status::separated : Status::not_converged;
    const double pearson = block_.pearson.lane[lane];
    const bool is_flat =
        block_.is_linear ? !(pearson > no_linear_residual * squares_[lane]) : !(pearson > no_residual * degrees_[lane]);
    const bool needs_residuals = block_.is_linear || options_.lags || options_.family == Family::quasi_poisson;
    return is_flat && needs_residuals ? Status::no_variation : Status::ok;
}

void RegressionFit::fit(std::span<const SeriesView> series) noexcept {
    block_.misses_points = false;
    for (std::size_t lane = 0; lane < Pack::size; ++lane)
        status_[lane] = lay_out(series[lane < series.size() ? lane : 0], lane);
    for (double& alpha : block_.alpha.lane)
        alpha = options_.family == Family::negative_binomial && !block_.estimates_alpha ? options_.alpha : 0.0;
    kernel_(block_);
    for (std::size_t lane = 0; lane < series.size(); ++lane) {
        if (status_[lane] == Status::ok) status_[lane] = judge(lane);
        if (options_.lags) {
            const double estimated = block_.estimates_alpha ? 1.0 : 0.0,
                         points = degrees_[lane] + static_cast<double>(block_.p);
            factor_[lane] = options_.small_sample ? points / (degrees_[lane] - estimated) : 1.0;
            if (!(factor_[lane] > 0.0) || std::isinf(factor_[lane]))
                status_[lane] = status_[lane] == Status::ok ? Status::too_few_points : status_[lane];
        } else {
            const bool is_scaled = block_.is_linear || options_.family == Family::quasi_poisson;
            factor_[lane] = is_scaled ? dispersion(lane) : 1.0;
        }
    }
}

double degrees_of_limits(const RegressionOptions& options, double degrees) noexcept {
    const bool is_scaled = options.family == Family::gaussian || options.family == Family::quasi_poisson;
    const bool is_student = options.limits == LimitLaw::student || (options.limits == LimitLaw::by_family && is_scaled);
    return is_student ? degrees : std::numeric_limits<double>::infinity();
}

double RegressionFit::quantile(std::size_t lane) noexcept {
    const double degrees = degrees_of_limits(options_, degrees_[lane]);
    if (degrees != known_degrees_) {
        known_degrees_ = degrees;
        known_quantile_ = -student_t_quantile(0.5 * (1.0 - options_.confidence), degrees);
    }
    return known_quantile_;
}

double RegressionFit::p_value(std::size_t lane, std::size_t j) const noexcept {
    const double error = std::sqrt(std::max(0.0, covariance(lane, j, j)));
    if (error == 0.0) return coefficient(lane, j) == 0.0 ? 1.0 : 0.0;
    return 2.0 * student_t_cdf(-std::abs(coefficient(lane, j) / error), degrees_of_limits(options_, degrees_[lane]));
}

double RegressionFit::log_likelihood(std::size_t lane) const noexcept {
    if (!block_.is_linear) return block_.likelihood.lane[lane];
    const double points = degrees_[lane] + static_cast<double>(block_.p);
    return -0.5 * points * (2.0 * half_log_two_pi + std::log(block_.pearson.lane[lane] / points) + 1.0);
}

}  // namespace ontrack::inline v0::stats::detail
