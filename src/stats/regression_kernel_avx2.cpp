#define ONTRACK_FIT fit_regressions_avx2
#include "stats/regression_kernel.inc"
