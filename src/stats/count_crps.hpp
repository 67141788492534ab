#pragma once

namespace ontrack::inline v0::stats::detail {

/// E|N − x| for a negative binomial N with this mean ≥ 0 and shape > 0 (∞ is Poisson); any finite x.
double mean_distance(double x, double mean, double shape) noexcept;

/// ½E|N − N′| for two independent ones (half of Gini's mean difference).
double half_mean_difference(double mean, double shape) noexcept;

}  // namespace ontrack::inline v0::stats::detail
