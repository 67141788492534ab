#include <ontrack/plan/phrase.hpp>

#include <gtest/gtest.h>

#include <ontrack/base/error.hpp>

namespace ontrack {
namespace {

const Period year_2016(Frequency::year, 2016, 0);

PhraseContext from(int baseline) {
    return {.baseline = Decimal(baseline), .baseline_period = year_2016};
}

/// `percent_per_annum: 1664 / 1648 / 1631` for each reading.
std::vector<std::string> readings(std::string_view phrase, const PhraseContext& context = {}) {
    std::vector<std::string> texts;
    for (const PhraseReading& reading : parse_target_phrase(phrase, context)) {
        std::string text(to_string(reading.rule));
        for (const PhraseValue& value : reading.values) text += " " + value.rounded.to_string();
        texts.push_back(text);
        EXPECT_FALSE(reading.words.empty());
    }
    return texts;
}

std::string code_of(std::string_view phrase, const PhraseContext& context = {}) {
    try {
        (void)parse_target_phrase(phrase, context);
    } catch (const PlanError& error) {
        EXPECT_FALSE(error.remedy().empty());
        return error.code();
    }
    return "";
}

using Texts = std::vector<std::string>;

TEST(Phrase, of_a_change_per_annum_has_three_readings) {
    const Texts expected{"percent_per_annum 1664 1648 1631", "percent_per_annum 1664 1647 1631",
                         "percent_per_annum 1664 1647 1631"};
    EXPECT_EQ(readings("reduce by 1 % per annum for three years", from(1681)), expected);
    EXPECT_EQ(readings("Reduce residential burglary by 1% per annum for the next three years", from(1681)), expected);
    EXPECT_EQ(readings("a reduction of 1 per cent a year over 3 years", from(1681)), expected);
    EXPECT_EQ(readings("1% down each year for 3 years", from(1681)), expected);
    const auto all = parse_target_phrase("reduce by 1% per annum for three years", from(1681));
    EXPECT_EQ(all[0].words, "down 1% a year, each year of the year before (compound)");
    EXPECT_EQ(std::get<PercentPerAnnum>(all[1].rule).convention, AnnualChange::simple);
    EXPECT_EQ(all[0].values[1].when, "2018-19");
    EXPECT_EQ(all[0].values[1].unrounded.to_string(), "1647.5481");
}

TEST(Phrase, counts_years_where_the_baseline_has_none) {
    const auto all = parse_target_phrase("reduce by 1% per annum for three years", {.baseline = Decimal(1681)});
    ASSERT_EQ(all[0].values.size(), 3U);
    EXPECT_EQ(all[0].values[2].when, "year 3");
    EXPECT_EQ(all[0].values[2].rounded, Decimal(1631));
}

TEST(Phrase, by_a_day_is_a_line) {
    PhraseContext count = from(1319);
    count.in_percent = false;
    count.polarity = Polarity::low;
    EXPECT_EQ(readings("by 5 % by 31 March 2019", count), Texts{"percent_by_date 1286 1253"});
    EXPECT_EQ(readings("by 5% by the end of 2018/19", count), Texts{"percent_by_date 1286 1253"});
    EXPECT_EQ(readings("reduce by 5% by March 2019", count), Texts{"percent_by_date 1286 1253"});
    EXPECT_EQ(readings("reduce by 5% by 2019-03-31", count), Texts{"percent_by_date 1286 1253"});
    EXPECT_EQ(readings("reduce by 5% over the next two years", count), Texts{"percent_by_date 1286 1253"});
    EXPECT_EQ(readings("cut it by 5% by 31st March 2019", {.baseline = Decimal(1319), .in_percent = false}),
              Texts{"percent_by_date 1253"});
}

TEST(Phrase, without_a_direction_goes_both_ways_unless_polarity_tells) {
    PhraseContext count = from(100);
    count.in_percent = false;
    EXPECT_EQ(readings("by 5% by 31 March 2018", count), (Texts{"percent_by_date 95", "percent_by_date 105"}));
    count.polarity = Polarity::high;
    EXPECT_EQ(readings("by 5% by 31 March 2018", count), Texts{"percent_by_date 105"});
}

TEST(Phrase, up_five_per_cent_may_be_points) {
    EXPECT_EQ(readings("up 5 %", from(40)), (Texts{"percent_by_date 42", "points_by_date 45"}));
    PhraseContext known = from(40);
    known.in_percent = true;
    EXPECT_EQ(readings("up 5%", known), (Texts{"percent_by_date 42", "points_by_date 45"}));
    known.in_percent = false;
    EXPECT_EQ(readings("up 5%", known), Texts{"percent_by_date 42"});
    EXPECT_EQ(readings("up 5 percentage points", from(40)), Texts{"points_by_date 45"});
    EXPECT_EQ(readings("up 5% points", from(40)), Texts{"points_by_date 45"});
    // 1681 is no per cent of anything.
    EXPECT_EQ(readings("up 5%", from(1681)), Texts{"percent_by_date 1765"});
    EXPECT_EQ(readings("up 5%"), (Texts{"percent_by_date", "points_by_date"}));
}

TEST(Phrase, for_three_years_may_be_each_year_or_once) {
    PhraseContext count = from(1000);
    count.in_percent = false;
    EXPECT_EQ(readings("reduce by 10% for three years", count),
              (Texts{"percent_per_annum 900 810 729", "percent_per_annum 900 800 700", "percent_per_annum 900 810 729",
                     "percent_by_date 967 933 900"}));
}

TEST(Phrase, of_three_values_asks_whether_the_middle_one_is_a_step) {
    PhraseContext rate;
    rate.baseline_period = year_2016;
    EXPECT_EQ(readings("18-25-40", rate), (Texts{"stepped 25 40", "linear 29 40"}));
    EXPECT_EQ(readings("18–25–40 in three years", rate), (Texts{"stepped 25 40 40", "linear 25 33 40"}));
    EXPECT_EQ(readings("from 18 to 25 by 31 March 2018 and 40 by 31 March 2020", rate),
              (Texts{"stepped 25 40 40", "linear 25 33 40"}));
    EXPECT_EQ(code_of("18-25-40"), "needs-day");
}

TEST(Phrase, of_a_value) {
    EXPECT_EQ(readings("from 18 to 40 by 31 March 2020", from(18)), (Texts{"linear 25 33 40", "absolute 40 40 40"}));
    EXPECT_EQ(readings("increase to 40"), Texts{"absolute 40"});
    EXPECT_EQ(readings("at least 75 %", from(70)), Texts{"floor 75"});
    EXPECT_EQ(readings("no more than 1,200 by 2018/19", from(1300)), Texts{"ceiling 1200 1200"});
    EXPECT_EQ(readings("between 10 and 20", from(15)), Texts{"band 20"});
}

TEST(Phrase, to_maintain) {
    PhraseContext share = from(80);
    share.polarity = Polarity::high;
    EXPECT_EQ(readings("maintain", share), Texts{"maintain 80"});
    EXPECT_EQ(readings("maintain current levels within 2 points", share), Texts{"maintain 78"});
    EXPECT_EQ(readings("sustain within 5%", share), (Texts{"maintain 76", "maintain 75"}));
}

TEST(Phrase, to_close_a_gap) {
    const auto share_of = [](std::string_view phrase) {
        return std::get<CloseGap>(parse_target_phrase(phrase).front().rule);
    };
    EXPECT_EQ(share_of("close 30% of the gap to national by 31 March 2020").share.value, Decimal(30));
    EXPECT_EQ(share_of("close half of the gap to the family by 2019/20").share.value, Decimal(50));
    EXPECT_EQ(share_of("halve the gap to national by March 2020").comparator, "national");
    EXPECT_EQ(share_of("close the gap with national by March 2020").share.value, Decimal(100));
    EXPECT_EQ(code_of("halve the gap to national"), "needs-day");
}

TEST(Phrase, that_cannot_be_read_says_what_to_write) {
    EXPECT_EQ(code_of("do better"), "not-a-target-phrase");
    EXPECT_EQ(code_of(""), "not-a-target-phrase");
    EXPECT_EQ(code_of(std::string(301, 'x')), "not-a-target-phrase");
    EXPECT_EQ(code_of("reduce by 5% per annum"), "needs-years");
    EXPECT_EQ(code_of("reduce by 5% per annum for 51 years"), "needs-years");
    EXPECT_EQ(code_of("reduce by 5% over three years"), "needs-day");
    EXPECT_EQ(code_of("reduce by 5% by 2019 in 7 wards"), "unplaced-number");
    EXPECT_EQ(code_of("reduce by 5% by 31 March 2016", from(100)), "due-before-baseline");
    EXPECT_EQ(code_of("5 points a year for 3 years"), "not-a-target-phrase");
}

TEST(Phrase, does_not_mind_case_or_spaces) {
    EXPECT_EQ(readings("REDUCE  BY 1 PER CENT PER ANNUM   FOR THREE YEARS", from(1681)),
              readings("reduce by 1% per annum for 3 years", from(1681)));
}

TEST(Phrase, of_a_rise_mirrors_that_of_a_fall_and_scales_with_the_baseline) {
    const auto down = parse_target_phrase("reduce by 5% per annum for two years", from(1000));
    const auto up = parse_target_phrase("increase by 5% per annum for two years", from(1000));
    const auto tenfold = parse_target_phrase("reduce by 5% per annum for two years", from(10000));
    ASSERT_EQ(down.size(), up.size());
    ASSERT_EQ(down.size(), tenfold.size());
    for (std::size_t i = 0; i < down.size(); ++i) {
        const auto& rule = std::get<PercentPerAnnum>(down[i].rule);
        EXPECT_EQ(std::get<PercentPerAnnum>(up[i].rule).change.value, -rule.change.value);
        EXPECT_EQ(down[i].values[0].unrounded + up[i].values[0].unrounded, Decimal(2000));
        EXPECT_EQ(tenfold[i].values[0].unrounded, down[i].values[0].unrounded * Decimal(10));
    }
}

}  // namespace
}  // namespace ontrack
