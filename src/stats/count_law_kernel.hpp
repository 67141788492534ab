#pragma once

#include <array>
#include <cstddef>

namespace ontrack::inline v0::stats::detail {

/// A probability and the polynomials in its normal score by which a quantile is guessed (Cornish & Fisher 1938).
struct QuantileGuess {
    double p = 0.5;
    double z = 0.0;
    /// Of the third cumulant; the fourth and its square; the fifth, the third times the fourth, and the third cubed.
    double third = 0.0, fourth = 0.0, third_twice = 0.0, fifth = 0.0, third_fourth = 0.0, third_thrice = 0.0;
};
/// \pre 0 < p < 1
QuantileGuess quantile_guess(double p) noexcept;

/// Negative binomial laws side by side. What a law's probabilities and quantiles share is computed once.
struct CountLawTask {
    std::size_t count;  // laws, at least one
    const double* mean;
    const double* shape;
    const double* x = nullptr;  // one for each law, or nullptr
    double* cdf = nullptr;  // P(X ≤ x)
    std::size_t quantiles = 0;  // for each law
    const QuantileGuess* guesses = nullptr;
    double* quantile = nullptr;  // row-major, one row for each law
};

/// Writes NaN where the law is not one for the continued fraction (Poisson's, a shape near nothing, counts beyond 2^40) or
/// where that does not settle; negative_binomial.cpp has the answer for these. A quantile is the smallest whole number x
/// with P(X ≤ x) ≥ p, by this very P but for the rounding of a few additions. All give the same bits.
using CountLawKernel = void(const CountLawTask& task) noexcept;

CountLawKernel count_law_kernel_baseline;
CountLawKernel count_law_kernel_avx2;
CountLawKernel count_law_kernel_avx512;
/// The one for this processor.
CountLawKernel* count_law_kernel() noexcept;

}  // namespace ontrack::inline v0::stats::detail
