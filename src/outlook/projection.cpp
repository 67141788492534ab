#include <ontrack/outlook/projection.hpp>

#include <algorithm>

#include <ontrack/stats/intervals.hpp>

#include "outlook/outturn.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

using detail::Outturn;
using detail::YearRecord;

Projection nothing(const Period& year, const std::string& reason) {
    Projection projection{.year = year};
    for (const char* field : {"mean", "median", "interval_80", "interval_95", "chance", "required", "year_to_date"})
        detail::note_missing(projection, field, reason);
    return projection;
}

bool is_whole_of_parts(const Indicator& indicator, const Track& track) {
    const auto is_this = [&](const Component& component) { return &component.track == &track; };
    return !indicator.components.empty() &&
           std::none_of(indicator.components.begin(), indicator.components.end(), is_this);
}

/// Why there is no projection at all; empty where there may be one.
std::string obstacle(const Indicator& indicator, const Track& track) {
    if (std::holds_alternative<Milestone>(indicator.measure))
        return "a milestone is done or not done; it has no outturn";
    if (is_whole_of_parts(indicator, track)) return "the indicator has parts; each part has its own projection";
    if (indicator.year_rule == YearRule::sum && !adds_up(indicator.measure))
        return "only counts and money can be summed over a year";
    return {};
}

std::optional<Decimal> year_to_date(const Indicator& indicator, const YearRecord& record) {
    const auto known = record.values();
    return known.empty() ? std::nullopt : detail::made_year(indicator, known);
}

/// Whether the year's outturn is there already.
bool is_complete(const Indicator& indicator, const YearRecord& record) {
    if (indicator.year_rule != YearRule::latest) return record.complete();
    const Observation* last = record.seen.back();
    return last != nullptr && detail::covered_part(*last) == 1.0;
}

Outturn complete_year(const Period& year, const Decimal& value) {
    const double total = value.to_double();
    return {{.year = year,
             .law = "year complete",
             .mean = total,
             .median = total,
             .interval_80 = Interval{total, total},
             .interval_95 = Interval{total, total},
             .known_share = 1.0},
            detail::Certain{value}};
}

Outturn outturn_of(const Plan& plan, const Indicator& indicator, const Track& track, const YearRecord& record) {
    if (is_complete(indicator, record))
        if (const auto total = year_to_date(indicator, record)) return complete_year(record.year, *total);
    if (indicator.year_rule == YearRule::sum && std::holds_alternative<Money>(indicator.measure))
        return {{.year = record.year},
                detail::NoLaw{"money is not counted in events, so no law of chance gives the rest"}};
    return indicator.year_rule == YearRule::sum ? detail::count_outturn(plan, indicator, track, record)
                                                : detail::level_outturn(indicator, record);
}

void note_state(Projection& projection, const Observation& one) {
    if (std::find(projection.states.begin(), projection.states.end(), one.state) == projection.states.end())
        projection.states.push_back(one.state);
    if (one.state == DataState::proxy)
        projection.assumptions.push_back("The value of " + one.period.label() + " is a proxy.");
}

/// What is known of the year, whatever law follows from it.
void note_record(const Indicator& indicator, const Track& track, const YearRecord& record, Projection& projection) {
    projection.year_to_date = year_to_date(indicator, record);
    projection.periods_known = static_cast<int>(record.known());
    projection.periods_remaining = static_cast<int>(record.remaining());
    for (const Observation* one : record.seen)
        if (one != nullptr) note_state(projection, *one);

    const Observation* latest = record.latest();
    if (latest != nullptr) {
        projection.latest_period = latest->period;
        projection.up_to = latest->up_to;
    }
    for (std::size_t j = 0; j < record.periods.size(); ++j) {
        if (record.seen[j] != nullptr) continue;
        const bool passed = latest != nullptr && is_before(record.periods[j], latest->period);
        const bool awaited = std::any_of(track.observations.begin(), track.observations.end(), [&](const auto& one) {
            return one.period == record.periods[j] && one.state == DataState::awaited;
        });
        projection.periods_missing += passed || awaited;
    }
    if (!projection.year_to_date)
        detail::note_missing(projection, "year_to_date", "no value is known in " + record.year.label());
}

/// The target that the year's outturn is compared with, or why there is none.
std::variant<TrajectoryPoint, std::string> target_of(const Indicator& indicator, const Track& track,
                                                     const Period& year) {
    if (!track.target) return "the plan states no target";
    if (std::holds_alternative<NotSet>(track.target->rule)) return "the target is not set yet";
    if (std::holds_alternative<NotStated>(track.target->rule)) return "the document does not state the target";
    const auto path = trajectory(indicator, track, year);
    if (!path) return "the target needs a baseline, with its period, that the plan does not hold";
    const auto end = path->at_end_of(year);
    if (!end) return "the path of the target does not reach the end of " + year.label();
    return *end;
}

