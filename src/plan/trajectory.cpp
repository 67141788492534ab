#include <ontrack/plan/trajectory.hpp>

#include <algorithm>
#include <functional>

#include "plan/target_end.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

using detail::exact;
using detail::Ratio;

TrajectoryPoint point_of(const Period& period, const Ratio& value, const Target& target) {
    const auto decimal = detail::as_decimal(value);
    return {.period = period,
            .unrounded = decimal ? *decimal : detail::rounded(value, places_of_endless_decimals, Rounding::half_up),
            .exact = decimal.has_value() && !std::holds_alternative<MeasurableChange>(target.rule),
            .rounded = detail::rounded(value, target.decimals, target.rounding)};
}

std::string in_words(const Ratio& value) {
    if (const auto decimal = detail::as_decimal(value)) return decimal->to_string();
    return detail::rounded(value, places_of_endless_decimals, Rounding::half_up).to_string();
}

std::string signed_words(const Decimal& number, const std::string& unit) {
    const std::string size = number.to_string();
    return number.sign() < 0 ? "− " + size.substr(1) + unit : "+ " + size + unit;
}

std::string change_in_words(const Percent& change) {
    return signed_words(change.value, "%");
}

/// `b × (1 − 1%)^k`: how each year follows.
std::string annual_words(const PercentPerAnnum& rule, const std::string& baseline) {
    const std::string change = change_in_words(rule.change);
    switch (rule.convention) {
        case AnnualChange::compound:
            return baseline + " × (1 " + change + ")^k, k";
        case AnnualChange::simple:
            return baseline + " × (1 " + change + " × k), k";
        case AnnualChange::rounded_each_year:
            return baseline + " " + change + " a year, each year on the rounded target of the year before, for " +
                   std::to_string(rule.years);
    }
    return {};
}

PathRule path_rule(AnnualChange convention) {
    switch (convention) {
        case AnnualChange::compound:
            return PathRule::compound;
        case AnnualChange::simple:
            return PathRule::simple;
        case AnnualChange::rounded_each_year:
            return PathRule::rounded_each_year;
    }
    return PathRule::compound;
}

/// Draws the path of one target: knows the periods in which it moves, and the baseline that it moves from.
class Path {
public:
    Path(const Indicator& indicator, const Track& track, const Period& year)
        : target_(*track.target),
          year_(year),
          frequency_(indicator.year_rule == YearRule::latest ? indicator.frequency : Frequency::year),
          end_(detail::end_of(indicator, track)),
          other_end_(detail::other_end_of(indicator, track)) {
        if (track.baseline && track.baseline->value) baseline_value_ = exact(*track.baseline->value);
        if (track.baseline && track.baseline->period) {
            baseline_period_ = track.baseline->period;
            origin_ = holding(baseline_period_->last_day());
        }
    }

    std::optional<Trajectory> operator()(const PercentPerAnnum& rule) const {
        if (!baseline_value_ || !origin_) return std::nullopt;
        const Period baseline_year = baseline_period_->year(year_.year_start());
        const std::vector<Ratio> values = detail::by_year(rule, *baseline_value_, target_);
        const Period first = holding(baseline_year.plus(1).first_day());
        const Period last = holding(baseline_year.plus(rule.years).last_day());
        return drawn(path_rule(rule.convention),
                     annual_words(rule, in_words(*baseline_value_)) + " years after " + baseline_year.label(), first,
                     last, [&](const Period& period) {
                         const int k = periods_between(baseline_year, period.year(year_.year_start()));
                         return values[static_cast<std::size_t>(k - 1)];
                     });
    }

