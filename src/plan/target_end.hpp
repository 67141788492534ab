#pragma once

#include <optional>
#include <vector>

#include <ontrack/plan/indicator.hpp>

#include "plan/exact.hpp"

namespace ontrack::inline v0::detail {

/// Whether the target moves away from a baseline value.
[[nodiscard]] bool starts_from_baseline(const TargetRule& rule);
/// The comparator that the rule names; null where the track has none of that code.
[[nodiscard]] const Comparator* comparator_of(const CloseGap& rule, const Track& track);

/// The targets of the years after the baseline: one for each year, the last is the end.
[[nodiscard]] std::vector<Ratio> by_year(const PercentPerAnnum& rule, const Ratio& baseline, const Target& target);
/// The least measurable change in points, to 10 places (the square root has no end). \pre 0 ≤ baseline ≤ 100
[[nodiscard]] Ratio points_of(const MeasurableChange& rule, const Decimal& baseline);

/// Where the target's path ends; of a band the edge that polarity warns of (the upper one where low is good). Empty for a
/// milestone, a target that is not set, and where a value that it starts from is not there.
[[nodiscard]] std::optional<Ratio> end_of(const Indicator& indicator, const Track& track);
/// The other edge of a band.
[[nodiscard]] std::optional<Ratio> other_end_of(const Indicator& indicator, const Track& track);

}  // namespace ontrack::inline v0::detail
