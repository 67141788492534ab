#pragma once

#include <ontrack/export.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Φ(z), the standard normal distribution function.
[[nodiscard]] ONTRACK_EXPORT double normal_cdf(double z) noexcept;
/// Φ⁻¹(p) for 0 < p < 1; NaN elsewhere.
[[nodiscard]] ONTRACK_EXPORT double normal_quantile(double p) noexcept;

/// P(X ≤ x) for a negative binomial with mean m ≥ 0 and shape k > 0 (variance m + m²/k; k = ∞ is Poisson). 0 for x < 0.
/// Equals I_{k/(k+m)}(k, ⌊x⌋ + 1). NaN outside the domain.
[[nodiscard]] ONTRACK_EXPORT double negative_binomial_cdf(double x, double mean, double shape) noexcept;
/// The smallest whole number x with P(X ≤ x) ≥ p, 0 < p < 1. NaN outside the domain.
[[nodiscard]] ONTRACK_EXPORT double negative_binomial_quantile(double p, double mean, double shape) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
