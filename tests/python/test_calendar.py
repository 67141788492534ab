from __future__ import annotations

import copy
import pickle
from datetime import date

import ontrack
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ontrack import Frequency, Period, YearStart, parse_period

days = st.dates(date(1500, 1, 1), date(9000, 12, 31))
frequencies = st.sampled_from(list(Frequency))
starts = st.integers(1, 12).map(YearStart)


@given(days, frequencies, starts)
def test_a_period_holds_its_days(day: date, frequency: Frequency, start: YearStart) -> None:
    period = Period.containing(day, frequency, start)
    assert period.first_day <= day <= period.last_day
    assert period.days == (period.last_day - period.first_day).days + 1
    assert period.plus(1).first_day == date.fromordinal(period.last_day.toordinal() + 1)
    assert parse_period(period.label, frequency, start) == period
    assert pickle.loads(pickle.dumps(period)) == period
    assert hash(copy.copy(period)) == hash(period)


@given(days, frequencies, starts, st.integers(-90, 90))
def test_periods_count_up_by_one(day: date, frequency: Frequency, start: YearStart, n: int) -> None:
    period = Period.containing(day, frequency, start)
    later = period.plus(n)
    assert ontrack.periods_between(period, later) == n
    assert (period < later) == (n > 0)
    assert (period <= later) == (n >= 0)
    assert (period > later) == (n < 0)
    assert (period >= later) == (n <= 0)
    assert period.last_year() == period.plus(-ontrack.periods_per_year(frequency))


@pytest.mark.parametrize(
    ("label", "first", "last"),
    [
        ("2017-04", date(2017, 4, 1), date(2017, 4, 30)),
        ("2017-18 Q2", date(2017, 7, 1), date(2017, 9, 30)),
        ("2017-18 Q4", date(2018, 1, 1), date(2018, 3, 31)),
        ("2017-18 H1", date(2017, 4, 1), date(2017, 9, 30)),
        ("2017-18", date(2017, 4, 1), date(2018, 3, 31)),
        ("2017/18", date(2017, 4, 1), date(2018, 3, 31)),
    ],
)
def test_labels(label: str, first: date, last: date) -> None:
    period = parse_period(label)
    assert (period.first_day, period.last_day) == (first, last)
    assert str(period) == label.replace("/", "-")
    assert repr(period) == f"<Period {period.label}>"


def test_calendar_years() -> None:
    assert parse_period("2017 Q2", YearStart(1)).first_day == date(2017, 4, 1)
    assert parse_period("2017", start=YearStart.parse("january")).label == "2017"


def test_a_label_with_two_readings_names_both() -> None:
    with pytest.raises(ontrack.CalendarError, match=r"November 2010.*2010/11") as caught:
        parse_period("2010-11")
    assert caught.value.code == "ambiguous-period"
    assert parse_period("2010-11", Frequency.month).first_day == date(2010, 11, 1)
    assert parse_period("2010-11", Frequency.year).first_day == date(2010, 4, 1)


@pytest.mark.parametrize("label", ["2017-13", "2017-18 Q5", "2017-19", "2017 Q2", "", "Q2", "soon"])
def test_labels_that_do_not_exist_raise(label: str) -> None:
    with pytest.raises(ontrack.CalendarError) as caught:
        parse_period(label)
    assert caught.value.remedy


def test_misuse_raises() -> None:
    month, quarter = Period.of_month(2017, 4), Period(Frequency.quarter, 2017, 0)
    with pytest.raises(ontrack.CalendarError):
        ontrack.periods_between(month, quarter)
    with pytest.raises(ontrack.CalendarError):
        sorted([quarter, month])
    with pytest.raises(ontrack.CalendarError):
        YearStart(13)
    with pytest.raises(TypeError):
        ontrack.periods_between(month, date(2017, 4, 1))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        sorted([month, date(2017, 4, 1)])  # type: ignore[type-var]
    with pytest.raises(TypeError):
        Period(Frequency.quarter, 2017.0, 0)  # type: ignore[arg-type]


def test_date_ranges() -> None:
    span = ontrack.DateRange.parse("2008-04-01..2008-10-27")
    assert (span.first, span.last, span.days) == (date(2008, 4, 1), date(2008, 10, 27), 210)
    assert span == ontrack.DateRange(date(2008, 4, 1), date(2008, 10, 27))
    with pytest.raises(ontrack.CalendarError):
        ontrack.DateRange(span.last, span.first)
