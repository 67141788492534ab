#include "plan/phrase_text.hpp"

#include <algorithm>
#include <array>
#include <regex>
#include <utility>

#include <ontrack/base/error.hpp>

#include "base/text.hpp"
#include "calendar/month_names.hpp"

namespace ontrack::inline v0::detail {
namespace {

// Longer texts hold more than a target; and the standard library's regular expressions use the stack.
constexpr std::size_t longest_phrase = 300;

std::string replaced(const std::string& text, const std::string& pattern, const std::string& by) {
    return std::regex_replace(text, std::regex(pattern), by);
}

std::string months_pattern() {
    std::string pattern;
    for (const std::string_view month : month_names) pattern += (pattern.empty() ? "" : "|") + std::string(month);
    return "(" + pattern + ")";
}

/// A day in one of its forms; eight groups.
std::string day_pattern() {
    const std::string month = months_pattern();
    return R"((?:(\d{4}-\d\d-\d\d)|(\d\d?)(?:st|nd|rd|th)? )" + month + R"( (\d{4})|)" + month +
           R"( (\d{4})|(\d{4})[/-](\d{4}|\d\d)))";
}

int month_of(const std::string& name) {
    return static_cast<int>(std::find(month_names.begin(), month_names.end(), name) - month_names.begin()) + 1;
}

/// The day that the groups of `day_pattern`, from `at` on, name: of a month or a year its last.
Date day_of(const std::vector<std::string>& groups, std::size_t at, YearStart start) {
    if (!groups[at].empty()) return Date::parse(groups[at]);
    if (!groups[at + 1].empty()) {
        return {to_number(groups[at + 3]), month_of(groups[at + 2]), to_number(groups[at + 1])};
    }
    if (!groups[at + 4].empty()) {
        return Period::of_month(to_number(groups[at + 5]), month_of(groups[at + 4])).last_day();
    }
    return parse_period(groups[at + 6] + "/" + groups[at + 7].substr(groups[at + 7].size() - 2), Frequency::year, start)
        .last_day();
}

const std::string by_words = R"(\b(?:by|until|before) (?:the )?(?:end of )?)";

}  // namespace

PhraseText::PhraseText(std::string_view phrase) {
    if (phrase.size() > longest_phrase) {
        throw PlanError(Problem{"not-a-target-phrase",
                                "a phrase has at most " + std::to_string(longest_phrase) + " characters",
                                {},
                                "Give the words that state the target, and nothing else."});
    }
    std::transform(phrase.begin(), phrase.end(), std::back_inserter(text_), lower);
    for (const char* dash : {"–", "—", "−", "→"}) text_ = replaced(text_, dash, "-");
    text_ = replaced(text_, R"(\bper ?cent\b)", "%");
    text_ = replaced(text_, R"(\bp\.a\.)", "per annum");
    text_ = replaced(text_, R"((\d),(?=\d{3}\b))", "$1");
    static constexpr std::array<const char*, 12> words{"one",   "two",   "three", "four", "five",   "six",
                                                       "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
    for (std::size_t i = 0; i < words.size(); ++i) {
        text_ = replaced(text_, R"(\b)" + std::string(words.at(i)) + R"(\b)", std::to_string(i + 1));
    }
    text_ = replaced(text_, R"(\s+)", " ");
}

std::vector<std::string> PhraseText::take(const std::string& pattern) {
    std::smatch match;
    if (!std::regex_search(text_, match, std::regex(pattern))) return {};
    std::vector<std::string> groups;
    for (const auto& group : match) groups.push_back(group.str());
    text_ = match.prefix().str() + " | " + match.suffix().str();
    return groups;
}

std::optional<Date> PhraseText::due(YearStart start) {
    const auto groups = take(by_words + day_pattern());
    if (groups.empty()) return std::nullopt;
    return day_of(groups, 1, start);
}

std::vector<std::pair<Decimal, Date>> PhraseText::dated_values(YearStart start) {
    const std::string pattern = std::string(number_pattern) + " ?%? ?(?:" + by_words + ")" + day_pattern();
    const std::regex one(pattern);
    if (std::distance(std::sregex_iterator(text_.begin(), text_.end(), one), std::sregex_iterator()) < 2) return {};
    std::vector<std::pair<Decimal, Date>> values;
    for (auto groups = take(pattern); !groups.empty(); groups = take(pattern)) {
        values.emplace_back(Decimal::from_string(groups[1]), day_of(groups, 2, start));
    }
    return values;
}

}  // namespace ontrack::inline v0::detail
