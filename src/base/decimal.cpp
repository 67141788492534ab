#include <ontrack/base/decimal.hpp>

#include <algorithm>

#include <ontrack/base/error.hpp>

#include "base/wide_decimal.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

using detail::power_of_ten;
using detail::WideDecimal;
using Integer = WideDecimal::Integer;

Integer rounded_quotient(const Integer& numerator, const Integer& denominator, Rounding rounding) {
    Integer quotient;
    Integer remainder;
    boost::multiprecision::divide_qr(numerator, denominator, quotient, remainder);  // towards zero
    const int half = Integer(2 * abs(remainder)).compare(abs(denominator));
    const bool away = rounding == Rounding::half_up     ? half >= 0
                      : rounding == Rounding::half_even ? half > 0 || (half == 0 && quotient % 2 != 0)
                                                        : false;
    if (away) quotient += (numerator < 0) == (denominator < 0) ? 1 : -1;
    return quotient;
}

void check_places(int places) {
    if (places < 0 || places > Decimal::max_places) {
        throw DataError(Problem{"places-out-of-range",
                                std::to_string(places) + " is no number of decimal places",
                                {},
                                "Ask for 0 to " + std::to_string(Decimal::max_places) + " places."});
    }
}

}  // namespace

Decimal Decimal::rounded(int places, Rounding rounding) const {
    check_places(places);
    if (places >= places_) return *this;
    return WideDecimal(rounded_quotient(coefficient_, power_of_ten(places_ - places), rounding), places)
        .narrow_or_throw("a rounded number");
}

Decimal Decimal::operator-() const {
    return {-coefficient_, places_};
}

Decimal operator+(const Decimal& a, const Decimal& b) {
    const WideDecimal x(a);
    const WideDecimal y(b);
    const int places = std::max(x.places, y.places);
    return WideDecimal(x.scaled_to(places) + y.scaled_to(places), places).narrow_or_throw("a sum");
}

Decimal operator-(const Decimal& a, const Decimal& b) {
    return a + -b;
}

Decimal operator*(const Decimal& a, const Decimal& b) {
    const WideDecimal x(a);
    const WideDecimal y(b);
    return WideDecimal(x.coefficient * y.coefficient, x.places + y.places).narrow_or_throw("a product");
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const int places = std::max(a.places(), b.places());
    return WideDecimal(a).scaled_to(places).compare(WideDecimal(b).scaled_to(places)) <=> 0;
}

Decimal divided(const Decimal& numerator, const Decimal& denominator, int places, Rounding rounding) {
    check_places(places);
    if (denominator.sign() == 0) {
        throw DataError(Problem{"division-by-zero",
                                numerator.to_string() + " cannot be divided by zero",
                                {},
                                "Give a denominator that is not zero."});
    }
    const WideDecimal n(numerator);
    const WideDecimal d(denominator);
    // n / d in units of the last place wanted, as a ratio of two integers.
    const int shift = places + d.places - n.places;
    const Integer quotient = shift >= 0
                                 ? rounded_quotient(n.coefficient * power_of_ten(shift), d.coefficient, rounding)
                                 : rounded_quotient(n.coefficient, d.coefficient * power_of_ten(-shift), rounding);
    return WideDecimal(quotient, places).narrow_or_throw("a quotient");
}

std::strong_ordering compare_ratios(const Decimal& a, const Decimal& b, const Decimal& c, const Decimal& d) {
    if (b.sign() <= 0 || d.sign() <= 0) {
        throw DataError(
            Problem{"denominator-not-positive",
                    "ratios are compared over positive denominators, not over " + (b.sign() <= 0 ? b : d).to_string(),
                    {},
                    "Give denominators above zero."});
    }
    const WideDecimal left(WideDecimal(a).coefficient * WideDecimal(d).coefficient, a.places() + d.places());
    const WideDecimal right(WideDecimal(c).coefficient * WideDecimal(b).coefficient, c.places() + b.places());
    const int places = std::max(left.places, right.places);
    return left.scaled_to(places).compare(right.scaled_to(places)) <=> 0;
}

}  // namespace v0
}  // namespace ontrack
