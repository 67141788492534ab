#pragma once

#include <string>
#include <vector>

#include <ontrack/assessment/assessment.hpp>

namespace ontrack {
inline namespace v0 {

/// The one status of an indicator that a roll-up counts: that of the projected year end; where it is not rated, that of the
/// year to date.
[[nodiscard]] ONTRACK_EXPORT const Rated& standing(const Assessment& assessment) noexcept;

/// How the targets under one heading stand together. An indicator without a target counts nowhere. One that is not rated counts
/// as such and as nothing else: it is neither met nor missed.
struct RollUp {
    std::string code;  ///< the theme's; empty for the whole plan
    std::string name;
    RollUpRule rule = RollUpRule::worst;
    int on_target = 0;  ///< met, or done
    int close = 0;  ///< near, or done late
    int off_target = 0;  ///< missed, or overdue
    int not_yet_due = 0;  ///< milestones still to come: not counted among the rated
    int not_rated = 0;
    int qualified = 0;  ///< of those that are rated: how many rest on provisional, proxy or doubtful figures
    /// The worst status among the rated (rule `worst`); for the other rules `met` where more than half of the share is on target,
    /// else `missed`. Not rated where nothing is.
    Status status = Status::not_rated;
    /// Of the rated: the share, by number or by weight, that is on target. Empty for `worst` and where nothing is rated.
    std::optional<Percent> share{};
    std::vector<std::string> exceptions{};  ///< names of those close or off target
    std::vector<std::string> unrated{};  ///< names of those not rated
    /// Names of those without any one of which the status would be another.
    std::vector<std::string> pivotal{};
    /// What the document says of all targets under the heading: "All targets are met but two, as reported: …"; else empty.
    std::string reported{};
    std::string sentence{};  ///< "All 7 rated targets but two are on target: …"

    [[nodiscard]] int rated() const noexcept { return on_target + close + off_target; }
};

/// Rolls up the indicators that `included` names by position. `assessments` are those of `plan.indicators`, in order.
[[nodiscard]] ONTRACK_EXPORT RollUp roll_up(const Plan& plan, const std::vector<Assessment>& assessments,
                                            const std::vector<std::size_t>& included, RollUpRule rule);

/// One for each theme of the plan that holds a target, by its own rule, and last one for the whole plan, by the worst.
[[nodiscard]] ONTRACK_EXPORT std::vector<RollUp> roll_ups(const Plan& plan, const std::vector<Assessment>& assessments);

}  // namespace v0
}  // namespace ontrack
