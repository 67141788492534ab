#include <algorithm>
#include <cmath>

#include "report/chart.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

constexpr double width = 360;
constexpr double left = 44;
constexpr double right = width - 54;
constexpr double top = 10;
constexpr double font = 11;

std::string coordinate(double value) {
    return number_text(value, 1);
}

/// 1, 2 or 5 times a power of ten, so that about four steps cover the range.
double step_for(double range) {
    const double power = std::pow(10, std::floor(std::log10(range / 4)));
    for (const double factor : {1.0, 2.0, 5.0})
        if (range / (factor * power) <= 5) return factor * power;
    return 10 * power;
}

class Picture {
public:
    Picture(Markup& out, const Chart& chart)
        : out_(out),
          chart_(chart),
          bottom_(chart.due ? 54 : 170),
          first_(chart.bands.front().from),
          last_(chart.bands.back().to) {}

    void draw() {
        const std::string height = coordinate(bottom_ + 20);
        out_.open("svg", {{"class", "chart"},
                          {"role", "img"},
                          {"viewBox", "0 0 " + coordinate(width) + ' ' + height},
                          {"preserveAspectRatio", "xMinYMin meet"}});
        out_.element("title", chart_.title).element("desc", chart_.description);
        axis();
        if (chart_.due) {
            milestone();
        } else {
            values_axis();
            fan();
            polyline("path", chart_.path);
            year_target();
            observations();
            end_labels();
        }
        out_.close();
    }

private:
    double x(double at) const { return left + (right - left) * (at - first_) / (last_ - first_); }
    double y(double value) const {
        return bottom_ - (bottom_ - top) * (value - chart_.lowest) / (chart_.highest - chart_.lowest);
    }
    std::string pair(const ChartPoint& point) const {
        return coordinate(x(point.at)) + ',' + coordinate(y(point.value));
    }

    void line(std::string_view style, double x1, double y1, double x2, double y2) {
        out_.empty("path",
                   {{"class", std::string(style)},
                    {"d", 'M' + coordinate(x1) + ' ' + coordinate(y1) + 'L' + coordinate(x2) + ' ' + coordinate(y2)}});
    }
    void label(std::string_view style, double at_x, double at_y, std::string_view anchor, std::string_view text) {
        out_.element("text", text,
                     {{"class", std::string(style)},
                      {"x", coordinate(at_x)},
                      {"y", coordinate(at_y)},
                      {"text-anchor", std::string(anchor)}});
    }
    void polyline(std::string_view style, const std::vector<ChartPoint>& points) {
        if (points.size() < 2) return;
        std::string pairs;
        for (const ChartPoint& point : points) pairs += (pairs.empty() ? "" : " ") + pair(point);
        out_.empty("polyline", {{"class", std::string(style)}, {"points", pairs}});
    }

    void axis() {
        line("axis", left, bottom_, right, bottom_);
        for (const ChartBand& band : chart_.bands) {
            line("axis", x(band.from), bottom_, x(band.from), bottom_ + 4);
            // Twelve names of months do not fit; their first letters do.
            const bool many = chart_.bands.size() > 8 && band.label.size() == 3;
            label("tick", (x(band.from) + x(band.to)) / 2, bottom_ + 14, "middle",
                  many ? band.label.substr(0, 1) : band.label);
        }
        line("axis", x(last_), bottom_, x(last_), bottom_ + 4);
    }

    void values_axis() {
        const double step = step_for(chart_.highest - chart_.lowest);
        const int places = step < 1 ? static_cast<int>(std::ceil(-std::log10(step) - 1e-9)) : 0;
        for (double k = std::ceil(chart_.lowest / step); k * step <= chart_.highest; ++k) {
            line("grid", left, y(k * step), right, y(k * step));
            label("tick", left - 5, y(k * step) + 4, "end", number_text(k * step, places) + chart_.unit_sign);
        }
    }

    void wedge(std::string_view style, const std::optional<Interval>& interval) {
        if (!interval) return;
        const Fan& fan = *chart_.fan;
        out_.empty("polygon", {{"class", std::string(style)},
                               {"points", pair(fan.from) + ' ' + pair({fan.at, interval->lower}) + ' ' +
                                              pair({fan.at, interval->upper})}});
    }

