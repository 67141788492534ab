#include "plan/reading.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

constexpr Words<InterruptionKind, 3> kind_words{
    {{"step", InterruptionKind::step}, {"slope", InterruptionKind::slope}, {"temporary", InterruptionKind::temporary}}};
constexpr Words<Frequency, 4> per_words{{{"month", Frequency::month},
                                         {"quarter", Frequency::quarter},
                                         {"half", Frequency::half},
                                         {"year", Frequency::year}}};

std::optional<FigureRange> read_size(TableReader& table) {
    const Node* node = table.find("size");
    if (node == nullptr) return std::nullopt;
    if (!std::holds_alternative<Node::Array>(node->value)) {
        const auto number = table.number("size");
        return number ? std::optional(FigureRange{*number, *number}) : std::nullopt;
    }
    const std::vector<Decimal> ends = table.numbers("size");
    if (!table.complete()) return std::nullopt;
    if (ends.size() == 2) return FigureRange{ends[0], ends[1]};
    table.complain("not-a-range", "a size is one number, or a range with two ends", "size", "Write [1000, 1500].");
    return std::nullopt;
}

}  // namespace

std::optional<Days> read_days(TableReader& table, std::string_view key, const Reading& reading) {
    const Node* node = table.find(key);
    const auto* text = node == nullptr ? nullptr : std::get_if<std::string>(&node->value);
    const bool is_day = text == nullptr || (text->size() == 10 && (*text)[4] == '-' && (*text)[7] == '-');
    if (is_day) {
        const auto day = table.date(key);
        return day ? std::optional(Days{*day, *day, day->to_string()}) : std::nullopt;
    }
    const auto label = table.text(key);
    if (!label || !reading.year_start) return std::nullopt;
    try {
        const Period period = parse_period(*label, *reading.year_start);
        return Days{period.first_day(), period.last_day(), period.label()};
    } catch (const CalendarError& error) {
        table.forward(key, error);
        return std::nullopt;
    }
}

std::optional<Interruption> read_interruption(const Node& node, const Reading& reading) {
    TableReader table(node, interruption_format, reading.problems);
    const std::string code = table.text("code").value_or("");
    const std::string name = table.text("name").value_or("");
    const auto from = read_days(table, "from", reading);
    const auto to = read_days(table, "to", reading);
    const auto kind = table.word("kind", kind_words);
    const auto size = read_size(table);
    const auto per = table.word("per", per_words);
    const auto indicators = table.texts("indicators");
    const std::string note = table.text("note").value_or("");
    if (!table.complete() || !from || !kind) return std::nullopt;
    return Interruption{.code = code,
                        .name = name,
                        .from = from->first,
                        .to = to ? std::optional(to->last) : std::nullopt,
                        .kind = *kind,
                        .size = size,
                        .per = per.value_or(Frequency::year),
                        .indicators = indicators,
                        .note = note,
                        .where = table.place()};
}

}  // namespace ontrack::inline v0::detail
