#include "stats/ets_kernels.inc"
#include "stats/processor.hpp"

namespace ontrack::inline v0::stats::detail {

constinit const EtsKernels ets_kernels_baseline{wide_lanes, fit_ets, ets_variance};

const EtsKernels& ets_kernels() noexcept {
    if (has_avx512()) return ets_kernels_avx512;
    return has_avx2() ? ets_kernels_avx2 : ets_kernels_baseline;
}

}  // namespace ontrack::inline v0::stats::detail
