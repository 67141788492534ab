#include <ontrack/stats/before_after.hpp>

#include <algorithm>
#include <array>
#include <cmath>

#include "stats/arguments.hpp"
#include "stats/constants.hpp"
#include "stats/count_limits.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

DisplacementDifference no_difference(Status status) noexcept {
    return {detail::without(status), nan, nan};
}

DisplacementDifference difference(double value, double variance, double confidence) noexcept {
    if (!std::isfinite(value) || !std::isfinite(variance)) return no_difference(Status::not_finite);
    if (!(variance > 0.0)) return no_difference(Status::too_few_events);
    const double error = std::sqrt(variance);
    const double reach = detail::Level(confidence).z * error;
    return {{value, value - reach, value + reach, Status::ok}, error, value / error};
}

/// A sum of counts over their weights.
struct Change {
    double value = 0.0;
    double variance = 0.0;

    void add(const BeforeAfter& counts, double sign, double size, const InterventionWeights& weights) noexcept {
        const double before = weights.before * size;
        const double after = weights.after * size;
        value += sign * (counts.after / after - counts.before / before);
        variance += counts.after / (after * after) + counts.before / (before * before);
    }
};

Status status_of(const InterventionAreas& areas, const InterventionWeights& weights,
                 const DisplacementOptions& options) noexcept {
    if (!detail::is_confidence(options.confidence) || !(options.dispersion >= 1.0) || std::isinf(options.dispersion))
        return Status::invalid_option;
    for (const BeforeAfter& each :
         {areas.treated, areas.control, areas.treated_surroundings, areas.control_surroundings}) {
        for (const double count : {each.before, each.after}) {
            if (const Status status = detail::count_status(count); status != Status::ok) return status;
        }
    }
    for (const double weight : {weights.before, weights.after, weights.treated, weights.control,
                                weights.treated_surroundings, weights.control_surroundings}) {
        if (const Status status = detail::count_status(weight); status != Status::ok) return status;
        if (weight == 0.0) return Status::no_denominator;
    }
    return Status::ok;
}

}  // namespace

WeightedDisplacement weighted_displacement_difference(const InterventionAreas& areas,
                                                      const InterventionWeights& weights,
                                                      const DisplacementOptions& options) noexcept {
    if (const Status status = status_of(areas, weights, options); status != Status::ok)
        return {no_difference(status), no_difference(status), no_difference(status)};
    Change local;
    local.add(areas.treated, 1.0, weights.treated, weights);
    local.add(areas.control, -1.0, weights.control, weights);
    Change around;
    around.add(areas.treated_surroundings, 1.0, weights.treated_surroundings, weights);
    around.add(areas.control_surroundings, -1.0, weights.control_surroundings, weights);
    const auto of = [&](double value, double variance) noexcept {
        return difference(value, options.dispersion * variance, options.confidence);
    };
    return {of(local.value, local.variance), of(around.value, around.variance),
            of(local.value + around.value, local.variance + around.variance)};
}

DisplacementDifference weighted_harm_difference(std::span<const DisplacementDifference> differences,
                                                std::span<const double> harm, double confidence) {
    detail::require_length("harm", harm.size(), differences.size());
    detail::require_confidence(confidence);
    double value = 0.0;
    double variance = 0.0;
    for (std::size_t i = 0; i < harm.size(); ++i) {
        if (differences[i].estimate.status != Status::ok) return no_difference(differences[i].estimate.status);
        if (const Status status = detail::count_status(harm[i]); status != Status::ok) return no_difference(status);
        value += harm[i] * differences[i].estimate.value;
        variance += harm[i] * harm[i] * differences[i].standard_error * differences[i].standard_error;
    }
    return difference(value, variance, confidence);
}

double change_scores_into(std::span<const double> before, std::span<const double> after, std::span<double> z,
                          std::span<Status> status) {
    detail::require_length("after", after.size(), before.size());
    detail::require_length("z", z.size(), before.size());
    detail::require_wanted("status", status, before.size());
    const auto status_at = [&](std::size_t i) noexcept {
        const Status first = detail::count_status(before[i]);
        return first == Status::ok ? detail::count_status(after[i]) : first;
    };
    double all_before = 0.0;
    double all_after = 0.0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (status_at(i) != Status::ok) continue;
        all_before += before[i];
        all_after += after[i];
    }
    const double ratio = all_before > 0.0 ? all_after / all_before : nan;
    for (std::size_t i = 0; i < before.size(); ++i) {
        Status own = status_at(i);
        if (own == Status::ok && !(ratio > 0.0 && before[i] > 0.0)) own = Status::no_denominator;
        z[i] = own == Status::ok ? (after[i] - ratio * before[i]) / (ratio * std::sqrt(before[i])) : nan;
        if (own == Status::ok && std::isnan(z[i])) own = Status::not_finite;
        if (!status.empty()) status[i] = own;
    }
    return ratio;
}

double change_contour(double before, double ratio, double z) noexcept {
    if (!(before >= 0.0 && ratio >= 0.0) || std::isnan(z)) return nan;
    return std::max(0.0, ratio * before + z * ratio * std::sqrt(before));
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
