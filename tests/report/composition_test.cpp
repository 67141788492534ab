#include <algorithm>

#include <gtest/gtest.h>

#include <ontrack/plan/read_plan.hpp>

#include "report/blocks.hpp"

namespace {

using namespace ontrack;
using namespace ontrack::detail::report;
using Row = std::vector<std::string>;

const std::string head =
    "format = 1\n[plan]\nname = \"P\"\nyear = \"2017-18\"\n[[indicator]]\ncode = \"young\"\nname = \"Young people\"\n"
    "measure = \"count\"\npolarity = \"low\"\nfrequency = \"quarter\"\nyear_is = \"sum\"\nunit = \"offences\"\n";

std::string component(const std::string& code, const std::vector<std::string>& observations) {
    std::string text = "[[indicator.component]]\ncode = \"" + code + "\"\nname = \"" + code +
                       "\"\ntarget = { kind = \"absolute\", value = 90 }\nobservations = [";
    for (const std::string& each : observations) text += "{ period = " + each + " }, ";
    return text + "]\n";
}

std::vector<Row> composed(const std::string& components) {
    const Review result = review(parse_plan(head + components));
    for (const Block& block : blocks_of(result))
        if (block.id == "composition") return block.rows;
    return {};
}

const std::vector<std::string> a{"\"2016-17 Q2\", value = 6", "\"2017-18 Q1\", value = 0", "\"2017-18 Q2\", value = 5"};
const std::vector<std::string> b{"\"2016-17 Q2\", value = 30", "\"2017-18 Q1\", value = 18",
                                 "\"2017-18 Q2\", value = 21"};

TEST(Composition, decomposes_the_change_of_an_indicator_of_parts) {
    EXPECT_EQ(composed(component("a", a) + component("b", b)),
              (std::vector<Row>{{"Young people", "2017-18 Q2", "26", "−10", "+8"},
                                {"– a", "2017-18 Q2", "5", "−1", "+5"},
                                {"– b", "2017-18 Q2", "21", "−9", "+3"}}));
}

TEST(Composition, does_not_depend_on_the_order_of_observations_or_parts) {
    std::vector<std::string> backwards(a.rbegin(), a.rend());
    const auto one = composed(component("a", a) + component("b", b));
    EXPECT_EQ(one, composed(component("a", backwards) + component("b", b)));
    auto other = composed(component("b", b) + component("a", a));
    ASSERT_EQ(other.size(), 3U);
    std::swap(other[1], other[2]);
    EXPECT_EQ(one, other);
}

TEST(Composition, of_a_part_split_in_two_has_the_same_whole) {
    const auto one = composed(component("a", a) + component("b", b));
    const auto split = composed(
        component("a", a) +
        component("c", {"\"2016-17 Q2\", value = 10", "\"2017-18 Q1\", value = 8", "\"2017-18 Q2\", value = 20"}) +
        component("d", {"\"2016-17 Q2\", value = 20", "\"2017-18 Q1\", value = 10", "\"2017-18 Q2\", value = 1"}));
    ASSERT_EQ(split.size(), 4U);
    EXPECT_EQ(one.front(), split.front());
}

TEST(Composition, is_of_the_latest_period_that_every_part_has_whole) {
    // Q3 is known of one part only, and of the other up to a day in November.
    std::vector<std::string> more = a;
    more.emplace_back("\"2017-18 Q3\", value = 4");
    std::vector<std::string> part = b;
    part.emplace_back("\"2017-18 Q3\", up_to = 2017-11-12, value = 4");
    for (const auto& second : {b, part}) {
        const auto rows = composed(component("a", more) + component("b", second));
        ASSERT_EQ(rows.size(), 3U);
        EXPECT_EQ(rows.front()[1], "2017-18 Q2");
        EXPECT_EQ(rows.front()[2], "26");
    }
    EXPECT_TRUE(composed(component("a", a) + component("b", {"\"2017-18 Q1\", state = \"awaited\""})).empty());
}

TEST(Composition, adds_up_no_percentages) {
    std::string text = head + component("a", a) + component("b", b);
    text.replace(text.find("\"count\""), 7, "\"percentage\"");
    text.replace(text.find("\"sum\""), 5, "\"latest\"");
    for (const Block& block : blocks_of(review(parse_plan(text)))) EXPECT_NE(block.id, "composition");
}

std::vector<Row> annual(const std::string& target) {
    const Review result =
        review(parse_plan(head + "baseline = { value = 1681, period = \"2016-17\" }\ntarget = { " + target +
                          " }\nobservations = [{ period = \"2017-18 Q1\", value = 329 }]\n"));
    for (const Block& block : blocks_of(result))
        if (block.id == "per_annum") return block.rows;
    return {};
}

TEST(PerAnnum, shows_every_year_and_every_reading) {
    EXPECT_EQ(annual("kind = \"percent_per_annum\", percent = -1, years = 3"),
              (std::vector<Row>{{"Young people", "2017-18 to 2019-20", "1664 / 1648 / 1631 (compound)",
                                 "1664 / 1647 / 1631 (simple; rounded each year)"}}));
    EXPECT_EQ(annual("kind = \"percent_per_annum\", percent = -1, years = 3, convention = \"simple\""),
              (std::vector<Row>{{"Young people", "2017-18 to 2019-20", "1664 / 1647 / 1631 (simple)",
                                 "1664 / 1648 / 1631 (compound)"}}));
    EXPECT_EQ(annual("kind = \"percent_per_annum\", percent = -1, years = 1"),
              (std::vector<Row>{{"Young people", "2017-18", "1664 (compound)", "–"}}));
    EXPECT_TRUE(annual("kind = \"absolute\", value = 1664").empty());
}

}  // namespace
