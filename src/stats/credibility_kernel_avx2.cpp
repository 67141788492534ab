#define ONTRACK_CREDIBILITY_KERNEL credibility_kernel_avx2
#include "stats/credibility_kernel.inc"
