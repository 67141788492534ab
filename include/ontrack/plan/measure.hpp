#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <ontrack/base/quantity.hpp>

namespace ontrack {
inline namespace v0 {

/// Events counted over a period: offences, victims, incidents.
struct Count {
    friend bool operator==(const Count&, const Count&) = default;
};
/// Events per `per` of a population (18 cases per 10,000).
struct Rate {
    Decimal per;
    friend bool operator==(const Rate&, const Rate&) = default;
};
/// A share of a whole, in per cent, from a full count of that whole.
struct Percentage {
    friend bool operator==(const Percentage&, const Percentage&) = default;
};
/// A share in per cent estimated from a sample of people asked; the denominator of an observation is the sample size.
struct SurveyPercentage {
    friend bool operator==(const SurveyPercentage&, const SurveyPercentage&) = default;
};
/// A share in per cent of a (small) cohort, each member followed to an outcome.
struct CohortProportion {
    friend bool operator==(const CohortProportion&, const CohortProportion&) = default;
};
/// Something that is done by a date, or not.
struct Milestone {
    friend bool operator==(const Milestone&, const Milestone&) = default;
};

/// What an indicator's numbers are.
using Measure = std::variant<Count, Rate, Percentage, SurveyPercentage, CohortProportion, Milestone>;

/// `count`, `rate`, `percentage`, `survey_percentage`, `cohort_proportion`, `milestone`: the words of the plan file.
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(const Measure& measure) noexcept;
/// Whether values are per cent of something (a value of 60 is 60 %).
[[nodiscard]] ONTRACK_EXPORT bool is_percentage(const Measure& measure) noexcept;

/// Which direction is good. Always stated in the plan, never guessed from a name.
enum class Polarity : std::uint8_t { low, high };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(Polarity polarity) noexcept;

/// How an indicator's periods make its year: the sum of counts, the latest value, the mean of the values, or the ratio of
/// the summed numerators to the summed denominators.
enum class YearRule : std::uint8_t { sum, latest, mean, ratio_of_sums };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(YearRule rule) noexcept;

/// How much an observation can be trusted. `awaited`: the figure exists or will, but is not here yet; `not_collected`: it
/// never will be. Neither has a value.
enum class DataState : std::uint8_t { final, provisional, proxy, awaited, not_collected };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(DataState state) noexcept;
/// Whether an observation in this state has a value: final, provisional and proxy do.
[[nodiscard]] ONTRACK_EXPORT bool has_value(DataState state) noexcept;

}  // namespace v0
}  // namespace ontrack
