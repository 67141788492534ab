#include <random>

#include <gtest/gtest.h>

#include <ontrack/assessment/assessment.hpp>

#include "reference/exact_status.hpp"

namespace ontrack {
namespace {

Decimal d(const char* text) {
    return Decimal::from_string(text);
}

StatusRule within(const char* tolerance) {
    StatusRule rule;
    rule.tolerance = Percent(d(tolerance));
    return rule;
}

TEST(Rate, MeetsTheTargetItself) {
    EXPECT_EQ(rate(99, 99, Polarity::low, {}), Status::met);
    EXPECT_EQ(rate(99, 99, Polarity::high, {}), Status::met);
    EXPECT_EQ(rate(98, 99, Polarity::low, {}), Status::met);
    EXPECT_EQ(rate(100, 99, Polarity::high, {}), Status::met);
}

TEST(Rate, TheToleranceIsInclusiveToTheLastPlace) {
    EXPECT_EQ(rate(d("104.99"), 100, Polarity::low, {}), Status::near);
    EXPECT_EQ(rate(d("105"), 100, Polarity::low, {}), Status::near);
    EXPECT_EQ(rate(d("105.01"), 100, Polarity::low, {}), Status::missed);
    EXPECT_EQ(rate(d("95.01"), 100, Polarity::high, {}), Status::near);
    EXPECT_EQ(rate(d("95"), 100, Polarity::high, {}), Status::near);
    EXPECT_EQ(rate(d("94.99"), 100, Polarity::high, {}), Status::missed);
}

TEST(Rate, TheEdgeIsExactWhereDoublesAreNot) {
    ASSERT_GT(5.355, 5.1 * 1.05);
    EXPECT_EQ(rate(d("5.355"), d("5.1"), Polarity::low, {}), Status::near);
    EXPECT_EQ(rate(d("1.1"), 1, Polarity::low, within("10")), Status::near);
    EXPECT_EQ(rate(d("1.10000000000000000001"), 1, Polarity::low, within("10")), Status::missed);
}

TEST(Rate, ZeroToleranceKnowsNoNear) {
    EXPECT_EQ(rate(d("100.0001"), 100, Polarity::low, within("0")), Status::missed);
    EXPECT_EQ(rate(100, 100, Polarity::low, within("0")), Status::met);
}

TEST(Rate, ATargetOfZeroIsMetOrMissed) {
    EXPECT_EQ(rate(0, 0, Polarity::low, {}), Status::met);
    EXPECT_EQ(rate(d("0.01"), 0, Polarity::low, {}), Status::missed);
}

class RateLaws : public testing::Test {
protected:
    std::mt19937_64 random{20170401};  // NOLINT(bugprone-random-generator-seed): the same draws on every run

    /// Near the edges as often as far from them.
    Decimal target() { return divided(Decimal(whole(-100000, 100000)), Decimal(power_of_ten()), 6); }
    Decimal tolerance() { return divided(Decimal(whole(0, 2000)), Decimal(100), 2); }
    Decimal value_about(const Decimal& target, const Decimal& tolerance) {
        const Decimal steps = divided(Decimal(whole(-102, 102)), Decimal(100), 2);
        return target + target * tolerance * d("0.01") * steps;
    }
    Polarity polarity() { return whole(0, 1) == 0 ? Polarity::low : Polarity::high; }
    std::int64_t whole(std::int64_t least, std::int64_t most) {
        return std::uniform_int_distribution<std::int64_t>(least, most)(random);
    }
    std::int64_t power_of_ten() {
        std::int64_t power = 1;
        for (auto n = whole(0, 6); n > 0; --n) power *= 10;
        return power;
    }
};

TEST_F(RateLaws, AgreesWithExactRatios) {
    for (int i = 0; i < 20000; ++i) {
        const Decimal aim = target();
        StatusRule rule;
        rule.tolerance = Percent(tolerance());
        const Decimal value = value_about(aim, rule.tolerance.value);
        const Polarity good = polarity();
        ASSERT_EQ(rate(value, aim, good, rule), reference::exact_status(reference::exact(value), reference::exact(aim),
                                                                        good, reference::exact(rule.tolerance.value)))
            << value.to_string() << " against " << aim.to_string() << " within " << rule.tolerance.value.to_string();
    }
}

TEST_F(RateLaws, NegatingBothNumbersAndThePolarityChangesNothing) {
    for (int i = 0; i < 5000; ++i) {
        const Decimal aim = target();
        const Decimal value = value_about(aim, 5);
        ASSERT_EQ(rate(value, aim, Polarity::low, {}), rate(-value, -aim, Polarity::high, {}));
    }
}

TEST_F(RateLaws, TheUnitDoesNotMatter) {
    for (int i = 0; i < 5000; ++i) {
        const Decimal aim = target();
        const Decimal value = value_about(aim, 5);
        const Decimal scale = divided(Decimal(whole(1, 999999)), Decimal(power_of_ten()), 6);
        const Polarity good = polarity();
        ASSERT_EQ(rate(value, aim, good, {}), rate(value * scale, aim * scale, good, {}));
    }
}

TEST_F(RateLaws, AWorseValueIsNeverRatedBetter) {
    for (int i = 0; i < 5000; ++i) {
        const Decimal aim = target();
        const Decimal one = value_about(aim, 5);
        const Decimal other = value_about(aim, 5);
        ASSERT_LE(rate(std::min(one, other), aim, Polarity::low, {}),
                  rate(std::max(one, other), aim, Polarity::low, {}));
    }
}

}  // namespace
}  // namespace ontrack
