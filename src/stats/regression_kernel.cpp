#define ONTRACK_FIT fit_regressions_baseline
#include "stats/regression_kernel.inc"

namespace ontrack::inline v0::stats::detail {

std::size_t regression_room(std::size_t n, std::size_t p, int lags) noexcept {
    const std::size_t width = (p + 4) / 4 * 4, more = lags > 0 ? static_cast<std::size_t>(lags) : 0;
    const std::size_t scores = lags >= 0 ? (2 * n + more) * width : 0;
    return 6 * n + more + 7 * width + 3 * width * width + scores;
}

FitRegressions* fit_regressions() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512cd"))
        return fit_regressions_avx512;
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("fma"))
        return fit_regressions_avx2;
#endif
    return fit_regressions_baseline;
}

}  // namespace ontrack::inline v0::stats::detail
