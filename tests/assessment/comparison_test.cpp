#include <ontrack/assessment/comparison.hpp>

#include <algorithm>
#include <random>

#include <gtest/gtest.h>
#include <ontrack/stats/difference.hpp>
#include <ontrack/stats/proportion.hpp>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using test::assess_first;
using test::small_plan;

Compare compared(const std::string& measure, const std::string& polarity, const std::string& own,
                 const std::string& comparator, const std::string& more = "") {
    return assess_first(small_plan("measure = \"" + measure + "\"\n" + (measure == "rate" ? "per = 1000\n" : "") +
                                   "polarity = \"" + polarity +
                                   "\"\nfrequency = \"year\"\nyear_is = \"latest\"\nobservations = [" + more +
                                   "{ period = \"2017-18\", " + own +
                                   " }]\ncomparators = [{ code = \"c\", name = \"National\", " + comparator + " }]\n"))
        .whole.comparisons.at(0);
}
Comparison answer(const std::string& measure, const std::string& polarity, const std::string& own,
                  const std::string& comparator) {
    return compared(measure, polarity, own, comparator).answer;
}

TEST(Comparison, without_counts_is_of_the_two_numbers_alone) {
    EXPECT_EQ(answer("percentage", "high", "value = 89.5", "value = 83.4"), Comparison::higher);
    EXPECT_EQ(answer("percentage", "high", "value = 47.6", "value = 70.5"), Comparison::lower);
    EXPECT_EQ(answer("percentage", "high", "value = 47.6", "value = 47.6"), Comparison::equal);
    const Compare one = compared("percentage", "high", "value = 89.5", "value = 83.4");
    EXPECT_FALSE(one.interval);
    EXPECT_EQ(
        one.sentence,
        "89.5% in 2017-18 against 83.4% National: higher, which is better, without an interval because no counts are "
        "given");
    EXPECT_NE(one.reason, "");
}

TEST(Comparison, by_own_counts_is_wilsons_interval_against_the_value) {
    const std::string own = "numerator = 65, denominator = 93";
    const Compare one = compared("percentage", "high", own, "value = 60");
    const auto wilson = stats::estimate_proportion(65, 93);
    ASSERT_TRUE(one.interval);
    EXPECT_DOUBLE_EQ(one.interval->lower, 100 * wilson.lower);
    EXPECT_DOUBLE_EQ(one.interval->upper, 100 * wilson.upper);
    EXPECT_EQ(one.answer, Comparison::similar);
    EXPECT_EQ(answer("percentage", "high", own, "value = 59"), Comparison::better);
    EXPECT_EQ(answer("percentage", "low", own, "value = 59"), Comparison::worse);
    EXPECT_EQ(answer("percentage", "high", own, "value = 79"), Comparison::worse);
    EXPECT_EQ(answer("percentage", "low", own, "value = 79"), Comparison::better);
}

TEST(Comparison, by_the_counts_of_both_is_newcombes_interval_of_the_difference) {
    // Newcombe (1998), example (a): 56/70 and 48/80 differ by 0.2, 0.0524 to 0.3339.
    const Compare one =
        compared("percentage", "high", "numerator = 56, denominator = 70", "numerator = 48, denominator = 80");
    ASSERT_TRUE(one.interval);
    EXPECT_NEAR(one.interval->lower, 5.24, 0.005);
    EXPECT_NEAR(one.interval->upper, 33.39, 0.005);
    EXPECT_EQ(one.answer, Comparison::better);
}

TEST(Comparison, of_rates_is_the_exact_interval_of_their_ratio) {
    EXPECT_EQ(answer("rate", "low", "numerator = 25, denominator = 1000", "numerator = 16, denominator = 1000"),
              Comparison::similar);
    EXPECT_EQ(answer("rate", "low", "numerator = 250, denominator = 1000", "numerator = 160, denominator = 1000"),
              Comparison::worse);
    EXPECT_EQ(answer("rate", "low", "numerator = 250, denominator = 1000", "value = 160"), Comparison::worse);
}

TEST(Comparison, takes_the_design_effect_that_the_plan_states) {
    const auto survey = [](const std::string& own, const std::string& more) {
        return assess_first(
                   small_plan("measure = \"survey_percentage\"\npolarity = \"high\"\nfrequency = \"year\"\nyear_is = "
                              "\"latest\"\nobservations = [{ period = \"2017-18\", " +
                              own + " }]\ncomparators = [{ code = \"c\", name = \"National\", value = 56 }]\n" + more))
            .whole.comparisons.at(0);
    };
    const Compare simple = survey("numerator = 300, denominator = 500", "");
    const Compare doubled = survey("numerator = 600, denominator = 1000", "design_effect = 2\n");
    EXPECT_NEAR(doubled.interval->lower, simple.interval->lower, 1e-9);
    EXPECT_EQ(doubled.answer, Comparison::similar);
    EXPECT_EQ(survey("numerator = 600, denominator = 1000", "").answer, Comparison::better);
    EXPECT_TRUE(doubled.sentence.ends_with("; design effect 2, as the plan states)")) << doubled.sentence;
    EXPECT_EQ(simple.sentence.find("design effect"), std::string::npos);
}

