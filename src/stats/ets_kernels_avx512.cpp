#include "stats/ets_kernels.inc"

namespace ontrack::inline v0::stats::detail {

constinit const EtsKernels ets_kernels_avx512{wide_lanes, fit_ets, ets_variance};

}  // namespace ontrack::inline v0::stats::detail
