#include <ontrack/report/report.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "report/blocks.hpp"
#include "report/chance_words.hpp"
#include "report/reasons.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0 {
namespace {

using namespace detail::report;

struct Column {
    std::string title;
    std::string (*cell)(const Line&);
    std::size_t from_width;  ///< the narrowest table that shows it
    std::size_t width = 0;
};

std::string interval_cell(const Line& line) {
    const auto& interval = line.assessed.projection.interval_80;
    return interval ? interval_text(line, *interval) : std::string(nothing);
}

std::string chance_cell(const Line& line) {
    return chance_text(line.assessed.projection);
}

class Table {
public:
    Table(const Review& review, std::size_t width, bool colour)
        : review_(review),
          sections_(sections_of(review)),
          width_(std::clamp<std::size_t>(width, 80, most_width)),
          colour_(colour) {
        for (Column& column : all_columns()) {
            if (width_ < column.from_width) continue;
            column.width = display_width(column.title);
            for (const Section& section : sections_)
                for (const Line& line : section.lines)
                    if (!stands_in_words(line)) column.width = std::max(column.width, display_width(column.cell(line)));
            column.width = std::min(column.width, most_of_a_number) + 2;
            columns_.push_back(column);
        }
        for (const Column& column : columns_) numbers_ += column.width;
        name_ = width_ - numbers_;
    }

    std::string print() {
        heading();
        for (const Section& section : sections_) {
            theme(section.name.empty() ? "Indicators" : clean(section.name));
            for (const Line& each : section.lines) row(each);
        }
        rule("─");
        notes();
        risks();
        blocks();
        key();
        return out_;
    }

private:
    static constexpr std::string_view bold = "\x1b[1m";
    static constexpr std::string_view plain = "\x1b[0m";
    static constexpr std::size_t most_of_a_number = 18;
    /// Wider, the eye loses the row between the name and its numbers.
    static constexpr std::size_t most_width = 160;

    static std::vector<Column> all_columns() {
        return {{"Baseline", baseline_text, 92},        {"Target", target_text, 0},
                {"To date", year_to_date_text, 0},      {"Projected", projected_text, 0},
                {"80% interval", interval_cell, 0},     {"Chance", chance_cell, 0},
                {"Needed a period", required_text, 108}};
    }
    /// Milestones have days where others have numbers; a row of parts has neither.
    static bool stands_in_words(const Line& line) { return line.is_milestone() || line.has_parts(); }

    static std::string_view colour_of(std::string_view tone) {
        if (tone == "good") return "\x1b[32m";
        if (tone == "near") return "\x1b[33m";
        if (tone == "bad") return "\x1b[31m";
        return "\x1b[2m";
    }

    void line(std::string_view text, std::string_view style = {}) {
        const std::string cut_text = cut(text, width_);
        if (colour_ && !style.empty())
            ((out_ += style) += cut_text) += plain;
        else
            out_ += cut_text;
        out_ += '\n';
    }
    void rule(std::string_view stroke) {
        for (std::size_t i = 0; i < width_; ++i) out_ += stroke;
        out_ += '\n';
    }
    void paragraph(std::string_view first, std::string_view next, std::string_view text) {
        bool is_first = true;
        for (const std::string& each : wrapped(text, width_ - display_width(next))) {
            line(std::string(is_first ? first : next) + each);
            is_first = false;
        }
    }

    void heading() {
        for (const std::string& each : wrapped(clean(review_.plan.name), width_)) line(each, bold);
        paragraph("", "", as_at_text(review_) + "; year " + review_.year.label());
        rule("═");
        std::string titles = padded_right("Indicator", name_);
        for (const Column& column : columns_) titles += padded_left(column.title, column.width);
        line(titles, bold);
        std::string answers = "  ";
        for (const std::string_view title : {"Year-end status", "Status to date", "On last year", "On last period"})
            answers += padded_right(title, answer_width());
        line(answers.substr(0, answers.find_last_not_of(' ') + 1), bold);
    }

    void theme(std::string_view name) {
        std::string text = "── " + cut(name, width_ - 4) + ' ';
        for (std::size_t i = display_width(text); i < width_; ++i) text += "─";
        line(text, bold);
    }

    [[nodiscard]] std::size_t answer_width() const { return std::min<std::size_t>((width_ - 2) / 4, 24); }

    std::string answer(const Mark& mark, const BesideChance& chance) const {
        // The column is narrow, and the key explains the shapes.
        const std::string beside = chance.shape.empty() ? "" : ' ' + std::string(chance.shape);
        const std::string text = padded_right(mark.brief() + beside + (mark.qualified ? " *" : ""), answer_width());
        return colour_ ? std::string(colour_of(mark.tone)) + text + std::string(plain) : text;
    }

    [[nodiscard]] std::string travel(const Travel& travel) const {
        return answer(mark(travel.direction), chance_of(travel));
    }

    void row(const Line& each) {
        const std::string indent = each.component ? "  – " : "";
        const std::string hanging(display_width(indent), ' ');
        const std::vector<std::string> name = wrapped(clean(each.name()), name_ - display_width(indent) - 1);
        std::string numbers;
        if (each.is_milestone()) {
            numbers = padded_left("due " + target_text(each) + ", " + year_to_date_text(each), numbers_);
        } else if (!each.has_parts()) {
            for (const Column& column : columns_) numbers += padded_left(column.cell(each), column.width);
        }
        for (std::size_t i = 0; i < name.size(); ++i) {
            std::string text = (i == 0 ? indent : hanging) + name[i];
            if (i == 0 && !numbers.empty()) text = padded_right(text, name_) + numbers;
            line(text);
        }
        const TrackAssessment& track = each.assessed;
        std::string answers =
            "  " + answer(year_end_mark(each), {}) + answer(to_date_mark(each), chance_of_status(each));
        if (!stands_in_words(each)) answers += travel(track.since_last_year) + travel(track.since_last_period);
        out_ += answers.substr(0, answers.find_last_not_of(' ') + 1) + '\n';
    }

