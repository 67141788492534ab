#include "report/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ontrack::inline v0::detail::report {
namespace {

struct Character {
    char32_t code;
    std::size_t bytes;
    bool valid;
};

Character next_character(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};
    const std::size_t bytes = lead >= 0xF0 && lead < 0xF5   ? 4
                              : lead >= 0xE0 && lead < 0xF0 ? 3
                              : lead >= 0xC2 && lead < 0xE0 ? 2
                                                            : 0;
    if (bytes == 0 || text.size() < bytes) return {0xFFFD, 1, false};
    char32_t code = lead & (0x7Fu >> bytes);
    for (std::size_t i = 1; i < bytes; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {0xFFFD, 1, false};
        code = (code << 6) | (byte(i) & 0x3F);
    }
    constexpr std::array<char32_t, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    if (code < smallest[bytes] || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) return {0xFFFD, 1, false};
    return {code, bytes, true};
}

template <std::size_t N>
bool in_ranges(char32_t code, const std::array<std::pair<char32_t, char32_t>, N>& ranges) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const auto& range) { return code >= range.first && code <= range.second; });
}

bool changes_direction(char32_t code) {
    return code == 0xFEFF || code == 0x061C || (code >= 0x200E && code <= 0x200F) ||
           (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

bool breaks_line(char32_t code) {
    return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 || code == 0x2029;
}

std::size_t columns_of(char32_t code) {
    static constexpr std::array<std::pair<char32_t, char32_t>, 8> combining{{{0x0300, 0x036F},
                                                                             {0x0483, 0x0489},
                                                                             {0x0591, 0x05BD},
                                                                             {0x064B, 0x065F},
                                                                             {0x1AB0, 0x1AFF},
                                                                             {0x200B, 0x200D},
                                                                             {0x20D0, 0x20FF},
                                                                             {0xFE00, 0xFE2F}}};
    static constexpr std::array<std::pair<char32_t, char32_t>, 9> wide{{{0x1100, 0x115F},
                                                                        {0x2E80, 0x303E},
                                                                        {0x3041, 0xA4CF},
                                                                        {0xAC00, 0xD7A3},
                                                                        {0xF900, 0xFAFF},
                                                                        {0xFE30, 0xFE6F},
                                                                        {0xFF00, 0xFF60},
                                                                        {0x1F300, 0x1FAFF},
                                                                        {0x20000, 0x3FFFD}}};
    if (in_ranges(code, combining)) return 0;
    return in_ranges(code, wide) ? 2 : 1;
}

/// Bytes of the longest start of the text that is at most `width` columns wide.
std::size_t bytes_within(std::string_view text, std::size_t width) {
    std::size_t used = 0;
    std::size_t i = 0;
    while (i < text.size()) {
        const Character character = next_character(text.substr(i));
        used += columns_of(character.code);
        if (used > width) break;
        i += character.bytes;
    }
    return i;
}

}  // namespace

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const Character character = next_character(text.substr(i));
        if (!character.valid)
            out += "\uFFFD";
        else if (breaks_line(character.code))
            out += ' ';
        else if (!changes_direction(character.code))
            out += text.substr(i, character.bytes);
        i += character.bytes;
    }
    return out;
}

std::string clean(std::string_view text) {
    std::string out;
    for (const char c : printable(text))
        if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

std::string with_valid_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size();) {
        const Character character = next_character(text.substr(i));
        if (character.valid)
            out += text.substr(i, character.bytes);
        else
            out += "\uFFFD";
        i += character.bytes;
    }
    return out;
}

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t i = 0; i < text.size();) {
        const Character character = next_character(text.substr(i));
        width += columns_of(character.code);
        i += character.bytes;
    }
    return width;
}

std::string cut(std::string_view text, std::size_t width) {
    if (display_width(text) <= width) return std::string(text);
    if (width == 0) return {};
    return std::string(text.substr(0, bytes_within(text, width - 1))) + "…";
}

std::string padded_right(std::string_view text, std::size_t width) {
    std::string out = cut(text, width);
    return out.append(width - display_width(out), ' ');
}

std::string padded_left(std::string_view text, std::size_t width) {
    const std::string out = cut(text, width);
    return std::string(width - display_width(out), ' ') + out;
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        std::size_t end = bytes_within(text, width);
        if (end < text.size() && text[end] != ' ') {
            const std::size_t space = text.substr(0, end).rfind(' ');
            if (space != std::string_view::npos && space > 0) end = space;
        }
        // A single character wider than the line would never end the loop.
        if (end == 0) end = next_character(text).bytes;
        std::string_view line = text.substr(0, end);
        while (line.ends_with(' ')) line.remove_suffix(1);
        lines.emplace_back(line);
        text.remove_prefix(end);
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    }
    if (lines.empty()) lines.emplace_back();
    return lines;
}

}  // namespace ontrack::inline v0::detail::report
