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

constexpr Words<IndexScale, 2> index_words{{{"ratio", IndexScale::ratio}, {"points", IndexScale::points}}};

constexpr Words<Profile, 4> profile_words{{{"flat", Profile::flat},
                                           {"days", Profile::days},
                                           {"working_days", Profile::working_days},
                                           {"past_years", Profile::past_years}}};

bool is_milestone(const Node& node) {
    const Node* measure = find(node, "measure");
    const auto* word = measure == nullptr ? nullptr : std::get_if<std::string>(&measure->value);
    return word != nullptr && *word == "milestone";
}

template <class Kind>
void check_key_of_measure(TableReader& table, const Measure& measure, std::string_view key, std::string_view title) {
    if (table.find(key) == nullptr || std::holds_alternative<Kind>(measure)) return;
    table.complain("unexpected-key", "only " + std::string(title) + " has the key `" + std::string(key) + "`", key,
                   "Remove it, or correct `measure`.");
}

std::optional<Measure> read_measure(TableReader& table) {
    const Words<Measure, 11> words{{{"count", Count{}},
                                    {"rate", Rate{Decimal(1)}},
                                    {"percentage", Percentage{}},
                                    {"survey_percentage", SurveyPercentage{}},
                                    {"cohort_proportion", CohortProportion{}},
                                    {"milestone", Milestone{}},
                                    {"ratio", EventRatio{}},
                                    {"detection_rate", DetectionRate{}},
                                    {"duration", Duration{}},
                                    {"money", Money{}},
                                    {"index", Index{}}}};
    auto measure = table.word("measure", words);
    const auto per = table.number("per");
    auto follow_up = table.text("follow_up");
    auto currency = table.text("currency");
    const auto index_as = table.word("index_as", index_words);
    if (!measure || std::holds_alternative<Milestone>(*measure)) return measure;
    check_key_of_measure<CohortProportion>(table, *measure, "follow_up", "a cohort proportion");
    check_key_of_measure<Money>(table, *measure, "currency", "money");
    check_key_of_measure<Index>(table, *measure, "index_as", "an index");
    if (auto* cohort = std::get_if<CohortProportion>(&*measure)) cohort->follow_up = follow_up.value_or("");
    if (auto* index = std::get_if<Index>(&*measure)) index->scale = index_as.value_or(IndexScale::ratio);
    if (auto* money = std::get_if<Money>(&*measure)) {
        if (table.find("currency") == nullptr) {
            table.complain("missing-key", "money needs the key `currency`", "currency", "Add `currency = \"GBP\"`.");
        }
        if (!currency) return std::nullopt;
        money->currency = *currency;
    }
    if (auto* ratio = std::get_if<EventRatio>(&*measure)) {
        if (per) ratio->per = *per;
        return measure;
    }
    if (auto* rate = std::get_if<Rate>(&*measure)) {
        if (table.find("per") == nullptr) {
            table.complain("missing-key", "a rate needs the key `per`", "per",
                           "Add `per = 10000`: the population that it counts in.");
        }
        if (!per) return std::nullopt;
        rate->per = *per;
    } else if (table.find("per") != nullptr) {
        table.complain("unexpected-key", "only a rate or ratio has the key `per`", "per",
                       "Remove it, or write `measure = \"rate\"`.");
    }
    return measure;
}

/// Of a survey it is called its design effect.
std::optional<Decimal> read_dispersion(TableReader& table, const Measure& measure) {
    check_key_of_measure<SurveyPercentage>(table, measure, "design_effect", "a survey percentage");
    auto design_effect = table.number("design_effect");
    auto dispersion = table.number("dispersion");
    if (!std::holds_alternative<SurveyPercentage>(measure)) return dispersion;
    if (table.find("dispersion") != nullptr) {
        table.complain("unexpected-key", "the dispersion of a survey is its design effect", "dispersion",
                       "Write `design_effect`.");
    }
    return design_effect;
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
    indicator.sum_of = table.texts("sum_of");
    indicator.seasonal_shares = table.numbers("seasonal_shares");
    indicator.profile = table.word("profile", profile_words);
    if (kind.measure) indicator.dispersion = read_dispersion(table, *kind.measure);
    for (const Node& part : table.list("component")) {
        indicator.components.push_back(read_component(part, kind, reading));
    }
    return {std::move(indicator), whole};
}

}  // namespace ontrack::inline v0::detail
