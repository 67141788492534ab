#include "report/lines.hpp"

#include <algorithm>
#include <tuple>
#include <variant>

namespace ontrack::inline v0::detail::report {

bool Line::is_milestone() const {
    return std::holds_alternative<Milestone>(indicator.measure);
}

std::string Line::full_name() const {
    return component ? indicator.name + ": " + component->name : indicator.name;
}

std::vector<Line> lines_of(const Review& review, std::size_t i) {
    const Indicator& indicator = review.plan.indicators[i];
    const IndicatorReview& result = review.indicators[i];
    std::vector<Line> lines{
        {indicator, nullptr, indicator.track, result.assessment.whole, &result.risk, result.assessment.parts}};
    for (std::size_t k = 0; k < indicator.components.size(); ++k) {
        const Component& component = indicator.components[k];
        lines.push_back({indicator, &component, component.track, result.assessment.parts[k], nullptr});
    }
    return lines;
}

std::vector<Section> sections_of(const Review& review) {
    std::vector<Section> sections;
    for (const Theme& theme : review.plan.themes) sections.push_back({theme.name, {}});
    sections.push_back({"", {}});
    for (std::size_t i = 0; i < review.plan.indicators.size(); ++i) {
        const auto theme = std::find_if(review.plan.themes.begin(), review.plan.themes.end(), [&](const Theme& each) {
            return each.code == review.plan.indicators[i].theme;
        });
        const auto place = static_cast<std::size_t>(theme - review.plan.themes.begin());
        for (const Line& line : lines_of(review, i)) sections[place].lines.push_back(line);
    }
    std::erase_if(sections, [](const Section& section) { return section.lines.empty(); });
    return sections;
}

std::vector<const Placement*> ranked_risks(const Review& review) {
    std::vector<const Placement*> risks;
    for (const Placement& risk : review.risks) risks.push_back(&risk);
    const auto rank = [](const Placement* risk) {
        return std::tuple(risk->rating, risk->likelihood, risk->probability_missed);
    };
    std::stable_sort(risks.begin(), risks.end(),
                     [&](const Placement* a, const Placement* b) { return rank(a) > rank(b); });
    return risks;
}

std::vector<RiskGroup> risk_groups(const Review& review) {
    std::vector<RiskGroup> groups{{"Risk that the target is missed", "Likelihood of missing", {}},
                                  {"Other risks", "Likelihood", {}}};
    for (const Placement* risk : ranked_risks(review)) groups[risk->from_register ? 1 : 0].risks.push_back(risk);
    std::erase_if(groups, [](const RiskGroup& group) { return group.risks.empty(); });
    return groups;
}

}  // namespace ontrack::inline v0::detail::report
