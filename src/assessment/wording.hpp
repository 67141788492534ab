#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ontrack/outlook/projection.hpp>

namespace ontrack::inline v0::detail {

/// At most two places, or two significant digits below 1: 25.3333… is `25.33`, 0.000345 is `0.00035`.
[[nodiscard]] std::string number_words(const Decimal& number);
/// For a number that is not exact: one place from 10 on.
[[nodiscard]] std::string number_words(double number);
/// A number with what it is a number of: `64 offences`, `63 %`, `100 % of closed cases`, `23 per 10,000`.
[[nodiscard]] std::string amount_words(const std::string& number, const Indicator& indicator);
/// The same without the words that a sentence need not repeat: `64`, `63 %`, `23`.
[[nodiscard]] std::string short_amount_words(const std::string& number, const Indicator& indicator);
/// `1384 to 1687`, `77.2 to 100%`
[[nodiscard]] std::string interval_words(const Interval& interval, const Indicator& indicator);
/// The part of an interval that figures of the measure can lie in: nothing below zero where none is negative, and no per
/// cent above 100 of a share.
[[nodiscard]] Interval possible_part(Interval interval, const Measure& measure);
/// Per cent of a probability that is never quite certain: `4 %`, `less than 1 %`, `more than 99 %`.
[[nodiscard]] std::string chance_words(const Probability& chance);
/// `10000` as `10,000`
[[nodiscard]] std::string grouped(std::string digits);
/// `−5.9%`, `+20.7%`
[[nodiscard]] std::string signed_percent(const Decimal& percent);
/// A figure that is no single number, in the fewest words: `10–20`, `> 450`, `−5.9%`, `31.7% or +31.7%`, `hoped £50,000`.
[[nodiscard]] std::string inexact_words(const InexactFigure& figure, const Indicator& indicator);
/// `ABCs: 11 (3 with street drinkers, 8 with young people)`
[[nodiscard]] std::string figure_words(const Figure& figure);
/// `£64,705.88`, `USD 25,000`
[[nodiscard]] std::string money_words(const Decimal& amount, const std::string& currency);
/// `one` to `twelve`, then digits.
[[nodiscard]] std::string counted(int n);
/// `a, b and c`
[[nodiscard]] std::string joined(const std::vector<std::string>& words);
[[nodiscard]] std::vector<std::string> without_empty(std::vector<std::string> words);
/// The words with `between` between them.
[[nodiscard]] std::string joined_by(const std::vector<std::string>& words, std::string_view between);
/// `2 quarters`, `1 quarter`, `2 halves`
[[nodiscard]] std::string numbered(int n, std::string_view noun);
/// The same in words: `two quarters`.
[[nodiscard]] std::string counted(int n, std::string_view noun);
/// What was used that is not final: `provisional figures`, `a proxy measure`, both, or nothing.
[[nodiscard]] std::string qualification(const std::vector<DataState>& states);
/// The reason that a stage gives for a field, looked up under its names in order; else `otherwise`.
[[nodiscard]] std::string reason_for(const std::vector<Missing>& missing, const std::vector<std::string_view>& names,
                                     std::string otherwise);

}  // namespace ontrack::inline v0::detail
