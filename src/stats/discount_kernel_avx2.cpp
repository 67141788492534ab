#define ONTRACK_DISCOUNT_KERNEL discount_kernel_avx2
#include "stats/discount_kernel.inc"
