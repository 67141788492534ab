#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/benchmark.hpp>
#include <ontrack/stats/overdispersion.hpp>
#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// What the points of a funnel plot are: x of n, x over an exposure n, or x observed over n expected events.
enum class FunnelStatistic : std::uint8_t { proportion, rate, ratio };

/// How the limits around the target θ open as the base n falls. z is the normal quantile of the level, τ² the variance between
/// areas (0 unless over-dispersion is asked for), E = θ·n. P marks methods for proportions, C those for rates and ratios.
enum class FunnelLimits : std::uint8_t {
    score,  ///< PC: θ ∓ z·√(s² + τ²), s² = θ(1 − θ)/n of a proportion, θ/n else (Spiegelhalter 2005)
    wilson,  ///< P: Wilson's limits as if θ·n events had been seen
    exact,  ///< C: the x, between whole numbers too, with P(X ≤ x) and P(X ≥ x) of a Poisson mean E at the level's
    ///< tail; a point's class is by its own interval, exact below 10 events and Byar from 10, against E
    exact_around,  ///< C: Garwood's limits as if E events had been seen, over n
    arcsine,  ///< P: sin²(arcsin √θ ∓ z·√(1/(4n) + τ²))
    log,  ///< C: θ·exp(∓z·√(1/E + τ²)); a point without events has no z-score
    root,  ///< C: (√θ ∓ z·√(1/(4n) + τ²))²
    root_not_squared,  ///< C: θ ∓ z·√(1/(4n) + τ²): FunnelPlotR's for the CQC method, about half as wide as they ought to be
    log_of_counts,  ///< C: θ·exp(∓z·√(1/(4n) + τ²)): FunnelPlotR's for a ratio of two counts; z-scores have the variance
    ///< 1/x + 1/n of such a ratio (with ½ added to each), which these limits fall short of
};

/// What is done when the areas differ by more than chance (φ above 1).
enum class Overdispersion : std::uint8_t {
    none,
    additive,  ///< τ² is added to the variance (random effects)
    multiplicative,  ///< the standard error is multiplied by √φ where φ > 1
};

struct FunnelOptions {
    FunnelStatistic statistic = FunnelStatistic::proportion;
    FunnelLimits limits = FunnelLimits::score;
    /// In units of x/n. NaN: 1 for a ratio, else the pooled Σx/Σn.
    double target = std::numeric_limits<double>::quiet_NaN();
    Overdispersion overdispersion = Overdispersion::none;  ///< not with `wilson`, `exact`, `exact_around`
    TrimmingOptions trimming = {};
    double confidence = 0.95;
    double outer_confidence = 0.998;
    int z_decimals = -1;  ///< normal quantiles rounded to so many decimals, as some packages have them; −1: not rounded
    double per = 1.0;  ///< values and limits are multiplied by it: 100 for per cent, 100,000 for a rate
    double minimum_events =
        0.0;  ///< a point with fewer is not judged (`too_few_events`), but counts towards the target
    Better better = Better::neither;
};

/// What all points of a funnel share.
struct Funnel {
    double target;  ///< in the unit of the values
    Dispersion dispersion;  ///< of the z-scores on the scale of the limits
    Status status;  ///< `no_denominator` where nothing can be pooled, `invalid_option`, …
};

/// One element for each point, or empty. A limit that does not exist is NaN.
struct FunnelColumns {
    std::span<double> value, lower, upper, outer_lower, outer_upper;
    std::span<double>
        z;  ///< (y − target)/s on the scale of the limits, without allowance for dispersion; NaN for the exact ones
    std::span<Comparison> comparison;
    std::span<Status> status;
};

/// Points x of n, their limits and classes. A point outside its limits is lower or higher (worse or better by `better`),
/// outside the outer ones lowest or highest; on a limit it is similar. Status of a point: `missing_value`, `negative_value`,
/// `not_finite`, `not_a_count`, `no_denominator`, `above_denominator` (proportion), `too_few_events`; such points have no part in
/// the target but for the last. Throws `DataError` for spans of another length and options out of their domain
/// (`not-a-confidence-level`, `not-positive`, `not-for-this-statistic`), before it writes.
ONTRACK_EXPORT Funnel funnel_into(std::span<const double> x, std::span<const double> n, const FunnelOptions& options,
                                  const FunnelColumns& out);

/// The lines of a funnel at bases of one's choice, to draw it. Columns `value`, `z`, `comparison` are left alone.
ONTRACK_EXPORT void funnel_lines_into(const Funnel& funnel, std::span<const double> n, const FunnelOptions& options,
                                      const FunnelColumns& out);

/// The exact funnel the other way round, as PHEindicatormethods draws it: the bases at which so many events would be on each
/// limit, Garwood's limits of the events over the target. The limit there is per·events/base.
struct EventFunnel {
    double lower_base, upper_base;
    double outer_lower_base, outer_upper_base;
    Status status;
};
[[nodiscard]] ONTRACK_EXPORT EventFunnel event_funnel(double events, const Funnel& funnel,
                                                      const FunnelOptions& options) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
