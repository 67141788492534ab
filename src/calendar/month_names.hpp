#pragma once

#include <array>
#include <string>
#include <string_view>

namespace ontrack {
inline namespace v0 {
namespace detail {

inline constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                              "may",       "june",     "july",     "august",
                                                              "september", "october",  "november", "december"};

/// `April` for 4.
[[nodiscard]] inline std::string month_in_words(int month) {
    std::string name(month_names.at(static_cast<std::size_t>(month - 1)));
    name.front() = static_cast<char>(name.front() - 'a' + 'A');
    return name;
}

}  // namespace detail
}  // namespace v0
}  // namespace ontrack
