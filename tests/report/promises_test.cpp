#include <gtest/gtest.h>

#include <ontrack/plan/read_plan.hpp>
#include <ontrack/report/report.hpp>

#include "report/json_reader.hpp"

namespace {

using namespace ontrack;
using test::Json;

/// Two quarters of a year that ends with a stretch target, a band, a target that is not set and one to maintain.
Review made_review() {
    const std::string level =
        "measure = \"percentage\"\npolarity = \"high\"\nfrequency = \"quarter\"\nyear_is = \"latest\"\n";
    const std::string count = "measure = \"count\"\npolarity = \"low\"\nfrequency = \"quarter\"\nyear_is = \"sum\"\n";
    const auto indicator = [](const std::string& code, const std::string& rest) {
        return "[[indicator]]\ncode = \"" + code + "\"\nname = \"The " + code + "\"\n" + rest;
    };
    const auto seen = [](const std::string& rest) {
        return "observations = [{ period = \"2009-10 Q2\", " + rest + " }]\n";
    };
    return review(parse_plan(
        "format = 1\n[plan]\nname = \"Made up\"\nyear = \"2009-10\"\n" +
        indicator("stretch", level +
                                 "target = { kind = \"stretch\", without = 44, value = 52, due = 2010-03-31, "
                                 "grant = 100000, decimals = 1 }\n" +
                                 seen("numerator = 490, denominator = 1000")) +
        indicator("reward", level + "target = { kind = \"stretch\", without = 44, value = 52, due = 2010-03-31 }\n" +
                                seen("value = 48")) +
        indicator("band", count + "target = { kind = \"band\", lower = 10, upper = 20 }\n" + seen("value = 4")) +
        indicator("survey",
                  level + "target = { kind = \"not_set\", note = \"After the survey\" }\n" + seen("value = 40")) +
        indicator("standard", level + "baseline = { value = 80, period = \"2008-09\" }\n" +
                                  "target = { kind = \"maintain\", margin = 5 }\n" + seen("value = 82"))));
}

Json read(const Review& review) {
    return test::JsonReader::read(to_json(review));
}

TEST(Promises, GrantsHaveATable) {
    const std::string table = to_table(made_review(), 160, false);
    EXPECT_NE(table.find("Reward grants at stake"), std::string::npos) << table;
    EXPECT_NE(table.find("62.5% of the way: £62,500"), std::string::npos) << table;
    EXPECT_NE(table.find("50% of the way: nothing"), std::string::npos) << table;
    EXPECT_NE(to_html(made_review()).find("Reward grants at stake"), std::string::npos);
}

TEST(Promises, WithoutAGrantThereIsNoTableOfThem) {
    Review without = made_review();
    for (IndicatorReview& one : without.indicators) one.assessment.whole.grant.reset();
    EXPECT_EQ(to_markdown(without).find("Reward grants"), std::string::npos);
}

TEST(Promises, CellsShowBothEdgesAndWhatIsNotSet) {
    const std::string table = to_table(made_review(), 160, false);
    EXPECT_NE(table.find("10–20"), std::string::npos) << table;
    EXPECT_NE(table.find("not set"), std::string::npos) << table;
    EXPECT_NE(to_csv(made_review()).find(",band,,,10,"), std::string::npos) << to_csv(made_review());
}

TEST(Promises, TheJsonHoldsThem) {
    const Json json = read(made_review());
    const Json& stretch = json["indicators"].items[0];
    EXPECT_EQ(stretch["grant"]["amount"].text, "100000");
    EXPECT_EQ(stretch["grant"]["share_projected"].text, "62.5");
    EXPECT_EQ(stretch["grant"]["paid_projected"].text, "62500");
    EXPECT_EQ(stretch["grant"]["pays_from"].text, "48.8");
    const Json& reward = json["indicators"].items[1];
    EXPECT_TRUE(reward["grant"]["amount"].is_null());
    EXPECT_EQ(reward["reasons"]["grant.amount"].text, "the plan gives no amount of the grant");
    EXPECT_EQ(reward["reasons"]["grant.probability_any"].text, "no numerator and denominator are given");
    const Json& band = json["indicators"].items[2];
    EXPECT_EQ(band["target"]["value"].text, "20");
    EXPECT_EQ(band["target"]["other_edge"].text, "10");
    EXPECT_EQ(band["trajectory"].items[0]["other_edge"].text, "10");
    EXPECT_FALSE(band.has("grant"));
    const Json& survey = json["indicators"].items[3];
    EXPECT_EQ(survey["status"]["projection"].text, "not_rated");
    EXPECT_EQ(survey["reasons"]["target.value"].text, "the target is not set yet (After the survey)");
    const Json& standard = json["indicators"].items[4];
    EXPECT_EQ(standard["maintained"]["edge"].text, "75");
    EXPECT_TRUE(standard["maintained"]["shown"].is_null());
    EXPECT_EQ(standard["reasons"]["maintained.shown"].text, "no numerator and denominator are given");
}

}  // namespace