    void fan() {
        if (!chart_.fan) return;
        const Fan& fan = *chart_.fan;
        if (fan.from.at == fan.at) {
            const double at_x = x(fan.at);
            if (fan.interval_95) line("bar95", at_x, y(fan.interval_95->lower), at_x, y(fan.interval_95->upper));
            if (fan.interval_80) line("bar80", at_x, y(fan.interval_80->lower), at_x, y(fan.interval_80->upper));
            return;
        }
        wedge("fan95", chart_.fan->interval_95);
        wedge("fan80", chart_.fan->interval_80);
        polyline("median", {chart_.fan->from, {chart_.fan->at, chart_.fan->median}});
    }

    void year_target() {
        if (!chart_.year_target) return;
        const double at_x = x(chart_.year_target->at);
        const double at_y = y(chart_.year_target->value);
        out_.empty("circle", {{"class", "year"}, {"cx", coordinate(at_x)}, {"cy", coordinate(at_y)}, {"r", "3.5"}});
        label("target-label", at_x, at_y - 8, "middle", chart_.year_target_label);
    }

    void observations() {
        polyline("seen", chart_.observed);
        const bool from_origin =
            chart_.observed.size() > 1 && chart_.observed.front().value == 0 && chart_.observed.front().at == 0;
        for (std::size_t i = from_origin ? 1 : 0; i < chart_.observed.size(); ++i) {
            const ChartPoint& point = chart_.observed[i];
            out_.empty(
                "circle",
                {{"class", "seen"}, {"cx", coordinate(x(point.at))}, {"cy", coordinate(y(point.value))}, {"r", "3"}});
        }
    }

    /// Names the ends of the lines where they end; labels that would touch are pushed apart.
    void end_labels() {
        struct End {
            std::string_view style;
            std::string text;
            double at_x, at_y;
        };
        std::vector<End> ends;
        if (!chart_.path.empty() && !chart_.target_label.empty())
            ends.push_back(
                {"target-label", chart_.target_label, x(chart_.path.back().at), y(chart_.path.back().value)});
        if (chart_.fan && chart_.fan->from.at < chart_.fan->at)
            ends.push_back({"fan-label", chart_.fan_label, x(chart_.fan->at), y(chart_.fan->median)});
        if (ends.size() == 2 && std::abs(ends[0].at_y - ends[1].at_y) < font + 1 &&
            std::abs(ends[0].at_x - ends[1].at_x) < 60) {
            const double middle = (ends[0].at_y + ends[1].at_y) / 2;
            const bool target_above = ends[0].at_y < ends[1].at_y;
            ends[target_above ? 0 : 1].at_y = middle - (font + 1) / 2;
            ends[target_above ? 1 : 0].at_y = middle + (font + 1) / 2;
        }
        for (const End& end : ends)
            label(end.style, end.at_x + 4, std::clamp(end.at_y + 4, top + 4, bottom_ - 2), "start", end.text);
    }

    void milestone() {
        const double middle = 28;
        const double today = std::clamp(x(*chart_.today), left, right);
        line("seen", left, middle, today, middle);
        line("axis", today, middle - 10, today, bottom_);
        const double due = x(*chart_.due);
        out_.empty("path",
                   {{"class", "due"}, {"d", 'M' + coordinate(due) + ' ' + coordinate(middle - 7) + "l7 7l-7 7l-7-7z"}});
        label("target-label", due, middle - 11, due > width / 2 ? "end" : "start", "due");
        if (chart_.done) {
            const double done = std::clamp(x(*chart_.done), left, right);
            out_.empty("circle", {{"class", "seen"}, {"cx", coordinate(done)}, {"cy", coordinate(middle)}, {"r", "4"}});
            label("seen-label", done, middle + 15, "middle", "done");
        }
    }

    Markup& out_;
    const Chart& chart_;
    double bottom_, first_, last_;
};

}  // namespace

void draw(Markup& out, const Chart& chart) {
    Picture(out, chart).draw();
}

}  // namespace ontrack::inline v0::detail::report
