#pragma once

#include <cstddef>

namespace ontrack::inline v0::stats::detail {

/// The same number of eight series side by side. Each lane is reckoned by itself: a series gets the same bits in any company.
struct alignas(64) Pack {
    static constexpr std::size_t size = 8;
    double lane[size];
};

/// Eight series over one design. A lane without a point that is used comes out as zeros.
struct RegressionBlock {
    std::size_t n = 0, p = 0;
    std::size_t stride = 0;  ///< p rounded up to a multiple of four
    const double* basis = nullptr;  ///< n rows of `stride`: an orthonormal basis of the design, then zeros
    const double* back = nullptr;  ///< p × p, upper triangular: the design's coefficients = back · the basis's
    const Pack* y = nullptr;  ///< n; 0 where it is not used
    const Pack* offset = nullptr;  ///< n
    const Pack* use = nullptr;  ///< n: 1 or 0
    bool is_linear = false;  ///< least squares; else a log link
    bool is_over_dispersed = false;  ///< variance μ + αμ², and then the expected information for the model's covariance
    bool estimates_alpha = false;
    bool misses_points = false;  ///< some `use` is 0
    int lags = -1;  ///< of the sandwich; −1 = the model's own covariance
    bool wants_likelihood = false;  ///< deviance and log-likelihood of counts

    Pack alpha = {};  ///< in, and out where it is estimated
    Pack is_running = {};  ///< out: not 0 where the iterations did not end
    Pack is_lost =
        {};  ///< out: not 0 where the information vanished along the way, as it does towards an infinite effect
    Pack least_pivot = {};  ///< out: of the basis over the points used; near 0 where its columns depend on one another
    Pack pearson = {};  ///< out: Σ(y − μ)²/V(μ)
    Pack deviance = {}, likelihood = {};  ///< out, of counts where wanted
    Pack* fitted = nullptr;  ///< out: n
    Pack* coefficient = nullptr;  ///< out: p
    Pack* covariance = nullptr;  ///< out: p × p, for dispersion 1
    Pack* step = nullptr;  ///< out where a lane is_running: n, the last change of the linear predictor
    Pack* room = nullptr;  ///< regression_room() of it
};

/// How many `Pack`s a block needs to work in.
std::size_t regression_room(std::size_t n, std::size_t p, int lags) noexcept;

using FitRegressions = void(RegressionBlock& block) noexcept;
FitRegressions fit_regressions_baseline, fit_regressions_avx2, fit_regressions_avx512;
/// For the processor that runs the program.
FitRegressions* fit_regressions() noexcept;

}  // namespace ontrack::inline v0::stats::detail
