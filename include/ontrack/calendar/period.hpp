#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include <ontrack/calendar/date.hpp>

namespace ontrack {
inline namespace v0 {

/// How long a period is.
enum class Frequency : std::uint8_t { month, quarter, half, year };

/// 12, 4, 2 or 1.
[[nodiscard]] ONTRACK_EXPORT int periods_per_year(Frequency frequency) noexcept;
/// `month`, `quarter`, `half`, `year`.
[[nodiscard]] ONTRACK_EXPORT std::string_view to_string(Frequency frequency) noexcept;

/// The month in which a year starts: April for a financial year in Britain, January for a calendar year.
class ONTRACK_EXPORT YearStart {
public:
    YearStart() = default;  ///< April
    /// Throws `CalendarError` (`no-such-month`) unless 1 ≤ month ≤ 12.
    explicit YearStart(int month);
    /// Reads `april`, `January`. Throws `CalendarError` (`no-such-month`).
    [[nodiscard]] static YearStart parse(std::string_view name);

    [[nodiscard]] int month() const noexcept { return month_; }
    /// `april`
    [[nodiscard]] std::string_view name() const noexcept;
    friend bool operator==(const YearStart&, const YearStart&) = default;

private:
    std::int8_t month_ = 4;
};

/// A month, quarter, half or year: a frequency, the month its year starts in, and an integer ordinal. Periods of the
/// same frequency and year start are ordered and count up by one. A month has no year start (it is the same month in
/// every calendar).
class ONTRACK_EXPORT Period {
public:
    /// The `index`-th period (from 0) of the year that starts in calendar year `year`; 2017 and index 1 with quarters and
    /// April is July to September 2017. An index beyond the year counts on. Throws `CalendarError` outside 1401–9998.
    Period(Frequency frequency, int year, int index, YearStart start = YearStart());

    /// The month `month` (1–12) of calendar year `year`.
    [[nodiscard]] static Period of_month(int year, int month);
    /// The period of this frequency that holds the day.
    [[nodiscard]] static Period containing(const Date& date, Frequency frequency, YearStart start = YearStart());

    [[nodiscard]] Frequency frequency() const noexcept { return frequency_; }
    [[nodiscard]] YearStart year_start() const noexcept { return start_; }
    [[nodiscard]] int ordinal() const noexcept { return ordinal_; }

    [[nodiscard]] Date first_day() const;
    [[nodiscard]] Date last_day() const;
    [[nodiscard]] int days() const { return days_between(first_day(), last_day()) + 1; }

    /// The period `n` later (earlier when negative), by its ordinal.
    [[nodiscard]] Period plus(int n) const;
    /// The year, under `start`, that holds this period's first day. For a period that is not a month its own year start is
    /// used and `start` is ignored.
    [[nodiscard]] Period year(YearStart start = YearStart()) const;
    /// Position in its year, from 0.
    [[nodiscard]] int index_in_year(YearStart start = YearStart()) const;
    /// The same period one year earlier.
    [[nodiscard]] Period last_year() const { return plus(-periods_per_year(frequency_)); }

    /// `2017-04`; `2017-18 Q2`, `2017-18 H1`, `2017-18`; with a January start `2017 Q2`, `2017 H1`, `2017`.
    [[nodiscard]] std::string label() const;

    friend bool operator==(const Period&, const Period&) = default;

private:
    Frequency frequency_;
    YearStart start_;
    int ordinal_;
};

/// Periods from `from` to `to` (to − from). Throws `CalendarError` (`frequencies-differ`) for different kinds.
[[nodiscard]] ONTRACK_EXPORT int periods_between(const Period& from, const Period& to);
/// Whether `a` is before `b`. Throws like `periods_between`.
[[nodiscard]] ONTRACK_EXPORT bool is_before(const Period& a, const Period& b);

/// Reads a label as a period of the given frequency: `2017-04`, `2017-18 Q2`, `2017-18 H1`, `2017-18`, `2017 Q2`, `2017`.
/// A financial year may have a slash (`2017/18`, `2017/18 Q2`), `q2` is `Q2`, and spaces around the label do not count.
/// `start` says which months a financial label means; a calendar label (`2017 Q2`, `2017`) is read when the year starts in
/// January and is an error otherwise (a financial label under a January start likewise).
/// Throws `CalendarError`: `not-a-period`, `no-such-period` (month 13, Q5, 2017-19, a label of the other kind of year),
/// `wrong-frequency`.
[[nodiscard]] ONTRACK_EXPORT Period parse_period(std::string_view label, Frequency frequency,
                                                 YearStart start = YearStart());
/// Reads a label whose form tells its frequency. `2010-11` (November 2010, or the year 2010/11) has two readings and is a
/// `CalendarError` (`ambiguous-period`) that names both.
[[nodiscard]] ONTRACK_EXPORT Period parse_period(std::string_view label, YearStart start = YearStart());

}  // namespace v0
}  // namespace ontrack
