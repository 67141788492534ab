#include "report/blocks.hpp"

#include <gtest/gtest.h>

#include <ontrack/plan/read_plan.hpp>
#include <ontrack/report/report.hpp>

#include "report/text.hpp"

namespace {

using namespace ontrack;
using namespace ontrack::detail::report;

const char* const board_report = R"(format = 1
[plan]
name = "Report"
year = "2008-09"
period_covered = "2008-04-01..2008-10-27"
[[theme]]
code = "t"
name = "Treatment"
[[indicator]]
code = "x"
name = "Thefts"
theme = "t"
measure = "count"
polarity = "low"
frequency = "quarter"
year_is = "sum"
target = { kind = "absolute", value = 100 }
observations = [{ period = "2008-09 Q1", value = 20 }]
[[budget]]
name = "Young people's substance misuse"
allocated = 125000
spent = "50000.50"
to_be_allocated = 25000
reported = "broadly on target"
[[progress]]
text = "Enforcement | took place <b>"
theme = "t"
figures = [{ name = "Warning letters", value = 1027 }, { name = "Share", value = 61, unit = "%" }]
[[attention]]
text = "Data sharing"
[[action]]
text = "Circulate the details of the family to all members of the group before the next meeting"
owner = "JA"
due = 2008-06-29
[[action]]
text = "Find premises"
[[next_period]]
text = "Visit"
due = 2008-11-06
[[next_period]]
text = "Campaign"
from = 2008-11-29
due = 2008-12-17
)";

Review made() {
    const Plan plan = parse_plan(board_report);
    return review(plan, parse_period("2008-09 Q1", plan.year_start));
}

const Block* find(const std::vector<Block>& blocks, const std::string& id) {
    for (const Block& block : blocks)
        if (block.id == id) return &block;
    return nullptr;
}

TEST(Blocks, HoldWhatThePlanHoldsAndNothingElse) {
    const std::vector<Block> blocks = blocks_of(made());
    std::vector<std::string> ids;
    for (const Block& block : blocks) ids.push_back(block.id);
    EXPECT_EQ(ids, (std::vector<std::string>{"roll_ups", "chance", "budget", "progress", "attention", "actions",
                                             "next_period"}));
    EXPECT_EQ(find(blocks, "budget")->columns,
              (std::vector<std::string>{"Line", "Allocated", "Spent", "To be allocated", "Still free", "Position",
                                        "As reported"}));
    EXPECT_EQ(
        find(blocks, "budget")->rows.front(),
        (std::vector<std::string>{"Young people's substance misuse", "£125,000", "£50,000.50", "£25,000", "£74,999.50",
                                  "under budget: what is committed is not known", "broadly on target"}));
    EXPECT_EQ(find(blocks, "progress")->rows.front()[2], "Warning letters: 1,027; Share: 61%");
    EXPECT_EQ(find(blocks, "attention")->columns, std::vector<std::string>{"Item"});
    EXPECT_EQ(find(blocks, "actions")->note, "1 overdue on 30 June 2008.");
    EXPECT_EQ(find(blocks, "actions")->rows[0][3], "✗ overdue");
    EXPECT_EQ(find(blocks, "actions")->rows[1][3], "no day named");
    EXPECT_EQ(find(blocks, "next_period")->rows[0][1], "by 6 Nov 2008");
    EXPECT_EQ(find(blocks, "next_period")->rows[1][1], "29 Nov 2008 – 17 Dec 2008");
}

TEST(Blocks, FitIntoTheWidthWhateverTheyHold) {
    for (const Block& block : blocks_of(made())) {
        for (const std::size_t width : {20U, 40U, 80U, 160U}) {
            const BlockLines lines = block_lines(block, width);
            for (const std::string& line : lines.heading) EXPECT_LE(display_width(line), width) << line;
            for (const std::string& line : lines.rows) EXPECT_LE(display_width(line), width) << line;
        }
    }
}

TEST(Blocks, NoWordIsLostByWrapping) {
    const Block block{"b", "B", "", {"First", "Second"}, {{"one two three four five six", "x"}}};
    std::string all;
    for (const std::string& line : block_lines(block, 16).rows) all += line + ' ';
    for (const char* word : {"one", "two", "three", "four", "five", "six"})
        EXPECT_NE(all.find(word), std::string::npos) << word;
}

TEST(Blocks, EveryFormatPrintsThemAndEscapesTheirText) {
    const Review review = made();
    EXPECT_NE(to_table(review).find("Areas for attention"), std::string::npos);
    EXPECT_NE(to_markdown(review).find("Enforcement \\| took place &lt;b&gt;"), std::string::npos);
    EXPECT_NE(to_html(review).find("Enforcement | took place &lt;b&gt;"), std::string::npos);
    EXPECT_NE(to_json(review).find("\"id\": \"next_period\""), std::string::npos);
}

}  // namespace
