#pragma once

#include <algorithm>

#include "stats/count_law_kernel.hpp"

namespace ontrack::inline v0::stats::detail {

/// Beyond this the law is Poisson to the last digit, and mean/(shape + mean) has none left.
inline bool is_poisson(double mean, double shape) noexcept {
    return shape > 1e14 * std::max(1.0, mean);
}

/// negative_binomial_cdf and negative_binomial_quantile of many laws, same bits: by the kernel, and what it leaves open one
/// by one. Laws out of their domain give NaN. \pre 0 < guess.p < 1
void count_laws(CountLawKernel* kernel, const CountLawTask& task) noexcept;

}  // namespace ontrack::inline v0::stats::detail
