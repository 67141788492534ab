#include <pybind11/operators.h>

#include <ontrack/calendar/period.hpp>
#include <ontrack/calendar/working_days.hpp>

#include "bindings.hpp"

namespace ontrack::python {
namespace {

void bind_period(py::module_& m) {
    py::class_<Period>(m, "Period",
                       "A month, quarter, half or year: a frequency, the month its year starts in, and an integer "
                       "ordinal. Periods of the same kind are ordered and count up by one.")
        .def(py::init<Frequency, int, int, YearStart>(), py::arg("frequency"), py::arg("year").noconvert(),
             py::arg("index").noconvert(), py::arg_v("start", YearStart(), "YearStart()"),
             "The `index`-th period (from 0) of the year that starts in calendar year `year`: 2017 and index 1 with "
             "quarters and April is July to September 2017. Raises CalendarError outside 1401 to 9998.")
        .def_static("of_month", &Period::of_month, py::arg("year").noconvert(), py::arg("month").noconvert(),
                    "The month `month` (1 to 12) of calendar year `year`.")
        .def_static("containing", &Period::containing, py::arg("date"), py::arg("frequency"),
                    py::arg_v("start", YearStart(), "YearStart()"), "The period of this frequency that holds the day.")
        .def_property_readonly("frequency", &Period::frequency)
        .def_property_readonly("year_start", &Period::year_start)
        .def_property_readonly("ordinal", &Period::ordinal)
        .def_property_readonly("first_day", &Period::first_day)
        .def_property_readonly("last_day", &Period::last_day)
        .def_property_readonly("days", &Period::days, "Number of days, both ends included.")
        .def_property_readonly("label", &Period::label, "`2017-04`, `2017-18 Q2`, `2017-18`, `2017 Q2`, `2017`.")
        .def("plus", &Period::plus, py::arg("n").noconvert(), "The period `n` later (earlier when negative).")
        .def("year", &Period::year, py::arg_v("start", YearStart(), "YearStart()"),
             "The year that holds this period's first day; `start` matters for months only.")
        .def("index_in_year", &Period::index_in_year, py::arg_v("start", YearStart(), "YearStart()"),
             "Position in its year, from 0.")
        .def("last_year", &Period::last_year, "The same period one year earlier.")
        .def(py::self == py::self)
        .def(
            "__lt__", [](const Period& a, const Period& b) { return is_before(a, b); }, py::is_operator())
        .def(
            "__gt__", [](const Period& a, const Period& b) { return is_before(b, a); }, py::is_operator())
        .def(
            "__le__", [](const Period& a, const Period& b) { return !is_before(b, a); }, py::is_operator())
        .def(
            "__ge__", [](const Period& a, const Period& b) { return !is_before(a, b); }, py::is_operator())
        .def("__hash__",
             [](const Period& p) {
                 return py::hash(py::make_tuple(static_cast<int>(p.frequency()), p.year_start().month(), p.ordinal()));
             })
        .def("__str__", &Period::label)
        .def("__repr__", [](const Period& p) { return "<Period " + p.label() + ">"; })
        .def(py::pickle(
            [](const Period& p) { return std::pair(p.frequency(), std::pair(p.first_day(), p.year_start().month())); },
            [](const std::pair<Frequency, std::pair<Date, int>>& state) {
                const auto& [frequency, day] = state;
                return Period::containing(day.first, frequency, YearStart(day.second));
            }));
}

}  // namespace

void bind_calendar(py::module_& m) {
    py::native_enum<Frequency>(m, "Frequency", "enum.Enum", "How long a period is.")
        .value("month", Frequency::month)
        .value("quarter", Frequency::quarter)
        .value("half", Frequency::half)
        .value("year", Frequency::year)
        .finalize();

    py::class_<YearStart>(
        m, "YearStart",
        "The month in which a year starts: April (4) for a financial year in Britain, January (1) for "
        "a calendar year.")
        .def(py::init<>())
        .def(py::init<int>(), py::arg("month").noconvert(), "Raises CalendarError unless 1 ≤ month ≤ 12.")
        .def_static("parse", &YearStart::parse, py::arg("name"), "Reads `april`.")
        .def_property_readonly("month", &YearStart::month)
        .def_property_readonly("name", &YearStart::name, "`april`")
        .def(py::self == py::self)
        .def("__hash__", &YearStart::month)
        .def("__repr__", [](const YearStart& s) { return "YearStart(" + std::to_string(s.month()) + ")"; })
        .def(py::pickle([](const YearStart& s) { return s.month(); }, [](int month) { return YearStart(month); }));

    py::class_<DateRange>(m, "DateRange", "A span of days, both ends included. Label: `2008-04-01..2008-10-27`.")
        .def(py::init<Date, Date>(), py::arg("first"), py::arg("last"),
             "Raises CalendarError when `last` is before `first`.")
        .def_static("parse", &DateRange::parse, py::arg("text"))
        .def_property_readonly("first", &DateRange::first)
        .def_property_readonly("last", &DateRange::last)
        .def_property_readonly("days", &DateRange::days)
        .def(py::self == py::self)
        .def("__hash__", [](const DateRange& r) { return py::hash(py::make_tuple(r.first(), r.last())); })
        .def("__str__", &DateRange::to_string)
        .def("__repr__", [](const DateRange& r) { return "<DateRange " + r.to_string() + ">"; });

    bind_period(m);

    py::class_<BankHoliday>(m, "BankHoliday", "A bank holiday of England and Wales.")
        .def_readonly("day", &BankHoliday::day)
        .def_readonly("name", &BankHoliday::name)
        .def(py::self == py::self)
        .def("__hash__", [](const BankHoliday& h) { return py::hash(py::make_tuple(h.day, h.name)); })
        .def("__repr__",
             [](const BankHoliday& h) { return "<BankHoliday " + h.day.to_string() + ": " + h.name + ">"; });
    m.def("easter_sunday", &easter_sunday, py::arg("year").noconvert(), "Of the western churches, from 1583 on.");
    m.def("bank_holidays", &bank_holidays, py::arg("year").noconvert(),
          "The bank holidays of England and Wales, from 1978 on: by rule, with the proclaimed exceptions up to 2023.");
    m.def("is_working_day", &is_working_day, py::arg("day"), "Monday to Friday, and no bank holiday.");
    m.def("working_days", &working_days, py::arg("range"), "How many days of a DateRange are working days.");

    m.def("periods_per_year", &periods_per_year, py::arg("frequency"), "12, 4, 2 or 1.");
    m.def("periods_between", &periods_between, py::arg("first"), py::arg("last"),
          "last − first, in periods. Raises CalendarError for periods of different kinds.");
    m.def("is_before", &is_before, py::arg("a"), py::arg("b"), "`a < b`. Raises like `periods_between`.");
    m.def("parse_period", py::overload_cast<std::string_view, Frequency, YearStart>(&parse_period), py::arg("label"),
          py::arg("frequency"), py::arg_v("start", YearStart(), "YearStart()"),
          "Reads a label as a period of the given frequency: `2017-04`, `2017-18 Q2`, `2017-18 H1`, `2017-18`, "
          "`2017/18`; with a January start `2017 Q2`, `2017`. Raises CalendarError.");
    m.def(
        "parse_period", py::overload_cast<std::string_view, YearStart>(&parse_period), py::arg("label"),
        py::arg_v("start", YearStart(), "YearStart()"),
        "Reads a label whose form tells its frequency. `2010-11` (November 2010, or the year 2010/11) has two readings "
        "and raises CalendarError, which names both.");
}

}  // namespace ontrack::python
