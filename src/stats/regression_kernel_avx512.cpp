#define ONTRACK_FIT fit_regressions_avx512
#include "stats/regression_kernel.inc"
