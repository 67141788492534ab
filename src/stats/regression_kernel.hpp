#pragma once

#include <cstddef>

namespace ontrack::inline v0::stats::detail {

/// The same number of four series side by side. Each lane is reckoned by itself: a series gets the same bits in any company.
struct alignas(32) Quad {
    static constexpr std::size_t size = 4;
    double lane[size];
};

/// Four series over one design. A lane without a point that is used comes out as zeros.
struct RegressionBlock {
    std::size_t n = 0, p = 0;
    std::size_t stride = 0;  ///< p rounded up to a multiple of four
    const double* basis = nullptr;  ///< n rows of `stride`: an orthonormal basis of the design, then zeros
    const double* back = nullptr;  ///< p × p, upper triangular: the design's coefficients = back · the basis's
    const Quad* y = nullptr;  ///< n; 0 where it is not used
    const Quad* offset = nullptr;  ///< n
    const Quad* use = nullptr;  ///< n: 1 or 0
    bool is_linear = false;  ///< least squares; else a log link
    bool is_over_dispersed = false;  ///< variance μ + αμ², and then the expected information for the model's covariance
    bool estimates_alpha = false;
    bool misses_points = false;  ///< some `use` is 0
    int lags = -1;  ///< of the sandwich; −1 = the model's own covariance

    Quad alpha = {};  ///< in, and out where it is estimated
    Quad is_running = {};  ///< out: not 0 where the iterations did not end
    Quad is_lost =
        {};  ///< out: not 0 where the information vanished along the way, as it does towards an infinite effect
    Quad least_pivot = {};  ///< out: of the basis over the points used; near 0 where its columns depend on one another
    Quad pearson = {};  ///< out: Σ(y − μ)²/V(μ)
    Quad* fitted = nullptr;  ///< out: n
    Quad* coefficient = nullptr;  ///< out: p
    Quad* covariance = nullptr;  ///< out: p × p, for dispersion 1
    Quad* step = nullptr;  ///< out: n, the last change of the linear predictor
    Quad* room = nullptr;  ///< regression_room() of it
};

/// How many `Quad`s a block needs to work in.
std::size_t regression_room(std::size_t n, std::size_t p, int lags) noexcept;

using FitRegressions = void(RegressionBlock& block) noexcept;
FitRegressions fit_regressions_baseline, fit_regressions_avx2;
/// For the processor that runs the program.
FitRegressions* fit_regressions() noexcept;

}  // namespace ontrack::inline v0::stats::detail
