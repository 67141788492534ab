#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <ontrack/export.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

enum class SeasonKind : std::uint8_t {
    none,
    effects,    ///< one column for each place in the year but the first: length − 1 columns
    harmonics,  ///< sin and cos of 2πk·place/length, k = 1 … pairs (no sine where 2k = length)
};

/// The season of a regression. Effects need an event at each place of the year; harmonics do with few columns.
struct Season {
    SeasonKind kind = SeasonKind::effects;
    int length = 12;  ///< periods a year, at least 2
    int pairs = 2;    ///< of harmonics, 1 … length/2
    int first = 0;    ///< place in the year of the first period
};

enum class InterruptionKind : std::uint8_t {
    step,   ///< 1 from `at` on: a change of level
    slope,  ///< years since `at`, from `at` on: a change of trend (0 in the first period)
    pulse,  ///< 1 for `length` periods from `at` on: a change that goes back
};

/// Something that happened at a known date (Wagner, Soumerai, Zhang & Ross-Degnan 2002).
struct Interruption {
    InterruptionKind kind = InterruptionKind::step;
    std::size_t at = 0;      ///< index of the first period that it touches; of a step or slope not 0
    std::size_t length = 1;  ///< of a pulse
};

/// The columns of a series model, in this order: intercept; trend in years since the first period; season; interruptions.
struct SeriesDesign {
    int periods_per_year = 12;
    bool trend = true;
    Season season = {};
    std::span<const Interruption> interruptions = {};
};

/// How many columns it has. Throws `DataError` for an option out of its domain.
[[nodiscard]] ONTRACK_EXPORT std::size_t design_columns(const SeriesDesign& design);
/// Its rows, one after the other. Throws `DataError`, also for an interruption outside the periods.
[[nodiscard]] ONTRACK_EXPORT std::vector<double> design_matrix(const SeriesDesign& design, std::size_t periods);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
