#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ontrack::inline v0::detail {

/// A TOML date without a time, as its text.
struct LocalDate {
    std::string text;
};
/// A TOML time, or a date with a time: nothing in a plan is one.
struct ClockTime {};

/// A value of a TOML document, with its place and its key path (`indicator[3].target.percent`).
struct Node {
    struct Member;
    using Array = std::vector<Node>;
    using Table = std::vector<Member>;

    std::variant<Table, Array, std::string, std::int64_t, double, bool, LocalDate, ClockTime> value;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string key;
};

struct Node::Member {
    std::string name;
    std::size_t line = 0;  ///< of the name
    std::size_t column = 0;
    Node node;
};

/// `a table`, `a list`, `text`, `a whole number` …
[[nodiscard]] std::string_view kind_of(const Node& node) noexcept;

/// Reads TOML. Throws `PlanError` with one problem when the text is not TOML at all; `name` stands for the file.
[[nodiscard]] Node parse_document(std::string_view text, const std::string& name);

/// The value under a key path; nothing when the document has none.
[[nodiscard]] const Node* find(const Node& root, std::string_view key);

}  // namespace ontrack::inline v0::detail
