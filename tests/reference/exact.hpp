#pragma once

#include <random>
#include <string>

#include <boost/multiprecision/cpp_int.hpp>

#include <ontrack/base/decimal.hpp>

/// The slow, obvious twin of a decimal: a fraction of two integers without limit.
namespace reference {

using Integer = boost::multiprecision::cpp_int;
using Fraction = boost::multiprecision::cpp_rational;

inline Integer power_of_ten(int exponent) {
    Integer power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

inline Fraction exact(const ontrack::Decimal& decimal) {
    Integer digits = 0;
    for (const char c : decimal.to_string()) {
        if (c >= '0' && c <= '9') digits = digits * 10 + (c - '0');
    }
    return Fraction(decimal.sign() < 0 ? Integer(-digits) : digits, power_of_ten(decimal.places()));
}

/// The nearest multiple of 10^−places, found by comparing the distances to the two neighbours.
inline Fraction rounded(const Fraction& value, int places, ontrack::Rounding rounding) {
    const Fraction size = abs(value) * power_of_ten(places);
    const Integer below = numerator(size) / denominator(size);
    const Fraction over = size - below;
    const Fraction under = below + 1 - size;
    bool up = over > under;
    if (over == under) up = rounding == ontrack::Rounding::half_up || below % 2 == 1;
    if (rounding == ontrack::Rounding::down) up = false;
    const Fraction result(up ? Integer(below + 1) : below, power_of_ten(places));
    return value < 0 ? Fraction(-result) : result;
}

/// A decimal with a random number of digits (1 to `digits`) and places (0 to `places`).
template <class Generator>
ontrack::Decimal random_decimal(Generator& generator, int digits, int places) {
    std::uniform_int_distribution<int> digit(0, 9);
    const int n = std::uniform_int_distribution<int>(1, digits)(generator);
    std::string text = generator() % 2 == 0 ? "-" : "";
    for (int i = 0; i < n; ++i) text += static_cast<char>('0' + digit(generator));
    text += "e-" + std::to_string(std::uniform_int_distribution<int>(0, places)(generator));
    return ontrack::Decimal::from_string(text);
}

}  // namespace reference
