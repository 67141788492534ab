#include <optional>

#include <ontrack/base/error.hpp>
#include <ontrack/calendar/period.hpp>

#include "base/text.hpp"
#include "calendar/month_names.hpp"

namespace ontrack {
inline namespace v0 {
namespace {

/// A label taken apart: `2017`, `2017-18`, `2017/18`, each alone or with ` Q2` or ` H1`.
struct Label {
    std::string_view text;
    int year = 0;
    char separator = '\0';
    int suffix = 0;  ///< the two digits after the separator
    char part = '\0';  ///< `q` or `h`
    int number = 0;  ///< which quarter or half, from 1

    bool is_calendar() const { return separator == '\0'; }
    int right_suffix() const { return (year + 1) % 100; }
    bool names_year() const { return is_calendar() || suffix == right_suffix(); }
    bool names_month() const { return separator == '-' && suffix >= 1 && suffix <= 12; }
};

std::optional<Label> take_apart(std::string_view text) {
    Label label;
    label.text = text = detail::trimmed(text);
    if (text.size() < 4 || !detail::all_digits(text.substr(0, 4))) return std::nullopt;
    label.year = detail::to_number(text.substr(0, 4));
    text.remove_prefix(4);

    if (text.starts_with('-') || text.starts_with('/')) {
        if (text.size() < 3 || !detail::all_digits(text.substr(1, 2))) return std::nullopt;
        label.separator = text.front();
        label.suffix = detail::to_number(text.substr(1, 2));
        text.remove_prefix(3);
    }
    if (text.empty()) return label;

    if (!text.starts_with(' ')) return std::nullopt;
    while (text.starts_with(' ')) text.remove_prefix(1);
    label.part = detail::lower(text.front());
    text.remove_prefix(1);
    const bool right_form = (label.part == 'q' || label.part == 'h') && text.size() <= 2 && detail::all_digits(text);
    if (!right_form) return std::nullopt;
    label.number = detail::to_number(text);
    return label;
}

std::string written_year(int year, YearStart start, char separator = '-') {
    const std::string first = detail::zero_padded(year, 4);
    return start.month() == 1 ? first : first + separator + detail::zero_padded((year + 1) % 100, 2);
}

std::string example(Frequency frequency, YearStart start) {
    if (frequency == Frequency::month) return "2017-04";
    return Period(frequency, 2017, 0, start).label();
}

std::string form_of(Frequency frequency, YearStart start) {
    return "A " + std::string(to_string(frequency)) + " is written " + example(frequency, start) + '.';
}

[[noreturn]] void fail(const char* code, const std::string& message, const std::string& remedy) {
    throw CalendarError(Problem{code, message, {}, remedy});
}

std::string month_reading(const Label& label) {
    return detail::month_in_words(label.suffix) + ' ' + std::to_string(label.year);
}

std::string year_reading(const Label& label) {
    return "the year " +
           (label.is_calendar() ? std::to_string(label.year) : written_year(label.year, YearStart(), '/'));
}

/// What the label does mean, for one that was read as something else.
std::string readings(const Label& label) {
    if (label.part != '\0') return label.part == 'q' ? "a quarter" : "a half";
    if (!label.names_month()) return year_reading(label);
    return label.names_year() ? month_reading(label) + " or " + year_reading(label) : month_reading(label);
}

bool has_form(const Label& label, Frequency frequency) {
    switch (frequency) {
        case Frequency::month:
            return label.part == '\0' && label.separator == '-';
        case Frequency::quarter:
            return label.part == 'q';
        case Frequency::half:
            return label.part == 'h';
        case Frequency::year:
            break;
    }
    return label.part == '\0';
}

void check_form(const Label& label, Frequency frequency, YearStart start) {
    const bool right_form = has_form(label, frequency);
    if (right_form && (frequency == Frequency::month ? label.names_month() : label.names_year())) return;

    const bool alone = label.part == '\0';
    if (alone ? label.names_month() || label.names_year() : !right_form) {
        fail("wrong-frequency",
             detail::quoted(label.text) + " is " + readings(label) + ", but a " + std::string(to_string(frequency)) +
                 " is wanted",
             form_of(frequency, start));
    }
    const std::string neither = alone && label.separator == '-' ? " is no month (01 to 12), and" : " names no year:";
    fail("no-such-period",
         detail::quoted(label.text) + neither + " the year that starts in " + std::to_string(label.year) + " is " +
             written_year(label.year, YearStart(), label.separator),
         form_of(frequency, start));
}

void check_number(const Label& label, Frequency frequency) {
    const int n = periods_per_year(frequency);
    if (label.part == '\0' || (label.number >= 1 && label.number <= n)) return;
    const bool quarters = frequency == Frequency::quarter;
    fail("no-such-period",
         detail::quoted(label.text) + " does not exist: a year has " + (quarters ? "four quarters" : "two halves"),
         quarters ? "Write Q1 to Q4." : "Write H1 or H2.");
}

void check_calendar(const Label& label, const Period& period) {
    const YearStart start = period.year_start();
    if (label.is_calendar() == (start.month() == 1)) return;
    fail("no-such-period",
         detail::quoted(label.text) +
             (label.is_calendar() ? " belongs to a calendar year" : " belongs to a financial year") +
             ", but years here start in " + detail::month_in_words(start.month()),
         "Write " + period.label() + " for " + period.first_day().to_words() + " to " + period.last_day().to_words() +
             ", or let the year start in " + (label.is_calendar() ? "January." : "another month."));
}

Period read(const Label& label, Frequency frequency, YearStart start) {
    check_form(label, frequency, start);
    check_number(label, frequency);
    if (frequency == Frequency::month) return Period::of_month(label.year, label.suffix);
    const Period period(frequency, label.year, label.part == '\0' ? 0 : label.number - 1, start);
    check_calendar(label, period);
    return period;
}

}  // namespace

std::string Period::label() const {
    const std::string in_year = std::to_string(index_in_year() + 1);
    std::string year_label = written_year(ordinal_ / periods_per_year(frequency_), start_);
    switch (frequency_) {
        case Frequency::month:
            return first_day().to_string().substr(0, 7);
        case Frequency::quarter:
            return year_label + " Q" + in_year;
        case Frequency::half:
            return year_label + " H" + in_year;
        case Frequency::year:
            break;
    }
    return year_label;
}

Period parse_period(std::string_view label, Frequency frequency, YearStart start) {
    const auto parts = take_apart(label);
    if (!parts) {
        fail("not-a-period", detail::quoted(label) + " is not the label of a " + std::string(to_string(frequency)),
             form_of(frequency, start));
    }
    return read(*parts, frequency, start);
}

Period parse_period(std::string_view label, YearStart start) {
    const auto parts = take_apart(label);
    if (!parts) {
        fail("not-a-period", detail::quoted(label) + " is not the label of a period",
             "Write a month as " + example(Frequency::month, start) + ", a quarter as " +
                 example(Frequency::quarter, start) + ", a half as " + example(Frequency::half, start) +
                 " or a year as " + example(Frequency::year, start) + '.');
    }
    if (parts->part == 'q') return read(*parts, Frequency::quarter, start);
    if (parts->part == 'h') return read(*parts, Frequency::half, start);
    if (parts->separator == '-' && parts->names_month() && parts->names_year()) {
        fail("ambiguous-period",
             detail::quoted(parts->text) + " is both " + month_reading(*parts) + " and " + year_reading(*parts),
             "Say whether a month or a year is meant; " + written_year(parts->year, start, '/') +
                 " is always the year.");
    }
    return read(*parts, parts->names_month() ? Frequency::month : Frequency::year, start);
}

}  // namespace v0
}  // namespace ontrack
