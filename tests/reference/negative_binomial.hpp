#pragma once

namespace reference {

/// P(X ≤ x) by adding up P(X = 0) … P(X = x), each from the one before; shape = ∞ is Poisson.
long double negative_binomial_cdf(long x, long double mean, long double shape);

}  // namespace reference
