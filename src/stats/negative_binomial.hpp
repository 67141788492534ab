#pragma once

namespace ontrack::inline v0::stats::detail {

/// xᵃyᵇ/B(a, b) and what follows it in the regularised incomplete beta function I_x(a, b), by the continued fraction of
/// Didonato and Morris (1992), algorithm BFRAC. `lambda` is a − (a + b)x ≥ 0, given apart because it would cancel.
/// NaN where the fraction has not settled after 500 terms. \pre a, b > 1, x + y = 1
double beta_fraction(double a, double b, double x, double y, double lambda) noexcept;

}  // namespace ontrack::inline v0::stats::detail