/// The grant of a stretch target, which is decided in the year of its due day.
void note_grant(const Indicator& indicator, const Track& track, const Period& year, Outturn& outturn) {
    const auto* stretch = track.target ? std::get_if<Stretch>(&track.target->rule) : nullptr;
    if (stretch == nullptr) return;
    if (stretch->due < year.first_day() || stretch->due > year.last_day()) {
        detail::note_missing(outturn.projection, "grant",
                             "the grant is decided on " + stretch->due.to_words() + ", not in " + year.label());
        return;
    }
    const auto grant = detail::grant_under(outturn.law, indicator.polarity, *stretch);
    if (const auto* reason = std::get_if<std::string>(&grant))
        detail::note_missing(outturn.projection, "grant", *reason);
    else
        outturn.projection.grant = std::get<GrantChance>(grant);
}

void note_target(const Indicator& indicator, const Track& track, const YearRecord& record, Outturn& outturn) {
    Projection& projection = outturn.projection;
    note_grant(indicator, track, record.year, outturn);
    const auto target = target_of(indicator, track, record.year);
    if (const auto* reason = std::get_if<std::string>(&target)) {
        detail::note_missing(projection, "chance", *reason);
        detail::note_missing(projection, "required", *reason);
        return;
    }
    const auto& point = std::get<TrajectoryPoint>(target);
    const auto chance = detail::chance_under(outturn.law, indicator.polarity, point);
    if (const auto* reason = std::get_if<std::string>(&chance))
        detail::note_missing(projection, "chance", *reason);
    else
        projection.chance = std::get<Probability>(chance);

    const auto needed = detail::required(indicator, record, point);
    if (const auto* reason = std::get_if<std::string>(&needed)) {
        detail::note_missing(projection, "required", *reason);
        return;
    }
    projection.required = std::get<Required>(needed);
    if (indicator.year_rule == YearRule::sum && projection.required->per_period.sign() == 0 &&
        indicator.polarity == Polarity::high)
        projection.assumptions.push_back("The target is already reached: nothing more is required.");
}

/// What the counts behind the known values say of the level, apart from what is to come.
void note_sampling(const Indicator& indicator, const YearRecord& record, Projection& projection) {
    constexpr double confidence = 0.95;
    if (indicator.year_rule != YearRule::sum) {
        projection.sampling_95 = detail::sampling_limits(detail::level_law(indicator, record), confidence);
    } else if (record.complete()) {
        const stats::Limits limits = stats::byar(projection.year_to_date->to_double(), confidence);
        projection.sampling_95 = Interval{limits.lower, limits.upper};
    }
}

void note_gaps_of_law(Outturn& outturn) {
    const auto* none = std::get_if<detail::NoLaw>(&outturn.law);
    if (none == nullptr) return;
    Projection& projection = outturn.projection;
    if (!projection.mean) detail::note_missing(projection, "mean", none->reason);
    if (!projection.median) detail::note_missing(projection, "median", none->reason);
    detail::note_missing(projection, "interval_80", none->reason);
    detail::note_missing(projection, "interval_95", none->reason);
}

}  // namespace

Projection project(const Plan& plan, const Indicator& indicator, const Track& track, const Period& year) {
    if (const std::string reason = obstacle(indicator, track); !reason.empty()) return nothing(year, reason);
    const YearRecord record = detail::record_of(plan, indicator, track, year);
    Outturn outturn = outturn_of(plan, indicator, track, record);
    note_gaps_of_law(outturn);
    note_record(indicator, track, record, outturn.projection);
    note_sampling(indicator, record, outturn.projection);
    note_target(indicator, track, record, outturn);
    return std::move(outturn.projection);
}

std::optional<Probability> chance_of(const Plan& plan, const Indicator& indicator, const Track& track,
                                     const Period& year, const Decimal& target) {
    if (!obstacle(indicator, track).empty()) return std::nullopt;
    const YearRecord record = detail::record_of(plan, indicator, track, year);
    const auto chance =
        detail::chance_under(outturn_of(plan, indicator, track, record).law, indicator.polarity, target);
    const auto* probability = std::get_if<Probability>(&chance);
    return probability != nullptr ? std::optional(*probability) : std::nullopt;
}

}  // namespace v0
}  // namespace ontrack
