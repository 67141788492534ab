#include "report/reasons.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "report/text.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

/// A field of the JSON, the names under which the stages before may give the reason (most telling first), and what to say
/// when none of them does.
struct Field {
    std::string_view name;
    std::array<std::string_view, 4> given_as;
    std::string_view otherwise;
};

constexpr std::array fields{
    Field{"theme", {"theme"}, "the plan puts it under no theme"},
    Field{"theme_code", {"theme"}, "the plan puts it under no theme"},
    Field{"baseline", {"baseline", "baseline.value"}, "the plan gives no baseline value"},
    Field{"baseline_period", {"baseline_period", "baseline.period"}, "the plan gives no period for the baseline"},
    Field{"target.value", {"target", "target.value"}, "the path does not reach this year"},
    Field{"target.unrounded", {"target", "target.value"}, "the path does not reach this year"},
    Field{"target.kind", {"target"}, "the plan gives no target"},
    Field{"target.due", {"due", "deadline"}, "the plan gives no deadline"},
    Field{"target.end", {"end", "target.end", "due"}, "the plan gives no deadline"},
    Field{"year_to_date", {"year_to_date"}, "no observation of this year is there yet"},
    Field{"projection.mean", {"mean", "projection"}, "there is no projection"},
    Field{"projection.median", {"median", "projection"}, "there is no projection"},
    Field{"projection.lower_80", {"interval_80", "interval", "projection"}, "there is no interval"},
    Field{"projection.upper_80", {"interval_80", "interval", "projection"}, "there is no interval"},
    Field{"projection.lower_95", {"interval_95", "interval", "projection"}, "there is no interval"},
    Field{"projection.upper_95", {"interval_95", "interval", "projection"}, "there is no interval"},
    Field{"projection.probability_met", {"chance", "probability_met", "projection"}, "there is no chance"},
    Field{"projection.required_per_period",
          {"required", "required_per_period", "projection"},
          "no period of the year remains, or there is no target"},
    Field{"status.projection", {"projected", "status.projection", "projection"}, "there is no projection to rate"},
    Field{"status.year_to_date", {"status.year_to_date", "year_to_date"}, "there is no year to date to rate"},
    Field{"direction_of_travel.last_year",
          {"since_last_year", "direction_of_travel.last_year", "direction_of_travel"},
          "the same period last year is not there"},
    Field{"direction_of_travel.last_period",
          {"since_last_period", "direction_of_travel.last_period", "direction_of_travel"},
          "there is no earlier period"},
};

const Missing* find(const std::vector<Missing>& missing, std::string_view name) {
    const auto found = std::find_if(missing.begin(), missing.end(),
                                    [&](const Missing& each) { return each.field == name && !each.reason.empty(); });
    return found == missing.end() ? nullptr : &*found;
}

std::string grant_reason(const GrantAtStake& stake, std::string_view field) {
    const bool is_money = field == "grant.amount" || field == "grant.paid_projected" || field == "grant.expected";
    if (is_money && !stake.grant) return "the plan gives no amount of the grant";
    return stake.reason.empty() ? "there is no projection" : stake.reason;
}

std::string own_reason(const Line& line, std::string_view field) {
    if (field == "status.projection") return line.assessed.projected.reason;
    if (field == "status.year_to_date") return line.assessed.year_to_date.reason;
    if (field == "direction_of_travel.last_year") return line.assessed.since_last_year.reason;
    if (field == "direction_of_travel.last_period") return line.assessed.since_last_period.reason;
    if (field.starts_with("grant.") && line.assessed.grant) return grant_reason(*line.assessed.grant, field);
    if (field.starts_with("maintained.") && line.assessed.maintained) return line.assessed.maintained->reason;
    return {};
}

std::string_view standing_reason(const Line& line, std::string_view field) {
    const bool about_numbers = field.starts_with("projection.") || field == "year_to_date" ||
                               field.starts_with("target.") || field.starts_with("baseline");
    if (line.has_parts() && about_numbers) return "it has parts; each has its own numbers";
    if (line.is_milestone() && about_numbers) return "a milestone has a day, not a number";
    if (!line.track.target && field.starts_with("target.")) return "the plan gives no target";
    return {};
}

/// The columns of the table that notes speak about, in its order.
constexpr std::array<std::pair<std::string_view, std::string_view>, 9> columns{
    {{"target.value", "Target"},
     {"year_to_date", "To date"},
     {"projection.median", "Projected"},
     {"projection.lower_80", "80% interval"},
     {"projection.probability_met", "Chance"},
     {"status.projection", "Status at year end"},
     {"status.year_to_date", "Status to date"},
     {"direction_of_travel.last_year", "On last year"},
     {"direction_of_travel.last_period", "On last period"}}};

bool lacks(const Line& line, std::string_view field) {
    const TrackAssessment& track = line.assessed;
    if (field == "target.value") return !track.target;
    if (field == "year_to_date") return !track.projection.year_to_date;
    if (field == "projection.median") return !track.projection.median;
    if (field == "projection.lower_80") return !track.projection.interval_80;
    if (field == "projection.probability_met") return !track.projection.chance;
    if (field == "status.projection") return track.projected.status == Status::not_rated;
    if (field == "status.year_to_date") return track.year_to_date.status == Status::not_rated;
    if (field == "direction_of_travel.last_year") return track.since_last_year.direction == Direction::not_rated;
    return track.since_last_period.direction == Direction::not_rated;
}

