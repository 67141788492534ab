#pragma once

#include <cctype>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ontrack::test {

struct Element {
    std::string tag;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::string text;  ///< of the element itself and everything in it
    std::string path;  ///< `html/body/main/table`

    [[nodiscard]] std::string attribute(std::string_view name) const {
        for (const auto& [key, value] : attributes)
            if (key == name) return value;
        return {};
    }
    [[nodiscard]] bool has(std::string_view name) const {
        for (const auto& [key, value] : attributes)
            if (key == name) return true;
        return false;
    }
};

/// Reads well-formed markup (after `<!DOCTYPE html>`) into its elements, in order; throws for what is not well-formed: tags that
/// do not pair, attributes without quotes or twice, stray `<` and `&`, control characters.
inline std::vector<Element> read_markup(std::string_view text) {
    constexpr std::string_view doctype = "<!DOCTYPE html>";
    if (text.starts_with(doctype)) text.remove_prefix(doctype.size());
    std::vector<Element> elements;
    std::vector<std::size_t> open;
    std::size_t i = 0;
    const auto fail = [&](const std::string& what) {
        throw std::runtime_error(what + " at byte " + std::to_string(i) + ": " + std::string(text.substr(i, 60)));
    };
    const auto is_name = [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-'; };
    const auto reference = [&] {
        for (const std::string_view known : {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"})
            if (text.substr(i).starts_with(known)) return known.size();
        fail("stray &");
        return std::size_t{0};
    };
    while (i < text.size()) {
        if (text[i] == '&') {
            const std::size_t size = reference();
            for (const std::size_t k : open) elements[k].text += text.substr(i, size);
            i += size;
        } else if (text[i] != '<') {
            if (static_cast<unsigned char>(text[i]) < 0x20 && text[i] != '\n') fail("control character");
            for (const std::size_t k : open) elements[k].text += text[i];
            ++i;
        } else if (text.substr(i).starts_with("</")) {
            const std::size_t end = text.find('>', i);
            if (open.empty() || elements[open.back()].tag != text.substr(i + 2, end - i - 2))
                fail("tag closes nothing");
            open.pop_back();
            i = end + 1;
        } else {
            Element element;
            ++i;
            while (is_name(text[i])) element.tag += text[i++];
            if (element.tag.empty()) fail("stray <");
            while (text[i] == ' ' && text[i + 1] != '/') {
                ++i;
                std::string name, value;
                while (is_name(text[i])) name += text[i++];
                if (name.empty() || text.substr(i, 2) != "=\"") fail("attribute without value");
                for (i += 2; text[i] != '"'; ++i) {
                    if (text[i] == '<') fail("< in an attribute");
                    if (text[i] == '&') reference();
                    value += text[i];
                }
                ++i;
                if (element.has(name)) fail("attribute twice");
                element.attributes.emplace_back(name, value);
            }
            for (const std::size_t k : open) element.path += elements[k].tag + '/';
            element.path += element.tag;
            const bool is_empty = text.substr(i).starts_with(" />");
            if (!is_empty && text[i] != '>') fail("tag does not end");
            i += is_empty ? 3 : 1;
            if (!is_empty) open.push_back(elements.size());
            elements.push_back(std::move(element));
        }
    }
    if (!open.empty()) fail("never closed: " + elements[open.back()].tag);
    return elements;
}

}  // namespace ontrack::test
