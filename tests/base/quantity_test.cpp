#include <ontrack/base/quantity.hpp>

#include <limits>

#include <gtest/gtest.h>

#include "reference/code_of.hpp"

namespace {

using ontrack::Decimal;
using ontrack::Percent;
using ontrack::Probability;
using reference::code_of;

TEST(Percent, IsHundredths) {
    EXPECT_EQ(Percent{Decimal{60}}.fraction().to_string(), "0.6");
    EXPECT_EQ(Percent{Decimal::from_string("-1.5")}.fraction().to_string(), "-0.015");
    EXPECT_LT(Percent{Decimal{5}}, Percent{Decimal{60}});
    EXPECT_EQ(Percent{Decimal::from_string("60.0")}, Percent{Decimal{60}});
}

TEST(Probability, LiesFromNoughtToOne) {
    EXPECT_EQ(Probability(0.0).complement(), Probability(1.0));
    EXPECT_DOUBLE_EQ(Probability(0.3).complement().value(), 0.7);
    EXPECT_LT(Probability(0.3), Probability(0.4));
    for (const double wrong : {-1e-300, 1.0000000000000002, std::numeric_limits<double>::quiet_NaN(),
                               std::numeric_limits<double>::infinity()}) {
        EXPECT_EQ(code_of([&] { return Probability(wrong); }), "not-a-probability") << wrong;
    }
}

}  // namespace
