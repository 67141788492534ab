#include "assessment/travel.hpp"

#include <algorithm>

#include "assessment/interruption.hpp"
#include "assessment/wording.hpp"

namespace ontrack {
inline namespace v0 {

std::string_view to_string(Direction direction) noexcept {
    switch (direction) {
        case Direction::improving:
            return "improving";
        case Direction::unchanged:
            return "unchanged";
        case Direction::worsening:
            return "worsening";
        case Direction::not_rated:
            return "not_rated";
    }
    return {};
}

namespace detail {
namespace {

Direction direction(const Decimal& before, const Decimal& now, Polarity polarity) {
    if (now == before) return Direction::unchanged;
    return (now < before) == (polarity == Polarity::low) ? Direction::improving : Direction::worsening;
}

std::string covers_a_part(const Observation& seen) {
    return "the figure for " + seen.period.label() + " goes only up to " + seen.up_to->to_words();
}

}  // namespace

const Observation* seen_in(const Track& track, const Period& period) {
    const auto found = std::find_if(track.observations.begin(), track.observations.end(),
                                    [&](const Observation& seen) { return seen.period == period && seen.value; });
    return found == track.observations.end() ? nullptr : &*found;
}

Travel travel(const Indicator& indicator, const Track& track, const YearSoFar& so_far, int back,
              const std::vector<const Interruption*>& interruptions) {
    Travel travel;
    const Observation* now = so_far.latest();
    if (!now) {
        travel.reason = why_nothing_is_known(so_far);
        return travel;
    }
    travel.from = now->period.plus(-back);
    travel.to = now->period;
    travel.now = now->value;

    const Observation* before = seen_in(track, *travel.from);
    std::vector<DataState> states{now->state};
    if (before) {
        travel.before = before->value;
        states.push_back(before->state);
    } else if (track.baseline && track.baseline->period == travel.from) {
        travel.before = track.baseline->value;
    }
    if (!travel.before) {
        travel.reason = "no figure for " + travel.from->label();
    } else if (is_part(*now)) {
        travel.reason = covers_a_part(*now);
    } else if (before && is_part(*before)) {
        travel.reason = covers_a_part(*before);
    } else if (join_compare(states) == DataState::not_comparable) {
        travel.reason = "the figure for " +
                        (now->state == DataState::not_comparable ? now->period : *travel.from).label() +
                        " is not comparable with others";
    } else {
        travel.direction = direction(*travel.before, *travel.now, indicator.polarity);
        travel.qualified = joined_by(
            without_empty({qualification(states),
                           interruption_words(between(interruptions, *travel.from, *travel.to), "between the two")}),
            " and ");
    }
    return travel;
}

}  // namespace detail
}  // namespace v0
}  // namespace ontrack
