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

class DocumentReport : public testing::TestWithParam<Document> {};

TEST_P(DocumentReport, prints_every_statement) {
    const auto file =
        std::filesystem::path(ONTRACK_SOURCE_DIR) / "tests/report/documents" / (GetParam().name + ".toml");
    const Review result = review(read_plan(file));
    std::string text = to_markdown(result);
    for (std::size_t at = text.find('\\'); at != std::string::npos; at = text.find('\\', at)) text.erase(at, 1);
    for (const std::string& words : GetParam().printed) {
        EXPECT_NE(text.find(words), std::string::npos) << words << "\n" << text;
    }
    EXPECT_FALSE(to_table(result).empty());
    EXPECT_FALSE(to_html(result).empty());
    EXPECT_FALSE(to_json(result).empty());
    EXPECT_FALSE(to_csv(result).empty());
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
    [](const auto& each) {
        std::string name = each.param.name;
        for (char& c : name) c = c == '-' ? '_' : c;
        return name;
    });

}  // namespace
}  // namespace ontrack
