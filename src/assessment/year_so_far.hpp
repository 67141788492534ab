#pragma once

#include <string>
#include <vector>

#include "assessment/status.hpp"

namespace ontrack::inline v0::detail {

/// The observations of one year of a track. Points into the track.
struct YearSoFar {
    Period year;
    Frequency frequency;
    std::vector<const Observation*> earlier{};  ///< with a value, of the years before
    std::vector<const Observation*> known{};    ///< with a value
    std::vector<const Observation*> unknown{};  ///< without a value: awaited, not collected, only a range or words …
    std::vector<Period> gaps{};                 ///< before the last known period, and without a value
    bool complete = false;  ///< the year's value is there: every period's, or the last for `latest`

    [[nodiscard]] const Observation* latest() const { return known.empty() ? nullptr : known.back(); }
    [[nodiscard]] bool from_start() const { return gaps.empty(); }
    [[nodiscard]] std::vector<DataState> states() const;
    /// Of everything that a projection of the year uses.
    [[nodiscard]] std::vector<DataState> states_projected_from(YearRule rule) const;
};

[[nodiscard]] YearSoFar year_so_far(const Indicator& indicator, const Track& track, const Period& year);

/// Whether the figure is for a part of its period only.
[[nodiscard]] bool is_part(const Observation& observation);

/// `there is no observation yet in 2017-18`, `the figure for 2017-18 Q1 is awaited`
[[nodiscard]] std::string why_nothing_is_known(const YearSoFar& so_far);

}  // namespace ontrack::inline v0::detail
