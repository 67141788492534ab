#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <system_error>
#include <thread>

namespace ontrack::inline v0::stats::detail {

/// Calls part(first, last) on ranges that make up [0, size), each on a thread of its own. The calling thread does the first,
/// and whatever no thread can be had for.
template <class Part>
void split_threads(std::size_t size, unsigned threads, Part part) noexcept {
    constexpr std::size_t most = 256;
    const std::size_t parts = std::clamp(std::min<std::size_t>(threads, size), std::size_t{1}, most);
    const auto edge = [&](std::size_t i) { return size / parts * i + std::min(i, size % parts); };
    std::array<std::jthread, most> others;
    for (std::size_t i = 1; i < parts; ++i) {
        try {
            others[i] = std::jthread([&part, edge, i] { part(edge(i), edge(i + 1)); });
        } catch (const std::system_error&) {
            part(edge(i), edge(i + 1));
        }
    }
    part(edge(0), edge(1));
}

}  // namespace ontrack::inline v0::stats::detail
