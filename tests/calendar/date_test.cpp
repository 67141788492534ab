#include <ontrack/calendar/date.hpp>

#include <limits>
#include <random>

#include <gtest/gtest.h>

#include "reference/calendar.hpp"
#include "reference/code_of.hpp"

namespace {

using ontrack::Date;
using ontrack::DateRange;
using ontrack::days_between;
using ontrack::plus_days;
using reference::code_of;
using reference::message_of;

TEST(Date, CountsTheDaysOfSixCenturies) {
    const Date first(1900, 1, 1);
    reference::Day day{1900, 1, 1};
    for (int n = 0; day.year < 2500; ++n, day = reference::next(day)) {
        const Date date(day.year, day.month, day.day);
        ASSERT_EQ(days_between(first, date), n);
        ASSERT_EQ(plus_days(first, n), date);
    }
}

TEST(Date, AgreesWithTheStandardLibraryOverItsWholeRange) {
    const int first = reference::days_since_1970(Date(1400, 1, 1));
    const int last = reference::days_since_1970(Date(9999, 12, 31));
    std::mt19937_64 generator(1);
    std::uniform_int_distribution<int> day(first, last);
    for (int i = 0; i < 20000; ++i) {
        const int from = day(generator);
        const int to = day(generator);
        ASSERT_EQ(days_between(reference::date_of(from), reference::date_of(to)), to - from);
        ASSERT_EQ(plus_days(reference::date_of(from), to - from), reference::date_of(to));
        ASSERT_EQ(reference::date_of(from) < reference::date_of(to), from < to);
        ASSERT_EQ(Date::parse(reference::date_of(from).to_string()), reference::date_of(from));
    }
}

TEST(Date, KnowsLeapYears) {
    for (const int year : {1600, 2000, 2016, 2400, 9996}) EXPECT_EQ(Date(year, 2, 29).day(), 29) << year;
    for (const int year : {1700, 1900, 2017, 2100, 2200, 2300}) {
        EXPECT_EQ(code_of([&] { return Date(year, 2, 29); }), "no-such-date") << year;
    }
}

TEST(Date, RefusesWhatDoesNotExist) {
    for (const int month : {0, 13, -5, 300, 65537})
        EXPECT_EQ(code_of([&] { return Date(2017, month, 1); }), "no-such-date");
    for (const int day : {0, 32, -1, 257, 65537})
        EXPECT_EQ(code_of([&] { return Date(2017, 1, day); }), "no-such-date");
    for (const int year : {0, 1399, 10000, 67553, -2017})
        EXPECT_EQ(code_of([&] { return Date(year, 1, 1); }), "no-such-date");
    EXPECT_EQ(message_of([] { return Date(2017, 2, 29); }),
              "2017-02-29 does not exist: February 2017 has 28 days [no-such-date]. Give a day from 1 to 28.");
}

TEST(Date, ReadsOneForm) {
    EXPECT_EQ(Date::parse("2017-06-30"), Date(2017, 6, 30));
    EXPECT_EQ(Date::parse(" 2017-06-30\t"), Date(2017, 6, 30));
    for (const char* text : {"", "2017-6-30", "30/06/2017", "2017/06/30", "20170630", "2017-06-30T00:00", "2017-06",
                             "+017-06-30", "2017-06-3a", "30 June 2017", "2017-06 -3"}) {
        EXPECT_EQ(code_of([&] { return Date::parse(text); }), "not-a-date") << text;
    }
    for (const char* text : {"2017-02-29", "2017-13-01", "2017-00-10", "2017-01-00", "0000-01-01"}) {
        EXPECT_EQ(code_of([&] { return Date::parse(text); }), "no-such-date") << text;
    }
}

TEST(Date, PrintsItself) {
    EXPECT_EQ(Date(2017, 6, 3).to_string(), "2017-06-03");
    EXPECT_EQ(Date(2017, 6, 3).to_words(), "3 June 2017");
    EXPECT_EQ(Date(2018, 12, 31).to_words(), "31 December 2018");
}

TEST(Date, StaysWithinItsRange) {
    EXPECT_EQ(plus_days(Date(9999, 12, 30), 1), Date(9999, 12, 31));
    EXPECT_EQ(plus_days(Date(1400, 1, 2), -1), Date(1400, 1, 1));
    for (const int days : {2, std::numeric_limits<int>::max(), std::numeric_limits<int>::min()}) {
        EXPECT_EQ(code_of([&] { return plus_days(Date(9999, 12, 30), days); }), "no-such-date") << days;
    }
    EXPECT_EQ(code_of([] { return plus_days(Date(1400, 1, 1), -1); }), "no-such-date");
}

TEST(DateRange, IncludesBothEnds) {
    const DateRange range = DateRange::parse("2008-04-01..2008-10-27");
    EXPECT_EQ(range, DateRange(Date(2008, 4, 1), Date(2008, 10, 27)));
    EXPECT_EQ(range.days(), 210);
    EXPECT_EQ(range.to_string(), "2008-04-01..2008-10-27");
    EXPECT_EQ(DateRange(Date(2008, 4, 1), Date(2008, 4, 1)).days(), 1);
}

TEST(DateRange, RefusesWhatIsNoRange) {
    EXPECT_EQ(code_of([] { return DateRange::parse("2008-10-27..2008-04-01"); }), "range-backwards");
    EXPECT_EQ(code_of([] { return DateRange::parse("2008-04-01"); }), "not-a-date");
    EXPECT_EQ(code_of([] { return DateRange::parse("2008-04-01.."); }), "not-a-date");
    EXPECT_EQ(code_of([] { return DateRange::parse("2008-04-01...2008-10-27"); }), "not-a-date");
    EXPECT_EQ(code_of([] { return DateRange::parse("2008-04-01..2008-02-30"); }), "no-such-date");
}

}  // namespace
