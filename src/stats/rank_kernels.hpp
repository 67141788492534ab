#pragma once

#include <cstddef>
#include <cstdint>

namespace ontrack::inline v0::stats::detail {

/// Keys that are ranked at once: more are sorted in runs of as many.
inline constexpr std::size_t rank_run = 128;

/// Writes the place of each key in the stable order of them all, and returns how many pairs are the wrong way round. Every
/// pair is compared, many to an instruction: quicker than a merge for so few. \pre size ≤ rank_run and a multiple of 4; `keys`
/// may end in NaN, which count as above all others
using RankKeys = std::size_t(const double* keys, std::size_t size, std::int64_t* place) noexcept;

RankKeys rank_keys_baseline, rank_keys_avx2;

/// For the processor that runs the program.
RankKeys* rank_keys() noexcept;

}  // namespace ontrack::inline v0::stats::detail
