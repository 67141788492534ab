#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ontrack/review/review.hpp>

namespace ontrack::inline v0::detail::report {

/// A part of the report that is neither performance nor risk: budget, actions, comparators. Every format prints it alike, as a
/// table. Text may come from a plan: what prints it cleans and escapes it.
struct Block {
    std::string id;  ///< its key in the JSON: `budget`
    std::string title;  ///< `Budget`
    std::string note;  ///< one sentence under the title; may be empty
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;  ///< a cell per column; `–` where there is nothing
    /// The tone of each cell (`Mark::tone`), where a format has colours; empty: none has one.
    std::vector<std::vector<std::string_view>> tones{};
};

/// Every block that has a row or a note, in the order of the report.
[[nodiscard]] std::vector<Block> blocks_of(const Review& review);

/// The block without the columns that have nothing in any row.
[[nodiscard]] Block without_empty_columns(Block block);

/// A block's table as lines of a terminal: columns as wide as their text, or the widest of them narrowed and their cells wrapped
/// until the row fits into `width`; words are broken only where they alone are too wide.
struct BlockLines {
    std::vector<std::string> heading;
    std::vector<std::string> rows;
};
[[nodiscard]] BlockLines block_lines(const Block& block, std::size_t width);

}  // namespace ontrack::inline v0::detail::report
