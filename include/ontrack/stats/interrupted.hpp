#pragma once

#include <span>
#include <vector>

#include <ontrack/export.hpp>
#include <ontrack/stats/design.hpp>
#include <ontrack/stats/regression.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

// Interrupted series: what changed at a known date, beyond the trend and the season that were there (Wagner, Soumerai, Zhang &
// Ross-Degnan 2002; Lopez Bernal, Cummins & Gasparrini 2017). Effects are rate ratios, exp of a coefficient and of its
// limits; with Family::gaussian they are differences, the coefficients themselves.

/// Where a batch writes, row by row; an empty span is not wanted.
struct InterruptedColumns {
    RegressionColumns regression = {};  ///< the columns are those of SeriesDesign
    /// series × interruptions. Of a step or pulse: the rate with it over the rate without; of a slope: the same for each year
    /// that passes.
    std::span<double> effect = {}, effect_lower = {}, effect_upper = {};
    std::span<double> effect_p_value = {};  ///< series × interruptions
    /// series × n: what the model expects had none of the interruptions happened.
    std::span<double> counterfactual = {};
    /// series × n: all interruptions together, fitted over counterfactual (gaussian: less it), with limits.
    std::span<double> change = {}, change_lower = {}, change_upper = {};
};

/// Fits every series (series × n, NaN = missing) to the one design. Arguments, statuses and errors are those of
/// regressions_into(); there is at least one interruption.
ONTRACK_EXPORT void interrupted_into(std::size_t periods, std::span<const double> values,
                                     std::span<const double> exposure, const SeriesDesign& design,
                                     const RegressionOptions& options, const InterruptedColumns& out);

/// One series.
struct Interrupted {
    Regression regression;
    std::vector<double> effect, effect_lower, effect_upper, effect_p_value;
    std::vector<double> counterfactual, change, change_lower, change_upper;
};
[[nodiscard]] ONTRACK_EXPORT Interrupted interrupted(std::span<const double> values, std::span<const double> exposure,
                                                     const SeriesDesign& design, const RegressionOptions& options = {});

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
