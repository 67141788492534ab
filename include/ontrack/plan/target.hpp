#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <ontrack/base/error.hpp>
#include <ontrack/base/quantity.hpp>
#include <ontrack/calendar/period.hpp>

namespace ontrack {
inline namespace v0 {

/// What "so many per cent a year" means, year by year: on the year before (`compound`), on the baseline (`simple`), or on the
/// year before as it was rounded (`rounded_each_year`). 1681 less 1 % a year: 1664, 1648, 1631, or 1664, 1647, 1631 for both others.
enum class AnnualChange : std::uint8_t { compound, simple, rounded_each_year };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(AnnualChange convention) noexcept;

/// Change by `change` per cent a year on the baseline, for `years` years: in year k b(1 + c/100)^k compound, b(1 + kc/100)
/// simple, or each year's rounded target (1 + c/100) rounded again.
struct PercentPerAnnum {
    Percent change;
    int years;
    AnnualChange convention = AnnualChange::compound;
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

/// Change by `points` percentage points on the baseline by `due`, on a straight line; without `due` for every year. For
/// measures in per cent.
struct PointsByDate {
    Decimal points;
    std::optional<Date> due;
};
/// Values that take turns: each holds from the day after the one before to its own day.
struct Step {
    Date by;
    Decimal value;
};
struct Stepped {
    std::vector<Step> steps;  ///< at least one, in order of their days
};
/// Never below `lower` and never above `upper`.
struct Band {
    Decimal lower;
    Decimal upper;
    std::optional<Date> due;
};
/// At least as good as the baseline, within a margin of equivalence given as such or in per cent of the baseline (at most one
/// of the two; none is a margin of zero).
struct Maintain {
    std::optional<Decimal> margin;
    std::optional<Percent> margin_percent;
    std::optional<Date> due;
};
/// Close `share` of the gap between the baseline and the value of a comparator of the indicator, on a straight line.
struct CloseGap {
    Percent share;
    std::string comparator;  ///< its code
    Date due;
};
/// The least change from the baseline that is significant between two surveys of `sample` people each:
/// z·√(2p(1 − p)/(n/d)) with the design effect d; 4.2 points for p = 0.5 and n = 1100 at 95 %. For measures in per cent.
struct MeasurableChange {
    Decimal sample;
    Percent confidence{Decimal(95)};
    Decimal design_effect{1};
    std::optional<Date> due;
};
/// A stretch target with a reward grant: of the way from what is expected `without` the agreement to `value`, the share that is
/// reached by `due` is paid, from `threshold` on and up to `cap`.
struct Stretch {
    Decimal without;
    Decimal value;
    Date due;
    Percent threshold{Decimal(60)};
    Percent cap{Decimal(100)};
    std::optional<Decimal> grant{};  ///< none: the plan does not say how much
    std::string currency = "GBP";  ///< three letters (ISO 4217)
};
/// Not set yet: nothing is rated against it.
struct NotSet {
    std::string note{};  ///< as the document says it
    std::optional<Date> expected{};  ///< when it is to be set
};
/// There is a target, and the document does not say what it is: nothing is rated against it but by the document itself.
struct NotStated {
    std::string note{};  ///< what the document says of it
    bool reward_grant = false;  ///< whether a reward grant hangs on it
};

using TargetRule =
    std::variant<PercentPerAnnum, PercentByDate, AbsoluteTarget, LinearTo, Floor, Ceiling, MilestoneBy, PointsByDate,
                 Stepped, Band, Maintain, CloseGap, MeasurableChange, Stretch, NotSet, NotStated>;

/// What was promised, and how its values are rounded for comparing and printing.
struct Target {
    TargetRule rule;
    int decimals = 0;  ///< places of the rounded target
    Rounding rounding = Rounding::half_up;  ///< how it is rounded
    Place where;
};

/// The words of the plan file: `percent_per_annum`, `percent_by_date`, `absolute`, `linear`, `floor`, `ceiling`, `milestone`,
/// `points_by_date`, `stepped`, `band`, `maintain`, `close_gap`, `measurable_change`, `stretch`, `not_set`, `not_stated`.
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(const TargetRule& rule) noexcept;
/// The deadline, where the rule or (for a change per annum) the baseline's period gives one.
[[nodiscard]] ONTRACK_EXPORT std::optional<Date> due_date(const TargetRule& rule,
                                                          const std::optional<Period>& baseline_period,
                                                          YearStart start);

}  // namespace v0
}  // namespace ontrack
