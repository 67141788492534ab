#include <algorithm>

#include <gtest/gtest.h>

#include <ontrack/plan/read_plan.hpp>
#include <ontrack/report/report.hpp>

#include "assessment/small_plan.hpp"
#include "report/blocks.hpp"
#include "report/json_reader.hpp"

namespace ontrack {
namespace {

using namespace detail::report;
using test::seen;

Review reviewed(const std::string& observations, const std::string& more = "", const std::string& target = "99") {
    return review(test::count_plan(target, observations, "unit = \"offences\"\n" + more), std::nullopt);
}
const std::string two_quarters = seen("2017-18 Q1", "133") + seen("2017-18 Q2", "131");
const std::string small_quarters = seen("2017-18 Q1", "33") + seen("2017-18 Q2", "31");

const Block* find(const std::vector<Block>& blocks, const std::string& id) {
    const auto found = std::find_if(blocks.begin(), blocks.end(), [&](const Block& each) { return each.id == id; });
    return found == blocks.end() ? nullptr : &*found;
}
std::size_t count(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++n;
    return n;
}

std::string months() {
    std::string all;
    for (int i = 0; i < 12; ++i) {
        all += seen(Period::of_month(2017, 4).plus(i).label(), i % 2 == 0 ? "10" : "12");
    }
    return all;
}
Review monthly(const std::string& target) {
    return review(test::small_plan("measure = \"count\"\npolarity = \"low\"\nfrequency = \"month\"\nyear_is = \"sum\"\n"
                                   "target = { kind = \"absolute\", value = " +
                                   target + " }\nobservations = [" + months() + "]\n"),
                  std::nullopt);
}

TEST(ChanceBlock, HasARowForWhatChanceSaysAndNoneWithoutCounts) {
    const auto blocks = blocks_of(reviewed(two_quarters));
    const Block* chance = find(blocks, "chance");
    ASSERT_NE(chance, nullptr);
    EXPECT_EQ(chance->columns,
              (std::vector<std::string>{"Indicator", "To date against its share of the target", "On last period"}));
    EXPECT_EQ(chance->rows[0][1], "⊖ 233–298 against 50");
    EXPECT_EQ(chance->rows[0][2], "≈ −2.6% (−24 to +25)");
    EXPECT_EQ(chance->tones[0], (std::vector<std::string_view>{"", "bad", ""}));
    EXPECT_NE(chance->note.find("the plan states none"), std::string::npos);
    EXPECT_EQ(find(blocks, "process"), nullptr);

    const Review level = review(test::level_plan("kind = \"floor\", value = 60", seen("2017-18 Q1", "61")));
    EXPECT_EQ(find(blocks_of(level), "chance"), nullptr);
}

TEST(ChanceBlock, PrintsNoPerCentOfASmallBase) {
    const auto blocks = blocks_of(reviewed(small_quarters));
    EXPECT_EQ(find(blocks, "chance")->rows[0][2], "≈ 31 after 33");
}

TEST(ChanceBlock, SaysWhatIsAdjustedAndWhatIsQualified) {
    const auto blocks = blocks_of(
        reviewed(seen("2017-18 Q1", "133") + seen("2017-18 Q2", "131", "state = \"provisional\""), "dispersion = 2\n"));
    const Block* chance = find(blocks, "chance");
    EXPECT_TRUE(chance->rows[0][1].ends_with(" *")) << chance->rows[0][1];
    EXPECT_TRUE(chance->rows[0][2].ends_with(" *"));
    EXPECT_NE(chance->note.find("only where the plan states it. Cells with * are qualified."), std::string::npos);
}

TEST(ProcessBlock, HasVariationAssuranceAndLimits) {
    const auto blocks = blocks_of(monthly("204"));
    const Block* process = find(blocks, "process");
    ASSERT_NE(process, nullptr);
    EXPECT_EQ(process->rows[0],
              (std::vector<std::string>{"Thefts", "≈ common cause", "Ⓟ will pass the target", "6–16 about 11", "12"}));
    EXPECT_EQ(process->tones[0][2], "good");
    EXPECT_EQ(find(blocks_of(monthly("60")), "process")->rows[0][2], "Ⓕ will fail the target");
    EXPECT_EQ(find(blocks_of(monthly("130")), "process")->rows[0][2], "? hit or miss");
}

TEST(Table, MarksWhatIsWithinChanceAndExplainsItOnlyThen) {
    const std::string table = to_table(reviewed(small_quarters));
    EXPECT_NE(table.find("■ off target ≈"), std::string::npos) << table;
    EXPECT_NE(table.find("↗ improving ≈"), std::string::npos);
    EXPECT_NE(table.find("≈\u00A0may\u00A0be\u00A0chance"), std::string::npos);
    EXPECT_NE(to_table(reviewed(two_quarters)).find("■ off target ≠"), std::string::npos);
    const Review level = review(test::level_plan("kind = \"floor\", value = 60", seen("2017-18 Q1", "61")));
    EXPECT_EQ(to_table(level).find("may\u00A0be\u00A0chance"), std::string::npos);
}

TEST(Markdown, SaysItInWords) {
    const std::string text = to_markdown(reviewed(small_quarters));
    EXPECT_NE(text.find("■ off target, may be chance |"), std::string::npos) << text;
    EXPECT_NE(text.find("↗ improving, may be chance |"), std::string::npos);
    EXPECT_NE(text.find("\nMay be chance: chance alone could have"), std::string::npos);
    const Review level = review(test::level_plan("kind = \"floor\", value = 60", seen("2017-18 Q1", "61")));
    EXPECT_EQ(to_markdown(level).find("May be chance"), std::string::npos);
}

TEST(Html, SaysItInWordsBesideTheMarks) {
    const std::string text = to_html(reviewed(small_quarters));
    EXPECT_EQ(count(text, "<small>may be chance</small>"), 1U);
    EXPECT_EQ(count(text, "<small>on last period, may be chance</small>"), 1U);
    EXPECT_EQ(count(text, "May be chance: chance alone could have"), 1U);
    EXPECT_EQ(count(text, "<small>on last year</small>"), 1U);
}

TEST(Json, HoldsEveryNumberOfIt) {
    const test::Json line = test::JsonReader::read(to_json(reviewed(two_quarters)))["indicators"].items[0];
    EXPECT_EQ(line["interval"]["status"].text, "misses");
    EXPECT_EQ(line["interval"]["value"].text, "264");
    EXPECT_EQ(line["interval"]["against"].text, "49.5");
    EXPECT_NEAR(line["interval"]["lower_95"].number(), 233.11, 0.01);
    const test::Json& change = line["change"]["last_period"];
    EXPECT_EQ(change["within_chance"].text, "true");
    EXPECT_EQ(change["before"].text, "133");
    EXPECT_NEAR(change["change"].number(), 100.0 * (131.0 / 92.0 / (133.0 / 91.0) - 1.0), 1e-5);
    EXPECT_TRUE(line["change"]["last_year"].is_null());
    EXPECT_EQ(line["reasons"]["change.last_year"].text, "no figure for 2016-17 Q2");
    EXPECT_EQ(line["reasons"]["process"].text, "2 whole periods are known, and limits are drawn from 12");

    const test::Json process = test::JsonReader::read(to_json(monthly("204")))["indicators"].items[0]["process"];
    EXPECT_EQ(process["variation"].text, "common cause");
    EXPECT_EQ(process["assurance"].text, "will pass the target");
    EXPECT_EQ(process["target"].text, "17");
    EXPECT_EQ(process["convention"].text, "making-data-count-7");
}

TEST(Json, HoldsNoPerCentOfASmallBase) {
    const test::Json line = test::JsonReader::read(to_json(reviewed(small_quarters)))["indicators"].items[0];
    const test::Json& change = line["change"]["last_period"];
    EXPECT_EQ(change["small_base"].text, "true");
    EXPECT_EQ(change["in"].text, "per cent");
    EXPECT_FALSE(change["p_value"].is_null());
    for (const char* key : {"change", "lower_95", "upper_95"}) {
        EXPECT_TRUE(change[key].is_null());
        EXPECT_EQ(line["reasons"][std::string("change.last_period.") + key].text, "small base");
    }
}

TEST(Csv, HasItsColumnsAndNoInfinity) {
    const std::string csv = to_csv(reviewed(seen("2017-18 Q1", "0") + seen("2017-18 Q2", "4")));
    EXPECT_NE(csv.find("interval_status,interval_lower_95,interval_upper_95,change_last_year,"), std::string::npos);
    EXPECT_EQ(csv.find("inf"), std::string::npos);
    EXPECT_NE(csv.find(",,,,per cent,0."), std::string::npos) << csv;  // no per cent of nothing, but its test
}

}  // namespace
}  // namespace ontrack
