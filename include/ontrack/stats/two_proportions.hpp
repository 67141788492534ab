#pragma once

#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/test_result.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Tests whether two independent proportions, x₁ of n₁ and x₂ of n₂, are equal.
enum class TwoProportionsTest : std::uint8_t {
    /// z = (p₁ − p₂)/√(p(1 − p)(1/n₁ + 1/n₂)), p = (x₁ + x₂)/(n₁ + n₂), normal: z² is Pearson's (1900) χ² of the fourfold
    /// table, without correction.
    score,
    /// Fisher's (1935) exact test: x₁ is hypergeometric given x₁ + x₂. Two-sided, all tables that are no more probable. Never
    /// above its level, and well below it for small cohorts. The statistic is x₁.
    fisher,
    /// The same with half the probability of the table itself left out (Lancaster 1961): close to its level.
    fisher_mid_p,
};

struct TwoProportionsOptions {
    TwoProportionsTest test = TwoProportionsTest::score;
    Alternative alternative = Alternative::two_sided;
};

/// Status as for a proportion; `value_undefined` (score) where it happened to all or to none, of which the exact tests say p = 1;
/// `not_a_count` (exact tests) for a fraction.
[[nodiscard]] ONTRACK_EXPORT TestResult test_two_proportions(double x1, double n1, double x2, double n2,
                                                             const TwoProportionsOptions& options = {}) noexcept;
/// Throws `DataError` (`wrong-length`) before it writes.
ONTRACK_EXPORT void test_two_proportions_into(std::span<const double> x1, std::span<const double> n1,
                                              std::span<const double> x2, std::span<const double> n2,
                                              const TwoProportionsOptions& options, const TestColumns& out);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
