#include "plan/wording.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace ontrack::inline v0::detail {
namespace {

std::size_t edits_between(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row[b.size()];
}

}  // namespace

std::string in_ticks(std::string_view text) {
    constexpr std::size_t longest = 60;
    std::string shown(text.substr(0, longest));
    if (text.size() > longest) {
        // Never half a character of UTF-8.
        while (!shown.empty() && (static_cast<unsigned char>(text[shown.size()]) & 0xC0U) == 0x80U) shown.pop_back();
        shown += "…";
    }
    std::replace_if(
        shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20U || c == 0x7F; }, ' ');
    return "`" + shown + "`";
}

std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates) {
    if (word.size() > 60) return {};
    std::string_view best;
    std::size_t fewest = std::max<std::size_t>(2, word.size() / 3) + 1;
    for (const std::string_view candidate : candidates) {
        const std::size_t edits = edits_between(word, candidate);
        if (edits < fewest && edits < std::max(word.size(), candidate.size())) {
            fewest = edits;
            best = candidate;
        }
    }
    return best;
}

std::string listed(std::span<const std::string_view> words) {
    std::string list;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
        list += words[i];
    }
    return list;
}

std::string plural(std::string_view noun) {
    return noun == "half" ? "halves" : std::string(noun) + "s";
}

}  // namespace ontrack::inline v0::detail
