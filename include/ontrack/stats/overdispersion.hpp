#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// What is done with the most extreme z-scores before dispersion is estimated, so that true outliers do not hide themselves.
enum class Trimming : std::uint8_t {
    none,
    /// The z-scores outside of the quantiles (type 7) of `share` and 1 − share are set to them (Spiegelhalter 2005; Care
    /// Quality Commission).
    winsorise,
    /// Those in the outermost classes of 1/share by rank are left out: floor(rank/(share·(n + 1))) of 0 or 1/share − 1, tied
    /// scores having their mean rank (NHS Digital's Summary Hospital-level Mortality Indicator).
    truncate,
};

struct TrimmingOptions {
    Trimming method = Trimming::winsorise;
    double share = 0.1;  ///< at each end, 0 < share < ½
};

/// How much more the areas differ than chance makes them.
struct Dispersion {
    double ratio;  ///< φ = Σ z²/I of the I trimmed z-scores: 1 for chance alone
    /// τ² = (I·φ − (I − 1))/(Σ w − Σ w²/Σ w), w = 1/s², of the scores left in; 0 where I·φ < I − 1 (DerSimonian & Laird 1986
    /// as in Spiegelhalter 2005). On the scale of the standard errors s.
    double between_variance;
    std::size_t points;  ///< I
    Status status;  ///< `too_few_points` below two; `invalid_option`
};

/// The z-scores after trimming, in their places; NaN where one is left out, or was NaN. `out` may be `z` itself. Throws
/// `DataError` for a length that differs or a share out of its domain; else nothing but std::bad_alloc.
ONTRACK_EXPORT void trim_scores_into(std::span<const double> z, const TrimmingOptions& options, std::span<double> out);

/// From z-scores (y − target)/s and their standard errors s; those that are NaN are left out.
[[nodiscard]] ONTRACK_EXPORT Dispersion estimate_dispersion(std::span<const double> z,
                                                            std::span<const double> standard_error,
                                                            const TrimmingOptions& options = {});

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
