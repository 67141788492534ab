#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ontrack/base/decimal.hpp>
#include <ontrack/base/error.hpp>
#include <ontrack/calendar/period.hpp>
#include <ontrack/plan/measure.hpp>
#include <ontrack/plan/statement.hpp>

namespace ontrack {
inline namespace v0 {

/// A part of a figure: 3 of the 11 contracts were with street drinkers.
struct FigurePart {
    std::string name;
    Decimal value;
};

/// A named figure that stands beside a baseline or an indicator but is not an observation of its target.
struct Figure {
    std::string name;
    std::optional<Decimal> value;  ///< empty where it is inexact
    std::string unit;
    std::optional<InexactFigure> inexact{};
    std::vector<FigurePart> parts{};  ///< that the document gives; they may not add up
    Place where{};
};

/// What was seen in one period.
struct Observation {
    Period period;
    /// The figure as reported: a count, a rate, or per cent (60 is 60 %). Where only numerator and denominator were
    /// reported it is derived from them (per cent or per N, 12 places). Empty when the state
    /// says so, and where there are only an inexact figure or words.
    std::optional<Decimal> value;
    /// Events or successes, and the population, cohort or sample they are out of. Both or neither; beside an inexact figure
    /// the denominator alone may be there.
    std::optional<Decimal> numerator;
    std::optional<Decimal> denominator;
    DataState state = DataState::final;
    /// Last day that the figure covers, when that is not the whole period.
    std::optional<Date> up_to;
    /// Milestones only: the day it was done.
    std::optional<Date> done;
    std::string note;
    Place where;
    /// A figure that is no single number; then there is no `value`.
    std::optional<InexactFigure> inexact{};
    /// What the document says in words, beside a figure or instead of one.
    std::optional<Reported> reported{};
    /// How the value was worked out, where the document does not give it: "half of 2004". Empty: it is the document's own.
    std::string derived_from{};
    std::vector<FigurePart> parts{};  ///< of the value, that the document gives; they may not add up

    /// The last day the observation speaks of: `done`, else `up_to`, else the period's last day.
    [[nodiscard]] ONTRACK_EXPORT Date last_day() const;
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
