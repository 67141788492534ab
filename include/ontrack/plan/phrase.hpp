#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ontrack/plan/measure.hpp>
#include <ontrack/plan/target.hpp>

namespace ontrack {
inline namespace v0 {

/// What is known besides the phrase. The less is known, the more readings there are.
struct PhraseContext {
    std::optional<Decimal> baseline{};
    std::optional<Period> baseline_period{};  ///< a year, or a period of one
    std::optional<Polarity> polarity{};
    /// Whether the values are per cent of something, so that "up 5 %" may mean points; empty: not known.
    std::optional<bool> in_percent{};
    YearStart year_start{};
    int decimals = 0;  ///< places of the rounded values
    Rounding rounding = Rounding::half_up;
};

/// A value on the path of a reading.
struct PhraseValue {
    std::string when;  ///< `2018-19`, `year 2` where the baseline's year is not known, or `by 31 March 2019`
    Decimal unrounded;  ///< 12 places where it does not end
    bool exact;
    Decimal rounded;
};

/// One meaning of a phrase: the rule, what sets it apart in words, and its numbers (empty where the baseline is not known).
struct PhraseReading {
    TargetRule rule;
    std::string words;
    std::vector<PhraseValue> values;
};

/// Every reading of an English phrase that states a target, such as
/// `reduce by 5 % per annum for three years`, `by 5 % by 31 March 2019`, `up 5 %`, `from 18 to 40 by 31 March 2020`,
/// `18-25-40`, `at least 75 %`, `between 10 and 20`, `maintain within 2 points`, `close half of the gap to national by 2009/10`.
/// Words that it does not know are passed over; a number that it cannot place is an error. Throws `PlanError`:
/// `not-a-target-phrase`, `unplaced-number`, `needs-years`, `needs-day`.
[[nodiscard]] ONTRACK_EXPORT std::vector<PhraseReading> parse_target_phrase(std::string_view phrase,
                                                                            const PhraseContext& context = {});

}  // namespace v0
}  // namespace ontrack
