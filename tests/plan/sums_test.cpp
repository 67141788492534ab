#include <algorithm>
#include <random>

#include <gtest/gtest.h>

#include "plan/texts.hpp"

namespace ontrack {
namespace {

std::string head() {
    return "format = 1\n[plan]\nname = \"Sums\"\n";
}
std::string count(const std::string& code, const std::string& observations, const std::string& more = "") {
    return "[[indicator]]\ncode = \"" + code + "\"\nname = \"" + code +
           "\"\nmeasure = \"count\"\npolarity = \"low\"\nfrequency = \"quarter\"\nyear_is = \"sum\"\nobservations = [" +
           observations + "]\n" + more;
}
std::string seen(int quarter, const std::string& rest) {
    return "{ period = \"2017-18 Q" + std::to_string(quarter) + "\", " + rest + " },";
}
const std::vector<Observation>& of(const Plan& plan, const std::string& code) {
    const auto found = std::find_if(plan.indicators.begin(), plan.indicators.end(),
                                    [&](const Indicator& one) { return one.code == code; });
    return found->track.observations;
}
std::string code_of(const std::string& text) {
    const auto problems = test::problems_in(head() + text);
    return problems.size() == 1 ? problems[0].code : std::to_string(problems.size()) + " problems";
}

TEST(SumOf, adds_period_by_period_and_says_so) {
    const Plan plan =
        parse_plan(head() + count("burglary", seen(1, "value = 329") + seen(2, "value = 429")) +
                   count("robbery", seen(1, "value = 126") + seen(2, "value = 104, state = \"provisional\"")) +
                   count("vehicle", seen(1, "value = 5") + seen(2, "value = 6")) +
                   count("all", "", "sum_of = [\"burglary\", \"robbery\", \"vehicle\"]\n"));
    const auto& all = of(plan, "all");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].value, Decimal(460));
    EXPECT_EQ(all[0].state, DataState::final);
    EXPECT_EQ(all[0].derived_from, "the sum of burglary, robbery and vehicle");
    EXPECT_EQ(all[1].value, Decimal(539));
    EXPECT_EQ(all[1].state, DataState::provisional);
}

TEST(SumOf, is_as_little_known_as_its_least_known_part) {
    const auto sum_with = [](const std::string& rest) {
        return of(parse_plan(head() + count("a", seen(1, "value = 3")) + count("b", seen(1, rest)) +
                             count("s", "", "sum_of = [\"a\", \"b\"]\n")),
                  "s");
    };
    EXPECT_EQ(sum_with("state = \"awaited\"").at(0).state, DataState::awaited);
    EXPECT_FALSE(sum_with("state = \"awaited\"").at(0).value);
    EXPECT_EQ(sum_with("value = 1, state = \"doubtful\"").at(0).state, DataState::doubtful);
    // A range is no number, and a part of a quarter no quarter: there is nothing to add.
    EXPECT_TRUE(sum_with("range = [10, 20]").empty());
    EXPECT_TRUE(sum_with("value = 1, up_to = 2017-05-31").empty());
}

TEST(SumOf, leaves_a_plan_that_is_still_good) {
    const Plan plan =
        parse_plan(head() + count("a", seen(1, "value = 3")) + count("b", seen(1, "state = \"awaited\"")) +
                   count("s", "", "sum_of = [\"a\", \"b\"]\n"));
    EXPECT_TRUE(check(plan).empty());
}

TEST(SumOf, leaves_the_documents_own_figure) {
    const Plan plan = parse_plan(head() + count("a", seen(1, "value = 3")) + count("b", seen(1, "value = 4")) +
                                 count("s", seen(1, "value = 8"), "sum_of = [\"a\", \"b\"]\n"));
    EXPECT_EQ(of(plan, "s").at(0).value, Decimal(8));
}

TEST(SumOf, of_sums_is_the_sum_of_their_parts_in_any_order) {
    std::vector<std::string> blocks{count("a", seen(1, "value = 1")), count("b", seen(1, "value = 20")),
                                    count("c", seen(1, "value = 300")), count("ab", "", "sum_of = [\"a\", \"b\"]\n"),
                                    count("all", "", "sum_of = [\"ab\", \"c\"]\n")};
    std::mt19937 random(7);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(blocks.begin(), blocks.end(), random);
        std::string text = head();
        for (const std::string& block : blocks) text += block;
        const Plan plan = parse_plan(text);
        EXPECT_EQ(of(plan, "all").at(0).value, Decimal(321));
        EXPECT_EQ(of(with_sums(plan), "all").size(), 1U);
    }
}

TEST(SumOf, counts_nothing_twice) {
    const std::string parts = count("a", "") + count("b", "") + count("ab", "", "sum_of = [\"a\", \"b\"]\n");
    EXPECT_EQ(code_of(parts + count("s", "", "sum_of = [\"ab\", \"a\"]\n")), "counted-twice");
    EXPECT_EQ(code_of(parts + count("s", "", "sum_of = [\"a\", \"a\"]\n")), "counted-twice");
    EXPECT_EQ(code_of(parts + count("s", "", "sum_of = [\"s\"]\n")), "sum-of-itself");
    EXPECT_EQ(code_of(parts + count("s", "", "sum_of = [\"ab\"]\n")), "0 problems");
    EXPECT_EQ(code_of(parts + count("s", "", "sum_of = [\"c\"]\n")), "unknown-reference");
    EXPECT_EQ(
        code_of(count("a", "") + count("b", "", "sum_of = [\"a\", \"c\"]\n") + count("c", "", "sum_of = [\"b\"]\n")),
        "2 problems");  // each is within the other
}

TEST(SumOf, wants_parts_of_one_kind) {
    const std::string monthly = test::replaced(count("m", ""), "quarter", "month");
    EXPECT_EQ(code_of(monthly + count("s", "", "sum_of = [\"m\"]\n")), "does-not-add-up");
}

}  // namespace
}  // namespace ontrack
