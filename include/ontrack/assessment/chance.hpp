#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <ontrack/outlook/projection.hpp>

namespace ontrack {
inline namespace v0 {

/// Where the interval of a value lies to the target: wholly on its good side (an end that equals the target is on it), on both
/// sides, or wholly on its bad side. Of a band: wholly within it, across an edge, or wholly beyond one.
enum class IntervalStatus : std::uint8_t { meets, open, misses, not_rated };
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(IntervalStatus status) noexcept;
/// "on target by more than chance", "no more than chance from the target", "off target by more than chance", "not rated"
[[nodiscard]] ONTRACK_EXPORT std::string_view to_words(IntervalStatus status) noexcept;

/// The year to date (of a level: its latest value, mean or ratio) with the interval that chance leaves it, against what
/// `year_to_date` is rated against. A count of everything is what it is; its interval is that of the level behind it.
struct RatedInterval {
    IntervalStatus status = IntervalStatus::not_rated;
    std::string reason{};  ///< why it is not rated, or empty; there may be an interval all the same
    std::string method{};  ///< of the interval, with its edition; empty without one
    std::string adjusted{};  ///< by which dispersion or design effect, or that it is not
    std::optional<Decimal> value{};
    std::optional<Interval> interval_95{};  ///< in the indicator's unit
    std::optional<Decimal> against{};  ///< the target, the path's value or the year's share
    std::optional<Decimal> other_edge{};  ///< of a band
    std::string qualified{};  ///< like `Rated::qualified`
    std::string sentence{};
};

/// A change between two figures, tested against none at all. `within`: the test does not tell it from chance at 5 %.
struct TestedChange {
    std::optional<bool> within{};  ///< empty: unknown, and `reason` says why
    std::string reason{};
    std::string test{};  ///< with its edition
    std::string adjusted{};  ///< by which dispersion or design effect, or that it is not
    std::optional<Decimal> before{}, now{};  ///< the two figures, as they are seen
    std::optional<double> p_value{};  ///< two-sided
    bool in_points = false;  ///< the change is in percentage points, else in per cent of the earlier rate
    bool per_day = false;  ///< counts over unequal numbers of days: the change is that of the daily rate
    std::optional<double> change{};  ///< empty where the earlier figure is zero
    std::optional<Interval>
        interval_95{};  ///< of the change; its upper end is infinite where the earlier figure is zero
    bool small_base = false;  ///< fewer events before than `SmallNumberRule::base`: no per cent of it should be quoted
    std::string qualified{};
    std::string sentence{};
};

}  // namespace v0
}  // namespace ontrack
