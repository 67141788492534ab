#include <algorithm>
#include <string>

#include "assessment/wording.hpp"
#include "report/block_builders.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

/// `£25,000`, `USD 25,000`

std::string theme_name(const Review& review, const std::string& code) {
    for (const Theme& theme : review.plan.themes)
        if (theme.code == code) return theme.name;
    return std::string(nothing);
}

std::string figures_text(const std::vector<Figure>& figures) {
    std::string text;
    for (const Figure& figure : figures) text += (text.empty() ? "" : "; ") + figure_words(figure);
    return or_nothing(text);
}

Block items_block(const Review& review, std::string id, std::string title, const std::vector<ReportItem>& items) {
    Block block{std::move(id), std::move(title), "", {"Item", "Heading", "Figures"}, {}};
    for (const ReportItem& item : items)
        block.rows.push_back({item.text, theme_name(review, item.theme), figures_text(item.figures)});
    return without_empty_columns(std::move(block));
}

}  // namespace

Block budget_block(const Review& review) {
    Block block{"budget",
                "Budget",
                "",
                {"Line", "Allocated", "Spent", "Committed", "To be allocated", "Still free", "Position", "As reported"},
                {}};
    for (std::size_t i = 0; i < review.plan.budget.size(); ++i) {
        const BudgetLine& line = review.plan.budget[i];
        const BudgetPosition& position = review.budget[i];
        std::string standing(to_words(position.standing));
        if (!position.reason.empty()) standing += ": " + position.reason;
        std::string reported = line.reported;
        if (!line.note.empty()) reported += (reported.empty() ? "" : "; ") + line.note;
        block.rows.push_back({line.name, money_text(line.allocated, line.currency),
                              money_text(line.spent, line.currency), money_text(line.committed, line.currency),
                              money_text(line.to_be_allocated, line.currency),
                              money_text(position.uncommitted, line.currency), standing, or_nothing(reported)});
    }
    return without_empty_columns(std::move(block));
}

Block progress_block(const Review& review) {
    return items_block(review, "progress", "Progress", review.plan.progress);
}

Block attention_block(const Review& review) {
    return items_block(review, "attention", "Areas for attention", review.plan.attention);
}

Block figure_block(const Review& review) {
    Block block{"figures", "Figures quoted beside the indicators", "", {"Indicator", "Figures"}, {}};
    for (const Indicator& indicator : review.plan.indicators)
        if (!indicator.figures.empty()) block.rows.push_back({indicator.name, figures_text(indicator.figures)});
    return block;
}

Block action_block(const Review& review) {
    Block block{"actions", "Actions", "", {"Action", "Owner", "Due", "Status"}, {}};
    std::size_t overdue = 0;
    for (std::size_t i = 0; i < review.plan.actions.size(); ++i) {
        const Action& action = review.plan.actions[i];
        const Rated& rated = review.actions[i];
        overdue += rated.status == Status::overdue ? 1U : 0U;
        std::string status = mark(rated.status).text();
        if (action.done) status += ", " + short_date(*action.done);
        if (rated.status == Status::not_rated) status = "no day named";
        block.rows.push_back({action.text, or_nothing(action.owner),
                              action.due ? short_date(*action.due) : std::string(nothing), std::move(status)});
    }
    if (overdue > 0) block.note = std::to_string(overdue) + " overdue on " + review.day.to_words() + '.';
    return without_empty_columns(std::move(block));
}

Block next_period_block(const Review& review) {
    Block block{"next_period", "To be completed in the next period", "", {"Item", "When"}, {}};
    for (const NextItem& item : review.plan.next_period) {
        std::string when(nothing);
        if (item.from && item.due && *item.from != *item.due)
            when = short_date(*item.from) + " – " + short_date(*item.due);
        else if (item.due)
            when = (item.due == item.from ? "on " : "by ") + short_date(*item.due);
        else if (item.from)
            when = "from " + short_date(*item.from);
        block.rows.push_back({item.text, std::move(when)});
    }
    return without_empty_columns(std::move(block));
}

Block roll_up_block(const Review& review) {
    Block block{"roll_ups", "How the targets stand together", "", {"Heading", "Status", "By", "In words"}, {}};
    for (const RollUp& roll : review.roll_ups) {
        // Where the plan names no rule it is the worst everywhere: the note says it once.
        const std::string rule = roll.rule == RollUpRule::worst             ? std::string(nothing)
                                 : roll.rule == RollUpRule::share_on_target ? "share on target"
                                                                            : "share by weight";
        block.rows.push_back({roll.name, mark(roll.status).text(), rule,
                              roll.reported.empty() ? roll.sentence : roll.reported + ' ' + roll.sentence});
    }
    if (!block.rows.empty()) block.note = "A heading stands as its worst rated target does, unless a share is named.";
    return without_empty_columns(std::move(block));
}

Block movement_block(const Review& review) {
    Block block{"movement", "", "", {"Indicator", "Before", "Now", "What is different"}, {}};
    if (!review.movement_since) return block;
    block.title = "Movement since " + review.movement_since->to_words();
    const auto words = [](const std::optional<Status>& status) {
        return status ? mark(*status).text() : std::string(nothing);
    };
    std::size_t changed = 0;
    for (const Movement& movement : review.movements) {
        if (!movement.changed() && movement.why == "nothing is new") continue;
        changed += movement.changed() ? 1U : 0U;
        block.rows.push_back({movement.name, words(movement.before), words(movement.now), movement.why});
    }
    block.note = changed == 0   ? "No status changed."
                 : changed == 1 ? "One status changed."
                                : std::to_string(changed) + " statuses changed.";
    return block;
}

}  // namespace ontrack::inline v0::detail::report
