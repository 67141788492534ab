#pragma once

#include <string>
#include <vector>

#include <ontrack/assessment/assessment.hpp>

namespace ontrack {
inline namespace v0 {

/// Two statements of a plan that cannot both be right. The plan is as its document says, so this is a warning and no error.
struct Contradiction {
    /// `status-before-target`, `status-against-numbers`, `direction-against-numbers`, `change-against-numbers`,
    /// `parts-do-not-add-up`, `sum-against-figure`
    std::string code;
    std::string indicator;  ///< its code; empty for a figure of another part of the plan
    std::string sentence;
    Place where{};
};

/// Every contradiction in a plan, in its order. `assessments` are those of `plan.indicators`, in order. A reported change agrees
/// with the numbers when it is theirs rounded or cut to its own places.
[[nodiscard]] ONTRACK_EXPORT std::vector<Contradiction> contradictions(const Plan& plan,
                                                                       const std::vector<Assessment>& assessments);

}  // namespace v0
}  // namespace ontrack
