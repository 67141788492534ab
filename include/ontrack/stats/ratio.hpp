#pragma once

#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/estimate.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Intervals for the ratio of two Poisson rates, x₁ events over t₁ against x₂ over t₂. z is the normal quantile at 1 − α/2.
enum class RateRatioMethod : std::uint8_t {
    /// Conditional on x₁ + x₂ (Przyborowski & Wilenski 1940): Clopper–Pearson limits π of x₁ in x₁ + x₂ turned into
    /// π/(1 − π)·t₂/t₁. Covers at least nominally; the test that goes with it is the C-test.
    exact,
    /// ratio·exp(∓z·√(1/x₁ + 1/x₂)); needs events on both sides.
    log,
};

struct RateRatioOptions {
    double confidence = 0.95;
    RateRatioMethod method = RateRatioMethod::exact;
};

/// (x₁/t₁)/(x₂/t₂). With x₂ = 0 the upper limit is infinite and there is no value (`value_undefined`); with x₁ = 0 the lower is
/// 0; by `log` neither has limits (`limit_undefined`, NaN). Status: `missing_value`, `negative_value`, `not_finite`,
/// `no_denominator` (t = 0), `invalid_option`.
[[nodiscard]] ONTRACK_EXPORT Estimate estimate_rate_ratio(double x1, double t1, double x2, double t2,
                                                          const RateRatioOptions& options = {}) noexcept;
ONTRACK_EXPORT void estimate_rate_ratio_into(std::span<const double> x1, std::span<const double> t1,
                                             std::span<const double> x2, std::span<const double> t2,
                                             const RateRatioOptions& options, const EstimateColumns& out);

/// Intervals for the ratio of two independent proportions, x₁ of n₁ against x₂ of n₂.
enum class RiskRatioMethod : std::uint8_t {
    /// Miettinen and Nurminen (1985): the θ with |p₁ − θ·p₂| ≤ z·√V(θ), V the variance at the maximum likelihood under
    /// p₁ = θ·p₂, times N/(N − 1), N = n₁ + n₂.
    miettinen_nurminen,
    /// Koopman (1984): the same without N/(N − 1).
    koopman,
    /// Square-and-add from Wilson's limits (Donner & Zou 2012; Fagerland & Newcombe 2013).
    mover_wilson,
    /// Katz, Baptista, Azen & Pike (1978): ratio·exp(∓z·√(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂)); needs events on both sides.
    log,
};

struct RiskRatioOptions {
    double confidence = 0.95;
    RiskRatioMethod method = RiskRatioMethod::miettinen_nurminen;
};

/// (x₁/n₁)/(x₂/n₂), with the same ends as a rate ratio. Status also `above_denominator`.
[[nodiscard]] ONTRACK_EXPORT Estimate estimate_risk_ratio(double x1, double n1, double x2, double n2,
                                                          const RiskRatioOptions& options = {}) noexcept;
ONTRACK_EXPORT void estimate_risk_ratio_into(std::span<const double> x1, std::span<const double> n1,
                                             std::span<const double> x2, std::span<const double> n2,
                                             const RiskRatioOptions& options, const EstimateColumns& out);

/// Intervals for the odds ratio.
enum class OddsRatioMethod : std::uint8_t {
    /// Square-and-add from Wilson's limits (Fagerland & Newcombe 2013).
    mover_wilson,
    /// Miettinen and Nurminen (1985): the θ with |x₁ − n₁p₁|·√(1/(n₁p₁q₁) + 1/(n₂p₂q₂)) ≤ z·√(N/(N − 1)), the p at the maximum
    /// likelihood under an odds ratio of θ, N = n₁ + n₂.
    miettinen_nurminen,
    /// Cornfield (1956): the same without N/(N − 1).
    cornfield,
    /// Woolf (1955): ratio·exp(∓z·√(1/x₁ + 1/(n₁ − x₁) + 1/x₂ + 1/(n₂ − x₂))); needs all four.
    log,
};

struct OddsRatioOptions {
    double confidence = 0.95;
    OddsRatioMethod method = OddsRatioMethod::mover_wilson;
};

/// The odds ratio x₁·(n₂ − x₂)/((n₁ − x₁)·x₂). By the score methods a table with an empty cell has the limit that exists, the
/// other being 0 or infinite; `mover_wilson` and `log` have none then (`limit_undefined`).
[[nodiscard]] ONTRACK_EXPORT Estimate estimate_odds_ratio(double x1, double n1, double x2, double n2,
                                                          const OddsRatioOptions& options) noexcept;
/// The same with square-and-add limits.
[[nodiscard]] ONTRACK_EXPORT Estimate estimate_odds_ratio(double x1, double n1, double x2, double n2,
                                                          double confidence = 0.95) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
