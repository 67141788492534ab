#define ONTRACK_WILSON_BLOCK wilson_block_baseline
#define ONTRACK_BYAR_BLOCK byar_block_baseline
#define ONTRACK_GAMMA_BLOCK gamma_block_baseline
#include "stats/limit_kernels.inc"
#include "stats/processor.hpp"

#include "stats/processor.hpp"

namespace ontrack::inline v0::stats::detail {

WilsonBlock* wilson_block() noexcept {
    return has_avx2() ? wilson_block_avx2 : wilson_block_baseline;
}
ByarBlock* byar_block() noexcept {
    return has_avx2() ? byar_block_avx2 : byar_block_baseline;
}
GammaBlock* gamma_block() noexcept {
    return has_avx2() ? gamma_block_avx2 : gamma_block_baseline;
}

}  // namespace ontrack::inline v0::stats::detail
