#include "stats/theta_kernels.inc"

namespace ontrack::inline v0::stats::detail {

constinit const ThetaKernels theta_kernels_avx2{wide_lanes, fit_theta};

}  // namespace ontrack::inline v0::stats::detail
