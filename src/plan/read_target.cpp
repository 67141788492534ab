#include <algorithm>
#include <array>
#include <iterator>

#include "plan/reading.hpp"

namespace ontrack::inline v0::detail {
namespace {

using Rule = std::optional<TargetRule>;

constexpr Words<Rounding, 3> rounding_words{
    {{"half_up", Rounding::half_up}, {"half_even", Rounding::half_even}, {"down", Rounding::down}}};
constexpr Words<AnnualChange, 3> convention_words{{{"compound", AnnualChange::compound},
                                                   {"simple", AnnualChange::simple},
                                                   {"rounded_each_year", AnnualChange::rounded_each_year}}};

constexpr Key any_kind_keys[] = {{"kind", required}, {"percent"},  {"years"},
                                 {"convention"},     {"value"},    {"due"},
                                 {"points"},         {"steps"},    {"lower"},
                                 {"upper"},          {"margin"},   {"margin_percent"},
                                 {"comparator"},     {"sample"},   {"confidence_percent"},
                                 {"design_effect"},  {"without"},  {"threshold_percent"},
                                 {"cap_percent"},    {"grant"},    {"currency"},
                                 {"note"},           {"expected"}, {"decimals"},
                                 {"rounding"}};
constexpr TableFormat any_kind_format{
    "target", "a target", any_kind_keys,
    "{ kind = \"absolute\", value = 90 }, or, for a change, { kind = \"percent_by_date\", "
    "percent = -5, due = 2019-03-31 }"};

std::optional<Percent> percent(TableReader& table, std::string_view key) {
    const auto number = table.number(key);
    return number ? std::optional(Percent(*number)) : std::nullopt;
}

/// A key that is there, of a table that was complete when it was asked for.
Decimal needed(TableReader& table, std::string_view key) {
    return table.number(key).value_or(Decimal());
}
Percent needed_percent(TableReader& table, std::string_view key) {
    return Percent(needed(table, key));
}
Date needed_date(TableReader& table, std::string_view key) {
    return table.date(key).value_or(Date(2000, 1, 1));
}

Rule percent_per_annum(TableReader& table, const Reading&) {
    return PercentPerAnnum{needed_percent(table, "percent"), table.whole("years").value_or(0),
                           table.word("convention", convention_words).value_or(AnnualChange::compound)};
}
Rule percent_by_date(TableReader& table, const Reading&) {
    return PercentByDate{needed_percent(table, "percent"), table.date("due")};
}
Rule absolute(TableReader& table, const Reading&) {
    return AbsoluteTarget{needed(table, "value"), table.date("due")};
}
Rule linear(TableReader& table, const Reading&) {
    return LinearTo{needed(table, "value"), needed_date(table, "due")};
}
Rule floor(TableReader& table, const Reading&) {
    return Floor{table.number("value"), percent(table, "percent"), table.date("due")};
}
Rule ceiling(TableReader& table, const Reading&) {
    return Ceiling{table.number("value"), percent(table, "percent"), table.date("due")};
}
Rule milestone(TableReader& table, const Reading&) {
    return MilestoneBy{needed_date(table, "due")};
}
Rule points_by_date(TableReader& table, const Reading&) {
    return PointsByDate{needed(table, "points"), table.date("due")};
}
Rule stepped(TableReader& table, const Reading& reading) {
    Stepped rule;
    bool whole = true;
    for (const Node& node : table.list("steps")) {
        TableReader step(node, step_format, reading.problems);
        const Date by = needed_date(step, "by");
        rule.steps.push_back({by, needed(step, "value")});
        whole = whole && step.complete();
    }
    return whole ? Rule(std::move(rule)) : std::nullopt;
}
Rule band(TableReader& table, const Reading&) {
    return Band{needed(table, "lower"), needed(table, "upper"), table.date("due")};
}
Rule maintain(TableReader& table, const Reading&) {
    return Maintain{table.number("margin"), percent(table, "margin_percent"), table.date("due")};
}
Rule close_gap(TableReader& table, const Reading&) {
    return CloseGap{needed_percent(table, "percent"), table.text("comparator").value_or(""), needed_date(table, "due")};
}
Rule measurable_change(TableReader& table, const Reading&) {
    return MeasurableChange{.sample = needed(table, "sample"),
                            .confidence = percent(table, "confidence_percent").value_or(Percent(Decimal(95))),
                            .design_effect = table.number("design_effect").value_or(Decimal(1)),
                            .due = table.date("due")};
}
Rule stretch(TableReader& table, const Reading&) {
    return Stretch{.without = needed(table, "without"),
                   .value = needed(table, "value"),
                   .due = needed_date(table, "due"),
                   .threshold = percent(table, "threshold_percent").value_or(Percent(Decimal(60))),
                   .cap = percent(table, "cap_percent").value_or(Percent(Decimal(100))),
                   .grant = table.number("grant"),
                   .currency = table.text("currency").value_or("GBP")};
}
Rule not_set(TableReader& table, const Reading&) {
    return NotSet{table.text("note").value_or(""), table.date("expected")};
}
Rule not_stated(TableReader& table, const Reading&) {
    return NotStated{table.text("note").value_or(""), table.flag("reward_grant").value_or(false)};
}

struct Kind {
    std::string_view word;
    Rule (*read)(TableReader&, const Reading&);
};
/// In the order of `target_formats`.
constexpr std::array kinds{Kind{"percent_per_annum", percent_per_annum},
                           Kind{"percent_by_date", percent_by_date},
                           Kind{"absolute", absolute},
                           Kind{"linear", linear},
                           Kind{"floor", floor},
                           Kind{"ceiling", ceiling},
                           Kind{"milestone", milestone},
                           Kind{"points_by_date", points_by_date},
                           Kind{"stepped", stepped},
                           Kind{"band", band},
                           Kind{"maintain", maintain},
                           Kind{"close_gap", close_gap},
                           Kind{"measurable_change", measurable_change},
                           Kind{"stretch", stretch},
                           Kind{"not_set", not_set},
                           Kind{"not_stated", not_stated}};
static_assert(kinds.size() == std::size(target_formats) && kinds.size() == std::variant_size_v<TargetRule>);

/// The kind, looked up before the table is read, because it decides which keys the table may have.
std::optional<std::size_t> kind_of_target(const Node& node) {
    const Node* kind = find(node, "kind");
    const auto* name = kind == nullptr ? nullptr : std::get_if<std::string>(&kind->value);
    const auto* found =
        std::find_if(kinds.begin(), kinds.end(), [&](const Kind& one) { return name != nullptr && one.word == *name; });
    return found == kinds.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - kinds.begin()));
}

void complain_of_kind(TableReader& table) {
    std::array<std::string_view, kinds.size()> words;
    std::transform(kinds.begin(), kinds.end(), words.begin(), [](const Kind& kind) { return kind.word; });
    table.position("kind", words);
}

}  // namespace

std::optional<Target> read_target(const Node& node, const Reading& reading) {
    const auto kind = kind_of_target(node);
    TableReader table(node, kind ? target_formats[*kind] : any_kind_format, reading.problems);
    if (!kind) complain_of_kind(table);
    const Rule rule = kind ? kinds[*kind].read(table, reading) : std::nullopt;
    const int decimals = table.whole("decimals").value_or(0);
    const Rounding rounding = table.word("rounding", rounding_words).value_or(Rounding::half_up);
    if (!rule || !table.complete()) return std::nullopt;
    return Target{*rule, decimals, rounding, table.place()};
}

}  // namespace ontrack::inline v0::detail
