#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ontrack/plan/plan.hpp>

#include "plan/table_reader.hpp"

namespace ontrack::inline v0::detail {

/// What every part of the reader needs to know of the rest of the file. What could not be read itself is empty, and what
/// depends on it is then read without complaint.
struct Reading {
    Problems& problems;
    std::optional<YearStart> year_start;
    std::optional<RiskScales> scales;
};

/// An indicator, and whether it was read whole: only then is it worth checking against itself.
struct ReadIndicator {
    Indicator indicator;
    bool whole = true;
};
[[nodiscard]] ReadIndicator read_indicator(const Node& node, const Reading& reading);

/// What the tracks of an indicator share. Empty: could not be read.
struct TrackKind {
    std::optional<Measure> measure;
    std::optional<Frequency> frequency;
};
/// Baseline, target and observations among the keys of an indicator or component.
[[nodiscard]] Track read_track(TableReader& table, const TrackKind& kind, const Reading& reading);
[[nodiscard]] std::optional<Observation> read_observation(const Node& node, const TrackKind& kind,
                                                          const Reading& reading);
/// A year, or one of the indicator's own periods, under the key `period`.
[[nodiscard]] std::optional<Period> read_year_or_own_period(TableReader& table, const TrackKind& kind,
                                                            const Reading& reading);
/// The figure that is no single number, under whichever key it stands.
[[nodiscard]] std::optional<InexactFigure> read_inexact(TableReader& table, const std::optional<Decimal>& value);
[[nodiscard]] std::optional<Reported> read_reported(const Node& node, const Reading& reading);
[[nodiscard]] std::vector<FigurePart> read_parts(TableReader& table, const Reading& reading);
[[nodiscard]] std::vector<Comparator> read_comparators(TableReader& table, const TrackKind& kind,
                                                       const Reading& reading);
/// A day, or the days of a period, and how it is called.
struct Days {
    Date first;
    Date last;
    std::string label;
};
[[nodiscard]] std::optional<Days> read_days(TableReader& table, std::string_view key, const Reading& reading);
[[nodiscard]] std::optional<Interruption> read_interruption(const Node& node, const Reading& reading);
/// The value that numerator and denominator give, where they give one.
[[nodiscard]] std::optional<Decimal> derived_value(const std::optional<Measure>& measure,
                                                   const std::optional<Decimal>& numerator,
                                                   const std::optional<Decimal>& denominator);
[[nodiscard]] std::optional<Target> read_target(const Node& node, const Reading& reading);
[[nodiscard]] std::vector<Figure> read_figures(TableReader& table, const Reading& reading);

[[nodiscard]] std::optional<RiskScales> read_scales(const Node& node, Problems& problems);
[[nodiscard]] std::optional<LikelihoodJudgement> read_likelihood(TableReader& table, const Reading& reading);
[[nodiscard]] std::optional<ImpactJudgement> read_impact(TableReader& table, const Reading& reading);
[[nodiscard]] std::vector<Countermeasure> read_countermeasures(TableReader& table, const Reading& reading);
[[nodiscard]] RiskEntry read_risk(const Node& node, const Reading& reading);
/// Budget, progress, attention, actions, next period and boards.
void read_board_report(TableReader& root, const Reading& reading, Plan& plan);

}  // namespace ontrack::inline v0::detail
