#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <ontrack/export.hpp>

namespace ontrack {
inline namespace v0 {

/// A day of the proleptic Gregorian calendar, years 1400 to 9999 (the range of Boost.Date_Time).
class ONTRACK_EXPORT Date {
public:
    /// Throws `CalendarError` (`no-such-date`), e.g. for 2017-02-29.
    Date(int year, int month, int day);
    /// Reads `2017-06-30`. Throws `CalendarError` (`not-a-date`, `no-such-date`).
    [[nodiscard]] static Date parse(std::string_view text);

    [[nodiscard]] int year() const noexcept { return year_; }
    [[nodiscard]] int month() const noexcept { return month_; }
    [[nodiscard]] int day() const noexcept { return day_; }
    /// `2017-06-30`
    [[nodiscard]] std::string to_string() const;
    /// `30 June 2017`
    [[nodiscard]] std::string to_words() const;

    friend auto operator<=>(const Date&, const Date&) = default;
    friend bool operator==(const Date&, const Date&) = default;

private:
    std::int16_t year_;
    std::int8_t month_;
    std::int8_t day_;
};

/// Days from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] ONTRACK_EXPORT int days_between(const Date& from, const Date& to);
/// The date `days` later (earlier when negative). Throws `CalendarError` beyond the calendar's range.
[[nodiscard]] ONTRACK_EXPORT Date plus_days(const Date& date, int days);

/// A span of days, both ends included. Label: `2008-04-01..2008-10-27`.
class ONTRACK_EXPORT DateRange {
public:
    /// Throws `CalendarError` (`range-backwards`) when `last` is before `first`.
    DateRange(Date first, Date last);
    /// Reads `2008-04-01..2008-10-27`.
    [[nodiscard]] static DateRange parse(std::string_view text);

    [[nodiscard]] const Date& first() const noexcept { return first_; }
    [[nodiscard]] const Date& last() const noexcept { return last_; }
    [[nodiscard]] int days() const { return days_between(first_, last_) + 1; }
    [[nodiscard]] std::string to_string() const;
    friend bool operator==(const DateRange&, const DateRange&) = default;

private:
    Date first_;
    Date last_;
};

}  // namespace v0
}  // namespace ontrack
