#include <ontrack/stats/random.hpp>

#include <cmath>

#include <gtest/gtest.h>

namespace {

using namespace ontrack::stats;
using Words = std::array<std::uint32_t, 4>;

TEST(Random, PhiloxKnownAnswers) {
    // Random123 1.14, tests/kat_vectors, philox4x32 10.
    EXPECT_EQ(philox({0, 0, 0, 0}, {0, 0}), (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
    EXPECT_EQ(philox({~0U, ~0U, ~0U, ~0U}, {~0U, ~0U}), (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
    EXPECT_EQ(philox({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}),
              (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
}

TEST(Random, UniformAndNormalHaveTheirMoments) {
    constexpr int n = 100'000;
    double uniforms = 0.0, normals = 0.0, squares = 0.0, products = 0.0, before = 0.0;
    for (std::uint64_t i = 0; i < n; ++i) {
        const double u = uniform(7, i % 10, i);
        ASSERT_GT(u, 0.0);
        ASSERT_LT(u, 1.0);
        const double z = normal(7, 3, i);
        uniforms += u;
        normals += z;
        squares += z * z;
        products += z * before;
        before = z;
    }
    // Four standard errors.
    EXPECT_NEAR(uniforms / n, 0.5, 4.0 * std::sqrt(1.0 / 12.0 / n));
    EXPECT_NEAR(normals / n, 0.0, 4.0 / std::sqrt(n));
    EXPECT_NEAR(squares / n, 1.0, 4.0 * std::sqrt(2.0 / n));
    EXPECT_NEAR(products / n, 0.0, 4.0 / std::sqrt(n));
    EXPECT_NE(uniform(1, 0, 0), uniform(2, 0, 0));
    EXPECT_NE(uniform(1, 0, 0), uniform(1, 1, 0));
    EXPECT_NE(uniform(1, 0, 0), uniform(1, 0, 1));
}

}  // namespace
