#pragma once

#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/estimate.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Events of one area in the periods before and after an intervention.
struct BeforeAfter {
    double before = 0.0;
    double after = 0.0;
};

/// Where something was done, an area like it where nothing was, and the surroundings of both, into which crime may have moved.
/// Without surroundings leave them at 0.
struct InterventionAreas {
    BeforeAfter treated, control;
    BeforeAfter treated_surroundings = {}, control_surroundings = {};
};

/// What counts are divided by: lengths of the periods and sizes of the areas, where these differ.
struct InterventionWeights {
    double before = 1.0, after = 1.0;
    double treated = 1.0, control = 1.0;
    double treated_surroundings = 1.0, control_surroundings = 1.0;
};

struct DisplacementOptions {
    double confidence = 0.95;
    double dispersion = 1.0;  ///< φ ≥ 1: the variance of a count as a multiple of its mean; 1 is Poisson
};

/// A difference of changes with its normal limits, standard error and z. Without any events there is neither limit nor z
/// (`too_few_events`).
struct DisplacementDifference {
    Estimate estimate;
    double standard_error;
    double z;
};

/// Wheeler and Ratcliffe's (2018) weighted displacement difference: below zero, the treated areas have lost more events (or
/// gained fewer) than the control areas.
struct WeightedDisplacement {
    DisplacementDifference local;  ///< (treated after − before) − (control after − before)
    DisplacementDifference surroundings;  ///< the same of the surroundings
    DisplacementDifference total;  ///< the sum of both
};

/// Each count is divided by its weight w (period times area) and has the variance φ·count/w². The normal law wants counts of
/// about five and more. Status: `missing_value`, `negative_value`, `not_finite`, `no_denominator` (a weight of 0),
/// `too_few_events`, `invalid_option`.
[[nodiscard]] ONTRACK_EXPORT WeightedDisplacement
weighted_displacement_difference(const InterventionAreas& areas, const InterventionWeights& weights = {},
                                 const DisplacementOptions& options = {}) noexcept;

/// Differences for several kinds of crime, each times its harm: the sum, with the variance Σ harm²·se². A kind without an
/// estimate makes the sum unknown. Throws `DataError` (`wrong-length`, `not-a-confidence-level`).
[[nodiscard]] ONTRACK_EXPORT DisplacementDifference weighted_harm_difference(
    std::span<const DisplacementDifference> differences, std::span<const double> harm, double confidence = 0.95);

/// Change in many areas at once (Wheeler 2016; 2020): the overall ratio r = Σafter/Σbefore, and how far each area is from it,
/// z = (after − r·before)/(r·√before). Areas with a NaN have no part in r. Status of an area: `missing_value`,
/// `negative_value`, `not_finite`, `no_denominator` (none before, or none at all after). Returns r, NaN when nothing was
/// before. Throws `DataError` (`wrong-length`).
ONTRACK_EXPORT double change_scores_into(std::span<const double> before, std::span<const double> after,
                                         std::span<double> z, std::span<Status> status = {});
/// The line of a given z in such a chart: r·before + z·r·√before, not below 0.
[[nodiscard]] ONTRACK_EXPORT double change_contour(double before, double ratio, double z) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
