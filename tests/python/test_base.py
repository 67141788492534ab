from __future__ import annotations

import pickle
from datetime import date, datetime
from decimal import Decimal

import ontrack
import pytest
from hypothesis import given
from hypothesis import strategies as st

decimals = st.builds(
    lambda whole, places: Decimal(whole).scaleb(-places), st.integers(-(10**18), 10**18), st.integers(0, 19)
)


@given(decimals)
def test_a_decimal_comes_back_as_it_went_in(value: Decimal) -> None:
    assert ontrack.Percent(value).value == value


def test_a_whole_number_is_a_decimal() -> None:
    assert ontrack.Percent(60).value == Decimal(60)
    assert ontrack.Percent(60).fraction() == Decimal("0.6")


@pytest.mark.parametrize("misuse", [0.1, "60", True, None, ontrack.Percent(60), date(2017, 4, 1)])
def test_what_is_compared_exactly_is_written_exactly(misuse: object) -> None:
    with pytest.raises(TypeError):
        ontrack.Percent(misuse)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+60", "1E-31"])
def test_decimals_that_do_not_fit_raise(value: str) -> None:
    with pytest.raises(ontrack.DataError):
        ontrack.Percent(Decimal(value))


def test_ratios_are_compared_exactly() -> None:
    gained, wanted = Decimal("48.8") - 44, Decimal(52) - 44
    assert ontrack.compare_ratios(gained, wanted, 3, 5) == 0
    assert (48.8 - 44) / (52 - 44) < 0.6  # what doubles say


def test_a_percent_is_no_fraction_and_a_likelihood_no_impact() -> None:
    assert ontrack.Likelihood(1) != ontrack.Impact(1)
    scales = ontrack.RiskScales.standard()
    with pytest.raises(TypeError):
        ontrack.rating_of(scales, ontrack.Impact(1), ontrack.Likelihood(1))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        ontrack.likelihood_of(scales, ontrack.Percent(60))  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        sorted([ontrack.Likelihood(1), ontrack.Impact(2)])  # type: ignore[type-var]
    assert ontrack.rating_of(scales, ontrack.Likelihood(2), ontrack.Impact(2)) == ontrack.Rating(2)


@pytest.mark.parametrize("probability", [-0.01, 1.01, 60.0, float("nan")])
def test_a_probability_is_from_0_to_1(probability: float) -> None:
    with pytest.raises(ontrack.DataError, match="probability") as caught:
        ontrack.likelihood_of(ontrack.RiskScales.standard(), probability)
    assert caught.value.code == "not-a-probability"


def test_a_moment_is_no_day() -> None:
    with pytest.raises(TypeError):
        ontrack.Period.containing(datetime(2017, 4, 1), ontrack.Frequency.month)


def test_an_error_tells_what_where_and_what_to_do() -> None:
    with pytest.raises(ontrack.PlanError) as caught:
        ontrack.parse_plan("format = 1\n[plan]\nname = 5\nnme = 'Plan'\n", name="ours.toml")
    error = caught.value
    assert isinstance(error, ontrack.Error)
    assert isinstance(error, ValueError)
    assert len(error.problems) > 1
    assert error.code == error.problems[0].code
    assert error.message == error.problems[0].message
    assert error.remedy
    assert error.where.file == "ours.toml"
    assert {problem.where.line for problem in error.problems} >= {3, 4}
    assert str(error).splitlines() == [str(problem) for problem in error.problems]
    assert str(error.problems[0]).startswith(f"ours.toml:{error.where.line}:{error.where.column}: ")


def test_errors_can_be_raised_and_pickled_in_python() -> None:
    where = ontrack.Place("plan.toml", 3, 1, "plan.name")
    problem = ontrack.Problem("wrong-name", "The name is wrong.", where, "Write another.")
    error = pickle.loads(pickle.dumps(ontrack.DataError(problem, problem)))
    assert error.problems == (problem, problem)
    assert error.where == where
    assert repr(where) == "Place(file='plan.toml', line=3, column=1, key='plan.name')"
    assert eval(repr(problem), vars(ontrack)) == problem


def test_results_cannot_be_changed(second_quarter: ontrack.Review) -> None:
    with pytest.raises(AttributeError):
        second_quarter.day = date(2020, 1, 1)  # type: ignore[misc]
    assert isinstance(second_quarter.indicators, tuple)
    assert isinstance(second_quarter.plan.indicators[0].track.observations, tuple)


def test_parts_outlive_the_whole() -> None:
    observation = ontrack.parse_plan(SMALL).indicators[0].track.observations[0]
    assert observation.value == Decimal("329")


SMALL = """
format = 1
plan = { name = "Small" }
[[indicator]]
code = "burglary"
name = "Burglary"
measure = "count"
polarity = "low"
frequency = "quarter"
year_is = "sum"
baseline = { value = 1681, period = "2016-17" }
target = { kind = "percent_per_annum", percent = -1, years = 3 }
observations = [{ period = "2017-18 Q1", value = 329 }]
"""