TEST(Comparison, names_the_method_that_it_uses) {
    const auto rate = [](const std::string& own, const std::string& other, const std::string& more) {
        return assess_first(small_plan("measure = \"rate\"\nper = 1000\npolarity = \"low\"\nfrequency = \"year\"\n"
                                       "year_is = \"latest\"\nobservations = [{ period = \"2017-18\", numerator = " +
                                       own + ", denominator = 1000 }]\ncomparators = [{ code = \"c\", name = \"N\", " +
                                       other + " }]\n" + more))
            .whole.comparisons.at(0)
            .method;
    };
    const std::string counts = "numerator = 16, denominator = 1000";
    EXPECT_EQ(rate("25", counts, ""), "ratio, exact");
    EXPECT_EQ(rate("25", counts, "dispersion = 1\n"), "ratio, exact");
    EXPECT_EQ(rate("25", counts, "dispersion = 2\n"), "ratio");
    EXPECT_EQ(rate("9", "value = 16", ""), "rate, Garwood (1936)");
    EXPECT_EQ(rate("10", "value = 16", ""), "rate, Byar (Breslow & Day 1987)");
    EXPECT_EQ(rate("10", "value = 16", "dispersion = 2\n"), "rate, Garwood (1936)");
}

TEST(Comparison, mirrors_with_the_polarity) {
    const auto mirrored = [](Comparison one) {
        return one == Comparison::better ? Comparison::worse : one == Comparison::worse ? Comparison::better : one;
    };
    std::mt19937 random(3);
    std::uniform_int_distribution<int> some(1, 99);
    for (int round = 0; round < 40; ++round) {
        const std::string own = "numerator = " + std::to_string(some(random)) + ", denominator = 100";
        const std::string other = "numerator = " + std::to_string(some(random)) + ", denominator = 100";
        EXPECT_EQ(answer("percentage", "high", own, other), mirrored(answer("percentage", "low", own, other)))
            << own << " / " << other;
    }
}

std::string member(const std::string& area, int numerator) {
    return "{ area = \"" + area + "\", numerator = " + std::to_string(numerator) + ", denominator = 1000 }, ";
}
std::string family(const std::string& members) {
    return "average = \"pooled\", own_area = \"out\", members = [" + members + "]";
}

TEST(RankAmong, counts_the_better_and_says_which_places_the_counts_leave_open) {
    const Compare one = compared("percentage", "high", "numerator = 500, denominator = 1000",
                                 family(member("A", 900) + member("B", 510) + member("C", 490) + member("D", 100)));
    ASSERT_TRUE(one.rank);
    EXPECT_EQ(one.rank->rank, 3);
    EXPECT_EQ(one.rank->of, 5);
    EXPECT_EQ(one.rank->best, 2);   // A is better beyond chance
    EXPECT_EQ(one.rank->worst, 4);  // D is worse beyond chance
    EXPECT_EQ(one.answer, Comparison::similar);
}

TEST(RankAmong, does_not_depend_on_the_order_of_the_members) {
    std::vector<std::string> members{member("A", 90), member("B", 80), member("C", 300), member("D", 120),
                                     member("E", 85)};
    std::mt19937 random(5);
    for (int round = 0; round < 10; ++round) {
        std::shuffle(members.begin(), members.end(), random);
        std::string all;
        for (const std::string& one : members) all += one;
        const auto rank = compared("rate", "low", "numerator = 85, denominator = 1000", family(all)).rank;
        ASSERT_TRUE(rank);
        EXPECT_EQ(rank->rank, 2);  // shares the place with E
        EXPECT_LE(*rank->best, rank->rank);
        EXPECT_GE(*rank->worst, rank->rank);
    }
}

TEST(RankAmong, has_no_interval_where_an_area_has_no_counts) {
    const auto rank = compared("percentage", "high", "numerator = 50, denominator = 100",
                               "average = \"mean_of_rates\", own_area = \"out\", members = [" + member("A", 900) +
                                   "{ area = \"B\", value = 40 }]")
                          .rank;
    ASSERT_TRUE(rank);
    EXPECT_EQ(rank->rank, 2);
    EXPECT_FALSE(rank->best);
}

TEST(Comparison, with_own_values_takes_last_year_or_the_best) {
    const std::string before = "{ period = \"2015-16\", value = 50 }, { period = \"2016-17\", value = 70 }, ";
    const Compare last = compared("percentage", "high", "value = 60", "own = \"last_year\"", before);
    EXPECT_EQ(last.value, Decimal(70));
    EXPECT_EQ(last.answer, Comparison::lower);
    const Compare best = compared("percentage", "low", "value = 60", "own = \"best\"", before);
    EXPECT_EQ(best.value, Decimal(50));
    EXPECT_EQ(compared("percentage", "low", "value = 60", "own = \"best\"").answer, Comparison::not_rated);
}

TEST(Comparison, is_qualified_by_what_it_rests_on) {
    EXPECT_EQ(compared("percentage", "high", "value = 60, state = \"proxy\"", "value = 50").qualified,
              "a proxy measure");
    EXPECT_EQ(compared("percentage", "high", "value = 60", "value = 50, period = \"2016-17\"").qualified,
              "figures of different periods (2017-18 and 2016-17)");
}

TEST(Comparison, of_an_average_is_exact) {
    // The mean of 10 and 20.1 is 15.05; twelve places of a third would not be.
    EXPECT_EQ(
        answer("percentage", "high", "value = 15.05",
               "average = \"mean_of_rates\", own_area = \"out\", members = [{ area = \"A\", value = 10 }, { area = "
               "\"B\", value = 20.1 }]"),
        Comparison::equal);
    // The own area in its own average: (10 + 10 + 10.000000000003)/3 is above 10 by less than twelve places show.
    EXPECT_EQ(
        answer("percentage", "high", "value = 10",
               "average = \"mean_of_rates\", own_area = \"in\", members = [{ area = \"A\", value = 10 }, { area = "
               "\"B\", value = \"10.000000000000001\" }]"),
        Comparison::lower);
}

}  // namespace
}  // namespace ontrack
