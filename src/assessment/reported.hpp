#pragma once

#include <ontrack/plan/measure.hpp>
#include <ontrack/plan/statement.hpp>

namespace ontrack::inline v0::detail {

/// Whether the document speaks of the target to date; else of the track to the year's end.
[[nodiscard]] bool speaks_of_target(ReportedStatus status) noexcept;
/// Whether its words say that the target is met, or will be.
[[nodiscard]] bool says_good(ReportedStatus status, Polarity polarity) noexcept;

}  // namespace ontrack::inline v0::detail
