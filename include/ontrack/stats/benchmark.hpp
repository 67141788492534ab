#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <ontrack/export.hpp>
#include <ontrack/stats/better.hpp>
#include <ontrack/stats/intervals.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// How a value stands to what it is compared with. Where neither direction is better: lowest to highest.
enum class Comparison : std::uint8_t {
    not_compared,  ///< a number is missing or out of its domain
    worst,         ///< beyond the outer level; with one level there is only `worse`
    worse,
    similar,
    better,
    best,
    lowest,
    lower,
    higher,
    highest,
};

// Three ways to compare, and they are not the same (Fingertips technical guidance, Office for Health Improvement and
// Disparities). An area is never compared with itself; a benchmark that the area is a large part of hides it.

/// Single overlap: `similar` when the benchmark lies within the value's interval, its bounds included.
[[nodiscard]] ONTRACK_EXPORT Comparison compare_with_benchmark(const Limits& interval, double benchmark,
                                                               Better better) noexcept;
/// The same by two intervals, as those of 95 and 99.8 %: outside the inner only is better or worse, outside both is best or
/// worst.
[[nodiscard]] ONTRACK_EXPORT Comparison compare_with_benchmark(const Limits& inner, const Limits& outer,
                                                               double benchmark, Better better) noexcept;

/// Double overlap: `similar` when the two intervals touch. As a test it is conservative: 95 % intervals of equal length that
/// just touch differ at the level 0.6 % (Schenker & Gentleman 2001).
[[nodiscard]] ONTRACK_EXPORT Comparison compare_intervals(const Limits& interval, const Limits& comparator,
                                                          Better better) noexcept;

struct BenchmarkOptions {
    Better better = Better::neither;
    double confidence = 0.95;
    double outer_confidence = 0.0;  ///< a second level above the first, as 0.998; 0 = one level only
};

/// A proportion (a fraction, of a base n > 0) against limits around the benchmark: Wilson's, taken as if n·benchmark events
/// had been seen. `similar` within them, bounds included.
[[nodiscard]] ONTRACK_EXPORT Comparison compare_proportion(double value, double n, double benchmark,
                                                           const BenchmarkOptions& options = {}) noexcept;
/// A rate (events for each unit of an exposure > 0) against limits around the benchmark: Garwood's exact ones of a Poisson
/// mean, taken as if E = exposure·benchmark events had been seen, over the exposure.
[[nodiscard]] ONTRACK_EXPORT Comparison compare_rate(double value, double exposure, double benchmark,
                                                     const BenchmarkOptions& options = {}) noexcept;
/// Observed against expected events: the limits of the observed count (exact below 10, Byar from 10) over the expected number,
/// against 1.
[[nodiscard]] ONTRACK_EXPORT Comparison compare_observed(double observed, double expected,
                                                         const BenchmarkOptions& options = {}) noexcept;

/// Against a target, as Fingertips does it. A value that meets it is `better`, else `worse`; both numbers are compared as the
/// doubles that they are (a plan's own targets are compared in exact decimals). `neither` is not compared.
[[nodiscard]] ONTRACK_EXPORT Comparison compare_with_target(double value, double target, Better better) noexcept;
/// By the interval: wholly at or above the target, wholly below it, or `similar`.
[[nodiscard]] ONTRACK_EXPORT Comparison compare_with_target(const Limits& interval, double target,
                                                            Better better) noexcept;
/// Below the range, within it (`similar`, its lower end included), or at its upper end and above.
[[nodiscard]] ONTRACK_EXPORT Comparison compare_with_range(double value, const Limits& range, Better better) noexcept;

/// Many areas. `benchmark` has one element for all or one for each. Spans of another length throw `DataError`
/// (`wrong-length`), options out of their domain `not-a-confidence-level`, before anything is written.
ONTRACK_EXPORT void compare_proportion_into(std::span<const double> value, std::span<const double> n,
                                            std::span<const double> benchmark, const BenchmarkOptions& options,
                                            std::span<Comparison> out);
ONTRACK_EXPORT void compare_rate_into(std::span<const double> value, std::span<const double> exposure,
                                      std::span<const double> benchmark, const BenchmarkOptions& options,
                                      std::span<Comparison> out);
ONTRACK_EXPORT void compare_observed_into(std::span<const double> observed, std::span<const double> expected,
                                          const BenchmarkOptions& options, std::span<Comparison> out);

/// Interval i is lower[i] to upper[i]. With `outer_lower` and `outer_upper` there are two levels; both empty: one.
struct IntervalColumns {
    std::span<const double> lower, upper;
    std::span<const double> outer_lower = {}, outer_upper = {};
};
ONTRACK_EXPORT void compare_with_benchmark_into(const IntervalColumns& intervals, std::span<const double> benchmark,
                                                Better better, std::span<Comparison> out);

/// `not_compared`, `worst`, …
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(Comparison comparison) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
