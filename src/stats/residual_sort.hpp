#pragma once

#include <algorithm>
#include <cstddef>
#include <utility>

#include "stats/pair_slopes.hpp"

namespace ontrack::inline v0::stats::detail {

inline constexpr std::size_t short_run = 4;

/// Sorts [first, last) by key, equal keys in the order found, and counts the pairs that were the wrong way round.
inline std::size_t sort_run(PairRoom::Residual* first, PairRoom::Residual* last) noexcept {
    std::size_t moves = 0;
    for (PairRoom::Residual* i = first + 1; i < last; ++i) {
        const PairRoom::Residual moved = *i;
        PairRoom::Residual* j = i;
        for (; j != first && moved.key < (j - 1)->key; --j) *j = *(j - 1);
        *j = moved;
        moves += static_cast<std::size_t>(i - j);
    }
    return moves;
}

inline std::size_t merge(const PairRoom::Residual* left, const PairRoom::Residual* middle,
                         const PairRoom::Residual* last, PairRoom::Residual* out) noexcept {
    std::size_t inversions = 0;
    const PairRoom::Residual* right = middle;
    while (left != middle && right != last) {
        // Which side is next is a coin toss that no processor foresees, so nothing branches on it.
        const std::ptrdiff_t take_right = right->key < left->key;
        *out++ = left[(right - left) & -take_right];
        inversions += static_cast<std::size_t>((middle - left) & -take_right);
        right += take_right;
        left += 1 - take_right;
    }
    std::copy(right, last, std::copy(left, middle, out));
    return inversions;
}

/// Sorts a group by key, stably, and counts its inversions: a merge sort. `spare` is room for as many.
inline std::size_t sort_group(PairRoom::Residual* values, PairRoom::Residual* spare, std::size_t size) noexcept {
    std::size_t inversions = 0;
    for (std::size_t i = 0; i < size; i += short_run)
        inversions += sort_run(values + i, values + std::min(i + short_run, size));
    PairRoom::Residual* from = values;
    PairRoom::Residual* to = spare;
    for (std::size_t run = short_run; run < size; run *= 2) {
        for (std::size_t i = 0; i < size; i += 2 * run)
            inversions += merge(from + i, from + std::min(i + run, size), from + std::min(i + 2 * run, size), to + i);
        std::swap(from, to);
    }
    if (from != values) std::copy(from, from + size, values);
    return inversions;
}

}  // namespace ontrack::inline v0::stats::detail
