#include <ontrack/report/report.hpp>

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

/// Text of the plan, so that no character of it is markup.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : clean(text)) {
        if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '&')
            out += "&amp;";
        else if (std::string_view("\\`*_[]|~#").find(c) != std::string_view::npos)
            (out += '\\') += c;
        else
            out += c;
    }
    return out;
}

std::string row(const std::vector<std::string>& cells) {
    std::string out = "|";
    for (const std::string& cell : cells) out += ' ' + cell + " |";
    return out + '\n';
}

std::string qualified(const Mark& mark) {
    return mark.text() + (mark.qualified ? " (qualified)" : "");
}

std::string beside(const BesideChance& chance) {
    return chance.words.empty() ? "" : ", " + std::string(chance.words);
}

std::string to_date(const Line& line) {
    const Mark mark = to_date_mark(line);
    return mark.text() + beside(chance_of_status(line)) + (mark.qualified ? " (qualified)" : "");
}

std::string direction(const Line& line, const Travel& travel) {
    if (line.is_milestone() || line.has_parts()) return std::string(nothing);
    return mark(travel.direction).text() + beside(chance_of(travel));
}

void performance(std::string& out, const Review& review) {
    for (const Section& section : sections_of(review)) {
        out += "\n## " + (section.name.empty() ? "Indicators" : escaped(section.name)) + "\n\n";
        out += row({"Indicator", year_words(review.year) + " target", "Baseline", "To date", "Projected (80% interval)",
                    "Chance", "Status at year end", "Status to date", "On last year", "On last period"});
        out += "| --- | ---: | ---: | ---: | ---: | ---: | --- | --- | --- | --- |\n";
        for (const Line& line : section.lines) {
            const TrackAssessment& track = line.assessed;
            out += row({(line.component ? "– " : "") + escaped(line.name()), target_text(line), baseline_text(line),
                        year_to_date_text(line), escaped(projection_text(line)), escaped(chance_text(track.projection)),
                        qualified(year_end_mark(line)), to_date(line), direction(line, track.since_last_year),
                        direction(line, track.since_last_period)});
        }
    }
}

void notes(std::string& out, const Review& review) {
    const std::vector<Note> missing = notes_on(review);
    const std::vector<Note> qualified = qualifications_in(review);
    if (missing.empty() && qualified.empty()) return;
    out += "\n## Notes\n\n";
    for (const Note& note : missing)
        out += "- **" + note.fields + "**: " + escaped(note.reason) + " (" + escaped(note.rows) + ")\n";
    for (const Note& note : qualified) out += "- **" + escaped(note.rows) + "**: " + escaped(note.reason) + '\n';
}

void risk_row(std::string& out, const Review& review, const Placement& risk) {
    std::string likelihood = escaped(likelihood_text(review, risk) + missed_text(review, risk));
    if (const std::string marks = basis_marks(review, risk); !marks.empty()) likelihood += ", " + escaped(marks);
    if (!risk.reason.empty()) likelihood += "; reason: " + escaped(risk.reason);
    std::string countermeasures;
    for (const Countermeasure& each : risk.countermeasures)
        countermeasures += (countermeasures.empty() ? "" : "; ") + escaped(countermeasure_text(each));
    const std::string board = risk.board.empty() ? "" : risk.board + ": ";
    out += row({escaped(board + risk.description), likelihood, escaped(impact_text(review, risk)),
                escaped(rating_text(review, risk)), countermeasures.empty() ? std::string(nothing) : countermeasures});
}

void risks(std::string& out, const Review& review) {
    for (const RiskGroup& group : risk_groups(review)) {
        out += "\n## " + std::string(group.title) + "\n\n";
        out += row({"Description", std::string(group.likelihood), "Impact", "Rating", "Countermeasures"});
        out += "| --- | --- | --- | --- | --- |\n";
        for (const Placement* risk : group.risks) risk_row(out, review, *risk);
    }
}

void blocks(std::string& out, const Review& review) {
    for (const Block& block : blocks_of(review)) {
        out += "\n## " + escaped(block.title) + "\n\n";
        if (!block.note.empty()) out += escaped(block.note) + "\n\n";
        if (block.rows.empty()) continue;
        out += row(block.columns) + row(std::vector<std::string>(block.columns.size(), "---"));
        for (const std::vector<std::string>& cells : block.rows) {
            std::vector<std::string> safe;
            for (const std::string& cell : cells) safe.push_back(escaped(cell));
            out += row(safe);
        }
    }
}

void explanations(std::string& out, const Review& review) {
    out += "\n## How each answer came about\n\n";
    for (const Section& section : sections_of(review)) {
        for (const Line& line : section.lines) {
            const std::string sentence = escaped(line.assessed.explanation.sentence);
            if (!sentence.empty()) out += "- **" + escaped(line.name()) + "**: " + sentence + '\n';
        }
    }
}

}  // namespace

std::string to_markdown(const Review& review) {
    std::string out =
        "# " + escaped(review.plan.name) + "\n\n" + as_at_text(review) + "; year " + review.year.label() + ".\n";
    performance(out, review);
    if (tells_chance(review)) out += '\n' + std::string(chance_explained) + '\n';
    notes(out, review);
    risks(out, review);
    blocks(out, review);
    explanations(out, review);
    return out;
}

}  // namespace ontrack::inline v0
