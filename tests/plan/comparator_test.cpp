#include <ontrack/plan/comparator.hpp>

#include <gtest/gtest.h>

#include "plan/texts.hpp"

namespace ontrack {
namespace {

using test::problems_in;
using test::quarterly_percentage;
using test::replaced;

const std::string rate_per_1000 =
    replaced(replaced(quarterly_percentage, "\"percentage\"", "\"rate\""), "\"high\"", "\"low\"") + "per = 1000\n";

std::optional<Decimal> value_of(const std::string& comparator, const std::string& observations = "") {
    const Plan plan = parse_plan(rate_per_1000 + "comparators = [{ code = \"c\", name = \"C\", " + comparator +
                                 " }]\n" + "observations = [" + observations + "]\n");
    const Indicator& indicator = plan.indicators.front();
    return comparator_value(indicator, indicator.track, indicator.track.comparators.front());
}

const std::string members =
    "members = [{ area = \"A\", numerator = 10, denominator = 1000 }, { area = \"B\", numerator = 90, denominator = "
    "3000, "
    "from = 2016-04-01, to = 2017-07-31 }]";

TEST(ComparatorValue, of_a_family_is_the_mean_of_its_rates_or_pooled) {
    EXPECT_EQ(value_of("average = \"mean_of_rates\", own_area = \"out\", " + members), Decimal(20));
    EXPECT_EQ(value_of("average = \"pooled\", own_area = \"out\", " + members), Decimal(25));
}

TEST(ComparatorValue, counts_the_own_area_where_it_is_in) {
    const std::string own = "{ period = \"2017-18 Q1\", value = 60, numerator = 60, denominator = 1000 }";
    const std::string family = "period = \"2017-18 Q1\", own_area = \"in\", " + members;
    EXPECT_EQ(value_of("average = \"mean_of_rates\", " + family, own), Decimal::from_string("33.333333333333"));
    EXPECT_EQ(value_of("average = \"pooled\", " + family, own), Decimal(32));
    EXPECT_EQ(value_of("average = \"pooled\", " + family), std::nullopt);
}

TEST(ComparatorValue, takes_those_who_are_members_at_the_time) {
    const std::string family = "average = \"mean_of_rates\", own_area = \"out\", " + members;
    EXPECT_EQ(value_of("period = \"2017-18 Q1\", " + family), Decimal(20));
    EXPECT_EQ(value_of("period = \"2017-18 Q2\", " + family), Decimal(10));
    EXPECT_EQ(value_of("period = \"2015-16 Q4\", " + family), Decimal(10));
}

TEST(ComparatorValue, is_the_given_one_and_none_for_an_own_value) {
    EXPECT_EQ(value_of("value = 83.4"), Decimal::from_string("83.4"));
    EXPECT_EQ(value_of("own = \"best\""), std::nullopt);
}

TEST(Comparator, is_one_of_three_kinds_and_says_how_a_family_is_averaged) {
    const auto code = [](const std::string& comparator) {
        const auto problems =
            problems_in(rate_per_1000 + "comparators = [{ code = \"c\", name = \"C\", " + comparator + " }]\n");
        return problems.size() == 1 ? problems[0].code : std::to_string(problems.size()) + " problems";
    };
    EXPECT_EQ(code("value = 3, own = \"best\""), "one-kind-of-comparator");
    EXPECT_EQ(code("period = \"2017-18\""), "one-kind-of-comparator");
    EXPECT_EQ(code(members + ", own_area = \"in\""), "missing-key");
    EXPECT_EQ(code("value = 3, own_area = \"in\""), "unexpected-key");
    EXPECT_EQ(code("average = \"pooled\", own_area = \"in\", members = [{ area = \"A\", value = 3 }]"), "needs-ratio");
    EXPECT_EQ(code("value = -3"), "negative-value");
    EXPECT_EQ(code("numerator = 3"), "half-a-ratio");
}

TEST(AsSeenOn, leaves_out_comparators_and_interruptions_of_later_days) {
    const Plan plan =
        parse_plan(rate_per_1000 +
                   "comparators = [{ code = \"c\", name = \"C\", period = \"2017-18\", value = 3 }]\n"
                   "[[interruption]]\ncode = \"i\"\nname = \"I\"\nfrom = 2017-10-01\nkind = \"step\"\nindicators = "
                   "[\"a\"]\n");
    const Plan before = as_seen_on(plan, Date(2017, 9, 30));
    EXPECT_TRUE(before.indicators[0].track.comparators.empty());
    EXPECT_TRUE(before.interruptions.empty());
    const Plan after = as_seen_on(plan, Date(2018, 3, 31));
    EXPECT_EQ(after.indicators[0].track.comparators.size(), 1U);
    EXPECT_EQ(after.interruptions.size(), 1U);
}

TEST(ComparatorValue, of_a_family_does_not_depend_on_the_order_and_scales_with_its_rates) {
    const auto family = [](const std::string& average, const std::vector<std::pair<int, int>>& areas) {
        std::string text;
        for (std::size_t i = 0; i < areas.size(); ++i) {
            text += "{ area = \"A" + std::to_string(i) + "\", numerator = " + std::to_string(areas[i].first) +
                    ", denominator = " + std::to_string(areas[i].second) + " }, ";
        }
        return value_of("average = \"" + average + "\", own_area = \"out\", members = [" + text + "]").value();
    };
    for (const char* average : {"mean_of_rates", "pooled"}) {
        EXPECT_EQ(family(average, {{10, 1000}, {90, 3000}, {7, 500}}),
                  family(average, {{7, 500}, {90, 3000}, {10, 1000}}));
        EXPECT_EQ(family(average, {{30, 1000}, {270, 3000}}), family(average, {{10, 1000}, {90, 3000}}) * Decimal(3));
    }
    // An area split in two changes nothing where numerators and denominators are pooled.
    EXPECT_EQ(family("pooled", {{10, 1000}, {90, 3000}}), family("pooled", {{10, 1000}, {40, 2500}, {50, 500}}));
}

}  // namespace
}  // namespace ontrack
