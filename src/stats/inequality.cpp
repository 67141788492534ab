#include <ontrack/stats/inequality.hpp>

#include <cmath>
#include <utility>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/fill.hpp"
#include "stats/level.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

Inequality nothing(Status status) noexcept {
    return {detail::without(status), detail::without(status), nan};
}

// A value on the scale of the fit, and how fast it moves there.
struct Scaled {
    double value;
    double slope;
};

Scaled scaled(double y, InequalityScale scale) noexcept {
    switch (scale) {
        case InequalityScale::linear:
            break;
        case InequalityScale::log:
            return {std::log(y), 1.0 / y};
        case InequalityScale::logit:
            return {std::log(y) - std::log1p(-y), 1.0 / (y * (1.0 - y))};
    }
    return {y, 1.0};
}

Scaled unscaled(double fitted, InequalityScale scale) noexcept {
    switch (scale) {
        case InequalityScale::linear:
            break;
        case InequalityScale::log:
            return {std::exp(fitted), std::exp(fitted)};
        case InequalityScale::logit: {
            const double share = 1.0 / (1.0 + std::exp(-fitted));
            return {share, share * (1.0 - share)};
        }
    }
    return {fitted, 1.0};
}

Status check(const DeprivationGroups& g, InequalityScale scale) noexcept {
    if (g.value.size() < 2) return Status::too_few_points;
    for (std::size_t i = 0; i < g.value.size(); ++i) {
        const double y = g.value[i];
        const double n = g.population[i];
        const double error = g.standard_error.empty() ? 0.0 : g.standard_error[i];
        if (std::isnan(y) || std::isnan(n) || std::isnan(error)) return Status::missing_value;
        if (!std::isfinite(y) || !std::isfinite(n) || !std::isfinite(error)) return Status::not_finite;
        if (n < 0.0 || error < 0.0) return Status::negative_value;
        if (n == 0.0) return Status::no_denominator;
        if (scale != InequalityScale::linear && y <= 0.0) return Status::negative_value;
        if (scale == InequalityScale::logit && y >= 1.0) return Status::above_denominator;
    }
    return Status::ok;
}

Inequality indices(Scaled least, Scaled most, double var_least, double var_most, double covariance, bool has_error,
                   double z, double multiplier) noexcept {
    // ends of the line: least = rank 0, most = rank 1; variances on the scale of the fit
    const double a = least.slope, b = most.slope;
    const auto reach = [z](double variance) noexcept { return z * std::sqrt(std::max(0.0, variance)); };
    Inequality result{detail::without(Status::limit_undefined), detail::without(Status::limit_undefined), least.value};
    const double slope = most.value - least.value;
    result.slope_index.value = multiplier * slope;
    if (has_error) {
        const double wide = reach(b * b * var_most + a * a * var_least - 2.0 * a * b * covariance);
        result.slope_index = {multiplier * slope, multiplier * (slope - wide), multiplier * (slope + wide), Status::ok};
        if (multiplier < 0.0) std::swap(result.slope_index.lower, result.slope_index.upper);
    }
    if (!(least.value > 0.0 && most.value > 0.0)) {
        result.relative_index.status = Status::value_undefined;
        return result;
    }
    const double log_ratio = (multiplier < 0.0 ? -1.0 : 1.0) * std::log(most.value / least.value);
    result.relative_index.value = std::exp(log_ratio);
    if (has_error) {
        const double u = a / least.value, v = b / most.value;
        const double wide = reach(v * v * var_most + u * u * var_least - 2.0 * u * v * covariance);
        result.relative_index = {std::exp(log_ratio), std::exp(log_ratio - wide), std::exp(log_ratio + wide),
                                 Status::ok};
    }
    return result;
}

Inequality estimate(const DeprivationGroups& g, double z, const InequalityOptions& options) noexcept {
    if (const Status status = check(g, options.scale); status != Status::ok) return nothing(status);
    double people = 0.0;
    for (const double n : g.population) people += n;

    // Mid-ranks, their weighted mean is ½ and Σ w·(rank − ½)² is needed.
    double spread = 0.0, centre = 0.0, before = 0.0;
    const auto rank_of = [&](double n) noexcept { return (before + 0.5 * n) / people; };
    for (std::size_t i = 0; i < g.value.size(); ++i) {
        const double share = g.population[i] / people;
        const double away = rank_of(g.population[i]) - 0.5;
        spread += share * away * away;
        centre += share * scaled(g.value[i], options.scale).value;
        before += g.population[i];
    }
    double slope = 0.0, var_least = 0.0, var_most = 0.0, covariance = 0.0;
    before = 0.0;
    for (std::size_t i = 0; i < g.value.size(); ++i) {
        const double share = g.population[i] / people;
        const double lever = share * (rank_of(g.population[i]) - 0.5) / spread;  // of the value on the slope
        const Scaled y = scaled(g.value[i], options.scale);
        slope += lever * (y.value - centre);
        const double error = g.standard_error.empty() ? 0.0 : g.standard_error[i] * y.slope;
        const double at_least = (share - 0.5 * lever) * error;
        const double at_most = (share + 0.5 * lever) * error;
        var_least += at_least * at_least;
        var_most += at_most * at_most;
        covariance += at_least * at_most;
        before += g.population[i];
    }
    return indices(unscaled(centre - 0.5 * slope, options.scale), unscaled(centre + 0.5 * slope, options.scale),
                   var_least, var_most, covariance, !g.standard_error.empty(), z, options.multiplier);
}

bool has_multiplier(const InequalityOptions& options) noexcept {
    return options.multiplier != 0.0 && std::isfinite(options.multiplier);
}

}  // namespace

Inequality estimate_inequality(const DeprivationGroups& groups, const InequalityOptions& options) noexcept {
    const std::size_t size = groups.value.size();
    if (groups.population.size() != size || (!groups.standard_error.empty() && groups.standard_error.size() != size) ||
        !detail::is_confidence(options.confidence) || !has_multiplier(options)) {
        return nothing(Status::invalid_option);
    }
    return estimate(groups, detail::Level(options.confidence).z, options);
}

void estimate_inequality_into(const DeprivationGroups& groups, std::span<const std::int64_t> offsets,
                              const InequalityOptions& options, const EstimateColumns& slope_index,
                              const EstimateColumns& relative_index, std::span<double> intercept) {
    const std::size_t size = groups.value.size();
    detail::require_length("population", groups.population.size(), size);
    detail::require_wanted("standard_error", groups.standard_error, size);
    detail::require_offsets(offsets, size);
    const std::size_t areas = offsets.size() - 1;
    detail::require_columns(slope_index, areas);
    detail::require_columns(relative_index, areas);
    detail::require_wanted("intercept", intercept, areas);
    detail::require_confidence(options.confidence);
    detail::require_positive("multiplier", std::abs(options.multiplier));
    const double z = detail::Level(options.confidence).z;
    for (std::size_t area = 0; area < areas; ++area) {
        const auto start = static_cast<std::size_t>(offsets[area]);
        const auto count = static_cast<std::size_t>(offsets[area + 1]) - start;
        const Inequality result = estimate(
            {groups.population.subspan(start, count), groups.value.subspan(start, count),
             groups.standard_error.empty() ? groups.standard_error : groups.standard_error.subspan(start, count)},
            z, options);
        detail::write(slope_index, area, result.slope_index);
        detail::write(relative_index, area, result.relative_index);
        if (!intercept.empty()) intercept[area] = result.intercept;
    }
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
