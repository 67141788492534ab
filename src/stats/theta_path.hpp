#pragma once

#include <cstddef>
#include <span>

namespace ontrack::inline v0::stats::detail {

/// DOTM counts errors from its fourth value on.
inline constexpr double values_before_errors = 3.0;

struct ThetaParameters {
    double alpha, omega, start_level;
};

/// What a fitted Theta recursion says of Σ weights[h]·y_{n+1+h}.
struct ThetaTotal {
    double mean;
    double variance;  // with the parameters' own
    double sum_of_squares;
    double errors;  // how many that sum has
};

/// Filters the values (NaN = missing) and goes on into the coming periods, where each value is its own forecast: the model is
/// linear in the values, so the mean is exact, and so is the variance Σ c_i² σ² with c_i the effect of period i's error on the
/// total, by one pass backwards. σ² has `free_parameters` degrees of freedom less. The parameters' variance is that of the
/// least-squares estimate with the uniform law on a parameter's range as its prior (delta method).
/// \pre weights.size() ≤ max_horizon
ThetaTotal theta_total(std::span<const double> values, const ThetaParameters& fitted, bool is_dynamic,
                       std::span<const double> weights, double free_parameters) noexcept;

}  // namespace ontrack::inline v0::stats::detail
