#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <ontrack/base/decimal.hpp>

namespace ontrack::inline v0::detail::report {

/// Writes JSON (RFC 8259), indented by two, keys in the order given. The caller opens and closes in pairs and gives a key
/// before each value of an object.
class JsonWriter {
public:
    JsonWriter& begin_object() { return open('{'); }
    JsonWriter& end_object() { return close('}'); }
    JsonWriter& begin_array() { return open('['); }
    JsonWriter& end_array() { return close(']'); }
    JsonWriter& key(std::string_view name);
    /// Escapes what must be escaped; invalid UTF-8 becomes U+FFFD.
    JsonWriter& string(std::string_view text);
    JsonWriter& number(const Decimal& value);
    /// The shortest text that reads back as the value; `null` unless finite.
    JsonWriter& number(double value);
    JsonWriter& number(std::int64_t value);
    JsonWriter& boolean(bool value);
    JsonWriter& null();
    /// The document, ended by a line break.
    [[nodiscard]] std::string take();

private:
    JsonWriter& open(char bracket);
    JsonWriter& close(char bracket);
    JsonWriter& value(std::string_view text);
    void before_value();
    void new_line();

    std::string out_;
    std::size_t depth_ = 0;
    bool first_ = true;
    bool after_key_ = false;
};

}  // namespace ontrack::inline v0::detail::report
