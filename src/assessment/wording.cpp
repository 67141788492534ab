#include "assessment/wording.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <functional>

#include "plan/checking.hpp"
#include "plan/wording.hpp"

namespace ontrack::inline v0::detail {
namespace {

/// What follows a number of this measure.
struct SuffixOf {
    const Indicator& indicator;

    std::string operator()(const Count&) const { return indicator.unit.empty() ? "" : " " + indicator.unit; }
    std::string operator()(const Rate& rate) const {
        if (indicator.unit.find("per ") != std::string::npos) return " " + indicator.unit;
        return (indicator.unit.empty() ? "" : " " + indicator.unit) + " per " + grouped(rate.per.to_string());
    }
    std::string operator()(const Percentage&) const { return share(); }
    std::string operator()(const SurveyPercentage&) const { return share(); }
    std::string operator()(const CohortProportion&) const { return share(); }
    std::string operator()(const Milestone&) const { return ""; }
    std::string operator()(const EventRatio& ratio) const {
        return (indicator.unit.empty() ? "" : " " + indicator.unit) + " for every " + grouped(ratio.per.to_string());
    }
    std::string operator()(const DetectionRate&) const { return share(); }
    std::string operator()(const Duration&) const { return " " + indicator.unit; }
    std::string operator()(const Money&) const { return indicator.unit.empty() ? "" : " " + indicator.unit; }
    std::string operator()(const Index& index) const {
        return index.scale == IndexScale::ratio ? " times the expected" : " points more than expected";
    }

    std::string share() const { return indicator.unit.starts_with('%') ? indicator.unit : "%"; }
};

/// `£100,000`, `CHF 100,000`; other measures' numbers as they are.
std::string with_currency(const std::string& number, const Measure& measure) {
    const auto* money = std::get_if<Money>(&measure);
    if (money == nullptr) return number;
    if (money->currency == "GBP") return "£" + grouped(number);
    if (money->currency == "EUR") return "€" + grouped(number);
    return money->currency + " " + grouped(number);
}

struct InexactWords {
    const std::function<std::string(const std::string&)>& amount;

