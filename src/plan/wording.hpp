#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ontrack::inline v0::detail {

/// The text in backticks, fit for one line of a terminal: control characters replaced, the middle of a long text cut.
[[nodiscard]] std::string in_ticks(std::string_view text);
/// The candidate that is spelled most like the word; empty when none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);
/// `a, b or c`
[[nodiscard]] std::string listed(std::span<const std::string_view> words);

/// `quarters`, `halves`
[[nodiscard]] std::string plural(std::string_view noun);

}  // namespace ontrack::inline v0::detail
