#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ontrack/base/quantity.hpp>
#include <ontrack/calendar/date.hpp>

#include "plan/format.hpp"
#include "plan/problems.hpp"

namespace ontrack::inline v0::detail {

/// The words that a key may hold, with their meanings.
template <class T, std::size_t n>
using Words = std::array<std::pair<std::string_view, T>, n>;

/// Typed access to the keys of one table. What is wrong (unknown key, missing key, wrong type, a number or date that is
/// none) goes to `problems`; a value that is absent or wrong comes back empty.
class TableReader {
public:
    TableReader(const Node& node, const TableFormat& format, Problems& problems);

    /// Whether every value asked for so far, and every required key, was there and of its type.
    [[nodiscard]] bool complete() const noexcept { return complete_; }

    [[nodiscard]] const Node& node() const noexcept { return node_; }
    [[nodiscard]] Place place() const { return problems_.place(node_); }
    [[nodiscard]] const Node* find(std::string_view key) const;
    /// The value under the key where there is one, else the table: where a complaint about the key belongs.
    [[nodiscard]] const Node& at(std::string_view key) const;
    void complain(std::string code, std::string message, std::string_view key, std::string remedy);

    /// Complains of what a calendar refuses.
    void forward(std::string_view key, const CalendarError& error) {
        complain(error.code(), error.message(), key, error.remedy());
    }

    std::optional<std::string> text(std::string_view key);
    /// A list with a wrong element comes back empty.
    std::vector<std::string> texts(std::string_view key);
    std::optional<Decimal> number(std::string_view key);
    std::vector<Decimal> numbers(std::string_view key);
    std::optional<int> whole(std::string_view key);
    std::optional<bool> flag(std::string_view key);
    std::optional<Date> date(std::string_view key);
    /// The elements of a list; none when the key is absent.
    const Node::Array& list(std::string_view key);

    template <class T, std::size_t n>
    std::optional<T> word(std::string_view key, const Words<T, n>& words) {
        std::array<std::string_view, n> names;
        for (std::size_t i = 0; i < n; ++i) names[i] = words[i].first;
        const auto index = position(key, names);
        if (!index) return std::nullopt;
        return words[*index].second;
    }
    /// The position of the text among the names.
    std::optional<std::size_t> position(std::string_view key, std::span<const std::string_view> names);

private:
    std::optional<std::string> text_of(const Node& node);
    std::optional<Decimal> number_of(const Node& node);
    std::nullopt_t wrong_type(const Node& node, std::string_view expected, std::string_view example);
    std::nullopt_t refuse(std::string code, std::string message, const Node& node, std::string remedy);

    const Node& node_;
    const Node::Table* table_;
    Problems& problems_;
    bool complete_ = true;
};

}  // namespace ontrack::inline v0::detail
