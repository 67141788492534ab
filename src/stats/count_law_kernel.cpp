#define ONTRACK_COUNT_LAW_KERNEL count_law_kernel_baseline
#include "stats/count_law_kernel.inc"
#include "stats/processor.hpp"

namespace ontrack::inline v0::stats::detail {

CountLawKernel* count_law_kernel() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    if (has_avx512()) return count_law_kernel_avx512;
    if (has_avx2()) return count_law_kernel_avx2;
#endif
    return count_law_kernel_baseline;
}

}  // namespace ontrack::inline v0::stats::detail
