#pragma once

namespace ontrack::inline v0::stats::detail {

/// Whether the processor that runs the program has what `…_avx2.cpp` files are compiled for.
inline bool has_avx2() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma");
#else
    return false;
#endif
}

}  // namespace ontrack::inline v0::stats::detail
