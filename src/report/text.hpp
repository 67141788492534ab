#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ontrack::inline v0::detail::report {

/// Text of a plan made safe to print: each control character and line break becomes a space, each byte that is not UTF-8
/// becomes U+FFFD, invisible marks that change the direction of writing are dropped.
[[nodiscard]] std::string printable(std::string_view text);
/// The same on one line: runs of spaces become one, none at either end.
[[nodiscard]] std::string clean(std::string_view text);
/// The text with each byte that is not UTF-8 replaced by U+FFFD, and nothing else changed.
[[nodiscard]] std::string with_valid_utf8(std::string_view text);

/// Columns of a terminal that clean UTF-8 text takes: 0 for combining marks, 2 for wide East Asian characters and
/// pictographs, else 1.
[[nodiscard]] std::size_t display_width(std::string_view text);
/// The text, cut with … where it is wider than `width`.
[[nodiscard]] std::string cut(std::string_view text, std::size_t width);
[[nodiscard]] std::string padded_right(std::string_view text, std::size_t width);
[[nodiscard]] std::string padded_left(std::string_view text, std::size_t width);
/// Lines of at most `width` columns, broken at spaces, and inside a word only where the word alone is wider.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace ontrack::inline v0::detail::report
