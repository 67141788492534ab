#include "plan/raw_text.hpp"

#include <algorithm>
#include <cstdint>
#include <string>

#include <ontrack/plan/read_plan.hpp>

namespace ontrack::inline v0::detail {
namespace {

constexpr int deepest_nesting = 32;

Place place_of(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const auto line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const std::size_t newline = before.rfind('\n');
    const std::string_view row = newline == std::string_view::npos ? before : before.substr(newline + 1);
    const auto characters = static_cast<std::size_t>(
        std::count_if(row.begin(), row.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
    return {"", line + 1, characters + 1, ""};
}

/// TOML allows none but tab and line ends; toml++ 3.3 stops at an assertion on some.
bool is_control_character(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20U && c != '\t' && c != '\n' && c != '\r') || byte == 0x7FU;
}

/// Bytes of the UTF-8 character at the front of a text that is not empty; 0 when there is none.
std::size_t character_size(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])); };
    if (byte(0) < 0x80) return 1;
    const std::size_t size = (byte(0) >> 5U) == 0x6 ? 2 : (byte(0) >> 4U) == 0xE ? 3 : (byte(0) >> 3U) == 0x1E ? 4 : 0;
    if (size == 0 || text.size() < size) return 0;
    std::uint32_t code = byte(0) & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) return 0;
        code = (code << 6U) | (byte(i) & 0x3FU);
    }
    constexpr std::uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < smallest[size] || surrogate || code > 0x10FFFF ? 0 : size;
}

std::size_t first_byte_not_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t size = character_size(text.substr(at));
        if (size == 0) return at;
        at += size;
    }
    return std::string_view::npos;
}

/// The place just behind the string or comment that begins at `at`; `at` itself when none begins there.
std::size_t past_string_or_comment(std::string_view text, std::size_t at) {
    if (text[at] == '#') return std::min(text.find('\n', at), text.size());
    if (text[at] != '"' && text[at] != '\'') return at;
    const char quote = text[at];
    const std::string long_quote(3, quote);
    const bool is_long = text.substr(at, 3) == long_quote;
    const std::string_view end = is_long ? std::string_view(long_quote) : std::string_view(&quote, 1);
    for (std::size_t i = at + end.size(); i < text.size(); ++i) {
        if (text[i] == '\\' && quote == '"') {
            ++i;
        } else if (text.substr(i, end.size()) == end) {
            i += end.size();
            // One or two quotes just before the closing three belong to the string.
            for (int extra = 0; is_long && extra < 2 && i < text.size() && text[i] == quote; ++extra) ++i;
            return i;
        } else if (text[i] == '\n' && !is_long) {
            return i;
        }
    }
    return text.size();
}

/// Where brackets and dotted keys first nest too deep. Only brackets and dots outside strings and comments count.
std::size_t first_nested_too_deep(std::string_view text) {
    int brackets = 0;
    int dots = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t past = past_string_or_comment(text, at);
        if (past != at) {
            at = past;
            continue;
        }
        switch (text[at]) {
            case '[':
            case '{':
                ++brackets;
                break;
            case ']':
            case '}':
                brackets = std::max(0, brackets - 1);
                break;
            case '.':
                ++dots;
                break;
            case '=':
            case ',':
            case '\n':
                dots = 0;
                break;
            default:
                break;
        }
        if (brackets > deepest_nesting || dots > deepest_nesting) return at;
        ++at;
    }
    return std::string_view::npos;
}

}  // namespace

std::optional<Problem> fault_of_raw_text(std::string_view text) {
    if (text.size() > max_plan_bytes) {
        return Problem{"file-too-large",
                       "the file is larger than 10 MB",
                       {},
                       "A plan holds the board's indicators; leave raw records out of it."};
    }
    if (const std::size_t at = first_byte_not_utf8(text); at != std::string_view::npos) {
        return Problem{"not-utf-8", "the file is not UTF-8 text", place_of(text, at),
                       "Save it as UTF-8 (in an editor: Save as, encoding UTF-8)."};
    }
    const auto* const control = std::find_if(text.begin(), text.end(), is_control_character);
    if (control != text.end()) {
        return Problem{"not-toml", "the file holds a control character",
                       place_of(text, static_cast<std::size_t>(control - text.begin())),
                       "Remove it; a plan is plain text."};
    }
    if (const std::size_t at = first_nested_too_deep(text); at != std::string_view::npos) {
        return Problem{"nested-too-deep", "tables and lists are nested deeper than a plan ever is", place_of(text, at),
                       "Close the brackets, or shorten the dotted key."};
    }
    return std::nullopt;
}

}  // namespace ontrack::inline v0::detail
