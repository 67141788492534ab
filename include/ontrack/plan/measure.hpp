#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <ontrack/base/quantity.hpp>
#include <ontrack/plan/data_state.hpp>

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
    std::string follow_up{};  ///< for how long, in words: "6 months"; may be empty
    friend bool operator==(const CohortProportion&, const CohortProportion&) = default;
};
/// Something that is done by a date, or not.
struct Milestone {
    friend bool operator==(const Milestone&, const Milestone&) = default;
};

/// Events for every `per` of something that is no population: 0.78 reoffences per 1 a year before. May exceed `per`.
struct EventRatio {
    Decimal per{1};
    friend bool operator==(const EventRatio&, const EventRatio&) = default;
};
/// A share in per cent of the recorded offences that were detected (sanction detections).
struct DetectionRate {
    friend bool operator==(const DetectionRate&, const DetectionRate&) = default;
};
/// A length of time; the indicator's `unit` says in what.
struct Duration {
    friend bool operator==(const Duration&, const Duration&) = default;
};
/// An amount of money.
struct Money {
    std::string currency;  ///< three letters: GBP
    friend bool operator==(const Money&, const Money&) = default;
};
/// How an index states what is seen against what is expected: "over-represented by 29 %" is a ratio of 1.29, or 29
/// percentage points more than expected.
enum class IndexScale : std::uint8_t { ratio, points };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(IndexScale scale) noexcept;
/// What is seen against what is expected: disproportionality. As a ratio 1 is what is expected, and an observation's numerator
/// is the number seen, its denominator the number expected; in points 0 is.
struct Index {
    IndexScale scale = IndexScale::ratio;
    friend bool operator==(const Index&, const Index&) = default;
};

/// What an indicator's numbers are.
using Measure = std::variant<Count, Rate, Percentage, SurveyPercentage, CohortProportion, Milestone, EventRatio,
                             DetectionRate, Duration, Money, Index>;

/// `count`, `rate`, `percentage`, `survey_percentage`, `cohort_proportion`, `milestone`, `ratio`, `detection_rate`, `duration`,
/// `money`, `index`: the words of the plan file.
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(const Measure& measure) noexcept;
/// Whether values are per cent of something (a value of 60 is 60 %).
[[nodiscard]] ONTRACK_EXPORT bool is_percentage(const Measure& measure) noexcept;

/// Whether values of several periods or parts add up: counts and money do.
[[nodiscard]] ONTRACK_EXPORT bool adds_up(const Measure& measure) noexcept;
/// What numerator/denominator is multiplied by to give a value: `per` of a rate or ratio, 100 for a percentage, 1 for an index
/// that is a ratio. Empty where a value is no ratio.
[[nodiscard]] ONTRACK_EXPORT std::optional<Decimal> per_of(const Measure& measure) noexcept;

/// Which direction is good. Always stated in the plan, never guessed from a name.
enum class Polarity : std::uint8_t { low, high };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(Polarity polarity) noexcept;

/// How an indicator's periods make its year: the sum of counts, the latest value, the mean of the values, or the ratio of
/// the summed numerators to the summed denominators.
enum class YearRule : std::uint8_t { sum, latest, mean, ratio_of_sums };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(YearRule rule) noexcept;

}  // namespace v0
}  // namespace ontrack
