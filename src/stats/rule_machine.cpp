#include "stats/rule_machine.hpp"

#include <algorithm>
#include <bit>

namespace ontrack::inline v0::stats::detail {
namespace {

constexpr std::uint32_t latest(unsigned points) noexcept {
    return points == 0 ? 0U : ~std::uint32_t{0} >> (32U - points);
}

constexpr bool holds(std::uint32_t bits, std::uint32_t mask) noexcept {
    return (bits & mask) == mask;
}

}  // namespace

bool is_valid(const RuleSet& rules) noexcept {
    if (rules.size > rules.rules.size()) return false;
    return std::all_of(
        rules.rules.begin(), rules.rules.begin() + static_cast<std::ptrdiff_t>(rules.size), [](const Rule& rule) {
            const bool least = rule.kind == RuleKind::alternating ? rule.points >= 3
                               : rule.kind == RuleKind::trend     ? rule.points >= 2
                                                                  : rule.points >= 1;
            return least && rule.kind <= RuleKind::either_side_beyond && rule.points <= 32 && rule.of <= 32 &&
                   (rule.of == 0 || rule.of >= rule.points) && rule.sigmas >= 1 && rule.sigmas <= 3;
        });
}

void RuleMachine::start_phase() noexcept {
    counter_ = {};
    forget();
}

void RuleMachine::miss() noexcept {
    if (rules_.at_gap == AtGap::starts_anew) forget();
}

void RuleMachine::forget() noexcept {
    beyond_ = {};
    near_ = side_ = steps_ = runs_side_ = {};
    std::fill(std::begin(within_), std::end(within_), 0U);
    turns_ = 0;
    has_before_ = false;
}

bool RuleMachine::is_above(double value, double line) const noexcept {
    return (value > line) | ((value == line) & equal_signals_);
}

bool RuleMachine::is_below(double value, double line) const noexcept {
    return (value < line) | ((value == line) & equal_signals_);
}

Signals RuleMachine::see_alone(std::size_t i, double value, const Lines& lines) noexcept {
    Signals now;
    for (std::size_t rule = 0; rule < rules_.size; ++rule) {
        const Rule& each = rules_.rules[rule];
        if (each.kind != RuleKind::beyond || each.points != 1) continue;
        const auto bit = static_cast<std::uint16_t>(1U << rule);
        if (is_above(value, lines.upper[each.sigmas - 1U])) now.high |= bit;
        if (is_below(value, lines.lower[each.sigmas - 1U])) now.low |= bit;
    }
    if (!out_.empty()) out_[i] = now;
    return now;
}

Signals RuleMachine::see(std::size_t i, double value, const Lines& lines) noexcept {
    take(i, value, lines);
    if (!out_.empty()) out_[i] = {};
    Signals now;
    for (std::size_t rule = 0; rule < rules_.size; ++rule) {
        const Signals found = judge(rule);
        now.high |= found.high;
        now.low |= found.low;
    }
    return now;
}

void RuleMachine::take(std::size_t i, double value, const Lines& lines) noexcept {
    const bool marks = !out_.empty();
    if (marks) points_.push(i);
    for (std::size_t k = 0; k < 3; ++k) {
        const bool above = is_above(value, lines.upper[k]);
        const bool below = is_below(value, lines.lower[k]);
        beyond_[k].push(above, below);
        // Lines that do not exist are NaN, and nothing is within them.
        const bool within = !(above | below) & (lines.upper[k] >= lines.lower[k]);
        within_[k] = within_[k] << 1 | std::uint32_t{within};
    }
    near_.push((beyond_[1].high & ~beyond_[2].high & 1U) != 0, (beyond_[1].low & ~beyond_[2].low & 1U) != 0);
    const int side = side_of(value, lines.centre);
    side_.push(side > 0, side < 0);
    if (side != 0 || rules_.on_centre == OnCentre::breaks_run) {
        if (marks) off_centre_.push(i);
        runs_side_.push(side > 0, side < 0);
    }
    if (rules_.run_test != RunTest::none) counter_.see(side);

    const Sides last = steps_;
    steps_.push(has_before_ & (value > before_), has_before_ & (value < before_));
    turns_ = turns_ << 1 | (steps_.high & last.low & 1U) | (steps_.low & last.high & 1U);
    before_ = value;
    has_before_ = true;
}

/// The signal of one rule at the latest point, marked on every member.
Signals RuleMachine::judge(std::size_t rule) noexcept {
    const Rule& each = rules_.rules[rule];
    const auto bit = static_cast<std::uint16_t>(1U << rule);
    const std::uint32_t points = latest(each.points);
    const std::uint32_t window = latest(each.of == 0 ? each.points : each.of);
    const Sides& line = beyond_[each.sigmas - 1U];
    const auto directed = [&](const History& history, bool high, std::uint32_t high_members, bool low,
                              std::uint32_t low_members) {
        if (high) mark(history, high_members, {bit, 0});
        if (low) mark(history, low_members, {0, bit});
        return Signals{high ? bit : std::uint16_t{0}, low ? bit : std::uint16_t{0}};
    };
    const auto undirected = [&](bool found) {
        if (!found) return Signals{};
        mark(points_, points, {bit, bit});
        return Signals{bit, bit};
    };
    const auto enough = [&](std::uint32_t bits) {
        return (bits & 1U) != 0 && std::popcount(bits & window) >= each.points;
    };
    switch (each.kind) {
        case RuleKind::beyond:
            if (((line.high | line.low) & 1U) == 0) return {};
            return directed(points_, enough(line.high), line.high & window, enough(line.low), line.low & window);
        case RuleKind::near_limit: {
            // The latest point of the window need not be near the limit itself: it is its side that counts.
            const bool high = holds(side_.high, window) && std::popcount(near_.high & window) >= each.points;
            const bool low = holds(side_.low, window) && std::popcount(near_.low & window) >= each.points;
            if (!high && !low) return {};
            Signals now = directed(points_, high, near_.high & window, low, near_.low & window);
            if (((near_.high | near_.low) & 1U) == 0 && rules_.marks == Marks::every_member) now = {};
            return now;
        }
        case RuleKind::one_side:
            return directed(off_centre_, holds(runs_side_.high, points) && (side_.high & 1U) != 0, points,
                            holds(runs_side_.low, points) && (side_.low & 1U) != 0, points);
        case RuleKind::trend: {
            const std::uint32_t steps = latest(each.points - 1U);
            return directed(points_, holds(steps_.high, steps), points, holds(steps_.low, steps), points);
        }
        case RuleKind::alternating:
            return undirected(holds(turns_, latest(each.points - 2U)));
        case RuleKind::within:
            return undirected(holds(within_[each.sigmas - 1U], points));
        case RuleKind::either_side_beyond:
            return undirected(holds(line.high | line.low, points));
    }
    return {};
}

void RuleMachine::mark(const History& history, std::uint32_t members, Signals signal) noexcept {
    if (out_.empty()) return;
    if (rules_.marks == Marks::last_point) members = 1;
    for (std::uint32_t back = 0; members != 0; ++back, members >>= 1) {
        if ((members & 1U) == 0) continue;
        Signals& marked = out_[history.index[(history.seen - back) % 32]];
        marked.high |= signal.high;
        marked.low |= signal.low;
    }
}

}  // namespace ontrack::inline v0::stats::detail
