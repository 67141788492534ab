#include "assessment/year_so_far.hpp"

#include <algorithm>

namespace ontrack::inline v0::detail {

namespace {

bool is_complete(const YearSoFar& so_far, YearRule rule) {
    const auto covers_part = [](const Observation* seen) { return is_part(*seen); };
    if (so_far.known.empty()) return false;
    if (rule == YearRule::latest) {
        return so_far.latest()->period.last_day() == so_far.year.last_day() && !is_part(*so_far.latest());
    }
    return so_far.known.size() == static_cast<std::size_t>(periods_per_year(so_far.frequency)) &&
           std::none_of(so_far.known.begin(), so_far.known.end(), covers_part);
}

}  // namespace

std::vector<DataState> YearSoFar::states() const {
    std::vector<DataState> states;
    for (const Observation* seen : known) states.push_back(seen->state);
    return states;
}

std::vector<DataState> YearSoFar::states_projected_from(YearRule rule) const {
    if (rule == YearRule::latest && latest()) return {latest()->state};
    std::vector<DataState> used = states();
    // Counts learn from all years; a level falls back on the last value where the year has none.
    for (const Observation* seen : earlier) {
        const bool is_used = rule == YearRule::sum ? !complete : known.empty() && seen == earlier.back();
        if (is_used) used.push_back(seen->state);
    }
    return used;
}

YearSoFar year_so_far(const Indicator& indicator, const Track& track, const Period& year) {
    YearSoFar so_far{.year = year, .frequency = indicator.frequency};
    int next = 0;
    for (const Observation& seen : track.observations) {
        const bool is_known = seen.value && has_value(seen.state);
        if (is_known && seen.period.last_day() < year.first_day()) so_far.earlier.push_back(&seen);
        if (seen.period.year(year.year_start()) != year) continue;
        if (!is_known) {
            so_far.unknown.push_back(&seen);
            continue;
        }
        so_far.known.push_back(&seen);
        const int index = seen.period.index_in_year(year.year_start());
        for (; next < index; ++next) so_far.gaps.push_back(seen.period.plus(next - index));
        next = index + 1;
    }
    so_far.complete = is_complete(so_far, indicator.year_rule);
    return so_far;
}

bool is_part(const Observation& observation) {
    return observation.up_to && *observation.up_to < observation.period.last_day();
}

std::string why_nothing_is_known(const YearSoFar& so_far) {
    for (const Observation* seen : so_far.unknown) {
        if (seen->state == DataState::awaited) return "the figure for " + seen->period.label() + " is awaited";
    }
    for (const Observation* seen : so_far.unknown) {
        if (!has_value(seen->state)) {
            return seen->state == DataState::no_accurate_data
                       ? "there are no accurate data for " + seen->period.label()
                       : "the figure for " + seen->period.label() + " is " + std::string(to_words(seen->state));
        }
        return "the plan holds no single number for " + seen->period.label();
    }
    return "there is no observation yet in " + so_far.year.label();
}

}  // namespace ontrack::inline v0::detail
