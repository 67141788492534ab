#include <ontrack/plan/data_state.hpp>

#include <string>

#include <gtest/gtest.h>

namespace ontrack {
namespace {

using enum DataState;

const std::vector<DataState> all{final,          revised, provisional, estimated,        proxy,        doubtful,
                                 not_comparable, awaited, suppressed,  no_accurate_data, not_collected};

struct Join {
    std::string name;
    DataState (*of_two)(DataState, DataState) noexcept;
    DataState (*of_many)(const std::vector<DataState>&) noexcept;
    DataState worst;
};

class JoinLaws : public testing::TestWithParam<Join> {};

TEST_P(JoinLaws, neither_order_nor_grouping_matters_and_a_state_joined_with_itself_is_itself) {
    const auto join = GetParam().of_two;
    for (const DataState a : all) {
        EXPECT_EQ(join(a, a), a) << to_string(a);
        EXPECT_EQ(join(final, a), a) << to_string(a);
        EXPECT_EQ(join(GetParam().worst, a), GetParam().worst) << to_string(a);
        for (const DataState b : all) {
            EXPECT_EQ(join(a, b), join(b, a));
            for (const DataState c : all) EXPECT_EQ(join(join(a, b), c), join(a, join(b, c)));
        }
    }
}

TEST_P(JoinLaws, a_worse_part_never_makes_a_better_whole) {
    const auto join = GetParam().of_two;
    const auto no_better = [&](DataState a, DataState b) { return join(a, b) == a; };  // a is b, or worse
    for (const DataState a : all) {
        for (const DataState b : all) {
            if (!no_better(a, b)) continue;
            for (const DataState c : all) EXPECT_TRUE(no_better(join(a, c), join(b, c)));
        }
    }
}

TEST_P(JoinLaws, of_many_is_that_of_two_taken_in_turn) {
    EXPECT_EQ(GetParam().of_many({}), final);
    for (const DataState a : all) {
        EXPECT_EQ(GetParam().of_many({a}), a);
        for (const DataState b : all) {
            EXPECT_EQ(GetParam().of_many({b, final, a}), GetParam().of_two(a, b));
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Joins, JoinLaws,
                         testing::Values(Join{"sum", join_sum, join_sum, not_collected},
                                         Join{"compare", join_compare, join_compare, not_comparable},
                                         Join{"roll_up", join_roll_up, join_roll_up, not_collected}),
                         [](const auto& each) { return each.param.name; });

TEST(Joins, differ_where_the_questions_do) {
    // A sum across a break is still a number; a comparison across one is none.
    EXPECT_EQ(join_sum(not_comparable, awaited), awaited);
    EXPECT_EQ(join_compare(not_comparable, awaited), not_comparable);
    // One indicator of many that is awaited leaves the others' answer; a sum with a part awaited has no number.
    EXPECT_EQ(join_roll_up(awaited, proxy), proxy);
    EXPECT_EQ(join_sum(awaited, proxy), awaited);
}

TEST(DataState, has_a_value_down_to_not_comparable) {
    for (const DataState state : all) EXPECT_EQ(has_value(state), state <= not_comparable) << to_string(state);
    EXPECT_EQ(to_words(no_accurate_data), "no accurate data");
    EXPECT_EQ(to_words(provisional), "provisional");
}

}  // namespace
}  // namespace ontrack
