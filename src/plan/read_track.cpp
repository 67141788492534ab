#include <algorithm>
#include <tuple>

#include "plan/reading.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

std::optional<Period> reading_as(const std::string& label, Frequency frequency, YearStart start) try {
    return parse_period(label, frequency, start);
} catch (const CalendarError&) {
    return std::nullopt;
}

std::optional<Baseline> read_baseline(const Node& node, const TrackKind& kind, const Reading& reading) {
    TableReader table(node, baseline_format, reading.problems);
    Baseline baseline;
    baseline.where = table.place();
    baseline.value = table.number("value");
    baseline.period = read_year_or_own_period(table, kind, reading);
    baseline.note = table.text("note").value_or("");
    baseline.figures = read_figures(table, reading);
    return table.complete() ? std::optional(baseline) : std::nullopt;
}

}  // namespace

std::optional<Period> read_year_or_own_period(TableReader& table, const TrackKind& kind, const Reading& reading) {
    const auto label = table.text("period");
    if (!label || !kind.frequency || !reading.year_start) return std::nullopt;
    const auto year = reading_as(*label, Frequency::year, *reading.year_start);
    const auto own = reading_as(*label, *kind.frequency, *reading.year_start);
    if (year && own && *year != *own) {
        table.complain("ambiguous-period",
                       in_ticks(*label) + " is the month " + own->first_day().to_words().substr(2) +
                           " and also the year " + year->label(),
                       "period",
                       "Write a year with a stroke: " + in_ticks(label->substr(0, 4) + "/" + label->substr(5)) + ".");
        return std::nullopt;
    }
    if (year) return year;
    if (own) return own;
    try {
        return parse_period(*label, *kind.frequency, *reading.year_start);
    } catch (const CalendarError& error) {
        table.forward("period", error);
        return std::nullopt;
    }
}

std::vector<Figure> read_figures(TableReader& table, const Reading& reading) {
    std::vector<Figure> figures;
    for (const Node& node : table.list("figures")) {
        TableReader figure(node, figure_format, reading.problems);
        auto value = figure.number("value");
        auto inexact = read_inexact(figure, value);
        if (inexact) value.reset();
        figures.push_back({figure.text("name").value_or(""), value, figure.text("unit").value_or(""),
                           std::move(inexact), read_parts(figure, reading), figure.place()});
        if (figure.complete() && !figures.back().value && !figures.back().inexact) {
            figure.complain("missing-key", "a figure needs the key `value`", "value",
                            "Add it, or `range`, `more_than`, `at_least`, `at_most`, `less_than` or `change_percent`.");
        }
    }
    return figures;
}

Track read_track(TableReader& table, const TrackKind& kind, const Reading& reading) {
    Track track;
    bool baseline_lost = false;
    if (const Node* node = table.find("baseline")) {
        track.baseline = read_baseline(*node, kind, reading);
        baseline_lost = !track.baseline;
    }
    if (const Node* node = table.find("target")) track.target = read_target(*node, reading);
    // Without its baseline the target cannot be checked; the plan is refused anyway.
    if (baseline_lost) track.target.reset();
    for (const Node& node : table.list("observations")) {
        if (auto seen = read_observation(node, kind, reading)) track.observations.push_back(std::move(*seen));
    }
    track.comparators = read_comparators(table, kind, reading);
    const auto order = [](const Observation& seen) {
        return std::tuple(seen.period.ordinal(), seen.where.line, seen.where.column);
    };
    std::sort(track.observations.begin(), track.observations.end(),
              [&](const Observation& a, const Observation& b) { return order(a) < order(b); });
    return track;
}

}  // namespace ontrack::inline v0::detail
