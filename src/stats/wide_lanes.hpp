#pragma once

#include <cmath>
#include <cstddef>
#include <utility>

#include "stats/wide.hpp"

namespace ontrack::inline v0::stats::detail {
namespace {

/// from[0], from[1], … one to a lane; the last is repeated where there are fewer. \pre count > 0
[[maybe_unused]] inline Wide load(const double* from, std::size_t count) noexcept {
    Wide x = wide(0.0);
    for (std::size_t i = 0; i < wide_lanes; ++i) x[i] = from[i < count ? i : count - 1];
    return x;
}
[[maybe_unused]] inline void store(Wide x, double* to, std::size_t count) noexcept {
    for (std::size_t i = 0; i < wide_lanes; ++i)
        if (i < count) to[i] = x[i];
}
#if defined(__GNUC__) && __has_builtin(__builtin_shufflevector)
/// Swaps, of two rows, the halves of each pair of blocks of `step` lanes that are on the wrong side of the diagonal.
template <std::size_t step, std::size_t... lane>
void swap_blocks(Wide& above, Wide& below, std::index_sequence<lane...>) noexcept {
    const Wide a = above, b = below;
    above = __builtin_shufflevector(a, b, ((lane & step) ? wide_lanes + lane - step : lane)...);
    below = __builtin_shufflevector(a, b, ((lane & step) ? wide_lanes + lane : lane + step)...);
}
template <std::size_t step = 1>
void transpose(Wide (&rows)[wide_lanes]) noexcept {
    if constexpr (step < wide_lanes) {
        for (std::size_t i = 0; i < wide_lanes; ++i)
            if (!(i & step)) swap_blocks<step>(rows[i], rows[i | step], std::make_index_sequence<wide_lanes>());
        transpose<2 * step>(rows);
    }
}
#else
/// Rows become columns.
inline void transpose(Wide (&rows)[wide_lanes]) noexcept {
    for (std::size_t i = 0; i < wide_lanes; ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            const double below = rows[i][j];
            rows[i][j] = rows[j][i];
            rows[j][i] = below;
        }
    }
}
#endif
[[maybe_unused]] inline Wide smaller(Wide x, Wide y) noexcept {
    return select(x < y, x, y);
}
[[maybe_unused]] inline Wide larger(Wide x, Wide y) noexcept {
    return select(x > y, x, y);
}
[[maybe_unused]] inline Wide size_of(Wide x) noexcept {
    return larger(x, -x);
}
[[maybe_unused]] inline Wide root_of(Wide x) noexcept {
    Wide root = x;
    for (std::size_t i = 0; i < wide_lanes; ++i) root[i] = std::sqrt(x[i]);
    return root;
}

}  // namespace
}  // namespace ontrack::inline v0::stats::detail
