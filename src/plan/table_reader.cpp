#include "plan/table_reader.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "plan/checking.hpp"
#include "plan/synonyms.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

const Node::Member* member_of(const Node::Table& table, std::string_view key) {
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const Node::Member& member) { return member.name == key; });
    return found == table.end() ? nullptr : &*found;
}

std::optional<Decimal> decimal_of(double value) try { return Decimal::from_double(value); } catch (const DataError&) {
    return std::nullopt;
}

/// The table's place, with the path of a key that it does not have.
Place missing_from(Place table, std::string_view key) {
    if (!table.key.empty()) table.key += '.';
    table.key += key;
    return table;
}

std::string remedy_for_unknown(std::string_view key, std::span<const std::string_view> known) {
    if (std::string remedy = remedy_for_key(key, known); !remedy.empty()) return remedy;
    const std::string_view meant = nearest(key, known);
    return meant.empty() ? "Remove it, or use one of its keys: " + listed(known) + "."
                         : "Did you mean " + in_ticks(meant) + "?";
}

bool too_large_or_fine(const Decimal& number) {
    const Decimal limit(1'000'000'000'000'000);
    return number > limit || number < -limit || number.places() > 20;
}

}  // namespace

TableReader::TableReader(const Node& node, const TableFormat& format, Problems& problems)
    : node_(node), table_(std::get_if<Node::Table>(&node.value)), problems_(problems) {
    if (table_ == nullptr) {
        wrong_type(node, std::string(format.title) + " as a table", format.example);
        return;
    }
    std::vector<std::string_view> known;
    for (const Key& key : format.keys) {
        known.push_back(key.name);
        if (key.required && member_of(*table_, key.name) == nullptr) {
            complete_ = false;
            const Place where = missing_from(problems.place(node), key.name);
            problems.add({"missing-key", std::string(format.title) + " needs the key " + in_ticks(key.name), where,
                          "Add `" + example_of(key.name) + "`."});
        }
    }
    for (const Node::Member& member : *table_) {
        if (std::find(known.begin(), known.end(), member.name) != known.end()) continue;
        problems.add({"unknown-key",
                      in_ticks(member.name) + " is not a key of " + std::string(format.title),
                      {"", member.line, member.column, member.node.key},
                      remedy_for_unknown(member.name, known)});
    }
}

const Node* TableReader::find(std::string_view key) const {
    const Node::Member* member = table_ == nullptr ? nullptr : member_of(*table_, key);
    return member == nullptr ? nullptr : &member->node;
}

const Node& TableReader::at(std::string_view key) const {
    const Node* value = find(key);
    return value == nullptr ? node_ : *value;
}

void TableReader::complain(std::string code, std::string message, std::string_view key, std::string remedy) {
    const Node* value = find(key);
    Place where = value == nullptr ? missing_from(place(), key) : problems_.place(*value);
    problems_.add({std::move(code), std::move(message), std::move(where), std::move(remedy)});
    complete_ = false;
}

std::nullopt_t TableReader::refuse(std::string code, std::string message, const Node& node, std::string remedy) {
    problems_.add(std::move(code), std::move(message), node, std::move(remedy));
    complete_ = false;
    return std::nullopt;
}

std::nullopt_t TableReader::wrong_type(const Node& node, std::string_view expected, std::string_view example) {
    return refuse("wrong-type", "expected " + std::string(expected) + ", found " + std::string(kind_of(node)), node,
                  "Write it like this: " + std::string(example) + ".");
}

std::optional<std::string> TableReader::text_of(const Node& node) {
    const auto* text = std::get_if<std::string>(&node.value);
    if (text == nullptr) return wrong_type(node, "text", "\"words in quotes\"");
    if (text->find_first_not_of(" \t\r\n") == std::string::npos) {
        return refuse("empty-text", "the text is empty", node, "Write the words, or leave the key out.");
    }
    return *text;
}

std::optional<Decimal> TableReader::number_of(const Node& node) {
    std::optional<Decimal> number;
    if (const auto* whole = std::get_if<std::int64_t>(&node.value)) {
        number = Decimal(*whole);
    } else if (const auto* real = std::get_if<double>(&node.value)) {
        if (!std::isfinite(*real)) {
            return refuse("not-a-number", "the value is not a finite number", node,
                          "Leave the value out and say `state = \"awaited\"` or `\"not_collected\"`.");
        }
        number = decimal_of(*real);
    } else if (const auto* text = std::get_if<std::string>(&node.value)) {
        number = Decimal::parse(*text);
        if (!number) {
            return refuse("not-a-number", in_ticks(*text) + " is not a number", node,
                          "Write the digits alone, without commas, signs or units: 1681, 12.5.");
        }
    } else {
        return wrong_type(node, "a number", "12.5");
    }
    if (!number || too_large_or_fine(*number)) {
        return refuse("number-out-of-range", "the number is too large or has too many decimal places", node,
                      "Numbers go up to 10^15, with up to 20 decimal places.");
    }
    return number;
}

