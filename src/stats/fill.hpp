#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <type_traits>

#include <ontrack/stats/estimate.hpp>

#include "stats/limit_kernels.hpp"

namespace ontrack::inline v0::stats::detail {

/// Writes into a column that may be absent, which is an empty one.
template <class T>
void put(std::span<T> column, std::size_t i, std::type_identity_t<T> value) noexcept {
    if (!column.empty()) column[i] = value;
}

inline void write(const EstimateColumns& out, std::size_t i, const Estimate& estimate) noexcept {
    put(out.value, i, estimate.value);
    put(out.lower, i, estimate.lower);
    put(out.upper, i, estimate.upper);
    put(out.status, i, estimate.status);
}

/// Writes `estimate(i)` for every i into the columns that are there.
template <class Function>
void fill(const EstimateColumns& out, std::size_t size, Function estimate) noexcept {
    for (std::size_t i = 0; i < size; ++i) write(out, i, estimate(i));
}

/// The same by blocks: `limits(start, size, lower, upper)` writes a whole block and says whether every element was in the
/// domain; a block where it was not goes through `estimate`.
template <class Block, class Value, class Function>
void fill_by_blocks(const EstimateColumns& out, std::size_t size, Block limits, Value value,
                    Function estimate) noexcept {
    std::array<double, block_size> spare_lower;
    std::array<double, block_size> spare_upper;
    for (std::size_t start = 0; start < size; start += block_size) {
        const std::size_t count = std::min(block_size, size - start);
        double* const lower = out.lower.empty() ? spare_lower.data() : out.lower.data() + start;
        double* const upper = out.upper.empty() ? spare_upper.data() : out.upper.data() + start;
        if (!limits(start, count, lower, upper)) {
            for (std::size_t i = start; i < start + count; ++i) write(out, i, estimate(i));
            continue;
        }
        if (!out.value.empty()) {
            for (std::size_t i = start; i < start + count; ++i) out.value[i] = value(i);
        }
        if (!out.status.empty())
            std::fill_n(out.status.begin() + static_cast<std::ptrdiff_t>(start), count, Status::ok);
    }
}

}  // namespace ontrack::inline v0::stats::detail
