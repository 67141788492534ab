#pragma once

#include <optional>
#include <string>
#include <utility>

#include <boost/multiprecision/cpp_int.hpp>

#include <ontrack/base/decimal.hpp>
#include <ontrack/base/error.hpp>

namespace ontrack {
inline namespace v0 {
namespace detail {

[[noreturn]] inline void throw_overflow(const std::string& what) {
    throw DataError(Problem{"decimal-overflow",
                            what + " needs more than 38 digits or 30 decimal places",
                            {},
                            "Round the numbers that go into it to fewer places."});
}

[[nodiscard]] inline boost::multiprecision::int512_t power_of_ten(int exponent) {
    return boost::multiprecision::pow(boost::multiprecision::int512_t(10), static_cast<unsigned>(exponent));
}

/// A decimal on its way: any integer coefficient, any number of places.
struct WideDecimal {
    // The longest number is a cross product of ratios: two coefficients of 127 bits and 10^60 of 200 bits make 454.
    using Integer = boost::multiprecision::int512_t;
    static constexpr int max_digits = 38;

    Integer coefficient;
    int places = 0;

    WideDecimal(Integer c, int p) : coefficient(std::move(c)), places(p) {}
    explicit WideDecimal(const Decimal& decimal) : coefficient(decimal.coefficient_), places(decimal.places_) {}

    Integer scaled_to(int more_places) const { return coefficient * power_of_ten(more_places - places); }

    /// Normal form, or empty when it does not fit.
    std::optional<Decimal> narrow() && {
        while (places > 0 && (places > Decimal::max_places || coefficient % 10 == 0)) {
            if (coefficient % 10 != 0) return std::nullopt;
            coefficient /= 10;
            --places;
        }
        if (abs(coefficient) >= power_of_ten(max_digits)) return std::nullopt;
        return Decimal(static_cast<Decimal::Coefficient>(coefficient), places);
    }
    Decimal narrow_or_throw(const char* what) && {
        const auto narrowed = std::move(*this).narrow();
        if (!narrowed) throw_overflow(what);
        return *narrowed;
    }
};

}  // namespace detail
}  // namespace v0
}  // namespace ontrack
