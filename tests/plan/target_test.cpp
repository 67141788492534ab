#include <ontrack/plan/target.hpp>

#include <gtest/gtest.h>

namespace ontrack {
namespace {

const Percent five(Decimal(-5));
const Date day(2019, 3, 31);

TEST(Target, has_the_words_of_the_plan_file) {
    EXPECT_EQ(to_string(TargetRule(PercentPerAnnum{five, 3})), "percent_per_annum");
    EXPECT_EQ(to_string(TargetRule(PercentByDate{five, day})), "percent_by_date");
    EXPECT_EQ(to_string(TargetRule(AbsoluteTarget{Decimal(5), {}})), "absolute");
    EXPECT_EQ(to_string(TargetRule(LinearTo{Decimal(5), day})), "linear");
    EXPECT_EQ(to_string(TargetRule(Floor{Decimal(5), {}, {}})), "floor");
    EXPECT_EQ(to_string(TargetRule(Ceiling{Decimal(5), {}, {}})), "ceiling");
    EXPECT_EQ(to_string(TargetRule(MilestoneBy{day})), "milestone");
}

TEST(Target, is_due_on_the_day_it_states) {
    EXPECT_EQ(due_date(PercentByDate{five, day}, {}, YearStart()), day);
    EXPECT_EQ(due_date(PercentByDate{five, {}}, {}, YearStart()), std::nullopt);
    EXPECT_EQ(due_date(MilestoneBy{day}, {}, YearStart()), day);
}

TEST(Target, per_annum_is_due_so_many_years_after_its_baseline) {
    const PercentPerAnnum rule{five, 3};
    EXPECT_EQ(due_date(rule, Period(Frequency::year, 2016, 0), YearStart()), Date(2020, 3, 31));
    EXPECT_EQ(due_date(rule, Period(Frequency::year, 2016, 0, YearStart(1)), YearStart(1)), Date(2019, 12, 31));
    EXPECT_EQ(due_date(rule, Period::of_month(2016, 5), YearStart()), Date(2020, 3, 31));
    EXPECT_EQ(due_date(rule, std::nullopt, YearStart()), std::nullopt);
}

}  // namespace
}  // namespace ontrack
