#include "plan/exact.hpp"
#include "plan/reading.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

constexpr Words<DataState, 11> state_words{{{"final", DataState::final},
                                            {"revised", DataState::revised},
                                            {"provisional", DataState::provisional},
                                            {"estimated", DataState::estimated},
                                            {"proxy", DataState::proxy},
                                            {"doubtful", DataState::doubtful},
                                            {"not_comparable", DataState::not_comparable},
                                            {"awaited", DataState::awaited},
                                            {"suppressed", DataState::suppressed},
                                            {"no_accurate_data", DataState::no_accurate_data},
                                            {"not_collected", DataState::not_collected}}};

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
        table.forward("period", error);
        return std::nullopt;
    }
}

/// The day up to which a figure goes, where that is not the whole period.
std::optional<Date> read_up_to(TableReader& table, const Span& span) {
    auto up_to = table.date("up_to");
    if (span.up_to && up_to) {
        table.complain("unexpected-key", "the period is a dated range, which says already up to when", "up_to",
                       "Remove `up_to`, or write the period's label.");
        return std::nullopt;
    }
    if (span.up_to) up_to = span.up_to;
    if (up_to == span.period.last_day()) up_to.reset();
    return up_to;
}

std::optional<Reported> read_words(TableReader& table, const Reading& reading) {
    const Node* node = table.find("reported");
    return node == nullptr ? std::nullopt : read_reported(*node, reading);
}

std::optional<Observation> read_milestone_report(const Node& node, const TrackKind& kind, const Reading& reading) {
    TableReader table(node, milestone_report_format, reading.problems);
    const auto done = table.date("done");
    auto span = read_span(table, kind, reading);
    auto reported = read_words(table, reading);
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
                       .where = table.place(),
                       .reported = std::move(reported)};
}

}  // namespace

std::optional<Decimal> derived_value(const std::optional<Measure>& measure, const std::optional<Decimal>& numerator,
                                     const std::optional<Decimal>& denominator) try {
    if (!measure || !numerator || !denominator || denominator->sign() <= 0) return std::nullopt;
    const auto per = per_of(*measure);
    if (!per) return std::nullopt;
    return rounded(exact(*per) * exact(*numerator) / exact(*denominator), 12, Rounding::half_up);
} catch (const DataError&) {
    return std::nullopt;
}

std::optional<Observation> read_observation(const Node& node, const TrackKind& kind, const Reading& reading) {
    if (kind.measure && std::holds_alternative<Milestone>(*kind.measure)) {
        return read_milestone_report(node, kind, reading);
    }
    TableReader table(node, observation_format, reading.problems);
    const auto span = read_span(table, kind, reading);
    auto value = table.number("value");
    const auto numerator = table.number("numerator");
    const auto denominator = table.number("denominator");
    const auto state = table.word("state", state_words);
    const auto up_to = span ? read_up_to(table, *span) : std::nullopt;
    auto inexact = read_inexact(table, value);
    auto reported = read_words(table, reading);
    std::string derived_from = table.text("derived_from").value_or("");
    auto parts = read_parts(table, reading);
    std::string note = table.text("note").value_or("");
    const bool words_lost = table.find("reported") != nullptr && !reported;
    if (!table.complete() || !span || words_lost) return std::nullopt;
    if (inexact) value.reset();
    if (!value && !inexact) value = derived_value(kind.measure, numerator, denominator);
    return Observation{.period = span->period,
                       .value = value,
                       .numerator = numerator,
                       .denominator = denominator,
                       .state = state.value_or(derived_from.empty() ? DataState::final : DataState::estimated),
                       .up_to = up_to,
                       .done = {},
                       .note = std::move(note),
                       .where = table.place(),
                       .inexact = std::move(inexact),
                       .reported = std::move(reported),
                       .derived_from = std::move(derived_from),
                       .parts = std::move(parts)};
}

}  // namespace ontrack::inline v0::detail
