#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include <ontrack/base/error.hpp>
#include <ontrack/base/quantity.hpp>
#include <ontrack/calendar/period.hpp>

namespace ontrack {
inline namespace v0 {

/// Change by `change` per cent a year, compound, on the baseline, for `years` years: b(1 + c/100)^k in year k.
struct PercentPerAnnum {
    Percent change;
    int years;
};
/// Change by `change` per cent of the baseline by `due`, on a straight line; without `due` the document gives no deadline and
/// the changed value holds for every year.
struct PercentByDate {
    Percent change;
    std::optional<Date> due;
};
/// The value itself, for every year up to `due` (every year when there is none).
struct AbsoluteTarget {
    Decimal value;
    std::optional<Date> due;
};
/// A straight line from the baseline to `value` at `due`.
struct LinearTo {
    Decimal value;
    Date due;
};
/// A level that must never be below the value, given as such or as a change in per cent on the baseline (one of the two).
struct Floor {
    std::optional<Decimal> value;
    std::optional<Percent> change;
    std::optional<Date> due;
};
/// A level that must never be above the value, given like a floor.
struct Ceiling {
    std::optional<Decimal> value;
    std::optional<Percent> change;
    std::optional<Date> due;
};
/// Done by the day.
struct MilestoneBy {
    Date due;
};

using TargetRule = std::variant<PercentPerAnnum, PercentByDate, AbsoluteTarget, LinearTo, Floor, Ceiling, MilestoneBy>;

/// What was promised, and how its values are rounded for comparing and printing.
struct Target {
    TargetRule rule;
    int decimals = 0;  ///< places of the rounded target
    Rounding rounding = Rounding::half_up;  ///< how it is rounded
    Place where;
};

/// `percent_per_annum`, `percent_by_date`, `absolute`, `linear`, `floor`, `ceiling`, `milestone`: the words of the plan file.
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(const TargetRule& rule) noexcept;
/// The deadline, where the rule or (for a change per annum) the baseline's period gives one.
[[nodiscard]] ONTRACK_EXPORT std::optional<Date> due_date(const TargetRule& rule,
                                                          const std::optional<Period>& baseline_period,
                                                          YearStart start);

}  // namespace v0
}  // namespace ontrack
