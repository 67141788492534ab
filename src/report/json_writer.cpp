#include "report/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <utility>

#include "report/text.hpp"

namespace ontrack::inline v0::detail::report {
namespace {

std::string quoted(std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            (out += '\\') += c;
        else if (c == '\n')
            out += "\\n";
        else if (c == '\t')
            out += "\\t";
        else if (c == '\r')
            out += "\\r";
        else if (byte < 0x20 || byte == 0x7F)
            ((out += "\\u00") += hex[byte >> 4]) += hex[byte & 0xF];
        else
            out += c;
    }
    return out += '"';
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
    before_value();
    out_ += quoted(name) + ": ";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
    return value(quoted(with_valid_utf8(text)));
}

JsonWriter& JsonWriter::number(const Decimal& number) {
    return value(number.to_string());
}

JsonWriter& JsonWriter::number(double number) {
    if (!std::isfinite(number)) return null();
    std::array<char, 32> text{};
    const auto result = std::to_chars(text.data(), text.data() + text.size(), number);
    return value({text.data(), static_cast<std::size_t>(result.ptr - text.data())});
}

JsonWriter& JsonWriter::number(std::int64_t number) {
    return value(std::to_string(number));
}

JsonWriter& JsonWriter::boolean(bool truth) {
    return value(truth ? "true" : "false");
}

JsonWriter& JsonWriter::null() {
    return value("null");
}

std::string JsonWriter::take() {
    return std::exchange(out_, {}) + '\n';
}

JsonWriter& JsonWriter::open(char bracket) {
    before_value();
    out_ += bracket;
    ++depth_;
    first_ = true;
    return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
    --depth_;
    if (!first_) new_line();
    out_ += bracket;
    first_ = false;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    before_value();
    out_ += text;
    return *this;
}

void JsonWriter::before_value() {
    if (std::exchange(after_key_, false)) return;
    if (!std::exchange(first_, false)) out_ += ',';
    if (depth_ > 0) new_line();
}

void JsonWriter::new_line() {
    out_.append("\n").append(2 * depth_, ' ');
}

}  // namespace ontrack::inline v0::detail::report
