#pragma once

#include <array>
#include <cstddef>

namespace ontrack::inline v0::stats::detail {

inline constexpr std::size_t discount_lanes = 8;

/// Eight gamma–Poisson filters over the same values: the first four with one exposure, the others with another.
struct DiscountTask {
    const double* values;  // NaN = missing
    const double* exposure[2];  // 0 = passed over
    std::size_t length;
    std::size_t settle;  // values that the likelihood does not judge
    double discount[discount_lanes];
    double start[2];  // events per unit of exposure
    double excess[2];  // squared coefficient of variation of one value beyond Poisson
};

struct DiscountStates {
    std::array<double, discount_lanes> shape, rate, log_likelihood;
};

using DiscountKernel = void(const DiscountTask& task, DiscountStates& out) noexcept;

DiscountKernel discount_kernel_baseline;
DiscountKernel discount_kernel_avx2;
DiscountKernel discount_kernel_avx512;
/// The one for this processor; all give the same bits.
DiscountKernel* discount_kernel() noexcept;

}  // namespace ontrack::inline v0::stats::detail
