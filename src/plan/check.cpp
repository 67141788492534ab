#include <map>
#include <string>

#include "plan/checking.hpp"
#include "plan/wording.hpp"

namespace ontrack {
inline namespace v0 {
namespace detail {
namespace {

/// Reports a code that came before.
class Codes {
public:
    explicit Codes(std::string what) : what_(std::move(what)) {}

    void note(const std::string& code, const Place& where, Findings& findings) {
        if (code.empty()) return;
        const auto [first, is_new] = first_.emplace(code, where);
        if (is_new) return;
        findings.add("duplicate-code", what_ + " " + in_ticks(code) + " is there already" + on_line(first->second),
                     where, "code", "Give each " + what_ + " a code of its own.");
    }
    [[nodiscard]] const std::string& what() const { return what_; }
    [[nodiscard]] bool holds(const std::string& code) const { return first_.contains(code); }
    [[nodiscard]] std::string remedy(const std::string& code) const {
        if (first_.empty()) return "The plan has none; add it.";
        if (first_.size() > 200) return "Use the code of one in the plan.";
        std::vector<std::string_view> known;
        for (const auto& [name, place] : first_) known.push_back(name);
        const std::string_view meant = nearest(code, known);
        if (!meant.empty()) return "Did you mean " + in_ticks(meant) + "?";
        return "Use one of: " + listed(known) + ".";
    }

private:
    std::string what_;
    std::map<std::string, Place> first_;
};

void check_reference(const std::string& code, const Codes& codes, std::string_view key, const Place& where,
                     Findings& findings) {
    if (code.empty() || codes.holds(code)) return;
    findings.add("unknown-reference", "the plan has no " + codes.what() + " " + in_ticks(code), where, key,
                 codes.remedy(code));
}

template <class Part>
void check_levels(const Part& part, const RiskScales& scales, Findings& findings) {
    const auto fail = [&](std::string_view key) {
        findings.add("unknown-level", "the plan's scale has no such level", part.where, key,
                     "Count its levels from 0, the lowest.");
    };
    if (part.impact && part.impact->level.level >= scales.impact.size()) fail("impact");
    if (part.likelihood && part.likelihood->level.level >= scales.likelihood.size()) fail("likelihood");
}

void check_interruptions(const Plan& plan, const Codes& indicators, Findings& findings) {
    Codes codes("interruption");
    for (const Interruption& event : plan.interruptions) {
        codes.note(event.code, event.where, findings);
        for (std::size_t i = 0; i < event.indicators.size(); ++i) {
            check_reference(event.indicators[i], indicators, "indicators[" + std::to_string(i) + "]", event.where,
                            findings);
        }
        if (event.to && event.kind != InterruptionKind::temporary) {
            findings.add("unexpected-key", "only a temporary interruption ends", event.where, "to",
                         "Remove it, or write kind = \"temporary\".");
        } else if (event.to && *event.to < event.from) {
            findings.add("ends-before-it-begins",
                         "the interruption ends on " + event.to->to_words() + ", before it begins", event.where, "to",
                         "Correct one of the two days.");
        }
        if (event.size && event.size->lower > event.size->upper) {
            findings.add("not-a-range", "the range ends below where it begins", event.where, "size",
                         "Write the lower end first.");
        }
    }
}

}  // namespace

void Findings::add(std::string code, std::string message, const Place& part, std::string_view key, std::string remedy) {
    Place where = part;
    if (!where.key.empty() && !key.empty()) where.key += '.';
    where.key += key;
    found_.push_back({std::move(code), std::move(message), std::move(where), std::move(remedy)});
}

std::string on_line(const Place& place) {
    return place.line == 0 ? "" : " (line " + std::to_string(place.line) + ")";
}

bool is_plausible(const Date& day) noexcept {
    return day.year() >= 1900 && day.year() < 2200;
}

void check_whole(const Plan& plan, Findings& findings) {
    Codes themes("theme");
    for (const Theme& theme : plan.themes) themes.note(theme.code, theme.where, findings);
    Codes indicators("indicator");
    for (const Indicator& indicator : plan.indicators) {
        indicators.note(indicator.code, indicator.where, findings);
        Codes components("component");
        for (const Component& component : indicator.components) {
            components.note(component.code, component.where, findings);
        }
        check_reference(indicator.theme, themes, "theme", indicator.where, findings);
        check_levels(indicator, plan.scales, findings);
    }
    check_board_report(plan, findings);
    Codes boards("board");
    for (const Board& board : plan.boards) boards.note(board.code, board.where, findings);
    const auto check_themes = [&](const auto& items) {
        for (const auto& item : items) check_reference(item.theme, themes, "theme", item.where, findings);
    };
    check_themes(plan.budget);
    check_themes(plan.progress);
    check_themes(plan.attention);
    check_themes(plan.actions);
    check_themes(plan.next_period);
    Codes risks("risk");
    for (const RiskEntry& risk : plan.risks) {
        risks.note(risk.code, risk.where, findings);
        check_reference(risk.indicator, indicators, "indicator", risk.where, findings);
        check_reference(risk.board, boards, "board", risk.where, findings);
        check_levels(risk, plan.scales, findings);
    }
    check_interruptions(plan, indicators, findings);
    check_sums(plan, findings);
    check_scales(plan.scales, findings);
}

}  // namespace detail

std::vector<Problem> check(const Plan& plan) {
    detail::Findings findings;
    for (const Indicator& indicator : plan.indicators) {
        detail::check_indicator(indicator, findings);
    }
    detail::check_whole(plan, findings);
    return std::move(findings).take();
}

}  // namespace v0
}  // namespace ontrack
