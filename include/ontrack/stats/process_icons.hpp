#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <ontrack/export.hpp>
#include <ontrack/stats/better.hpp>
#include <ontrack/stats/control_chart.hpp>
#include <ontrack/stats/run_rules.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// The class of a point: what the process does (Making Data Count, NHS England 2019).
enum class Variation : std::uint8_t {
    not_available,    ///< no point, or no lines; the status says why
    common_cause,
    improving_high,
    improving_low,
    concerning_high,
    concerning_low,
    neutral_high,     ///< special cause where neither direction is better
    neutral_low,
    undirected,       ///< special cause without a direction (alternation, hugging, a run-chart test)
};

/// Whether the process as it is will meet the target: the target against the limits.
enum class Assurance : std::uint8_t { not_available, pass, fail, hit_or_miss };

/// The first rule that a point breaks decides the direction.
[[nodiscard]] ONTRACK_EXPORT Variation variation(const Signals& signals, Better better) noexcept;
/// Where high is better: pass if the target is below the lower limit, fail if above the upper; else hit or miss. A target
/// that equals a limit is hit or miss (`AtLimit::inside`, NHSRplotthedots 0.1) or decided (`signal`, PowerBI-SPC). Not
/// available where neither is better or a number is missing. Where lower = upper, a constant: pass if the target is met.
[[nodiscard]] ONTRACK_EXPORT Assurance assurance(double lower, double upper, double target, Better better,
                                                 AtLimit at_limit = AtLimit::inside) noexcept;
/// Assurance at each point against a target that moves: the limits and the target of the same point.
ONTRACK_EXPORT void assurance_into(std::span<const double> lower, std::span<const double> upper,
                                   std::span<const double> targets, Better better, AtLimit at_limit,
                                   std::span<Assurance> out) noexcept;

/// Many series. Columns of points are laid out as `series.values` or are empty; those of series have one element each.
struct ChartPanel {
    Panel series;
    std::span<const double> denominators = {}, deviations = {};
    std::span<const PointUse> use = {};
    std::span<const std::uint8_t> starts = {};
    std::span<const double> targets = {};  ///< per point: a trajectory; a fixed target is repeated
    std::span<const double> next_targets = {};  ///< per series: the target of the period to come
    std::span<const Better> better = {};  ///< per series; empty = neither

    [[nodiscard]] ONTRACK_EXPORT ChartSeries operator[](std::size_t i) const noexcept;
};

/// Per series, or empty. The latest point is the last that is neither a gap nor a ghost; its phase's lines are given.
struct IconColumns {
    std::span<Variation> variation;
    std::span<Assurance> assurance;  ///< against the latest point's target
    std::span<Assurance> next_assurance;  ///< against `next_targets`, by the latest point's limits
    std::span<Signals> signals;
    std::span<double> value, centre, lower, upper;
    std::span<std::int64_t> baseline_points;  ///< of the latest phase; under 12 the limits are on trial
    std::span<Status> status;
};

/// The latest point of every series. Same bits for any number of threads. Never throws, allocates nothing (but threads).
/// \pre spans are of the right length
ONTRACK_EXPORT void process_icons_into(const ChartPanel& panel, const ChartOptions& options, const RuleSet& rules,
                                       unsigned threads, const IconColumns& out) noexcept;
/// The lines and signals of every point of every series; `status` per series. Any span may be empty.
ONTRACK_EXPORT void charts_into(const ChartPanel& panel, const ChartOptions& options, const RuleSet& rules,
                                unsigned threads, const ChartColumns& out, std::span<Signals> signals,
                                std::span<Status> status) noexcept;

[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(Variation variation) noexcept;
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(Assurance assurance) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
