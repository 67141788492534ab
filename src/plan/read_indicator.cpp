#include "plan/reading.hpp"

namespace ontrack::inline v0::detail {
namespace {

constexpr Words<Polarity, 2> polarity_words{{{"low", Polarity::low}, {"high", Polarity::high}}};
constexpr Words<Frequency, 4> frequency_words{{{"month", Frequency::month},
                                               {"quarter", Frequency::quarter},
                                               {"half", Frequency::half},
                                               {"year", Frequency::year}}};
constexpr Words<YearRule, 4> year_rule_words{{{"sum", YearRule::sum},
                                              {"latest", YearRule::latest},
                                              {"mean", YearRule::mean},
                                              {"ratio_of_sums", YearRule::ratio_of_sums}}};

bool is_milestone(const Node& node) {
    const Node* measure = find(node, "measure");
    const auto* word = measure == nullptr ? nullptr : std::get_if<std::string>(&measure->value);
    return word != nullptr && *word == "milestone";
}

std::optional<Measure> read_measure(TableReader& table) {
    const Words<Measure, 6> words{{{"count", Count{}},
                                   {"rate", Rate{Decimal(1)}},
                                   {"percentage", Percentage{}},
                                   {"survey_percentage", SurveyPercentage{}},
                                   {"cohort_proportion", CohortProportion{}},
                                   {"milestone", Milestone{}}}};
    auto measure = table.word("measure", words);
    const auto per = table.number("per");
    if (!measure) return std::nullopt;
    if (auto* rate = std::get_if<Rate>(&*measure)) {
        if (table.find("per") == nullptr) {
            table.complain("missing-key", "a rate needs the key `per`", "per",
                           "Add `per = 10000`: the population that it counts in.");
        }
        if (!per) return std::nullopt;
        rate->per = *per;
    } else if (table.find("per") != nullptr && !std::holds_alternative<Milestone>(*measure)) {
        table.complain("unexpected-key", "only a rate has the key `per`", "per",
                       "Remove it, or write `measure = \"rate\"`.");
    }
    return measure;
}

Component read_component(const Node& node, const TrackKind& kind, const Reading& reading) {
    TableReader table(node, component_format, reading.problems);
    Component component;
    component.where = table.place();
    component.code = table.text("code").value_or("");
    component.name = table.text("name").value_or("");
    component.track = read_track(table, kind, reading);
    return component;
}

}  // namespace

ReadIndicator read_indicator(const Node& node, const Reading& reading) {
    const bool milestone = is_milestone(node);
    TableReader table(node, milestone ? milestone_format : indicator_format, reading.problems);
    Indicator indicator;
    indicator.where = table.place();
    const TrackKind kind{read_measure(table), table.word("frequency", frequency_words)};
    if (kind.measure) indicator.measure = *kind.measure;
    if (kind.frequency) indicator.frequency = *kind.frequency;
    const auto polarity = table.word("polarity", polarity_words);
    if (polarity) indicator.polarity = *polarity;
    const auto year_rule = table.word("year_is", year_rule_words);
    if (year_rule) indicator.year_rule = *year_rule;
    const bool whole = kind.measure && kind.frequency && (milestone || (polarity && year_rule));
    indicator.code = table.text("code").value_or("");
    indicator.name = table.text("name").value_or("");
    indicator.objective = table.text("objective").value_or("");
    indicator.theme = table.text("theme").value_or("");
    if (const auto weight = table.number("weight")) indicator.weight = *weight;
    indicator.owner = table.text("owner").value_or("");
    indicator.narrative = table.text("narrative").value_or("");
    indicator.activity = table.texts("activity");
    indicator.figures = read_figures(table, reading);
    indicator.impact = read_impact(table, reading);
    indicator.likelihood = read_likelihood(table, reading);
    indicator.countermeasures = read_countermeasures(table, reading);
    indicator.track = read_track(table, kind, reading);
    if (milestone) return {std::move(indicator), whole};
    indicator.unit = table.text("unit").value_or("");
    indicator.seasonal_shares = table.numbers("seasonal_shares");
    for (const Node& part : table.list("component")) {
        indicator.components.push_back(read_component(part, kind, reading));
    }
    return {std::move(indicator), whole};
}

}  // namespace ontrack::inline v0::detail
