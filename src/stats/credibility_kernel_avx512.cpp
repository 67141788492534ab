#define ONTRACK_CREDIBILITY_KERNEL credibility_kernel_avx512
#include "stats/credibility_kernel.inc"
