#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include <ontrack/export.hpp>
#include <ontrack/stats/control_chart.hpp>
#include <ontrack/stats/run_rules.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// How one package or guide draws and judges a chart. Take one, change `options.chart`, or write another.
struct ChartConvention {
    std::string_view name;
    std::string_view edition;
    ChartOptions options;
    RuleSet rules;
};

/// The conventions that the library knows: `making-data-count-6`, `-7`, `-8`, `nhsrplotthedots`, `qicharts2`, `autospc`,
/// `powerbi-spc`, `nelson`, `western-electric`.
[[nodiscard]] ONTRACK_EXPORT std::span<const ChartConvention> chart_conventions() noexcept;
/// Throws `DataError` (`unknown-convention`) and lists the names.
[[nodiscard]] ONTRACK_EXPORT const ChartConvention& chart_convention(std::string_view name);

/// A point that is a signal under one convention and not, or in another direction, under the other.
struct ConventionDisagreement {
    std::size_t first, second;  ///< indices of the conventions compared
    std::size_t point;
    Signals by_first, by_second;
};

/// Where the conventions give different classes (none, high, low, no direction) on this series, drawn as `chart`; by pair of
/// conventions, then by point. A convention without a result for the series counts as no signal.
[[nodiscard]] ONTRACK_EXPORT std::vector<ConventionDisagreement> conventions_that_disagree(
    const ChartSeries& series, Chart chart, std::span<const ChartConvention> conventions);

/// How often an XmR chart of a process that does not change cries wolf.
struct FalseAlarms {
    double any_point;  ///< share of series with a signal anywhere
    double latest_point;  ///< share of series whose latest point is a signal: what an icon shows
    double standard_error;  ///< of `any_point`
};
/// Measured on `replications` series of `length` independent normal values, the limits estimated from the series itself. The
/// same numbers for the same seed, whatever the machine. NaN where a chart of so few points has no limits, or for another
/// chart than xmr or run. Throws nothing but std::bad_alloc.
[[nodiscard]] ONTRACK_EXPORT FalseAlarms false_alarms(const ChartOptions& options, const RuleSet& rules,
                                                      std::size_t length, std::size_t replications = 10'000,
                                                      std::uint64_t seed = 1);

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
