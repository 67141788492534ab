#pragma once

#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/outturn.hpp>
#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

enum class Decomposition : std::uint8_t {
    additive,        ///< value = trend + seasonal + remainder
    multiplicative,  ///< value = trend · seasonal · remainder
};

struct DecompositionOptions {
    int season_length = 12;  ///< at least 2
    Decomposition kind = Decomposition::additive;
    unsigned threads = 1;  ///< the results do not depend on it
};

/// Where the parts go; every span is as long as the values, or is empty when that part is not wanted.
struct DecompositionColumns {
    std::span<double> trend, seasonal, remainder;
};

/// Classical decomposition (Persons 1919; Kendall & Stuart 1983; the arithmetic of R's `decompose`). Trend: the centred
/// moving average over one season, the two end points at half weight when its length m is even; none (NaN) for the first and
/// last ⌊m/2⌋ points. Seasonal: for each place in the season the mean of value − trend (or value/trend), less (or divided
/// by) the mean of these m figures. The seasonally adjusted value is value − seasonal (or value/seasonal).
///
/// NaN is a missing value: it has no remainder, windows that hold it have no trend, and the figures are means of what there
/// is. Status: `too_few_points` (less than two seasons, or a place in the season without any trend), `not_finite`,
/// `negative_value` (multiplicative), `value_undefined` (multiplicative with a trend or a figure of 0), `invalid_option`; then
/// every part is NaN. Allocates nothing: O(n m).
ONTRACK_EXPORT Status decompose_into(std::span<const double> values, const DecompositionOptions& options,
                                     const DecompositionColumns& out) noexcept;

/// Every series of a panel; the parts are laid out as its values. Throws and allocates nothing (but threads).
ONTRACK_EXPORT void decompositions_into(const Panel& panel, const DecompositionOptions& options,
                                        const DecompositionColumns& out, std::span<Status> status) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
