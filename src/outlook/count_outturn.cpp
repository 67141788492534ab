#include <algorithm>
#include <limits>

#include "outlook/outturn.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

/// The year's values and how much of each period they cover, in the kernel's terms.
struct CurrentYear {
    std::vector<double> values;
    std::vector<double> covered;
};

CurrentYear current_year(const YearRecord& record) {
    CurrentYear year;
    for (const Observation* one : record.seen) {
        year.values.push_back(one != nullptr ? one->value->to_double() : nan);
        year.covered.push_back(one != nullptr ? covered_part(*one) : 1.0);
    }
    return year;
}

struct PastYears {
    std::vector<double> values;  // whole years from the first observation on, NaN = missing
    int complete = 0;
};

PastYears past_years(const Plan& plan, const YearRecord& record) {
    PastYears past;
    if (record.before.empty()) return past;
    const Period first = record.before.front()->period.year(plan.year_start);
    const int years = periods_between(first, record.year);
    const std::size_t n = record.periods.size();
    past.values.assign(static_cast<std::size_t>(years) * n, nan);
    for (const Observation* one : record.before) {
        if (covered_part(*one) < 1.0) continue;
        const int back = periods_between(one->period, record.periods.front());
        past.values[past.values.size() - static_cast<std::size_t>(back)] = one->value->to_double();
    }
    for (auto year = past.values.begin(); year != past.values.end(); year += static_cast<std::ptrdiff_t>(n))
        if (std::none_of(year, year + static_cast<std::ptrdiff_t>(n), [](double value) { return value != value; }))
            ++past.complete;
    return past;
}

/// Years from the baseline to this year, where it is the total of an earlier year of the same calendar and so can stand for
/// a past year; 0 where it cannot.
int baseline_age(const Track& track, const Period& year) {
    if (!track.baseline || !track.baseline->value || !track.baseline->period) return 0;
    const Period& period = *track.baseline->period;
    if (period.frequency() != Frequency::year || period.year_start() != year.year_start()) return 0;
    return std::max(0, periods_between(period, year));
}

std::string baseline_words(const Baseline& baseline, int age) {
    const std::string years = age == 1 ? "the year before" : std::to_string(age) + " years before";
    return "The baseline of " + baseline.period->label() + " (" + baseline.value->to_string() + "), " + years +
           ", is counted as one earlier year's total and weighs lightly.";
}

/// The shares that the plan states: in numbers, or as days or working days, which past years (where there are any) know better.
std::vector<double> stated_shares(const Indicator& indicator, const Track& track, const Period& year,
                                  const PastYears& past) {
    const Profile profile = indicator.profile.value_or(Profile::flat);
    const bool by_days = profile == Profile::days || profile == Profile::working_days;
    if (indicator.seasonal_shares.empty() && (!by_days || !past.values.empty())) return {};
    std::vector<double> shares;
    for (const Decimal& share : year_profile(indicator, track, year).shares) shares.push_back(share.to_double());
    return shares;
}

std::string shares_words(const Indicator& indicator, const PastYears& past, bool stated) {
    const std::string periods = plural(to_string(indicator.frequency));
    if (stated && indicator.seasonal_shares.empty())
        return "The shares of the " + periods + " are taken from their " +
               (indicator.profile == Profile::days ? "days." : "working days.");
    if (stated) return "The shares of the " + periods + " are those that the plan states.";
    if (past.values.empty())
        return "The " + periods + " are assumed equal, with extra uncertainty because no seasonal pattern is known.";
    const std::string years = past.complete == 0   ? "the past " + periods + " that are known"
                              : past.complete == 1 ? "1 past year"
                                                   : std::to_string(past.complete) + " past years";
    return "The shares of the " + periods + " are learnt from " + years + " and drawn towards equal ones.";
}

void note_gaps(const YearRecord& record, Projection& projection) {
    for (std::size_t j = 0; j < record.seen.size(); ++j) {
        const Observation* one = record.seen[j];
        const Observation* latest = record.latest();
        if (one == nullptr && latest != nullptr && is_before(record.periods[j], latest->period))
            projection.assumptions.push_back(record.periods[j].label() +
                                             " is missing: its share of the year is projected, not taken as zero.");
        if (one != nullptr && covered_part(*one) < 1.0)
            projection.assumptions.push_back(record.periods[j].label() + " is known up to " + one->up_to->to_words() +
                                             ": the days' share of it counts as known.");
    }
}

void note_law(const stats::CountProjection& result, Projection& projection) {
    const stats::CountLaw& law = result.law;
    projection.law = "gamma-poisson credibility";
    projection.mean = law.mean();
    projection.median = law.quantile(0.5);
    projection.interval_80 = Interval{law.quantile(0.1), law.quantile(0.9)};
    projection.interval_95 = Interval{law.quantile(0.025), law.quantile(0.975)};
    projection.known_share = result.known_share;
}

}  // namespace

Outturn count_outturn(const Plan& plan, const Indicator& indicator, const Track& track, const YearRecord& record) {
    Outturn outturn{{.year = record.year}};
    const CurrentYear current = current_year(record);
    PastYears past = past_years(plan, record);
    const int age = past.complete == 0 ? baseline_age(track, record.year) : 0;
    if (age > 0) past.values.clear();

    const std::vector<double> shares = stated_shares(indicator, track, record.year, past);
    const stats::CountProjection result = stats::project_count({
        .past = past.values,
        .current = current.values,
        .covered = current.covered,
        .shares = shares,
        .prior_total = age > 0 ? track.baseline->value->to_double() : nan,
        .prior_age = age,
        .periods_per_year = static_cast<int>(record.periods.size()),
    });
    if (result.status == stats::Status::too_few_points) {
        outturn.law = NoLaw{"no value is known in " + record.year.label() +
                            ", and there is neither a past year nor a "
                            "baseline for an earlier year"};
        return outturn;
    }
    if (result.status != stats::Status::ok) {
        outturn.law = NoLaw{std::string(stats::reason(result.status))};
        return outturn;
    }
    note_law(result, outturn.projection);
    outturn.projection.assumptions.push_back(shares_words(indicator, past, !shares.empty()));
    if (age > 0) outturn.projection.assumptions.push_back(baseline_words(*track.baseline, age));
    note_gaps(record, outturn.projection);
    outturn.law = result.law;
    return outturn;
}

}  // namespace ontrack::inline v0::detail
