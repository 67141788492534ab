#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ontrack/base/decimal.hpp>
#include <ontrack/calendar/period.hpp>

namespace ontrack::inline v0::detail {

/// A number, a part of a phrase that is not yet taken.
inline constexpr std::string_view number_pattern = R"((\d+(?:\.\d+)?))";

/// The text of a phrase, from which parts are taken one after the other: what is left at the end has no meaning here.
class PhraseText {
public:
    /// Lower case, `per cent` as `%`, number words up to twelve as digits, dashes as `-`, no commas within numbers.
    explicit PhraseText(std::string_view phrase);

    /// Takes the first match of the regular expression; its groups (the whole match first), or nothing.
    std::vector<std::string> take(const std::string& pattern);
    /// Takes the first match, and says only whether there was one.
    bool has(const std::string& pattern) { return !take(pattern).empty(); }
    /// Takes `by 31 March 2019`, `until 2018/19`, `by the end of March 2019`, `by 2019-03-31`.
    std::optional<Date> due(YearStart start);
    /// Takes every `25 by 31 March 2018`, where there are at least two.
    std::vector<std::pair<Decimal, Date>> dated_values(YearStart start);
    [[nodiscard]] const std::string& rest() const noexcept { return text_; }

private:
    std::string text_;
};

}  // namespace ontrack::inline v0::detail
