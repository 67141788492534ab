#pragma once

#include <cstddef>
#include <string>

#include <ontrack/review/review.hpp>

namespace ontrack {
inline namespace v0 {

/// The performance table for a terminal, at most `width` columns wide (taken as 80 to 160), statuses as shape and word; with
/// `colour` ANSI colours are added to them.
[[nodiscard]] ONTRACK_EXPORT std::string to_table(const Review& review, std::size_t width = 80, bool colour = false);
/// GitHub-flavoured Markdown: the performance table, the risks, the explanations.
[[nodiscard]] ONTRACK_EXPORT std::string to_markdown(const Review& review);
/// RFC 4180, UTF-8, one row per indicator and per component, columns as in docs/report-formats.md.
[[nodiscard]] ONTRACK_EXPORT std::string to_csv(const Review& review);
/// The review as JSON (docs/report-formats.md). Percentages as 60, probabilities 0 to 1; what does not exist is null and the
/// indicator's `reasons` say why.
[[nodiscard]] ONTRACK_EXPORT std::string to_json(const Review& review);
/// One HTML file that needs no network and no script: performance table, a chart per indicator, risk matrix, risk table,
/// explanations folded.
[[nodiscard]] ONTRACK_EXPORT std::string to_html(const Review& review);
/// The same without `<html>`, `<head>`: for notebooks.
[[nodiscard]] ONTRACK_EXPORT std::string to_html_fragment(const Review& review);

}  // namespace v0
}  // namespace ontrack
