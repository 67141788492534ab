#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

std::string_view to_string(Status status) noexcept {
    switch (status) {
        case Status::ok:
            return "ok";
        case Status::too_few_points:
            return "too_few_points";
        case Status::not_finite:
            return "not_finite";
        case Status::negative_value:
            return "negative_value";
        case Status::not_a_count:
            return "not_a_count";
        case Status::no_target:
            return "no_target";
        case Status::missing_value:
            return "missing_value";
        case Status::no_denominator:
            return "no_denominator";
        case Status::above_denominator:
            return "above_denominator";
        case Status::limit_undefined:
            return "limit_undefined";
        case Status::value_undefined:
            return "value_undefined";
        case Status::too_few_events:
            return "too_few_events";
        case Status::not_positive:
            return "not_positive";
        case Status::no_variation:
            return "no_variation";
        case Status::invalid_option:
            return "invalid_option";
        case Status::collinear:
            return "collinear";
        case Status::separated:
            return "separated";
        case Status::not_converged:
            return "not_converged";
    }
    return "unknown";
}

std::string_view reason(Status status) noexcept {
    switch (status) {
        case Status::ok:
            return "The series has a result.";
        case Status::too_few_points:
            return "There are too few values for this result: give more, or leave the result out.";
        case Status::not_finite:
            return "A value is infinite: correct it, or leave it out as missing.";
        case Status::negative_value:
            return "A count is below zero: correct it, or leave it out as missing.";
        case Status::not_a_count:
            return "A count is above 2^53, or not a whole number where the method needs one: correct it, or take "
                   "another method.";
        case Status::no_target:
            return "No target is given, so there is no probability: give one.";
        case Status::missing_value:
            return "An argument is missing (NaN): give it, or leave the element out.";
        case Status::no_denominator:
            return "The base, exposure or expected number is zero: leave the element out.";
        case Status::above_denominator:
            return "There are more events than the base holds: correct either.";
        case Status::limit_undefined:
            return "The method has no such limit here: use the limit that is given, or an exact method.";
        case Status::value_undefined:
            return "The statistic divides by zero: use the limits that are given.";
        case Status::too_few_events:
            return "There are too few events for this statistic: add periods or areas together.";
        case Status::not_positive:
            return "A time between events is not above zero: use a finer unit of time.";
        case Status::no_variation:
            return "The baseline does not vary, so there are no limits: judge by the centre, or widen the baseline.";
        case Status::invalid_option:
            return "An option is out of its domain: see the function's description.";
        case Status::collinear:
            return "The model's columns depend on one another over the points that are there: leave one out.";
        case Status::separated:
            return "No event falls where one of the effects is, so it is infinite: leave that effect out, or add "
                   "periods.";
        case Status::not_converged:
            return "The iterations ended without a result: look for extreme values, or leave an effect out.";
    }
    return "The status is not known.";
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
