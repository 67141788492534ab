#define ONTRACK_RANK_KEYS rank_keys_baseline
#include "stats/rank_kernels.inc"

#include "stats/processor.hpp"

namespace ontrack::inline v0::stats::detail {

RankKeys* rank_keys() noexcept {
    return has_avx2() ? rank_keys_avx2 : rank_keys_baseline;
}

}  // namespace ontrack::inline v0::stats::detail
