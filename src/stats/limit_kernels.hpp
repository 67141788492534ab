#pragma once

#include <cstddef>

#include "stats/limit_formulas.hpp"

namespace ontrack::inline v0::stats::detail {

// Limits of a block of elements, many to an instruction, with the bits of the formulas in limit_formulas.hpp. The first two
// say whether every element was in the method's domain; if not, the caller goes element by element.

using WilsonBlock = bool(const double* x, const double* n, std::size_t size, double z, double* lower,
                         double* upper) noexcept;
using ByarBlock = bool(const double* x, std::size_t size, double z, double* lower, double* upper) noexcept;
/// out[i] = gamma_expansion(x[i] + more, terms), a number only where that shape is above 1.
using GammaBlock = void(const double* x, std::size_t size, double more, const double (&terms)[gamma_terms],
                        double* out) noexcept;

WilsonBlock wilson_block_baseline, wilson_block_avx2;
ByarBlock byar_block_baseline, byar_block_avx2;
GammaBlock gamma_block_baseline, gamma_block_avx2;

/// For the processor that runs the program.
WilsonBlock* wilson_block() noexcept;
ByarBlock* byar_block() noexcept;
GammaBlock* gamma_block() noexcept;

/// Elements in a block: its columns stay in the first-level cache.
inline constexpr std::size_t block_size = 512;

}  // namespace ontrack::inline v0::stats::detail
