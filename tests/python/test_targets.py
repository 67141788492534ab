"""Targets: phrases and their readings, rewards, profiles, the working days of England."""

from __future__ import annotations

import datetime
from decimal import Decimal

import ontrack
import pytest
from ontrack import __main__ as command_line

YEAR = ontrack.parse_period("2016/17")
STRETCH = ontrack.Stretch(Decimal(44), Decimal(52), datetime.date(2010, 3, 31), grant=Decimal(100_000))


def test_a_phrase_has_every_reading() -> None:
    readings = ontrack.parse_target_phrase("reduce by 1 % per annum for three years", 1681, YEAR)
    conventions = [
        reading.rule.convention.name for reading in readings if isinstance(reading.rule, ontrack.PercentPerAnnum)
    ]
    assert conventions == ["compound", "simple", "rounded_each_year"]
    numbers = [[int(value.rounded) for value in reading.values] for reading in readings]
    assert numbers == [[1664, 1648, 1631], [1664, 1647, 1631], [1664, 1647, 1631]]
    assert readings[0].values[2].unrounded == Decimal("1631.072619")


def test_a_phrase_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(ontrack.PlanError) as error:
        ontrack.parse_target_phrase("do better")
    assert error.value.problems[0].code == "not-a-target-phrase"
    assert error.value.problems[0].remedy


def test_sixty_per_cent_on_the_dot_pays() -> None:
    at = ontrack.reward_for(STRETCH, Decimal("48.8"))
    assert (at.share.value, at.pays, at.amount) == (Decimal(60), True, Decimal(60_000))
    assert ontrack.first_value_paid(STRETCH) == Decimal("48.8")
    assert not ontrack.reward_for(STRETCH, Decimal("48.79999999")).pays


def test_a_band_has_two_edges() -> None:
    rule = ontrack.StatusRule()
    assert ontrack.rate_in_band(Decimal(21), Decimal(10), Decimal(20), rule) is ontrack.Status.near
    assert ontrack.rate_in_band(Decimal("21.01"), Decimal(10), Decimal(20), rule) is ontrack.Status.missed


def test_working_days_know_bank_holidays() -> None:
    december = ontrack.DateRange(datetime.date(2017, 12, 1), datetime.date(2017, 12, 31))
    assert ontrack.working_days(december) == 19
    assert not ontrack.is_working_day(datetime.date(2022, 9, 19))
    assert ontrack.easter_sunday(2024) == datetime.date(2024, 3, 31)
    assert [holiday.name for holiday in ontrack.bank_holidays(2023)][4] == "Coronation of King Charles III"


PLAN = """
format = 1
[plan]
name = "Stretch"
year = "2009-10"
[[indicator]]
code = "satisfaction"
name = "Satisfaction"
measure = "percentage"
polarity = "high"
frequency = "quarter"
year_is = "latest"
comparators = [{ code = "national", name = "National", value = 60 }]
baseline = { value = 40, period = "2006-07" }
target = { kind = "stretch", without = 44, value = 52, due = 2010-03-31, grant = 100000, decimals = 1 }
observations = [{ period = "2009-10 Q4", numerator = 488, denominator = 1000 }]
[[indicator]]
code = "thefts"
name = "Thefts"
measure = "count"
polarity = "low"
frequency = "quarter"
year_is = "sum"
profile = "working_days"
target = { kind = "band", lower = 10, upper = 20 }
observations = [{ period = "2009-10 Q1", value = 4 }]
"""


def test_the_review_has_the_grant_and_the_band() -> None:
    review = ontrack.review(ontrack.parse_plan(PLAN))
    satisfaction, thefts = (indicator.assessment.whole for indicator in review.indicators)
    assert satisfaction.grant is not None
    assert satisfaction.grant.projected is not None
    assert satisfaction.grant.projected.amount == 60_000
    assert thefts.target is not None
    assert thefts.target.other_edge is not None
    assert (thefts.target.rounded, thefts.target.other_edge.rounded) == (Decimal(20), Decimal(10))
    assert review.plan["satisfaction"].track.comparators[0].code == "national"
    profile = ontrack.year_profile(review.plan["thefts"], review.plan["thefts"].track, review.year)
    assert profile.basis == "the working days of the quarters"
    assert "£60,000" in review.to_markdown()
    assert "10\N{EN DASH}20" in review.to_table()


def test_the_command_explains_a_phrase(capsys: pytest.CaptureFixture[str]) -> None:
    phrase = ["explain-target", "reduce by 1 % per annum for three years", "--baseline", "1681", "--period", "2016-17"]
    assert command_line.main(phrase) == 0
    printed = capsys.readouterr().out
    assert "    2018-19  1648  (1647.5481)\n" in printed
    assert printed.count("percent_per_annum: ") == 3
    assert command_line.main(["explain-target", "do better"]) == 1
    assert command_line.main(["explain-target", "up 5 %", "--baseline", "much"]) == 2