    void notes() {
        const std::vector<Note> missing = notes_on(review_);
        const std::vector<Note> qualified = qualifications_in(review_);
        if (!missing.empty()) line("What is missing, and why", bold);
        for (const Note& note : missing)
            paragraph("  ", "    ", note.fields + ": " + note.reason + " (" + note.rows + ")");
        if (!qualified.empty()) line("* qualified", bold);
        for (const Note& note : qualified) paragraph("  ", "    ", note.rows + ": " + note.reason);
    }

    void risks() {
        const std::vector<RiskGroup> groups = risk_groups(review_);
        if (groups.empty()) return;
        const bool rated = std::any_of(review_.risks.begin(), review_.risks.end(),
                                       [](const Placement& each) { return each.impact.has_value(); });
        std::vector<Column> levels{{"Likelihood", {}, 0}};
        if (rated) levels.insert(levels.end(), {{"Impact", {}, 0}, {"Rating", {}, 0}});
        for (const RiskGroup& group : groups)
            for (const Placement* risk : group.risks)
                for (std::size_t i = 0; i < levels.size(); ++i)
                    levels[i].width = std::max(levels[i].width, display_width(level_text(*risk, i)));
        std::size_t description = width_;
        for (Column& each : levels) {
            const std::size_t widest = &each == &levels.front() ? 24 : 18;
            each.width = 2 + std::min(std::max(each.width, display_width(each.title)), widest);
            description -= each.width;
        }
        for (const RiskGroup& group : groups) risk_table(group, levels, description);
        if (!rated) line("The plan judges no impact: the risks stand by likelihood alone.");
    }

    std::string level_text(const Placement& risk, std::size_t column) const {
        if (column == 0) return likelihood_text(review_, risk) + missed_text(review_, risk);
        return column == 1 ? impact_text(review_, risk) : rating_text(review_, risk);
    }

    void risk_table(const RiskGroup& group, const std::vector<Column>& levels, std::size_t description) {
        const auto row_of = [&](std::string_view first, const auto& cell) {
            std::string text = padded_right(first, description);
            for (std::size_t i = 0; i < levels.size(); ++i) text += "  " + padded_right(cell(i), levels[i].width - 2);
            return text.substr(0, text.find_last_not_of(' ') + 1);
        };
        out_ += '\n';
        line(row_of(group.title, [&](std::size_t i) { return levels[i].title; }), bold);
        rule("─");
        for (const Placement* risk : group.risks) {
            const std::vector<std::string> text = wrapped(clean(described(*risk)), description);
            line(row_of(text.front(), [&](std::size_t i) { return level_text(*risk, i); }));
            for (std::size_t i = 1; i < text.size(); ++i) line(text[i]);
            const std::string reason = risk->reason.empty() ? "" : "; reason: " + clean(risk->reason);
            if (risk->basis == LikelihoodBasis::judged || !reason.empty())
                paragraph("  ", "  ", basis_marks(review_, *risk) + reason);
            for (const Countermeasure& each : risk->countermeasures)
                paragraph("  + ", "    ", countermeasure_text(each));
        }
        rule("─");
    }

    /// A risk of the register with the board whose risk it is.
    static std::string described(const Placement& risk) {
        return risk.board.empty() ? risk.description : risk.board + ": " + risk.description;
    }

    void blocks() {
        for (const Block& block : blocks_of(review_)) {
            out_ += '\n';
            paragraph("", "", block.title);
            if (!block.note.empty()) paragraph("", "", block.note);
            const BlockLines lines = block_lines(block, width_);
            for (const std::string& each : lines.heading) line(each, bold);
            rule("─");
            for (const std::string& each : lines.rows) line(each);
            rule("─");
        }
    }

    void key() {
        line("Key", bold);
        std::string shapes;
        for (const Status status : {Status::met, Status::near, Status::missed, Status::done, Status::overdue,
                                    Status::not_yet_due, Status::not_rated})
            shapes += unbroken(mark(status).text()) + "  ";
        paragraph(
            "  ", "  ",
            shapes + unbroken(std::string(reported_shape) + " as the document reports") + "  " +
                (tells_chance(review_) ? unbroken("≈ may be chance") + "  " + unbroken("≠ more than chance") + "  "
                                       : "") +
                unbroken(std::string(nothing) + " not available"));
        paragraph("  ", "  ",
                  "Close: " + tolerance_text(review_) +
                      ". Chance: the probability that the year's target is met. Projected: the median of the year's "
                      "outturn. Likelihood: of missing the target, by the plan's bands. +: a countermeasure.");
    }

    static std::string unbroken(std::string text) {
        for (std::size_t i = text.find(' '); i != std::string::npos; i = text.find(' ', i))
            text.replace(i, 1, "\u00A0");
        return text;
    }

    const Review& review_;
    std::vector<Section> sections_;
    std::size_t width_;
    bool colour_;
    std::vector<Column> columns_;
    std::size_t numbers_ = 0;
    std::size_t name_ = 0;
    std::string out_;
};

}  // namespace

std::string to_table(const Review& review, std::size_t width, bool colour) {
    return Table(review, width, colour).print();
}

}  // namespace ontrack::inline v0
