#include <ontrack/assessment/roll_up.hpp>

#include <algorithm>

#include "assessment/reported.hpp"
#include "assessment/status.hpp"
#include "assessment/wording.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

enum class Group { on_target, close, off_target, not_yet_due, not_rated };

Group group_of(Status status) noexcept {
    switch (status) {
        case Status::met:
        case Status::done:
            return Group::on_target;
        case Status::near:
        case Status::done_late:
            return Group::close;
        case Status::missed:
        case Status::overdue:
            return Group::off_target;
        case Status::not_yet_due:
            return Group::not_yet_due;
        case Status::not_rated:
            break;
    }
    return Group::not_rated;
}

struct Member {
    const Indicator* indicator;
    Standing standing;
};

/// Weight on target and weight in all, of the rated.
struct Weights {
    Decimal on_target;
    Decimal all;
};

Weights weights_of(const std::vector<Member>& rated, RollUpRule rule) {
    Weights sum;
    for (const Member& member : rated) {
        const Decimal weight = rule == RollUpRule::weighted ? member.indicator->weight : Decimal(1);
        sum.all = sum.all + weight;
        if (group_of(member.standing.status) == Group::on_target) sum.on_target = sum.on_target + weight;
    }
    return sum;
}

Status status_of(const std::vector<Member>& rated, RollUpRule rule) {
    if (rated.empty()) return Status::not_rated;
    if (rule == RollUpRule::worst) {
        Status status = rated.front().standing.status;
        for (const Member& member : rated) status = detail::worst(status, member.standing.status);
        return status;
    }
    const Weights weights = weights_of(rated, rule);
    return weights.on_target * Decimal(2) > weights.all ? Status::met : Status::missed;
}

std::vector<std::string> pivotal_among(const std::vector<Member>& rated, RollUpRule rule, Status status) {
    std::vector<std::string> names;
    if (rated.size() < 2) return names;
    for (std::size_t left_out = 0; left_out < rated.size(); ++left_out) {
        std::vector<Member> rest = rated;
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(left_out));
        if (group_of(status_of(rest, rule)) != group_of(status)) names.push_back(rated[left_out].indicator->name);
    }
    return names;
}

std::string capitalised(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

/// `All 7 rated targets but two are on target: A and B.`
std::string sentence_of(const RollUp& roll) {
    const int rated = roll.rated();
    std::string words;
    if (rated == 0) {
        words = "No target is rated";
    } else if (roll.on_target == rated) {
        words = rated == 1 ? "The one rated target is on target"
                           : "All " + detail::counted(rated) + " rated targets are on target";
    } else if (roll.on_target == 0) {
        words = rated == 1 ? "The one rated target is not on target"
                           : "None of the " + detail::counted(rated) + " rated targets is on target";
    } else if (2 * roll.on_target > rated) {
        words = "All " + detail::counted(rated) + " rated targets but " + detail::counted(rated - roll.on_target) +
                " are on target";
    } else {
        words = capitalised(detail::counted(roll.on_target)) + " of " + detail::counted(rated) + " rated targets " +
                (roll.on_target == 1 ? "is" : "are") + " on target";
    }
    if (!roll.exceptions.empty() && roll.on_target > 0) words += "; not so " + detail::joined(roll.exceptions);
    if (roll.share)
        words += "; " + detail::number_words(roll.share->value) + "% on target" +
                 (roll.rule == RollUpRule::weighted ? " by weight" : "");
    if (roll.not_yet_due > 0) words += "; " + detail::counted(roll.not_yet_due) + " not yet due";
    if (roll.not_rated > 0) words += "; " + detail::counted(roll.not_rated) + " not rated";
    if (roll.qualified > 0) words += "; " + detail::counted(roll.qualified) + " on qualified figures";
    if (roll.by_report > 0) words += "; " + detail::counted(roll.by_report) + " as the document says";
    if (roll.pivotal.size() == 1) words += "; without " + roll.pivotal.front() + " alone the answer would be another";
    return words + ".";
}

bool has_members(const RollUp& roll) noexcept {
    return !roll.reported.empty() || roll.rated() + roll.not_yet_due + roll.not_rated > 0;
}

Standing standing_of(const Indicator& indicator, const TrackAssessment& track) {
    for (const Rated* rated : {&track.projected, &track.year_to_date}) {
        if (rated->status != Status::not_rated) return {rated->status, !rated->qualified.empty(), false};
    }
    const auto said = std::find_if(track.statements.rbegin(), track.statements.rend(),
                                   [](const Statement& one) { return one.status.has_value(); });
    if (said == track.statements.rend()) return {};
    const Status status = detail::says_good(*said->status, indicator.polarity) ? Status::met : Status::missed;
    return {status, !said->qualified.empty(), true};
}

std::string reported_words(const Plan& plan, const Theme& theme) {
    if (!theme.all_met_but) return {};
    std::vector<std::string> names;
    for (const std::string& code : *theme.all_met_but) {
        const Indicator* known = find_indicator(plan, code);
        names.push_back(known == nullptr ? code : known->name);
    }
    if (names.empty()) return "All targets are met, as reported.";
    return "All targets are met but " + detail::counted(static_cast<int>(names.size())) +
           ", as reported: " + detail::joined(names) + ".";
}

}  // namespace