struct Lack {
    std::string fields, reason;
};

/// What one row lacks: one entry per reason. Without any figure nothing else can be there either, and that is said once.
std::vector<Lack> lacks_of(const Line& line) {
    std::vector<Lack> lacks_found;
    if (line.is_milestone() || line.has_parts()) return lacks_found;
    const bool no_figure = lacks(line, "year_to_date") && lacks(line, "projection.median");
    for (const auto& [field, title] : columns) {
        if (!lacks(line, field)) continue;
        if (no_figure && field != "target.value" && field != "year_to_date") continue;
        const std::string reason = clean(reason_for(line, field));
        const auto same = std::find_if(lacks_found.begin(), lacks_found.end(),
                                       [&](const Lack& each) { return each.reason == reason; });
        if (same != lacks_found.end())
            same->fields.append(", ").append(title);
        else
            lacks_found.push_back(
                {no_figure && field == "year_to_date" ? "To date and all that follows from it" : std::string(title),
                 reason});
    }
    return lacks_found;
}

std::size_t place_in_table(std::string_view fields_named) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const auto& each) { return fields_named.starts_with(each.second); });
    return static_cast<std::size_t>(found - columns.begin());
}

std::string full_name(const Line& line) {
    return line.component ? clean(line.indicator.name) + ": " + clean(line.component->name)
                          : clean(line.indicator.name);
}

}  // namespace

std::string reason_for(const Line& line, std::string_view field) {
    if (std::string own = own_reason(line, field); !own.empty()) return own;
    const auto known =
        std::find_if(fields.begin(), fields.end(), [&](const Field& each) { return each.name == field; });
    std::vector<std::string_view> names{field};
    if (known != fields.end()) names.insert(names.end(), known->given_as.begin(), known->given_as.end());
    for (const std::string_view name : names) {
        if (const Missing* missing = find(line.assessed.missing, name)) return missing->reason;
        if (const Missing* missing = find(line.assessed.projection.missing, name)) return missing->reason;
    }
    if (const std::string_view standing = standing_reason(line, field); !standing.empty()) return std::string(standing);
    if (field == "baseline" && line.track.baseline && !line.track.baseline->note.empty())
        return clean(line.track.baseline->note);
    return std::string(known == fields.end() ? "not available" : known->otherwise);
}

std::string reason_for(const Placement& risk, std::string_view field) {
    if (const Missing* missing = find(risk.missing, "risk." + std::string(field))) return missing->reason;
    if (field == "indicator") return "the risk names no indicator";
    const bool of_chance = field == "derived_likelihood" || field == "probability_missed";
    if (const Missing* missing = of_chance ? find(risk.missing, "risk.likelihood") : nullptr) return missing->reason;
    if (field == "impact") return "the plan does not judge the impact";
    if (field == "rating")
        return risk.impact       ? "there is no likelihood"
               : risk.likelihood ? "the plan does not judge the impact; placed by likelihood alone"
                                 : "there is neither a likelihood nor an impact";
    return risk.basis_text.empty() ? "there is no chance to derive it from" : risk.basis_text;
}

std::vector<Note> notes_on(const Review& review) {
    struct Group {
        Lack lack;
        std::vector<std::string> rows;
    };
    std::vector<Group> groups;
    std::size_t rows = 0;
    for (const Section& section : sections_of(review)) {
        for (const Line& line : section.lines) {
            if (!line.is_milestone() && !line.has_parts()) ++rows;
            for (Lack& lack : lacks_of(line)) {
                const auto same = std::find_if(groups.begin(), groups.end(), [&](const Group& each) {
                    return each.lack.reason == lack.reason && each.lack.fields == lack.fields;
                });
                if (same == groups.end())
                    groups.push_back({std::move(lack), {full_name(line)}});
                else
                    same->rows.push_back(full_name(line));
            }
        }
    }
    std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) {
        return place_in_table(a.lack.fields) < place_in_table(b.lack.fields);
    });
    std::vector<Note> notes;
    for (const Group& group : groups) {
        constexpr std::size_t most_named = 4;
        std::string named;
        for (const std::string& row : group.rows) named += (named.empty() ? "" : "; ") + row;
        if (group.rows.size() > most_named)
            named = std::to_string(group.rows.size()) + " of " + std::to_string(rows) + " rows";
        notes.push_back({group.lack.fields, group.lack.reason, named});
    }
    return notes;
}

std::vector<Note> qualifications_in(const Review& review) {
    std::vector<Note> notes;
    for (const Section& section : sections_of(review)) {
        for (const Line& line : section.lines) {
            const Rated& rated =
                line.assessed.projected.qualified.empty() ? line.assessed.year_to_date : line.assessed.projected;
            if (!rated.qualified.empty()) {
                notes.push_back({"Status", clean(rated.qualified), full_name(line)});
                continue;
            }
            const Statement* shown[] = {year_end_said(line), to_date_said(line)};
            const auto said = std::find_if(std::begin(shown), std::end(shown), [](const Statement* one) {
                return one != nullptr && !one->qualified.empty();
            });
            if (said != std::end(shown))
                notes.push_back({"Status", "what is reported rests on " + clean((*said)->qualified), full_name(line)});
        }
    }
    return notes;
}

}  // namespace ontrack::inline v0::detail::report
