#include <ontrack/assessment/assessment.hpp>

#include <algorithm>

#include "assessment/track.hpp"
#include "assessment/wording.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

using detail::TrackInYear;

/// The worst of the parts' answers to one question.
Rated worst_of(const std::vector<TrackAssessment>& parts, Rated TrackAssessment::* answer) {
    Rated whole;
    whole.status = (parts.front().*answer).status;
    std::vector<std::string> qualified;
    for (const TrackAssessment& part : parts) {
        const Rated& one = part.*answer;
        whole.status = detail::worst(whole.status, one.status);
        if (one.status == Status::not_rated && whole.reason.empty()) whole.reason = part.name + ": " + one.reason;
        if (!one.qualified.empty()) qualified.push_back(one.qualified + " (" + part.name + ")");
    }
    if (whole.status != Status::not_rated) whole.qualified = detail::joined(qualified);
    return whole;
}

std::string answers_words(const std::vector<TrackAssessment>& parts, Rated TrackAssessment::* answer) {
    std::vector<std::string> words;
    for (const TrackAssessment& part : parts) {
        words.push_back(part.name + " " + std::string(to_words((part.*answer).status)));
    }
    return detail::joined(words);
}

std::string whole_words(const Rated& whole, const std::string& answers, std::string_view by) {
    std::string words = std::string(to_words(whole.status)) + " by " + std::string(by) + " (";
    return words + (whole.status == Status::not_rated ? whole.reason : answers) + ")";
}

Explanation explanation_of(const TrackInYear& in, const TrackAssessment& whole,
                           const std::vector<TrackAssessment>& parts) {
    const std::string projected = answers_words(parts, &TrackAssessment::projected);
    const std::string year_to_date = answers_words(parts, &TrackAssessment::year_to_date);
    const bool same = projected == year_to_date && whole.projected.reason == whole.year_to_date.reason;
    const std::string& qualified =
        whole.projected.qualified.empty() ? whole.year_to_date.qualified : whole.projected.qualified;
    const std::string count = detail::counted(static_cast<int>(parts.size()), "part");

    Explanation explanation;
    explanation.sentence = in.subject + ": by the worst of its " + count + " it is " +
                           (same ? whole_words(whole.projected, projected, "the projection and by the year to date")
                                 : whole_words(whole.projected, projected, "the projection") + " and " +
                                       whole_words(whole.year_to_date, year_to_date, "the year to date")) +
                           (qualified.empty() ? "." : "; the answer rests on " + qualified + ".");
    explanation.facts = {
        {"year", in.year().label()},
        {"rule of the whole",
         "the worst of the parts: met, then near, then missed; a part that is not rated leaves the "
         "whole not rated"},
        {"status of the projection", std::string(to_words(whole.projected.status)) + ": " + projected},
        {"status of the year to date", std::string(to_words(whole.year_to_date.status)) + ": " + year_to_date},
    };
    return explanation;
}

TrackAssessment assess_whole(const TrackInYear& in, const std::vector<TrackAssessment>& parts) {
    const std::string reason = "the indicator has " + detail::counted(static_cast<int>(parts.size()), "part") +
                               ", each with a value of its own";
    Projection none{.year = in.year()};
    none.missing.push_back({"projection", reason});
    TrackAssessment whole{.code = in.code,
                          .name = in.name,
                          .projection = std::move(none),
                          .projected = worst_of(parts, &TrackAssessment::projected),
                          .year_to_date = worst_of(parts, &TrackAssessment::year_to_date)};
    whole.statements = statements(in.indicator, in.track, in.year());
    whole.since_last_year.reason = whole.since_last_period.reason = reason;
    whole.since_last_year.chance.reason = whole.since_last_period.chance.reason = whole.year_on_year.reason = reason;
    whole.by_interval.reason = whole.process.reason = whole.process.assurance_reason = reason;
    whole.missing = detail::missing_fields(in, whole);
    for (Missing& field : whole.missing) {
        if (!field.field.starts_with("status.")) field.reason = reason;
    }
    whole.explanation = explanation_of(in, whole, parts);
    return whole;
}

}  // namespace

Assessment assess(const Plan& plan, const Indicator& indicator, const Period& year, const Date& day) {
    const auto track_in_year = [&](const Track& track, const std::string& code, const std::string& name,
                                   std::string subject) {
        return TrackInYear{plan, indicator,          track, code,
                           name, std::move(subject), day,   detail::year_so_far(indicator, track, year)};
    };
    const TrackInYear own = track_in_year(indicator.track, indicator.code, indicator.name, indicator.name);
    if (indicator.components.empty()) return {detail::assess_track(own), {}};

    std::vector<TrackAssessment> parts;
    for (const Component& part : indicator.components) {
        parts.push_back(
            detail::assess_track(track_in_year(part.track, part.code, part.name, indicator.name + ", " + part.name)));
    }
    return {assess_whole(own, parts), std::move(parts)};
}

}  // namespace v0
}  // namespace ontrack
