#pragma once

#include <optional>

#include <ontrack/plan/indicator.hpp>

#include "plan/exact.hpp"

namespace ontrack::inline v0::detail {

/// The track's own value of the period, where it has one.
[[nodiscard]] std::optional<ComparedFigure> own_figure(const Track& track, const std::optional<Period>& period);
/// The comparator's value as an exact ratio: given, or the average of those who are members in `period`, with `own` among
/// them where the own area is in. Empty for an own value and where a figure that it needs is not there.
[[nodiscard]] std::optional<Ratio> exact_comparator_value(const Indicator& indicator, const Comparator& comparator,
                                                          const std::optional<Period>& period,
                                                          const std::optional<ComparedFigure>& own);

}  // namespace ontrack::inline v0::detail
