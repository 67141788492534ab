#include <ontrack/base/version.hpp>
#include <ontrack/report/report.hpp>

#include "report/blocks.hpp"
#include "report/html_parts.hpp"
#include "report/reasons.hpp"
#include "report/text.hpp"

namespace ontrack::inline v0 {
namespace detail::report {

void write_mark(Markup& out, const Mark& mark, std::string_view qualified) {
    out.open("span", {{"class", "mark " + std::string(mark.tone)}});
    out.element("span", mark.shape, {{"aria-hidden", "true"}}).text("\u00A0");
    out.element("span", std::string(mark.words) + std::string(mark.note)).close();
    if (!qualified.empty()) out.element("small", qualified);
}

void open_cell(Markup& out, std::string_view label, std::string_view style) {
    out.open("td", {{"role", "cell"}, {"class", std::string(style)}, {"data-label", std::string(label)}});
}

void open_table(Markup& out, std::string_view style, std::string_view caption,
                const std::vector<std::string>& headings) {
    out.open("table", {{"class", std::string(style)}, {"role", "table"}}).element("caption", caption);
    out.open("thead", {{"role", "rowgroup"}}).open("tr", {{"role", "row"}});
    for (const std::string& each : headings) out.element("th", each, {{"scope", "col"}, {"role", "columnheader"}});
    out.close().close();
}

}  // namespace detail::report

namespace {

using namespace detail::report;

void write_notes(Markup& out, const Review& review, int level) {
    const std::vector<Note> missing = notes_on(review);
    const std::vector<Note> qualified = qualifications_in(review);
    if (missing.empty() && qualified.empty()) return;
    out.open("section").element(heading(level), "What is missing or qualified, and why").open("ul");
    for (const Note& note : missing)
        out.open("li")
            .element("b", note.fields)
            .text(": " + note.reason)
            .element("small", " (" + note.rows + ")")
            .close();
    for (const Note& note : qualified) out.open("li").element("b", note.rows).text(": " + note.reason).close();
    out.close().close();
}

/// The shape of a mark stays beside its first word.
std::string unbroken_mark(std::string text) {
    const std::size_t space = text.find(' ');
    if (space != std::string::npos && display_width(text.substr(0, space)) == 1) text.replace(space, 1, "\u00A0");
    return text;
}

void write_blocks(Markup& out, const Review& review, int level) {
    for (const Block& block : blocks_of(review)) {
        out.open("section").element(heading(level), block.title);
        if (!block.note.empty()) out.element("p", block.note);
        if (!block.rows.empty()) {
            open_table(out, "block " + block.id, block.title, block.columns);
            out.open("tbody", {{"role", "rowgroup"}});
            for (std::size_t k = 0; k < block.rows.size(); ++k) {
                const std::vector<std::string>& row = block.rows[k];
                out.open("tr", {{"role", "row"}});
                out.element("th", row.front(), {{"scope", "row"}, {"role", "rowheader"}});
                for (std::size_t i = 1; i < row.size(); ++i) {
                    open_cell(out, block.columns[i], block.tones.empty() ? "" : block.tones[k][i]);
                    out.text(unbroken_mark(row[i])).close();
                }
                out.close();
            }
            out.close().close();
        }
        out.close();
    }
}

void write_body(Markup& out, const Review& review, int level) {
    out.open("header").element(heading(level), review.plan.name);
    if (!review.plan.partnership.empty()) out.element("p", review.plan.partnership);
    out.element("p", as_at_text(review) + "; year " + review.year.label() + '.', {{"class", "as-at"}}).close();
    write_performance(out, review, level + 1);
    write_notes(out, review, level + 1);
    write_charts(out, review, level + 1);
    write_risks(out, review, level + 1);
    write_blocks(out, review, level + 1);
    out.open("footer").open("p");
    if (!review.plan.source.empty()) out.text("Source: " + clean(review.plan.source) + ". ");
    out.text("Written by ontrack " + std::string(version) + '.').close().close();
}

}  // namespace

std::string to_html_fragment(const Review& review) {
    Markup out;
    out.open("div", {{"class", "ontrack"}});
    out.open("style").raw(style_sheet()).close();
    write_body(out, review, 2);
    out.close();
    return out.take() + '\n';
}

std::string to_html(const Review& review) {
    Markup out;
    out.raw("<!DOCTYPE html>\n").open("html", {{"lang", "en-GB"}}).open("head");
    out.empty("meta", {{"charset", "utf-8"}});
    out.empty("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    out.empty("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
    out.raw("\n").element("title", review.plan.name + ", " + as_at_text(review));
    out.open("style").raw(style_sheet()).close().close();
    out.open("body", {{"class", "ontrack page"}});
    out.element("a", "Skip to the performance table", {{"class", "skip"}, {"href", "#performance"}});
    out.open("main", {{"id", "performance"}});
    write_body(out, review, 1);
    out.close().close().close();
    return out.take() + '\n';
}

}  // namespace ontrack::inline v0