    std::string operator()(const FigureRange& range) const {
        std::string lower = amount(range.lower.to_string());
        const std::string upper = amount(range.upper.to_string());
        // The unit is said once: 15–20 weapons.
        const std::size_t unit = upper.size() - (upper.find_last_of("0123456789") + 1);
        if (lower.ends_with(std::string_view(upper).substr(upper.size() - unit))) lower.erase(lower.size() - unit);
        return lower + "–" + upper;
    }
    std::string operator()(const FigureBound& bound) const {
        static constexpr std::array<std::string_view, 4> signs{"> ", "≥ ", "≤ ", "< "};
        return std::string(signs[static_cast<std::size_t>(bound.kind)]) + amount(bound.value.to_string());
    }
    std::string operator()(const StatedChange& change) const { return signed_percent(change.percent); }
    std::string operator()(const LevelOrChange& either) const {
        return amount(either.value.to_string()) + " or " + signed_percent(either.value);
    }
    std::string operator()(const UncertainFigure& figure) const {
        return (figure.certainty == Certainty::hoped ? "hoped " : "possibly ") + amount(figure.value.to_string());
    }
};

}  // namespace

std::string grouped(std::string digits) {
    const auto whole = digits.find('.') == std::string::npos ? digits.size() : digits.find('.');
    const std::size_t first = digits.starts_with('-') ? 4 : 3;
    for (auto position = whole; position > first; position -= 3) digits.insert(position - 3, ",");
    return digits;
}

std::string signed_percent(const Decimal& percent) {
    return (percent.sign() < 0 ? "−" : "+") + abs(percent).to_string() + "%";
}

std::string inexact_words(const InexactFigure& figure, const Indicator& indicator) {
    const std::function<std::string(const std::string&)> amount = [&](const std::string& number) {
        return short_amount_words(number, indicator);
    };
    return std::visit(InexactWords{amount}, figure);
}

std::string figure_words(const Figure& figure) {
    const bool money = figure.unit == "GBP" || figure.unit == "EUR";
    const std::string unit = figure.unit == "%" ? "%" : figure.unit.empty() ? "" : " " + figure.unit;
    const std::function<std::string(const std::string&)> amount = [&](const std::string& number) {
        return money ? with_currency(number, Money{figure.unit}) : grouped(number) + unit;
    };
    std::string words = figure.name + ": ";
    if (figure.value) words += amount(figure.value->to_string());
    if (figure.inexact) words += std::visit(InexactWords{amount}, *figure.inexact);
    if (figure.parts.empty()) return words;
    words += " (";
    for (const FigurePart& part : figure.parts) words += grouped(part.value.to_string()) + " " + part.name + ", ";
    return words.substr(0, words.size() - 2) + ")";
}

std::string number_words(const Decimal& number) {
    int places = 2;
    if (const Decimal size = abs(number); size.sign() > 0 && size < Decimal(1)) {
        const Decimal tenth = Decimal::from_string("0.1");
        for (Decimal edge = tenth; places < size.places() && size < edge; edge = edge * tenth) ++places;
    }
    return number.rounded(places).to_string();
}

std::string number_words(double number) {
    const Decimal exact = Decimal::from_double(number);
    return std::abs(number) >= 10.0 ? exact.rounded(1).to_string() : number_words(exact);
}

std::string amount_words(const std::string& number, const Indicator& indicator) {
    return with_currency(number, indicator.measure) + std::visit(SuffixOf{indicator}, indicator.measure);
}

std::string short_amount_words(const std::string& number, const Indicator& indicator) {
    return is_percentage(indicator.measure) ? number + "%" : with_currency(number, indicator.measure);
}

std::string interval_words(const Interval& interval, const Indicator& indicator) {
    return number_words(interval.lower) + " to " + short_amount_words(number_words(interval.upper), indicator);
}

Interval possible_part(Interval interval, const Measure& measure) {
    if (!may_be_negative(measure)) interval.lower = std::max(0.0, interval.lower);
    if (is_percentage(measure)) interval.upper = std::min(100.0, interval.upper);
    return interval;
}

std::string chance_words(const Probability& chance) {
    if (chance.value() < 0.01) return "less than 1%";
    if (chance.value() > 0.99) return "more than 99%";
    return std::to_string(std::lround(chance.value() * 100.0)) + "%";
}

std::string money_words(const Decimal& amount, const std::string& currency) {
    constexpr int pence = 2;
    const Decimal size = abs(amount).rounded(pence);
    const std::string digits = size.is_integer() ? size.to_string() : size.to_string(pence);
    return (amount.sign() < 0 ? "−" : "") + with_currency(digits, Money{currency});
}

std::string counted(int n) {
    static constexpr std::array<std::string_view, 13> words{"no",    "one",   "two",  "three", "four",   "five",  "six",
                                                            "seven", "eight", "nine", "ten",   "eleven", "twelve"};
    return n >= 0 && n < static_cast<int>(words.size()) ? std::string(words[static_cast<std::size_t>(n)])
                                                        : std::to_string(n);
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
        text += words[i];
    }
    return text;
}

std::vector<std::string> without_empty(std::vector<std::string> words) {
    std::erase(words, "");
    return words;
}

std::string joined_by(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) {
        if (!text.empty()) text += between;
        text += word;
    }
    return text;
}

std::string numbered(int n, std::string_view noun) {
    return std::to_string(n) + " " + (n == 1 ? std::string(noun) : plural(noun));
}

std::string counted(int n, std::string_view noun) {
    return counted(n) + " " + (n == 1 ? std::string(noun) : plural(noun));
}

std::string qualification(const std::vector<DataState>& states) {
    std::vector<std::string> words;
    const auto used = [&](DataState state) { return std::find(states.begin(), states.end(), state) != states.end(); };
    if (used(DataState::provisional)) words.emplace_back("provisional figures");
    if (used(DataState::estimated)) words.emplace_back("estimated figures");
    if (used(DataState::proxy)) words.emplace_back("a proxy measure");
    if (used(DataState::doubtful)) words.emplace_back("data of doubtful quality");
    if (used(DataState::not_comparable)) words.emplace_back("a figure that is not comparable with others");
    return joined(words);
}

std::string reason_for(const std::vector<Missing>& missing, const std::vector<std::string_view>& names,
                       std::string otherwise) {
    for (const std::string_view name : names) {
        for (const Missing& field : missing) {
            if (field.field == name) return field.reason;
        }
    }
    return otherwise;
}

}  // namespace ontrack::inline v0::detail
