#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <ontrack/export.hpp>

namespace ontrack {
inline namespace v0 {

namespace detail {
struct WideDecimal;
}

/// How a decimal is cut to fewer places. `half_up`: a tie goes away from zero (what the boards' documents use);
/// `half_even`: a tie goes to the even digit; `down`: towards zero.
enum class Rounding : std::uint8_t { half_up, half_even, down };

/// An exact decimal of at most 38 digits, at most 30 of them after the point. Sums, differences and products are exact
/// or throw `DataError` (code `decimal-overflow`); comparisons never overflow; nothing is ever rounded unless asked.
class ONTRACK_EXPORT Decimal {
public:
    static constexpr int max_places = 30;

    constexpr Decimal() = default;
    // NOLINTBEGIN(google-explicit-constructor): a whole number is a decimal.
    constexpr Decimal(std::int64_t whole) : coefficient_(whole) {}
    constexpr Decimal(int whole) : coefficient_(whole) {}
    Decimal(double) = delete;  ///< say `Decimal::from_double` and mean it
    // NOLINTEND(google-explicit-constructor)

    /// Reads `-12.50`, `1e3`, `.5`: digits with a point, a sign and an exponent where wanted, no spaces, no words. Empty when
    /// the text is not that, or the number needs more than 38 digits or 30 places.
    [[nodiscard]] static std::optional<Decimal> parse(std::string_view text);
    /// Like `parse`, but throws `DataError` (`not-a-decimal`).
    [[nodiscard]] static Decimal from_string(std::string_view text);
    /// The shortest decimal that reads back as `value` (so 0.1 is 0.1). Throws `DataError` when not finite
    /// (`not-a-decimal`) and when it needs more than 38 digits or 30 places (`decimal-overflow`).
    [[nodiscard]] static Decimal from_double(double value);

    /// The nearest double.
    [[nodiscard]] double to_double() const;
    /// Plain notation without trailing zeros: `1664.19`, `0.5`, `-3`.
    [[nodiscard]] std::string to_string() const;
    /// Plain notation with exactly `places` places (rounded half up where it has more).
    [[nodiscard]] std::string to_string(int places) const;

    /// Throws `DataError` (`places-out-of-range`) unless 0 ≤ places ≤ 30, as do the other functions that take places.
    [[nodiscard]] Decimal rounded(int places, Rounding rounding = Rounding::half_up) const;
    [[nodiscard]] int places() const noexcept { return places_; }  ///< of the normal form: no trailing zeros
    [[nodiscard]] int sign() const noexcept { return coefficient_ < 0 ? -1 : coefficient_ > 0 ? 1 : 0; }
    [[nodiscard]] bool is_integer() const noexcept { return places_ == 0; }

    [[nodiscard]] Decimal operator-() const;
    friend ONTRACK_EXPORT Decimal operator+(const Decimal&, const Decimal&);
    friend ONTRACK_EXPORT Decimal operator-(const Decimal&, const Decimal&);
    friend ONTRACK_EXPORT Decimal operator*(const Decimal&, const Decimal&);
    friend ONTRACK_EXPORT std::strong_ordering operator<=>(const Decimal&, const Decimal&);
    friend bool operator==(const Decimal&, const Decimal&) = default;  // normal form is unique

private:
    friend struct detail::WideDecimal;
    __extension__ using Coefficient = __int128;
    constexpr Decimal(Coefficient coefficient, int places) : coefficient_(coefficient), places_(places) {}

    Coefficient coefficient_ = 0;
    int places_ = 0;
};

/// The number without its sign.
[[nodiscard]] inline Decimal abs(const Decimal& number) {
    return number.sign() < 0 ? -number : number;
}

/// Places kept of a quotient that has no end, such as 1/3.
inline constexpr int places_of_endless_decimals = 12;

/// numerator / denominator, correctly rounded to `places`. Throws `DataError` (`division-by-zero`).
[[nodiscard]] ONTRACK_EXPORT Decimal divided(const Decimal& numerator, const Decimal& denominator, int places,
                                             Rounding rounding = Rounding::half_up);

/// Compares a/b with c/d exactly. (48.8 − 44)/(52 − 44) against 3/5 is equal. Throws `DataError` (`denominator-not-positive`)
/// unless b and d are positive.
[[nodiscard]] ONTRACK_EXPORT std::strong_ordering compare_ratios(const Decimal& a, const Decimal& b, const Decimal& c,
                                                                 const Decimal& d);

}  // namespace v0
}  // namespace ontrack
