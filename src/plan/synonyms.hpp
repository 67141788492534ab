#pragma once

#include <span>
#include <string>
#include <string_view>

namespace ontrack::inline v0::detail {

/// What to write instead of a key that a table does not have, where people are known to write it from habit: `rag`, `actual`,
/// `provisional = true`. `known` are the table's keys. Empty where nobody's habit is known.
[[nodiscard]] std::string remedy_for_key(std::string_view written, std::span<const std::string_view> known);

/// The word among `names` that people mean by the one written under `key`: `annual` is `year`. Empty where none is known.
[[nodiscard]] std::string_view word_meant(std::string_view key, std::string_view written,
                                          std::span<const std::string_view> names);
/// What to write instead of a word that belongs under another key: `reported = "red"`. Empty where it belongs nowhere else.
[[nodiscard]] std::string remedy_for_word(std::string_view key, std::string_view written);

/// How a key is written: `frequency = "quarter"`; with the value `otherwise` where no one value is typical.
[[nodiscard]] std::string example_of(std::string_view key, std::string_view otherwise = "…");

}  // namespace ontrack::inline v0::detail
