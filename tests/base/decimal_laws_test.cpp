#include <cmath>
#include <limits>
#include <random>

#include <gtest/gtest.h>

#include <ontrack/base/error.hpp>

#include "reference/exact.hpp"

namespace {

using ontrack::compare_ratios;
using ontrack::Decimal;
using ontrack::divided;
using ontrack::Rounding;
using reference::exact;
using reference::Fraction;
using reference::random_decimal;

constexpr int rounds = 3000;

int sign(std::strong_ordering order) {
    return order < 0 ? -1 : order > 0 ? 1 : 0;
}

bool fits(const Fraction& value) {
    const Fraction scaled = value * reference::power_of_ten(Decimal::max_places);
    if (denominator(scaled) != 1) return false;
    int places = Decimal::max_places;
    auto coefficient = reference::Integer(abs(numerator(scaled)));
    for (; places > 0 && coefficient % 10 == 0; --places) coefficient /= 10;
    return coefficient < reference::power_of_ten(38);
}

/// The result equals the exact one, or throws just when the exact one does not fit.
template <class Operation>
void expect_exact(const Fraction& expected, Operation operation) {
    try {
        const Decimal result = operation();
        EXPECT_EQ(exact(result), expected);
        EXPECT_TRUE(result.is_integer() || result.to_string().back() != '0');
    } catch (const ontrack::DataError& error) {
        EXPECT_EQ(error.code(), "decimal-overflow");
        EXPECT_FALSE(fits(expected)) << expected;
    }
}

TEST(DecimalLaws, ArithmeticIsExactOrThrows) {
    std::mt19937_64 generator(1);
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = random_decimal(generator, i % 2 == 0 ? 38 : 20, 30);
        const Decimal b = random_decimal(generator, i % 3 == 0 ? 38 : 18, 30);
        expect_exact(exact(a) + exact(b), [&] { return a + b; });
        expect_exact(exact(a) - exact(b), [&] { return a - b; });
        expect_exact(exact(a) * exact(b), [&] { return a * b; });
    }
}

TEST(DecimalLaws, RingLawsHold) {
    std::mt19937_64 generator(2);
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = random_decimal(generator, 10, 8);
        const Decimal b = random_decimal(generator, 10, 8);
        const Decimal c = random_decimal(generator, 10, 8);
        EXPECT_EQ(a + b, b + a);
        EXPECT_EQ((a + b) + c, a + (b + c));
        EXPECT_EQ(a * b, b * a);
        EXPECT_EQ((a * b) * c, a * (b * c));
        EXPECT_EQ(a * (b + c), a * b + a * c);
        EXPECT_EQ(a - a, Decimal{});
        EXPECT_EQ(a + -b, a - b);
        EXPECT_EQ(a * 1, a);
    }
}

TEST(DecimalLaws, OrderAgreesWithTheFractions) {
    std::mt19937_64 generator(3);
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = random_decimal(generator, 38, 30);
        const Decimal b = random_decimal(generator, i % 2 == 0 ? 38 : 2, i % 2 == 0 ? 30 : 1);
        EXPECT_EQ(sign(a <=> b), exact(a).compare(exact(b)));
        EXPECT_EQ(a == b, exact(a) == exact(b));
    }
}

TEST(DecimalLaws, RatiosCompareLikeFractions) {
    std::mt19937_64 generator(4);
    for (int i = 0; i < rounds; ++i) {
        const int digits = i % 2 == 0 ? 38 : 2;
        const auto positive = [&] {
            const Decimal value = random_decimal(generator, digits, 30);
            return value.sign() == 0 ? Decimal{1} : value.sign() < 0 ? -value : value;
        };
        const Decimal a = random_decimal(generator, digits, 30);
        const Decimal b = positive();
        const Decimal c = random_decimal(generator, digits, 30);
        const Decimal d = positive();
        EXPECT_EQ(sign(compare_ratios(a, b, c, d)), Fraction(exact(a) / exact(b)).compare(exact(c) / exact(d)));
        EXPECT_EQ(compare_ratios(a, b, a, b), std::strong_ordering::equal);
    }
}

TEST(DecimalLaws, RoundingTakesTheNearestNeighbour) {
    std::mt19937_64 generator(5);
    for (int i = 0; i < rounds; ++i) {
        const int places = i % 31;
        const Decimal a = random_decimal(generator, i % 2 == 0 ? 30 : 4, 30);
        const Decimal b = random_decimal(generator, i % 2 == 0 ? 30 : 2, 4);
        for (const Rounding rounding : {Rounding::half_up, Rounding::half_even, Rounding::down}) {
            EXPECT_EQ(exact(a.rounded(places, rounding)), reference::rounded(exact(a), places, rounding));
            if (b.sign() == 0) continue;
            const Fraction quotient = reference::rounded(exact(a) / exact(b), places, rounding);
            expect_exact(quotient, [&] { return divided(a, b, places, rounding); });
        }
    }
}

TEST(DecimalLaws, TextAndDoublesComeBack) {
    std::mt19937_64 generator(6);
    std::uniform_real_distribution<double> magnitude(-12.0, 22.0);
    for (int i = 0; i < rounds; ++i) {
        const Decimal a = random_decimal(generator, 38, 30);
        EXPECT_EQ(Decimal::from_string(a.to_string()), a);
        // No double lies nearer than the one that is given.
        const double x = a.to_double();
        const auto distance = [&](double y) { return Fraction(abs(Fraction(y) - exact(a))); };
        EXPECT_LE(distance(x), distance(std::nextafter(x, std::numeric_limits<double>::infinity())));
        EXPECT_LE(distance(x), distance(std::nextafter(x, -std::numeric_limits<double>::infinity())));

        const double y = (i % 2 == 0 ? 1 : -1) * std::pow(10.0, magnitude(generator));
        EXPECT_EQ(Decimal::from_double(y).to_double(), y);
    }
}

}  // namespace
