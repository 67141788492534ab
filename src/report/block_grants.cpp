#include <string>

#include "assessment/wording.hpp"
#include "report/block_builders.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

/// `60% of the way: £60,000`, `59.5% of the way: nothing`
std::string projected_words(const GrantAtStake& stake) {
    if (!stake.projected) return std::string(nothing);
    const Reward& reward = *stake.projected;
    const std::string way = reward.share.value.rounded(1).to_string() + "% of the way: ";
    if (!reward.pays) return way + "nothing";
    return way + (reward.amount ? money_words(*reward.amount, stake.currency)
                                : reward.paid.value.rounded(1).to_string() + "% of the grant");
}

/// A grant that hangs on a target which the document does not state.
std::optional<std::vector<std::string>> unstated_grant(const Line& line) {
    const auto* unknown = line.track.target ? std::get_if<NotStated>(&line.track.target->rule) : nullptr;
    if (unknown == nullptr || !unknown->reward_grant) return std::nullopt;
    std::vector<std::string> row(10, std::string(nothing));
    row.front() = line.full_name();
    row.back() = unknown->note.empty() ? "a grant hangs on it; nothing is said of its loss" : unknown->note;
    return row;
}

}  // namespace

Block grant_block(const Review& review) {
    Block block{"grants",
                "Reward grants at stake",
                "",
                {"Target", "Decided", "Grant", "Paid from", "Whole at", "As projected", "Chance of any",
                 "Chance of the whole", "Expected", "As the document says"},
                {}};
    for (const Section& section : sections_of(review)) {
        for (const Line& line : section.lines) {
            if (const auto stated = unstated_grant(line)) {
                block.rows.push_back(*stated);
                continue;
            }
            if (!line.assessed.grant) continue;
            const GrantAtStake& stake = *line.assessed.grant;
            const auto chance = [&](auto member) {
                return stake.chance ? chance_text(line.assessed.projection, (*stake.chance).*member)
                                    : std::string(nothing);
            };
            const auto& rule = std::get<Stretch>(line.track.target->rule);
            block.rows.push_back({line.full_name(), short_date(stake.due), money_text(stake.grant, stake.currency),
                                  value_text(line, stake.pays_from), value_text(line, rule.value),
                                  projected_words(stake), chance(&GrantChance::threshold), chance(&GrantChance::whole),
                                  money_text(stake.expected, stake.currency), std::string(nothing)});
        }
    }
    return without_empty_columns(std::move(block));
}

}  // namespace ontrack::inline v0::detail::report
