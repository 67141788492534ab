#include "stats/theta_kernels.inc"
#include "stats/processor.hpp"

namespace ontrack::inline v0::stats::detail {

constinit const ThetaKernels theta_kernels_baseline{wide_lanes, fit_theta};

const ThetaKernels& theta_kernels() noexcept {
    if (has_avx512()) return theta_kernels_avx512;
    return has_avx2() ? theta_kernels_avx2 : theta_kernels_baseline;
}

}  // namespace ontrack::inline v0::stats::detail
