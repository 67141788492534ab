#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include <ontrack/export.hpp>
#include <ontrack/stats/benchmark.hpp>
#include <ontrack/stats/count_rate.hpp>
#include <ontrack/stats/funnel.hpp>
#include <ontrack/stats/proportion.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// How one package or guide draws and judges a funnel of each statistic. Take one, change its options, or write another.
struct FunnelConvention {
    std::string_view name;
    std::string_view edition;
    FunnelOptions proportion, rate, ratio;

    [[nodiscard]] const FunnelOptions& options(FunnelStatistic statistic) const noexcept {
        return statistic == FunnelStatistic::proportion ? proportion
               : statistic == FunnelStatistic::rate     ? rate
                                                        : ratio;
    }
};

/// The conventions that the library knows: `phe-indicator-methods`, `fingertips`, `funnelplotr-unadjusted`,
/// `funnelplotr-shmi`, `funnelplotr-cqc`, `funnelplotr-counts` (of two counts), `spiegelhalter-additive`,
/// `spiegelhalter-multiplicative`.
[[nodiscard]] ONTRACK_EXPORT std::span<const FunnelConvention> funnel_conventions() noexcept;
/// Throws `DataError` (`unknown-convention`) and lists the names.
[[nodiscard]] ONTRACK_EXPORT const FunnelConvention& funnel_convention(std::string_view name);

/// Which interval a comparison with a benchmark is made by.
struct IntervalConvention {
    std::string_view name;
    std::string_view edition;
    std::variant<ProportionMethod, CountMethod> method;
};

/// For proportions `wilson`, `wilson-continuity-corrected`, `agresti-coull`, `clopper-pearson`, `mid-p`, `jeffreys`; for
/// counts `public-health`, `exact-poisson`, `byar`, `mid-p-poisson`, which take x of n as x events over the exposure n.
[[nodiscard]] ONTRACK_EXPORT std::span<const IntervalConvention> interval_conventions() noexcept;
/// Throws `DataError` (`unknown-convention`) and lists the names.
[[nodiscard]] ONTRACK_EXPORT const IntervalConvention& interval_convention(std::string_view name);

/// A point that two conventions put into different classes.
struct ComparisonDisagreement {
    std::size_t first, second;  ///< indices of the conventions compared
    std::size_t point;
    Comparison by_first, by_second;
};

/// Where funnels of these points, drawn by the conventions, put a point into different classes; by pair of conventions, then
/// by point. A point that a convention does not judge counts as `not_compared`, which differs from every class.
[[nodiscard]] ONTRACK_EXPORT std::vector<ComparisonDisagreement> funnel_conventions_that_disagree(
    std::span<const double> x, std::span<const double> n, FunnelStatistic statistic,
    std::span<const FunnelConvention> conventions);

/// The same for the interval of x/n against a benchmark in the same unit, by single overlap at the levels of `options`.
[[nodiscard]] ONTRACK_EXPORT std::vector<ComparisonDisagreement> interval_conventions_that_disagree(
    std::span<const double> x, std::span<const double> n, double benchmark, const BenchmarkOptions& options,
    std::span<const IntervalConvention> conventions);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
