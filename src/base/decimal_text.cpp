#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <ontrack/base/decimal.hpp>
#include <ontrack/base/error.hpp>

#include "base/text.hpp"
#include "base/wide_decimal.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

using detail::WideDecimal;

/// The sign and the magnitude of a power of ten; it is cut where no digits could bring it back.
std::optional<int> parse_exponent(std::string_view text) {
    constexpr int far_out = 1'000'000'000;
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    if (!detail::all_digits(text)) return std::nullopt;
    int exponent = far_out;
    std::from_chars(text.data(), text.data() + text.size(), exponent);
    exponent = std::min(exponent, far_out);
    return negative ? -exponent : exponent;
}

/// A number as text: the sign, the digits without leading and trailing zeros, and the power of ten that follows them.
struct Digits {
    bool negative = false;
    std::string digits;
    long long exponent = 0;
};

std::optional<Digits> read_digits(std::string_view text) {
    Digits number;
    if (text.starts_with('-') || text.starts_with('+')) {
        number.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    if (const auto mark = text.find_first_of("eE"); mark != std::string_view::npos) {
        const auto exponent = parse_exponent(text.substr(mark + 1));
        if (!exponent) return std::nullopt;
        number.exponent = *exponent;
        text = text.substr(0, mark);
    }
    const auto point = text.find('.');
    const std::string_view whole = text.substr(0, point);
    if (point != std::string_view::npos) {
        const std::string_view fraction = text.substr(point + 1);
        if (!detail::all_digits(fraction)) return std::nullopt;
        number.digits = fraction;
        number.exponent -= static_cast<long long>(fraction.size());
    }
    if (point != 0 && !detail::all_digits(whole)) return std::nullopt;
    number.digits.insert(0, whole);
    number.digits.erase(0, std::min(number.digits.find_first_not_of('0'), number.digits.size()));
    while (number.digits.ends_with('0')) {
        number.digits.pop_back();
        ++number.exponent;
    }
    return number;
}

}  // namespace

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const auto number = read_digits(text);
    if (!number) return std::nullopt;
    if (number->digits.empty()) return Decimal{};
    const auto length = static_cast<long long>(number->digits.size());
    if (length + std::max(number->exponent, 0LL) > WideDecimal::max_digits || number->exponent < -max_places)
        return std::nullopt;

    WideDecimal::Integer coefficient(number->digits);  // no leading zero, which would mean octal
    if (number->negative) coefficient = -coefficient;
    const auto exponent = static_cast<int>(number->exponent);
    if (exponent > 0) coefficient *= detail::power_of_ten(exponent);
    return WideDecimal(coefficient, std::max(-exponent, 0)).narrow();
}

Decimal Decimal::from_string(std::string_view text) {
    if (const auto decimal = parse(text)) return *decimal;
    throw DataError(
        Problem{"not-a-decimal",
                detail::quoted(text) + " is not a decimal number",
                {},
                "Write digits with a point, such as 1664.19 or -0.5: at most 38 digits, 30 of them after the "
                "point, no spaces and no thousands separators."});
}

Decimal Decimal::from_double(double value) {
    if (!std::isfinite(value)) {
        throw DataError(Problem{"not-a-decimal",
                                "infinity and \"not a number\" are no decimal numbers",
                                {},
                                "Leave the value out where there is none."});
    }
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    const std::string_view text(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
    const auto decimal = parse(text);
    if (!decimal) detail::throw_overflow(std::string(text));
    return *decimal;
}

double Decimal::to_double() const {
    const std::string text = to_string();
    double value = 0.0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string Decimal::to_string() const {
    std::string text = WideDecimal::Integer(abs(WideDecimal(*this).coefficient)).str();
    if (places_ > 0) {
        const auto places = static_cast<std::size_t>(places_);
        if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
        text.insert(text.size() - places, 1, '.');
    }
    return sign() < 0 ? '-' + text : text;
}

std::string Decimal::to_string(int places) const {
    const Decimal cut = rounded(places);
    std::string text = cut.to_string();
    if (cut.is_integer() && places > 0) text += '.';
    return text.append(static_cast<std::size_t>(places - cut.places()), '0');
}

}  // namespace v0
}  // namespace ontrack
