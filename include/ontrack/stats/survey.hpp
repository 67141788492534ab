#pragma once

#include <limits>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/estimate.hpp>
#include <ontrack/stats/proportion.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// What a survey's design does to its sampling variance.
struct SurveyDesign {
    /// Variance of the design over that of a simple random sample of the same size (Kish 1965); above 0.
    double design_effect = 1.0;
    /// People in the population sampled without replacement; ∞ = no finite population correction.
    double population = std::numeric_limits<double>::infinity();
};

/// The size of the simple random sample that has the survey's variance: n/design_effect·(N − 1)/(N − n) (Cochran 1977). ∞ when
/// everyone was asked. NaN out of the domain (n > N, design_effect ≤ 0).
[[nodiscard]] ONTRACK_EXPORT double effective_sample_size(double n, const SurveyDesign& design) noexcept;

/// A survey proportion x of n (weighted or not) with the limits of `options.method` at the effective sample size, the share
/// kept (Dean & Pagano 2015; with Clopper–Pearson: Korn & Graubard 1998). When everyone was asked the limits are the value.
/// Status as for a proportion; `above_denominator` also for n > population.
[[nodiscard]] ONTRACK_EXPORT Estimate estimate_survey_proportion(double x, double n, const SurveyDesign& design,
                                                                 const ProportionOptions& options = {}) noexcept;
ONTRACK_EXPORT void estimate_survey_proportion_into(std::span<const double> x, std::span<const double> n,
                                                    const SurveyDesign& design, const ProportionOptions& options,
                                                    const EstimateColumns& out);

/// Kish's (1965) design effect of unequal weights: n·Σw²/(Σw)², at least 1. NaN for no weights or one below zero.
[[nodiscard]] ONTRACK_EXPORT double weighting_effect(std::span<const double> weights) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
