#pragma once

#include <cstddef>
#include <vector>

namespace reference {

/// The dynamic and the classic Theta recursion in the letters of Fiorucci et al. (2016), in long double, for complete series.
struct Theta {
    long double alpha, omega, start_level;  // ω = 1 − 1/θ
    bool is_dynamic;
};

/// One-step errors; the coming periods with these future errors in them; both from the first value on.
struct ThetaRun {
    std::vector<long double> errors;
    std::vector<long double> coming;
};
ThetaRun run(const std::vector<double>& values, const Theta& theta, const std::vector<long double>& future_errors);

/// What is made least: Σ e², for the dynamic form without three errors and with 12 σ² (ω − ½)², σ² by the best free ω.
/// Returns it at the best l₀ and ω for this α, and sets them.
long double objective(const std::vector<double>& values, Theta& theta);

/// Variance of Σ weights·y from future errors: the effect of each, by putting it in.
long double error_part(const std::vector<double>& values, const Theta& theta, const std::vector<double>& weights);
/// From the parameters: derivatives by differences, all in one matrix.
long double parameter_part(const std::vector<double>& values, const Theta& theta, const std::vector<double>& weights,
                           long double error_variance);

}  // namespace reference
