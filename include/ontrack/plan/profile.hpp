#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <ontrack/base/decimal.hpp>
#include <ontrack/calendar/period.hpp>

namespace ontrack {
inline namespace v0 {

struct Indicator;
struct Track;

/// How a year's target is spread over the periods of the year: equally, by their days, by their working days (`working_days`),
/// or as the complete years before were.
enum class Profile : std::uint8_t { flat, days, working_days, past_years };
/// `flat`, `days`, `working_days`, `past_years`
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(Profile profile) noexcept;

/// The weight of each period in its year.
struct YearProfile {
    std::vector<Decimal> shares;  ///< one for each period of the year; not negative, of a positive sum, in any unit
    std::string basis;  ///< in words: `the working days of the quarters`
};

/// The profile of a track's year: the plan's seasonal shares, else its `profile`. Past years are those before `year` of which
/// every whole period has a value; where there is none the shares are equal, and `basis` says so.
[[nodiscard]] ONTRACK_EXPORT YearProfile year_profile(const Indicator& indicator, const Track& track,
                                                      const Period& year);

/// The weight of a part of a period: its working days for that profile, else its days.
[[nodiscard]] ONTRACK_EXPORT int weight_of(Profile profile, const DateRange& days);

}  // namespace v0
}  // namespace ontrack
