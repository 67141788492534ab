#pragma once

#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/estimate.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Intervals for p₁ − p₂ of two independent proportions x₁ of n₁ and x₂ of n₂.
enum class DifferenceMethod : std::uint8_t {
    /// Newcombe (1998), method 10: d − √((p₁ − l₁)² + (u₂ − p₂)²), d + √((u₁ − p₁)² + (p₂ − l₂)²), l and u Wilson's limits.
    newcombe,
    /// Miettinen and Nurminen (1985): the δ with |d − δ| ≤ z·√V(δ), V the variance at the maximum likelihood under
    /// p₁ − p₂ = δ, times N/(N − 1), N = n₁ + n₂.
    miettinen_nurminen,
    /// Mee (1984): the same without N/(N − 1).
    mee,
};

struct DifferenceOptions {
    double confidence = 0.95;
    DifferenceMethod method = DifferenceMethod::newcombe;
};

/// p₁ − p₂ as a fraction, from −1 to 1. Status as for a proportion, of whichever is wrong first.
[[nodiscard]] ONTRACK_EXPORT Estimate estimate_difference(double x1, double n1, double x2, double n2,
                                                          const DifferenceOptions& options = {}) noexcept;
ONTRACK_EXPORT void estimate_difference_into(std::span<const double> x1, std::span<const double> n1,
                                             std::span<const double> x2, std::span<const double> n2,
                                             const DifferenceOptions& options, const EstimateColumns& out);

/// A cohort asked twice: persons with yes both times, only the first, only the second, neither time.
struct PairedCounts {
    double both;
    double first_only;
    double second_only;
    double neither;
};

/// Intervals for p₁ − p₂ = (first_only − second_only)/n of paired proportions.
enum class PairedMethod : std::uint8_t {
    /// Newcombe (1998), method 10: as for independent proportions, less 2φ times the product of the two distances under each
    /// root, φ the correlation of the fourfold table with a continuity correction where it is positive.
    newcombe,
    /// Newcombe's method 8: φ without correction.
    newcombe_uncorrected,
    /// Tango (1998), the score interval: the counterpart of Miettinen–Nurminen for pairs.
    tango,
};

struct PairedOptions {
    double confidence = 0.95;
    PairedMethod method = PairedMethod::newcombe;
};

/// Status: `missing_value`, `negative_value`, `not_finite`, `no_denominator`, `invalid_option`.
[[nodiscard]] ONTRACK_EXPORT Estimate estimate_paired_difference(const PairedCounts& counts,
                                                                 const PairedOptions& options = {}) noexcept;
ONTRACK_EXPORT void estimate_paired_difference_into(std::span<const double> both, std::span<const double> first_only,
                                                    std::span<const double> second_only,
                                                    std::span<const double> neither, const PairedOptions& options,
                                                    const EstimateColumns& out);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
