#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include <ontrack/export.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// What a run chart is judged by. Values on the centre and gaps are passed over.
struct RunAnalysis {
    std::size_t useful = 0;       ///< points not on the centre
    std::size_t longest_run = 0;  ///< most points in a row on one side
    std::size_t crossings = 0;    ///< changes of side
};

enum class RunTest : std::uint8_t {
    none,
    anhoej,  ///< longest run > ⌊log₂ n⌉ + 3 (Schilling 2012) or crossings < 5 % binomial quantile of n − 1 (Chen 2010)
    best_box,  ///< outside the most powerful box that holds 92.5 % of unshifted series (Anhøj & Wentzel-Larsen 2018); n 10 … 100
    cut_box,  ///< the same with its corner cut
};

/// \pre `centre` is empty or has one element per value; when empty it is the median of the values.
[[nodiscard]] ONTRACK_EXPORT RunAnalysis analyse_runs(std::span<const double> values,
                                                      std::span<const double> centre) noexcept;
/// Whether n points show non-random variation. False where the test is not defined for n (`is_defined`).
[[nodiscard]] ONTRACK_EXPORT bool is_non_random(const RunAnalysis& runs, RunTest test) noexcept;
[[nodiscard]] ONTRACK_EXPORT bool is_defined(RunTest test, std::size_t useful) noexcept;
/// Anhøj's bounds: a longer run, or fewer crossings, is non-random. 0 for no points.
[[nodiscard]] ONTRACK_EXPORT std::size_t longest_run_bound(std::size_t useful) noexcept;
[[nodiscard]] ONTRACK_EXPORT std::size_t crossings_bound(std::size_t useful) noexcept;

/// The middle value, NaN left out; NaN of nothing. Allocates nothing: O(64 n).
[[nodiscard]] ONTRACK_EXPORT double median(std::span<const double> values) noexcept;

enum class RunSide : std::uint8_t { both, above, below };

/// Rebasing by rule, as runcharter 0.2 (2022) does it: the median of the first `baseline` points holds until a run of `run`
/// points on one side of it (points on it passed over); the run's own points make the next median. Making Data Count and
/// NHSRplotthedots reject rebasing by rule: there a new phase needs a known cause and is stated (`ChartSeries::starts`).
struct RunRebasing {
    std::size_t baseline = 9;
    std::size_t run = 9;
    RunSide side = RunSide::both;
};
/// Writes each point's median and 1 where a new median starts (else 0; an empty span is not written). Returns the number of
/// medians; 0 where there are fewer than `baseline` points, and then every median is NaN. \pre spans as long as `values`
ONTRACK_EXPORT std::size_t rebase_runs_into(std::span<const double> values, const RunRebasing& protocol,
                                            std::span<double> centre, std::span<std::uint8_t> starts) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
