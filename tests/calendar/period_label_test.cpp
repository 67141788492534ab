#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <ontrack/calendar/period.hpp>

#include "reference/code_of.hpp"

namespace {

using ontrack::Date;
using ontrack::Frequency;
using ontrack::parse_period;
using ontrack::Period;
using ontrack::YearStart;
using reference::code_of;
using reference::message_of;

constexpr auto frequencies = {Frequency::month, Frequency::quarter, Frequency::half, Frequency::year};

TEST(PeriodLabel, ComesBack) {
    for (int start = 1; start <= 12; ++start) {
        for (const Frequency frequency : frequencies) {
            Period period(frequency, 1995, 0, YearStart(start));
            for (; period.first_day() < Date(2020, 1, 1); period = period.plus(1)) {
                ASSERT_EQ(parse_period(period.label(), frequency, YearStart(start)), period) << period.label();
            }
        }
    }
}

TEST(PeriodLabel, MeansWhatTheDocumentsMean) {
    EXPECT_EQ(parse_period("2017-18 Q2", Frequency::quarter).first_day(), Date(2017, 7, 1));
    EXPECT_EQ(parse_period("2017-18 Q2", Frequency::quarter).last_day(), Date(2017, 9, 30));
    EXPECT_EQ(parse_period("2017-18 H1", Frequency::half).last_day(), Date(2017, 9, 30));
    EXPECT_EQ(parse_period("2017-18", Frequency::year).first_day(), Date(2017, 4, 1));
    EXPECT_EQ(parse_period("2017-18", Frequency::year, YearStart(7)).last_day(), Date(2018, 6, 30));
    EXPECT_EQ(parse_period("2017 Q2", Frequency::quarter, YearStart(1)).first_day(), Date(2017, 4, 1));
    EXPECT_EQ(parse_period("2017", Frequency::year, YearStart(1)).last_day(), Date(2017, 12, 31));
    EXPECT_EQ(parse_period("2017-04", Frequency::month, YearStart(9)).first_day(), Date(2017, 4, 1));
}

TEST(PeriodLabel, AllowsSlashSmallLettersAndSpaces) {
    EXPECT_EQ(parse_period("2017/18", Frequency::year), parse_period("2017-18", Frequency::year));
    EXPECT_EQ(parse_period("2017/18 q2", Frequency::quarter), parse_period("2017-18 Q2", Frequency::quarter));
    EXPECT_EQ(parse_period("  2017-18   h2\n", Frequency::half), parse_period("2017-18 H2", Frequency::half));
    EXPECT_EQ(parse_period("1999-00", Frequency::year), parse_period("1999/00", Frequency::year));
    EXPECT_EQ(parse_period("1999-00", Frequency::year).last_day(), Date(2000, 3, 31));
}

TEST(PeriodLabel, IsReadUnderItsFrequency) {
    EXPECT_EQ(parse_period("2010-11", Frequency::month), Period::of_month(2010, 11));
    EXPECT_EQ(parse_period("2010-11", Frequency::year), Period(Frequency::year, 2010, 0));
    EXPECT_EQ(parse_period("2010/11"), Period(Frequency::year, 2010, 0));
    EXPECT_EQ(parse_period("2017-18"), Period(Frequency::year, 2017, 0));
    EXPECT_EQ(parse_period("2017-04"), Period::of_month(2017, 4));
    EXPECT_EQ(parse_period("2017-18 Q4"), Period(Frequency::quarter, 2017, 3));
    EXPECT_EQ(parse_period("2017-18 H2"), Period(Frequency::half, 2017, 1));
    EXPECT_EQ(parse_period("2017 Q4", YearStart(1)), Period(Frequency::quarter, 2017, 3, YearStart(1)));
    EXPECT_EQ(parse_period("2017", YearStart(1)), Period(Frequency::year, 2017, 0, YearStart(1)));
}

TEST(PeriodLabel, NamesBothReadings) {
    EXPECT_EQ(message_of([] { return parse_period("2010-11"); }),
              "\"2010-11\" is both November 2010 and the year 2010/11 [ambiguous-period]. "
              "Say whether a month or a year is meant; 2010/11 is always the year.");
    for (int year = 1990; year < 2030; ++year) {
        const std::string label = Period(Frequency::year, year, 0).label();
        const bool both = year >= 2000 && year <= 2011;
        EXPECT_EQ(code_of([&] { return parse_period(label); }), both ? "ambiguous-period" : "nothing") << label;
    }
}

struct Refusal {
    const char* label;
    Frequency frequency;
    YearStart start;
    const char* code;
};

TEST(PeriodLabel, RefusesWithTheRightCode) {
    const YearStart april;
    const YearStart january(1);
    const std::vector<Refusal> refusals{
        {"2017-13", Frequency::month, april, "no-such-period"},
        {"2017-00", Frequency::month, april, "no-such-period"},
        {"2017-19", Frequency::year, april, "no-such-period"},
        {"2017/04", Frequency::month, april, "no-such-period"},
        {"2017-04 Q2", Frequency::quarter, april, "no-such-period"},
        {"2017-18 Q0", Frequency::quarter, april, "no-such-period"},
        {"2017-18 Q5", Frequency::quarter, april, "no-such-period"},
        {"2017-18 Q11", Frequency::quarter, april, "no-such-period"},
        {"2017-18 H3", Frequency::half, april, "no-such-period"},
        {"2017 Q2", Frequency::quarter, april, "no-such-period"},
        {"2017", Frequency::year, april, "no-such-period"},
        {"2017-18 Q2", Frequency::quarter, january, "no-such-period"},
        {"2017-18", Frequency::year, january, "no-such-period"},
        {"1400-01", Frequency::month, april, "no-such-period"},
        {"9999-00", Frequency::year, april, "no-such-period"},
        {"2017-18", Frequency::month, april, "wrong-frequency"},
        {"2012-13", Frequency::month, april, "wrong-frequency"},
        {"2017-04", Frequency::year, april, "wrong-frequency"},
        {"2010-11", Frequency::quarter, april, "wrong-frequency"},
        {"2017-18", Frequency::quarter, april, "wrong-frequency"},
        {"2017-18 Q2", Frequency::half, april, "wrong-frequency"},
        {"2017-18 H2", Frequency::year, april, "wrong-frequency"},
        {"2017 Q2", Frequency::month, january, "wrong-frequency"},
        {"2017", Frequency::month, january, "wrong-frequency"},
    };
    for (const auto& [label, frequency, start, code] : refusals) {
        EXPECT_EQ(code_of([&] { return parse_period(label, frequency, start); }), code) << label;
    }
}

TEST(PeriodLabel, AcceptsNoOtherForm) {
    for (const char* label : {"",           " ",          "17-18",      "2017-2018",   "2017-1",      "2017-4",
                              "2017–18",    "2017-18Q2",  "2017-18 Q",  "2017-18 2",   "2017-18 Q2x", "2017-18 Q022",
                              "2017-18 S1", "Q2 2017-18", "April 2017", "2017-",       "-017-18",     "2017-18-19",
                              "2017-04-01", "2017 18",    "20174",      "2017-18 Q-1", "2017-18\tQ2"}) {
        EXPECT_EQ(code_of([&] { return parse_period(label); }), "not-a-period") << label;
        for (const Frequency frequency : frequencies) {
            EXPECT_EQ(code_of([&] { return parse_period(label, frequency); }), "not-a-period") << label;
        }
    }
}

TEST(PeriodLabel, TellsTheRemedy) {
    EXPECT_EQ(message_of([] { return parse_period("2017 Q2", Frequency::quarter); }),
              "\"2017 Q2\" belongs to a calendar year, but years here start in April [no-such-period]. "
              "Write 2017-18 Q2 for 1 July 2017 to 30 September 2017, or let the year start in January.");
    EXPECT_EQ(message_of([] { return parse_period("2017-19", Frequency::year); }),
              "\"2017-19\" is no month (01 to 12), and the year that starts in 2017 is 2017-18 [no-such-period]. "
              "A year is written 2017-18.");
    EXPECT_EQ(message_of([] { return parse_period("2010-11", Frequency::quarter); }),
              "\"2010-11\" is November 2010 or the year 2010/11, but a quarter is wanted [wrong-frequency]. "
              "A quarter is written 2017-18 Q1.");
    EXPECT_EQ(message_of([] { return parse_period("April 2017", Frequency::month); }),
              "\"April 2017\" is not the label of a month [not-a-period]. A month is written 2017-04.");
    EXPECT_EQ(message_of([] { return parse_period("2017-18 Q5", Frequency::quarter); }),
              "\"2017-18 Q5\" does not exist: a year has four quarters [no-such-period]. Write Q1 to Q4.");
}

}  // namespace
