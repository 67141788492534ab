#include <ontrack/plan/target.hpp>

#include <array>
#include <type_traits>

namespace ontrack {
inline namespace v0 {

std::string_view to_string(const TargetRule& rule) noexcept {
    static constexpr std::array<std::string_view, std::variant_size_v<TargetRule>> words{
        "percent_per_annum", "percent_by_date", "absolute", "linear", "floor", "ceiling", "milestone"};
    return words[rule.index()];
}

std::optional<Date> due_date(const TargetRule& rule, const std::optional<Period>& baseline_period, YearStart start) {
    return std::visit(
        [&](const auto& target) -> std::optional<Date> {
            if constexpr (std::is_same_v<std::decay_t<decltype(target)>, PercentPerAnnum>) {
                if (!baseline_period) return std::nullopt;
                return baseline_period->year(start).plus(target.years).last_day();
            } else {
                return target.due;
            }
        },
        rule);
}

}  // namespace v0
}  // namespace ontrack
