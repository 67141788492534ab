#include <ontrack/stats/mean.hpp>

#include <cmath>

#include <ontrack/stats/quantiles.hpp>

#include "stats/arguments.hpp"
#include "stats/fill.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

Estimate with_reach(double mean, double deviation, double n, double t) noexcept {
    const double reach = t * deviation / std::sqrt(n);
    return {mean, mean - reach, mean + reach, Status::ok};
}

double student(double n, double confidence) noexcept {
    return -student_t_quantile(0.5 * (1.0 - confidence), n - 1.0);
}

}  // namespace

Estimate estimate_mean_of(double mean, double deviation, double n, double confidence) noexcept {
    if (!detail::is_confidence(confidence)) return detail::without(Status::invalid_option);
    if (std::isnan(mean) || std::isnan(deviation) || std::isnan(n)) return detail::without(Status::missing_value);
    if (!std::isfinite(mean) || !std::isfinite(deviation) || !std::isfinite(n))
        return detail::without(Status::not_finite);
    if (deviation < 0.0) return detail::without(Status::negative_value);
    if (n < 2.0) return detail::without(Status::too_few_points);
    return with_reach(mean, deviation, n, student(n, confidence));
}

Estimate estimate_mean(std::span<const double> values, double confidence) noexcept {
    double n = 0.0;
    double sum = 0.0;
    for (const double value : values) {
        if (std::isnan(value)) continue;
        n += 1.0;
        sum += value;
    }
    if (n < 2.0) return detail::without(Status::too_few_points);
    const double mean = sum / n;
    double squares = 0.0;
    for (const double value : values) {
        if (!std::isnan(value)) squares += (value - mean) * (value - mean);
    }
    if (!std::isfinite(mean) || !std::isfinite(squares)) return detail::without(Status::not_finite);
    return estimate_mean_of(mean, std::sqrt(squares / (n - 1.0)), n, confidence);
}

void estimate_mean_into(std::span<const double> values, std::span<const std::int64_t> offsets, double confidence,
                        const EstimateColumns& out) {
    detail::require_offsets(offsets, values.size());
    detail::require_columns(out, offsets.size() - 1);
    detail::require_confidence(confidence);
    detail::fill(out, offsets.size() - 1, [&](std::size_t group) noexcept {
        const auto start = static_cast<std::size_t>(offsets[group]);
        return estimate_mean(values.subspan(start, static_cast<std::size_t>(offsets[group + 1]) - start), confidence);
    });
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
