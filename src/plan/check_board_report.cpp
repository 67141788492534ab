#include <algorithm>
#include <initializer_list>
#include <string>
#include <utility>

#include "plan/checking.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

void check_budget_line(const BudgetLine& line, Findings& findings) {
    const bool is_code = line.currency.size() == 3 && std::all_of(line.currency.begin(), line.currency.end(),
                                                                  [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!is_code) {
        findings.add("not-a-currency", in_ticks(line.currency) + " is not a currency's code", line.where, "currency",
                     "Write its three letters: \"GBP\".");
    }
    for (const auto& [key, amount] :
         {std::pair{"allocated", &line.allocated}, std::pair{"spent", &line.spent},
          std::pair{"committed", &line.committed}, std::pair{"to_be_allocated", &line.to_be_allocated}}) {
        if (!*amount) continue;
        if ((*amount)->sign() < 0) {
            findings.add("negative-amount", "an amount of a budget is not negative", line.where, key,
                         "Write the amount; say in `note` what was paid back.");
        }
    }
    if (line.allocated && line.to_be_allocated && *line.to_be_allocated > *line.allocated) {
        findings.add("budget-does-not-add-up",
                     line.to_be_allocated->to_string() + " remain to be allocated of " + line.allocated->to_string(),
                     line.where, "to_be_allocated", "Check both amounts: `allocated` is the whole budget of the line.");
    }
    if (!line.allocated && !line.spent && !line.committed && !line.to_be_allocated && line.reported.empty()) {
        findings.add("empty-budget-line", "the line has no amount and no words", line.where, "",
                     "Give an amount (`allocated`, `spent`, `committed`, `to_be_allocated`), or what is `reported`.");
    }
}

}  // namespace

void check_board_report(const Plan& plan, Findings& findings) {
    for (const BudgetLine& line : plan.budget) check_budget_line(line, findings);
    for (const NextItem& item : plan.next_period) {
        if (item.from && item.due && *item.from > *item.due) {
            findings.add("dates-backwards", "it begins after it is due", item.where, "due", "Check both days.");
        }
    }
}

}  // namespace ontrack::inline v0::detail
