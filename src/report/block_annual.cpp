#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include <ontrack/plan/trajectory.hpp>

#include "assessment/wording.hpp"
#include "report/block_builders.hpp"
#include "report/lines.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

constexpr std::array conventions{std::pair{AnnualChange::compound, "compound"},
                                 std::pair{AnnualChange::simple, "simple"},
                                 std::pair{AnnualChange::rounded_each_year, "rounded each year"}};

/// `1664 / 1648 / 1631`: the target at the end of every year of its path.
std::string years_text(const Line& line, Track track, AnnualChange convention, const Period& year) {
    std::get<PercentPerAnnum>(track.target->rule).convention = convention;
    const auto path = trajectory(line.indicator, track, year);
    std::vector<std::string> targets;
    if (path) {
        for (const TrajectoryPoint& point : path->points) {
            if (point.period.last_day() == point.period.year(year.year_start()).last_day())
                targets.push_back(value_text(line, point.rounded));
        }
    }
    return joined_by(targets, " / ");
}

/// The years of the path: `2017-18 to 2019-20`.
std::string span_text(const Line& line, const Period& year) {
    const auto path = trajectory(line.indicator, line.track, year);
    if (!path) return std::string(nothing);
    const Period first = path->points.front().period.year(year.year_start());
    const Period last = path->points.back().period.year(year.year_start());
    return first == last ? first.label() : first.label() + " to " + last.label();
}

/// The other conventions' targets, where they differ from those held to: `1664 / 1647 / 1631 (simple; rounded each year)`.
std::string others_text(const Line& line, const std::string& held, const Period& year) {
    std::vector<std::pair<std::string, std::string>> readings;
    for (const auto& [convention, name] : conventions) {
        const std::string targets = years_text(line, line.track, convention, year);
        if (targets == held) continue;
        if (!readings.empty() && readings.back().first == targets)
            readings.back().second += std::string("; ") + name;
        else
            readings.emplace_back(targets, name);
    }
    std::vector<std::string> words;
    for (const auto& [targets, names] : readings) words.push_back(targets + " (" + names + ")");
    return or_nothing(joined_by(words, "; "));
}

}  // namespace

Block annual_block(const Review& review) {
    Block block{"per_annum",
                "Targets per annum, year by year",
                "",
                {"Indicator", "Years", "Held to", "Other readings of the words"},
                {}};
    for (const Section& section : sections_of(review)) {
        for (const Line& line : section.lines) {
            const auto* rule = line.track.target ? std::get_if<PercentPerAnnum>(&line.track.target->rule) : nullptr;
            if (rule == nullptr) continue;
            const std::string held = years_text(line, line.track, rule->convention, review.year);
            if (held.empty()) continue;
            const auto* name = std::find_if(conventions.begin(), conventions.end(),
                                            [&](const auto& one) { return one.first == rule->convention; });
            block.rows.push_back({line.full_name(), span_text(line, review.year), held + " (" + name->second + ")",
                                  others_text(line, held, review.year)});
        }
    }
    return block;
}

}  // namespace ontrack::inline v0::detail::report