Standing standing(const Indicator& indicator, const Assessment& assessment) {
    const Standing whole = standing_of(indicator, assessment.whole);
    if (whole.status != Status::not_rated || assessment.parts.empty()) return whole;
    Standing worst = standing_of(indicator, assessment.parts.front());
    for (const TrackAssessment& part : assessment.parts) {
        const Standing one = standing_of(indicator, part);
        worst = {detail::worst(worst.status, one.status), worst.qualified || one.qualified,
                 worst.by_report || one.by_report};
    }
    return worst;
}

RollUp roll_up(const Plan& plan, const std::vector<Assessment>& assessments, const std::vector<std::size_t>& included,
               RollUpRule rule) {
    RollUp roll;
    roll.rule = rule;
    std::vector<Member> rated;
    for (const std::size_t i : included) {
        const Indicator& indicator = plan.indicators.at(i);
        if (!has_target(indicator)) continue;
        const Standing one = standing(indicator, assessments.at(i));
        const Group group = group_of(one.status);
        if (group == Group::not_rated) {
            ++roll.not_rated;
            roll.unrated.push_back(indicator.name);
            continue;
        }
        if (group == Group::not_yet_due) {
            ++roll.not_yet_due;
            continue;
        }
        rated.push_back({&indicator, one});
        if (one.qualified) ++roll.qualified;
        if (one.by_report) ++roll.by_report;
        ++(group == Group::on_target ? roll.on_target : group == Group::close ? roll.close : roll.off_target);
        if (group != Group::on_target) roll.exceptions.push_back(indicator.name);
    }
    roll.status = status_of(rated, rule);
    if (rule != RollUpRule::worst && !rated.empty()) {
        const Weights weights = weights_of(rated, rule);
        roll.share = Percent(divided(weights.on_target * Decimal(100), weights.all, 12));
    }
    roll.pivotal = pivotal_among(rated, rule, roll.status);
    roll.sentence = sentence_of(roll);
    return roll;
}

std::vector<RollUp> roll_ups(const Plan& plan, const std::vector<Assessment>& assessments) {
    const auto rolled = [&](const auto& belongs, RollUpRule rule, const std::string& code, const std::string& name) {
        std::vector<std::size_t> included;
        for (std::size_t i = 0; i < plan.indicators.size(); ++i) {
            if (belongs(plan.indicators[i])) included.push_back(i);
        }
        RollUp roll = roll_up(plan, assessments, included, rule);
        roll.code = code;
        roll.name = name;
        return roll;
    };
    std::vector<RollUp> all;
    for (const Theme& theme : plan.themes) {
        const auto belongs = [&](const Indicator& indicator) { return indicator.theme == theme.code; };
        RollUp roll = rolled(belongs, theme.roll_up, theme.code, theme.name);
        roll.reported = reported_words(plan, theme);
        if (has_members(roll)) all.push_back(std::move(roll));
    }
    RollUp whole = rolled([](const Indicator&) { return true; }, RollUpRule::worst, "", "The whole plan");
    if (has_members(whole)) all.push_back(std::move(whole));
    return all;
}

}  // namespace v0
}  // namespace ontrack
