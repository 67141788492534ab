#include <cstddef>
#include <cstdint>
#include <string_view>

#include <ontrack/plan/read_plan.hpp>
#include <ontrack/plan/trajectory.hpp>

namespace {

void draw(const ontrack::Indicator& indicator, const ontrack::Track& track, const ontrack::Period& year) {
    const auto path = ontrack::trajectory(indicator, track, year);
    if (path) (void)path->at_end_of(year);
}

}  // namespace

/// A plan is read or refused with an `ontrack::Error`; what was read can be checked, cut and drawn.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    ontrack::Plan plan;
    try {
        plan = ontrack::parse_plan(text);
    } catch (const ontrack::Error&) {
        return 0;
    }
    if (!ontrack::check(plan).empty()) __builtin_trap();
    const ontrack::Period year =
        plan.year.value_or(ontrack::Period(ontrack::Frequency::year, 2017, 0, plan.year_start));
    for (const ontrack::Indicator& indicator : plan.indicators) {
        draw(indicator, indicator.track, year);
        for (const ontrack::Component& component : indicator.components) draw(indicator, component.track, year);
    }
    if (const auto last = ontrack::last_day_known(plan)) (void)ontrack::as_seen_on(plan, *last);
    return 0;
}
