#include <ontrack/assessment/contradiction.hpp>

#include <gtest/gtest.h>

#include "assessment/small_plan.hpp"

namespace ontrack {
namespace {

using test::count_plan;
using test::level_plan;
using test::seen;
using test::small_plan;

std::vector<Contradiction> in(const Plan& plan) {
    std::vector<Assessment> assessments;
    const Period year = parse_period("2017-18", Frequency::year);
    for (const Indicator& one : plan.indicators) assessments.push_back(assess(plan, one, year, Date(2018, 3, 31)));
    return contradictions(plan, assessments);
}
std::string code(const Plan& plan) {
    const auto found = in(plan);
    return found.empty() ? "" : found.size() == 1 ? found[0].code : std::to_string(found.size()) + " found";
}
Plan marac(const std::string& reported, const std::string& value = "23") {
    return small_plan(
        "measure = \"rate\"\nper = 10000\npolarity = \"high\"\nfrequency = \"quarter\"\nyear_is = \"latest\"\n"
        "baseline = { value = 18, period = \"2016-17\" }\nobservations = [" +
        seen("2017-18 Q2", value, "reported = { " + reported + " }") + "]\n");
}

TEST(Contradiction, of_a_reported_change_with_the_numbers) {
    const auto found = in(marac("direction = \"up\", change_percent = 50, compared_with = \"baseline\""));
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "change-against-numbers");
    EXPECT_EQ(found[0].sentence,
              "Thefts: a change of +50% is reported, but from 18 (the baseline) to 23 in 2017-18 Q2 it is +27.8%");
    EXPECT_EQ(found[0].indicator, "x");
    EXPECT_GT(found[0].where.line, 0U);
}

TEST(Contradiction, leaves_a_change_that_is_rounded_or_cut) {
    for (const char* size : {"27", "28", "27.7", "27.8", "27.77"}) {
        EXPECT_EQ(code(marac(std::string("change_percent = ") + size + ", compared_with = \"baseline\"")), "") << size;
    }
    for (const char* size : {"26", "29", "27.6", "27.9"}) {
        EXPECT_EQ(code(marac(std::string("change_percent = ") + size + ", compared_with = \"baseline\"")),
                  "change-against-numbers")
            << size;
    }
}

TEST(Contradiction, takes_a_change_of_either_kind_in_both_readings) {
    EXPECT_EQ(code(marac("change = 5, compared_with = \"baseline\"")), "");    // points
    EXPECT_EQ(code(marac("change = 28, compared_with = \"baseline\"")), "");   // per cent
    EXPECT_EQ(code(marac("change = 12, compared_with = \"baseline\"")), "change-against-numbers");
    EXPECT_EQ(code(marac("change_points = 28, compared_with = \"baseline\"")), "change-against-numbers");
}

TEST(Contradiction, of_a_reported_direction_with_the_numbers) {
    EXPECT_EQ(code(marac("direction = \"down\", compared_with = \"baseline\"")), "direction-against-numbers");
    EXPECT_EQ(code(marac("direction = \"worsening\", compared_with = \"baseline\"")), "direction-against-numbers");
    EXPECT_EQ(code(marac("direction = \"up\", compared_with = \"baseline\"")), "");
    EXPECT_EQ(code(marac("direction = \"up\", compared_with = \"baseline\"", "18")), "direction-against-numbers");
    EXPECT_EQ(code(marac("direction = \"down\", compared_with = \"unknown\"")), "");
    EXPECT_EQ(code(marac("direction = \"down\", compared_with = \"last_year\"")), "");  // no figure of last year
}

TEST(Contradiction, of_a_reported_status_with_the_computed_one) {
    const auto level = [](const std::string& value, const std::string& status) {
        return code(
            level_plan("kind = \"absolute\", value = 60", seen("2017-18 Q2", value, "reported = \"" + status + "\"")));
    };
    EXPECT_EQ(level("50", "on_target"), "status-against-numbers");
    EXPECT_EQ(level("70", "off_target"), "status-against-numbers");
    EXPECT_EQ(level("58", "on_target"), "");  // close is neither
    EXPECT_EQ(level("58", "off_target"), "");
    EXPECT_EQ(level("70", "above_target"), "");
    EXPECT_EQ(level("70", "below_target"), "status-against-numbers");
    EXPECT_EQ(level("50", "on_track"), "status-against-numbers");
}

TEST(Contradiction, of_parts_that_do_not_add_up) {
    const auto contracts = [](const std::string& parts) {
        return code(count_plan("100", seen("2017-18 Q1", "27", "parts = [" + parts + "]")));
    };
    EXPECT_EQ(contracts("{ name = \"a\", value = 4 }, { name = \"b\", value = 12 }, { name = \"c\", value = 11 }"), "");
    EXPECT_EQ(contracts("{ name = \"a\", value = 4 }, { name = \"b\", value = 12 }, { name = \"c\", value = 10 }"),
              "parts-do-not-add-up");
    const std::string figures =
        "figures = [{ name = \"ABCs\", value = 11, parts = [{ name = \"a\", value = 3 }, { name = \"b\", value = ";
    EXPECT_EQ(code(count_plan("100", "", figures + "8 }] }]\n")), "");
    EXPECT_EQ(code(count_plan("100", "", figures + "9 }] }]\n")), "parts-do-not-add-up");
}

TEST(Contradiction, of_a_sum_with_its_parts) {
    const auto total = [](const std::string& own) {
        const std::string other =
            "[[indicator]]\ncode = \"y\"\nname = \"Y\"\nmeasure = \"count\"\npolarity = \"low\"\nfrequency = "
            "\"quarter\"\n"
            "year_is = \"sum\"\n";
        return code(count_plan("100", seen("2017-18 Q1", "30"),
                               other + "observations = [" + seen("2017-18 Q1", "40") + "]\n" +
                                   "[[indicator]]\ncode = \"z\"\n" + other.substr(other.find("name")) +
                                   "sum_of = [\"x\", \"y\"]\nobservations = [" + own + "]\n"));
    };
    EXPECT_EQ(total(seen("2017-18 Q1", "70")), "");
    EXPECT_EQ(total(seen("2017-18 Q1", "71")), "sum-against-figure");
    EXPECT_EQ(total(""), "");
}

TEST(Contradiction, does_not_hold_a_quarter_against_a_year) {
    EXPECT_EQ(
        code(count_plan("100",
                        seen("2017-18 Q1", "30",
                             "reported = { direction = \"up\", change_percent = 5, compared_with = \"baseline\" }"),
                        "baseline = { value = 110, period = \"2016-17\" }\n")),
        "");
}

TEST(Contradiction, of_a_change_depends_on_neither_scale_nor_polarity) {
    for (const char* size : {"27", "27.8", "27.9", "50"}) {
        const std::string reported = std::string("change_percent = ") + size + ", compared_with = \"baseline\"";
        const std::string one = code(marac(reported));
        Plan scaled = marac(reported);
        Indicator& indicator = scaled.indicators.front();
        indicator.track.baseline->value = *indicator.track.baseline->value * Decimal(1000);
        indicator.track.observations.front().value = *indicator.track.observations.front().value * Decimal(1000);
        EXPECT_EQ(code(scaled), one) << size;
        indicator.polarity = Polarity::low;
        EXPECT_EQ(code(scaled), one) << size;
    }
}

}  // namespace
}  // namespace ontrack
