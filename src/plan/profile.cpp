#include <ontrack/plan/profile.hpp>

#include <algorithm>
#include <map>

#include <ontrack/calendar/working_days.hpp>
#include <ontrack/plan/indicator.hpp>

#include "plan/wording.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

YearProfile equal(std::size_t periods, std::string basis) {
    return {std::vector<Decimal>(periods, Decimal(1)), std::move(basis)};
}

std::string stated_words(const std::vector<Decimal>& shares) {
    std::string words = "the plan's shares ";
    for (std::size_t i = 0; i < shares.size(); ++i) words += (i > 0 ? " : " : "") + shares[i].to_string();
    return words;
}

YearProfile by_days(Profile profile, const Period& first, std::size_t periods) {
    YearProfile shares{{}, profile == Profile::days ? "the days of the " : "the working days of the "};
    shares.basis += detail::plural(to_string(first.frequency()));
    for (std::size_t i = 0; i < periods; ++i) {
        const Period period = first.plus(static_cast<int>(i));
        shares.shares.emplace_back(weight_of(profile, DateRange(period.first_day(), period.last_day())));
    }
    return shares;
}

/// The sums over the complete years before, period by period.
YearProfile as_past_years(const Track& track, const Period& year, std::size_t periods) {
    std::map<int, std::vector<const Observation*>> by_year;
    for (const Observation& seen : track.observations) {
        const bool is_whole = seen.value && has_value(seen.state) && seen.last_day() == seen.period.last_day();
        if (!is_whole || seen.period.last_day() >= year.first_day()) continue;
        by_year[seen.period.year(year.year_start()).ordinal()].push_back(&seen);
    }
    std::erase_if(by_year, [&](const auto& one) { return one.second.size() != periods; });
    YearProfile shares{std::vector<Decimal>(periods), ""};
    Decimal total;
    for (const auto& [ordinal, seen] : by_year) {
        for (const Observation* one : seen) {
            Decimal& share = shares.shares[static_cast<std::size_t>(one->period.index_in_year(year.year_start()))];
            share = share + *one->value;
            total = total + *one->value;
        }
    }
    if (by_year.empty()) return equal(periods, "equal shares, because no past year is complete");
    if (total.sign() == 0) return equal(periods, "equal shares, because nothing was counted in the past years");
    shares.basis = by_year.size() == 1 ? "the shares of 1 past year"
                                       : "the shares of " + std::to_string(by_year.size()) + " past years";
    return shares;
}

}  // namespace

std::string_view to_string(Profile profile) noexcept {
    switch (profile) {
        case Profile::flat:
            return "flat";
        case Profile::days:
            return "days";
        case Profile::working_days:
            return "working_days";
        case Profile::past_years:
            return "past_years";
    }
    return {};
}

int weight_of(Profile profile, const DateRange& days) {
    return profile == Profile::working_days ? working_days(days) : days.days();
}

YearProfile year_profile(const Indicator& indicator, const Track& track, const Period& year) {
    if (!indicator.seasonal_shares.empty()) return {indicator.seasonal_shares, stated_words(indicator.seasonal_shares)};
    const auto periods = static_cast<std::size_t>(periods_per_year(indicator.frequency));
    const Profile profile = indicator.profile.value_or(Profile::flat);
    switch (profile) {
        case Profile::flat:
            break;
        case Profile::days:
        case Profile::working_days:
            return by_days(profile, Period::containing(year.first_day(), indicator.frequency, year.year_start()),
                           periods);
        case Profile::past_years:
            return as_past_years(track, year, periods);
    }
    return equal(periods, "equal shares");
}

}  // namespace v0
}  // namespace ontrack
