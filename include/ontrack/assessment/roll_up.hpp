#pragma once

#include <string>
#include <vector>

#include <ontrack/assessment/assessment.hpp>

namespace ontrack {
inline namespace v0 {

/// The one status of an indicator that counts where many are counted.
struct Standing {
    Status status = Status::not_rated;
    bool qualified = false;  ///< it rests on provisional, proxy or doubtful figures
    bool by_report = false;  ///< it is the document's own word and not computed
};

/// The status of the projected year end; where that is not rated, that of the year to date; where that is not either, what the
/// document last says of its target. An indicator of parts stands as the worst of them does, and not at all where one has none.
[[nodiscard]] ONTRACK_EXPORT Standing standing(const Indicator& indicator, const Assessment& assessment);

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
    int by_report = 0;  ///< of those that are rated: how many stand as the document says and are not computed
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
