#include "report/markup.hpp"

#include "report/text.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : printable(text)) {
        switch (c) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                out += c;
        }
    }
    return out;
}

/// Elements that start a line, so that the source can be read and compared.
bool starts_line(std::string_view tag) {
    for (const std::string_view inline_tag :
         {"b", "span", "small", "strong", "text", "tspan", "a", "em", "br", "abbr", "summary", "title", "desc"})
        if (tag == inline_tag) return false;
    return true;
}

}  // namespace

void Markup::start(std::string_view tag, Attributes attributes) {
    if (starts_line(tag) && !out_.empty() && out_.back() != '\n') out_ += '\n';
    (out_ += '<') += tag;
    for (const auto& [name, value] : attributes) (((out_ += ' ') += name) += "=\"" + escaped(value)) += '"';
}

Markup& Markup::open(std::string_view tag, Attributes attributes) {
    start(tag, attributes);
    out_ += '>';
    open_.emplace_back(tag);
    return *this;
}

Markup& Markup::close() {
    ((out_ += "</") += open_.back()) += '>';
    open_.pop_back();
    return *this;
}

Markup& Markup::text(std::string_view text) {
    out_ += escaped(text);
    return *this;
}

Markup& Markup::element(std::string_view tag, std::string_view content, Attributes attributes) {
    return open(tag, attributes).text(content).close();
}

Markup& Markup::empty(std::string_view tag, Attributes attributes) {
    start(tag, attributes);
    out_ += " />";
    return *this;
}

Markup& Markup::raw(std::string_view markup) {
    out_ += markup;
    return *this;
}

}  // namespace ontrack::inline v0::detail::report
