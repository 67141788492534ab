#pragma once

#include <cstdint>
#include <span>

#include <ontrack/stats/estimate.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Intervals for a proportion, x events of n. z is the normal quantile at 1 − α/2, α = 1 − confidence, p = x/n.
enum class ProportionMethod : std::uint8_t {
    /// Wilson (1927): the p₀ with |p − p₀| ≤ z·√(p₀(1 − p₀)/n):
    /// (2x + z² ∓ z·√(z² + 4x(1 − p)))/(2(n + z²)). The public-health default.
    wilson,
    /// The same with a continuity correction of 1/(2n) (Newcombe 1998, method 4).
    wilson_continuity_corrected,
    /// Agresti and Coull (1998): p̃ ∓ z·√(p̃(1 − p̃)/ñ) with ñ = n + z², p̃ = (x + z²/2)/ñ, cut at 0 and 1.
    agresti_coull,
    /// Clopper and Pearson (1934): beta quantiles, shapes (x, n − x + 1) at α/2 and (x + 1, n − x) at 1 − α/2. Covers at
    /// least nominally for every p.
    clopper_pearson,
    /// Clopper–Pearson with half the probability of x itself in each tail (Lancaster 1961; Berry & Armitage 1995).
    mid_p,
    /// Equal-tailed posterior under Jeffreys' prior: beta quantiles, shapes (x + ½, n − x + ½), with the lower limit 0 at
    /// x = 0 and the upper 1 at x = n (Brown, Cai & DasGupta 2001).
    jeffreys,
};

struct ProportionOptions {
    double confidence = 0.95;
    ProportionMethod method = ProportionMethod::wilson;
};

/// x/n with its limits, as fractions. x may be fractional (weighted counts). Status: `missing_value` for NaN, `not_finite`,
/// `not_a_count` (n > 2⁵³), `negative_value` (x or n), `no_denominator` (n = 0), `above_denominator` (x > n),
/// `invalid_option`.
[[nodiscard]] ONTRACK_EXPORT Estimate estimate_proportion(double x, double n,
                                                          const ProportionOptions& options = {}) noexcept;

/// The same for arrays of one length.
ONTRACK_EXPORT void estimate_proportion_into(std::span<const double> x, std::span<const double> n,
                                             const ProportionOptions& options, const EstimateColumns& out);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
