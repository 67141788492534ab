#include <ontrack/base/decimal.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "reference/code_of.hpp"

namespace {

using ontrack::compare_ratios;
using ontrack::Decimal;
using ontrack::divided;
using ontrack::Rounding;
using reference::code_of;

Decimal d(const char* text) {
    return Decimal::from_string(text);
}

const std::string largest(38, '9');

TEST(Decimal, ReadsPlainAndExponentNotation) {
    const std::array<std::array<const char*, 2>, 18> cases{{{"-12.50", "-12.5"},
                                                            {"1e3", "1000"},
                                                            {".5", "0.5"},
                                                            {"+.5", "0.5"},
                                                            {"0", "0"},
                                                            {"-0", "0"},
                                                            {"-0.000", "0"},
                                                            {"0e999999999999", "0"},
                                                            {"0e-999999999999", "0"},
                                                            {"007", "7"},
                                                            {"010", "10"},
                                                            {"1664.19", "1664.19"},
                                                            {"1.2E+2", "120"},
                                                            {"12e-1", "1.2"},
                                                            {"100e-2", "1"},
                                                            {"0.00012e5", "12"},
                                                            {"1e-30", "0.000000000000000000000000000001"},
                                                            {"1e37", "10000000000000000000000000000000000000"}}};
    for (const auto& [text, plain] : cases) EXPECT_EQ(d(text).to_string(), plain) << text;
    EXPECT_EQ(d(largest.c_str()).to_string(), largest);
    EXPECT_EQ(d(("0.5" + std::string(500, '0')).c_str()).to_string(), "0.5");
}

TEST(Decimal, RefusesEverythingElse) {
    for (const char* text : {"",
                             " ",
                             " 1",
                             "1 ",
                             "+",
                             "-",
                             ".",
                             "5.",
                             "-.",
                             "1..2",
                             "1.2.3",
                             "1,5",
                             "1,000",
                             "1'000",
                             "--1",
                             "+-1",
                             "1e",
                             "1e+",
                             "1e1.5",
                             "e5",
                             ".e5",
                             "1e+-5",
                             "1e-+5",
                             "0x10",
                             "1p3",
                             "inf",
                             "-inf",
                             "nan",
                             "NaN",
                             "Infinity",
                             "1f",
                             "12a",
                             "٣",
                             "½",
                             "1e38",
                             "1e-31",
                             "1e999999999999",
                             "1e-999999999999"}) {
        EXPECT_EQ(Decimal::parse(text), std::nullopt) << text;
        EXPECT_EQ(code_of([&] { return d(text); }), "not-a-decimal") << text;
    }
    EXPECT_EQ(Decimal::parse("1" + largest), std::nullopt);
    EXPECT_EQ(Decimal::parse("0." + std::string(30, '0') + "1"), std::nullopt);
    EXPECT_EQ(Decimal::parse(std::string_view("1\0", 2)), std::nullopt);
}

TEST(Decimal, HasOneNormalForm) {
    EXPECT_EQ(d("2.50"), d("2.5"));
    EXPECT_EQ(d("2.50").places(), 1);
    EXPECT_EQ((d("0.25") * d("4")).places(), 0);
    EXPECT_EQ((d("1.5") - d("1.5")).places(), 0);
    EXPECT_TRUE((d("0.5") + d("0.5")).is_integer());
    EXPECT_EQ(-Decimal{}, Decimal{0});
    EXPECT_EQ(d("-0.1").sign(), -1);
    EXPECT_EQ(Decimal{std::numeric_limits<std::int64_t>::min()}.to_string(), "-9223372036854775808");
}

TEST(Decimal, ReadsADoubleAsItsShortestDecimal) {
    EXPECT_EQ(Decimal::from_double(0.1).to_string(), "0.1");
    EXPECT_EQ(Decimal::from_double(-0.0), Decimal{0});
    EXPECT_EQ(Decimal::from_double(1664.19).to_string(), "1664.19");
    EXPECT_EQ(Decimal::from_double(1e22).to_string(), "10000000000000000000000");
    EXPECT_EQ(Decimal::from_double(1e-7).to_string(), "0.0000001");
    EXPECT_EQ(code_of([] { return Decimal::from_double(std::nan("")); }), "not-a-decimal");
    EXPECT_EQ(code_of([] { return Decimal::from_double(HUGE_VAL); }), "not-a-decimal");
    EXPECT_EQ(code_of([] { return Decimal::from_double(1e300); }), "decimal-overflow");
    EXPECT_EQ(code_of([] { return Decimal::from_double(5e-324); }), "decimal-overflow");
}

TEST(Decimal, PrintsAsManyPlacesAsAsked) {
    EXPECT_EQ(d("1664.19").to_string(0), "1664");
    EXPECT_EQ(d("1664.19").to_string(1), "1664.2");
    EXPECT_EQ(d("1664.19").to_string(4), "1664.1900");
    EXPECT_EQ(d("-3").to_string(2), "-3.00");
    EXPECT_EQ(d("-0.04").to_string(1), "0.0");
    EXPECT_EQ(d("0.05").to_string(2), "0.05");
}

TEST(Decimal, RoundsTiesAsStated) {
    const std::array<std::array<const char*, 4>, 10> cases{{{"2.5", "3", "2", "2"},
                                                            {"3.5", "4", "4", "3"},
                                                            {"-2.5", "-3", "-2", "-2"},
                                                            {"-3.5", "-4", "-4", "-3"},
                                                            {"0.5", "1", "0", "0"},
                                                            {"-0.5", "-1", "0", "0"},
                                                            {"2.4999999", "2", "2", "2"},
                                                            {"2.5000001", "3", "3", "2"},
                                                            {"-2.5000001", "-3", "-3", "-2"},
                                                            {"59.99", "60", "60", "59"}}};
    for (const auto& [value, half_up, half_even, down] : cases) {
        EXPECT_EQ(d(value).rounded(0), d(half_up)) << value;
        EXPECT_EQ(d(value).rounded(0, Rounding::half_even), d(half_even)) << value;
        EXPECT_EQ(d(value).rounded(0, Rounding::down), d(down)) << value;
    }
    EXPECT_EQ(d("1.005").rounded(2), d("1.01"));  // 1.00 in doubles
    EXPECT_LT(d("59.99"), Decimal{60});
    for (const int places : {-1, 31}) {
        EXPECT_EQ(code_of([&] { return d("1.5").rounded(places); }), "places-out-of-range");
        EXPECT_EQ(code_of([&] { return d("1.5").to_string(places); }), "places-out-of-range");
        EXPECT_EQ(code_of([&] { return divided(1, 3, places); }), "places-out-of-range");
    }
}

TEST(Decimal, GivesTheTargetsOfTheDocument) {
    EXPECT_EQ(Decimal{1681} * d("0.99"), d("1664.19"));
    EXPECT_EQ(Decimal{9285} * d("0.95"), d("8820.75"));
    EXPECT_EQ((Decimal{9285} * d("0.95")).rounded(0), Decimal{8821});
    EXPECT_EQ((Decimal{1681} * d("0.99") * d("0.99") * d("0.99")).rounded(0), Decimal{1631});
    EXPECT_EQ(compare_ratios(d("48.8") - 44, Decimal{52} - 44, 3, 5), std::strong_ordering::equal);
    EXPECT_NE((48.8 - 44) / (52 - 44), 0.6);
    EXPECT_EQ(compare_ratios(d("48.79") - 44, Decimal{52} - 44, 3, 5), std::strong_ordering::less);
}

TEST(Decimal, ThrowsRatherThanRounds) {
    const Decimal most = d(largest.c_str());
    const Decimal tiny = d("1e-30");
    EXPECT_EQ(code_of([&] { return most + 1; }), "decimal-overflow");
    EXPECT_EQ(code_of([&] { return -most - 1; }), "decimal-overflow");
    EXPECT_EQ(code_of([&] { return most + tiny; }), "decimal-overflow");
    EXPECT_EQ(code_of([&] { return most * 2; }), "decimal-overflow");
    EXPECT_EQ(code_of([&] { return most * most; }), "decimal-overflow");
    EXPECT_EQ(code_of([&] { return tiny * d("0.1"); }), "decimal-overflow");
    EXPECT_EQ(code_of([&] { return divided(most, tiny, 0); }), "decimal-overflow");
    EXPECT_EQ(code_of([&] { return divided(1, 0, 2); }), "division-by-zero");
    EXPECT_EQ(code_of([&] { return compare_ratios(1, 0, 1, 2); }), "denominator-not-positive");
    EXPECT_EQ(code_of([&] { return compare_ratios(1, 2, 1, -2); }), "denominator-not-positive");
}

TEST(Decimal, OverflowsOnlyWhenTheResultDoesNotFit) {
    const Decimal tiny = d("1e-30");
    EXPECT_EQ(tiny * d("1e30"), Decimal{1});
    EXPECT_EQ(d(("0." + std::string(30, '9')).c_str()) + tiny, Decimal{1});
    // The sum of the coefficients, 2 × 10^38, is beyond 128 bits; the sum is 20.
    const std::string nines = "9." + std::string(30, '9');
    EXPECT_EQ(d(nines.c_str()) + d(nines.c_str()) + tiny + tiny, Decimal{20});
    EXPECT_EQ(d("2e37") * d("0.5"), d("1e37"));
    EXPECT_EQ(d("1.953125e-9") * d("512000000"), Decimal{1});
}

TEST(Decimal, DividesWithOneRounding) {
    EXPECT_EQ(divided(76, 3, 12).to_string(), "25.333333333333");
    EXPECT_EQ(divided(2, 3, 4), d("0.6667"));
    EXPECT_EQ(divided(-2, 3, 4), d("-0.6667"));
    EXPECT_EQ(divided(2, -3, 4, Rounding::down), d("-0.6666"));
    EXPECT_EQ(divided(1, 8, 2), d("0.13"));
    EXPECT_EQ(divided(1, 8, 2, Rounding::half_even), d("0.12"));
    EXPECT_EQ(divided(1, -8, 2), d("-0.13"));
    EXPECT_EQ(divided(0, 5, 30), Decimal{0});
    // Cut to 12 places first, this would be a tie and go up.
    EXPECT_EQ(divided(d("4.9999999999999999"), 10, 0), Decimal{0});
}

TEST(Decimal, ComparesAcrossScalesWithoutOverflow) {
    const Decimal most = d(largest.c_str());
    const Decimal tiny = d("1e-30");
    EXPECT_LT(tiny, most);
    EXPECT_LT(-most, -tiny);
    EXPECT_LT(-tiny, Decimal{0});
    EXPECT_GT(d("0.1"), d("0.09999"));
    EXPECT_EQ(d("0.10") <=> d("0.1"), std::strong_ordering::equal);
    EXPECT_EQ(compare_ratios(most, tiny, most - 1, tiny), std::strong_ordering::greater);
    EXPECT_EQ(compare_ratios(tiny, most, tiny, most - 1), std::strong_ordering::less);
    EXPECT_EQ(compare_ratios(most, tiny, most, tiny), std::strong_ordering::equal);
}

}  // namespace
