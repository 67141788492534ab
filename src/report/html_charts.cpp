#include "assessment/wording.hpp"
#include "report/chart.hpp"
#include "report/html_parts.hpp"
#include "report/text.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

void write_figures(Markup& out, std::string_view title, const std::vector<Figure>& figures) {
    if (figures.empty()) return;
    out.element("p", title).open("ul");
    for (const Figure& figure : figures) out.element("li", clean(figure_words(figure)));
    out.close();
}

void write_explanation(Markup& out, const Line& line) {
    const Explanation& explanation = line.assessed.explanation;
    out.open("details")
        .open("summary")
        .text("How this came about")
        .element("span", ": " + clean(line.name()), {{"class", "hidden"}})
        .close();
    out.element("p", explanation.sentence);
    if (!explanation.facts.empty()) {
        out.open("dl");
        for (const auto& [name, value] : explanation.facts) out.element("dt", name).element("dd", value);
        out.close();
    }
    if (line.track.baseline) {
        if (!line.track.baseline->note.empty()) out.element("p", "Baseline: " + clean(line.track.baseline->note));
        write_figures(out, "Reported beside the baseline:", line.track.baseline->figures);
    }
    if (!line.component) write_figures(out, "Reported beside the indicator:", line.indicator.figures);
    out.close();
}

void write_card(Markup& out, const Review& review, const Line& line, int level) {
    out.open("article");
    const std::string name =
        line.component ? clean(line.indicator.name) + ": " + clean(line.component->name) : clean(line.name());
    out.element(heading(level), name);
    out.open("p");
    write_mark(out, mark(line.assessed.projected.status));
    if (line.assessed.projection.chance) out.text(", chance " + chance_text(line.assessed.projection));
    out.close();
    if (const std::optional<Chart> chart = chart_of(review, line))
        draw(out, *chart);
    else if (line.has_parts())
        out.element("p", "The parts have a chart each.", {{"class", "quiet"}});
    else
        out.element("p", "Nothing to draw yet.", {{"class", "quiet"}});
    write_explanation(out, line);
    out.close();
}

}  // namespace

void write_charts(Markup& out, const Review& review, int level) {
    out.open("section").element(heading(level), "Indicator by indicator");
    out.element("p",
                "Solid line with dots: what was observed. Dashed line: the path to the target. Dotted line: the "
                "projection, with its 80% (darker) and 95% (lighter) interval. Counts are added up over the year; "
                "percentages and rates are shown as they are.",
                {{"class", "quiet"}});
    for (const Section& section : sections_of(review)) {
        if (!section.name.empty()) out.element(heading(level + 1), section.name);
        out.open("div", {{"class", "cards"}});
        for (const Line& line : section.lines)
            write_card(out, review, line, section.name.empty() ? level + 1 : level + 2);
        out.close();
    }
    out.close();
}

}  // namespace ontrack::inline v0::detail::report
