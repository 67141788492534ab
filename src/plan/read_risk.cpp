#include <algorithm>
#include <string>

#include "plan/reading.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// A probability written as a number or as `1/3`.
std::optional<Probability> probability_of(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto top = Decimal::parse(text.substr(0, slash));
    const auto bottom = slash == std::string_view::npos ? Decimal(1) : Decimal::parse(text.substr(slash + 1));
    if (!top || !bottom || top->sign() < 0 || bottom->sign() <= 0 || *top > *bottom) return std::nullopt;
    return Probability(top->to_double() / bottom->to_double());
}

LikelihoodLevel read_level(const Node& node, Problems& problems, bool& complete) {
    TableReader table(node, likelihood_level_format, problems);
    LikelihoodLevel level;
    level.name = table.text("name").value_or("");
    if (const Node* below = table.find("below")) {
        const auto* written = std::get_if<std::string>(&below->value);
        if (written != nullptr) {
            level.below_text = *written;
        } else if (const auto number = table.number("below")) {
            level.below_text = number->to_string();
        }
        level.below = probability_of(level.below_text);
        if (!level.below && table.complete()) {
            table.complain("not-a-probability", in_ticks(level.below_text) + " is not a probability", "below",
                           "Write a number from 0 to 1, or a fraction such as \"1/3\".");
        }
    }
    complete = complete && table.complete();
    return level;
}

std::vector<std::string_view> views(const std::vector<std::string>& names) {
    return {names.begin(), names.end()};
}

/// A judgement is a level's name alone, or a table.
template <class Judgement, class Level>
std::optional<Judgement> read_judgement(TableReader& table, std::string_view key, const std::vector<std::string>& names,
                                        const Reading& reading) {
    const Node* node = table.find(key);
    if (node == nullptr) return std::nullopt;
    if (std::holds_alternative<std::string>(node->value)) {
        if (!reading.scales) return std::nullopt;
        const auto level = table.position(key, views(names));
        if (!level) return std::nullopt;
        return Judgement{Level{*level}, false, {}};
    }
    TableReader judgement(*node, judgement_format, reading.problems);
    const auto level = reading.scales ? judgement.position("level", views(names)) : std::nullopt;
    const bool provisional = judgement.flag("provisional").value_or(false);
    std::string reason = judgement.text("reason").value_or("");
    if (!level) return std::nullopt;
    return Judgement{Level{*level}, provisional, std::move(reason)};
}

}  // namespace

std::optional<RiskScales> read_scales(const Node& node, Problems& problems) {
    TableReader table(node, risk_scales_format, problems);
    bool complete = true;
    RiskScales scales;
    for (const Node& level : table.list("likelihood"))
        scales.likelihood.push_back(read_level(level, problems, complete));
    scales.impact = table.texts("impact");
    scales.rating = table.texts("rating");
    if (!table.complete()) return std::nullopt;
    for (const std::string_view key : {"likelihood", "impact", "rating"}) {
        if (table.list(key).size() <= 20) continue;
        table.complain("long-scale", "a scale has at most 20 levels", key, "Merge some of them.");
    }
    if (!table.complete()) return std::nullopt;
    const auto ratings = views(scales.rating);
    for (const Node& row : table.list("matrix")) {
        const auto* cells = std::get_if<Node::Array>(&row.value);
        if (cells == nullptr) {
            problems.add("wrong-type", "expected a list, found " + std::string(kind_of(row)), row,
                         "Write one list of ratings for each likelihood, lowest first.");
            return std::nullopt;
        }
        auto& ratings_of_row = scales.matrix.emplace_back();
        for (const Node& cell : *cells) {
            const auto* name = std::get_if<std::string>(&cell.value);
            const auto found = name == nullptr ? ratings.end() : std::find(ratings.begin(), ratings.end(), *name);
            if (found == ratings.end()) {
                problems.add(
                    "unknown-rating",
                    (name == nullptr ? std::string(kind_of(cell)) : in_ticks(*name)) + " is not a rating of this plan",
                    cell, "Write one of: " + listed(ratings) + ".");
                complete = false;
                continue;
            }
            ratings_of_row.push_back(Rating{static_cast<std::size_t>(found - ratings.begin())});
        }
    }
    return complete && table.complete() ? std::optional(scales) : std::nullopt;
}

std::optional<LikelihoodJudgement> read_likelihood(TableReader& table, const Reading& reading) {
    std::vector<std::string> names;
    if (reading.scales) {
        for (const LikelihoodLevel& level : reading.scales->likelihood) names.push_back(level.name);
    }
    return read_judgement<LikelihoodJudgement, Likelihood>(table, "likelihood", names, reading);
}

std::optional<ImpactJudgement> read_impact(TableReader& table, const Reading& reading) {
    const auto names = reading.scales ? reading.scales->impact : std::vector<std::string>{};
    return read_judgement<ImpactJudgement, Impact>(table, "impact", names, reading);
}

std::vector<Countermeasure> read_countermeasures(TableReader& table, const Reading& reading) {
    std::vector<Countermeasure> countermeasures;
    for (const Node& node : table.list("countermeasures")) {
        TableReader countermeasure(node, countermeasure_format, reading.problems);
        countermeasures.push_back(
            {countermeasure.text("text").value_or(""), countermeasure.text("owner").value_or("")});
    }
    return countermeasures;
}

RiskEntry read_risk(const Node& node, const Reading& reading) {
    TableReader table(node, risk_format, reading.problems);
    RiskEntry risk;
    risk.where = table.place();
    risk.code = table.text("code").value_or("");
    risk.description = table.text("description").value_or("");
    risk.indicator = table.text("indicator").value_or("");
    risk.board = table.text("board").value_or("");
    risk.likelihood = read_likelihood(table, reading);
    risk.impact = read_impact(table, reading);
    risk.countermeasures = read_countermeasures(table, reading);
    return risk;
}

}  // namespace ontrack::inline v0::detail
