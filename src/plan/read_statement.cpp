#include "plan/reading.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

constexpr Words<ReportedStatus, 7> status_words{{{"on_target", ReportedStatus::on_target},
                                                 {"off_target", ReportedStatus::off_target},
                                                 {"above_target", ReportedStatus::above_target},
                                                 {"below_target", ReportedStatus::below_target},
                                                 {"exceeded", ReportedStatus::exceeded},
                                                 {"on_track", ReportedStatus::on_track},
                                                 {"off_track", ReportedStatus::off_track}}};
constexpr Words<ReportedDirection, 5> direction_words{{{"up", ReportedDirection::up},
                                                       {"down", ReportedDirection::down},
                                                       {"stable", ReportedDirection::stable},
                                                       {"improving", ReportedDirection::improving},
                                                       {"worsening", ReportedDirection::worsening}}};
constexpr Words<Flag, 3> flag_words{{{"red", Flag::red}, {"amber", Flag::amber}, {"green", Flag::green}}};
constexpr Words<FlagReason, 2> flag_reason_words{
    {{"performance", FlagReason::performance}, {"data_quality", FlagReason::data_quality}}};
constexpr Words<Certainty, 2> certainty_words{{{"hoped", Certainty::hoped}, {"possible", Certainty::possible}}};
constexpr Words<BoundKind, 4> bound_keys{{{"more_than", BoundKind::more_than},
                                          {"at_least", BoundKind::at_least},
                                          {"at_most", BoundKind::at_most},
                                          {"less_than", BoundKind::less_than}}};
constexpr Words<ChangeUnit, 3> change_keys{
    {{"change_percent", ChangeUnit::percent}, {"change_points", ChangeUnit::points}, {"change", ChangeUnit::either}}};

std::optional<InexactFigure> read_range(TableReader& table) {
    const std::vector<Decimal> ends = table.numbers("range");
    if (!table.complete()) return std::nullopt;
    if (ends.size() != 2) {
        table.complain("not-a-range", "a range has two ends", "range", "Write the lower and the upper: [10, 20].");
        return std::nullopt;
    }
    return FigureRange{ends[0], ends[1]};
}

std::optional<InexactFigure> read_change(TableReader& table) {
    const auto percent = table.number("change_percent");
    const auto compared_with = table.text("compared_with");
    if (table.find("compared_with") == nullptr) {
        table.complain("missing-key", "a change needs the key `compared_with`", "compared_with",
                       "Write \"last_year\", a period, or \"unknown\" where the document does not say.");
    }
    if (!percent || !compared_with) return std::nullopt;
    return StatedChange{*percent, *compared_with};
}

std::optional<Expected> read_expected(const Node& node, const Reading& reading) {
    TableReader table(node, expected_format, reading.problems);
    const auto by = read_days(table, "by", reading);
    Expected expected{table.word("flag", flag_words), table.word("status", status_words),
                      table.word("direction", direction_words), by ? by->label : "",
                      by ? std::optional(by->last) : std::nullopt};
    if (!table.complete()) return std::nullopt;
    if (expected.flag || expected.status || expected.direction) return expected;
    table.complain("says-nothing", "nothing is expected", "status", "Add `flag`, `status` or `direction`.");
    return std::nullopt;
}

std::optional<ReportedChange> read_reported_change(TableReader& table) {
    std::optional<ReportedChange> change;
    for (const auto& [key, unit] : change_keys) {
        const auto size = table.number(key);
        if (size && change) {
            table.complain("two-figures", "a change has one size", key,
                           "Keep one; `change` where the document does not say whether it is per cent or points.");
        }
        if (size) change = ReportedChange{*size, unit};
    }
    return change;
}

bool says_nothing(const Reported& words) {
    return !words.status && !words.direction && !words.change && words.rank.empty() && !words.flag && !words.expected &&
           words.text.empty();
}

}  // namespace

std::optional<InexactFigure> read_inexact(TableReader& table, const std::optional<Decimal>& value) {
    std::optional<InexactFigure> found;
    std::string_view first = "value";
    bool has_figure = table.find("value") != nullptr;
    const auto note = [&](std::string_view key, auto read) {
        if (table.find(key) == nullptr) return;
        if (has_figure) {
            table.complain("two-figures", "the observation has " + in_ticks(first) + " and " + in_ticks(key), key,
                           "Keep the one that the document states.");
            return;
        }
        has_figure = true;
        first = key;
        found = read();
    };
    note("range", [&] { return read_range(table); });
    for (const auto& [key, kind] : bound_keys) {
        note(key, [&]() -> std::optional<InexactFigure> {
            const auto bound = table.number(key);
            return bound ? std::optional<InexactFigure>(FigureBound{kind, *bound}) : std::nullopt;
        });
    }
    note("change_percent", [&] { return read_change(table); });
    note("level_or_change", [&]() -> std::optional<InexactFigure> {
        const auto number = table.number("level_or_change");
        return number ? std::optional<InexactFigure>(LevelOrChange{*number}) : std::nullopt;
    });
    const auto certainty = table.word("certainty", certainty_words);
    if (table.find("certainty") != nullptr && !value) {
        table.complain("unexpected-key", "only a value is hoped for or possible", "certainty", "Add `value`.");
    }
    if (table.find("compared_with") != nullptr && table.find("change_percent") == nullptr) {
        table.complain("unexpected-key", "only a change is compared with something", "compared_with",
                       "Remove it, or move it into `reported`.");
    }
    if (certainty && value && !found) return UncertainFigure{*value, *certainty};
    return found;
}

std::optional<Reported> read_reported(const Node& node, const Reading& reading) {
    Reported words;
    if (std::holds_alternative<std::string>(node.value)) {
        // The short form is the status alone. Its word is looked up as if it stood under the key `status`.
        Node table_of_status = node;
        Node status = node;
        table_of_status.value = Node::Table{{"status", node.line, node.column, std::move(status)}};
        TableReader table(table_of_status, reported_format, reading.problems);
        words.status = table.word("status", status_words);
        return table.complete() ? std::optional(words) : std::nullopt;
    }
    TableReader table(node, reported_format, reading.problems);
    words.status = table.word("status", status_words);
    words.direction = table.word("direction", direction_words);
    words.change = read_reported_change(table);
    words.compared_with = table.text("compared_with").value_or("");
    words.rank = table.text("rank").value_or("");
    words.flag = table.word("flag", flag_words);
    words.flag_reason = table.word("flag_reason", flag_reason_words);
    if (const Node* expected = table.find("expected")) {
        words.expected = read_expected(*expected, reading);
        if (!words.expected) return std::nullopt;
    }
    words.text = table.text("text").value_or("");
    if (words.flag_reason && !words.flag) {
        table.complain("unexpected-key", "only a flag has a reason", "flag_reason", "Add `flag`.");
    }
    if (!table.complete()) return std::nullopt;
    if (!says_nothing(words)) return words;
    table.complain("says-nothing", "nothing is reported", "status", "Add `status`, `direction`, `flag` or `text`.");
    return std::nullopt;
}

std::vector<FigurePart> read_parts(TableReader& table, const Reading& reading) {
    std::vector<FigurePart> parts;
    for (const Node& node : table.list("parts")) {
        TableReader part(node, part_format, reading.problems);
        parts.push_back({part.text("name").value_or(""), part.number("value").value_or(Decimal())});
    }
    return parts;
}

}  // namespace ontrack::inline v0::detail
