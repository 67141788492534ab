#include "plan/reading.hpp"

namespace ontrack::inline v0::detail {
namespace {

BudgetLine read_budget_line(const Node& node, const Reading& reading) {
    TableReader table(node, budget_format, reading.problems);
    BudgetLine line{.name = table.text("name").value_or("")};
    line.where = table.place();
    line.currency = table.text("currency").value_or(line.currency);
    line.allocated = table.number("allocated");
    line.spent = table.number("spent");
    line.committed = table.number("committed");
    line.to_be_allocated = table.number("to_be_allocated");
    line.reported = table.text("reported").value_or("");
    line.theme = table.text("theme").value_or("");
    line.note = table.text("note").value_or("");
    return line;
}

ReportItem read_item(const Node& node, const Reading& reading) {
    TableReader table(node, item_format, reading.problems);
    ReportItem item{.text = table.text("text").value_or("")};
    item.where = table.place();
    item.theme = table.text("theme").value_or("");
    item.figures = read_figures(table, reading);
    return item;
}

Action read_action(const Node& node, const Reading& reading) {
    TableReader table(node, action_format, reading.problems);
    Action action{.text = table.text("text").value_or("")};
    action.where = table.place();
    action.owner = table.text("owner").value_or("");
    action.due = table.date("due");
    action.done = table.date("done");
    action.theme = table.text("theme").value_or("");
    return action;
}

NextItem read_next_item(const Node& node, const Reading& reading) {
    TableReader table(node, next_item_format, reading.problems);
    NextItem item{.text = table.text("text").value_or("")};
    item.where = table.place();
    item.from = table.date("from");
    item.due = table.date("due");
    item.theme = table.text("theme").value_or("");
    return item;
}

Board read_board(const Node& node, const Reading& reading) {
    TableReader table(node, board_format, reading.problems);
    Board board{.code = table.text("code").value_or(""), .name = table.text("name").value_or("")};
    board.where = table.place();
    board.countermeasures = read_countermeasures(table, reading);
    return board;
}

template <class T>
void read_all(TableReader& root, std::string_view key, const Reading& reading, T (*read)(const Node&, const Reading&),
              std::vector<T>& into) {
    for (const Node& node : root.list(key)) into.push_back(read(node, reading));
}

}  // namespace

void read_board_report(TableReader& root, const Reading& reading, Plan& plan) {
    read_all(root, "budget", reading, read_budget_line, plan.budget);
    read_all(root, "progress", reading, read_item, plan.progress);
    read_all(root, "attention", reading, read_item, plan.attention);
    read_all(root, "action", reading, read_action, plan.actions);
    read_all(root, "next_period", reading, read_next_item, plan.next_period);
    read_all(root, "board", reading, read_board, plan.boards);
}

}  // namespace ontrack::inline v0::detail
