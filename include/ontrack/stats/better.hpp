#pragma once

#include <cstdint>

namespace ontrack {
inline namespace v0 {
namespace stats {

/// Which way is better.
enum class Better : std::uint8_t { high, low, neither };

}  // namespace stats
}  // namespace v0
}  // namespace ontrack
