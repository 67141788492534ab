#include <ontrack/plan/profile.hpp>

#include <algorithm>

#include <gtest/gtest.h>

#include "plan/texts.hpp"

namespace ontrack {
namespace {

const Period year_2017(Frequency::year, 2017, 0);

YearProfile profile_of(const std::string& text, const Period& year = year_2017) {
    const Plan plan = parse_plan(text);
    return year_profile(plan.indicators.front(), plan.indicators.front().track, year);
}

std::vector<std::string> texts(const YearProfile& profile) {
    std::vector<std::string> shares;
    for (const Decimal& share : profile.shares) shares.push_back(share.to_string());
    return shares;
}

using Texts = std::vector<std::string>;

std::string month(const std::string& label, int value) {
    return "{ period = \"" + label + "\", value = " + std::to_string(value) + " },";
}

std::string year_of_months(int year, int value, int december) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
        const Period period = Period::of_month(year, 4).plus(i);
        text += month(period.label(), i == 8 ? december : value);
    }
    return text;
}

TEST(Profile, is_flat_unless_the_plan_says_otherwise) {
    EXPECT_EQ(texts(profile_of(test::quarterly_count)), (Texts{"1", "1", "1", "1"}));
    EXPECT_EQ(texts(profile_of(test::quarterly_count + "profile = \"flat\"")), (Texts{"1", "1", "1", "1"}));
    EXPECT_EQ(profile_of(test::quarterly_count).basis, "equal shares");
    EXPECT_EQ(texts(profile_of(test::quarterly_count + "seasonal_shares = [24, 24, 26, 26]")),
              (Texts{"24", "24", "26", "26"}));
}

TEST(Profile, of_days_knows_leap_years) {
    const std::string text = test::quarterly_count + "profile = \"days\"";
    EXPECT_EQ(texts(profile_of(text)), (Texts{"91", "92", "92", "90"}));
    EXPECT_EQ(texts(profile_of(text, year_2017.plus(2))), (Texts{"91", "92", "92", "91"}));
}

TEST(Profile, of_working_days_knows_bank_holidays) {
    const YearProfile profile = profile_of(test::monthly_count + "profile = \"working_days\"");
    EXPECT_EQ(texts(profile), (Texts{"18", "21", "22", "21", "22", "21", "22", "22", "19", "22", "20", "21"}));
    EXPECT_EQ(profile.basis, "the working days of the months");
}

TEST(Profile, of_past_years_sums_the_complete_ones) {
    const std::string text = test::monthly_count + "profile = \"past_years\"\nobservations = [";
    const YearProfile two = profile_of(text + year_of_months(2015, 10, 30) + year_of_months(2016, 20, 50) + "]");
    EXPECT_EQ(two.shares[7], Decimal(30));
    EXPECT_EQ(two.shares[8], Decimal(80));
    EXPECT_EQ(two.basis, "the shares of 2 past years");
    // A year that is not complete, and the year itself, tell nothing.
    const YearProfile one =
        profile_of(text + month("2015-12", 999) + year_of_months(2016, 20, 50) + year_of_months(2017, 7, 7) + "]");
    EXPECT_EQ(one.shares[8], Decimal(50));
    EXPECT_EQ(one.basis, "the shares of 1 past year");
}

TEST(Profile, of_past_years_says_when_it_has_none) {
    const YearProfile none = profile_of(test::monthly_count + "profile = \"past_years\"");
    EXPECT_EQ(none.basis, "equal shares, because no past year is complete");
    EXPECT_TRUE(
        std::all_of(none.shares.begin(), none.shares.end(), [](const Decimal& one) { return one == Decimal(1); }));
    const YearProfile zero = profile_of(test::monthly_count + "profile = \"past_years\"\nobservations = [" +
                                        year_of_months(2016, 0, 0) + "]");
    EXPECT_EQ(zero.basis, "equal shares, because nothing was counted in the past years");
}

TEST(Profile, of_past_years_scales_with_them_and_adds_them_up_in_any_order) {
    const std::string text = test::monthly_count + "profile = \"past_years\"\nobservations = [";
    const YearProfile one = profile_of(text + year_of_months(2015, 10, 40) + year_of_months(2016, 20, 50) + "]");
    EXPECT_EQ(texts(profile_of(text + year_of_months(2016, 20, 50) + year_of_months(2015, 10, 40) + "]")), texts(one));
    const YearProfile tenfold =
        profile_of(text + year_of_months(2015, 100, 400) + year_of_months(2016, 200, 500) + "]");
    ASSERT_EQ(tenfold.shares.size(), one.shares.size());
    for (std::size_t i = 0; i < one.shares.size(); ++i) EXPECT_EQ(tenfold.shares[i], one.shares[i] * Decimal(10));
}

}  // namespace
}  // namespace ontrack
