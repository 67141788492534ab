#include "plan/exact.hpp"

#include <algorithm>
#include <string>

#include <ontrack/base/error.hpp>

namespace ontrack::inline v0::detail {
namespace {

using Whole = boost::multiprecision::cpp_int;

Whole power_of_ten(int exponent) {
    return boost::multiprecision::pow(Whole(10), static_cast<unsigned>(exponent));
}

std::optional<Decimal> decimal_of(const Whole& coefficient, int places) {
    // A longer coefficient cannot be a decimal, and to print it would take time that grows with its square.
    if (msb(abs(coefficient) + 1) > 130) return std::nullopt;
    std::string digits = Whole(abs(coefficient)).str();
    const auto after_point = static_cast<std::size_t>(places);
    if (digits.size() <= after_point) digits.insert(0, after_point + 1 - digits.size(), '0');
    if (places > 0) digits.insert(digits.size() - after_point, 1, '.');
    return Decimal::parse(coefficient < 0 ? "-" + digits : digits);
}

}  // namespace

Ratio exact(const Decimal& decimal) {
    std::string digits = decimal.to_string();
    std::erase(digits, '.');
    const bool negative = digits.front() == '-';
    // A leading zero would make Boost read the digits as octal.
    digits.erase(0, digits.find_first_not_of("-0"));
    const Whole coefficient(digits.empty() ? "0" : digits);
    return Ratio(negative ? Whole(-coefficient) : coefficient, power_of_ten(decimal.places()));
}

Decimal rounded(const Ratio& ratio, int places, Rounding rounding) {
    const Whole bottom = denominator(ratio);
    Whole quotient;
    Whole rest;
    divide_qr(Whole(abs(numerator(ratio)) * power_of_ten(places)), bottom, quotient, rest);
    const int against_half = Whole(rest * 2).compare(bottom);
    const bool up = rounding == Rounding::half_up     ? against_half >= 0
                    : rounding == Rounding::half_even ? against_half > 0 || (against_half == 0 && bit_test(quotient, 0))
                                                      : false;
    if (up) ++quotient;
    if (ratio < 0) quotient = -quotient;
    if (const auto decimal = decimal_of(quotient, places)) return *decimal;
    throw DataError(
        Problem{"decimal-overflow", "a value is too large for an exact decimal", {}, "Use smaller numbers."});
}

std::optional<Decimal> as_decimal(const Ratio& ratio) {
    Whole rest = denominator(ratio);
    int twos = 0;
    int fives = 0;
    for (; rest % 2 == 0; rest /= 2) ++twos;
    for (; rest % 5 == 0; rest /= 5) ++fives;
    const int places = std::max(twos, fives);
    if (rest != 1 || places > Decimal::max_places) return std::nullopt;
    return decimal_of(Whole(numerator(ratio) * power_of_ten(places) / denominator(ratio)), places);
}

Ratio growth(const Decimal& percent) {
    return 1 + exact(percent) / 100;
}

}  // namespace ontrack::inline v0::detail
