#include <ontrack/review/movement.hpp>

#include "bindings.hpp"

namespace ontrack::python {

void bind_report_items(py::module_& m) {
    py::native_enum<RollUpRule>(m, "RollUpRule", "enum.Enum", "How statuses under a heading become one.")
        .value("worst", RollUpRule::worst)
        .value("share_on_target", RollUpRule::share_on_target)
        .value("weighted", RollUpRule::weighted)
        .finalize();
    py::class_<BudgetLine>(m, "BudgetLine", "One line of a budget; an amount that the document does not give is None.")
        .def_readonly("name", &BudgetLine::name)
        .def_readonly("currency", &BudgetLine::currency, "Three letters (ISO 4217).")
        .def_readonly("allocated", &BudgetLine::allocated)
        .def_readonly("spent", &BudgetLine::spent)
        .def_readonly("committed", &BudgetLine::committed, "Promised and not yet spent.")
        .def_readonly("to_be_allocated", &BudgetLine::to_be_allocated)
        .def_readonly("reported", &BudgetLine::reported, "The document's own words.")
        .def_readonly("theme", &BudgetLine::theme)
        .def_readonly("note", &BudgetLine::note)
        .def_readonly("where", &BudgetLine::where)
        .def("__repr__", [](const BudgetLine& b) { return "<BudgetLine " + quoted(b.name) + ">"; });

    auto item = py::class_<ReportItem>(m, "ReportItem", "Something achieved, or in need of attention.");
    item.def_readonly("text", &ReportItem::text)
        .def_readonly("theme", &ReportItem::theme)
        .def_readonly("where", &ReportItem::where)
        .def("__repr__", [](const ReportItem& i) { return "<ReportItem " + quoted(i.text) + ">"; });
    def_tuple(item, "figures", &ReportItem::figures, "Quoted in the text.");

    py::class_<Action>(m, "Action", "Something that someone is to do.")
        .def_readonly("text", &Action::text)
        .def_readonly("owner", &Action::owner, "Empty when none is named.")
        .def_readonly("due", &Action::due)
        .def_readonly("done", &Action::done)
        .def_readonly("theme", &Action::theme)
        .def_readonly("where", &Action::where)
        .def("__repr__", [](const Action& a) { return "<Action " + quoted(a.text) + ">"; });

    py::class_<NextItem>(m, "NextItem", "Something planned for the next period.")
        .def_readonly("text", &NextItem::text)
        .def_readonly("start", &NextItem::from, "The day it begins (`from` in C++, a keyword in Python).")
        .def_readonly("due", &NextItem::due)
        .def_readonly("theme", &NextItem::theme)
        .def_readonly("where", &NextItem::where)
        .def("__repr__", [](const NextItem& n) { return "<NextItem " + quoted(n.text) + ">"; });

    auto board = py::class_<Board>(m, "Board", "A board or group that answers for risks of the register.");
    board.def_readonly("code", &Board::code)
        .def_readonly("name", &Board::name)
        .def_readonly("where", &Board::where)
        .def("__repr__", [](const Board& b) { return "<Board " + quoted(b.code) + ": " + b.name + ">"; });
    def_tuple(board, "countermeasures", &Board::countermeasures, "For all of its risks together.");
}

void bind_report_answers(py::module_& m) {
    py::native_enum<BudgetStanding>(m, "BudgetStanding", "enum.Enum", "Whether money is free, all bound, or overdrawn.")
        .value("under", BudgetStanding::under)
        .value("on", BudgetStanding::on)
        .value("over", BudgetStanding::over)
        .value("not_rated", BudgetStanding::not_rated)
        .finalize();
    py::class_<BudgetPosition>(m, "BudgetPosition", "Where a budget line stands.")
        .def_readonly("standing", &BudgetPosition::standing)
        .def_readonly("reason", &BudgetPosition::reason, "Why it is not rated, or what is not known.")
        .def_readonly("uncommitted", &BudgetPosition::uncommitted, "allocated − spent − committed, of what is given.")
        .def("__repr__", [](const BudgetPosition& p) {
            return "<BudgetPosition " + std::string(to_words(p.standing)) + ", free " + shown(p.uncommitted) + ">";
        });
    m.def("position_of", &position_of, py::arg("line"), "Where a budget line stands; needs what is allocated.");

    auto roll = py::class_<RollUp>(m, "RollUp", "How the targets under one heading stand together.");
    roll.def_readonly("code", &RollUp::code, "The theme's; empty for the whole plan.")
        .def_readonly("name", &RollUp::name)
        .def_readonly("rule", &RollUp::rule)
        .def_readonly("on_target", &RollUp::on_target)
        .def_readonly("close", &RollUp::close)
        .def_readonly("off_target", &RollUp::off_target)
        .def_readonly("not_yet_due", &RollUp::not_yet_due)
        .def_readonly("not_rated", &RollUp::not_rated)
        .def_readonly("qualified", &RollUp::qualified, "How many of the rated rest on figures that are not final.")
        .def_readonly("by_report", &RollUp::by_report, "How many of the rated stand as the document says.")
        .def_readonly("status", &RollUp::status)
        .def_readonly("share", &RollUp::share, "Of the rated, the per cent on target; None for the rule `worst`.")
        .def_readonly("reported", &RollUp::reported, "What the document says of all its targets, or empty.")
        .def_readonly("sentence", &RollUp::sentence)
        .def("__repr__", [](const RollUp& r) { return "<RollUp " + quoted(r.name) + ": " + r.sentence + ">"; });
    def_tuple(roll, "exceptions", &RollUp::exceptions, "Names of those close or off target.");
    def_tuple(roll, "unrated", &RollUp::unrated, "Names of those not rated.");
    def_tuple(roll, "pivotal", &RollUp::pivotal,
              "Names of those without any one of which the status would be another.");

    m.def(
        "rate", [](const Action& action, const Date& day) { return rate(action, day); }, py::arg("action"),
        py::arg("day"),
        "Whether an action is done, done late, overdue or not yet due on a day; not rated where no day is named.");

    py::class_<Movement>(m, "Movement", "What became of one indicator since an earlier review.")
        .def_readonly("code", &Movement::code)
        .def_readonly("name", &Movement::name)
        .def_readonly("before", &Movement::before, "None: it was not in the plan.")
        .def_readonly("now", &Movement::now, "None: it is in the plan no more.")
        .def_readonly("why", &Movement::why)
        .def_property_readonly("changed", &Movement::changed)
        .def("__repr__", [](const Movement& v) { return "<Movement " + quoted(v.code) + ": " + v.why + ">"; });
}

}  // namespace ontrack::python
