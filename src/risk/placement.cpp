#include <ontrack/risk/placement.hpp>

#include "assessment/wording.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

/// The probability that a target is missed, or why there is none.
struct Miss {
    std::optional<Probability> probability;
    std::string words;  ///< how it came about, or why there is none
};

std::string miss_words(const Probability& missed) {
    return "is missed with a probability of " + detail::chance_words(missed);
}

Miss miss_of(const TrackAssessment& track) {
    switch (track.projected.status) {
        case Status::done:
            return {Probability(0.0), "the milestone is done in time"};
        case Status::done_late:
            return {Probability(1.0), "the milestone was done late"};
        case Status::overdue:
            return {Probability(1.0), "the milestone is overdue"};
        case Status::not_yet_due:
            return {std::nullopt, "the milestone is not yet due"};
        case Status::met:
        case Status::near:
        case Status::missed:
        case Status::not_rated:
            break;
    }
    const auto& chance = track.projection.chance;
    if (!chance) return {std::nullopt, detail::reason_for(track.missing, {"probability_met"}, "there is no chance")};
    const Probability missed = chance->complement();
    if (track.projection.law == "year complete") {
        return {missed,
                std::string("the year is complete and its target is ") + (missed.value() > 0 ? "missed" : "met")};
    }
    return {missed, "the target " + miss_words(missed)};
}

/// The part most likely to be missed stands for the whole.
Miss miss_of(const Assessment& assessment) {
    if (assessment.parts.empty()) return miss_of(assessment.whole);
    Miss likeliest;
    std::vector<std::string> without;
    for (const TrackAssessment& part : assessment.parts) {
        Miss miss = miss_of(part);
        if (!miss.probability) {
            without.push_back(part.name + ": " + miss.words);
        } else if (!likeliest.probability || *miss.probability > *likeliest.probability) {
            likeliest = {miss.probability, part.name + " is the part most likely to be missed: " + miss.words};
        }
    }
    if (!likeliest.probability) return {std::nullopt, "no part has a chance (" + without.front() + ")"};
    if (!without.empty()) likeliest.words += " (without a chance: " + detail::joined(without) + ")";
    return likeliest;
}

/// The chance that a risk of the register takes from the indicator that it names.
Miss miss_of(const Placement* indicator) {
    if (!indicator) return {std::nullopt, "the risk names no indicator"};
    const auto& missed = indicator->probability_missed;
    if (!missed) return {std::nullopt, "the indicator " + indicator->code + " has no chance"};
    return {missed, "the target of " + indicator->code + " " + miss_words(*missed)};
}

std::string description_of(const Indicator& indicator, const Assessment& assessment) {
    const TrackAssessment& whole = assessment.whole;
    if (std::holds_alternative<Milestone>(indicator.measure)) {
        return indicator.name + ": not done" + (whole.due ? " by " + whole.due->to_words() : "");
    }
    const std::string missed = " for " + whole.projection.year.label() + " is missed";
    if (!assessment.parts.empty()) return indicator.name + ": one of its targets" + missed;
    if (!whole.target && whole.end && whole.due) {
        return indicator.name + ": the target of " +
               detail::amount_words(detail::number_words(whole.end->rounded), indicator) + " by " +
               whole.due->to_words() + " is missed";
    }
    if (!whole.target) return indicator.name + ": the target" + missed;
    return indicator.name + ": the target of " +
           detail::amount_words(detail::number_words(whole.target->rounded), indicator) + missed;
}

void place_likelihood(Placement& risk, const RiskScales& scales, const Miss& miss,
                      const std::optional<LikelihoodJudgement>& judgement) {
    if (miss.probability) {
        risk.probability_missed = miss.probability;
        risk.likelihood = risk.derived = likelihood_of(scales, *miss.probability);
        risk.basis = LikelihoodBasis::chance;
    }
    if (judgement) {
        risk.likelihood = judgement->level;
        risk.basis = LikelihoodBasis::judged;
        risk.provisional = judgement->provisional;
        risk.reason = judgement->reason;
        risk.disagrees = risk.derived && *risk.derived != judgement->level;
    }
}

