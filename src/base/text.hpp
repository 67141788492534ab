#pragma once

#include <algorithm>
#include <string>
#include <string_view>

/// What every reader of a short text needs. ASCII only; the locale has no say.
namespace ontrack {
inline namespace v0 {
namespace detail {

[[nodiscard]] constexpr bool is_digit(char character) noexcept {
    return character >= '0' && character <= '9';
}

[[nodiscard]] constexpr char lower(char character) noexcept {
    return character >= 'A' && character <= 'Z' ? static_cast<char>(character - 'A' + 'a') : character;
}

[[nodiscard]] constexpr std::string_view trimmed(std::string_view text) noexcept {
    constexpr std::string_view space = " \t\r\n";
    const auto first = text.find_first_not_of(space);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(space) - first + 1);
}

[[nodiscard]] constexpr bool all_digits(std::string_view text) noexcept {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

/// The value of a few digits. \pre all_digits(text) and it fits.
[[nodiscard]] constexpr int to_number(std::string_view digits) noexcept {
    int number = 0;
    for (const char digit : digits) number = number * 10 + (digit - '0');
    return number;
}

/// `7` as `07`, for two or four places of a date.
[[nodiscard]] inline std::string zero_padded(int number, std::size_t width) {
    const std::string digits = std::to_string(number);
    return std::string(width - std::min(width, digits.size()), '0') + digits;
}

/// The text as an error quotes it: in quotation marks, shortened when it is long.
[[nodiscard]] inline std::string quoted(std::string_view text) {
    constexpr std::size_t longest = 60;
    if (text.size() <= longest) return '"' + std::string(text) + '"';
    auto end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return '"' + std::string(text.substr(0, end)) + "…\"";
}

}  // namespace detail
}  // namespace v0
}  // namespace ontrack
