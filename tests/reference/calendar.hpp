#pragma once

#include <chrono>

#include <ontrack/calendar/period.hpp>

/// The calendar by counting one day at a time, and by the standard library: slow, obvious twins.
namespace reference {

struct Day {
    int year;
    int month;
    int day;
};

inline bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

inline int days_in_month(int year, int month) {
    if (month == 2) return is_leap(year) ? 29 : 28;
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

inline Day next(Day day) {
    if (++day.day > days_in_month(day.year, day.month)) {
        day.day = 1;
        if (++day.month > 12) {
            day.month = 1;
            ++day.year;
        }
    }
    return day;
}

inline int days_since_1970(const ontrack::Date& date) {
    const std::chrono::year_month_day day{std::chrono::year(date.year()),
                                          std::chrono::month(static_cast<unsigned>(date.month())),
                                          std::chrono::day(static_cast<unsigned>(date.day()))};
    return static_cast<int>(std::chrono::sys_days(day).time_since_epoch().count());
}

inline ontrack::Date date_of(int days_since_1970) {
    const std::chrono::year_month_day day{std::chrono::sys_days(std::chrono::days(days_since_1970))};
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

/// The months from the start of its year to the month of this date, by walking there.
inline int months_into_year(const ontrack::Date& date, int start_month) {
    int months = 0;
    for (int month = start_month; month != date.month(); month = month % 12 + 1) ++months;
    return months;
}

/// The calendar year in which the year that holds this date starts.
inline int year_that_holds(const ontrack::Date& date, int start_month) {
    return date.month() >= start_month ? date.year() : date.year() - 1;
}

}  // namespace reference
