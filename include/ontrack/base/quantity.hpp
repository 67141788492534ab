#pragma once

#include <ontrack/base/decimal.hpp>

namespace ontrack {
inline namespace v0 {

/// A number of hundredths: `Percent{Decimal{60}}` is 60 %. Never silently a fraction.
struct Percent {
    Decimal value;

    explicit Percent(Decimal hundredths) : value(hundredths) {}
    /// 60 % as 0.6, exactly.
    [[nodiscard]] Decimal fraction() const { return value * Decimal::from_string("0.01"); }
    friend auto operator<=>(const Percent&, const Percent&) = default;
    friend bool operator==(const Percent&, const Percent&) = default;
};

/// A probability from 0 to 1. Throws `DataError` (`not-a-probability`) outside it or for NaN.
class ONTRACK_EXPORT Probability {
public:
    explicit Probability(double value);
    [[nodiscard]] double value() const noexcept { return value_; }
    [[nodiscard]] Probability complement() const { return Probability(1.0 - value_); }
    friend auto operator<=>(const Probability&, const Probability&) = default;

private:
    double value_;
};

}  // namespace v0
}  // namespace ontrack
