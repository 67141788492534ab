#define ONTRACK_RANK_KEYS rank_keys_avx2
#include "stats/rank_kernels.inc"
