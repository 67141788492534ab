from __future__ import annotations

import math

import numpy as np
import ontrack
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ontrack import stats

NO_SEASON = stats.Season(stats.SeasonKind.none)
STEP = stats.InterruptionKind.step
DISASTERS = [int(digit) for digit in (
    "45410434063340263354531441553425223421322111130010110031032201110101000210001102331121111242000140001000001001"
    "01"
)]  # fmt: skip


def counts(series: int, periods: int = 60) -> np.ndarray:
    mean = 40 * np.exp(0.3 * np.sin(np.arange(periods) / 2)) * np.where(np.arange(periods) < 36, 1, 0.7)
    return np.random.default_rng(7).negative_binomial(10, 10 / (10 + mean), (series, periods)).astype(float)


def test_a_design_by_hand_is_that_of_the_model() -> None:
    values = counts(20)
    events = [stats.Interruption(STEP, 36), stats.Interruption(stats.InterruptionKind.pulse, 10, 3)]
    season = stats.Season(stats.SeasonKind.harmonics, pairs=1)
    design = stats.design_matrix(60, events, season=season)
    assert design.shape == (60, 6)
    family = stats.Family.negative_binomial
    by_hand = stats.regressions(design, values, family=family, lags=4)
    found = stats.interrupted(values, events, season=season, family=family, lags=4, threads=2)
    assert found.regression.coefficient.tobytes() == by_hand.coefficient.tobytes()
    assert np.exp(by_hand.coefficient[:, 4:]) == pytest.approx(found.effect)
    assert found.counterfactual * found.change == pytest.approx(by_hand.fitted)
    assert (found.effect_lower < found.effect).all()
    assert (found.effect_upper > found.effect).all()
    assert (found.change[:, :10] == 1).all()
    assert found.change_lower.shape == found.change_upper.shape == values.shape
    assert np.sqrt(np.diagonal(by_hand.covariance, axis1=1, axis2=2)) == pytest.approx(by_hand.standard_error)
    assert found.effect_p_value.shape == (20, 2)
    assert (by_hand.degrees == 54).all()
    assert len(found) == len(by_hand) == 20
    assert repr(by_hand) == "<Regressions of 20 series, 0 with a reason>"


def test_published_numbers() -> None:
    # Bliss and Fisher (1953): mites on 150 apple leaves, maximum likelihood k = 1.02459.
    mites = np.repeat(np.arange(8), [70, 38, 17, 10, 9, 3, 2, 1])
    found = stats.regressions(np.ones((150, 1)), mites, family=stats.Family.negative_binomial)
    assert 1 / found.alpha[0] == pytest.approx(1.02459, abs=5e-6)
    # Carlin, Gelfand and Smith (1992): coal-mining disasters fall in 1891, from 3.1 a year to 0.9.
    assert len(DISASTERS) == 112
    assert sum(DISASTERS) == 191
    test = stats.change_test(DISASTERS)
    assert test.change == 41
    assert test.p_value == 0.001
    assert test.rate_before == pytest.approx(3.1, abs=0.05)
    assert test.rate_after == pytest.approx(0.9, abs=0.05)
    assert 41 in test.confidence_set
    assert test.rate_ratio.value == pytest.approx(0.291, abs=5e-4)
    cut = stats.segment_counts(DISASTERS, penalty=stats.ChangePenalty.bic)
    assert cut.change[0] == 41
    assert cut.rate.size == cut.change.size + 1


@settings(max_examples=30)
@given(st.lists(st.lists(st.integers(0, 500), max_size=40), min_size=1, max_size=10), st.integers(2, 4))
def test_a_series_does_not_depend_on_its_neighbours(rows: list[list[int]], threads: int) -> None:
    values = np.array([value for row in rows for value in row], dtype=float)
    offsets = np.cumsum([0, *map(len, rows)])
    family = stats.Family.negative_binomial
    together = stats.log_linear_trends(values, offsets, family=family, threads=threads)
    for i, row in enumerate(rows):
        alone = stats.log_linear_trends(np.array(row, dtype=float), family=family)
        assert alone.rate_ratio.value[0].tobytes() == together.rate_ratio.value[i].tobytes()
        assert alone.rate_ratio.status[0] == together.rate_ratio.status[i]
        if together.rate_ratio.status[i] == stats.Status.ok:
            assert math.isfinite(together.p_value[i])
            assert math.isfinite(together.log_likelihood[i])


