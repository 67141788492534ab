#pragma once

#include <cstddef>
#include <span>

#include <ontrack/stats/status.hpp>

#include "stats/constants.hpp"

namespace ontrack::inline v0::stats::detail {

inline constexpr std::size_t max_history = 256;  // periods that a forecasting model is shown
inline constexpr std::size_t max_horizon = 128;
inline constexpr std::size_t max_together = 64;  // series in one task

/// Series of one length to be forecast side by side.
struct SumTask {
    std::span<const double* const> series;  // at most max_together; each `length` values, oldest first, NaN = missing
    std::size_t length;  // at most max_history
    std::size_t season;  // periods per year, 1 = none
    std::span<const double> weights;  // of the coming periods, at most max_horizon; 0 = outside the window
};

/// What a model says of Σ weights[h]·y[length + h].
struct SumForecast {
    double mean;
    double variance;  // of the sum, on the scale of the values, with what the model knows of its own parameters
    double score;  // AICc or the like over one-step errors, on the scale of the values; NaN = none
    Status status;  // not ok: mean and variance are NaN
};

[[nodiscard]] inline SumForecast no_sum(Status status) noexcept {
    return {nan, nan, nan, status};
}

/// A forecasting model. Writes one forecast per series of the task. The answer for a series depends on nothing but its own
/// values; no allocation, no exception, whatever the values are.
using SumModel = void(const SumTask& task, std::span<SumForecast> out) noexcept;

// TotalModel::dynamic_theta, theta, smoothing, log_smoothing, root_smoothing
SumModel dynamic_theta_sums;
SumModel theta_sums;
SumModel smoothing_sums;
SumModel log_smoothing_sums;
SumModel root_smoothing_sums;

}  // namespace ontrack::inline v0::stats::detail
