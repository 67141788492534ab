#include <gtest/gtest.h>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using test::assess_first;
using test::count_plan;
using test::seen;
using test::small_plan;

std::string code(const Plan& plan) {
    const auto cautions = assess_first(plan).whole.cautions;
    return cautions.empty() ? "" : cautions.front().code;
}
Plan of(const std::string& measure, const std::string& observation) {
    return small_plan("measure = \"" + measure +
                      "\"\npolarity = \"low\"\nfrequency = \"year\"\nyear_is = \"latest\"\nobservations = [{ period = "
                      "\"2017-18\", " +
                      observation + " }]\n");
}

TEST(Caution, is_raised_below_twenty_events) {
    EXPECT_EQ(code(count_plan("30", seen("2017-18 Q1", "10") + seen("2017-18 Q2", "9"))), "small-numbers");
    EXPECT_EQ(code(count_plan("30", seen("2017-18 Q1", "10") + seen("2017-18 Q2", "10"))), "");
    EXPECT_EQ(code(of("count", "range = [10, 20]")), "small-numbers");
    EXPECT_EQ(code(of("count", "range = [20, 30]")), "");
    EXPECT_EQ(code(of("count", "less_than = 20")), "small-numbers");
    EXPECT_EQ(code(of("count", "less_than = 21")), "");
    EXPECT_EQ(code(of("count", "more_than = 5")), "");
    EXPECT_EQ(code(of("ratio", "numerator = 19, denominator = 1000")), "small-numbers");
    EXPECT_EQ(code(of("ratio", "numerator = 20, denominator = 10")), "");
}

TEST(Caution, is_raised_for_per_cent_of_fewer_than_fifty) {
    EXPECT_EQ(code(of("percentage", "numerator = 24, denominator = 25")), "small-base");
    EXPECT_EQ(code(of("percentage", "numerator = 24, denominator = 49")), "small-base");
    EXPECT_EQ(code(of("percentage", "numerator = 24, denominator = 50")), "");
    EXPECT_EQ(code(of("cohort_proportion", "change_percent = -72, compared_with = \"unknown\", denominator = 31")),
              "small-base");
}

TEST(Caution, needs_counts) {
    EXPECT_EQ(code(of("percentage", "value = 5")), "");
    EXPECT_EQ(code(of("count", "change_percent = 21.4, compared_with = \"unknown\"")), "");
}

TEST(Caution, takes_its_thresholds_as_data) {
    const Plan plan = of("percentage", "numerator = 24, denominator = 49");
    const Indicator& one = plan.indicators.front();
    const Period year = parse_period("2017-18", Frequency::year);
    EXPECT_EQ(cautions(one, one.track, year, {.events = 20, .base = 49}).size(), 0U);
    EXPECT_EQ(cautions(one, one.track, year, {.events = 20, .base = 50}).size(), 1U);
}

TEST(Caution, says_when_a_flag_is_no_judgement_of_performance) {
    EXPECT_EQ(code(of("count", "reported = { flag = \"red\", flag_reason = \"data_quality\" }")),
              "flag-for-data-quality");
    EXPECT_EQ(code(of("count", "reported = { flag = \"red\", flag_reason = \"performance\" }")), "");
    EXPECT_EQ(code(of("count", "reported = { flag = \"red\" }")), "");
}

TEST(Caution, depends_on_neither_polarity_nor_on_how_the_events_are_split) {
    const auto quarters = [](const std::vector<int>& events, Polarity polarity) {
        std::string observations;
        for (std::size_t i = 0; i < events.size(); ++i) {
            observations += seen("2017-18 Q" + std::to_string(i + 1), std::to_string(events[i]));
        }
        Plan plan = count_plan("30", observations);
        plan.indicators.front().polarity = polarity;
        return code(plan);
    };
    for (const Polarity polarity : {Polarity::low, Polarity::high}) {
        for (const auto& below : {std::vector{19}, std::vector{9, 10}, std::vector{10, 9}, std::vector{4, 5, 5, 5}}) {
            EXPECT_EQ(quarters(below, polarity), "small-numbers");
        }
        for (const auto& enough : {std::vector{20}, std::vector{10, 10}, std::vector{5, 5, 5, 5}}) {
            EXPECT_EQ(quarters(enough, polarity), "");
        }
    }
}

TEST(Caution, names_the_counts_where_there_are_any) {
    EXPECT_EQ(assess_first(of("percentage", "numerator = 17, denominator = 28")).whole.cautions.at(0).sentence,
              "small numbers: per cent of 28, fewer than 50, so that each one counts much (17 of 28)");
    EXPECT_EQ(
        assess_first(of("cohort_proportion", "change_percent = -72, compared_with = \"unknown\", denominator = 31"))
            .whole.cautions.at(0)
            .sentence,
        "small numbers: per cent of 31, fewer than 50, so that each one counts much");
}

}  // namespace
}  // namespace ontrack
