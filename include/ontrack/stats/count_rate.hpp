#pragma once

#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/estimate.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Intervals for the mean of a Poisson count of which x events were seen. z is the normal quantile at 1 − α/2,
/// α = 1 − confidence.
enum class CountMethod : std::uint8_t {
    /// Exact below 10 events, Byar from 10: the public-health rule (within 0.2 % of exact at 95 %, with a small step at 10).
    public_health,
    /// Garwood (1936): χ²(α/2; 2x)/2 and χ²(1 − α/2; 2x + 2)/2, 0 below for x = 0. Covers at least nominally.
    exact,
    /// Byar (Breslow & Day 1987): x·(1 − 1/(9x) − z/(3√x))³ and the same with +z for x + 1. Where the lower limit is below
    /// zero, or x = 0, there is none (`limit_undefined`).
    byar,
    /// Garwood with half the probability of x itself in each tail (Cohen & Yang 1994): shorter, and covers the level on average
    /// rather than at least.
    mid_p,
};

struct CountOptions {
    double confidence = 0.95;
    CountMethod method = CountMethod::public_health;
};

struct RateOptions {
    double confidence = 0.95;
    CountMethod method = CountMethod::public_health;
    double per = 1.0;  ///< events per so many units of exposure; 100'000 for a rate per 100,000
};

/// A count x ≥ 0 (may be fractional) and its limits. Status: `missing_value`, `not_finite`, `not_a_count` (above 2⁵³),
/// `negative_value`, `limit_undefined`, `invalid_option`.
[[nodiscard]] ONTRACK_EXPORT Estimate estimate_count(double x, const CountOptions& options = {}) noexcept;
ONTRACK_EXPORT void estimate_count_into(std::span<const double> x, const CountOptions& options,
                                        const EstimateColumns& out);

/// The rate per·x/exposure and its limits: those of the count over the same exposure > 0, which is known without error
/// (population, person-years, or the expected number of an indirectly standardised ratio). Status as for a count, and
/// `no_denominator` for an exposure of 0.
[[nodiscard]] ONTRACK_EXPORT Estimate estimate_rate(double x, double exposure,
                                                    const RateOptions& options = {}) noexcept;
ONTRACK_EXPORT void estimate_rate_into(std::span<const double> x, std::span<const double> exposure,
                                       const RateOptions& options, const EstimateColumns& out);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
