#include <ontrack/stats/design.hpp>

#include <cmath>
#include <numbers>
#include <string>

#include "stats/arguments.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

std::size_t season_columns(const Season& season) {
    if (season.kind == SeasonKind::none) return 0;
    if (season.length < 2)
        detail::refuse("not-a-season", "the season's length is " + std::to_string(season.length), "season.length",
                       "Give 2 periods or more, or no season");
    if (season.first < 0 || season.first >= season.length)
        detail::refuse("not-a-season", "the first place is " + std::to_string(season.first), "season.first",
                       "Give 0 to length - 1");
    if (season.kind == SeasonKind::effects) return static_cast<std::size_t>(season.length) - 1;
    if (season.pairs < 1 || season.pairs > season.length / 2)
        detail::refuse("not-a-season", "there are " + std::to_string(season.pairs) + " harmonic pairs", "season.pairs",
                       "Give 1 to length/2");
    return static_cast<std::size_t>(2 * season.pairs - (2 * season.pairs == season.length ? 1 : 0));
}

double* season_row(const Season& season, std::size_t t, double* row) {
    if (season.kind == SeasonKind::none) return row;
    const auto length = static_cast<std::size_t>(season.length);
    const std::size_t place = (t + static_cast<std::size_t>(season.first)) % length;
    if (season.kind == SeasonKind::effects) {
        for (std::size_t k = 1; k < length; ++k) *row++ = place == k ? 1.0 : 0.0;
        return row;
    }
    for (int k = 1; k <= season.pairs; ++k) {
        const auto turns = static_cast<double>(static_cast<std::size_t>(k) * place % length);
        const double angle = 2.0 * std::numbers::pi * turns / static_cast<double>(length);
        if (2 * k != season.length) *row++ = std::sin(angle);
        *row++ = std::cos(angle);
    }
    return row;
}

double column_of(const Interruption& interruption, std::size_t t, double periods_per_year) {
    if (t < interruption.at) return 0.0;
    switch (interruption.kind) {
        case InterruptionKind::step:
            return 1.0;
        case InterruptionKind::slope:
            return static_cast<double>(t - interruption.at) / periods_per_year;
        case InterruptionKind::pulse:
            break;
    }
    return t - interruption.at < interruption.length ? 1.0 : 0.0;
}

void require_interruptions(std::span<const Interruption> interruptions, std::size_t periods) {
    for (std::size_t i = 0; i < interruptions.size(); ++i) {
        const bool is_pulse = interruptions[i].kind == InterruptionKind::pulse;
        const std::size_t at = interruptions[i].at;
        if (at < periods && (at > 0 || is_pulse) && (!is_pulse || interruptions[i].length > 0)) continue;
        detail::refuse("not-a-period", "an interruption begins at " + std::to_string(at),
                       "interruptions[" + std::to_string(i) + ']',
                       "Give the index of a period, after the first for a step or slope, and a length above 0");
    }
}

}  // namespace

std::size_t design_columns(const SeriesDesign& design) {
    if (design.periods_per_year < 1)
        detail::refuse("wrong-periods", "there are " + std::to_string(design.periods_per_year) + " periods a year",
                       "periods_per_year", "Give 12, 4, 2 or 1");
    return 1 + (design.trend ? 1 : 0) + season_columns(design.season) + design.interruptions.size();
}

std::vector<double> design_matrix(const SeriesDesign& design, std::size_t periods) {
    std::vector<double> rows(periods * design_columns(design));
    require_interruptions(design.interruptions, periods);
    const double year = design.periods_per_year;
    double* next = rows.data();
    for (std::size_t t = 0; t < periods; ++t) {
        *next++ = 1.0;
        if (design.trend) *next++ = static_cast<double>(t) / year;
        next = season_row(design.season, t, next);
        for (const Interruption& each : design.interruptions) *next++ = column_of(each, t, year);
    }
    return rows;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
