#define ONTRACK_COUNT_LAW_KERNEL count_law_kernel_avx2
#include "stats/count_law_kernel.inc"
