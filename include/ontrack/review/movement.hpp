#pragma once

#include <string>
#include <vector>

#include <ontrack/review/review.hpp>

namespace ontrack {
inline namespace v0 {

/// The review with `movements` filled in: what became of each indicator since `before`, matched by code. `before` is a review
/// of the same plan as at an earlier period, or of an earlier plan.
[[nodiscard]] ONTRACK_EXPORT Review with_movement(Review now, const Review& before);

/// The exception report: only the indicators that are close to or off target at the year's end (where that is not rated, to
/// date), with the risks that belong to them and those of the register that are of the highest rating, or without rating of the
/// highest likelihood. Roll-ups, budget, actions and the rest are left as they are.
[[nodiscard]] ONTRACK_EXPORT Review exceptions_of(const Review& review);

}  // namespace v0
}  // namespace ontrack
