#include <ostream>

#include <gtest/gtest.h>

#include "plan/texts.hpp"

namespace ontrack {
namespace {

using test::milestone;
using test::monthly_count;
using test::quarterly_count;
using test::quarterly_percentage;
using test::quarterly_survey;
using test::replaced;

struct Mistake {
    std::string text;
    std::string code;
    std::size_t line;
    std::size_t column;
    std::string key;
};

std::ostream& operator<<(std::ostream& out, const Mistake& mistake) {
    return out << mistake.code;
}

class OneMistake : public testing::TestWithParam<Mistake> {};

TEST_P(OneMistake, is_named_with_its_place_and_remedy) {
    const Mistake& mistake = GetParam();
    const auto problems = test::problems_in(mistake.text);
    std::string all;
    for (const Problem& problem : problems) all += problem.to_string() + "\n";
    ASSERT_EQ(problems.size(), 1U) << mistake.text << all;
    EXPECT_EQ(problems[0].code, mistake.code) << all;
    EXPECT_EQ(problems[0].where, (Place{"test.toml", mistake.line, mistake.column, mistake.key})) << all;
    EXPECT_FALSE(problems[0].message.empty());
    EXPECT_FALSE(problems[0].remedy.empty());
}

std::string seen(const std::string& rest) {
    return "observations = [{ period = \"2017-18 Q1\", " + rest + " }]\n";
}
std::string of_period(const std::string& label) {
    return "observations = [{ period = \"" + label + "\", value = 1 }]\n";
}
const std::string second_indicator =
    "[[indicator]]\ncode = \"a\"\nname = \"B\"\nmeasure = \"count\"\npolarity = \"low\"\nfrequency = \"year\"\n"
    "year_is = \"sum\"\n";
const std::string scales =
    "[risk]\nimpact = [\"L\", \"H\"]\nrating = [\"L\", \"H\"]\nlikelihood = [{ name = \"L\", below = \"1/2\" }, "
    "{ name = \"H\" }]\nmatrix = [[\"L\", \"H\"], [\"L\", \"H\"]]\n";
const std::string base = "baseline = { value = 100, period = \"2016-17\" }\n";
std::string part(const std::string& code) {
    return "[[indicator.component]]\ncode = \"" + code + "\"\nname = \"P\"\n";
}

INSTANTIATE_TEST_SUITE_P(
    Structure, OneMistake,
    testing::Values(
        Mistake{"format = 1\nformat = 1\n", "not-toml", 2, 10, ""},
        Mistake{replaced(quarterly_count, "format = 1", "format = 2"), "unknown-format", 1, 10, "format"},
        Mistake{replaced(quarterly_count, "format = 1", "format = \"1\""), "wrong-type", 1, 10, "format"},
        Mistake{replaced(quarterly_count, "format = 1", ""), "missing-key", 1, 1, "format"},
        Mistake{"format = 1\nindicator = []\n[plan]\nname = \"x\"", "no-indicators", 2, 13, "indicator"},
        Mistake{replaced(quarterly_count, "[[indicator]]", "[indicator]"), "wrong-type", 4, 1, "indicator"},
        Mistake{quarterly_count + "narative = \"x\"", "unknown-key", 11, 1, "indicator[0].narative"},
        Mistake{quarterly_count + "\"odd key\" = 1", "unknown-key", 11, 1, "indicator[0].\"odd key\""},
        Mistake{quarterly_count + "per = 1000", "unexpected-key", 11, 7, "indicator[0].per"},
        Mistake{replaced(quarterly_percentage, "percentage", "rate"), "missing-key", 4, 1, "indicator[0].per"},
        Mistake{replaced(quarterly_count, "code = \"a\"", ""), "missing-key", 4, 1, "indicator[0].code"},
        Mistake{replaced(quarterly_count, "\"A\"", "7"), "wrong-type", 6, 8, "indicator[0].name"},
        Mistake{replaced(quarterly_count, "\"A\"", "\" \""), "empty-text", 6, 8, "indicator[0].name"},
        Mistake{replaced(quarterly_count, "\"low\"", "\"lower\""), "unknown-word", 8, 12, "indicator[0].polarity"},
        Mistake{quarterly_count + second_indicator, "duplicate-code", 12, 8, "indicator[1].code"},
        Mistake{quarterly_count + "theme = \"t\"", "unknown-reference", 11, 9, "indicator[0].theme"},
        Mistake{quarterly_count + "[[theme]]\ncode = \"t\"\nname = \"T\"\n[[theme]]\ncode = \"t\"\nname = \"U\"",
                "duplicate-code", 15, 8, "theme[1].code"},
        Mistake{replaced(quarterly_count, "[[indicator]]", "year_start = \"Apr\"\n[[indicator]]"), "no-such-month", 4,
                14, "plan.year_start"},
        Mistake{replaced(quarterly_count, "[[indicator]]", "year = \"2017-19\"\n[[indicator]]"), "no-such-period", 4, 8,
                "plan.year"},
        Mistake{quarterly_count + "[status.projection]\ntolerance_percent = -1", "negative-tolerance", 12, 21,
                "status.projection.tolerance_percent"},
        Mistake{replaced(quarterly_count, "\"sum\"", "\"ratio_of_sums\""), "year-rule-does-not-fit", 10, 11,
                "indicator[0].year_is"},
        Mistake{replaced(quarterly_percentage, "latest", "sum"), "year-rule-does-not-fit", 10, 11,
                "indicator[0].year_is"},
        Mistake{replaced(quarterly_percentage, "\"percentage\"", "\"rate\"\nper = 0"), "per-not-positive", 8, 7,
                "indicator[0].per"},
        Mistake{quarterly_count + "seasonal_shares = [1, 1, 1]", "wrong-number-of-shares", 11, 19,
                "indicator[0].seasonal_shares"},
        Mistake{quarterly_count + "seasonal_shares = [1, 1, 0, 1]", "share-not-positive", 11, 26,
                "indicator[0].seasonal_shares[2]"},
        Mistake{quarterly_count + "seasonal_shares = [1, 1, \"x\", 1]", "not-a-number", 11, 26,
                "indicator[0].seasonal_shares[2]"},
        Mistake{quarterly_count + "dispersion = 0.9", "dispersion-below-one", 11, 14, "indicator[0].dispersion"},
        Mistake{quarterly_count + "design_effect = 1.5", "unexpected-key", 11, 17, "indicator[0].design_effect"},
        Mistake{replaced(quarterly_percentage, "\"percentage\"", "\"survey_percentage\"") + "design_effect = 0",
                "design-effect-not-positive", 11, 17, "indicator[0].design_effect"},
        Mistake{replaced(quarterly_percentage, "\"percentage\"", "\"survey_percentage\"") + "dispersion = 2",
                "unexpected-key", 11, 14, "indicator[0].dispersion"},
        Mistake{replaced(quarterly_percentage, "\"percentage\"", "\"duration\"\nunit = \"days\"") + "dispersion = 2",
                "unexpected-key", 12, 14, "indicator[0].dispersion"},
        Mistake{quarterly_percentage + "seasonal_shares = [1, 1, 1, 1]", "unexpected-key", 11, 19,
                "indicator[0].seasonal_shares"},
        Mistake{quarterly_count + part("p"), "one-component", 11, 1, "indicator[0].component[0]"},
        Mistake{quarterly_count + part("p") + part("p"), "duplicate-code", 15, 8, "indicator[0].component[1].code"},
        Mistake{quarterly_count + seen("value = 1") + part("p") + part("q"), "track-beside-components", 11, 16,
                "indicator[0].observations"},
        Mistake{quarterly_count + base + part("p") + part("q"), "track-beside-components", 11, 22,
                "indicator[0].baseline.value"}));

INSTANTIATE_TEST_SUITE_P(
    Observations, OneMistake,
    testing::Values(
        Mistake{quarterly_count + of_period("2017-18 Q5"), "no-such-period", 11, 28,
                "indicator[0].observations[0].period"},
        Mistake{monthly_count + of_period("2017-13"), "no-such-period", 11, 28, "indicator[0].observations[0].period"},
        Mistake{quarterly_count + of_period("2017-18"), "wrong-frequency", 11, 28,
                "indicator[0].observations[0].period"},
        Mistake{quarterly_count + of_period("9017-18 Q1"), "year-out-of-range", 11, 28,
                "indicator[0].observations[0].period"},
        Mistake{quarterly_count + of_period("1817-18 Q1"), "year-out-of-range", 11, 28,
                "indicator[0].observations[0].period"},
        Mistake{quarterly_count + of_period("2017-04-02..2017-05-01"), "range-not-in-period", 11, 28,
                "indicator[0].observations[0].period"},
        Mistake{quarterly_count + of_period("2017-04-01..2017-07-01"), "range-not-in-period", 11, 28,
                "indicator[0].observations[0].period"},
        Mistake{
            quarterly_count +
                "observations = [\n{ period = \"2017-18 Q2\", value = 1 },\n{ period = \"2017-18 Q1\", value = 2 },\n"
                "{ period = \"2017-18 Q2\", value = 3 }]",
            "repeated-period", 14, 12, "indicator[0].observations[2].period"},
        Mistake{quarterly_count + "observations = [{ value = 1 }]", "missing-key", 11, 17,
                "indicator[0].observations[0].period"},
        Mistake{quarterly_count + seen("value = nan"), "not-a-number", 11, 50, "indicator[0].observations[0].value"},
        Mistake{quarterly_count + seen("value = -inf"), "not-a-number", 11, 50, "indicator[0].observations[0].value"},
        Mistake{quarterly_count + seen("value = \"many\""), "not-a-number", 11, 50,
                "indicator[0].observations[0].value"},
        Mistake{quarterly_count + seen("value = true"), "wrong-type", 11, 50, "indicator[0].observations[0].value"},
        Mistake{quarterly_count + seen("value = 1e300"), "number-out-of-range", 11, 50,
                "indicator[0].observations[0].value"},
        Mistake{quarterly_count + seen("value = 1e-300"), "number-out-of-range", 11, 50,
                "indicator[0].observations[0].value"},
        Mistake{quarterly_count + seen("value = -4"), "negative-value", 11, 50, "indicator[0].observations[0].value"},
        Mistake{quarterly_count + seen("value = 4.5"), "fractional-count", 11, 50,
                "indicator[0].observations[0].value"},
        Mistake{quarterly_percentage + seen("value = 101"), "not-a-percentage", 11, 50,
                "indicator[0].observations[0].value"},
        Mistake{quarterly_survey + seen("value = -1"), "negative-value", 11, 50, "indicator[0].observations[0].value"},
        Mistake{quarterly_percentage + seen("numerator = 5, denominator = 4"), "numerator-over-denominator", 11, 54,
                "indicator[0].observations[0].numerator"},
        Mistake{quarterly_percentage + seen("numerator = 0, denominator = 0"), "denominator-not-positive", 11, 71,
                "indicator[0].observations[0].denominator"},
        Mistake{quarterly_percentage + seen("value = 5, denominator = 4"), "half-a-ratio", 11, 67,
                "indicator[0].observations[0].denominator"},
        Mistake{quarterly_percentage + seen("value = 67, numerator = 66, denominator = 100"), "value-contradicts-ratio",
                11, 50, "indicator[0].observations[0].value"},
        Mistake{quarterly_count + seen("value = 5, numerator = 5, denominator = 9"), "unexpected-key", 11, 65,
                "indicator[0].observations[0].numerator"},
        Mistake{replaced(quarterly_percentage, "latest", "ratio_of_sums") + seen("value = 50"), "needs-ratio", 11, 50,
                "indicator[0].observations[0].value"},
        Mistake{quarterly_count + seen("value = 5, state = \"awaited\""), "state-contradicts-value", 11, 50,
                "indicator[0].observations[0].value"},
        Mistake{quarterly_count + seen("state = \"final\""), "missing-value", 11, 17,
                "indicator[0].observations[0].value"},
        Mistake{quarterly_count + seen("state = \"waited\""), "unknown-word", 11, 50,
                "indicator[0].observations[0].state"},
        Mistake{quarterly_count + seen("value = 5, up_to = 2017-07-01"), "day-outside-period", 11, 61,
                "indicator[0].observations[0].up_to"},
        Mistake{quarterly_count + seen("value = 5, up_to = \"2017-06-31\""), "no-such-date", 11, 61,
                "indicator[0].observations[0].up_to"},
        Mistake{quarterly_count + seen("value = 5, up_to = 2017-06-01T10:00:00"), "wrong-type", 11, 61,
                "indicator[0].observations[0].up_to"},
        Mistake{quarterly_count + seen("value = 5, done = 2017-06-01"), "unknown-key", 11, 53,
                "indicator[0].observations[0].done"}));

INSTANTIATE_TEST_SUITE_P(
    Targets, OneMistake,
    testing::Values(
        Mistake{quarterly_count + base + "target = { kind = \"percent\" }", "unknown-word", 12, 19,
                "indicator[0].target.kind"},
        Mistake{quarterly_count + base + "target = { kind = \"absolute\", value = 9, years = 2 }", "unknown-key", 12,
                42, "indicator[0].target.years"},
        Mistake{quarterly_count + base + "target = { kind = \"linear\", value = 9 }", "missing-key", 12, 10,
                "indicator[0].target.due"},
        Mistake{quarterly_count + base + "target = { kind = \"percent_per_annum\", percent = -1, years = 1000000000 }",
                "years-out-of-range", 12, 62, "indicator[0].target.years"},
        Mistake{quarterly_count + base + "target = { kind = \"percent_per_annum\", percent = -1, years = 10000000000 }",
                "number-out-of-range", 12, 62, "indicator[0].target.years"},
        Mistake{quarterly_count + base + "target = { kind = \"absolute\", value = 9, decimals = 7 }",
                "decimals-out-of-range", 12, 53, "indicator[0].target.decimals"},
        Mistake{quarterly_count + base + "target = { kind = \"absolute\", value = 9, rounding = \"up\" }",
                "unknown-word", 12, 53, "indicator[0].target.rounding"},
        Mistake{quarterly_count + base + "target = { kind = \"percent_by_date\", percent = -5, due = 2017-03-31 }",
                "due-before-baseline", 12, 58, "indicator[0].target.due"},
        Mistake{quarterly_count + base + "target = { kind = \"absolute\", value = 9, due = 2999-03-31 }",
                "year-out-of-range", 12, 48, "indicator[0].target.due"},
        Mistake{quarterly_count + "target = { kind = \"percent_by_date\", percent = -5 }", "needs-baseline", 11, 19,
                "indicator[0].target.kind"},
        Mistake{quarterly_count + "baseline = { value = 9 }\n" +
                    "target = { kind = \"percent_per_annum\", percent = -5, years = 1 }",
                "needs-baseline", 12, 19, "indicator[0].target.kind"},
        Mistake{quarterly_count + base + "target = { kind = \"percent_by_date\", percent = 5 }",
                "target-against-polarity", 12, 48, "indicator[0].target.percent"},
        Mistake{quarterly_percentage + base + "target = { kind = \"percent_by_date\", percent = -5 }",
                "target-against-polarity", 12, 48, "indicator[0].target.percent"},
        Mistake{quarterly_count + "target = { kind = \"floor\", value = 5 }", "target-against-polarity", 11, 19,
                "indicator[0].target.kind"},
        Mistake{quarterly_percentage + "target = { kind = \"ceiling\", value = 5 }", "target-against-polarity", 11, 19,
                "indicator[0].target.kind"},
        Mistake{quarterly_count + base + "target = { kind = \"linear\", value = 110, due = 2018-03-31 }",
                "target-against-polarity", 12, 37, "indicator[0].target.value"},
        Mistake{quarterly_percentage + base + "target = { kind = \"floor\" }", "value-or-percent", 12, 10,
                "indicator[0].target"},
        Mistake{quarterly_percentage + "target = { kind = \"floor\", value = 160 }", "not-a-percentage", 11, 36,
                "indicator[0].target.value"},
        Mistake{quarterly_percentage + base + "target = { kind = \"percent_by_date\", percent = 5 }",
                "not-a-percentage", 12, 48, "indicator[0].target.percent"},
        Mistake{quarterly_count + base + "target = { kind = \"percent_by_date\", percent = -101 }", "negative-value",
                12, 48, "indicator[0].target.percent"},
        Mistake{replaced(quarterly_count, "\"low\"", "\"high\"") + base +
                    "target = { kind = \"percent_per_annum\", percent = 1e9, years = 50 }",
                "number-out-of-range", 12, 50, "indicator[0].target.percent"},
        Mistake{quarterly_count + "baseline = { value = -1 }", "negative-value", 11, 22, "indicator[0].baseline.value"},
        Mistake{quarterly_percentage + "baseline = { value = 120 }", "not-a-percentage", 11, 22,
                "indicator[0].baseline.value"},
        Mistake{quarterly_count + "baseline = { value = 9, period = \"2016-17 Q4\" }", "baseline-not-a-year", 11, 34,
                "indicator[0].baseline.period"},
        Mistake{quarterly_count + "baseline = { value = 9, period = \"2016-18\" }\n" +
                    "target = { kind = \"percent_by_date\", percent = -5 }",
                "no-such-period", 11, 34, "indicator[0].baseline.period"},
        Mistake{quarterly_count + "target = { kind = \"milestone\", due = 2018-03-31 }", "target-does-not-fit", 11, 19,
                "indicator[0].target.kind"}));

INSTANTIATE_TEST_SUITE_P(
    Milestones, OneMistake,
    testing::Values(Mistake{replaced(milestone, "name = \"A\"", "name = \"A\"\npolarity = \"low\""), "unknown-key", 7,
                            1, "indicator[0].polarity"},
                    Mistake{milestone + "per = 100", "unknown-key", 11, 1, "indicator[0].per"},
                    Mistake{replaced(milestone, "target = { kind = \"milestone\", due = 2017-11-30 }", ""),
                            "missing-key", 4, 1, "indicator[0].target"},
                    Mistake{replaced(milestone, "kind = \"milestone\", due", "kind = \"absolute\", value = 1, due"),
                            "target-does-not-fit", 9, 19, "indicator[0].target.kind"},
                    Mistake{milestone + "observations = [{ period = \"2017-18 Q1\", value = 1 }]", "unknown-key", 11,
                            42, "indicator[0].observations[0].value"},
                    Mistake{milestone + "observations = [{ note = \"x\" }]", "missing-key", 11, 17,
                            "indicator[0].observations[0].period"},
                    Mistake{milestone + "observations = [{ period = \"2017-18 Q1\", done = 2017-11-22 }]",
                            "day-outside-period", 11, 49, "indicator[0].observations[0].done"},
                    Mistake{milestone + "observations = [{ done = 1400-01-01 }]", "year-out-of-range", 11, 26,
                            "indicator[0].observations[0].done"},
                    Mistake{milestone + "baseline = { value = 1 }", "unexpected-key", 11, 22,
                            "indicator[0].baseline.value"}));

INSTANTIATE_TEST_SUITE_P(
    Risks, OneMistake,
    testing::Values(Mistake{quarterly_count + "impact = \"Huge\"", "unknown-word", 11, 10, "indicator[0].impact"},
                    Mistake{quarterly_count + "impact = 3", "wrong-type", 11, 10, "indicator[0].impact"},
                    Mistake{quarterly_count + "likelihood = { level = \"Hgh\" }", "unknown-word", 11, 24,
                            "indicator[0].likelihood.level"},
                    Mistake{quarterly_count + "likelihood = { level = \"High\", provisional = 1 }", "wrong-type", 11,
                            46, "indicator[0].likelihood.provisional"},
                    Mistake{quarterly_count + "[[risk_register]]\ncode = \"r\"\ndescription = \"d\"\nindicator = \"b\"",
                            "unknown-reference", 14, 13, "risk_register[0].indicator"},
                    Mistake{quarterly_count +
                                "[[risk_register]]\ncode = \"r\"\ndescription = \"d\"\n[[risk_register]]\ncode = "
                                "\"r\"\ndescription = \"d\"",
                            "duplicate-code", 15, 8, "risk_register[1].code"},
                    Mistake{quarterly_count + replaced(scales, "rating = [\"L\", \"H\"]\n", ""), "missing-key", 11, 1,
                            "risk.rating"},
                    Mistake{quarterly_count + replaced(scales, "\"1/2\"", "\"1/0\""), "not-a-probability", 14, 37,
                            "risk.likelihood[0].below"},
                    Mistake{quarterly_count + replaced(scales, "\"1/2\"", "1.5"), "not-a-probability", 14, 37,
                            "risk.likelihood[0].below"},
                    Mistake{quarterly_count + replaced(scales, ", below = \"1/2\"", ""), "bands-do-not-fit", 14, 15,
                            "risk.likelihood[0]"},
                    Mistake{quarterly_count + replaced(scales, "name = \"H\"", "name = \"H\", below = 0.9"),
                            "bands-do-not-fit", 14, 68, "risk.likelihood[1].below"},
                    Mistake{quarterly_count + replaced(scales, "\"1/2\"", "0"), "bands-do-not-fit", 14, 37,
                            "risk.likelihood[0].below"},
                    Mistake{quarterly_count + replaced(scales, "[[\"L\", \"H\"], ", "["), "matrix-does-not-fit", 15, 10,
                            "risk.matrix"},
                    Mistake{quarterly_count + replaced(scales, "[[\"L\", \"H\"],", "[[\"L\"],"), "matrix-does-not-fit",
                            15, 11, "risk.matrix[0]"},
                    Mistake{quarterly_count + replaced(scales, "[[\"L\"", "[[\"M\""), "unknown-rating", 15, 12,
                            "risk.matrix[0][0]"},
                    Mistake{quarterly_count + replaced(scales, "impact = [\"L\", \"H\"]", "impact = [\"L\", \"L\"]"),
                            "duplicate-level", 12, 10, "risk.impact"}));

INSTANTIATE_TEST_SUITE_P(Statements, OneMistake,
                         testing::Values(Mistake{quarterly_count + seen("range = [20, 10]"), "not-a-range", 11, 50,
                                                 "indicator[0].observations[0].range"},
                                         Mistake{quarterly_count + seen("value = 3, more_than = 2"), "two-figures", 11,
                                                 65, "indicator[0].observations[0].more_than"},
                                         Mistake{quarterly_count + seen("change_percent = -5"), "missing-key", 11, 17,
                                                 "indicator[0].observations[0].compared_with"},
                                         Mistake{quarterly_count + seen("more_than = 3, certainty = \"hoped\""),
                                                 "unexpected-key", 11, 69, "indicator[0].observations[0].certainty"},
                                         Mistake{quarterly_count + seen("reported = \"good\""), "unknown-word", 11, 53,
                                                 "indicator[0].observations[0].reported"},
                                         Mistake{quarterly_count + seen("reported = { flag = \"purple\" }"),
                                                 "unknown-word", 11, 62, "indicator[0].observations[0].reported.flag"},
                                         Mistake{quarterly_count + "sum_of = [\"b\"]", "unknown-reference", 11, 11,
                                                 "indicator[0].sum_of[0]"},
                                         Mistake{quarterly_count + "comparators = [{ code = \"n\", name = \"N\" }]",
                                                 "one-kind-of-comparator", 11, 16, "indicator[0].comparators[0]"},
                                         Mistake{quarterly_count +
                                                     "[[interruption]]\ncode = \"i\"\nname = \"I\"\nfrom = "
                                                     "2017-05-01\nkind = \"step\"\nindicators = [\"b\"]",
                                                 "unknown-reference", 16, 15, "interruption[0].indicators[0]"}));

TEST(Mistakes, suggest_what_was_meant) {
    EXPECT_EQ(test::problems_in(quarterly_count + "narative = \"x\"")[0].remedy, "Did you mean `narrative`?");
    const auto theme =
        test::problems_in(quarterly_count + "theme = \"tems\"\n[[theme]]\ncode = \"team\"\nname = \"T\"");
    EXPECT_EQ(theme[0].remedy, "Did you mean `team`?");
    EXPECT_NE(test::problems_in(quarterly_count + second_indicator)[0].message.find("line 4"), std::string::npos);
}

TEST(Mistakes, cannot_write_to_a_terminal) {
    const auto problems = test::problems_in(quarterly_count + "\"\\u001b[2J\" = 1");
    EXPECT_EQ(problems[0].to_string().find('\x1b'), std::string::npos);
}

TEST(Mistakes, are_all_found_in_one_run) {
    const auto problems = test::problems_in(R"(format = 1
[plan]
nmae = "ten mistakes"
year = "2017-19"
[[indicator]]
code = "a"
name = 5
measure = "count"
polarity = "low"
frequency = "quarter"
year_is = "sum"
theme = "none"
baseline = { value = 100, period = "2016-17" }
target = { kind = "percent_by_date", percent = 5 }
observations = [
  { period = "2017-18 Q1", value = -1 },
  { period = "2017-18 Q1", value = 1, colour = "red" },
  { period = "2017-18 Q9", value = 1 },
]
impact = "Enormous"
)");
    std::vector<std::pair<std::size_t, std::string>> found;
    for (const Problem& problem : problems) found.emplace_back(problem.where.line, problem.code);
    EXPECT_EQ(found, (std::vector<std::pair<std::size_t, std::string>>{{2, "missing-key"},
                                                                       {3, "unknown-key"},
                                                                       {4, "no-such-period"},
                                                                       {7, "wrong-type"},
                                                                       {12, "unknown-reference"},
                                                                       {14, "target-against-polarity"},
                                                                       {16, "negative-value"},
                                                                       {17, "repeated-period"},
                                                                       {17, "unknown-key"},
                                                                       {18, "no-such-period"},
                                                                       {20, "unknown-word"}}));
}

TEST(Mistakes, beyond_ten_thousand_are_counted) {
    std::string text = quarterly_count;
    for (int i = 0; i < 20'000; ++i) text += "k" + std::to_string(i) + " = 1\n";
    const auto problems = test::problems_in(text);
    ASSERT_EQ(problems.size(), 10'001U);
    EXPECT_EQ(problems.back().code, "too-many-mistakes");
    EXPECT_NE(problems.back().message.find("20000"), std::string::npos);
}

TEST(Mistakes, do_not_breed_others) {
    // What cannot be read is named once; nothing is said of what hangs on it.
    EXPECT_EQ(test::problems_in(replaced(quarterly_count, "\"quarter\"", "\"weekly\"") + of_period("2017-18 Q1") + base)
                  .size(),
              1U);
    EXPECT_EQ(test::problems_in(replaced(quarterly_count, "\"low\"", "1") + base +
                                "target = { kind = \"percent_by_date\", percent = 5 }")
                  .size(),
              1U);
    EXPECT_EQ(test::problems_in(replaced(quarterly_count, "[[indicator]]", "year_start = 4\n[[indicator]]") +
                                of_period("2017 Q1"))
                  .size(),
              1U);
    EXPECT_EQ(test::problems_in(quarterly_count + "impact = \"H\"\n[risk]\nimpact = 3\n").size(), 4U);
}

}  // namespace
}  // namespace ontrack