    std::optional<Trajectory> operator()(const PercentByDate& rule) const {
        return moved(change_in_words(rule.change), rule.due);
    }
    std::optional<Trajectory> operator()(const PointsByDate& rule) const {
        return moved(signed_words(rule.points, rule.points == Decimal(1) ? " point" : " points"), rule.due);
    }
    std::optional<Trajectory> operator()(const MeasurableChange& rule) const {
        return moved("the least change that two samples of " + rule.sample.to_string() + " can show at " +
                         rule.confidence.value.to_string() + "%",
                     rule.due);
    }
    std::optional<Trajectory> operator()(const AbsoluteTarget& rule) const {
        return constant(rule.value.to_string(), rule.due);
    }
    std::optional<Trajectory> operator()(const LinearTo& rule) const { return line_until(rule.due); }
    std::optional<Trajectory> operator()(const CloseGap& rule) const {
        auto path = line_until(rule.due);
        if (path)
            path->basis += ", which closes " + rule.share.value.to_string() + "% of the gap to " + rule.comparator;
        return path;
    }
    std::optional<Trajectory> operator()(const Stretch& rule) const {
        auto path = baseline_value_ && origin_ ? line_until(rule.due) : constant(rule.value.to_string(), rule.due);
        if (path) path->basis += "; " + rule.without.to_string() + " is expected without the agreement";
        return path;
    }
    std::optional<Trajectory> operator()(const Floor& rule) const { return level(rule, "at least "); }
    std::optional<Trajectory> operator()(const Ceiling& rule) const { return level(rule, "at most "); }
    std::optional<Trajectory> operator()(const Band& rule) const {
        return constant("between " + rule.lower.to_string() + " and " + rule.upper.to_string(), rule.due);
    }
    std::optional<Trajectory> operator()(const Maintain& rule) const {
        if (!baseline_value_) return std::nullopt;
        std::string margin = rule.margin           ? rule.margin->to_string()
                             : rule.margin_percent ? rule.margin_percent->value.to_string() + "%"
                                                   : "0";
        return constant("as good as " + in_words(*baseline_value_) + " within a margin of " + margin, rule.due);
    }
    std::optional<Trajectory> operator()(const Stepped& rule) const {
        if (rule.steps.empty()) return std::nullopt;
        std::string basis;
        for (const Step& step : rule.steps) {
            basis += (basis.empty() ? "" : ", ") + step.value.to_string() + " until " + step.by.to_words();
        }
        const Period last = holding(rule.steps.back().by);
        return drawn(PathRule::stepped, std::move(basis), first_until(last), last, [&](const Period& period) {
            const auto step = std::find_if(rule.steps.begin(), rule.steps.end(),
                                           [&](const Step& one) { return !is_before(holding(one.by), period); });
            return exact(step->value);
        });
    }
    std::optional<Trajectory> operator()(const MilestoneBy&) const { return std::nullopt; }
    std::optional<Trajectory> operator()(const NotSet&) const { return std::nullopt; }
    std::optional<Trajectory> operator()(const NotStated&) const { return std::nullopt; }

private:
    using ValueOf = std::function<Ratio(const Period&)>;

    [[nodiscard]] Period holding(const Date& day) const {
        return Period::containing(day, frequency_, year_.year_start());
    }

    /// The path's first period: the one after the baseline's, else the first of the year asked for.
    [[nodiscard]] Period first_until(const Period& last) const {
        if (origin_) return origin_->plus(1);
        const Period first = holding(year_.first_day());
        return is_before(last, first) ? last : first;
    }

    std::optional<Trajectory> drawn(PathRule rule, std::string basis, const Period& first, const Period& last,
                                    const ValueOf& value_of) const {
        Trajectory path{rule, std::move(basis), {}};
        const int count = periods_between(first, last) + 1;
        for (int i = 0; i < count; ++i) {
            const Period period = first.plus(i);
            path.points.push_back(point_of(period, value_of(period), target_));
            if (!other_end_) continue;
            const TrajectoryPoint other = point_of(period, *other_end_, target_);
            path.points.back().other_edge = Edge{other.unrounded, other.rounded};
        }
        if (path.points.empty()) return std::nullopt;
        return path;
    }

    /// The baseline changed at once, or on a straight line where there is a day.
    std::optional<Trajectory> moved(const std::string& change, const std::optional<Date>& due) const {
        if (due) return line_until(*due);
        return end_ ? constant(in_words(*end_) + ", which is " + in_words(*baseline_value_) + " " + change, due)
                    : std::nullopt;
    }

    std::optional<Trajectory> line_until(const Date& due) const {
        if (!end_ || !baseline_value_ || !origin_) return std::nullopt;
        const Period last = holding(due);
        const int steps = periods_between(*origin_, last);
        return drawn(PathRule::linear,
                     "a straight line from " + in_words(*baseline_value_) + " (" + baseline_period_->label() + ") to " +
                         in_words(*end_) + " on " + due.to_words() + ", in " + std::to_string(steps) +
                         (steps == 1 ? " step" : " steps"),
                     origin_->plus(1), last, [&](const Period& period) {
                         const int step = periods_between(*origin_, period);
                         return Ratio(*baseline_value_ + (*end_ - *baseline_value_) * step / steps);
                     });
    }

    std::optional<Trajectory> constant(std::string basis, const std::optional<Date>& due) const {
        if (!end_) return std::nullopt;
        const Period last = holding(due ? *due : year_.last_day());
        basis += due ? ", until " + due->to_words() : ", with no deadline";
        return drawn(PathRule::constant, std::move(basis), first_until(last), last,
                     [&](const Period&) { return *end_; });
    }

    template <class Level>
    std::optional<Trajectory> level(const Level& rule, const std::string& words) const {
        if (!end_) return std::nullopt;
        if (rule.value) return constant(words + rule.value->to_string(), rule.due);
        return constant(
            words + in_words(*end_) + ", which is " + in_words(*baseline_value_) + " " + change_in_words(*rule.change),
            rule.due);
    }

    const Target& target_;
    Period year_;
    Frequency frequency_;
    std::optional<Ratio> end_;
    std::optional<Ratio> other_end_;  ///< of a band
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
        case PathRule::simple:
            return "simple";
        case PathRule::rounded_each_year:
            return "rounded_each_year";
        case PathRule::stepped:
            return "stepped";
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
