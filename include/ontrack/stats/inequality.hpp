#pragma once

#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/estimate.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Groups from the most to the least deprived (deciles, quintiles), all of one length.
struct DeprivationGroups {
    std::span<const double> population;  ///< above 0
    std::span<const double> value;
    std::span<const double> standard_error = {};  ///< of the value; empty = point estimates only
};

/// The scale on which the values lie on a straight line against rank.
enum class InequalityScale : std::uint8_t {
    linear,  ///< life expectancy, means
    log,     ///< rates: values above 0
    logit,   ///< proportions: values between 0 and 1
};

struct InequalityOptions {
    double confidence = 0.95;
    InequalityScale scale = InequalityScale::linear;
    /// Multiplies the slope index (100 for percentage points). Below zero it also turns the relative index upside down, so
    /// that a positive index is the disadvantage of the most deprived where low values are good.
    double multiplier = 1.0;
};

/// Both indices, and the fitted value at rank 0 (the most deprived end).
struct Inequality {
    Estimate slope_index;
    Estimate relative_index;
    double intercept;
};

/// The slope index (fitted value at rank 1 less at rank 0) and the relative index of inequality (their ratio): least squares
/// of the values on the groups' mid-ranks in the cumulated population, weighted by population (Pamuk 1985; Mackenbach &
/// Kunst 1997). Limits are normal, from the values' standard errors: exact for the slope on the linear scale, else by the delta
/// method, of the relative index in its logarithm. Status of both: `too_few_points` (fewer than two groups),
/// `missing_value`, `no_denominator`, `negative_value` (population, standard error, a value that the scale forbids),
/// `not_finite`, `invalid_option` (also lengths that differ); `limit_undefined` without standard errors, `value_undefined` where
/// an end is not above 0.
[[nodiscard]] ONTRACK_EXPORT Inequality estimate_inequality(const DeprivationGroups& groups,
                                                            const InequalityOptions& options = {}) noexcept;

/// Many areas: area i owns the groups offsets[i] … offsets[i + 1]. `intercept` has one element per area or is empty.
ONTRACK_EXPORT void estimate_inequality_into(const DeprivationGroups& groups, std::span<const std::int64_t> offsets,
                                             const InequalityOptions& options, const EstimateColumns& slope_index,
                                             const EstimateColumns& relative_index, std::span<double> intercept);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
