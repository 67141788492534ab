#define ONTRACK_CREDIBILITY_KERNEL credibility_kernel_baseline
#include "stats/credibility_kernel.inc"
#include "stats/processor.hpp"

namespace ontrack::inline v0::stats::detail {

CredibilityKernel* credibility_kernel() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    if (has_avx512()) return credibility_kernel_avx512;
    if (has_avx2()) return credibility_kernel_avx2;
#endif
    return credibility_kernel_baseline;
}

}  // namespace ontrack::inline v0::stats::detail
