#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "stats/sum_model.hpp"

namespace ontrack::inline v0::stats::detail {

/// The scale that a Gaussian model works on: z = y, ln(y + shift) or √(y + shift).
enum class SumScale : unsigned char { identity, log, root };

/// Zeros, and values near it, have no use for logarithms: where the least value is below a twentieth of the mean, that
/// twentieth is added to all.
inline double shift_of(SumScale scale, double least, double mean) noexcept {
    constexpr double part = 0.05;
    return scale != SumScale::identity && least < part * mean ? part * mean : 0.0;
}
inline double to_scale(SumScale scale, double y, double shift) noexcept {
    if (scale == SumScale::identity) return y;
    return scale == SumScale::log ? std::log(y + shift) : std::sqrt(y + shift);
}
/// 2 ln |dy/dz|: what turns −2 log-likelihood of z into that of y.
inline double jacobian_term(SumScale scale, double z) noexcept {
    if (scale == SumScale::identity) return 0.0;
    return scale == SumScale::log ? 2.0 * z : 2.0 * std::log(2.0 * z);
}

/// A Gaussian forecast: means of the coming periods on the model's scale, and how an error of size 1 in one of them moves
/// those after it (move[0] = 1, the same for each period).
struct SumPath {
    std::size_t horizon = 0;
    double mean[max_horizon];
    double move[max_horizon];
};

/// Variance of the last coming period on the model's scale, which has the largest.
double largest_variance(const SumPath& path, double error_variance) noexcept;

/// Mean and variance of Σ weights·y, y = z or its back-transform: exact for jointly normal z. `steering[h]` = ∂(mean)/∂z_h,
/// for what the uncertainty of the parameters adds.
struct SumMoments {
    double mean = 0.0;
    double variance = 0.0;
    double steering[max_horizon];
};

/// \pre weights.size() ≤ path.horizon. `shift` is taken off each period again.
void moments_of(const SumPath& path, std::span<const double> weights, double error_variance, SumScale scale,
                double shift, SumMoments& out) noexcept;

}  // namespace ontrack::inline v0::stats::detail
