#pragma once

#include <cstddef>
#include <span>

#include <ontrack/stats/run_rules.hpp>

#include "stats/chart_phase.hpp"

namespace ontrack::inline v0::stats::detail {

/// What is known of a series once it is walked through: its latest point, and the chart it stands on.
struct Latest {
    Status status = Status::too_few_points;
    bool has_point = false;
    std::size_t point = 0;
    double value = 0.0;
    Lines lines{};
    Signals signals;
    std::size_t baseline_points = 0;
};

/// Draws and judges a series, phase by phase, in one pass over the points of each.
Latest walk(const ChartSeries& series, const ChartOptions& options, const RuleSet& rules, const ChartColumns& out,
            std::span<Signals> signals) noexcept;

/// The same as `walk` knows at its end, from the points that bear on the latest alone.
Latest latest_of(const ChartSeries& series, const ChartOptions& options, const RuleSet& rules) noexcept;

/// A line as it is shown.
[[nodiscard]] inline double cut(double line, const Range& range) noexcept {
    return line < range.floor ? range.floor : line > range.ceiling ? range.ceiling : line;
}

}  // namespace ontrack::inline v0::stats::detail
