#pragma once

#include <string>
#include <vector>

#include <ontrack/calendar/date.hpp>

namespace ontrack {
inline namespace v0 {

/// Easter Sunday of the western churches (the anonymous Gregorian algorithm; Meeus 1991, Astronomical Algorithms, chapter 8).
/// Throws `CalendarError` (`no-such-date`) outside the years 1583 to 9999.
[[nodiscard]] ONTRACK_EXPORT Date easter_sunday(int year);

struct BankHoliday {
    Date day;
    std::string name;

    friend bool operator==(const BankHoliday&, const BankHoliday&) = default;
};

/// The bank holidays of England and Wales, in order of their days: New Year's Day, Good Friday, Easter Monday, early May, spring,
/// summer, Christmas Day and Boxing Day (Banking and Financial Dealings Act 1971 and yearly proclamations), a day later where
/// one falls on a weekend, and the proclaimed exceptions up to 2023. Later exceptions are not known here. Throws `CalendarError`
/// (`no-bank-holidays`) before 1978, when the list was another.
[[nodiscard]] ONTRACK_EXPORT std::vector<BankHoliday> bank_holidays(int year);

/// Monday to Friday, and (from 1978 on) no bank holiday of England and Wales.
[[nodiscard]] ONTRACK_EXPORT bool is_working_day(const Date& day);
/// How many days of the range are working days.
[[nodiscard]] ONTRACK_EXPORT int working_days(const DateRange& range);

}  // namespace v0
}  // namespace ontrack
