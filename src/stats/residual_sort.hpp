#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>

#include "stats/pair_slopes.hpp"
#include "stats/rank_kernels.hpp"

namespace ontrack::inline v0::stats::detail {

/// Writes the points first … first + size − 1 to `out` in the order of key(point), equal keys in the order of the points, and
/// counts the pairs that were the wrong way round. \pre size ≤ rank_run
template <class Key>
std::size_t sort_run(std::size_t first, std::size_t size, PairRoom::Residual* out, RankKeys* rank, Key key) noexcept {
    std::array<double, rank_run> keys;
    std::array<std::int64_t, rank_run> place;
    const std::size_t filled = (size + 3) / 4 * 4;
    for (std::size_t i = 0; i < size; ++i) keys[i] = key(first + i);
    for (std::size_t i = size; i < filled; ++i) keys[i] = std::numeric_limits<double>::quiet_NaN();
    const std::size_t inversions = rank(keys.data(), filled, place.data());
    for (std::size_t i = 0; i < size; ++i) out[place[i]] = {keys[i], static_cast<std::uint32_t>(first + i)};
    return inversions;
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

/// The same for any number of points: a merge sort of runs. `spare` is room for as many.
template <class Key>
std::size_t sort_group(std::size_t first, std::size_t size, PairRoom::Residual* out, PairRoom::Residual* spare,
                       RankKeys* rank, Key key) noexcept {
    PairRoom::Residual* from = out;
    PairRoom::Residual* to = spare;
    for (std::size_t run = rank_run; run < size; run *= 2)
        std::swap(from, to);  // so that the last merge writes to `out`
    std::size_t inversions = 0;
    for (std::size_t i = 0; i < size; i += rank_run)
        inversions += sort_run(first + i, std::min(rank_run, size - i), from + i, rank, key);
    for (std::size_t run = rank_run; run < size; run *= 2) {
        for (std::size_t i = 0; i < size; i += 2 * run)
            inversions += merge(from + i, from + std::min(i + run, size), from + std::min(i + 2 * run, size), to + i);
        std::swap(from, to);
    }
    return inversions;
}

}  // namespace ontrack::inline v0::stats::detail
