#pragma once

#include <cctype>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ontrack::test {

/// Just enough of a strict JSON reader to check what is written. Numbers keep their text.
struct Member;
struct Json {
    enum class Kind { null, boolean, number, string, array, object } kind = Kind::null;
    std::string text;
    std::vector<Json> items;
    std::vector<Member> members;

    [[nodiscard]] bool has(std::string_view name) const { return find(name) != nullptr; }
    [[nodiscard]] bool is_null() const { return kind == Kind::null; }
    [[nodiscard]] double number() const { return std::strtod(text.c_str(), nullptr); }
    [[nodiscard]] const Json* find(std::string_view name) const;
    const Json& operator[](std::string_view name) const {
        if (const Json* found = find(name)) return *found;
        throw std::out_of_range("no member " + std::string(name));
    }
};

struct Member {
    std::string name;
    Json value;
};

inline const Json* Json::find(std::string_view name) const {
    for (const auto& [key, value] : members)
        if (key == name) return &value;
    return nullptr;
}

class JsonReader {
public:
    static Json read(std::string_view text) {
        JsonReader reader(text);
        Json value = reader.value();
        reader.space();
        if (reader.at_ != text.size()) reader.fail("text after the document");
        return value;
    }

private:
    explicit JsonReader(std::string_view text) : text_(text) {}

    [[noreturn]] void fail(const std::string& what) const {
        throw std::runtime_error(what + " at byte " + std::to_string(at_));
    }
    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void space() {
        while (at_ < text_.size() && std::string_view(" \n\t\r").find(peek()) != std::string_view::npos) ++at_;
    }
    void expect(char c) {
        if (peek() != c) fail(std::string("expected ") + c);
        ++at_;
    }
    bool take(std::string_view word) {
        if (text_.substr(at_, word.size()) != word) return false;
        at_ += word.size();
        return true;
    }

    Json value() {
        space();
        Json out;
        if (peek() == '{') return object();
        if (peek() == '[') return array();
        if (peek() == '"') {
            out.kind = Json::Kind::string;
            out.text = string();
        } else if (take("null")) {
        } else if (take("true") || take("false")) {
            out.kind = Json::Kind::boolean;
            out.text = text_[at_ - 2] == 'u' ? "true" : "false";
        } else {
            out.kind = Json::Kind::number;
            out.text = number();
        }
        return out;
    }
    Json object() {
        Json out;
        out.kind = Json::Kind::object;
        expect('{');
        for (space(); peek() != '}'; space()) {
            if (!out.members.empty()) expect(','), space();
            std::string name = string();
            if (out.has(name)) fail("key twice: " + name);
            space();
            expect(':');
            out.members.push_back({std::move(name), value()});
        }
        expect('}');
        return out;
    }
    Json array() {
        Json out;
        out.kind = Json::Kind::array;
        expect('[');
        for (space(); peek() != ']'; space()) {
            if (!out.items.empty()) expect(',');
            out.items.push_back(value());
        }
        expect(']');
        return out;
    }
    std::string string() {
        std::string out;
        for (expect('"'); peek() != '"'; ++at_) {
            if (at_ >= text_.size() || static_cast<unsigned char>(peek()) < 0x20) fail("control character in a string");
            if (peek() != '\\') {
                out += peek();
                continue;
            }
            ++at_;
            switch (peek()) {
                case 'n':
                    out += '\n';
                    break;
                case 't':
                    out += '\t';
                    break;
                case 'r':
                    out += '\r';
                    break;
                case 'u':
                    out += static_cast<char>(std::stoi(std::string(text_.substr(at_ + 1, 4)), nullptr, 16));
                    at_ += 4;
                    break;
                case '"':
                case '\\':
                    out += peek();
                    break;
                default:
                    fail("unknown escape");
            }
        }
        ++at_;
        return out;
    }
    std::string number() {
        const std::size_t from = at_;
        take("-");
        if (!std::isdigit(static_cast<unsigned char>(peek()))) fail("not a value");
        while (std::isdigit(static_cast<unsigned char>(peek())) ||
               std::string_view(".eE+-").find(peek()) != std::string_view::npos) {
            if (at_ >= text_.size()) break;
            ++at_;
        }
        return std::string(text_.substr(from, at_ - from));
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace ontrack::test
