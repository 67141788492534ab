#include "plan/reading.hpp"

namespace ontrack::inline v0::detail {
namespace {

constexpr Words<FamilyAverage, 2> average_words{
    {{"mean_of_rates", FamilyAverage::mean_of_rates}, {"pooled", FamilyAverage::pooled}}};
constexpr Words<bool, 2> own_area_words{{{"in", true}, {"out", false}}};
constexpr Words<OwnValue, 2> own_words{{{"last_year", OwnValue::last_year}, {"best", OwnValue::best}}};

ComparedFigure read_figure(TableReader& table, const TrackKind& kind) {
    ComparedFigure figure{table.number("value"), table.number("numerator"), table.number("denominator")};
    if (!figure.value) figure.value = derived_value(kind.measure, figure.numerator, figure.denominator);
    return figure;
}

FamilyMember read_member(const Node& node, const TrackKind& kind, const Reading& reading) {
    TableReader table(node, member_format, reading.problems);
    return {table.text("area").value_or(""), read_figure(table, kind), table.date("from"), table.date("to"),
            table.place()};
}

/// A family says how its average is made and whether the own area counts: both change the number.
void check_family_keys(TableReader& table) {
    const bool family = table.find("members") != nullptr;
    for (const std::string_view key : {"average", "own_area"}) {
        if (family && table.find(key) == nullptr) {
            table.complain("missing-key", "a family needs the key `" + std::string(key) + "`", key,
                           key == "average" ? "Write \"mean_of_rates\" or \"pooled\"." : "Write \"in\" or \"out\".");
        } else if (!family && table.find(key) != nullptr) {
            table.complain("unexpected-key", "only a family has the key `" + std::string(key) + "`", key,
                           "Remove it, or add `members`.");
        }
    }
}

Comparator read_comparator(const Node& node, const TrackKind& kind, const Reading& reading) {
    TableReader table(node, comparator_format, reading.problems);
    Comparator comparator;
    comparator.where = table.place();
    comparator.code = table.text("code").value_or("");
    comparator.name = table.text("name").value_or("");
    comparator.period = read_year_or_own_period(table, kind, reading);
    comparator.figure = read_figure(table, kind);
    for (const Node& member : table.list("members")) comparator.members.push_back(read_member(member, kind, reading));
    comparator.average = table.word("average", average_words).value_or(FamilyAverage::mean_of_rates);
    comparator.own_area_in = table.word("own_area", own_area_words).value_or(false);
    comparator.own = table.word("own", own_words);
    check_family_keys(table);
    return comparator;
}

}  // namespace

std::vector<Comparator> read_comparators(TableReader& table, const TrackKind& kind, const Reading& reading) {
    std::vector<Comparator> comparators;
    for (const Node& node : table.list("comparators")) {
        comparators.push_back(read_comparator(node, kind, reading));
    }
    return comparators;
}

}  // namespace ontrack::inline v0::detail
