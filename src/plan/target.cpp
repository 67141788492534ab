#include <ontrack/plan/target.hpp>

#include <array>
#include <type_traits>

namespace ontrack {
inline namespace v0 {

std::string_view to_string(AnnualChange convention) noexcept {
    switch (convention) {
        case AnnualChange::compound:
            return "compound";
        case AnnualChange::simple:
            return "simple";
        case AnnualChange::rounded_each_year:
            return "rounded_each_year";
    }
    return {};
}

std::string_view to_string(const TargetRule& rule) noexcept {
    static constexpr std::array<std::string_view, std::variant_size_v<TargetRule>> words{
        "percent_per_annum", "percent_by_date", "absolute", "linear",    "floor",    "ceiling",
        "milestone",         "points_by_date",  "stepped",  "band",      "maintain", "close_gap",
        "measurable_change", "stretch",         "not_set",  "not_stated"};
    return words[rule.index()];
}

std::optional<Date> due_date(const TargetRule& rule, const std::optional<Period>& baseline_period, YearStart start) {
    return std::visit(
        [&](const auto& target) -> std::optional<Date> {
            using Rule = std::decay_t<decltype(target)>;
            if constexpr (std::is_same_v<Rule, PercentPerAnnum>) {
                if (!baseline_period) return std::nullopt;
                return baseline_period->year(start).plus(target.years).last_day();
            } else if constexpr (std::is_same_v<Rule, Stepped>) {
                return target.steps.empty() ? std::nullopt : std::optional(target.steps.back().by);
            } else if constexpr (std::is_same_v<Rule, NotSet> || std::is_same_v<Rule, NotStated>) {
                return std::nullopt;
            } else {
                return target.due;
            }
        },
        rule);
}

}  // namespace v0
}  // namespace ontrack
