#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace ontrack::inline v0::stats::detail {

/// The median of the numbers that `visit(see)` shows to `see`, in the same order on each call; NaN of none. It needs no room:
/// the k-th number is found bit by bit by counting those below.
template <class Visit>
double median_of(Visit visit) noexcept {
    // Whole numbers in the order of the doubles.
    const auto key = [](double x) {
        const auto bits = std::bit_cast<std::uint64_t>(x + 0.0);
        return bits >> 63 ? ~bits : bits | (std::uint64_t{1} << 63);
    };
    const auto number = [](std::uint64_t k) {
        return std::bit_cast<double>(k >> 63 ? k & ~(std::uint64_t{1} << 63) : ~k);
    };
    std::size_t n = 0;
    visit([&](double) { ++n; });
    if (n == 0) return std::numeric_limits<double>::quiet_NaN();

    const std::size_t rank = (n - 1) / 2;
    std::uint64_t middle = 0;
    for (std::uint64_t bit = std::uint64_t{1} << 63; bit != 0; bit >>= 1) {
        std::size_t below = 0;
        visit([&](double x) { below += key(x) < (middle | bit); });
        if (below <= rank) middle |= bit;
    }
    if (n % 2 == 1) return number(middle);

    std::size_t at_most = 0;
    std::uint64_t next = std::numeric_limits<std::uint64_t>::max();
    visit([&](double x) {
        if (key(x) <= middle)
            ++at_most;
        else if (key(x) < next)
            next = key(x);
    });
    return at_most > rank + 1 ? number(middle) : number(middle) / 2.0 + number(next) / 2.0;
}

}  // namespace ontrack::inline v0::stats::detail
