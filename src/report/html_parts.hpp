#pragma once

#include <string>
#include <string_view>

#include "report/lines.hpp"
#include "report/markup.hpp"
#include "report/words.hpp"

namespace ontrack::inline v0::detail::report {

/// The parts of the HTML report. Each writes one section that stands on its own, without ids; headings are of `level`.
void write_performance(Markup& out, const Review& review, int level);
void write_charts(Markup& out, const Review& review, int level);
void write_risks(Markup& out, const Review& review, int level);

/// The rules for `.ontrack` and everything below it: light, dark, narrow and printed.
[[nodiscard]] std::string style_sheet();

/// `h2` for 2
[[nodiscard]] inline std::string heading(int level) {
    return 'h' + std::to_string(level);
}
/// Shape (hidden from a screen reader, which reads the word), word and colour.
void write_mark(Markup& out, const Mark& mark, std::string_view qualified = {});
/// A cell; `label` names its column where the table is stacked on a narrow screen.
void open_cell(Markup& out, std::string_view label, std::string_view style = {});
/// Opens a table with a caption and one row of column headings, and its `<tbody>` not yet.
void open_table(Markup& out, std::string_view style, std::string_view caption,
                const std::vector<std::string>& headings);

}  // namespace ontrack::inline v0::detail::report
