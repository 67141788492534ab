#pragma once

#include <cstddef>

#if !defined(__GNUC__)
#include <Eigen/Core>
#elif defined(__AVX2__)
#include <immintrin.h>
#endif

// For translation units that are compiled for one processor each: nothing that the linker could merge across them.

namespace ontrack::inline v0::stats::detail {
namespace {

#if defined(__AVX512F__)
constexpr std::size_t wide_lanes = 8;
#elif defined(__AVX2__)
constexpr std::size_t wide_lanes = 4;
#else
constexpr std::size_t wide_lanes = 2;
#endif

/// The same quantity of a few series side by side, one register full. Every operation is element by element and exactly
/// rounded, so a series gets the same bits in any lane, company and processor.
#if defined(__GNUC__)
typedef double Wide __attribute__((vector_size(8 * wide_lanes), may_alias));  // NOLINT(modernize-use-using)
typedef long long WideMask __attribute__((vector_size(8 * wide_lanes), may_alias));  // NOLINT(modernize-use-using)

[[maybe_unused]] inline Wide wide(double x) noexcept {
    return x - Wide{};
}
[[maybe_unused]] inline Wide select(WideMask condition, Wide yes, Wide no) noexcept {
    return condition ? yes : no;
}
[[maybe_unused]] inline bool any(WideMask condition) noexcept {
#if defined(__AVX512F__)
    const auto bits = reinterpret_cast<__m512i>(condition);
    return _mm512_test_epi64_mask(bits, bits) != 0;
#elif defined(__AVX2__)
    const auto bits = reinterpret_cast<__m256i>(condition);
    return _mm256_testz_si256(bits, bits) == 0;
#else
    return (condition[0] | condition[1]) != 0;
#endif
}
#else
using Wide = Eigen::Array<double, wide_lanes, 1>;
using WideMask = Eigen::Array<bool, wide_lanes, 1>;

inline Wide wide(double x) noexcept {
    return Wide::Constant(x);
}
inline Wide select(const WideMask& condition, const Wide& yes, const Wide& no) noexcept {
    return condition.select(yes, no);
}
inline bool any(const WideMask& condition) noexcept {
    return condition.any();
}
#endif

}  // namespace
}  // namespace ontrack::inline v0::stats::detail
