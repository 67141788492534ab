#pragma once

#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/estimate.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// The mean of the values that are there (NaN = missing) with Student's (1908) limits x̄ ∓ t·s/√n, t the quantile at
/// 1 − α/2 with n − 1 degrees of freedom, s with divisor n − 1. In the unit of the values. Status: `too_few_points` (fewer than
/// two), `not_finite`, `invalid_option`.
[[nodiscard]] ONTRACK_EXPORT Estimate estimate_mean(std::span<const double> values, double confidence = 0.95) noexcept;

/// Many groups: group i owns the values offsets[i] … offsets[i + 1].
ONTRACK_EXPORT void estimate_mean_into(std::span<const double> values, std::span<const std::int64_t> offsets,
                                       double confidence, const EstimateColumns& out);

/// From the mean, the standard deviation ≥ 0 and the number of values ≥ 2.
[[nodiscard]] ONTRACK_EXPORT Estimate estimate_mean_of(double mean, double deviation, double n,
                                                       double confidence = 0.95) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
