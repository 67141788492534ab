#include "assessment/clauses.hpp"
#include "assessment/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

std::string milestone_clause(const TrackInYear& in, const TrackAssessment& assessed) {
    const std::string due = assessed.due ? assessed.due->to_words() : "";
    const Observation* done = done_in(in.track, in.day);
    const std::string today = in.day.to_words();
    switch (assessed.projected.status) {
        case Status::done:
            return "done on " + done->done->to_words() + ", by its due date of " + due;
        case Status::done_late:
            return "done on " + done->done->to_words() + ", after its due date of " + due;
        case Status::overdue:
            return "due by " + due + " and still not done on " + today;
        case Status::not_yet_due:
            return "due by " + due + " and not yet done on " + today;
        case Status::met:
        case Status::near:
        case Status::missed:
        case Status::not_rated:
            break;
    }
    return "not rated, because " + assessed.projected.reason;
}

/// The note of the latest observation of a milestone that is not done.
std::string latest_note(const TrackInYear& in) {
    const auto& seen = in.track.observations;
    if (seen.empty() || seen.back().note.empty() || done_in(in.track, in.day)) return "";
    return "the latest note (" + seen.back().period.label() + ") says \"" + seen.back().note + "\"";
}

std::string not_rated_clause(const TrackInYear& in, const TrackAssessment& assessed) {
    const std::string nothing = why_nothing_is_known(in.so_far);
    std::string words =
        "not rated, because " +
        (in.so_far.latest() ? reason_for(assessed.projection.missing, {"year_to_date"}, nothing) : nothing);
    if (assessed.target) words += "; the target is " + amount(assessed.target->rounded, in);
    return words;
}

/// Periods that should have a figure by now and have none.
std::vector<std::string> gap_clauses(const YearSoFar& so_far) {
    std::vector<std::string> awaited;
    std::vector<std::string> absent;
    for (const Period& gap : so_far.gaps) absent.push_back(gap.label());
    for (const Observation* seen : so_far.unknown) {
        if (seen->state != DataState::awaited) continue;
        awaited.push_back(seen->period.label());
        std::erase(absent, awaited.back());
    }
    std::vector<std::string> clauses;
    if (!absent.empty()) clauses.push_back("there is no figure for " + joined(absent));
    if (awaited.size() == 1) clauses.push_back("the figure for " + awaited.front() + " is awaited");
    if (awaited.size() > 1) clauses.push_back("the figures for " + joined(awaited) + " are awaited");
    return clauses;
}

/// `chance alone may have made the change on the last period, but hardly the status to date (clustering not allowed for)`
std::string chance_made(const TrackInYear& in, const TrackAssessment& assessed) {
    std::vector<std::string> within;
    std::vector<std::string> beyond;
    const IntervalStatus status = assessed.by_interval.status;
    if (status != IntervalStatus::not_rated) {
        (status == IntervalStatus::open ? within : beyond).emplace_back("the status to date");
    }
    const auto add = [&](const Travel& travel, const char* words) {
        if (travel.chance.within && travel.direction != Direction::unchanged) {
            (*travel.chance.within ? within : beyond).emplace_back(words);
        }
    };
    add(assessed.since_last_year, "the change on last year");
    add(assessed.since_last_period, "the change on the last period");
    if (within.empty() && beyond.empty()) return "";
    const std::string clustering = in.indicator.dispersion ? "" : " (clustering not allowed for)";
    if (within.empty()) return "chance alone hardly made " + joined(beyond) + clustering;
    return "chance alone may have made " + joined(within) + (beyond.empty() ? "" : ", but hardly " + joined(beyond)) +
           clustering;
}

std::vector<std::string> clauses_of(const TrackInYear& in, const TrackAssessment& assessed) {
    if (in.is_milestone()) {
        std::vector<std::string> clauses{milestone_clause(in, assessed)};
        if (auto note = latest_note(in); !note.empty()) clauses.push_back(std::move(note));
        return clauses;
    }
    const bool is_projected = assessed.projection.median && assessed.projection.mean;
    if (!assessed.projection.year_to_date && !is_projected) return {not_rated_clause(in, assessed)};
    std::vector<std::string> clauses =
        in.indicator.year_rule == YearRule::sum ? count_clauses(in, assessed) : level_clauses(in, assessed);
    for (std::string& clause : promise_clauses(in, assessed)) clauses.push_back(std::move(clause));
    if (auto chance = chance_made(in, assessed); !chance.empty()) clauses.push_back(std::move(chance));
    if (in.so_far.latest()) {
        for (std::string& gap : gap_clauses(in.so_far)) clauses.push_back(std::move(gap));
    }
    return clauses;
}

}  // namespace

std::string sentence_of(const TrackInYear& in, const TrackAssessment& assessed) {
    std::string sentence = in.subject + (in.subject.find(": ") == std::string::npos ? ": " : " – ");
    const std::vector<std::string> clauses = clauses_of(in, assessed);
    for (std::size_t i = 0; i < clauses.size(); ++i) sentence += (i > 0 ? "; " : "") + clauses[i];
    const std::string& qualified =
        assessed.projected.qualified.empty() ? assessed.year_to_date.qualified : assessed.projected.qualified;
    if (!qualified.empty()) sentence += "; the answer rests on " + qualified;
    for (const Restated& one : assessed.restated) sentence += "; " + one.sentence;
    for (const Caution& one : assessed.cautions) sentence += "; " + one.sentence;
    if (!assessed.statements.empty()) sentence += "; the document says: " + assessed.statements.back().words;
    return sentence + ".";
}

}  // namespace ontrack::inline v0::detail
