#pragma once

#include <ontrack/assessment/assessment.hpp>

#include "reference/exact.hpp"

namespace reference {

/// The status of `value` against `target`, by how far it misses in per cent of the target's size.
inline ontrack::Status exact_status(const Fraction& value, const Fraction& target, ontrack::Polarity polarity,
                                    const Fraction& tolerance) {
    const Fraction miss = polarity == ontrack::Polarity::low ? Fraction(value - target) : Fraction(target - value);
    if (miss <= 0) return ontrack::Status::met;
    if (target == 0) return ontrack::Status::missed;
    return Fraction(100 * miss / abs(target)) <= tolerance ? ontrack::Status::near : ontrack::Status::missed;
}

}  // namespace reference
