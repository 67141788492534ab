#include <ontrack/stats/process_icons.hpp>

#include <cmath>

#include "stats/chart_walk.hpp"
#include "stats/constants.hpp"
#include "stats/fill.hpp"
#include "stats/rule_machine.hpp"
#include "stats/split_threads.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

struct Extent {
    std::size_t first, size;
};

Extent extent(const Panel& panel, std::size_t i) noexcept {
    const auto first = static_cast<std::size_t>(panel.offsets[i]);
    return {first, static_cast<std::size_t>(panel.offsets[i + 1]) - first};
}

template <class T>
std::span<T> part(std::span<T> column, Extent extent) noexcept {
    return column.empty() ? column : column.subspan(extent.first, extent.size);
}

using detail::put;

/// Lines as they are shown; a process without variation is its centre.
struct Shown {
    double centre, lower, upper;
};

Shown shown(const detail::Latest& latest, Chart chart) noexcept {
    if (!latest.has_point) return {nan, nan, nan};
    const detail::Range range = detail::range_of(chart);
    const double centre = latest.lines.centre;
    if (latest.status == Status::no_variation) return {centre, centre, centre};
    return {centre, detail::cut(latest.lines.lower[2], range), detail::cut(latest.lines.upper[2], range)};
}

void write(const IconColumns& out, std::size_t i, const detail::Latest& latest, const ChartPanel& panel,
           const ChartOptions& options, AtLimit at_limit) noexcept {
    const Better better = panel.better.empty() ? Better::neither : panel.better[i];
    const bool has_centre = latest.has_point && (latest.status == Status::ok || latest.status == Status::no_variation);
    const bool has_limits = has_centre && latest.status == Status::ok;
    const Shown lines = shown(latest, options.chart);
    const Extent points = extent(panel.series, i);
    const auto against = [&](double target) { return assurance(lines.lower, lines.upper, target, better, at_limit); };
    put(out.variation, i, has_centre ? variation(latest.signals, better) : Variation::not_available);
    put(out.assurance, i,
        against(latest.has_point && !panel.targets.empty() ? panel.targets[points.first + latest.point] : nan));
    put(out.next_assurance, i, against(panel.next_targets.empty() ? nan : panel.next_targets[i]));
    put(out.signals, i, latest.signals);
    put(out.value, i, latest.has_point ? latest.value : nan);
    put(out.centre, i, lines.centre);
    put(out.lower, i, has_limits ? lines.lower : nan);
    put(out.upper, i, has_limits ? lines.upper : nan);
    put(out.baseline_points, i, static_cast<std::int64_t>(latest.baseline_points));
    put(out.status, i, latest.status);
}

}  // namespace

Variation variation(const Signals& signals, Better better) noexcept {
    const unsigned any = unsigned{signals.high} | unsigned{signals.low};
    if (any == 0) return Variation::common_cause;
    const unsigned first = any & (0U - any);
    const bool high = (signals.high & first) != 0;
    if (high && (signals.low & first) != 0) return Variation::undirected;
    if (better == Better::neither) return high ? Variation::neutral_high : Variation::neutral_low;
    if (high) return better == Better::high ? Variation::improving_high : Variation::concerning_high;
    return better == Better::low ? Variation::improving_low : Variation::concerning_low;
}

Assurance assurance(double lower, double upper, double target, Better better, AtLimit at_limit) noexcept {
    if (better == Better::neither || std::isnan(lower) || std::isnan(upper) || std::isnan(target))
        return Assurance::not_available;
    const bool high = better == Better::high;
    if (lower == upper) return (high ? lower >= target : lower <= target) ? Assurance::pass : Assurance::fail;
    const bool equal_decides = at_limit == AtLimit::signal;
    const bool all_above = target < lower || (equal_decides && target == lower);
    const bool all_below = target > upper || (equal_decides && target == upper);
    if (all_above) return high ? Assurance::pass : Assurance::fail;
    if (all_below) return high ? Assurance::fail : Assurance::pass;
    return Assurance::hit_or_miss;
}

void assurance_into(std::span<const double> lower, std::span<const double> upper, std::span<const double> targets,
                    Better better, AtLimit at_limit, std::span<Assurance> out) noexcept {
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = assurance(lower[i], upper[i], targets[i], better, at_limit);
}

ChartSeries ChartPanel::operator[](std::size_t i) const noexcept {
    const Extent points = extent(series, i);
    return {part(series.values, points), part(denominators, points), part(deviations, points), part(use, points),
            part(starts, points)};
}

void process_icons_into(const ChartPanel& panel, const ChartOptions& options, const RuleSet& rules, unsigned threads,
                        const IconColumns& out) noexcept {
    const bool valid = detail::is_valid(rules);
    detail::split_threads(panel.series.size(), threads, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            detail::Latest latest;
            if (valid)
                latest = detail::latest_of(panel[i], options, rules);
            else
                latest.status = Status::invalid_option;
            write(out, i, latest, panel, options, rules.at_limit);
        }
    });
}

void charts_into(const ChartPanel& panel, const ChartOptions& options, const RuleSet& rules, unsigned threads,
                 const ChartColumns& out, std::span<Signals> signals, std::span<Status> status) noexcept {
    const bool valid = detail::is_valid(rules);
    const RuleSet used = valid ? rules : RuleSet{};
    detail::split_threads(panel.series.size(), threads, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const Extent points = extent(panel.series, i);
            const ChartColumns columns{part(out.value, points),         part(out.centre, points),
                                       part(out.lower, points),         part(out.upper, points),
                                       part(out.lower_warning, points), part(out.upper_warning, points)};
            const auto latest = detail::walk(panel[i], options, used, columns, part(signals, points));
            put(status, i, valid ? latest.status : Status::invalid_option);
        }
    });
}

std::string_view to_string(Variation variation) noexcept {
    switch (variation) {
        case Variation::not_available:
            return "not available";
        case Variation::common_cause:
            return "common cause";
        case Variation::improving_high:
            return "special cause, improving (high)";
        case Variation::improving_low:
            return "special cause, improving (low)";
        case Variation::concerning_high:
            return "special cause, concerning (high)";
        case Variation::concerning_low:
            return "special cause, concerning (low)";
        case Variation::neutral_high:
            return "special cause (high)";
        case Variation::neutral_low:
            return "special cause (low)";
        case Variation::undirected:
            return "special cause";
    }
    return "unknown";
}

std::string_view to_string(Assurance assurance) noexcept {
    switch (assurance) {
        case Assurance::not_available:
            return "not available";
        case Assurance::pass:
            return "will pass the target";
        case Assurance::fail:
            return "will fail the target";
        case Assurance::hit_or_miss:
            return "hit or miss";
    }
    return "unknown";
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
