#pragma once

#include <array>
#include <cstdint>

#include <ontrack/export.hpp>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Philox4x32-10 (Salmon, Moraes, Dror & Shaw 2011): four random words from a counter and a key, without a state. The same
/// counter and key give the same words on every machine and for any number of threads.
[[nodiscard]] ONTRACK_EXPORT std::array<std::uint32_t, 4> philox(std::array<std::uint32_t, 4> counter,
                                                                 std::array<std::uint32_t, 2> key) noexcept;

/// A uniform number in (0, 1), never 0 or 1: (k + ½)/2⁵² for a whole number k of 52 bits. `seed` is the key; the counter is
/// (draw, series), so that every series has 2⁶⁴ draws of its own.
[[nodiscard]] ONTRACK_EXPORT double uniform(std::uint64_t seed, std::uint64_t series, std::uint64_t draw) noexcept;
/// A standard normal number: Φ⁻¹ of the uniform number above.
[[nodiscard]] ONTRACK_EXPORT double normal(std::uint64_t seed, std::uint64_t series, std::uint64_t draw) noexcept;

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
