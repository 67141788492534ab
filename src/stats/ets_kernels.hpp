#pragma once

#include <cstddef>

#include "stats/lane_groups.hpp"

namespace ontrack::inline v0::stats::detail {

// Additive exponential smoothing with a single source of error (Ord, Koehler & Snyder 1997; Hyndman, Koehler, Ord & Snyder
// 2008), several series at a time:
//
//     y_t = l_{t−1} + φ b_{t−1} + s_{t−m} + e_t
//     l_t = l_{t−1} + φ b_{t−1} + α e_t,   b_t = φ b_{t−1} + β e_t,   s_t = s_{t−m} + γ e_t
//
// A missing value leaves e_t = 0. Gaussian likelihood: the least sum of squares Σ e_t². Given α, β, γ, φ the errors are linear
// in the start states, so these are solved by least squares each time, and only the four are searched: by Levenberg–Marquardt
// steps on what the start states leave (variable projection: Golub & Pereyra 1973, Kaufman 1975), in the region
// 0 ≤ β ≤ α, 0 ≤ γ ≤ 1 − α, 0.8 ≤ φ ≤ 0.98 and with bounded numbers of steps.

inline constexpr std::size_t max_season = 53;  // periods: weeks of a year

/// Which states there are besides the level.
struct EtsForm {
    bool trend;  // damped
    bool season;
};

/// `EtsKernels::lanes` series of one length side by side: all of them complete, or `seen` says where values are.
struct EtsSeries {
    const double* values;  // size × lanes, 0 where missing; aligned to 64 bytes
    const double* seen;  // 1 or 0; nullptr = all are there
    std::size_t size;
    std::size_t season;
};

/// Of each lane: gains, least sum of squares, start states and the states after the last value.
struct EtsFit {
    using Lanes = double[most_lanes];
    alignas(64) Lanes alpha, beta, gamma, phi;
    alignas(64) Lanes sum_of_squares;
    alignas(64) Lanes start_level, start_slope, level, slope;
    alignas(64) Lanes start_season[max_season];
    alignas(64) Lanes season[max_season];  // of the coming periods
};

/// What the first points of a seasonal search have in common for all complete series of one length: columns and their factorised
/// normal equations. Kept from one call to the next; it holds what would be computed anew.
struct EtsGrid {
    static constexpr std::size_t most_season = 13;
    static constexpr std::size_t most_points = 30;
    static constexpr std::size_t columns_together = 6;
    static constexpr std::size_t ahead = 18;  // zeros before the first column, for the last of each six
    static constexpr std::size_t most_states = most_season + 1;
    static constexpr std::size_t point_size =
        2 * max_history + ahead + most_states * (most_states + 1) / 2 + most_states;

    std::size_t size = 0, season = 0, count = 0;  // of which series, and how many points are there
    double store[most_points * point_size];
};

/// Scratch, and what the fit leaves there for the second kernel.
/// \pre value-initialised before its first use
struct EtsRoom {
    static constexpr std::size_t runs = 26;
    static constexpr std::size_t size = runs * (max_history + max_season) + max_season * max_history +
                                        (max_season + 1) * (max_season + 2) / 2 + 8 * (max_season + 1);
    alignas(64) double store[size * most_lanes];
    EtsGrid grids[2];  // of the seasonal forms without and with a slope
};

struct EtsKernels {
    std::size_t lanes;
    void (*fit)(EtsForm form, const EtsSeries& series, EtsRoom& room, EtsFit& fit) noexcept;
    /// The variance of Σ weights[h]·y_{n+1+h} (horizon × lanes) that comes from the estimated gains and start states, by the
    /// curvature at the optimum (delta method). `room` and `fit` as `fit` left them; error_variance and out: one per lane.
    /// A gain's own prior is the uniform law on its range.
    void (*parameter_variance)(EtsForm form, const EtsSeries& series, EtsRoom& room, const EtsFit& fit,
                               const double* weights, std::size_t horizon, const double* error_variance,
                               double* out) noexcept;
};

extern const EtsKernels ets_kernels_baseline, ets_kernels_avx2, ets_kernels_avx512;

/// For the processor that runs the program.
const EtsKernels& ets_kernels() noexcept;

}  // namespace ontrack::inline v0::stats::detail
