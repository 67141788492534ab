#pragma once

#include <ontrack/export.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

struct Limits {
    double lower;
    double upper;
};

/// Wilson's (1927) score interval for x successes of n, as fractions: the p with |x/n − p| ≤ z·√(p(1 − p)/n). x may be
/// fractional. NaN limits unless 0 ≤ x ≤ n, n > 0 and 0 < confidence < 1.
[[nodiscard]] ONTRACK_EXPORT Limits wilson(double x, double n, double confidence) noexcept;
/// The confidence that the true share is at least `p0`: Φ((x/n − p0)/√(p0(1 − p0)/n)), the score test that the Wilson interval
/// inverts, so that it is 97.5 % where p0 is the lower 95 % limit. 0 < p0 < 1; for p0 ≤ 0 it is 1, for p0 ≥ 1 it is 0 unless
/// x = n and p0 = 1 (then NaN: nothing is known).
[[nodiscard]] ONTRACK_EXPORT double wilson_confidence_at_least(double x, double n, double p0) noexcept;

/// Byar's approximation (Breslow & Day 1987) to the exact interval of a Poisson mean of which x events were seen:
/// x(1 − 1/(9x) − z/(3√x))³ and the same with x + 1 and +z. NaN limits unless 0 ≤ x < ∞ and 0 < confidence < 1.
[[nodiscard]] ONTRACK_EXPORT Limits byar(double x, double confidence) noexcept;
/// The confidence that the true mean is at most (at least) `mean`, by the limits above: 97.5 % where `mean` is the upper
/// (lower) 95 % limit. NaN unless x and `mean` are finite and not negative.
[[nodiscard]] ONTRACK_EXPORT double byar_confidence_at_most(double x, double mean) noexcept;
[[nodiscard]] ONTRACK_EXPORT double byar_confidence_at_least(double x, double mean) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
