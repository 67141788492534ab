#include <ontrack/plan/risk_scale.hpp>

#include <gtest/gtest.h>

namespace ontrack {
namespace {

TEST(RiskScales, standard_is_three_by_three) {
    const RiskScales scales = RiskScales::standard();
    ASSERT_EQ(scales.likelihood.size(), 3U);
    EXPECT_EQ(scales.likelihood[0].below_text, "1/3");
    EXPECT_DOUBLE_EQ(scales.likelihood[1].below.value().value(), 2.0 / 3.0);
    EXPECT_FALSE(scales.likelihood[2].below.has_value());
    ASSERT_EQ(scales.matrix.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        ASSERT_EQ(scales.matrix[i].size(), 3U);
        for (std::size_t j = 0; j < 3; ++j) {
            EXPECT_EQ(scales.matrix[i][j], scales.matrix[j][i]);
            EXPECT_GE(scales.matrix[i][j], scales.matrix[i == 0 ? 0 : i - 1][j]);
        }
    }
    EXPECT_EQ(scales.matrix[0][1], Rating{0});
    EXPECT_EQ(scales.matrix[0][2], Rating{1});
    EXPECT_EQ(scales.matrix[1][2], Rating{2});
}

}  // namespace
}  // namespace ontrack
