#include "outlook/year_record.hpp"

#include <algorithm>
#include <iterator>

namespace ontrack::inline v0::detail {
namespace {

Decimal total(const std::vector<const Observation*>& values) {
    Decimal sum;
    for (const Observation* one : values) sum = sum + *one->value;
    return sum;
}

std::optional<Decimal> ratio_of_sums(const Measure& measure, const std::vector<const Observation*>& values) {
    Decimal numerator;
    Decimal denominator;
    for (const Observation* one : values) {
        if (!one->numerator || !one->denominator) return std::nullopt;
        numerator = numerator + *one->numerator;
        denominator = denominator + *one->denominator;
    }
    if (denominator.sign() <= 0) return std::nullopt;
    return divided(numerator * per_of(measure).value_or(Decimal(1)), denominator, places_of_endless_decimals);
}

}  // namespace

std::vector<const Observation*> YearRecord::values() const {
    std::vector<const Observation*> known;
    std::copy_if(seen.begin(), seen.end(), std::back_inserter(known), [](const auto* one) { return one != nullptr; });
    return known;
}

const Observation* YearRecord::latest() const noexcept {
    const auto found = std::find_if(seen.rbegin(), seen.rend(), [](const Observation* one) { return one != nullptr; });
    return found == seen.rend() ? nullptr : *found;
}

bool YearRecord::complete() const {
    return std::all_of(seen.begin(), seen.end(),
                       [](const Observation* one) { return one != nullptr && covered_part(*one) == 1.0; });
}

YearRecord record_of(const Plan& plan, const Indicator& indicator, const Track& track, const Period& year) {
    YearRecord record{year, {}, {}, {}};
    Period period = Period::containing(year.first_day(), indicator.frequency, plan.year_start);
    for (int index = 0; index < periods_per_year(indicator.frequency); ++index)
        record.periods.push_back(period.plus(index));
    record.seen.assign(record.periods.size(), nullptr);
    for (const Observation& observation : track.observations) {
        if (!has_value(observation.state) || !observation.value) continue;
        // Beyond a break nothing is learnt from it.
        if (observation.period.last_day() < year.first_day() && observation.state != DataState::not_comparable)
            record.before.push_back(&observation);
        const auto at = std::find(record.periods.begin(), record.periods.end(), observation.period);
        if (at != record.periods.end())
            record.seen[static_cast<std::size_t>(at - record.periods.begin())] = &observation;
    }
    return record;
}

std::optional<Decimal> made_year(const Indicator& indicator, const std::vector<const Observation*>& values) {
    const auto places = places_of_endless_decimals;
    switch (indicator.year_rule) {
        case YearRule::sum:
            return total(values);
        case YearRule::latest:
            return values.back()->value;
        case YearRule::mean:
            return divided(total(values), Decimal(static_cast<int>(values.size())), places);
        case YearRule::ratio_of_sums:
            return ratio_of_sums(indicator.measure, values);
    }
    return std::nullopt;
}

double covered_part(const Observation& observation) {
    const Period& period = observation.period;
    if (!observation.up_to || *observation.up_to >= period.last_day()) return 1.0;
    return std::max(0, days_between(period.first_day(), *observation.up_to) + 1) / static_cast<double>(period.days());
}

}  // namespace ontrack::inline v0::detail