std::string likelihood_words(const RiskScales& scales, const Placement& risk, const Miss& miss) {
    const auto name = [&](const Likelihood& likelihood) { return scales.likelihood.at(likelihood.level).name; };
    switch (risk.basis) {
        case LikelihoodBasis::not_available:
            return "no likelihood, because " + miss.words + " and the plan judges none";
        case LikelihoodBasis::chance:
            return "likelihood " + name(*risk.likelihood) + ", because " + miss.words;
        case LikelihoodBasis::judged:
            break;
    }
    const std::string judged =
        "likelihood judged " + name(*risk.likelihood) + (risk.provisional ? " (provisional)" : "");
    if (!risk.derived) return judged + ", with no chance beside it because " + miss.words;
    return judged + (risk.disagrees ? ", although " : ", as ") + miss.words + ", which is " + name(*risk.derived);
}

/// Sets impact, rating and the sentence, and notes what does not exist. \pre the likelihood is placed
void place_impact(Placement& risk, const RiskScales& scales, const Miss& miss,
                  const std::optional<ImpactJudgement>& impact) {
    const std::string likelihood = likelihood_words(scales, risk, miss);
    if (!risk.likelihood) risk.missing.push_back({"risk.likelihood", likelihood});
    if (!impact) {
        risk.basis_text = likelihood + (risk.likelihood ? "; placed by likelihood alone: the plan judges no impact"
                                                        : "; not placed: the plan judges no impact either");
        risk.missing.push_back({"risk.impact", "the plan judges no impact"});
        risk.missing.push_back({"risk.rating", "a rating needs an impact, and the plan judges none"});
        return;
    }
    risk.impact = impact->level;
    if (!impact->reason.empty()) risk.reason += (risk.reason.empty() ? "" : "; ") + impact->reason;
    risk.provisional = risk.provisional || impact->provisional;
    risk.basis_text = likelihood + "; impact judged " + scales.impact.at(impact->level.level) +
                      (impact->provisional ? " (provisional)" : "");
    if (risk.likelihood) {
        risk.rating = rating_of(scales, *risk.likelihood, *risk.impact);
        risk.basis_text += "; rating " + scales.rating.at(risk.rating->level);
    } else {
        risk.basis_text += "; not placed without a likelihood";
        risk.missing.push_back({"risk.rating", "a rating needs a likelihood, and there is none"});
    }
}

}  // namespace

Placement place(const Plan& plan, const Indicator& indicator, const Assessment& assessment) {
    Placement risk;
    risk.code = indicator.code;
    risk.description = description_of(indicator, assessment);
    risk.indicator = indicator.code;
    risk.countermeasures = indicator.countermeasures;
    const Miss miss = miss_of(assessment);
    place_likelihood(risk, plan.scales, miss, indicator.likelihood);
    place_impact(risk, plan.scales, miss, indicator.impact);
    return risk;
}

Placement place(const Plan& plan, const RiskEntry& entry, const Placement* indicator) {
    Placement risk;
    risk.code = entry.code;
    risk.description = entry.description;
    risk.indicator = entry.indicator;
    risk.from_register = true;
    risk.countermeasures = entry.countermeasures;
    for (const Board& board : plan.boards) {
        if (entry.board.empty() || board.code != entry.board) continue;
        risk.board = board.name;
        risk.countermeasures.insert(risk.countermeasures.end(), board.countermeasures.begin(),
                                    board.countermeasures.end());
    }
    const Miss miss = miss_of(indicator);
    place_likelihood(risk, plan.scales, miss, entry.likelihood);
    place_impact(risk, plan.scales, miss, entry.impact);
    return risk;
}

}  // namespace v0
}  // namespace ontrack
