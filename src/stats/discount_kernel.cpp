#define ONTRACK_DISCOUNT_KERNEL discount_kernel_baseline
#include "stats/discount_kernel.inc"
#include "stats/processor.hpp"

namespace ontrack::inline v0::stats::detail {

DiscountKernel* discount_kernel() noexcept {
#if defined(__x86_64__) && defined(__GNUC__)
    if (has_avx512()) return discount_kernel_avx512;
    if (has_avx2()) return discount_kernel_avx2;
#endif
    return discount_kernel_baseline;
}

}  // namespace ontrack::inline v0::stats::detail
