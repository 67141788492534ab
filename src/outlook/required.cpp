#include "outlook/outturn.hpp"

namespace ontrack::inline v0::detail {
namespace {

Required ranked(const Indicator& indicator, const YearRecord& record, const Decimal& per_period) {
    Required answer{per_period, static_cast<int>(record.remaining()), 0, 0};
    const auto rank = [&](const std::vector<const Observation*>& values) {
        for (const Observation* one : values) {
            if (one == nullptr || covered_part(*one) < 1.0) continue;
            ++answer.seen;
            answer.as_good +=
                indicator.polarity == Polarity::low ? *one->value <= per_period : *one->value >= per_period;
        }
    };
    rank(record.before);
    rank(record.seen);
    return answer;
}

/// The sum that is left, spread over the remaining periods and what is left of one that is known in part.
Decimal spread(const Decimal& left, const YearRecord& record) {
    Decimal periods(static_cast<int>(record.remaining()));
    Decimal scale(1);
    for (const Observation* one : record.values()) {
        if (covered_part(*one) == 1.0) continue;
        periods =
            periods * Decimal(one->period.days()) + scale * Decimal(days_between(*one->up_to, one->period.last_day()));
        scale = scale * Decimal(one->period.days());
    }
    return divided(left * scale, periods, places_of_endless_decimals);
}

/// The sum that each remaining period may add or must add for the year to end at `target`.
Decimal per_period(const Decimal& target, const Decimal& so_far, const YearRecord& record) {
    return spread(so_far > target ? Decimal(0) : target - so_far, record);
}

}  // namespace

std::variant<Required, std::string> required(const Indicator& indicator, const YearRecord& record,
                                             const TrajectoryPoint& target) {
    if (record.complete()) return "the year is complete";
    if (record.remaining() == 0) return "no whole period remains";
    const auto& other = target.other_edge;
    if (indicator.year_rule != YearRule::sum) {
        Required level = ranked(indicator, record, target.rounded);
        if (other) level.opposite = other->rounded;
        return level;
    }

    const auto known = record.values();
    const Decimal so_far = known.empty() ? Decimal(0) : *made_year(indicator, known);
    const bool low = indicator.polarity == Polarity::low;
    const Decimal& most = low || !other ? target.rounded : other->rounded;
    if (so_far > most && (low || other))
        return "out of reach: " + so_far.to_string() + " so far is already above the target of " + most.to_string();
    Required answer = ranked(indicator, record, per_period(target.rounded, so_far, record));
    if (other) answer.opposite = per_period(other->rounded, so_far, record);
    return answer;
}

}  // namespace ontrack::inline v0::detail
