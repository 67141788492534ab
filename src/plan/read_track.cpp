#include <algorithm>
#include <tuple>

#include "plan/exact.hpp"
#include "plan/reading.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

constexpr Words<DataState, 5> state_words{{{"final", DataState::final},
                                           {"provisional", DataState::provisional},
                                           {"proxy", DataState::proxy},
                                           {"awaited", DataState::awaited},
                                           {"not_collected", DataState::not_collected}}};

void forward(TableReader& table, std::string_view key, const CalendarError& error) {
    table.complain(error.code(), error.message(), key, error.remedy());
}

struct Span {
    Period period;
    std::optional<Date> up_to;
};

/// A dated range stands for the period that it begins, seen up to the range's last day.
std::optional<Span> span_of(TableReader& table, const std::string& label, Frequency frequency, YearStart start) {
    if (label.find("..") == std::string::npos) return Span{parse_period(label, frequency, start), std::nullopt};
    const DateRange range = DateRange::parse(label);
    const Period period = Period::containing(range.first(), frequency, start);
    if (range.first() == period.first_day() && range.last() <= period.last_day()) {
        return Span{period, range.last()};
    }
    table.complain("range-not-in-period",
                   in_ticks(label) + " does not begin a " + std::string(to_string(frequency)) + " and end in it",
                   "period",
                   "A range begins on the first day of a period, here " + period.first_day().to_string() +
                       ", and ends by its last, here " + period.last_day().to_string() + ".");
    return std::nullopt;
}

std::optional<Span> read_span(TableReader& table, const TrackKind& kind, const Reading& reading) {
    const auto label = table.text("period");
    if (!label || !kind.frequency || !reading.year_start) return std::nullopt;
    try {
        return span_of(table, *label, *kind.frequency, *reading.year_start);
    } catch (const CalendarError& error) {
        forward(table, "period", error);
        return std::nullopt;
    }
}

std::optional<Period> reading_as(const std::string& label, Frequency frequency, YearStart start) try {
    return parse_period(label, frequency, start);
} catch (const CalendarError&) {
    return std::nullopt;
}

/// A baseline is of a year, or of one of the indicator's own periods.
std::optional<Period> read_baseline_period(TableReader& table, const TrackKind& kind, const Reading& reading) {
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
        forward(table, "period", error);
        return std::nullopt;
    }
}

std::optional<Baseline> read_baseline(const Node& node, const TrackKind& kind, const Reading& reading) {
    TableReader table(node, baseline_format, reading.problems);
    Baseline baseline;
    baseline.where = table.place();
    baseline.value = table.number("value");
    baseline.period = read_baseline_period(table, kind, reading);
    baseline.note = table.text("note").value_or("");
    baseline.figures = read_figures(table, reading);
    return table.complete() ? std::optional(baseline) : std::nullopt;
}

/// The value that numerator and denominator give, where they give one.
std::optional<Decimal> derived_value(const Observation& seen, const std::optional<Measure>& measure) try {
    if (!measure || !seen.numerator || !seen.denominator || seen.denominator->sign() <= 0) return std::nullopt;
    const auto* rate = std::get_if<Rate>(&*measure);
    if (rate == nullptr && !is_percentage(*measure)) return std::nullopt;
    const Ratio per = rate != nullptr ? exact(rate->per) : Ratio(100);
    return rounded(per * exact(*seen.numerator) / exact(*seen.denominator), 12, Rounding::half_up);
} catch (const DataError&) {
    return std::nullopt;
}

std::optional<Observation> read_milestone_report(const Node& node, const TrackKind& kind, const Reading& reading) {
    TableReader table(node, milestone_report_format, reading.problems);
    const auto done = table.date("done");
    auto span = read_span(table, kind, reading);
    std::string note = table.text("note").value_or("");
    if (table.find("done") == nullptr && table.find("period") == nullptr) {
        table.complain("missing-key", "an observation of a milestone needs the key `period` or `done`", "period",
                       "Add the period that it reports on, or the day on which it was done.");
    }
    if (!table.complete() || !reading.year_start || !kind.frequency) return std::nullopt;
    if (!span && done) span = Span{Period::containing(*done, *kind.frequency, *reading.year_start), std::nullopt};
    if (!span) return std::nullopt;
    return Observation{.period = span->period,
                       .value = {},
                       .numerator = {},
                       .denominator = {},
                       .state = DataState::final,
                       .up_to = span->up_to,
                       .done = done,
                       .note = std::move(note),
                       .where = table.place()};
}

}  // namespace

std::vector<Figure> read_figures(TableReader& table, const Reading& reading) {
    std::vector<Figure> figures;
    for (const Node& node : table.list("figures")) {
        TableReader figure(node, figure_format, reading.problems);
        figures.push_back({figure.text("name").value_or(""), figure.number("value").value_or(Decimal()),
                           figure.text("unit").value_or("")});
    }
    return figures;
}

std::optional<Observation> read_observation(const Node& node, const TrackKind& kind, const Reading& reading) {
    if (kind.measure && std::holds_alternative<Milestone>(*kind.measure)) {
        return read_milestone_report(node, kind, reading);
    }
    TableReader table(node, observation_format, reading.problems);
    const auto span = read_span(table, kind, reading);
    const auto value = table.number("value");
    const auto numerator = table.number("numerator");
    const auto denominator = table.number("denominator");
    const auto state = table.word("state", state_words);
    auto up_to = table.date("up_to");
    std::string note = table.text("note").value_or("");
    if (!table.complete() || !span) return std::nullopt;
    if (span->up_to && up_to) {
        table.complain("unexpected-key", "the period is a dated range, which says already up to when", "up_to",
                       "Remove `up_to`, or write the period's label.");
        return std::nullopt;
    }
    if (span->up_to) up_to = span->up_to;
    if (up_to == span->period.last_day()) up_to.reset();
    Observation seen{.period = span->period,
                     .value = value,
                     .numerator = numerator,
                     .denominator = denominator,
                     .state = state.value_or(DataState::final),
                     .up_to = up_to,
                     .done = {},
                     .note = std::move(note),
                     .where = table.place()};
    if (!seen.value) seen.value = derived_value(seen, kind.measure);
    return seen;
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
    const auto order = [](const Observation& seen) {
        return std::tuple(seen.period.ordinal(), seen.where.line, seen.where.column);
    };
    std::sort(track.observations.begin(), track.observations.end(),
              [&](const Observation& a, const Observation& b) { return order(a) < order(b); });
    return track;
}

}  // namespace ontrack::inline v0::detail
