#include "report/chart.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include "report/text.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

Period year_of(const Period& period, const Period& year) {
    return period.year(year.year_start());
}

/// Draws what the review knows of one line on the axis that starts on `origin`.
class ChartMaker {
public:
    ChartMaker(const Review& review, const Line& line)
        : review_(review), line_(line), track_(line.assessed), year_(review.year), origin_(year_.first_day()) {
        chart_.unit_sign = is_percentage(line.indicator.measure) ? "%" : "";
    }

    std::optional<Chart> milestone() {
        if (!track_.due) return std::nullopt;
        const Date end = std::max(*track_.due, year_.last_day());
        origin_ = std::min(*track_.due, year_.first_day());
        chart_.bands = bands(Frequency::quarter, end);
        chart_.due = at(*track_.due);
        chart_.today = at(review_.day);
        if (const auto done = done_on(line_)) chart_.done = at(*done);
        chart_.title = clean(line_.name()) + ": due " + track_.due->to_words();
        chart_.description = "Due " + track_.due->to_words() + "; " + year_to_date_text(line_) + " by " +
                             review_.day.to_words() + ". Status: " + std::string(to_words(track_.projected.status)) +
                             '.';
        return chart_;
    }

    std::optional<Chart> cumulative() {
        chart_.bands = bands(line_.indicator.frequency, year_.last_day());
        const double end = at(year_.last_day()) + 1;
        double total = 0;
        chart_.observed.push_back({0, 0});
        Period next = Period::containing(origin_, line_.indicator.frequency, year_.year_start());
        for (const Observation& seen : line_.track.observations) {
            if (year_of(seen.period, year_) != year_) continue;
            if (seen.period != next || !seen.value) break;
            total += seen.value->to_double();
            chart_.observed.push_back({at(seen.last_day()) + 1, total});
            next = next.plus(1);
        }
        const ChartPoint latest = chart_.observed.back();
        if (chart_.observed.size() == 1) chart_.observed.clear();
        if (track_.target) {
            chart_.path = {{0, 0}, {end, track_.target->rounded.to_double()}};
            const auto& period = track_.projection.latest_period;
            if (track_.profiled && period && at(period->last_day()) + 1 < end)
                chart_.path.insert(
                    chart_.path.begin() + 1,
                    {at(track_.projection.up_to.value_or(period->last_day())) + 1, track_.profiled->to_double()});
        }
        add_fan(latest, end);
        chart_.title = clean(line_.name()) + ": " + review_.year.label() + " to date against the target";
        return finished(true);
    }

    std::optional<Chart> level() {
        const auto& baseline = line_.track.baseline;
        if (baseline && baseline->value && baseline->period && baseline->period->last_day() < origin_)
            origin_ = baseline->period->last_day();
        for (const Observation& seen : line_.track.observations)
            if (seen.value) origin_ = std::min(origin_, seen.period.first_day());
        Date end = year_.last_day();
        if (track_.path && !track_.path->points.empty())
            end = std::max(end, track_.path->points.back().period.last_day());
        const bool one_year = days_between(origin_, end) < 370;
        chart_.bands = bands(one_year ? Frequency::quarter : Frequency::year, end);
        for (const Observation& seen : line_.track.observations)
            if (seen.value) chart_.observed.push_back({at(seen.last_day()), seen.value->to_double()});
        add_path();
        if (!chart_.observed.empty()) add_fan(chart_.observed.back(), at(year_.last_day()));
        chart_.title = clean(line_.name()) + ": values against the path";
        return finished(false);
    }

private:
    double at(const Date& date) const { return days_between(origin_, date); }

    std::vector<ChartBand> bands(Frequency frequency, const Date& end) const {
        std::vector<ChartBand> out;
        for (Period period = Period::containing(origin_, frequency, year_.year_start()); period.first_day() <= end;
             period = period.plus(1)) {
            const std::string label = frequency == Frequency::year ? year_words(period) : short_label(period);
            out.push_back({std::max(0.0, at(period.first_day())), at(period.last_day()) + 1, label});
        }
        // A baseline's last day alone is too thin a band for its label.
        if (out.size() > 1 && out.front().to - out.front().from < 20) out.front().label.clear();
        return out;
    }