std::optional<std::string> TableReader::text(std::string_view key) {
    const Node* value = find(key);
    if (value == nullptr) return std::nullopt;
    if (std::holds_alternative<std::string>(value->value)) return text_of(*value);
    return wrong_type(*value, "text", example_of(key, "\"words in quotes\""));
}

std::optional<Decimal> TableReader::number(std::string_view key) {
    const Node* value = find(key);
    if (value == nullptr) return std::nullopt;
    return number_of(*value);
}

std::vector<std::string> TableReader::texts(std::string_view key) {
    std::vector<std::string> texts;
    bool whole = true;
    for (const Node& element : list(key)) {
        auto text = text_of(element);
        whole = whole && text;
        if (whole) texts.push_back(std::move(*text));
    }
    if (!whole) texts.clear();
    return texts;
}

std::vector<Decimal> TableReader::numbers(std::string_view key) {
    std::vector<Decimal> numbers;
    bool whole = true;
    for (const Node& element : list(key)) {
        const auto number = number_of(element);
        whole = whole && number;
        if (whole) numbers.push_back(*number);
    }
    if (!whole) numbers.clear();
    return numbers;
}

std::optional<int> TableReader::whole(std::string_view key) {
    const Node* value = find(key);
    if (value == nullptr) return std::nullopt;
    const auto* whole = std::get_if<std::int64_t>(&value->value);
    if (whole == nullptr) return wrong_type(*value, "a whole number", "3");
    if (*whole < std::numeric_limits<int>::min() || *whole > std::numeric_limits<int>::max()) {
        return refuse("number-out-of-range", "the number is too large", *value, "Use a smaller number.");
    }
    return static_cast<int>(*whole);
}

std::optional<bool> TableReader::flag(std::string_view key) {
    const Node* value = find(key);
    if (value == nullptr) return std::nullopt;
    const auto* flag = std::get_if<bool>(&value->value);
    if (flag == nullptr) return wrong_type(*value, "true or false", "true");
    return *flag;
}

std::optional<Date> TableReader::date(std::string_view key) {
    const Node* value = find(key);
    if (value == nullptr) return std::nullopt;
    const auto* local = std::get_if<LocalDate>(&value->value);
    const auto* text = std::get_if<std::string>(&value->value);
    if (local == nullptr && text == nullptr) return wrong_type(*value, "a date", "2018-03-31");
    try {
        const Date day = Date::parse(local != nullptr ? local->text : *text);
        if (is_plausible(day)) return day;
        return refuse("year-out-of-range", day.to_string() + " is far away", *value, "Write a year from 1900 to 2199.");
    } catch (const CalendarError& error) {
        return refuse(error.code(), error.message(), *value, error.remedy());
    }
}

const Node::Array& TableReader::list(std::string_view key) {
    static const Node::Array none;
    const Node* value = find(key);
    if (value == nullptr) return none;
    const auto* elements = std::get_if<Node::Array>(&value->value);
    if (elements != nullptr) return *elements;
    const bool block = place().key.empty() && std::holds_alternative<Node::Table>(value->value);
    wrong_type(*value, "a list", block ? "[[" + std::string(key) + "]]" : example_of(key));
    return none;
}

std::optional<std::size_t> TableReader::position(std::string_view key, std::span<const std::string_view> names) {
    const auto word = text(key);
    if (!word) return std::nullopt;
    const auto found = std::find(names.begin(), names.end(), *word);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    if (std::string remedy = remedy_for_word(key, *word); !remedy.empty()) {
        return refuse("unknown-word", in_ticks(*word) + " is not a value of " + in_ticks(key), at(key),
                      std::move(remedy));
    }
    std::string_view meant = word_meant(key, *word, names);
    if (meant.empty()) meant = nearest(*word, names);
    return refuse(
        "unknown-word", in_ticks(*word) + " is not a value of " + in_ticks(key), at(key),
        "Write one of: " + listed(names) + "." + (meant.empty() ? "" : " Did you mean " + in_ticks(meant) + "?"));
}

}  // namespace ontrack::inline v0::detail
