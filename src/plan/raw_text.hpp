#pragma once

#include <optional>
#include <string_view>

#include <ontrack/base/error.hpp>

namespace ontrack::inline v0::detail {

/// What makes a text unfit for a TOML parser at all: too large, not UTF-8, with control characters, or with tables and lists
/// nested so deep that taking the tree apart would overflow the stack. `where` has line and column, but no file.
[[nodiscard]] std::optional<Problem> fault_of_raw_text(std::string_view text);

}  // namespace ontrack::inline v0::detail