    void add_path() {
        if (!track_.path || track_.path->points.empty()) return;
        const bool constant = track_.path->rule == PathRule::constant;
        const auto& baseline = line_.track.baseline;
        if (constant)
            chart_.path.push_back(
                {at(std::max(origin_, year_.first_day())), track_.path->points.front().rounded.to_double()});
        else if (baseline && baseline->value && baseline->period)
            chart_.path.push_back({at(baseline->period->last_day()), baseline->value->to_double()});
        for (const TrajectoryPoint& point : track_.path->points)
            chart_.path.push_back(
                {at(point.period.last_day()), (constant ? point.rounded : point.unrounded).to_double()});
        const double end = at(year_.last_day());
        if (constant || !track_.target || chart_.path.back().at <= end) return;
        chart_.year_target = ChartPoint{end, track_.target->unrounded.to_double()};
        chart_.year_target_label = target_text(line_);
    }

    void add_fan(const ChartPoint& from, double end) {
        const Projection& projection = track_.projection;
        if (!projection.median) return;
        const bool over = projection.periods_remaining == 0 || from.at >= end;
        if (over && !is_estimate()) return;
        chart_.fan =
            Fan{from, over ? from.at : end, *projection.median, projection.interval_80, projection.interval_95};
        chart_.fan_label = projected_text(line_);
    }

    /// Whether what was seen is itself uncertain, as the share of a sample is.
    bool is_estimate() const {
        const auto& interval = track_.projection.interval_95;
        return interval && interval->lower < interval->upper;
    }

    std::optional<Chart> finished(bool from_zero) {
        std::vector<double> values;
        for (const auto* points : {&chart_.observed, &chart_.path})
            for (const ChartPoint& point : *points) values.push_back(point.value);
        if (chart_.fan) {
            values.push_back(chart_.fan->median);
            for (const auto& interval : {chart_.fan->interval_80, chart_.fan->interval_95})
                if (interval) values.insert(values.end(), {interval->lower, interval->upper});
        }
        std::erase_if(values, [](double value) { return !std::isfinite(value); });
        if (values.empty()) return std::nullopt;
        const auto [least, most] = std::minmax_element(values.begin(), values.end());
        // An axis that is cut close around nearly equal values would deceive.
        const double spread = std::max({*most - *least, std::abs(*most) / 4, 1e-9});
        const double middle = (*most + *least) / 2;
        chart_.highest = middle + spread * 0.6;
        chart_.lowest = from_zero || middle - spread * 0.6 < *most / 4 ? std::min(0.0, *least) : middle - spread * 0.6;
        if (chart_.unit_sign == "%") chart_.highest = std::min(chart_.highest, std::max(100.0, *most));
        if (track_.end && !from_zero)
            chart_.target_label = value_text(line_, track_.end->rounded);
        else if (track_.target)
            chart_.target_label = target_text(line_);
        chart_.description = sentence();
        return chart_;
    }

    std::string sentence() const {
        const Projection& projection = track_.projection;
        std::string text;
        if (projection.year_to_date && projection.latest_period) {
            text = value_with_unit(line_, *projection.year_to_date) +
                   (line_.indicator.year_rule == YearRule::sum ? " by the end of " : " at ");
            text += projection.up_to ? projection.up_to->to_words() : projection.latest_period->label();
            if (track_.profiled) text += ", where the path is at " + value_text(line_, *track_.profiled);
            text += ". ";
        } else {
            text = "No value of " + year_.label() + " yet. ";
        }
        if (projection.median && projection.periods_remaining > 0)
            text += "Projected for the year: " + projection_text(line_) +
                    (projection.interval_80 ? " with the 80% interval. " : ". ");
        else if (is_estimate())
            text += "95% interval: " + interval_text(line_, *projection.interval_95) + ". ";
        if (track_.target)
            text += "Target for " + year_.label() + ": " + value_with_unit(line_, track_.target->rounded) + ". ";
        if (track_.end && track_.due && *track_.due > year_.last_day())
            text += "Target by " + track_.due->to_words() + ": " + value_text(line_, track_.end->rounded) + ". ";
        if (projection.chance) text += "Chance of meeting the target: " + chance_text(projection) + ". ";
        text += "Status: " + std::string(to_words(track_.projected.status)) + " at year end, " +
                std::string(to_words(track_.year_to_date.status)) + " to date.";
        return text;
    }

    const Review& review_;
    const Line& line_;
    const TrackAssessment& track_;
    const Period& year_;
    Date origin_;
    Chart chart_;
};

}  // namespace

std::optional<Chart> chart_of(const Review& review, const Line& line) {
    if (line.has_parts()) return std::nullopt;
    ChartMaker maker(review, line);
    if (line.is_milestone()) return maker.milestone();
    const bool summed =
        std::holds_alternative<Count>(line.indicator.measure) && line.indicator.year_rule == YearRule::sum;
    return summed ? maker.cumulative() : maker.level();
}

}  // namespace ontrack::inline v0::detail::report
