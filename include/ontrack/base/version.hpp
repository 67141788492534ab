#pragma once

#include <string_view>

namespace ontrack {
inline namespace v0 {

/// The version of the library; CMake and the Python package read it from this line.
inline constexpr std::string_view version = "0.1.0";

}  // namespace v0
}  // namespace ontrack
