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

/// P(X = x) of a beta–binomial count (Skellam 1948): of n trials with a chance that follows a beta law with shapes a, b > 0.
/// C(n, x)·B(x + a, n − x + b)/B(a, b), as saddle points (Loader 2000). n whole, 0 ≤ n ≤ 2^53; NaN outside the domain, 0
/// where x is no number of trials.
[[nodiscard]] ONTRACK_EXPORT double beta_binomial_mass(double x, double n, double a, double b) noexcept;
/// P(X ≤ x): the smaller tail term by term, and by Gauss–Legendre with the Euler–Maclaurin correction where terms are many.
[[nodiscard]] ONTRACK_EXPORT double beta_binomial_cdf(double x, double n, double a, double b) noexcept;
/// The smallest whole number x with P(X ≤ x) ≥ p, 0 < p < 1. NaN outside the domain.
[[nodiscard]] ONTRACK_EXPORT double beta_binomial_quantile(double p, double n, double a, double b) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
