#include <ontrack/calendar/working_days.hpp>

#include <gtest/gtest.h>

#include <ontrack/base/error.hpp>
#include <ontrack/calendar/period.hpp>

namespace ontrack {
namespace {

std::vector<std::string> days_of(int year) {
    std::vector<std::string> days;
    for (const BankHoliday& holiday : bank_holidays(year)) days.push_back(holiday.day.to_string().substr(5));
    return days;
}

using Days = std::vector<std::string>;

TEST(Easter, falls_where_the_tables_of_the_church_have_it) {
    EXPECT_EQ(easter_sunday(1818), Date(1818, 3, 22));
    EXPECT_EQ(easter_sunday(1943), Date(1943, 4, 25));
    EXPECT_EQ(easter_sunday(1954), Date(1954, 4, 18));
    EXPECT_EQ(easter_sunday(1981), Date(1981, 4, 19));
    EXPECT_EQ(easter_sunday(2000), Date(2000, 4, 23));
    EXPECT_EQ(easter_sunday(2008), Date(2008, 3, 23));
    EXPECT_EQ(easter_sunday(2011), Date(2011, 4, 24));
    EXPECT_EQ(easter_sunday(2024), Date(2024, 3, 31));
    EXPECT_EQ(easter_sunday(2038), Date(2038, 4, 25));
    EXPECT_THROW((void)easter_sunday(1582), CalendarError);
}

TEST(Easter, is_a_sunday_between_22_March_and_25_April) {
    for (int year = 1583; year <= 3000; ++year) {
        const Date easter = easter_sunday(year);
        EXPECT_EQ(days_between(Date(2000, 4, 23), easter) % 7, 0) << year;
        EXPECT_GE(easter, Date(year, 3, 22));
        EXPECT_LE(easter, Date(year, 4, 25));
    }
}

// As published by the government for England and Wales.
TEST(BankHolidays, are_those_that_were_published) {
    EXPECT_EQ(days_of(2010), (Days{"01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"}));
    EXPECT_EQ(days_of(2011), (Days{"01-03", "04-22", "04-25", "04-29", "05-02", "05-30", "08-29", "12-26", "12-27"}));
    EXPECT_EQ(days_of(2012), (Days{"01-02", "04-06", "04-09", "05-07", "06-04", "06-05", "08-27", "12-25", "12-26"}));
    EXPECT_EQ(days_of(2017), (Days{"01-02", "04-14", "04-17", "05-01", "05-29", "08-28", "12-25", "12-26"}));
    EXPECT_EQ(days_of(2018), (Days{"01-01", "03-30", "04-02", "05-07", "05-28", "08-27", "12-25", "12-26"}));
    EXPECT_EQ(days_of(2020), (Days{"01-01", "04-10", "04-13", "05-08", "05-25", "08-31", "12-25", "12-28"}));
    EXPECT_EQ(days_of(2021), (Days{"01-01", "04-02", "04-05", "05-03", "05-31", "08-30", "12-27", "12-28"}));
    EXPECT_EQ(days_of(2022),
              (Days{"01-03", "04-15", "04-18", "05-02", "06-02", "06-03", "08-29", "09-19", "12-26", "12-27"}));
    EXPECT_EQ(days_of(2023), (Days{"01-02", "04-07", "04-10", "05-01", "05-08", "05-29", "08-28", "12-25", "12-26"}));
    EXPECT_EQ(days_of(2024), (Days{"01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"}));
    EXPECT_EQ(days_of(2026), (Days{"01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"}));
    EXPECT_EQ(days_of(2002), (Days{"01-01", "03-29", "04-01", "05-06", "06-03", "06-04", "08-26", "12-25", "12-26"}));
    EXPECT_THROW((void)bank_holidays(1977), CalendarError);
}

TEST(BankHolidays, have_names) {
    EXPECT_EQ(bank_holidays(2022).front(), (BankHoliday{Date(2022, 1, 3), "New Year's Day (substitute day)"}));
    EXPECT_EQ(bank_holidays(2022)[8].name, "Boxing Day");
    EXPECT_EQ(bank_holidays(2022)[9].name, "Christmas Day (substitute day)");
}

TEST(BankHolidays, are_weekdays_of_their_year_and_each_day_once) {
    for (int year = 1978; year <= 2100; ++year) {
        const auto holidays = bank_holidays(year);
        EXPECT_GE(holidays.size(), 8U);
        for (std::size_t i = 0; i < holidays.size(); ++i) {
            const Date& day = holidays[i].day;
            EXPECT_EQ(day.year(), year);
            EXPECT_LT((days_between(Date(2024, 1, 1), day) % 7 + 7) % 7, 5) << day.to_string();
            if (i > 0) {
                EXPECT_LT(holidays[i - 1].day, day);
            }
        }
    }
}

TEST(WorkingDays, leave_out_weekends_and_bank_holidays) {
    EXPECT_EQ(working_days(DateRange(Date(2017, 12, 1), Date(2017, 12, 31))), 19);
    // 260 weekdays, nine holidays: two Good Fridays and one Easter Monday fall into this year.
    EXPECT_EQ(working_days(DateRange(Date(2017, 4, 1), Date(2018, 3, 31))), 251);
    EXPECT_EQ(working_days(DateRange(Date(2017, 12, 23), Date(2017, 12, 26))), 0);
    EXPECT_TRUE(is_working_day(Date(2017, 12, 27)));
    EXPECT_FALSE(is_working_day(Date(2017, 12, 26)));
    EXPECT_FALSE(is_working_day(Date(2017, 12, 30)));
    // Before 1978: the weekdays.
    EXPECT_EQ(working_days(DateRange(Date(1950, 12, 25), Date(1950, 12, 31))), 5);
}

TEST(WorkingDays, of_two_parts_are_those_of_the_whole) {
    const Date first(2019, 11, 20);
    const Date last(2022, 12, 31);
    const int whole = working_days(DateRange(first, last));
    for (int cut = 0; cut + 1 < days_between(first, last); cut += 13) {
        const int parts = working_days(DateRange(first, plus_days(first, cut))) +
                          working_days(DateRange(plus_days(first, cut + 1), last));
        EXPECT_EQ(parts, whole) << cut;
    }
}

}  // namespace
}  // namespace ontrack
