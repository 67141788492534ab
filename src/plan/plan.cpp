#include <ontrack/plan/plan.hpp>

#include <algorithm>

namespace ontrack {
inline namespace v0 {
namespace {

void forget_after(Track& track, const Date& day) {
    std::erase_if(track.observations, [&](const Observation& seen) { return seen.last_day() > day; });
    std::erase_if(track.comparators, [&](const Comparator& comparator) {
        return comparator.period && comparator.period->last_day() > day;
    });
}

void note_last_day(const Track& track, std::optional<Date>& last) {
    for (const Observation& seen : track.observations) {
        const bool still_to_come = seen.inexact && std::holds_alternative<UncertainFigure>(*seen.inexact);
        if ((!seen.value && !seen.done && !seen.inexact && !seen.reported) || still_to_come) continue;
        last = last ? std::max(*last, seen.last_day()) : seen.last_day();
    }
}

}  // namespace

bool has_target(const Indicator& indicator) noexcept {
    return indicator.track.target || std::any_of(indicator.components.begin(), indicator.components.end(),
                                                 [](const Component& part) { return part.track.target.has_value(); });
}

const Indicator* find_indicator(const Plan& plan, std::string_view code) noexcept {
    const auto found = std::find_if(plan.indicators.begin(), plan.indicators.end(),
                                    [&](const Indicator& indicator) { return indicator.code == code; });
    return found == plan.indicators.end() ? nullptr : &*found;
}

std::string_view to_string(RollUpRule rule) noexcept {
    switch (rule) {
        case RollUpRule::worst:
            return "worst";
        case RollUpRule::share_on_target:
            return "share_on_target";
        case RollUpRule::weighted:
            return "weighted";
    }
    return "";
}

Plan as_seen_on(const Plan& plan, const Date& day) {
    Plan seen = plan;
    for (Indicator& indicator : seen.indicators) {
        forget_after(indicator.track, day);
        for (Component& component : indicator.components) forget_after(component.track, day);
    }
    for (Action& action : seen.actions) {
        if (action.done && *action.done > day) action.done.reset();
    }
    std::erase_if(seen.interruptions, [&](const Interruption& event) { return event.from > day; });
    return seen;
}

std::optional<Date> last_day_known(const Plan& plan) {
    std::optional<Date> last;
    for (const Indicator& indicator : plan.indicators) {
        note_last_day(indicator.track, last);
        for (const Component& component : indicator.components) note_last_day(component.track, last);
    }
    return last;
}

}  // namespace v0
}  // namespace ontrack
