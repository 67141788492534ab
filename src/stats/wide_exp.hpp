#pragma once

#include <cmath>
#include <cstddef>

#include "stats/wide.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

#if defined(__GNUC__)
/// x times two to the power that `shifted` holds in its last bits.
[[maybe_unused]] inline Wide times_power(Wide x, Wide shifted) noexcept {
    const WideMask bits = reinterpret_cast<const WideMask&>(x) + (reinterpret_cast<const WideMask&>(shifted) << 52);
    return reinterpret_cast<const Wide&>(bits);
}
#else
inline Wide times_power(const Wide& x, const Wide& shifted) noexcept {
    Wide result;
    for (std::size_t i = 0; i < wide_lanes; ++i) result[i] = std::ldexp(x[i], static_cast<int>(shifted[i] - 0x1.8p52));
    return result;
}
#endif

/// eˣ for |x| ≤ 700 (beyond, that of ±700), to about one unit in the last place. Written out, so that every lane is rounded
/// alike on every processor.
[[maybe_unused]] inline Wide exp_of(Wide any_x) noexcept {
    constexpr double ln_2_high = 0x1.62e42fee00000p-1;  // its last bits are 0: times a whole number it is exact
    constexpr double ln_2_low = 0x1.a39ef35793c76p-33;
    constexpr double whole = 0x1.8p52;  // a number added to it is rounded to a whole one, which its last bits hold
    const Wide x = select(any_x > 700.0, wide(700.0), select(any_x < -700.0, wide(-700.0), any_x));
    const Wide shifted = x * 0x1.71547652b82fep0 + whole;
    const Wide k = shifted - whole;
    const Wide r = (x - k * ln_2_high) - k * ln_2_low;
    // Taylor's series: |r| ≤ ln 2/2, and r¹⁴/14! is below 5e-18. Even and odd powers apart, for speed.
    const Wide s = r * r;
    const Wide even =
        1.0 / 2 + s * (1.0 / 24 + s * (1.0 / 720 + s * (1.0 / 40320 + s * (1.0 / 3628800 + s * (1.0 / 479001600)))));
    const Wide odd =
        1.0 / 6 +
        s * (1.0 / 120 + s * (1.0 / 5040 + s * (1.0 / 362880 + s * (1.0 / 39916800 + s * (1.0 / 6227020800)))));
    return times_power(1.0 + (r + s * (even + r * odd)), shifted);
}

}  // namespace
}  // namespace ontrack::inline v0::stats::detail
