#include <ontrack/plan/read_plan.hpp>

#include <algorithm>
#include <fstream>

#include <gtest/gtest.h>

#include "plan/texts.hpp"

namespace ontrack {
namespace {

using test::quarterly_count;

Indicator indicator_of(const std::string& text) {
    return parse_plan(text).indicators.front();
}

TEST(ReadPlan, takes_numbers_in_three_spellings) {
    const auto first_value = [](const std::string& number) {
        return indicator_of(test::quarterly_percentage +
                            "observations = [{ period = \"2017-18 Q1\", value = " + number + " }]")
            .track.observations.front()
            .value.value();
    };
    EXPECT_EQ(first_value("48"), Decimal(48));
    EXPECT_EQ(first_value("48.8").to_string(), "48.8");
    EXPECT_EQ(first_value("\"48.80\"").to_string(), "48.8");
    EXPECT_EQ(first_value("0.1").to_string(), "0.1");
}

TEST(ReadPlan, sorts_observations) {
    const std::vector<std::string> entries{
        "{ period = \"2016-17 Q4\", value = 4 }", "{ period = \"2017-18 Q1\", value = 1 }",
        "{ period = \"2017-18 Q2\", value = 2 }", "{ period = \"2017-18 Q3\", state = \"awaited\" }"};
    std::vector<std::size_t> order{0, 1, 2, 3};
    do {
        std::string list;
        for (const std::size_t i : order) list += entries[i] + ", ";
        const auto seen = indicator_of(quarterly_count + "observations = [" + list + "]").track.observations;
        ASSERT_EQ(seen.size(), 4U);
        EXPECT_EQ(seen[0].period.label(), "2016-17 Q4");
        EXPECT_EQ(seen[1].value, Decimal(1));
        EXPECT_EQ(seen[2].value, Decimal(2));
        EXPECT_EQ(seen[3].state, DataState::awaited);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST(ReadPlan, takes_a_dated_range_for_the_period_that_it_begins) {
    const auto seen_in = [](const std::string& range) {
        return indicator_of(quarterly_count + "observations = [{ period = \"" + range + "\", value = 1 }]")
            .track.observations.front();
    };
    EXPECT_EQ(seen_in("2017-04-01..2017-05-10").period.label(), "2017-18 Q1");
    EXPECT_EQ(seen_in("2017-04-01..2017-05-10").up_to, Date(2017, 5, 10));
    EXPECT_EQ(seen_in("2017-04-01..2017-06-30").up_to, std::nullopt);
}

TEST(ReadPlan, works_out_the_value_that_a_ratio_gives) {
    const auto value = [](const std::string& start) {
        return indicator_of(start + "observations = [{ period = \"2017-18 Q1\", numerator = 2, denominator = 3 }]")
            .track.observations.front()
            .value.value()
            .to_string();
    };
    EXPECT_EQ(value(test::quarterly_survey), "66.666666666667");
    EXPECT_EQ(value(test::replaced(test::quarterly_percentage, "\"percentage\"", "\"rate\"\nper = 1000")),
              "666.666666666667");
}

TEST(ReadPlan, takes_a_value_rounded_or_cut_from_its_ratio) {
    for (const std::string value : {"18", "18.3", "18.2", "18.28"}) {
        EXPECT_TRUE(test::problems_in(test::quarterly_survey + "observations = [{ period = \"2017-18 Q1\", value = " +
                                      value + ", numerator = 17, denominator = 93 }]")
                        .empty())
            << value;
    }
}

TEST(ReadPlan, takes_a_year_for_a_baseline_unless_it_may_be_a_month) {
    const auto label = [](const std::string& start, const std::string& period) {
        return indicator_of(start + "baseline = { value = 5, period = \"" + period + "\" }")
            .track.baseline.value()
            .period.value()
            .label();
    };
    EXPECT_EQ(label(quarterly_count, "2010-11"), "2010-11");
    EXPECT_EQ(label(test::quarterly_percentage, "2016-17 Q4"), "2016-17 Q4");
    EXPECT_EQ(label(test::monthly_count, "2016-17"), "2016-17");
    EXPECT_EQ(label(test::monthly_count, "2010/11"), "2010-11");
    const auto problems = test::problems_in(test::monthly_count + "baseline = { value = 5, period = \"2010-11\" }");
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].code, "ambiguous-period");
}

TEST(ReadPlan, reads_rules_scales_and_the_register) {
    const Plan plan = read_plan(std::filesystem::path(ONTRACK_SOURCE_DIR) / "examples" / "made-up-register.toml");
    EXPECT_EQ(plan.year_to_date_rule.tolerance, Percent(Decimal(3)));
    EXPECT_EQ(plan.projection_rule.tolerance, Percent(Decimal(5)));
    ASSERT_EQ(plan.scales.likelihood.size(), 4U);
    EXPECT_EQ(plan.scales.likelihood[0].below_text, "0.25");
    EXPECT_EQ(plan.scales.likelihood[2].below_text, "3/4");
    EXPECT_EQ(plan.scales.likelihood[2].below, Probability(0.75));
    EXPECT_EQ(plan.scales.matrix[2][2], Rating{2});
    EXPECT_EQ(plan.indicators[1].likelihood.value().level, Likelihood{0});
    EXPECT_FALSE(plan.indicators[0].likelihood.has_value());
    EXPECT_TRUE(plan.indicators[2].impact.value().provisional);
    EXPECT_EQ(plan.indicators[0].countermeasures[1].owner, "Crime prevention officer");
    ASSERT_EQ(plan.risks.size(), 3U);
    EXPECT_EQ(plan.risks[1].indicator, "fly-tipping");
    EXPECT_EQ(plan.risks[2].likelihood.value().level, Likelihood{1});
}

TEST(ReadPlan, keeps_the_place_of_what_it_read) {
    const Indicator indicator =
        indicator_of(quarterly_count + "observations = [\n  { period = \"2017-18 Q1\", value = 1 },\n]");
    EXPECT_EQ(indicator.where, (Place{"plan", 4, 1, "indicator[0]"}));
    EXPECT_EQ(indicator.track.observations[0].where, (Place{"plan", 12, 3, "indicator[0].observations[0]"}));
}

TEST(ReadPlan, reads_years_that_start_in_january) {
    const Plan plan = parse_plan(
        test::replaced(quarterly_count, "[[indicator]]", "year_start = \"January\"\nyear = \"2017\"\n[[indicator]]") +
        "observations = [{ period = \"2017 Q2\", value = 1 }]");
    EXPECT_EQ(plan.year.value().label(), "2017");
    EXPECT_EQ(plan.indicators[0].track.observations[0].period.first_day(), Date(2017, 4, 1));
}

class ReadFile : public testing::Test {
protected:
    // One for each test: ctest runs several at a time.
    const std::filesystem::path folder =
        std::filesystem::path(testing::TempDir()) /
        (std::string("ontrack_") + testing::UnitTest::GetInstance()->current_test_info()->name());

