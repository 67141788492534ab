#pragma once

#include <cstddef>
#include <vector>

namespace reference {

/// Additive exponential smoothing written down line by line, in long double, with no thought for speed.
struct Gains {
    long double alpha = 0.0L, beta = 0.0L, gamma = 0.0L, phi = 0.0L;
};

struct States {
    long double level = 0.0L, slope = 0.0L;
    std::vector<long double> season;  // of the coming periods; empty = none
};

struct SmoothRun {
    std::vector<long double> errors;
    States end;
    [[nodiscard]] long double sum_of_squares() const;
};

/// Filters the values (NaN = missing) from these states.
SmoothRun run(const std::vector<double>& values, States states, const Gains& gains);

/// The start states with the least sum of squares, by the normal equations of errors that unit states bring about.
States best_start(const std::vector<double>& values, std::size_t season, bool trend, const Gains& gains);

/// The coming periods, each with a future error added: 0 = the forecast.
std::vector<long double> coming(States states, const Gains& gains, const std::vector<long double>& future_errors);

/// What the uncertainty of gains and start states adds to the variance of Σ weights·y: derivatives by differences, the full
/// matrix of all parameters, its inverse by elimination.
long double parameter_variance(const std::vector<double>& values, std::size_t season, bool trend, const Gains& gains,
                               const std::vector<double>& weights, long double error_variance);

}  // namespace reference
