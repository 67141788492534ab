#include <string_view>

#include "assessment/track.hpp"
#include "assessment/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

std::string why_no_baseline(const Track& track) {
    std::string reason = "the plan gives no baseline value";
    if (track.baseline && !track.baseline->note.empty()) reason += " (" + track.baseline->note + ")";
    return reason;
}

}  // namespace

std::vector<Missing> missing_fields(const TrackInYear& in, const TrackAssessment& assessed) {
    std::vector<Missing> fields;
    const auto note = [&](bool exists, std::string_view field, std::string reason) {
        if (!exists) fields.push_back({std::string(field), std::move(reason)});
    };
    note(in.track.baseline && in.track.baseline->value, "baseline", why_no_baseline(in.track));
    note(assessed.target.has_value(), "target", why_no_target(in, assessed));
    const std::string no_end = assessed.path ? "the plan gives no deadline" : why_no_target(in, assessed);
    note(assessed.due.has_value(), "target.due", in.track.target ? "the plan gives no deadline" : no_end);
    note(assessed.end.has_value(), "target.end", no_end);

    const Projection& projection = assessed.projection;
    const auto from_projection = [&](bool exists, std::string_view field, std::string_view name) {
        note(exists, field, reason_for(projection.missing, {name, "projection"}, why_nothing_is_known(in.so_far)));
    };
    from_projection(projection.year_to_date.has_value(), "year_to_date", "year_to_date");
    from_projection(projection.mean || projection.median, "projection", "median");
    from_projection(projection.mean.has_value(), "projection.mean", "mean");
    from_projection(projection.median.has_value(), "projection.median", "median");
    from_projection(projection.interval_80.has_value(), "projection.lower_80", "interval_80");
    from_projection(projection.interval_80.has_value(), "projection.upper_80", "interval_80");
    from_projection(projection.interval_95.has_value(), "projection.lower_95", "interval_95");
    from_projection(projection.interval_95.has_value(), "projection.upper_95", "interval_95");
    from_projection(projection.chance.has_value(), "probability_met", "chance");
    from_projection(projection.required.has_value(), "required_per_period", "required");

    const auto is_rated = [](const Rated& answer) { return answer.status != Status::not_rated; };
    note(is_rated(assessed.projected), "status.projection", assessed.projected.reason);
    note(is_rated(assessed.year_to_date), "status.year_to_date", assessed.year_to_date.reason);
    const auto has_direction = [](const Travel& travel) { return travel.direction != Direction::not_rated; };
    note(has_direction(assessed.since_last_year), "direction_of_travel.last_year", assessed.since_last_year.reason);
    note(has_direction(assessed.since_last_period), "direction_of_travel.last_period",
         assessed.since_last_period.reason);

    note(assessed.by_interval.status != IntervalStatus::not_rated, "interval.status", assessed.by_interval.reason);
    const auto tested = [&](const TestedChange& change, std::string_view field) {
        note(change.within.has_value(), field, change.reason);
    };
    tested(assessed.since_last_year.chance, "change.last_year");
    tested(assessed.since_last_period.chance, "change.last_period");
    tested(assessed.year_on_year, "change.year_to_date");
    const Process& process = assessed.process;
    note(process.variation != stats::Variation::not_available, "process.variation", process.reason);
    note(process.assurance != stats::Assurance::not_available, "process.assurance", process.assurance_reason);
    return fields;
}

}  // namespace ontrack::inline v0::detail
