#include <ontrack/stats/run_rules.hpp>

#include <algorithm>
#include <cmath>

#include "stats/chart_walk.hpp"
#include "stats/constants.hpp"
#include "stats/rule_machine.hpp"

namespace ontrack {
inline namespace v0 {
namespace stats {
namespace {

constexpr Rule beyond_limit{RuleKind::beyond, 1};

constexpr std::uint8_t small(int points) noexcept {
    return static_cast<std::uint8_t>(std::clamp(points, 0, 255));
}

}  // namespace

RuleSet nelson() noexcept {
    RuleSet set{"nelson",
                "1984",
                8,
                {beyond_limit,
                 {RuleKind::one_side, 9},
                 {RuleKind::trend, 6},
                 {RuleKind::alternating, 14},
                 {RuleKind::beyond, 2, 3, 2},
                 {RuleKind::beyond, 4, 5, 1},
                 {RuleKind::within, 15, 0, 1},
                 {RuleKind::either_side_beyond, 8, 0, 1}}};
    set.marks = Marks::last_point;
    return set;
}

RuleSet western_electric() noexcept {
    RuleSet set{"western-electric",
                "1956",
                4,
                {beyond_limit, {RuleKind::beyond, 2, 3, 2}, {RuleKind::beyond, 4, 5, 1}, {RuleKind::one_side, 8}}};
    set.marks = Marks::last_point;
    return set;
}

RuleSet making_data_count(int points) noexcept {
    return {"making-data-count",
            "NHSRplotthedots 0.1",
            4,
            {beyond_limit,
             {RuleKind::trend, small(points)},
             {RuleKind::near_limit, 2, 3, 2},
             {RuleKind::one_side, small(points)}}};
}

RuleSet shewhart_with_run(int points) noexcept {
    return {"shewhart-with-run", "autospc 2026", 2, {beyond_limit, {RuleKind::one_side, small(points)}}};
}

RuleSet shewhart_with_test(RunTest test) noexcept {
    RuleSet set{"shewhart-with-test", "qicharts2 0.8", 1, {beyond_limit}};
    set.on_centre = OnCentre::passed_over;
    set.run_test = test;
    return set;
}

Status signals_into(const ChartSeries& series, const ChartOptions& options, const RuleSet& rules,
                    std::span<Signals> out) noexcept {
    if (!detail::is_valid(rules)) {
        std::fill(out.begin(), out.end(), Signals{});
        return Status::invalid_option;
    }
    return detail::walk(series, options, rules, {}, out).status;
}

Status signals_into(const ChartLines& chart, const RuleSet& rules, std::span<Signals> out) noexcept {
    std::fill(out.begin(), out.end(), Signals{});
    if (!detail::is_valid(rules)) return Status::invalid_option;
    const auto at = [](std::span<const double> line, std::size_t i) { return line.empty() ? nan : line[i]; };
    detail::RuleMachine machine(rules, out);
    for (std::size_t i = 0; i < chart.value.size(); ++i) {
        const double centre = at(chart.centre, i);
        const double low = at(chart.lower_warning, i);
        const double high = at(chart.upper_warning, i);
        if (std::isnan(chart.value[i]))
            machine.miss();
        else
            machine.see(i, chart.value[i],
                        {centre,
                         {(centre + low) / 2.0, low, at(chart.lower, i)},
                         {(centre + high) / 2.0, high, at(chart.upper, i)}});
    }
    if (!is_non_random(machine.runs(), rules.run_test)) return Status::ok;
    const auto bit = static_cast<std::uint16_t>(1U << rules.size);
    for (std::size_t i = 0; i < chart.value.size(); ++i) {
        if (std::isnan(chart.value[i])) continue;
        out[i].high |= bit;
        out[i].low |= bit;
    }
    return Status::ok;
}

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
