#include <ontrack/plan/trajectory.hpp>

#include <algorithm>
#include <functional>

#include "plan/exact.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

using detail::exact;
using detail::Ratio;

constexpr int places_of_endless_decimals = 12;

TrajectoryPoint point_of(const Period& period, const Ratio& value, const Target& target) {
    const auto decimal = detail::as_decimal(value);
    return {period, decimal ? *decimal : detail::rounded(value, places_of_endless_decimals, Rounding::half_up),
            decimal.has_value(), detail::rounded(value, target.decimals, target.rounding)};
}

std::string in_words(const Ratio& value) {
    if (const auto decimal = detail::as_decimal(value)) return decimal->to_string();
    return detail::rounded(value, places_of_endless_decimals, Rounding::half_up).to_string();
}

std::string change_in_words(const Percent& change) {
    const std::string size = change.value.to_string();
    return change.value.sign() < 0 ? "− " + size.substr(1) + "%" : "+ " + size + "%";
}

/// Draws the path of one target: knows the periods in which it moves, and the baseline that it moves from.
class Path {
public:
    Path(const Indicator& indicator, const Track& track, const Period& year)
        : target_(*track.target),
          year_(year),
          frequency_(indicator.year_rule == YearRule::latest ? indicator.frequency : Frequency::year) {
        if (track.baseline && track.baseline->value) baseline_value_ = exact(*track.baseline->value);
        if (track.baseline && track.baseline->period) {
            baseline_period_ = track.baseline->period;
            origin_ = holding(baseline_period_->last_day());
        }
    }

    std::optional<Trajectory> operator()(const PercentPerAnnum& rule) const {
        if (!baseline_value_ || !origin_) return std::nullopt;
        const Period baseline_year = baseline_period_->year(year_.year_start());
        const Ratio factor = detail::growth(rule.change.value);
        std::vector<Ratio> by_year{*baseline_value_};
        for (int k = 1; k <= rule.years; ++k) by_year.push_back(by_year.back() * factor);
        const Period first = holding(baseline_year.plus(1).first_day());
        const Period last = holding(baseline_year.plus(rule.years).last_day());
        return drawn(PathRule::compound,
                     in_words(*baseline_value_) + " × (1 " + change_in_words(rule.change) + ")^k, k years after " +
                         baseline_year.label(),
                     first, last, [&](const Period& period) {
                         const int k = periods_between(baseline_year, period.year(year_.year_start()));
                         return by_year[static_cast<std::size_t>(k)];
                     });
    }

    std::optional<Trajectory> operator()(const PercentByDate& rule) const {
        if (!baseline_value_) return std::nullopt;
        const Ratio end = *baseline_value_ * detail::growth(rule.change.value);
        if (rule.due) return line_to(end, *rule.due);
        return constant(end, changed(rule.change, end), std::nullopt);
    }

    std::optional<Trajectory> operator()(const AbsoluteTarget& rule) const {
        return constant(exact(rule.value), rule.value.to_string(), rule.due);
    }

    std::optional<Trajectory> operator()(const LinearTo& rule) const { return line_to(exact(rule.value), rule.due); }
    std::optional<Trajectory> operator()(const Floor& rule) const { return level(rule, "at least "); }
    std::optional<Trajectory> operator()(const Ceiling& rule) const { return level(rule, "at most "); }
    std::optional<Trajectory> operator()(const MilestoneBy&) const { return std::nullopt; }

private:
    using ValueOf = std::function<Ratio(const Period&)>;

    Period holding(const Date& day) const { return Period::containing(day, frequency_, year_.year_start()); }

    std::string changed(const Percent& change, const Ratio& end) const {
        return in_words(end) + ", which is " + in_words(*baseline_value_) + " " + change_in_words(change);
    }

    std::optional<Trajectory> drawn(PathRule rule, std::string basis, const Period& first, const Period& last,
                                    const ValueOf& value_of) const {
        Trajectory path{rule, std::move(basis), {}};
        const int count = periods_between(first, last) + 1;
        for (int i = 0; i < count; ++i) {
            const Period period = first.plus(i);
            path.points.push_back(point_of(period, value_of(period), target_));
        }
        if (path.points.empty()) return std::nullopt;
        return path;
    }

    std::optional<Trajectory> line_to(const Ratio& end, const Date& due) const {
        if (!baseline_value_ || !origin_) return std::nullopt;
        const Period last = holding(due);
        const int steps = periods_between(*origin_, last);
        return drawn(PathRule::linear,
                     "a straight line from " + in_words(*baseline_value_) + " (" + baseline_period_->label() + ") to " +
                         in_words(end) + " on " + due.to_words() + ", in " + std::to_string(steps) +
                         (steps == 1 ? " step" : " steps"),
                     origin_->plus(1), last, [&](const Period& period) {
                         const int step = periods_between(*origin_, period);
                         return Ratio(*baseline_value_ + (end - *baseline_value_) * step / steps);
                     });
    }

    std::optional<Trajectory> constant(const Ratio& value, std::string basis, const std::optional<Date>& due) const {
        const Period last = holding(due ? *due : year_.last_day());
        Period first = holding(year_.first_day());
        if (origin_) {
            first = origin_->plus(1);
        } else if (is_before(last, first)) {
            first = last;
        }
        basis += due ? ", until " + due->to_words() : ", with no deadline";
        return drawn(PathRule::constant, std::move(basis), first, last, [&](const Period&) { return value; });
    }

    template <class Level>
    std::optional<Trajectory> level(const Level& rule, const std::string& words) const {
        if (rule.value) return constant(exact(*rule.value), words + rule.value->to_string(), rule.due);
        if (!rule.change || !baseline_value_) return std::nullopt;
        const Ratio end = *baseline_value_ * detail::growth(rule.change->value);
        return constant(end, words + changed(*rule.change, end), rule.due);
    }

    const Target& target_;
    Period year_;
    Frequency frequency_;
    std::optional<Ratio> baseline_value_;
    std::optional<Period> baseline_period_;
    std::optional<Period> origin_;  ///< the last period of the baseline: the path begins at its end
};

}  // namespace

std::string_view to_string(PathRule rule) noexcept {
    switch (rule) {
        case PathRule::linear:
            return "linear";
        case PathRule::compound:
            return "compound";
        case PathRule::constant:
            return "constant";
    }
    return {};
}

std::optional<TrajectoryPoint> Trajectory::at(const Period& period) const {
    const auto found = std::find_if(points.begin(), points.end(),
                                    [&](const TrajectoryPoint& point) { return point.period == period; });
    return found == points.end() ? std::nullopt : std::optional(*found);
}

std::optional<TrajectoryPoint> Trajectory::at_end_of(const Period& year) const {
    const Date end = year.last_day();
    const auto found = std::find_if(points.begin(), points.end(),
                                    [&](const TrajectoryPoint& point) { return point.period.last_day() == end; });
    return found == points.end() ? std::nullopt : std::optional(*found);
}

std::optional<Trajectory> trajectory(const Indicator& indicator, const Track& track, const Period& year) {
    if (!track.target) return std::nullopt;
    return std::visit(Path(indicator, track, year), track.target->rule);
}

}  // namespace v0
}  // namespace ontrack
