#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ontrack/base/decimal.hpp>
#include <ontrack/base/error.hpp>
#include <ontrack/calendar/period.hpp>
#include <ontrack/plan/measure.hpp>

namespace ontrack {
inline namespace v0 {

/// What was seen in one period.
struct Observation {
    Period period;
    /// The figure as reported: a count, a rate, or per cent (60 is 60 %). Where only numerator and denominator were
    /// reported it is derived from them (per cent or per N, 12 places). Empty when the state says so.
    std::optional<Decimal> value;
    /// Events or successes, and the population, cohort or sample they are out of. Both or neither.
    std::optional<Decimal> numerator;
    std::optional<Decimal> denominator;
    DataState state = DataState::final;
    /// Last day that the figure covers, when that is not the whole period.
    std::optional<Date> up_to;
    /// Milestones only: the day it was done.
    std::optional<Date> done;
    std::string note;
    Place where;

    /// The last day the observation speaks of: `done`, else `up_to`, else the period's last day.
    [[nodiscard]] ONTRACK_EXPORT Date last_day() const;
};

/// A named figure that stands beside a baseline or an indicator but is not an observation of its target.
struct Figure {
    std::string name;
    Decimal value;
    std::string unit;
};

/// Where the indicator started. `value` is empty when the plan has no baseline value (then `note` or `figures` may say
/// what there is instead).
struct Baseline {
    std::optional<Decimal> value;
    std::optional<Period> period;
    std::vector<Figure> figures;
    std::string note;
    Place where;
};

}  // namespace v0
}  // namespace ontrack
