#pragma once

#include <optional>

#include <boost/multiprecision/cpp_int.hpp>

#include <ontrack/base/decimal.hpp>

namespace ontrack::inline v0::detail {

/// An exact ratio of whole numbers of any size: what the rules of a plan are worked out in before anything is rounded.
using Ratio = boost::multiprecision::cpp_rational;

[[nodiscard]] Ratio exact(const Decimal& decimal);
/// The ratio cut to `places`. Throws `DataError` (`decimal-overflow`) when that is no `Decimal`.
[[nodiscard]] Decimal rounded(const Ratio& ratio, int places, Rounding rounding);
/// The ratio as a decimal, where it is one and fits.
[[nodiscard]] std::optional<Decimal> as_decimal(const Ratio& ratio);
/// 1 + percent / 100
[[nodiscard]] Ratio growth(const Decimal& percent);

}  // namespace ontrack::inline v0::detail
