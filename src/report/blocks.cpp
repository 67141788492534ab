#include "report/blocks.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "report/block_builders.hpp"
#include "report/text.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

constexpr std::size_t gap = 2;

/// The widest column that lets the sum of all, none wider than it, fit.
std::vector<std::size_t> fitted(std::vector<std::size_t> natural, std::size_t room) {
    const auto needed = [&](std::size_t cap) {
        std::size_t sum = 0;
        for (const std::size_t width : natural) sum += std::min(width, cap);
        return sum;
    };
    std::size_t cap = *std::max_element(natural.begin(), natural.end());
    while (cap > 1 && needed(cap) > room) --cap;
    for (std::size_t& width : natural) width = std::max<std::size_t>(1, std::min(width, cap));
    return natural;
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
    }
    return block;
}

std::vector<std::string> block_lines(const Block& block, std::size_t width) {
    std::vector<std::size_t> widths;
    for (const std::string& title : block.columns) widths.push_back(display_width(title));
    for (const auto& row : block.rows) {
        for (std::size_t i = 0; i < widths.size(); ++i) widths[i] = std::max(widths[i], display_width(clean(row[i])));
    }
    if (widths.empty()) return {};
    widths = fitted(std::move(widths), width - std::min(width - 1, gap * (widths.size() - 1)));
    std::vector<std::string> lines;
    append_row(lines, block.columns, widths);
    for (const auto& row : block.rows) append_row(lines, row, widths);
    return lines;
}

}  // namespace ontrack::inline v0::detail::report
