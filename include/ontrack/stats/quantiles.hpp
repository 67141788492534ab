#pragma once

#include <ontrack/export.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

// Distribution functions and quantiles of the laws that intervals are made of. Each law has its lower tail (`…_cdf`), its
// upper tail (`…_upper`: 1 − cdf without the cancellation), and the quantile that belongs to each. Quantiles are right to
// 1e-12 of their value for probabilities from 1e-6 to 1 − 1e-6 and shapes from 1e-3 to 1e8. Outside the stated domain, and
// for NaN, the result is NaN; nothing throws. A probability of 0 or 1 gives the end of the law's range.

/// P(X ≤ x) and P(X > x) for a gamma law with this shape > 0 and scale 1; x ≥ 0. The regularised incomplete gamma functions
/// P(shape, x) and Q(shape, x).
[[nodiscard]] ONTRACK_EXPORT double gamma_cdf(double x, double shape) noexcept;
[[nodiscard]] ONTRACK_EXPORT double gamma_upper(double x, double shape) noexcept;
/// The x with P(X ≤ x) = p, or with P(X > x) = p; 0 ≤ p ≤ 1.
[[nodiscard]] ONTRACK_EXPORT double gamma_quantile(double p, double shape) noexcept;
[[nodiscard]] ONTRACK_EXPORT double gamma_upper_quantile(double p, double shape) noexcept;

/// The χ² law with `degrees` > 0 degrees of freedom (need not be whole): twice a gamma variable of shape degrees/2.
[[nodiscard]] ONTRACK_EXPORT double chi_square_cdf(double x, double degrees) noexcept;
[[nodiscard]] ONTRACK_EXPORT double chi_square_upper(double x, double degrees) noexcept;
[[nodiscard]] ONTRACK_EXPORT double chi_square_quantile(double p, double degrees) noexcept;
[[nodiscard]] ONTRACK_EXPORT double chi_square_upper_quantile(double p, double degrees) noexcept;

/// The beta law on [0, 1] with shapes a, b > 0; the regularised incomplete beta function I_x(a, b) and 1 − I_x(a, b). For a
/// quantile close to 1, 1 − quantile is `beta_upper_quantile(p, b, a)` in full precision.
[[nodiscard]] ONTRACK_EXPORT double beta_cdf(double x, double a, double b) noexcept;
[[nodiscard]] ONTRACK_EXPORT double beta_upper(double x, double a, double b) noexcept;
[[nodiscard]] ONTRACK_EXPORT double beta_quantile(double p, double a, double b) noexcept;
[[nodiscard]] ONTRACK_EXPORT double beta_upper_quantile(double p, double a, double b) noexcept;

/// Student's t with `degrees` > 0 (∞ is the normal law). The upper tail and quantile are those of −t.
[[nodiscard]] ONTRACK_EXPORT double student_t_cdf(double t, double degrees) noexcept;
[[nodiscard]] ONTRACK_EXPORT double student_t_quantile(double p, double degrees) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
