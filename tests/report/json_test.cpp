#include <cmath>
#include <limits>

#include <gtest/gtest.h>

#include <ontrack/base/version.hpp>
#include <ontrack/plan/read_plan.hpp>
#include <ontrack/report/report.hpp>

#include "report/json_reader.hpp"
#include "report/sample_review.hpp"

namespace {

using namespace ontrack;
using test::Json;

Json read(const Review& review) {
    return test::JsonReader::read(to_json(review));
}

const std::vector<std::string> not_walked{"components", "observations", "trajectory", "countermeasures", "reasons"};

/// Every null below `value` has its reason, by its dotted name.
void expect_reasons(const Json& value, const Json& reasons, const std::string& path) {
    for (const auto& [name, member] : value.members) {
        if (std::find(not_walked.begin(), not_walked.end(), name) != not_walked.end()) continue;
        const std::string dotted = path.empty() ? name : path + '.' + name;
        const bool unrated = member.kind == Json::Kind::string && member.text == "not_rated";
        if (member.is_null() || unrated) {
            ASSERT_TRUE(reasons.has(dotted)) << dotted;
            EXPECT_FALSE(reasons[dotted].text.empty()) << dotted;
        }
        expect_reasons(member, reasons, dotted);
    }
}

void expect_shape(const Json& line, bool is_part) {
    for (const char* key : {"code", "name", "theme", "measure", "polarity", "frequency", "baseline", "target",
                            "year_to_date", "projection", "status", "direction_of_travel", "components", "reasons",
                            "explanation", "explanation_data", "observations", "trajectory"})
        EXPECT_TRUE(line.has(key)) << key;
    EXPECT_EQ(line.has("risk"), !is_part);
    for (const char* key : {"value", "unrounded", "kind", "due", "end"}) EXPECT_TRUE(line["target"].has(key)) << key;
    for (const char* key :
         {"mean", "median", "lower_80", "upper_80", "lower_95", "upper_95", "probability_met", "required_per_period"})
        EXPECT_TRUE(line["projection"].has(key)) << key;
    for (const char* key : {"projection", "year_to_date"}) EXPECT_TRUE(line["status"].has(key)) << key;
    for (const char* key : {"last_year", "last_period"}) EXPECT_TRUE(line["direction_of_travel"].has(key)) << key;
    for (const char* key : {"likelihood", "impact", "rating", "basis"})
        EXPECT_TRUE(is_part || line["risk"].has(key)) << key;
    expect_reasons(line, line["reasons"], "");
    for (const Json& part : line["components"].items) expect_shape(part, true);
}

TEST(ToJson, EveryIndicatorHasTheShapeAndEveryNullItsReason) {
    const Json json = read(test::sample_review());
    EXPECT_EQ(json["as_at"].text, "2017-18 Q2");
    EXPECT_EQ(json["data_to"].text, "2017-09-30");
    EXPECT_EQ(json["year"].text, "2017-18");
    EXPECT_EQ(json["version"].text, std::string(version));
    ASSERT_EQ(json["indicators"].items.size(), 5U);
    for (const Json& indicator : json["indicators"].items) expect_shape(indicator, false);
    for (const Json& risk : json["risks"].items) expect_reasons(risk, risk["reasons"], "");
}

TEST(ToJson, NumbersAreExactDecimalsOrSixPlaces) {
    const Json json = read(test::sample_review());
    const Json& burglary = json["indicators"].items[0];
    EXPECT_EQ(burglary["target"]["value"].text, "1664");
    EXPECT_EQ(burglary["target"]["unrounded"].text, "1664.19");
    EXPECT_EQ(burglary["target"]["end"].text, "1631");
    EXPECT_EQ(burglary["target"]["kind"].text, "percent_per_annum");
    EXPECT_EQ(burglary["projection"]["mean"].text, "1561.234568");
    EXPECT_EQ(burglary["projection"]["probability_met"].text, "0.781235");
    EXPECT_EQ(burglary["status"]["projection"].text, "met");
    EXPECT_EQ(burglary["theme"].text, "Reduce burglary");
    EXPECT_EQ(burglary["explanation_data"]["assumed"].text, "equal shares; no trend");
    EXPECT_EQ(burglary["trajectory"].items[2]["unrounded"].text, "1631.072619");
}

TEST(ToJson, AMilestoneIsAnIndicator) {
    const Json json = read(test::sample_review());
    const Json& overdue = json["indicators"].items[3];
    EXPECT_EQ(overdue["target"]["kind"].text, "milestone");
    EXPECT_EQ(overdue["target"]["due"].text, "2017-06-30");
    EXPECT_TRUE(overdue["target"]["value"].is_null());
    EXPECT_EQ(overdue["status"]["projection"].text, "overdue");
    EXPECT_EQ(json["indicators"].items[4]["observations"].items[0]["done"].text, "2017-06-22");
}

TEST(ToJson, TheReasonIsTheOneThatWasGiven) {
    const Json json = read(test::sample_review());
    const Json& second = json["indicators"].items[2]["components"].items[1];
    EXPECT_EQ(second["reasons"]["projection.probability_met"].text, "no sample size is given");
    EXPECT_EQ(json["indicators"].items[0]["reasons"]["direction_of_travel.last_year"].text, "no value for 2016-17 Q2");
}

TEST(ToJson, RisksKeepThePlansOrderAndSayWhatIsJudged) {
    const Json json = read(test::sample_review());
    const Json& entry = json["risks"].items.back();
    EXPECT_EQ(entry["code"].text, "R1");
    EXPECT_EQ(entry["likelihood"].text, "Medium");
    EXPECT_EQ(entry["impact"].text, "High");
    EXPECT_EQ(entry["rating"].text, "High");
    EXPECT_EQ(entry["basis"].text, "judged");
    EXPECT_EQ(entry["provisional"].text, "true");
    EXPECT_EQ(entry["disagrees"].text, "true");
    EXPECT_EQ(entry["countermeasures"].items[1]["owner"].text, "Data officer");
}

TEST(ToJson, NotANumberBecomesNullWithAReason) {
    Review review = test::sample_review();
    review.indicators[0].assessment.whole.projection.mean = std::nan("");
    review.indicators[0].assessment.whole.projection.interval_95->upper = std::numeric_limits<double>::infinity();
    const Json json = read(review);
    const Json& burglary = json["indicators"].items[0];
    EXPECT_TRUE(burglary["projection"]["mean"].is_null());
    EXPECT_TRUE(burglary["projection"]["upper_95"].is_null());
    expect_shape(burglary, false);
}

TEST(ToJson, WithoutAsAtSaysWhyItIsNull) {
    Review review = test::sample_review();
    review.as_at.reset();
    const Json json = read(review);
    EXPECT_TRUE(json["as_at"].is_null());
    EXPECT_TRUE(json["reasons"].has("as_at"));
}

TEST(ToJson, EveryNullOfTheExamplesHasItsReason) {
    for (const char* name : {"hillingdon-2017-18.toml", "made-up-register.toml"}) {
        const Plan plan = read_plan(std::string(ONTRACK_SOURCE_DIR "/examples/") + name);
        const Json json = read(review(plan));
        for (const Json& indicator : json["indicators"].items) expect_shape(indicator, false);
    }
    const Plan plan = read_plan(ONTRACK_SOURCE_DIR "/examples/hillingdon-2017-18.toml");
    for (int i = 0; i < 4; ++i) {
        const Json json = read(review(plan, test::quarter(i)));
        EXPECT_EQ(json["indicators"].items.size(), 17U);
        for (const Json& indicator : json["indicators"].items) expect_shape(indicator, false);
        for (const Json& risk : json["risks"].items) expect_reasons(risk, risk["reasons"], "");
    }
}

}  // namespace
