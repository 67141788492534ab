#include <algorithm>

#include "assessment/clauses.hpp"
#include "assessment/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// `1664 / 1648 / 1631`: the targets of the years, as the convention has them.
std::string year_by_year(const TrackInYear& in, PercentPerAnnum rule, AnnualChange convention) {
    rule.convention = convention;
    Track track{.baseline = in.track.baseline, .target = in.track.target, .observations = {}};
    track.target->rule = rule;
    const auto path = trajectory(in.indicator, track, in.year());
    const Period first = in.track.baseline->period->year(in.year().year_start()).plus(1);
    std::string words;
    for (int year = 0; year < rule.years; ++year) {
        const auto point = path->at_end_of(first.plus(year));
        if (point) words += (words.empty() ? "" : " / ") + point->rounded.to_string();
    }
    return words;
}

void add_conventions(std::vector<std::pair<std::string, std::string>>& facts, const TrackInYear& in,
                     const TrackAssessment& assessed) {
    const auto* rule = in.track.target ? std::get_if<PercentPerAnnum>(&in.track.target->rule) : nullptr;
    if (rule == nullptr || rule->years < 2 || !assessed.path) return;
    std::string words;
    for (const AnnualChange convention :
         {AnnualChange::compound, AnnualChange::simple, AnnualChange::rounded_each_year}) {
        std::string name(to_string(convention));
        std::replace(name.begin(), name.end(), '_', ' ');
        words += (words.empty() ? "" : "; ") + name + " " + year_by_year(in, *rule, convention) +
                 (convention == rule->convention ? " (the plan's)" : "");
    }
    facts.emplace_back("year by year", words);
}

/// What the counts show of a target to maintain.
std::string shown_words(const Maintained& maintained, const TrackInYear& in) {
    if (!maintained.interval_95) return "whether it is maintained cannot be shown because " + maintained.reason;
    return "the 95% interval of its level, " + interval_words(*maintained.interval_95, in.indicator) +
           (*maintained.shown ? ", lies within the margin, so that it is shown to be maintained"
                              : ", reaches beyond the margin, so that it is not shown to be maintained");
}

std::string share_words(const Reward& reward) {
    return reward.share.value.rounded(1).to_string() + "% of the way";
}

std::string paid_words(const Reward& reward, const GrantAtStake& stake) {
    if (!reward.pays) return "pays nothing";
    if (!reward.amount) return "pays " + reward.paid.value.rounded(1).to_string() + "% of the grant";
    return "pays " + money_words(*reward.amount, stake.currency) + " of " + money_words(*stake.grant, stake.currency);
}

std::string chances_words(const GrantAtStake& stake) {
    std::string words = "chance of any grant " + chance_words(stake.chance->threshold) + ", of the whole " +
                        chance_words(stake.chance->whole) + ", expected " +
                        stake.chance->expected.value.rounded(1).to_string() + "% of it";
    return stake.expected ? words + " (" + money_words(*stake.expected, stake.currency) + ")" : words;
}

std::string grant_clause(const GrantAtStake& stake, const TrackInYear& in) {
    const std::string grant = stake.grant ? "the grant of " + money_words(*stake.grant, stake.currency) : "the grant";
    std::string words = grant + " is paid from " + short_amount(stake.pays_from, in) + " on";
    if (stake.projected) {
        words += ": " + short_amount(*stake.value, in) + " is " + share_words(*stake.projected) + " and " +
                 paid_words(*stake.projected, stake);
    }
    const bool is_decided = in.so_far.complete && stake.projected;
    if (stake.chance && !is_decided) words += "; " + chances_words(stake);
    return stake.reason.empty() || is_decided ? words : words + "; " + stake.reason;
}

}  // namespace

void add_promise_facts(std::vector<std::pair<std::string, std::string>>& facts, const TrackInYear& in,
                       const TrackAssessment& assessed) {
    add_conventions(facts, in, assessed);
    if (assessed.maintained) facts.emplace_back("maintained", shown_words(*assessed.maintained, in));
    if (!assessed.grant) return;
    const GrantAtStake& stake = *assessed.grant;
    facts.emplace_back("grant", stake.grant ? money_words(*stake.grant, stake.currency) : "the plan gives no amount");
    facts.emplace_back("grant is paid from", amount(stake.pays_from, in));
    if (stake.so_far) {
        facts.emplace_back("grant by the latest value",
                           share_words(*stake.so_far) + ", " + paid_words(*stake.so_far, stake));
    }
    if (stake.projected) {
        facts.emplace_back("grant by the projection",
                           share_words(*stake.projected) + ", " + paid_words(*stake.projected, stake));
    }
    if (stake.chance) facts.emplace_back("chances of the grant", chances_words(stake));
    if (!stake.reason.empty()) facts.emplace_back("grant not projected", stake.reason);
}

std::vector<std::string> promise_clauses(const TrackInYear& in, const TrackAssessment& assessed) {
    std::vector<std::string> clauses;
    if (assessed.maintained && in.so_far.latest()) clauses.push_back(shown_words(*assessed.maintained, in));
    if (assessed.grant) clauses.push_back(grant_clause(*assessed.grant, in));
    return clauses;
}

}  // namespace ontrack::inline v0::detail
