#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/estimate.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Two groups over strata (wards, age bands, years): x₁ events of n₁ and x₂ of n₂ in each. For rates n is the exposure. All of
/// one length.
struct StratifiedCounts {
    std::span<const double> x1, n1, x2, n2;
};

/// Which ratio of the first group to the second the strata have in common. Per stratum N = n₁ + n₂ and m = x₁ + x₂.
enum class StratifiedRatio : std::uint8_t {
    /// Σ x₁n₂/N / Σ x₂n₁/N of rates; Var ln = Σ m·n₁n₂/N² / (Σ x₁n₂/N · Σ x₂n₁/N) (Greenland & Robins 1985).
    rate,
    /// The same of shares; Var ln = Σ (m·n₁n₂ − x₁x₂N)/N² / (Σ x₁n₂/N · Σ x₂n₁/N) (Greenland & Robins 1985).
    risk,
    /// Σ x₁(n₂ − x₂)/N / Σ x₂(n₁ − x₁)/N; Var ln of Robins, Breslow & Greenland (1986), good for few large strata and for
    /// many small ones.
    odds,
};

struct StratifiedEstimate {
    Estimate estimate;  ///< ratio·exp(∓z·standard error)
    double log_standard_error;  ///< of ln(ratio); NaN where the estimate has no limits
    std::size_t strata;  ///< that took part
    std::size_t left_out;  ///< strata with a NaN, or without anyone in one of the groups
};

/// Mantel & Haenszel's (1959) estimate of a common ratio. Status: `limit_undefined` where either sum is 0 (no events on one
/// side: the ratio may be 0, or has no value), `too_few_points` without a stratum, `negative_value`, `not_finite`,
/// `above_denominator` (not for rates), `invalid_option`. Throws `DataError` (`wrong-length`).
[[nodiscard]] ONTRACK_EXPORT StratifiedEstimate estimate_stratified_ratio(const StratifiedCounts& strata,
                                                                          StratifiedRatio ratio,
                                                                          double confidence = 0.95);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
