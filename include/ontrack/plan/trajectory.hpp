#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ontrack/plan/indicator.hpp>

namespace ontrack {
inline namespace v0 {

/// The line that a path follows between baseline and deadline.
enum class PathRule : std::uint8_t { linear, compound, constant, simple, rounded_each_year, stepped };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(PathRule rule) noexcept;

/// The other edge of a band: the least value where low is good, the greatest where high is.
struct Edge {
    Decimal unrounded;
    Decimal rounded;
};

struct TrajectoryPoint {
    Period period;
    /// The exact value; where no `Decimal` holds it (25.33…), 12 places of it and `exact` is false.
    Decimal unrounded;
    bool exact;
    /// The exact value (not the 12 places) rounded by the target's own rule.
    Decimal rounded;
    std::optional<Edge> other_edge{};  ///< of a band only
};

/// The path from baseline to deadline, one value per period. For an indicator whose year is its latest value the periods are
/// the indicator's own, so that the year's last point is the year's target; for every other year rule they are years.
/// A target without a deadline has a constant path through the year asked for. Paths per annum of a `latest` indicator step
/// once a year. A path begins with the period after the baseline's, or, where there is no baseline period, with the year
/// asked for; a path whose deadline is inside a period ends with that period.
struct Trajectory {
    PathRule rule;
    std::string basis;  ///< one sentence: "1681 × (1 − 1 %)^k, k years after 2016-17"
    std::vector<TrajectoryPoint> points;

    /// The point of this very period, or empty.
    [[nodiscard]] ONTRACK_EXPORT std::optional<TrajectoryPoint> at(const Period& period) const;
    /// The point that ends the year (the target for the year), or empty when the path does not reach it.
    [[nodiscard]] ONTRACK_EXPORT std::optional<TrajectoryPoint> at_end_of(const Period& year) const;
};

/// The path of a track's target, extended with constant value to `year` where the target has no deadline. Empty for a track
/// without target, for a milestone and a target that is not set, and where the target starts from a value or period that the plan
/// does not hold. Of a band each point is the edge that polarity warns of: the upper one where low is good.
[[nodiscard]] ONTRACK_EXPORT std::optional<Trajectory> trajectory(const Indicator& indicator, const Track& track,
                                                                  const Period& year);

}  // namespace v0
}  // namespace ontrack
