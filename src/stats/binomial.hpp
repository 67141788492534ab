#pragma once

#include <boost/math/special_functions/beta.hpp>

#include "stats/boost_policy.hpp"

namespace ontrack::inline v0::stats::detail {

/// P(X = k) of a binomial count. \pre 0 ≤ k ≤ n, 0 < p < 1
inline double binomial_mass(double k, double n, double p) noexcept {
    return boost::math::ibeta_derivative(k + 1.0, n - k + 1.0, p, quiet()) / (n + 1.0);
}

}  // namespace ontrack::inline v0::stats::detail
