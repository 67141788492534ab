# Finds what ontrack is built from. Whatever is missing is named in one line with its Debian package.
macro(ontrack_require package apt)
  find_package(${package} ${ARGN} QUIET)
  if(NOT ${package}_FOUND)
    message(FATAL_ERROR "ontrack needs ${package} ${ARGV2}: apt-get install ${apt}")
  endif()
endmacro()

ontrack_require(Boost libboost-dev 1.74 CONFIG)

# No version range here: Eigen jumped from 3.4 to 5.0, and Debian's 3.4.0 answers a range with "not found".
ontrack_require(Eigen3 libeigen3-dev CONFIG)
if(Eigen3_VERSION VERSION_LESS 3.4)
  message(FATAL_ERROR "ontrack needs Eigen3 3.4 or newer (found ${Eigen3_VERSION}): apt-get install libeigen3-dev")
endif()

find_path(TOMLPLUSPLUS_INCLUDE_DIR toml++/toml.h)
mark_as_advanced(TOMLPLUSPLUS_INCLUDE_DIR)
if(NOT TOMLPLUSPLUS_INCLUDE_DIR)
  message(FATAL_ERROR "ontrack needs toml++ 3: apt-get install libtomlplusplus-dev")
endif()
add_library(ontrack_tomlplusplus INTERFACE)
target_include_directories(ontrack_tomlplusplus SYSTEM INTERFACE ${TOMLPLUSPLUS_INCLUDE_DIR})
target_compile_definitions(ontrack_tomlplusplus INTERFACE TOML_HEADER_ONLY=1)

set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)

add_library(ontrack_warnings INTERFACE)
target_compile_options(ontrack_warnings INTERFACE $<$<NOT:$<BOOL:${MSVC}>>:
  -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wold-style-cast -Wcast-align -Wimplicit-fallthrough -Wformat=2>
  # In a batch of sources a local name may hide a neighbour's.
  $<$<NOT:$<OR:$<BOOL:${MSVC}>,$<BOOL:${CMAKE_UNITY_BUILD}>>>:-Wshadow>
  # g++ 12, when it optimises, takes the strings of a temporary aggregate for uninitialised and a string put in front of
  # another for overlapping memory.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized -Wno-restrict>
  # clang blames our file for what libstdc++ 12 deprecates and itself uses in std::stable_sort, and asks for a second
  # pair of braces around a std::array.
  $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations -Wno-missing-braces>)

# The same bytes on every machine: no fused multiply-add, one baseline.
add_library(ontrack_arithmetic INTERFACE)
if(NOT MSVC)
  target_compile_options(ontrack_arithmetic INTERFACE -ffp-contract=off)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
    target_compile_options(ontrack_arithmetic INTERFACE -march=x86-64-v2)
  endif()
endif()
