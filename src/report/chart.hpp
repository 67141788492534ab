#pragma once

#include <optional>
#include <string>
#include <vector>

#include "report/lines.hpp"
#include "report/markup.hpp"

namespace ontrack::inline v0::detail::report {

/// A point in time (days after `Chart::origin`) and its value.
struct ChartPoint {
    double at;
    double value;
};

struct ChartBand {
    double from, to;
    std::string label;
};

/// The projection, spreading from the last value seen to the end of the year; where both are the same moment, the uncertainty of
/// that value itself.
struct Fan {
    ChartPoint from;
    double at;
    double median;
    std::optional<Interval> interval_80, interval_95;
};

/// What a picture of a line shows; `draw` makes the picture. Counts that a year sums: cumulative year to date against the
/// profiled target. Levels: values against the path. Milestones: the day against the year.
struct Chart {
    std::string title;
    std::string description;  ///< the text alternative: the picture in a sentence
    std::vector<ChartBand> bands;  ///< periods along the axis
    std::vector<ChartPoint> observed;
    std::vector<ChartPoint> path;
    std::optional<ChartPoint> year_target;  ///< where the path goes on beyond the year
    std::optional<Fan> fan;
    std::optional<double> due, done, today;  ///< milestones
    std::string target_label, year_target_label, fan_label;
    std::string unit_sign;  ///< `%` or nothing
    double lowest = 0, highest = 1;
};

/// The chart of a line; empty where there is nothing to draw (an indicator of parts, or neither observation nor path).
[[nodiscard]] std::optional<Chart> chart_of(const Review& review, const Line& line);
/// The picture as inline SVG with its text alternative; colours come from the style sheet, and every line differs in stroke too.
void draw(Markup& out, const Chart& chart);

}  // namespace ontrack::inline v0::detail::report
