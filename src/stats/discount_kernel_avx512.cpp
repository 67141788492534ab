#define ONTRACK_DISCOUNT_KERNEL discount_kernel_avx512
#include "stats/discount_kernel.inc"
