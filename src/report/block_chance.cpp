#include <algorithm>
#include <string>

#include "assessment/wording.hpp"
#include "report/block_builders.hpp"
#include "report/chance_words.hpp"
#include "report/lines.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

struct Cell {
    std::string text{nothing};
    std::string_view tone{};
};

/// Rows in the order of the report; a row without an answer is left out.
template <class RowOf>
void add_rows(Block& block, const Review& review, RowOf row_of) {
    for (const Section& section : sections_of(review)) {
        for (const Line& line : section.lines) {
            std::vector<std::string> texts{line.full_name()};
            std::vector<std::string_view> tones{""};
            bool says = false;
            for (const Cell& cell : row_of(line)) {
                says = says || cell.text != nothing;
                texts.push_back(cell.text);
                tones.push_back(cell.text == nothing ? "" : cell.tone);
            }
            if (!says) continue;
            block.rows.push_back(std::move(texts));
            block.tones.push_back(std::move(tones));
        }
    }
}

bool any_cell(const Block& block, std::string_view part) {
    return std::any_of(block.rows.begin(), block.rows.end(), [&](const auto& row) {
        return std::any_of(row.begin() + 1, row.end(),
                           [&](const auto& cell) { return cell.find(part) != std::string::npos; });
    });
}

bool is_adjusted(const Review& review) {
    return std::any_of(review.plan.indicators.begin(), review.plan.indicators.end(),
                       [](const Indicator& one) { return one.dispersion.has_value(); });
}

std::string limits_cell(const Line& line) {
    const Process& process = line.assessed.process;
    if (!process.lower || !process.upper) return "constant at " + value_text(line, *process.centre);
    const Interval limits = possible_part({*process.lower, *process.upper}, line.indicator.measure);
    return interval_text(line, limits) + " about " + value_text(line, *process.centre);
}

}  // namespace

Block chance_block(const Review& review) {
    Block block{"chance",
                "What chance leaves open",
                "",
                {"Indicator", "To date against its share of the target", "Year to date on last year", "On last year",
                 "On last period"},
                {}};
    add_rows(block, review, [](const Line& line) {
        const TrackAssessment& track = line.assessed;
        const auto change = [&](const TestedChange& tested) { return Cell{change_cell(line, tested), {}}; };
        return std::vector<Cell>{{interval_cell(line), mark(track.by_interval.status).tone},
                                 change(track.year_on_year),
                                 change(track.since_last_year.chance),
                                 change(track.since_last_period.chance)};
    });
    if (block.rows.empty()) return block;
    if (any_cell(block, " against ")) {
        block.note =
            "⊕: the whole 95% interval is on the good side of the target (of a sum: of its share for the periods "
            "known); ⊖: on the bad side; ⊙: it contains the target. ";
    }
    if (any_cell(block, "≈") || any_cell(block, "≠")) {
        block.note +=
            "≈: a change no larger than chance makes; ≠: larger (5% level: one in twenty is larger by chance alone), "
            "with its 95% interval; unequal periods are compared by the day, and season is not taken out. ";
    }
    block.note += is_adjusted(review) ? "Over-dispersion is allowed for only where the plan states it."
                                      : "No over-dispersion is allowed for: the plan states none.";
    if (any_cell(block, " *")) block.note += " Cells with * are qualified.";
    return without_empty_columns(std::move(block));
}

Block process_block(const Review& review) {
    Block block{
        "process", "What the process does", "", {"Indicator", "Variation", "Assurance", "Limits", "Points"}, {}};
    std::string edition;
    add_rows(block, review, [&](const Line& line) {
        const Process& process = line.assessed.process;
        if (process.variation == stats::Variation::not_available) return std::vector<Cell>();
        edition = process.edition;
        return std::vector<Cell>{{variation_cell(process), mark(process.variation).tone},
                                 {assurance_cell(process), mark(process.assurance).tone},
                                 {limits_cell(line)},
                                 {std::to_string(process.points)}};
    });
    if (block.rows.empty()) return block;
    block.note = "XmR charts of the indicators' own figures (" + edition +
                 "): whether the latest is more than the usual variation, and whether the process as it is meets the "
                 "target of its period. Season is not taken out.";
    return without_empty_columns(std::move(block));
}

}  // namespace ontrack::inline v0::detail::report
