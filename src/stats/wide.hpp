#pragma once

#include <cstddef>

#if !defined(__GNUC__)
#include <Eigen/Core>
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
    long long all = 0;
    for (std::size_t i = 0; i < wide_lanes; ++i) all |= condition[i];
    return all != 0;
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
