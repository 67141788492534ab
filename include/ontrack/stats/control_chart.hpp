#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/outturn.hpp>
#include <ontrack/stats/status.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Which chart. x = events or measurement, n = base; centre, and σ of one point. Limits are centre ± 3σ, cut at 0 and 1 where
/// the plotted value cannot pass them. R̄ is the mean moving range, R̄/d its σ (`MovingRangeFactor`).
enum class Chart : std::uint8_t {
    run,  ///< x; median; no limits
    xmr,  ///< x; mean; R̄/d (Shewhart 1931; Wheeler 1993). Also called I or X chart
    mr,  ///< |xᵢ − xᵢ₋₁|; R̄; upper limit 3.267·R̄, inner lines at thirds of it, lower 0
    xbar,  ///< subgroup mean; Σnx̄/Σn; s̄/(c₄√n). s̄: mean of s, pooled where subgroups differ in size
    s,  ///< subgroup standard deviation; s̄; s̄√(1 − c₄²)/c₄
    p,  ///< x/n ≤ 1; Σx/Σn; √(p̄(1 − p̄)/n)
    p_prime,  ///< as p, σ times the R̄/d of z = (p − p̄)/σ (Laney 2002)
    u,  ///< x/n; Σx/Σn; √(ū/n)
    u_prime,  ///< as u, with Laney's factor
    c,  ///< x; mean; √c̄
    c_prime,  ///< as c, with Laney's factor: an XmR chart cut at 0
    g,  ///< opportunities between events; median; limits mean + 3√(m(m + 1)), lower 0 (Benneyan 2001)
    t,  ///< time between events > 0; an XmR chart of x^(1/3.6), transformed back (Nelson 1994)
    i_prime,  ///< x/n with any x; Σx/Σn; σ̄/√n, σ̄ the mean of √(π/2)·|Δ(x/n)|/√(1/n₁ + 1/n₂) (Taylor 2017)
};

/// What one point takes part in. An exclusion with a freeze and a ghost may stand in one series.
enum class PointUse : std::uint8_t {
    baseline,  ///< the centre and limits, and every rule
    judged,  ///< every rule (a point after a freeze)
    excluded,  ///< the rule beyond the limits only: it is passed over by runs and trends
    ghost,  ///< nothing: it is drawn only
};

/// d in R̄/d: three limits of one XmR chart are R̄ times 2.66 (Wheeler; NHSRplotthedots, the NHS Making Data Count tool),
/// 3/1.128 (Montgomery 6th ed.; qicharts2, autospc) or 3√π/2 = 2.65868…, the exact constant.
enum class MovingRangeFactor : std::uint8_t { wheeler_2_66, rounded_1_128, exact };

/// Moving ranges above 3.267·R̄ are left out of R̄, once (Nelson 1982): on in NHSRplotthedots 0.1 and qicharts2 0.8, off in the
/// NHS Making Data Count tool. `once_unless_flat` does not screen where nothing but zeros would be left (1, 1, 1, 1, 2).
enum class Screening : std::uint8_t { none, once, once_unless_flat };

/// Whether the neighbours of a point that is out of the baseline make a moving range (qicharts2 0.8). A missing value never
/// joins its neighbours.
enum class Neighbours : std::uint8_t { joined, parted };

struct ChartOptions {
    Chart chart = Chart::xmr;
    MovingRangeFactor factor = MovingRangeFactor::wheeler_2_66;
    Screening screening = Screening::none;
    Neighbours neighbours = Neighbours::joined;
    /// Of each phase, how many points from its first may be in the baseline (a freeze); 0 = all.
    std::size_t baseline_points = 0;
};

/// One series; every span but `values` may be empty, else has as many elements. NaN is a gap; so is a point with n = 0 and
/// x = 0. A phase is a chart of its own.
struct ChartSeries {
    std::span<const double> values;  ///< x; the subgroup means of x̄; not read by s
    std::span<const double> denominators = {};  ///< n > 0; whole subgroup sizes ≥ 2 for x̄ and s
    std::span<const double> deviations = {};  ///< subgroup standard deviations of x̄ and s
    std::span<const PointUse> use = {};  ///< empty = all baseline
    std::span<const std::uint8_t> starts = {};  ///< not 0 where a new phase starts; the first point always does
};

/// Where a chart writes; every span has one element per point or is empty. NaN where a line or value does not exist.
struct ChartColumns {
    std::span<double> value, centre, lower, upper;
    std::span<double> lower_warning, upper_warning;  ///< at 2σ
};

/// Draws one series. The status is that of the latest phase: `no_variation` leaves a centre without limits. Statuses:
/// too_few_points, not_finite, negative_value, not_positive, no_denominator (n = 0 with events, or none given),
/// above_denominator, no_variation, invalid_option. Never throws, allocates nothing.
ONTRACK_EXPORT Status chart_into(const ChartSeries& series, const ChartOptions& options,
                                 const ChartColumns& out) noexcept;

/// The mean, standard deviation and size of each ragged subgroup, for x̄ and s; NaN are left out.
ONTRACK_EXPORT void subgroups_into(const Panel& subgroups, std::span<double> mean, std::span<double> deviation,
                                   std::span<double> size) noexcept;

/// c₄(n) = √(2/(n − 1))·Γ(n/2)/Γ((n − 1)/2): E(s) = c₄σ for n ≥ 2 normal values. NaN below 2.
[[nodiscard]] ONTRACK_EXPORT double c4(double n) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
