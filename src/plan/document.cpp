#include "plan/document.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include <ontrack/base/error.hpp>

#include "plan/raw_text.hpp"
#include "plan/tomlplusplus.hpp"

namespace ontrack::inline v0::detail {
namespace {

std::string key_path(const std::string& parent, std::string_view name) {
    const bool bare = !name.empty() && name.find_first_not_of(
                                           "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                           "0123456789_-") == std::string_view::npos;
    std::string path = parent.empty() ? "" : parent + ".";
    for (const char c : bare ? std::string(name) : '"' + std::string(name) + '"') {
        path += static_cast<unsigned char>(c) < 0x20U || c == 0x7F ? ' ' : c;
    }
    return path;
}

std::string iso_text(const toml::date& date) {
    std::string text = std::to_string(date.year);
    text.insert(0, text.size() < 4 ? 4 - text.size() : 0, '0');
    for (const unsigned part : {static_cast<unsigned>(date.month), static_cast<unsigned>(date.day)}) {
        text += part < 10 ? "-0" : "-";
        text += std::to_string(part);
    }
    return text;
}

Node converted(const toml::node& source, const Node& parent, std::string key);

Node::Table members_of(const toml::table& source, const Node& self) {
    Node::Table members;
    for (const auto& [name, value] : source) {
        const toml::source_position place = name.source().begin;
        members.push_back({std::string(name.str()), place.line, place.column,
                           converted(value, self, key_path(self.key, name.str()))});
    }
    return members;
}

Node::Array elements_of(const toml::array& source, const Node& self) {
    Node::Array elements;
    for (const toml::node& value : source) {
        elements.push_back(converted(value, self, self.key + "[" + std::to_string(elements.size()) + "]"));
    }
    return elements;
}

Node converted(const toml::node& source, const Node& parent, std::string key) {
    Node node;
    const toml::source_position place = source.source().begin;
    node.line = place ? place.line : parent.line;
    node.column = place ? place.column : parent.column;
    node.key = std::move(key);
    source.visit([&](const auto& typed) {
        if constexpr (toml::is_table<decltype(typed)>) {
            node.value = members_of(typed, node);
        } else if constexpr (toml::is_array<decltype(typed)>) {
            node.value = elements_of(typed, node);
        } else if constexpr (toml::is_date<decltype(typed)>) {
            node.value = LocalDate{iso_text(typed.get())};
        } else if constexpr (toml::is_time<decltype(typed)> || toml::is_date_time<decltype(typed)>) {
            node.value = ClockTime{};
        } else {
            node.value = typed.get();
        }
    });
    return node;
}

[[noreturn]] void refuse(Problem problem, const std::string& name) {
    problem.where.file = name;
    throw PlanError(std::move(problem));
}

toml::table parsed(std::string_view text, const std::string& name) {
    try {
        return toml::parse(text, name);
    } catch (const toml::parse_error& error) {
        const toml::source_position place = error.source().begin;
        refuse({"not-toml", "the file is not TOML: " + std::string(error.description()),
                Place{"", place.line, place.column, ""},
                "Mend this line: key = value, text in quotes, every key once. Further mistakes show after that."},
               name);
    }
}

}  // namespace

std::string_view kind_of(const Node& node) noexcept {
    static constexpr std::array<std::string_view, std::variant_size_v<decltype(Node::value)>> words{
        "a table", "a list", "text", "a whole number", "a decimal number", "true or false", "a date", "a time"};
    return words[node.value.index()];
}

Node parse_document(std::string_view text, const std::string& name) {
    if (auto fault = fault_of_raw_text(text)) refuse(std::move(*fault), name);
    const toml::table table = parsed(text, name);
    if (table.empty()) {
        refuse({"empty-file", "the file is empty", Place{"", 1, 1, ""},
                "Begin with `format = 1`; examples/ holds whole plans."},
               name);
    }
    Node nowhere;
    nowhere.line = 1;
    nowhere.column = 1;
    return converted(table, nowhere, "");
}

const Node* find(const Node& root, std::string_view key) {
    const Node* node = &root;
    while (node != nullptr && !key.empty()) {
        const bool indexed = key.front() == '[';
        key.remove_prefix(indexed || key.front() == '.' ? 1 : 0);
        const std::string_view step = key.substr(0, key.find_first_of(indexed ? "]" : ".["));
        key.remove_prefix(std::min(key.size(), step.size() + (indexed ? 1 : 0)));
        const Node* next = nullptr;
        if (indexed) {
            const auto* array = std::get_if<Node::Array>(&node->value);
            std::size_t index = 0;
            std::from_chars(step.data(), step.data() + step.size(), index);
            if (array != nullptr && index < array->size()) next = &(*array)[index];
        } else if (const auto* table = std::get_if<Node::Table>(&node->value)) {
            const auto member = std::find_if(table->begin(), table->end(),
                                             [&](const Node::Member& candidate) { return candidate.name == step; });
            if (member != table->end()) next = &member->node;
        }
        node = next;
    }
    return node;
}

}  // namespace ontrack::inline v0::detail
