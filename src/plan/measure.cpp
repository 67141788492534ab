#include <ontrack/plan/measure.hpp>

#include <array>

namespace ontrack {
inline namespace v0 {

std::string_view to_string(const Measure& measure) noexcept {
    static constexpr std::array<std::string_view, std::variant_size_v<Measure>> words{
        "count", "rate", "percentage", "survey_percentage", "cohort_proportion", "milestone"};
    return words[measure.index()];
}

bool is_percentage(const Measure& measure) noexcept {
    return std::holds_alternative<Percentage>(measure) || std::holds_alternative<SurveyPercentage>(measure) ||
           std::holds_alternative<CohortProportion>(measure);
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

std::string_view to_string(DataState state) noexcept {
    switch (state) {
        case DataState::final:
            return "final";
        case DataState::provisional:
            return "provisional";
        case DataState::proxy:
            return "proxy";
        case DataState::awaited:
            return "awaited";
        case DataState::not_collected:
            return "not_collected";
    }
    return {};
}

bool has_value(DataState state) noexcept {
    return state == DataState::final || state == DataState::provisional || state == DataState::proxy;
}

}  // namespace v0
}  // namespace ontrack
