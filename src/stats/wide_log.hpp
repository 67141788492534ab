#pragma once

#include <cstdint>

#include "stats/wide.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

#if defined(__GNUC__)
typedef unsigned long long WideBits __attribute__((vector_size(8 * wide_lanes), may_alias));  // NOLINT

/// x = rest · 2^power with √½ ≤ rest < √2, x > 0 and normal.
[[maybe_unused]] inline void split_power(Wide x, Wide& rest, Wide& power) noexcept {
    constexpr unsigned long long root_half = 0x3FE6A09E667F3BCD, mantissa = 0x000FFFFFFFFFFFFF;
    constexpr unsigned long long bias = 1024ULL << 52, two_to_52 = 0x4330000000000000;
    const WideBits above = reinterpret_cast<const WideBits&>(x) - root_half;
    const WideBits whole = ((above + bias) >> 52) | two_to_52;
    const WideBits part = (above & mantissa) + root_half;
    power = reinterpret_cast<const Wide&>(whole) - (0x1p52 + 1024.0);
    rest = reinterpret_cast<const Wide&>(part);
}
#else
inline void split_power(const Wide& x, Wide& rest, Wide& power) noexcept {
    for (std::size_t i = 0; i < wide_lanes; ++i) {
        int exponent = 0;
        double part = std::frexp(x[i], &exponent);
        if (part < 0.70710678118654752440) {
            part *= 2.0;
            --exponent;
        }
        rest[i] = part;
        power[i] = exponent;
    }
}
#endif

/// ln x, x > 0 and normal, to about 1e-15: ln of the power of two and 2·artanh((r − 1)/(r + 1)) of the rest. Written out, so
/// that every lane is rounded alike on every processor.
[[maybe_unused]] inline Wide log_of(Wide x) noexcept {
    constexpr double ln2 = 0.69314718055994530942;
    Wide rest, power;
    split_power(x, rest, power);
    const Wide z = (rest - 1.0) / (rest + 1.0);
    const Wide w = z * z;
    const Wide even = 1.0 / 3.0 + w * (1.0 / 5.0 + w * (1.0 / 7.0 + w * (1.0 / 9.0 + w * (1.0 / 11.0))));
    const Wide w4 = w * w * (w * w) * w;
    const Wide far = 1.0 / 13.0 + w * (1.0 / 15.0 + w * (1.0 / 17.0 + w * (1.0 / 19.0)));
    return power * ln2 + 2.0 * (z + z * (w * even + w4 * w * far));
}

}  // namespace
}  // namespace ontrack::inline v0::stats::detail
