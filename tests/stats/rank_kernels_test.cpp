#include "stats/rank_kernels.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "stats/processor.hpp"

namespace {

using namespace ontrack::stats::detail;

TEST(RankKernels, GiveTheStableOrderAndItsInversionsOnEveryProcessor) {
    std::vector<RankKeys*> kernels{rank_keys_baseline, rank_keys()};
    if (has_avx2()) kernels.push_back(rank_keys_avx2);
    std::mt19937 random(1);
    for (std::size_t size = 1; size <= rank_run; ++size) {
        std::vector<double> keys(size);
        for (double& key : keys) {
            const auto draw = static_cast<double>(random());
            key = size % 3 == 0 ? std::fmod(draw, 5.0) - 2.0 : draw;
        }
        std::vector<std::size_t> order(size);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(),
                  [&](std::size_t i, std::size_t j) { return keys[i] < keys[j] || (keys[i] == keys[j] && i < j); });
        std::size_t inversions = 0;
        for (std::size_t i = 0; i < size; ++i)
            for (std::size_t j = i + 1; j < size; ++j) inversions += keys[j] < keys[i];
        keys.resize((size + 3) / 4 * 4, std::numeric_limits<double>::quiet_NaN());
        for (RankKeys* const kernel : kernels) {
            std::array<std::int64_t, rank_run> place{};
            ASSERT_EQ(kernel(keys.data(), keys.size(), place.data()), inversions) << size;
            for (std::size_t i = 0; i < size; ++i) ASSERT_EQ(place[order[i]], static_cast<std::int64_t>(i)) << size;
        }
    }
}

}  // namespace
