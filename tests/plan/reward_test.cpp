#include <ontrack/plan/reward.hpp>

#include <gtest/gtest.h>

namespace ontrack {
namespace {

Decimal d(const char* text) {
    return Decimal::from_string(text);
}

Stretch stretch(const char* without, const char* value) {
    Stretch rule{.without = d(without), .value = d(value), .due = Date(2010, 3, 31)};
    rule.grant = Decimal(100'000);
    return rule;
}

TEST(Reward, is_paid_from_exactly_sixty_per_cent_on) {
    const Reward at = reward_for(stretch("44", "52"), d("48.8"));
    EXPECT_EQ(at.share.value, Decimal(60));
    EXPECT_TRUE(at.pays);
    EXPECT_EQ(at.amount, Decimal(60'000));
    EXPECT_EQ(first_value_paid(stretch("44", "52")), d("48.8"));
    const Reward below = reward_for(stretch("44", "52"), d("48.7999999999"));
    EXPECT_FALSE(below.pays);
    EXPECT_EQ(below.amount, Decimal(0));
}

TEST(Reward, below_and_at_its_threshold) {
    // 59.99 % and 60 % of the way from 0 to 100.
    EXPECT_FALSE(reward_for(stretch("0", "100"), d("59.99")).pays);
    EXPECT_TRUE(reward_for(stretch("0", "100"), d("60")).pays);
    // A share that rounds to 60 in twelve places and is still below it.
    const Reward near = reward_for(stretch("0", "3"), d("1.79999999999999"));
    EXPECT_EQ(near.share.value, Decimal(60));
    EXPECT_FALSE(near.pays);
}

TEST(Reward, is_capped) {
    const Reward beyond = reward_for(stretch("44", "52"), Decimal(53));
    EXPECT_EQ(beyond.share.value, d("112.5"));
    EXPECT_EQ(beyond.paid.value, Decimal(100));
    Stretch more = stretch("44", "52");
    more.cap = Percent(Decimal(110));
    EXPECT_EQ(reward_for(more, Decimal(53)).amount, Decimal(110'000));
}

TEST(Reward, has_no_amount_where_the_plan_gives_none) {
    Stretch rule = stretch("44", "52");
    rule.grant.reset();
    EXPECT_FALSE(reward_for(rule, Decimal(50)).amount.has_value());
    EXPECT_EQ(reward_for(rule, Decimal(50)).paid.value, Decimal(75));
}

TEST(Reward, mirrored_in_polarity_or_scaled_is_the_same) {
    for (int value = -20; value <= 140; ++value) {
        const Reward up = reward_for(stretch("10", "90"), Decimal(value));
        const Reward down = reward_for(stretch("-10", "-90"), Decimal(-value));
        const Reward scaled = reward_for(stretch("70", "630"), Decimal(7 * value));
        for (const Reward& other : {down, scaled}) {
            EXPECT_EQ(up.share.value, other.share.value);
            EXPECT_EQ(up.pays, other.pays);
            EXPECT_EQ(up.amount, other.amount);
        }
    }
}

TEST(Reward, needs_a_way_to_go) {
    EXPECT_THROW((void)reward_for(stretch("44", "44"), Decimal(44)), PlanError);
}

}  // namespace
}  // namespace ontrack