def test_exposure_and_missing_periods() -> None:
    values = counts(3)
    values[1, 5] = math.nan
    population = np.linspace(1000, 2000, 60)
    one = stats.log_linear_trends(values, exposure=population, season=NO_SEASON)
    many = stats.log_linear_trends(values, exposure=np.tile(population, (3, 1)), season=NO_SEASON)
    assert one.slope.tobytes() == many.slope.tobytes()
    plain = stats.log_linear_trends(values, season=NO_SEASON)
    assert (plain.rate_ratio.value > one.rate_ratio.value).all()
    assert one.degrees.tolist() == [58, 57, 58]
    assert np.isfinite(one.fitted).all()


def test_a_series_without_a_result_says_why() -> None:
    values = np.vstack([counts(1), np.zeros((1, 60)), counts(1)])
    values[2, 36:] = 0
    found = stats.interrupted(values, [stats.Interruption(STEP, 36)], season=NO_SEASON)
    assert [stats.Status(code).name for code in found.regression.status] == ["ok", "too_few_events", "separated"]
    assert list(found.regression.reasons) == [1, 2]
    assert np.isnan(found.effect[1:]).all()
    with pytest.raises(ontrack.DataError) as caught:
        stats.interrupted(values, [stats.Interruption(STEP, 36)], season=NO_SEASON, on_invalid="raise")
    assert caught.value.code == "out-of-domain"
    nothing = stats.change_test([0, 0, 0, 0, 0])
    assert nothing.status is stats.Status.too_few_events
    assert nothing.p_value is None
    assert nothing.change is None
    assert stats.segment_counts([0, 0, 0]).cost is None


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (lambda: stats.regressions(np.ones((5, 1)), np.ones(6)), "wrong-shape"),
        (lambda: stats.regressions(np.ones((6, 2)), np.ones(6)), "collinear"),
        (lambda: stats.regressions(np.ones((6, 1)), np.ones(6), confidence=1.5), "not-a-confidence-level"),
        (lambda: stats.regressions(np.ones((6, 1)), np.ones(6), lags=6), "not-a-lag"),
        (lambda: stats.regressions(np.ones((6, 1)), np.ones(6), alpha=-1), "not-a-dispersion"),
        (lambda: stats.regressions(np.ones((6, 1)), np.ones(6), np.ones(5)), "wrong-shape"),
        (lambda: stats.regressions(np.ones((6, 1)), np.ones(6), threads=0), "wrong-threads"),
        (lambda: stats.log_linear_trends(np.ones(30), family=stats.Family.gaussian), "not-log-linear"),
        (lambda: stats.interrupted(np.ones(30), []), "no-interruption"),
        (lambda: stats.interrupted(np.ones(30), [stats.Interruption(STEP, 30)]), "not-a-period"),
        (lambda: stats.Interruption(STEP, -1), "not-a-period"),
        (lambda: stats.design_matrix(12, season=stats.Season(length=1)), "not-a-season"),
        (lambda: stats.segment_counts([1, 2, 3], penalty=stats.ChangePenalty.stated), "out-of-domain"),
        (lambda: stats.change_test([1, 2, 3], replicates=5), "out-of-domain"),
        (lambda: stats.change_test([[1, 2, 3]]), "wrong-shape"),
    ],
)
def test_a_wrong_argument_is_named(call: object, code: str) -> None:
    with pytest.raises(ontrack.DataError) as caught:
        call()  # type: ignore[operator]
    assert caught.value.code == code


def test_values_show_themselves() -> None:
    assert repr(stats.Season()) == "Season(effects, length=12, pairs=2, first=0)"
    assert repr(stats.Interruption(STEP, 3)) == "Interruption(step, at=3, length=1)"
    assert repr(stats.change_test([1, 2, 3, 4, 5])).startswith("<ChangeTest: p ")
    assert repr(stats.segment_counts([1, 2, 3, 4])) == "<Segmentation: 0 changes, status ok>"
    assert repr(stats.interrupted(counts(1), [stats.Interruption(STEP, 36)])) == "<Interrupted: 1 series>"
    assert repr(stats.log_linear_trends(counts(2))) == "<LogLinearTrends of 2 series>"