    void SetUp() override { std::filesystem::create_directories(folder); }
    void TearDown() override { std::filesystem::remove_all(folder); }

    std::filesystem::path holding(const std::string& text) const {
        const auto path = folder / "plan.toml";
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    static std::string only_code(const std::filesystem::path& path) {
        const auto problems = check_plan(path);
        EXPECT_EQ(problems.size(), 1U);
        if (problems.empty()) return "";
        EXPECT_EQ(problems[0].where.file, path.string());
        EXPECT_FALSE(problems[0].remedy.empty());
        return problems[0].code;
    }
};

TEST_F(ReadFile, refuses_what_is_no_plan_file) {
    EXPECT_EQ(only_code(folder), "is-a-folder");
    EXPECT_EQ(only_code(folder / "none.toml"), "no-such-file");
    EXPECT_EQ(only_code(holding("")), "empty-file");
    EXPECT_EQ(only_code(holding("# nothing yet\n")), "empty-file");
    EXPECT_EQ(only_code(holding("format = 1\n# caf\xE9\n")), "not-utf-8");
    EXPECT_EQ(only_code(holding("\xFF\xFE"
                                "f")),
              "not-utf-8");
    EXPECT_EQ(only_code(holding("format = 1\nplan = [\n")), "not-toml");
    EXPECT_EQ(only_code(holding(std::string("[\0plan]", 7))), "not-toml");
    EXPECT_EQ(only_code(holding(std::string(max_plan_bytes + 1, '\n'))), "file-too-large");
    EXPECT_TRUE(check_plan(holding("\xEF\xBB\xBF" + quarterly_count)).empty());
    EXPECT_TRUE(
        check_plan(holding(quarterly_count + std::string(max_plan_bytes - quarterly_count.size(), '\n'))).empty());
}

TEST_F(ReadFile, refuses_deep_nesting_without_falling_over_it) {
    const std::string many(1'000'000, '[');
    EXPECT_EQ(only_code(holding("x = " + many)), "nested-too-deep");
    std::string dotted = "a";
    for (int i = 0; i < 1'000'000; ++i) dotted += ".a";
    EXPECT_EQ(only_code(holding(dotted + " = 1")), "nested-too-deep");
    EXPECT_EQ(only_code(holding("[" + dotted + "]")), "nested-too-deep");
    std::string inline_tables = "x = ";
    for (int i = 0; i < 100'000; ++i) inline_tables += "{ a . b = ";
    EXPECT_EQ(only_code(holding(inline_tables)), "nested-too-deep");
    EXPECT_EQ(only_code(holding("x = '''\n" + many)), "not-toml");
}

TEST_F(ReadFile, refuses_what_is_not_ascii_outside_quotes) {
    const auto problems = check_plan(holding("format = 1\n  caf\u00e9 = 1\n"));
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].code, "not-toml");
    EXPECT_EQ(problems[0].where.line, 2U);
    EXPECT_EQ(problems[0].where.column, 6U);
    const std::string quotes =
        "unit = \"\u00a3\" # \u20ac\n"
        "activity = [\"\"\"a\"\"\"\", '''\u00e9 ''''', '\u00e9', \"\\\"\u00e9\"]";
    EXPECT_TRUE(check_plan(holding(quarterly_count + quotes)).empty());
}

TEST_F(ReadFile, throws_everything_that_is_wrong_at_once) {
    try {
        (void)read_plan(holding("format = 2\n[plan]\nnam = \"x\"\n"));
        FAIL();
    } catch (const PlanError& error) {
        EXPECT_EQ(error.problems().size(), 4U) << error.what();
    }
}

}  // namespace
}  // namespace ontrack
