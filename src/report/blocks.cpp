#include "report/blocks.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include "report/block_builders.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

constexpr std::size_t gap = 2;

/// A column's width with nothing wrapped, and that of its longest word.
struct ColumnWidth {
    std::size_t natural = 1;
    std::size_t least = 1;
};

void widen(ColumnWidth& column, std::string_view cell) {
    // A word longer than this is broken rather than given so much of the line.
    constexpr std::size_t longest_kept = 16;
    const std::string text = clean(cell);
    column.natural = std::max(column.natural, display_width(text));
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find(' ', from), text.size());
        column.least = std::max(column.least, std::min(longest_kept, display_width(text.substr(from, to - from))));
        from = to + 1;
    }
}

/// The widest column that lets the sum of all, none wider than it, fit; no narrower than their words, unless these do not fit.
std::vector<std::size_t> fitted(const std::vector<ColumnWidth>& columns, std::size_t room) {
    const auto widths = [&](std::size_t cap, bool keep_words) {
        std::vector<std::size_t> all;
        for (const ColumnWidth& column : columns)
            all.push_back(std::max(keep_words ? column.least : 1, std::min(column.natural, cap)));
        return all;
    };
    const auto sum = [](const std::vector<std::size_t>& all) {
        return std::accumulate(all.begin(), all.end(), std::size_t{0});
    };
    std::size_t widest = 1;
    for (const ColumnWidth& column : columns) widest = std::max(widest, column.natural);
    for (const bool keep_words : {true, false}) {
        for (std::size_t cap = widest; cap > 0; --cap) {
            if (sum(widths(cap, keep_words)) <= room) return widths(cap, keep_words);
        }
    }
    return widths(1, false);
}

void append_row(std::vector<std::string>& lines, const std::vector<std::string>& cells,
                const std::vector<std::size_t>& widths) {
    std::vector<std::vector<std::string>> wrapped_cells;
    std::size_t height = 1;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        wrapped_cells.push_back(wrapped(clean(cells[i]), widths[i]));
        height = std::max(height, wrapped_cells.back().size());
    }
    for (std::size_t line = 0; line < height; ++line) {
        std::string text;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const auto& cell = wrapped_cells[i];
            text += padded_right(line < cell.size() ? cell[line] : "", widths[i] + gap);
        }
        const std::size_t last = text.find_last_not_of(' ');
        lines.push_back(last == std::string::npos ? "" : text.substr(0, last + 1));
    }
}

}  // namespace

std::vector<Block> blocks_of(const Review& review) {
    std::vector<Block> blocks;
    for (const auto build : block_builders) {
        if (Block block = build(review); !block.rows.empty() || !block.note.empty()) blocks.push_back(std::move(block));
    }
    return blocks;
}

Block without_empty_columns(Block block) {
    for (std::size_t column = block.columns.size(); column-- > 0;) {
        const bool empty =
            std::all_of(block.rows.begin(), block.rows.end(), [&](const auto& row) { return row[column] == nothing; });
        if (!empty || block.rows.empty()) continue;
        const auto at = static_cast<std::ptrdiff_t>(column);
        block.columns.erase(block.columns.begin() + at);
        for (auto& row : block.rows) row.erase(row.begin() + at);
        for (auto& row : block.tones) row.erase(row.begin() + at);
    }
    return block;
}

BlockLines block_lines(const Block& block, std::size_t width) {
    std::vector<ColumnWidth> columns(block.columns.size());
    if (columns.empty()) return {};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        widen(columns[i], block.columns[i]);
        for (const auto& row : block.rows) widen(columns[i], row[i]);
    }
    const std::vector<std::size_t> widths = fitted(columns, width - std::min(width - 1, gap * (columns.size() - 1)));
    BlockLines lines;
    append_row(lines.heading, block.columns, widths);
    for (const auto& row : block.rows) append_row(lines.rows, row, widths);
    return lines;
}

}  // namespace ontrack::inline v0::detail::report
