#pragma once

#include <cstdint>
#include <span>

#include <ontrack/export.hpp>
#include <ontrack/stats/test_result.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Tests whether two Poisson rates, x₁ events over t₁ and x₂ over t₂, are equal. e = t₁/t₂.
enum class TwoCountsTest : std::uint8_t {
    /// C-test (Przyborowski & Wilenski 1940): x₁ is binomial given x₁ + x₂, with share t₁/(t₁ + t₂). Two-sided, all outcomes
    /// that are no more probable than x₁. Never above its level, and well below it for small counts. The statistic is x₁.
    conditional,
    /// The same with half the probability of x₁ itself left out: close to its level.
    conditional_mid_p,
    /// E-test (Krishnamoorthy & Thomson 2004): the probability, at the pooled rate, of counts whose
    /// (x₁/t₁ − x₂/t₂ − difference)/√(x₁/t₁² + x₂/t₂²) is as far out; 0 and 0 are never. More powerful than the C-test.
    e_test,
    /// The same by the score statistic.
    e_test_score,
    score,  ///< z = (x₁ − e·x₂)/√(e·(x₁ + x₂)), normal
    wald,  ///< z = (x₁ − e·x₂)/√(x₁ + e²·x₂), normal
    square_root,  ///< z = 2·(√(x₁ + ⅜) − √(e·(x₂ + ⅜)))/√(1 + e), normal (Huffman 1984)
};

struct TwoCountsOptions {
    TwoCountsTest test = TwoCountsTest::conditional;
    Alternative alternative = Alternative::two_sided;
    double difference = 0.0;  ///< of the rates under the null hypothesis; for `e_test` only
};

/// Status: `missing_value`, `negative_value`, `not_finite`, `not_a_count` (a fraction, or above 2⁵³; for the E-tests above 10⁸
/// in all), `no_denominator` (t = 0), `value_undefined` (no events at all, but for the conditional tests, whose p is 1),
/// `invalid_option` (a difference with another test).
[[nodiscard]] ONTRACK_EXPORT TestResult test_two_counts(double x1, double t1, double x2, double t2,
                                                        const TwoCountsOptions& options = {}) noexcept;

/// Throws `DataError` (`wrong-length`) before it writes.
ONTRACK_EXPORT void test_two_counts_into(std::span<const double> x1, std::span<const double> t1,
                                         std::span<const double> x2, std::span<const double> t2,
                                         const TwoCountsOptions& options, const TestColumns& out);

/// Wheeler's (2016) change in crime between two periods of equal length, 2·(√after − √before), to be flagged beyond ±3. Its
/// variance is 1 when `before` is the number to expect, and 2 when it is itself only a count of chance, so it is a screen and
/// no test. NaN unless both are numbers not below zero.
[[nodiscard]] ONTRACK_EXPORT double root_z(double before, double after) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
