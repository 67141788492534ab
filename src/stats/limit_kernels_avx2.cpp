#define ONTRACK_WILSON_BLOCK wilson_block_avx2
#define ONTRACK_BYAR_BLOCK byar_block_avx2
#define ONTRACK_GAMMA_BLOCK gamma_block_avx2
#include "stats/limit_kernels.inc"
