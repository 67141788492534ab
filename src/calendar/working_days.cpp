#include <ontrack/calendar/working_days.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <string_view>

#include <ontrack/base/error.hpp>

namespace ontrack {
inline namespace v0 {
namespace {

namespace chrono = std::chrono;

constexpr int first_year_of_holidays = 1978;

chrono::sys_days to_chrono(const Date& day) {
    return chrono::year(day.year()) / day.month() / day.day();
}

Date from_chrono(const chrono::sys_days& days) {
    const chrono::year_month_day day(days);
    return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day()))};
}

bool is_weekday(const chrono::sys_days& day) {
    const chrono::weekday weekday(day);
    return weekday != chrono::Saturday && weekday != chrono::Sunday;
}

/// A proclamation that moved a holiday to `month`/`day`, or made one.
struct Proclaimed {
    int year;
    int month;
    int day;
    std::string_view name;
    std::string_view moved;  ///< the usual holiday that it took the place of; empty for an extra one
};

constexpr std::string_view early_may = "Early May bank holiday";
constexpr std::string_view spring = "Spring bank holiday";

constexpr std::array proclamations{
    Proclaimed{1981, 7, 29, "Wedding of the Prince of Wales", ""},
    Proclaimed{1995, 5, 8, "Early May bank holiday (VE day)", early_may},
    Proclaimed{1999, 12, 31, "Millennium", ""},
    Proclaimed{2002, 6, 3, "Golden Jubilee", ""},
    Proclaimed{2002, 6, 4, spring, spring},
    Proclaimed{2011, 4, 29, "Wedding of Prince William", ""},
    Proclaimed{2012, 6, 4, spring, spring},
    Proclaimed{2012, 6, 5, "Diamond Jubilee", ""},
    Proclaimed{2020, 5, 8, "Early May bank holiday (VE day)", early_may},
    Proclaimed{2022, 6, 2, spring, spring},
    Proclaimed{2022, 6, 3, "Platinum Jubilee", ""},
    Proclaimed{2022, 9, 19, "State Funeral of Queen Elizabeth II", ""},
    Proclaimed{2023, 5, 8, "Coronation of King Charles III", ""},
};

bool is_moved(int year, std::string_view name) {
    return std::any_of(proclamations.begin(), proclamations.end(),
                       [&](const Proclaimed& one) { return one.year == year && one.moved == name; });
}

class HolidaysOfYear {
public:
    explicit HolidaysOfYear(int year) : year_(year) {}

    std::vector<BankHoliday> run() && {
        const chrono::year year(year_);
        const chrono::sys_days easter = to_chrono(easter_sunday(year_));
        add_or_substitute(year / chrono::January / 1, "New Year's Day");
        add(easter - chrono::days(2), "Good Friday");
        add(easter + chrono::days(1), "Easter Monday");
        add_usual(year / chrono::May / chrono::Monday[1], early_may);
        add_usual(year / chrono::May / chrono::Monday[chrono::last], spring);
        add_usual(year / chrono::August / chrono::Monday[chrono::last], "Summer bank holiday");
        // A holiday on a working day keeps it; the other one's substitute comes after both.
        const chrono::sys_days christmas = year / chrono::December / 25;
        const chrono::sys_days boxing = year / chrono::December / 26;
        if (is_weekday(boxing)) add(boxing, "Boxing Day");
        add_or_substitute(christmas, "Christmas Day");
        if (!is_weekday(boxing)) add_or_substitute(boxing, "Boxing Day");
        for (const Proclaimed& one : proclamations) {
            if (one.year == year_) days_.push_back({Date(one.year, one.month, one.day), std::string(one.name)});
        }
        std::sort(days_.begin(), days_.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
        return std::move(days_);
    }

private:
    void add(const chrono::sys_days& day, std::string_view name) {
        days_.push_back({from_chrono(day), std::string(name)});
    }
    void add_usual(const chrono::sys_days& day, std::string_view name) {
        if (!is_moved(year_, name)) add(day, name);
    }
    /// The day itself, or the next weekday that is no holiday.
    void add_or_substitute(const chrono::sys_days& day, std::string_view name) {
        const auto is_taken = [&](const chrono::sys_days& candidate) {
            const Date date = from_chrono(candidate);
            return std::any_of(days_.begin(), days_.end(), [&](const BankHoliday& one) { return one.day == date; });
        };
        chrono::sys_days observed = day;
        while (!is_weekday(observed) || is_taken(observed)) observed += chrono::days(1);
        add(observed, observed == day ? std::string(name) : std::string(name) + " (substitute day)");
    }

    int year_;
    std::vector<BankHoliday> days_;
};

}  // namespace

Date easter_sunday(int year) {
    if (year < 1583) {
        throw CalendarError(Problem{"no-such-date",
                                    "the Gregorian Easter begins in 1583, not in " + std::to_string(year),
                                    {},
                                    "Give a year from 1583 to 9999."});
    }
    const int golden = year % 19;
    const int century = year / 100;
    const int in_century = year % 100;
    const int corrected = (century - (century + 8) / 25 + 1) / 3;
    const int epact = (19 * golden + century - century / 4 - corrected + 15) % 30;
    const int weekday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    const int late = (golden + 11 * epact + 22 * weekday) / 451;
    const int sum = epact + weekday - 7 * late + 114;
    return {year, sum / 31, sum % 31 + 1};
}

std::vector<BankHoliday> bank_holidays(int year) {
    if (year < first_year_of_holidays) {
        throw CalendarError(Problem{"no-bank-holidays",
                                    "the bank holidays of " + std::to_string(year) + " are not known",
                                    {},
                                    "Give a year from 1978 on."});
    }
    return HolidaysOfYear(year).run();
}

bool is_working_day(const Date& day) {
    return working_days(DateRange(day, day)) == 1;
}

int working_days(const DateRange& range) {
    const chrono::sys_days last = to_chrono(range.last());
    int count = 0;
    for (chrono::sys_days day = to_chrono(range.first()); day <= last; day += chrono::days(1)) {
        count += is_weekday(day);
    }
    for (int year = std::max(range.first().year(), first_year_of_holidays); year <= range.last().year(); ++year) {
        for (const BankHoliday& holiday : bank_holidays(year)) {
            count -= range.first() <= holiday.day && holiday.day <= range.last();
        }
    }
    return count;
}

}  // namespace v0
}  // namespace ontrack
