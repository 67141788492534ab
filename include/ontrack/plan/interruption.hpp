#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ontrack/base/error.hpp>
#include <ontrack/plan/statement.hpp>

namespace ontrack {
inline namespace v0 {

/// What an event does to a series: lifts or lowers it for good, changes its slope, or lifts or lowers it for a time.
enum class InterruptionKind : std::uint8_t { step, slope, temporary };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(InterruptionKind kind) noexcept;

/// A known event across which figures are not compared without saying so: a shopping centre opened, a recording rule changed.
struct Interruption {
    std::string code;  ///< unique in the plan
    std::string name;
    Date from;  ///< the first day that it touches
    std::optional<Date> to;  ///< the last day; only of a temporary one
    InterruptionKind kind = InterruptionKind::step;
    /// What it adds in each `per` (for a sum), or to the level; of a slope by how much more that is with each `per` that passes
    /// (the change of slope of an interrupted time series: Bernal, Cummins & Gasparrini 2017). Both ends the same where the plan
    /// gives one number. Empty: not known.
    std::optional<FigureRange> size;
    Frequency per = Frequency::year;
    std::vector<std::string> indicators;  ///< codes
    std::string note;
    Place where;
};

}  // namespace v0
}  // namespace ontrack
