#include <ontrack/plan/measure.hpp>

#include <array>

namespace ontrack {
inline namespace v0 {

std::string_view to_string(const Measure& measure) noexcept {
    static constexpr std::array<std::string_view, std::variant_size_v<Measure>> words{
        "count",     "rate",  "percentage",     "survey_percentage", "cohort_proportion",
        "milestone", "ratio", "detection_rate", "duration",          "money",
        "index"};
    return words[measure.index()];
}

bool is_percentage(const Measure& measure) noexcept {
    return std::holds_alternative<Percentage>(measure) || std::holds_alternative<SurveyPercentage>(measure) ||
           std::holds_alternative<CohortProportion>(measure) || std::holds_alternative<DetectionRate>(measure);
}

bool adds_up(const Measure& measure) noexcept {
    return std::holds_alternative<Count>(measure) || std::holds_alternative<Money>(measure);
}

std::optional<Decimal> per_of(const Measure& measure) noexcept {
    if (is_percentage(measure)) return Decimal(100);
    if (const auto* rate = std::get_if<Rate>(&measure)) return rate->per;
    if (const auto* ratio = std::get_if<EventRatio>(&measure)) return ratio->per;
    const auto* index = std::get_if<Index>(&measure);
    return index != nullptr && index->scale == IndexScale::ratio ? std::optional(Decimal(1)) : std::nullopt;
}

std::string_view to_string(IndexScale scale) noexcept {
    return scale == IndexScale::ratio ? "ratio" : "points";
}

std::string_view to_string(Polarity polarity) noexcept {
    return polarity == Polarity::low ? "low" : "high";
}

std::string_view to_string(YearRule rule) noexcept {
    switch (rule) {
        case YearRule::sum:
            return "sum";
        case YearRule::latest:
            return "latest";
        case YearRule::mean:
            return "mean";
        case YearRule::ratio_of_sums:
            return "ratio_of_sums";
    }
    return {};
}

}  // namespace v0
}  // namespace ontrack
