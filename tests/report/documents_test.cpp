#include <filesystem>

#include <gtest/gtest.h>

#include <ontrack/plan/read_plan.hpp>
#include <ontrack/report/report.hpp>

namespace ontrack {
namespace {

/// A plan of a document's own sentences, and what the report must say of them.
struct Document {
    std::string name;
    std::vector<std::string> printed;
};

/// The report without the backslashes that keep Markdown from reading the plan's text as markup.
std::string markdown_of(const Review& result) {
    std::string text = to_markdown(result);
    std::erase(text, '\\');
    return text;
}

void expect_printed(const std::string& text, const std::vector<std::string>& printed) {
    for (const std::string& words : printed) EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
}

class DocumentReport : public testing::TestWithParam<Document> {};

TEST_P(DocumentReport, prints_every_statement) {
    const auto file =
        std::filesystem::path(ONTRACK_SOURCE_DIR) / "tests/report/documents" / (GetParam().name + ".toml");
    const Review result = review(read_plan(file));
    expect_printed(markdown_of(result), GetParam().printed);
    EXPECT_FALSE(to_table(result).empty());
    EXPECT_FALSE(to_html(result).empty());
    EXPECT_FALSE(to_json(result).empty());
    EXPECT_FALSE(to_csv(result).empty());
}

Review example(const std::string& name) {
    return review(read_plan(std::filesystem::path(ONTRACK_SOURCE_DIR) / "examples" / (name + ".toml")));
}

class ExampleReport : public testing::TestWithParam<Document> {};

TEST_P(ExampleReport, prints_the_figures_of_its_document) {
    expect_printed(markdown_of(example(GetParam().name)), GetParam().printed);
}

TEST(ExampleReports, have_the_rows_of_the_highlight_report) {
    const Review result = example("waltham-forest-2008-09");
    EXPECT_EQ(result.plan.indicators.size(), 8U);
    EXPECT_EQ(result.plan.boards.size(), 6U);
    EXPECT_EQ(result.plan.risks.size(), 11U);
    for (const Placement& risk : result.risks) {
        EXPECT_EQ(risk.basis, LikelihoodBasis::judged) << risk.code;
        EXPECT_TRUE(risk.impact.has_value()) << risk.code;
        EXPECT_FALSE(risk.countermeasures.empty()) << risk.code;
        EXPECT_EQ(risk.board.empty(), !risk.from_register) << risk.code;
    }
}

TEST(ExampleReports, have_the_headlines_of_the_minutes_in_their_order) {
    const std::string text = markdown_of(example("waltham-forest-2006-07"));
    std::size_t at = 0;
    for (const char* name : {"Total BCS Comparator Crime", "Personal Property", "Residential Burglary",
                             "Vehicle Crime, Theft from", "Robbery & Theft, Cycles", "Gun Enabled Crime", "Wounding",
                             "Domestic Violence SD Rate", "Racist SD Rate", "TNO SD Rate"}) {
        std::string escaped = name;
        if (const std::size_t sign = escaped.find('&'); sign != std::string::npos) escaped.replace(sign, 1, "&amp;");
        const std::size_t next = text.find("| " + escaped + " |", at);
        ASSERT_NE(next, std::string::npos) << name;
        at = next;
    }
}

std::string json_of(const std::string& name) {
    return to_json(
        review(read_plan(std::filesystem::path(ONTRACK_SOURCE_DIR) / "tests/report/documents" / (name + ".toml"))));
}

TEST(DocumentJson, holds_what_is_said_beside_the_numbers) {
    const std::string text = json_of("review-2010");
    for (const char* part : {"\"figure\": \"10–20\"", "\"figure_kind\": \"range\"", "\"state\": \"estimated\"",
                             "\"derived_from\": \"236 is a 50% reduction from 2004\"", "\"answer\": \"lower\"",
                             "\"code\": \"small-base\"", "\"id\": \"interruptions\""}) {
        EXPECT_NE(text.find(part), std::string::npos) << part;
    }
    EXPECT_NE(json_of("scrutiny-2017").find("\"id\": \"contradictions\""), std::string::npos);
    EXPECT_NE(json_of("scrutiny-2017").find("\"id\": \"composition\""), std::string::npos);
}

std::string test_name(const testing::TestParamInfo<Document>& each) {
    std::string name = each.param.name;
    for (char& c : name) c = c == '-' ? '_' : c;
    return name;
}

INSTANTIATE_TEST_SUITE_P(
    Documents, ExampleReport,
    testing::Values(
        Document{"waltham-forest-2008-09",
                 {"34% of target",
                  "87.5–89.3%",
                  "£25,000",
                  "broadly on target",
                  "11 (3 persistent Street Drinkers, 8 young people)",
                  "27 (4 persistent street drinkers, 12 owner-occupiers, 11 a group of young people)",
                  "it is called off target in 2008-09 Q3, although its target is not set yet",
                  "no accurate data",
                  "NI 16 Serious acquisitive crime rate | – | – | – | – | – | ◇ off track (reported)",
                  "◇ target exceeded (reported)",
                  "worsening on the last period",
                  "| awaited |",
                  "◇ off target (reported) (qualified)",
                  "Treated as High owing to recent change in providers",
                  "Failure to reach this target will result in the loss of Reward Grant",
                  "a grant hangs on it; nothing is said of its loss",
                  "on 6 Nov 2008",
                  "by 7 Nov 2008",
                  "on 12 Nov 2008",
                  "on 27 Nov 2008",
                  "29 Nov 2008 – 17 Dec 2008",
                  "from 24 Nov 2008",
                  "from 15 Dec 2008"}},
        Document{"waltham-forest-2006-07",
                 {"−5.9% (on what is not said); worsening compared with a month ago",
                  "−19.4%",
                  "−12.1%",
                  "+20.7% (on what is not said)",
                  "+21.4%",
                  "actual numbers are still quite low",
                  "−32%",
                  "−1.9%",
                  "31.7% or +31.7%",
                  "25% | – | 21.8%",
                  "20% | – | 19.1%",
                  "10.2%",
                  "| 1198 |",
                  "+15% on 2005-06; flagged red for performance",
                  "flagged red only for the quality of the data",
                  "expected flagged green by 2006-07 Q4",
                  "expected improving by 2006-07 Q3",
                  "89.5% in 2006-07 H1 against 83.4% National: higher",
                  "47.6% in 2006-07 H1 against 70.5% National: lower",
                  "£100,000",
                  "hoped £50,000",
                  "possibly £5,000,000",
                  "| RT |",
                  "| ML |",
                  "| JA |",
                  "| CK |",
                  "| All members |"}},
        Document{"haringey-2013-14",
                 {"All targets are met but two, as reported: Youth re-offending and Repeat referrals",
                  "| 13.5% | 9% | −4.5 points | −33.3% |", "| 50% | 57% | +7 points | +14% |", "lowest in London (50%)",
                  "| 70 | 209 | +139 | +198.6% |", "| 3756 | 2501 | −1,255 | −33.4% |", "(17 of 28)", "42.4 to 76.4%",
                  "(12 of 17)", "either points: it was 35%, or per cent: it was 38.1%",
                  "due to exceed its overall 5% MOPAC crime reduction target",
                  "All targets are met but one, as reported: A full communications strategy", "Uplift in funding: 20%",
                  "possibly £1,200,000"}},
        Document{"hillingdon-2017-18",
                 {"1664 / 1648 / 1631 (compound) | 1664 / 1647 / 1631 (simple; rounded each year)",
                  "| 31 | 33 | 9 |",
                  "| 127 | 134 | 49 |",
                  "2017-18 Q3 | 14 | – | −12",
                  "96%",
                  "(24 of 25)",
                  "6.6%",
                  "4.5%",
                  "45.8%",
                  "37.4%",
                  "60%",
                  "40.9%",
                  "39.3%",
                  "33.9%",
                  "258 service users",
                  "93 service users",
                  "65 of 93 clients",
                  "17 of 93 clients",
                  "85%",
                  "87%",
                  "41%",
                  "16 referrals",
                  "23 cases",
                  "a change of +50% is reported, but from 18 (the baseline) to 23 in 2017-18 Q2 it is +27.8%"}},
        Document{"hammersmith-fulham-2010-11",
                 {"+3% on last year",
                  "1,000–1,500 a year",
                  "2004-05 | 472 | estimated; derived from",
                  "236",
                  "20 offenders",
                  "0.78",
                  "over represented by 29%",
                  "90%",
                  "77%",
                  "18% in 2010-11 against 30% National: lower",
                  "≥ 158",
                  "10–20",
                  "≤ 3000",
                  "−72%",
                  "per cent of 31",
                  "876",
                  "353 offenders",
                  "76%",
                  "54%",
                  "45%",
                  "the target, 25%, begins with 2011-12"}}),
    test_name);

INSTANTIATE_TEST_SUITE_P(
    Documents, DocumentReport,
    testing::Values(
        Document{
            "highlight-2008",
            {"there are no accurate data for 2008-09 H1", "Low", "down on last year | ↗ improving",
             "NI 16 Serious acquisitive crime rate | – | – | – | – | – | ◇ off track (reported)",
             "off track; up; “a significant increase” | ↘ worsening", "◇ on target (reported)",
             "the figure for 2008-09 H1 is awaited", "above target; down on the last period", "◇ off target (reported)",
             "34%", "87.5–89.3%", "■ off target", "11 (3 for persistent street drinkers, 8 with young people)",
             "27 (4 to persistent street drinkers, 12 to owner-occupiers, 11 to young people)"}},
        Document{"minutes-2007",
                 {"−5.9% (on what is not said); worsening compared with a month ago",
                  "+20.7% (on what is not said) | ↘ worsening", "−32% (on what is not said) | ↗ improving",
                  "“actual numbers are still quite low”", "10.2%",
                  "31.7% or +31.7% | either the level is 31.7%, or it is 31.7% more than before", "19.1%", "21.8%",
                  "+15% on 2005-06; flagged red; expected off target by 2006-07",
                  "flagged red only for the quality of the data; expected flagged green by 2006-07 Q4",
                  "which says nothing of performance", "expected improving by 2006-07 Q3",
                  "89.5% in 2006-07 H1 against 83.4% National: higher, which is better",
                  "47.6% in 2006-07 H1 against 70.5% National: lower, which is worse"}},
        Document{"round-up-2014",
                 {"9%", "↗ improving", "57%", "up on last year", "209", "target exceeded", "2501",
                  "down 33.4% on last year", "61%", "70.6%", "per cent of 28, fewer than 50",
                  "per cent of 17, fewer than 50", "either points: it was 35%, or per cent: it was 38.1%",
                  "expected target exceeded; “due to exceed its overall 5% reduction target”",
                  "Communications strategy | 2013-14 | – | off track |", "possibly £1,200,000"}},
        Document{"scrutiny-2017",
                 {"a change of +50% is reported, but from 18 (the baseline) to 23 in 2017-18 Q2 it is +27.8%",
                  "Offences against young people | 2017-18 Q3 | 14", "31.35", "127.3", "per cent of 25, fewer than 50",
                  "96%", "6.6% in 2017-18 Q2 against 4.5% National average: higher, which is better",
                  "60% in 2017-18 Q2 against 40.9% National average", "◇ on track (reported)", "+87%", "> 450"}},
        Document{
            "review-2010",
            {"Westfield centre opened", "1,000–1,500 a year", "158", "stable", "10–20", "236", "down 50% on 2004-05",
             "0.78", "improving", "1.29", "18% in 2010-11 against 30% National: lower, which is better", "≤ 3000",
             "−72%", "per cent of 31, fewer than 50"}}),
    test_name);

}  // namespace
}  // namespace ontrack
