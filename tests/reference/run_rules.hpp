#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include <ontrack/stats/run_rules.hpp>

namespace reference {

namespace stats = ontrack::stats;

struct PointLines {
    double value, centre, lower[3], upper[3];
};

/// Each rule by its sentence: every window of every length is looked at anew, points that take part gathered first.
class SlowRules {
public:
    SlowRules(std::vector<PointLines> points, const stats::RuleSet& rules)
        : points_(std::move(points)), rules_(rules) {}

    [[nodiscard]] std::vector<stats::Signals> signals() const {
        std::vector<stats::Signals> out(points_.size());
        for (std::size_t rule = 0; rule < rules_.size; ++rule) {
            std::vector<std::size_t> stretch;
            for (std::size_t i = 0; i <= points_.size(); ++i) {
                const bool gap = i < points_.size() && std::isnan(points_[i].value);
                if (i == points_.size() || (gap && rules_.at_gap == stats::AtGap::starts_anew)) {
                    look(stretch, rule, out);
                    stretch.clear();
                } else if (!gap) {
                    const bool on_centre = points_[i].value == points_[i].centre;
                    const bool passed_over = rules_.rules[rule].kind == stats::RuleKind::one_side && on_centre &&
                                             rules_.on_centre == stats::OnCentre::passed_over;
                    if (!passed_over) stretch.push_back(i);
                }
            }
        }
        return out;
    }

private:
    [[nodiscard]] bool beyond(std::size_t i, int direction, int sigmas) const {
        const double line = direction > 0 ? points_[i].upper[sigmas - 1] : points_[i].lower[sigmas - 1];
        const double past = direction * (points_[i].value - line);
        return rules_.at_limit == stats::AtLimit::signal ? past >= 0 : past > 0;
    }
    [[nodiscard]] bool near(std::size_t i, int direction) const {
        return beyond(i, direction, 2) && !beyond(i, direction, 3);
    }
    [[nodiscard]] int side(std::size_t i) const {
        return points_[i].value > points_[i].centre ? 1 : points_[i].value < points_[i].centre ? -1 : 0;
    }
    [[nodiscard]] int step(std::size_t from, std::size_t to) const {
        const double d = points_[to].value - points_[from].value;
        return d > 0 ? 1 : d < 0 ? -1 : 0;
    }

    /// The members of the pattern that this window makes in this direction; empty = none.
    [[nodiscard]] std::vector<std::size_t> members(const std::vector<std::size_t>& w, const stats::Rule& rule,
                                                   int direction) const {
        std::vector<std::size_t> found;
        bool all = true;
        for (std::size_t k = 0; k < w.size(); ++k) {
            switch (rule.kind) {
                case stats::RuleKind::beyond:
                    if (beyond(w[k], direction, rule.sigmas)) found.push_back(w[k]);
                    break;
                case stats::RuleKind::near_limit:
                    if (near(w[k], direction)) found.push_back(w[k]);
                    all = all && side(w[k]) == direction;
                    break;
                case stats::RuleKind::one_side:
                    all = all && side(w[k]) == direction;
                    break;
                case stats::RuleKind::trend:
                    all = all && (k == 0 || step(w[k - 1], w[k]) == direction);
                    break;
                case stats::RuleKind::alternating:
                    all = all && (k < 2 || step(w[k - 2], w[k - 1]) * step(w[k - 1], w[k]) == -1);
                    break;
                case stats::RuleKind::within:
                    all = all && !beyond(w[k], 1, rule.sigmas) && !beyond(w[k], -1, rule.sigmas);
                    break;
                case stats::RuleKind::either_side_beyond:
                    all = all && (beyond(w[k], 1, rule.sigmas) || beyond(w[k], -1, rule.sigmas));
                    break;
            }
        }
        const bool counted = rule.kind == stats::RuleKind::beyond || rule.kind == stats::RuleKind::near_limit;
        if (!all) return {};
        if (!counted) return w;
        return found.size() >= rule.points ? found : std::vector<std::size_t>{};
    }

    void look(const std::vector<std::size_t>& stretch, std::size_t index, std::vector<stats::Signals>& out) const {
        const stats::Rule& rule = rules_.rules[index];
        const std::size_t whole = rule.of == 0 ? rule.points : rule.of;
        const bool may_be_short = rule.kind == stats::RuleKind::beyond;
        for (std::size_t end = 1; end <= stretch.size(); ++end) {
            if (end < whole && !may_be_short) continue;
            const std::size_t length = std::min(whole, end);
            const std::vector<std::size_t> window(stretch.begin() + static_cast<std::ptrdiff_t>(end - length),
                                                  stretch.begin() + static_cast<std::ptrdiff_t>(end));
            for (const int direction : {1, -1}) {
                const auto found = members(window, rule, direction);
                if (found.empty() || (may_be_short && found.back() != window.back())) continue;
                for (const std::size_t i : found)
                    if (rules_.marks == stats::Marks::every_member) set(out[i], index, direction, rule.kind);
                if (rules_.marks == stats::Marks::last_point) set(out[window.back()], index, direction, rule.kind);
            }
        }
    }

    static void set(stats::Signals& signals, std::size_t index, int direction, stats::RuleKind kind) {
        const auto bit = static_cast<std::uint16_t>(1U << index);
        const bool both = kind == stats::RuleKind::alternating || kind == stats::RuleKind::within ||
                          kind == stats::RuleKind::either_side_beyond;
        if (both || direction > 0) signals.high |= bit;
        if (both || direction < 0) signals.low |= bit;
    }

    std::vector<PointLines> points_;
    const stats::RuleSet& rules_;
};

}  // namespace reference
