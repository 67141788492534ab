#pragma once

#include <cstddef>

#include "stats/lane_groups.hpp"

namespace ontrack::inline v0::stats::detail {

// The Theta method as one recursion (Assimakopoulos & Nikolopoulos 2000; Hyndman & Billah 2003; Fiorucci, Pellegrini, Louzada,
// Petropoulos & Koehler 2016), several series at a time. With A and B the least-squares line and ω = 1 − 1/θ:
//
//     y_t = l_{t−1} + ω (p_t A + q_t B) + e_t,   l_t = l_{t−1} + α (y_t − l_{t−1}),
//     p_{t+1} = (1 − α) p_t,   q_{t+1} = 1 + (1 − α) q_t,   p_1 = q_1 = 1
//
// so p_t A + q_t B is the line less its own smoothed past. Classic: one line through all values, θ = 2. Dynamic optimised
// (DOTM): the line through the values before t, and 1 ≤ θ ≤ ∞ as it fits best. A missing value leaves l and the line; p stays
// and q grows by 1. Least Σ e_t²; in DOTM without the first three values (as the authors' program) and with ω drawn towards the
// classic ½ by as much as the uniform law on 0 … 1 would, 12 σ² (ω − ½)²: a short series hardly tells ω. Given α all this is
// quadratic in l_0 and ω, so only 0.1 ≤ α ≤ 0.99 is searched, by a grid and parabolas.

/// `ThetaKernels::lanes` series of one length side by side.
struct ThetaSeries {
    const double* values;  // size × lanes, 0 where missing; aligned to 64 bytes
    const double* seen;  // 1 or 0
    std::size_t size;
    bool is_dynamic;
};

struct ThetaFit {
    using Lanes = double[most_lanes];
    alignas(64) Lanes alpha, omega, start_level;
};

struct ThetaKernels {
    std::size_t lanes;
    void (*fit)(const ThetaSeries& series, ThetaFit& fit) noexcept;
};

extern const ThetaKernels theta_kernels_baseline, theta_kernels_avx2, theta_kernels_avx512;

/// For the processor that runs the program.
const ThetaKernels& theta_kernels() noexcept;

}  // namespace ontrack::inline v0::stats::detail
