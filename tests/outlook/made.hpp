#pragma once

#include <string_view>
#include <vector>

#include <ontrack/outlook/projection.hpp>

/// Small plans for the tests of outlook: quarters of 2017-18, an April year.
namespace made {

using namespace ontrack;

inline Decimal decimal(std::string_view text) {
    return Decimal::from_string(text);
}
inline Period year(int first = 2017) {
    return Period(Frequency::year, first, 0);
}
inline Period quarter(int index, int first = 2017) {
    return Period(Frequency::quarter, first, index);
}

inline Observation seen(const Period& period, std::string_view value, DataState state = DataState::final) {
    return {.period = period,
            .value = decimal(value),
            .numerator = {},
            .denominator = {},
            .state = state,
            .up_to = {},
            .done = {},
            .note = {},
            .where = {}};
}
inline Observation unseen(const Period& period, DataState state = DataState::awaited) {
    Observation one = seen(period, "0", state);
    one.value.reset();
    return one;
}
inline Observation share(const Period& period, int numerator, int denominator) {
    Observation one = seen(period, "0");
    one.value = divided(Decimal(100 * numerator), Decimal(denominator), 12);
    one.numerator = Decimal(numerator);
    one.denominator = Decimal(denominator);
    return one;
}

/// A count, the fewer the better, with last year's total as its baseline and an absolute target.
inline Indicator count(std::string_view baseline, std::string_view target,
                       const std::vector<std::string_view>& quarters) {
    Indicator indicator;
    indicator.code = "count";
    indicator.measure = Count{};
    if (!baseline.empty()) indicator.track.baseline = Baseline{decimal(baseline), year(2016), {}, {}, {}};
    if (!target.empty()) indicator.track.target = Target{AbsoluteTarget{decimal(target), {}}, 0, Rounding::half_up, {}};
    int index = 0;
    for (const auto value : quarters) indicator.track.observations.push_back(seen(quarter(index++), value));
    return indicator;
}

/// A level, the higher the better, with a floor.
inline Indicator level(Measure measure, std::string_view floor, std::vector<Observation> observations) {
    Indicator indicator;
    indicator.code = "level";
    indicator.measure = std::move(measure);
    indicator.polarity = Polarity::high;
    indicator.year_rule = YearRule::latest;
    indicator.track.target = Target{Floor{decimal(floor), {}, {}}, 0, Rounding::half_up, {}};
    indicator.track.observations = std::move(observations);
    return indicator;
}

inline Projection project(const Indicator& indicator, const Period& of = year()) {
    return ontrack::project(Plan{}, indicator, indicator.track, of);
}

/// Why the field is missing; empty when it is not.
inline std::string missing(const Projection& projection, std::string_view field) {
    for (const Missing& one : projection.missing)
        if (one.field == field) return one.reason;
    return {};
}

inline bool assumes(const Projection& projection, std::string_view words) {
    for (const std::string& one : projection.assumptions)
        if (one.find(words) != std::string::npos) return true;
    return false;
}

}  // namespace made
