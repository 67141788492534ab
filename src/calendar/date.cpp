#include <ontrack/calendar/date.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <ontrack/base/error.hpp>

#include "base/text.hpp"
#include "calendar/month_names.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

namespace gregorian = boost::gregorian;

constexpr int first_year = 1400;
constexpr int last_year = 9999;

gregorian::date to_boost(const Date& date) {
    return {static_cast<unsigned short>(date.year()), static_cast<unsigned short>(date.month()),
            static_cast<unsigned short>(date.day())};
}

std::string iso(int year, int month, int day) {
    return detail::zero_padded(year, 4) + '-' + detail::zero_padded(month, 2) + '-' + detail::zero_padded(day, 2);
}

[[noreturn]] void throw_no_such_date(const std::string& message, const std::string& remedy) {
    throw CalendarError(Problem{"no-such-date", message, {}, remedy});
}

void check(int year, int month, int day) {
    if (year < first_year || year > last_year) {
        throw_no_such_date("the year of " + iso(year, month, day) + " is out of range",
                           "Give a year from 1400 to 9999.");
    }
    if (month < 1 || month > 12) {
        throw_no_such_date(iso(year, month, day) + " does not exist: there is no month " + std::to_string(month),
                           "Give a month from 1 to 12.");
    }
    const int last = gregorian::gregorian_calendar::end_of_month_day(static_cast<unsigned short>(year),
                                                                     static_cast<unsigned short>(month));
    if (day < 1 || day > last) {
        const std::string days = std::to_string(last);
        throw_no_such_date(iso(year, month, day) + " does not exist: " + detail::month_in_words(month) + ' ' +
                               std::to_string(year) + " has " + days + " days",
                           "Give a day from 1 to " + days + '.');
    }
}

}  // namespace

Date::Date(int year, int month, int day)
    : year_(static_cast<std::int16_t>(year)),
      month_(static_cast<std::int8_t>(month)),
      day_(static_cast<std::int8_t>(day)) {
    check(year, month, day);
}

Date Date::parse(std::string_view text) {
    const std::string_view label = detail::trimmed(text);
    const bool right_form = label.size() == 10 && label[4] == '-' && label[7] == '-' &&
                            detail::all_digits(label.substr(0, 4)) && detail::all_digits(label.substr(5, 2)) &&
                            detail::all_digits(label.substr(8, 2));
    if (!right_form) {
        throw CalendarError(Problem{"not-a-date",
                                    detail::quoted(text) + " is not a date",
                                    {},
                                    "Write year-month-day, such as 2017-06-30 for 30 June 2017."});
    }
    return {detail::to_number(label.substr(0, 4)), detail::to_number(label.substr(5, 2)),
            detail::to_number(label.substr(8, 2))};
}

std::string Date::to_string() const {
    return iso(year_, month_, day_);
}

std::string Date::to_words() const {
    return std::to_string(day_) + ' ' + detail::month_in_words(month_) + ' ' + std::to_string(year_);
}

int days_between(const Date& from, const Date& to) {
    return static_cast<int>((to_boost(to) - to_boost(from)).days());
}

Date plus_days(const Date& date, int days) {
    // Boost.Date_Time wraps around silently beyond its last day.
    if (days < days_between(date, Date(first_year, 1, 1)) || days > days_between(date, Date(last_year, 12, 31))) {
        throw_no_such_date(std::to_string(days) + " days from " + date.to_string() + " is out of range",
                           "Stay between 1400-01-01 and 9999-12-31.");
    }
    const auto moved = (to_boost(date) + gregorian::days(days)).year_month_day();
    return {moved.year, moved.month, moved.day};
}

DateRange::DateRange(Date first, Date last) : first_(first), last_(last) {
    if (last < first) {
        throw CalendarError(Problem{"range-backwards",
                                    "the range " + to_string() + " ends before it begins",
                                    {},
                                    "Put the earlier day first: " + last.to_string() + ".." + first.to_string() + '.'});
    }
}

DateRange DateRange::parse(std::string_view text) {
    const auto dots = text.find("..");
    if (dots == std::string_view::npos) {
        throw CalendarError(Problem{"not-a-date",
                                    detail::quoted(text) + " is not a range of dates",
                                    {},
                                    "Write the first and the last day, such as 2008-04-01..2008-10-27."});
    }
    return {Date::parse(text.substr(0, dots)), Date::parse(text.substr(dots + 2))};
}

std::string DateRange::to_string() const {
    return first_.to_string() + ".." + last_.to_string();
}

}  // namespace v0
}  // namespace ontrack
