#include <algorithm>
#include <iterator>

#include "plan/reading.hpp"

namespace ontrack::inline v0::detail {
namespace {

constexpr Words<Rounding, 3> rounding_words{
    {{"half_up", Rounding::half_up}, {"half_even", Rounding::half_even}, {"down", Rounding::down}}};

constexpr Words<std::size_t, 7> kind_words{{{"percent_per_annum", 0},
                                            {"percent_by_date", 1},
                                            {"absolute", 2},
                                            {"linear", 3},
                                            {"floor", 4},
                                            {"ceiling", 5},
                                            {"milestone", 6}}};
constexpr Key any_kind_keys[] = {{"kind", required}, {"percent"}, {"years"}, {"value"}, {"due"},
                                 {"decimals"},       {"rounding"}};
constexpr TableFormat any_kind_format{"target", "a target", any_kind_keys};

std::optional<Percent> percent(TableReader& table) {
    const auto number = table.number("percent");
    return number ? std::optional(Percent(*number)) : std::nullopt;
}

/// The rule, where every key of its kind could be read.
std::optional<TargetRule> read_rule(TableReader& table, std::size_t kind) {
    const auto change = percent(table);
    const auto value = table.number("value");
    const auto due = table.date("due");
    const auto years = table.whole("years");
    if (!table.complete()) return std::nullopt;
    switch (kind) {
        case 0:
            return PercentPerAnnum{change.value(), years.value()};
        case 1:
            return PercentByDate{change.value(), due};
        case 2:
            return AbsoluteTarget{value.value(), due};
        case 3:
            return LinearTo{value.value(), due.value()};
        case 4:
            return Floor{value, change, due};
        case 5:
            return Ceiling{value, change, due};
        default:
            return MilestoneBy{due.value()};
    }
}

/// The kind, looked up before the table is read, because it decides which keys the table may have.
std::optional<std::size_t> kind_of_target(const Node& node) {
    const Node* kind = find(node, "kind");
    const auto* name = kind == nullptr ? nullptr : std::get_if<std::string>(&kind->value);
    const auto found = std::find_if(kind_words.begin(), kind_words.end(),
                                    [&](const auto& word) { return name != nullptr && word.first == *name; });
    return found == kind_words.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<Target> read_target(const Node& node, const Reading& reading) {
    const auto kind = kind_of_target(node);
    TableReader table(node, kind ? target_formats[*kind] : any_kind_format, reading.problems);
    if (!kind) table.word("kind", kind_words);
    const auto rule = read_rule(table, kind.value_or(0));
    const int decimals = table.whole("decimals").value_or(0);
    const Rounding rounding = table.word("rounding", rounding_words).value_or(Rounding::half_up);
    if (!rule || !table.complete()) return std::nullopt;
    return Target{*rule, decimals, rounding, table.place()};
}

}  // namespace ontrack::inline v0::detail
