#include <ontrack/calendar/period.hpp>

#include <algorithm>

#include <ontrack/base/error.hpp>

#include "base/text.hpp"
#include "calendar/month_names.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

constexpr int first_labelled_year = 1401;
constexpr int last_labelled_year = 9998;

int months_in(Frequency frequency) noexcept {
    return 12 / periods_per_year(frequency);
}

/// Months since January of year 0 of the first month of the year that starts in year 0.
int months_before(YearStart start) noexcept {
    return start.month() - 1;
}

int months_since_year_0(const Date& date) noexcept {
    return date.year() * 12 + date.month() - 1;
}

Date first_of_month(int months_since_year_0) {
    return {months_since_year_0 / 12, months_since_year_0 % 12 + 1, 1};
}

[[noreturn]] void throw_no_such_month(const std::string& message) {
    throw CalendarError(
        Problem{"no-such-month", message, {}, "Name the month in which the year starts: \"april\" or \"january\"."});
}

int checked_ordinal(long long ordinal, Frequency frequency) {
    const long long n = periods_per_year(frequency);
    if (ordinal < first_labelled_year * n || ordinal >= (last_labelled_year + 1) * n) {
        throw CalendarError(Problem{"no-such-period",
                                    "the year " + std::to_string(ordinal / n) + " is out of range",
                                    {},
                                    "Stay between the years 1401 and 9998."});
    }
    return static_cast<int>(ordinal);
}

}  // namespace

int periods_per_year(Frequency frequency) noexcept {
    switch (frequency) {
        case Frequency::month:
            return 12;
        case Frequency::quarter:
            return 4;
        case Frequency::half:
            return 2;
        case Frequency::year:
            break;
    }
    return 1;
}

std::string_view to_string(Frequency frequency) noexcept {
    switch (frequency) {
        case Frequency::month:
            return "month";
        case Frequency::quarter:
            return "quarter";
        case Frequency::half:
            return "half";
        case Frequency::year:
            break;
    }
    return "year";
}

YearStart::YearStart(int month) : month_(static_cast<std::int8_t>(month)) {
    if (month < 1 || month > 12) throw_no_such_month("there is no month " + std::to_string(month));
}

YearStart YearStart::parse(std::string_view name) {
    std::string wanted(detail::trimmed(name));
    std::transform(wanted.begin(), wanted.end(), wanted.begin(), detail::lower);
    const auto* const found = std::find(detail::month_names.begin(), detail::month_names.end(), wanted);
    if (found == detail::month_names.end()) throw_no_such_month(detail::quoted(name) + " is not the name of a month");
    return YearStart(static_cast<int>(found - detail::month_names.begin()) + 1);
}

std::string_view YearStart::name() const noexcept {
    return detail::month_names[static_cast<std::size_t>(month_ - 1)];
}

Period::Period(Frequency frequency, int year, int index, YearStart start)
    : frequency_(frequency), start_(frequency == Frequency::month ? YearStart(1) : start) {
    // A month keeps no year start, so what the start moves is moved here.
    const int moved = frequency == Frequency::month ? months_before(start) : 0;
    ordinal_ = checked_ordinal(1LL * year * periods_per_year(frequency) + index + moved, frequency);
}

Period Period::of_month(int year, int month) {
    if (month < 1 || month > 12) {
        throw CalendarError(
            Problem{"no-such-period", "there is no month " + std::to_string(month), {}, "Give a month from 1 to 12."});
    }
    return {Frequency::month, year, month - 1, YearStart(1)};
}

Period Period::containing(const Date& date, Frequency frequency, YearStart start) {
    if (frequency == Frequency::month) start = YearStart(1);
    return {frequency, 0, (months_since_year_0(date) - months_before(start)) / months_in(frequency), start};
}

Date Period::first_day() const {
    return first_of_month(ordinal_ * months_in(frequency_) + months_before(start_));
}

Date Period::last_day() const {
    return plus_days(first_of_month((ordinal_ + 1) * months_in(frequency_) + months_before(start_)), -1);
}

Period Period::plus(int n) const {
    Period moved = *this;
    moved.ordinal_ = checked_ordinal(1LL * ordinal_ + n, frequency_);
    return moved;
}

Period Period::year(YearStart start) const {
    return containing(first_day(), Frequency::year, frequency_ == Frequency::month ? start : start_);
}

int Period::index_in_year(YearStart start) const {
    const int n = periods_per_year(frequency_);
    return frequency_ == Frequency::month ? (ordinal_ + n - months_before(start)) % n : ordinal_ % n;
}

int periods_between(const Period& from, const Period& to) {
    if (from.frequency() != to.frequency() || from.year_start() != to.year_start()) {
        throw CalendarError(Problem{"frequencies-differ",
                                    from.label() + " and " + to.label() + " are not periods of the same kind",
                                    {},
                                    "Compare months with months, quarters with quarters, of years that start alike."});
    }
    return to.ordinal() - from.ordinal();
}

bool is_before(const Period& a, const Period& b) {
    return periods_between(a, b) > 0;
}

}  // namespace v0
}  // namespace ontrack
