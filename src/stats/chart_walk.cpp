#include "stats/chart_walk.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "stats/rule_machine.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

void write(const ChartColumns& out, std::size_t i, double value, const Lines& lines, const Range& range) noexcept {
    const auto put = [i](std::span<double> column, double number) {
        if (!column.empty()) column[i] = number;
    };
    put(out.value, value);
    put(out.centre, lines.centre);
    put(out.lower, cut(lines.lower[2], range));
    put(out.upper, cut(lines.upper[2], range));
    put(out.lower_warning, cut(lines.lower[1], range));
    put(out.upper_warning, cut(lines.upper[1], range));
}

/// A moving range has no lower line and cannot fall below 0; at 0 it is not "at a limit".
void drop_floor(Chart chart, Lines& lines) noexcept {
    if (chart == Chart::mr && !std::isnan(lines.upper[2])) lines.lower.fill(-std::numeric_limits<double>::infinity());
}

/// Neighbouring ranges share a value, so their sides are not independent signs.
bool fails_run_test(const RuleMachine& machine, const RuleSet& rules, Chart chart) noexcept {
    return chart != Chart::mr && is_non_random(machine.runs(), rules.run_test);
}

void add_run_test(const RuleSet& rules, Signals& signals) noexcept {
    const auto bit = static_cast<std::uint16_t>(1U << rules.size);
    signals.high |= bit;
    signals.low |= bit;
}

std::size_t size_of(const ChartSeries& series) noexcept {
    return series.values.empty() ? series.deviations.size() : series.values.size();
}

class Walk {
public:
    Walk(const ChartSeries& series, const ChartOptions& options, const RuleSet& rules, const ChartColumns& out,
         std::span<Signals> signals) noexcept
        : series_(series),
          options_(options),
          rules_(rules),
          out_(out),
          signals_(signals),
          machine_(rules, signals),
          range_(range_of(options.chart)) {}

    void phase(std::size_t first, std::size_t last) noexcept {
        const Phase phase(series_, first, last, options_);
        latest_.status = phase.status();
        latest_.has_point = false;
        latest_.baseline_points = phase.baseline_points();
        machine_.start_phase();
        Lines lines = phase.lines(first);
        drop_floor(options_.chart, lines);
        for (std::size_t i = first; i < last; ++i) {
            if (!phase.is_level()) lines = phase.lines(i);
            point(i, phase.value(i), phase.use(i), lines);
        }
        test_runs(phase);
    }
    [[nodiscard]] const Latest& latest() const noexcept { return latest_; }

private:
    void point(std::size_t i, double value, PointUse use, const Lines& lines) noexcept {
        write(out_, i, value, lines, range_);
        if (std::isnan(value) || use == PointUse::ghost) {
            if (!signals_.empty()) signals_[i] = {};
            if (use != PointUse::ghost) machine_.miss();
            return;
        }
        const Signals now =
            use == PointUse::excluded ? machine_.see_alone(i, value, lines) : machine_.see(i, value, lines);
        latest_.has_point = true;
        latest_.point = i;
        latest_.value = value;
        latest_.lines = lines;
        latest_.signals = now;
    }

    void test_runs(const Phase& phase) noexcept {
        if (!fails_run_test(machine_, rules_, options_.chart)) return;
        if (phase.use(latest_.point) != PointUse::excluded) add_run_test(rules_, latest_.signals);
        if (signals_.empty()) return;
        for (std::size_t i = phase.first(); i < phase.last(); ++i)
            if (!std::isnan(phase.value(i)) && phase.use(i) < PointUse::excluded) add_run_test(rules_, signals_[i]);
    }

    const ChartSeries& series_;
    const ChartOptions& options_;
    const RuleSet& rules_;
    const ChartColumns& out_;
    std::span<Signals> signals_;
    RuleMachine machine_;
    Range range_;
    Latest latest_;
};

}  // namespace

Latest walk(const ChartSeries& series, const ChartOptions& options, const RuleSet& rules, const ChartColumns& out,
            std::span<Signals> signals) noexcept {
    Walk walk(series, options, rules, out, signals);
    const std::size_t size = size_of(series);
    for (std::size_t first = 0; first < size;) {
        std::size_t last = first + 1;
        while (last < size && (series.starts.empty() || series.starts[last] == 0)) ++last;
        walk.phase(first, last);
        first = last;
    }
    return walk.latest();
}

Latest latest_of(const ChartSeries& series, const ChartOptions& options, const RuleSet& rules) noexcept {
    const std::size_t last = size_of(series);
    if (last == 0) return {};
    std::size_t first = last - 1;
    while (first > 0 && (series.starts.empty() || series.starts[first] == 0)) --first;

    const Phase phase(series, first, last, options);
    Latest latest;
    latest.status = phase.status();
    latest.baseline_points = phase.baseline_points();
    std::size_t end = last;
    while (end > first && (std::isnan(phase.value(end - 1)) || phase.use(end - 1) == PointUse::ghost)) --end;
    if (end == first) return latest;

    // No pattern is longer than the longest rule; points on the centre may be passed over and do not count.
    std::size_t wanted = 0;
    for (std::size_t rule = 0; rule < rules.size; ++rule)
        wanted = std::max({wanted, std::size_t{rules.rules[rule].points}, std::size_t{rules.rules[rule].of}});
    std::size_t begin = rules.run_test == RunTest::none ? end : first;
    for (std::size_t found = 0; begin > first && found < wanted;) {
        --begin;
        found += phase.use(begin) < PointUse::excluded && side_of(phase.value(begin), phase.centre()) != 0;
    }

    RuleMachine machine(rules, {});
    Lines lines = phase.lines(end - 1);
    drop_floor(options.chart, lines);
    latest.has_point = true;
    latest.point = end - 1;
    latest.value = phase.value(end - 1);
    latest.lines = lines;
    for (std::size_t i = begin; i + 1 < end; ++i) {
        const double value = phase.value(i);
        if (phase.use(i) == PointUse::ghost) continue;
        if (!phase.is_level()) lines = phase.lines(i);
        if (std::isnan(value))
            machine.miss();
        else if (phase.use(i) != PointUse::excluded)
            machine.take(i, value, lines);
    }
    if (phase.use(end - 1) == PointUse::excluded) {
        latest.signals = machine.see_alone(end - 1, latest.value, latest.lines);
        return latest;
    }
    latest.signals = machine.see(end - 1, latest.value, latest.lines);
    if (fails_run_test(machine, rules, options.chart)) add_run_test(rules, latest.signals);
    return latest;
}

}  // namespace ontrack::inline v0::stats::detail
