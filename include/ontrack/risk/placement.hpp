#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ontrack/assessment/assessment.hpp>

namespace ontrack {
inline namespace v0 {

/// Where a likelihood came from.
enum class LikelihoodBasis : std::uint8_t { chance, judged, not_available };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(LikelihoodBasis basis) noexcept;

/// A risk on the matrix, or as near to it as the plan allows.
struct Placement {
    std::string code;
    std::string description;
    std::string indicator;  ///< code; empty for a risk of the register without one
    bool from_register = false;
    std::string board{};  ///< name of the board whose risk it is; empty where none is named

    std::optional<Likelihood> likelihood;  ///< judged where the plan judges, else derived
    LikelihoodBasis basis = LikelihoodBasis::not_available;
    std::optional<Probability> probability_missed;  ///< 1 − chance
    std::optional<Likelihood> derived;              ///< the band of `probability_missed`, also beside a judgement
    std::optional<Impact> impact;                   ///< none: not judged
    std::optional<Rating> rating;                   ///< none unless both are there
    bool provisional = false;
    bool disagrees = false;  ///< judged and derived likelihood are different levels
    std::string reason;      ///< of the judged likelihood, then of the judged impact
    std::string basis_text;  ///< one sentence: how it was placed, and what is missing
    std::vector<Countermeasure> countermeasures;  ///< its own, then those of its board for all of the board's risks
    std::vector<Missing> missing;  ///< `risk.likelihood`, `risk.impact`, `risk.rating` where they do not exist, and why
};

/// The band that holds a probability (a band's lower edge belongs to it).
[[nodiscard]] ONTRACK_EXPORT Likelihood likelihood_of(const RiskScales& scales, const Probability& missed);
/// The rating that the matrix gives.
[[nodiscard]] ONTRACK_EXPORT Rating rating_of(const RiskScales& scales, const Likelihood& likelihood,
                                              const Impact& impact);

/// The risk that the indicator's target is missed. With components the part most likely to be missed stands for the whole.
/// Milestones that are overdue or done have a certain outcome (probability 1 or 0); one not yet due has none.
[[nodiscard]] ONTRACK_EXPORT Placement place(const Plan& plan, const Indicator& indicator,
                                             const Assessment& assessment);
/// A risk of the register; `indicator` is the placement of the indicator that it names, if any: its chance stands beside the
/// entry's judgement, or for it.
[[nodiscard]] ONTRACK_EXPORT Placement place(const Plan& plan, const RiskEntry& entry, const Placement* indicator);

}  // namespace v0
}  // namespace ontrack
