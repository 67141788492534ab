#include <ontrack/calendar/period.hpp>

#include <limits>

#include <gtest/gtest.h>

#include "reference/calendar.hpp"
#include "reference/code_of.hpp"

namespace {

using ontrack::Date;
using ontrack::Frequency;
using ontrack::Period;
using ontrack::YearStart;
using reference::code_of;

constexpr auto frequencies = {Frequency::month, Frequency::quarter, Frequency::half, Frequency::year};

TEST(Period, HoldsEveryDayWhereWalkingPutsIt) {
    for (int start = 1; start <= 12; ++start) {
        for (const Frequency frequency : frequencies) {
            const int length = 12 / periods_per_year(frequency);
            for (Date day(2015, 1, 1); day < Date(2017, 3, 1); day = plus_days(day, 1)) {
                const Period period = Period::containing(day, frequency, YearStart(start));
                const int index = reference::months_into_year(day, start) / length;
                const int year = reference::year_that_holds(day, start);
                ASSERT_EQ(period, Period(frequency, year, index, YearStart(start)));
                ASSERT_EQ(period.index_in_year(YearStart(start)), index);
                ASSERT_EQ(period.year(YearStart(start)), Period(Frequency::year, year, 0, YearStart(start)));
                ASSERT_LE(period.first_day(), day);
                ASSERT_LE(day, period.last_day());
            }
        }
    }
}

TEST(Period, FollowsOnWithoutGapOrOverlap) {
    for (const int start : {1, 2, 4, 9, 12}) {
        for (const Frequency frequency : frequencies) {
            Period period(frequency, 1999, 0, YearStart(start));
            EXPECT_EQ(period.first_day(), Date(1999, start, 1));
            for (int i = 0; i < 60; ++i, period = period.plus(1)) {
                int days = 0;
                for (Date day = period.first_day(); day <= period.last_day(); day = plus_days(day, 1)) ++days;
                ASSERT_EQ(period.days(), days);
                ASSERT_EQ(plus_days(period.last_day(), 1), period.plus(1).first_day());
                ASSERT_EQ(period.plus(-i), Period(frequency, 1999, 0, YearStart(start)));
                ASSERT_EQ(period.last_year().first_day(),
                          Date(period.first_day().year() - 1, period.first_day().month(), 1));
            }
        }
    }
}

TEST(Period, SpansTheFinancialYear) {
    const Period quarter(Frequency::quarter, 2017, 1);
    EXPECT_EQ(quarter.first_day(), Date(2017, 7, 1));
    EXPECT_EQ(quarter.last_day(), Date(2017, 9, 30));
    EXPECT_EQ(quarter.year().label(), "2017-18");
    EXPECT_EQ(quarter.year().last_day(), Date(2018, 3, 31));
    EXPECT_EQ(Period(Frequency::year, 2015, 0).days(), 366);
    EXPECT_EQ(Period(Frequency::quarter, 2017, 4), Period(Frequency::quarter, 2018, 0));
    EXPECT_EQ(Period(Frequency::half, 2017, -1), Period(Frequency::half, 2016, 1));
    EXPECT_EQ(Period::of_month(2400, 2).days(), 29);
    EXPECT_EQ(Period::of_month(2100, 2).days(), 28);
}

TEST(Period, OfAMonthHasNoYearStart) {
    const Period april = Period::of_month(2017, 4);
    EXPECT_EQ(Period(Frequency::month, 2017, 0), april);
    EXPECT_EQ(Period(Frequency::month, 2017, 3, YearStart(1)), april);
    EXPECT_EQ(Period(Frequency::month, 2016, 9, YearStart(7)), april);
    EXPECT_EQ(Period::containing(Date(2017, 4, 30), Frequency::month, YearStart(9)), april);
    EXPECT_EQ(april.year_start(), YearStart(1));
    EXPECT_EQ(april.index_in_year(), 0);
    EXPECT_EQ(april.index_in_year(YearStart(1)), 3);
    EXPECT_EQ(april.plus(-1).year().label(), "2016-17");
    EXPECT_EQ(april.plus(-1).year(YearStart(1)).label(), "2017");
}

TEST(Period, CountsOnlyBetweenPeriodsOfOneKind) {
    const Period q1(Frequency::quarter, 2017, 0);
    const Period q3(Frequency::quarter, 2017, 2);
    EXPECT_EQ(periods_between(q1, q3), 2);
    EXPECT_EQ(periods_between(q3, q1), -2);
    EXPECT_TRUE(is_before(q1, q3));
    EXPECT_FALSE(is_before(q1, q1));
    for (const Period& other : {Period(Frequency::half, 2017, 0), Period(Frequency::quarter, 2017, 0, YearStart(1))}) {
        EXPECT_NE(q1, other);
        EXPECT_EQ(code_of([&] { return periods_between(q1, other); }), "frequencies-differ");
        EXPECT_EQ(code_of([&] { return is_before(q1, other); }), "frequencies-differ");
    }
}

TEST(Period, StaysWithinItsRange) {
    constexpr int most = std::numeric_limits<int>::max();
    constexpr int least = std::numeric_limits<int>::min();
    for (const Frequency frequency : frequencies) {
        for (int start = 1; start <= 12; ++start) {
            const Period first(frequency, 1401, 0, YearStart(start));
            const Period last(frequency, 9998,
                              frequency == Frequency::month ? 12 - start : periods_per_year(frequency) - 1,
                              YearStart(start));
            EXPECT_EQ(first.first_day(), Date(1401, start, 1));
            EXPECT_GE(last.last_day(), Date(9998, 12, 31));
            EXPECT_EQ(code_of([&] { return last.plus(1); }), "no-such-period");
        }
        for (const int year : {1400, 9999, most, least}) {
            EXPECT_EQ(code_of([&] { return Period(frequency, year, 0); }), "no-such-period");
        }
        for (const int n : {most, least}) {
            EXPECT_EQ(code_of([&] { return Period(frequency, 2017, n); }), "no-such-period");
            EXPECT_EQ(code_of([&] { return Period(frequency, 2017, 0).plus(n); }), "no-such-period");
        }
    }
    for (const int month : {0, 13}) EXPECT_EQ(code_of([&] { return Period::of_month(2017, month); }), "no-such-period");
}

TEST(YearStart, IsAMonth) {
    EXPECT_EQ(YearStart().month(), 4);
    EXPECT_EQ(YearStart::parse("april"), YearStart());
    EXPECT_EQ(YearStart::parse(" January "), YearStart(1));
    EXPECT_EQ(YearStart::parse("DECEMBER"), YearStart(12));
    for (int month = 1; month <= 12; ++month) {
        EXPECT_EQ(YearStart::parse(YearStart(month).name()).month(), month);
    }
    for (const char* name : {"", "apr", "4", "avril"})
        EXPECT_EQ(code_of([&] { return YearStart::parse(name); }), "no-such-month");
    for (const int month : {0, 13, -1, 260}) EXPECT_EQ(code_of([&] { return YearStart(month); }), "no-such-month");
}

TEST(Frequency, HasNameAndNumber) {
    EXPECT_EQ(to_string(Frequency::quarter), "quarter");
    EXPECT_EQ(to_string(Frequency::half), "half");
    EXPECT_EQ(periods_per_year(Frequency::month), 12);
    EXPECT_EQ(periods_per_year(Frequency::year), 1);
}

}  // namespace
