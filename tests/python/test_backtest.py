from __future__ import annotations

import numpy as np
import numpy.typing as npt
import ontrack
import pytest
from ontrack.stats import CountLaw

RNG = np.random.default_rng(77)
COUNTS = RNG.poisson(20, (40, 60)).astype(float)
Rows = npt.NDArray[np.float64]


def test_crps_of_draws_is_every_pair_of_them() -> None:
    draws = RNG.poisson(9, (6, 25)).astype(float)
    outcomes = np.arange(6.0)
    pairs = np.abs(draws[:, :, None] - draws[:, None, :]).sum(axis=(1, 2)) / (25 * 24)
    expected = np.abs(draws - outcomes[:, None]).mean(axis=1) - pairs / 2
    assert ontrack.crps(draws, outcomes) == pytest.approx(expected)
    assert (ontrack.crps(draws, outcomes, threads=3) == ontrack.crps(draws, outcomes)).all()


def test_crps_of_a_law_is_that_of_its_many_draws() -> None:
    law = CountLaw(30, 12.0, 4.0)
    draws = 30 + RNG.negative_binomial(4, 4 / 16, (1, 200_000)).astype(float)
    assert ontrack.crps([law], [45.0]) == pytest.approx(ontrack.crps(draws, [45.0]), rel=0.02)


def test_brier() -> None:
    assert ontrack.brier([0.2, 1.0, 0.5], [True, True, False]).tolist() == pytest.approx([0.64, 0, 0.25])
    assert np.isnan(ontrack.brier([0.2, 1.2], [np.nan, 1])).all()


def test_pit_of_the_truth_is_uniform_and_seeded() -> None:
    laws = [CountLaw(0, 3.0, 2.0)] * 4000
    outcomes = RNG.negative_binomial(2, 2 / 5, 4000).astype(float)
    pit = ontrack.pit(laws, outcomes, seed=5)
    assert np.histogram(pit, 10, (0, 1))[0] == pytest.approx(np.full(10, 400), abs=80)
    assert (pit == ontrack.pit(laws, outcomes, seed=5)).all()
    assert (pit != ontrack.pit(laws, outcomes, seed=6)).any()
    draws = RNG.negative_binomial(2, 2 / 5, (4000, 19)).astype(float)
    assert np.histogram(ontrack.pit(draws, outcomes), 10, (0, 1))[0] == pytest.approx(np.full(10, 400), abs=80)


@pytest.mark.parametrize("wrong", [[1.0, 2.0], [[1.0], [2.0], [3.0]], "text"])
def test_scores_refuse_wrong_shapes(wrong: npt.ArrayLike) -> None:
    for score in (ontrack.crps, ontrack.pit):
        with pytest.raises(ontrack.DataError):
            score(wrong, [1.0, 2.0])


def test_backtest_is_the_projection_of_each_day() -> None:
    found = ontrack.backtest(COUNTS, periods_known=(3, 9), years=2)
    assert len(found) == 40 * 2 * 2
    for known in (3, 9):
        for back in (1, 2):
            here = (found.periods_known == known) & (found.years_back == back)
            start = 60 - 12 * back
            last = COUNTS[:, start - 12 : start].sum(axis=1)
            target = np.floor(last * 0.95 + 0.5)
            ours = ontrack.project(COUNTS[:, : start + known], periods_known=known, targets=target)
            assert found.series[here].tolist() == list(range(40))
            assert found.total[here].tolist() == COUNTS[:, start : start + 12].sum(axis=1).tolist()
            assert found.median[here] == pytest.approx(ours.median)
            assert found.lower_80[here] == pytest.approx(ours.lower_80)
            assert found.upper_95[here] == pytest.approx(ours.upper_95)
            assert found.chance[here] == pytest.approx(ours.probability_at_most)
    assert found.brier == pytest.approx((found.chance - (found.total <= found.target)) ** 2)


def test_the_model_never_sees_what_comes_later() -> None:
    """Changing what is not known on a day leaves that day's forecast as it was."""
    shown: list[tuple[int, int]] = []

    def model(history: Rows, known: int, periods_per_year: int) -> Rows:
        shown.append((history.shape[1], known))
        history[:] += 1  # a copy: the next day is not touched
        return history[:, -3:]

    before = ontrack.backtest(COUNTS, periods_known=(6,), years=1, model=model)
    later = COUNTS.copy()
    later[:, 54:] = 0
    after = ontrack.backtest(later, periods_known=(6,), years=1, model=model)
    assert shown == [(54, 6)] * 2
    assert (before.median == after.median).all()
    assert (before.total != after.total).any()


def test_targets_are_exact_half_up() -> None:
    values = np.zeros((3, 24))
    values[:, 0] = [10, 30, 110]  # 9.5, 28.5 and 104.5
    found = ontrack.backtest(values, periods_known=(3,), years_before=1)
    assert found.target.tolist() == [10, 29, 105]
    assert ontrack.backtest(values, periods_known=(3,), years_before=1, reduction=0).target.tolist() == [10, 30, 110]


def test_one_bad_series_stops_no_other() -> None:
    values = COUNTS.copy()
    values[3, 50] = -1
    values[5, 59] = np.nan  # the year has no total
    values[7] = np.nan
    found = ontrack.backtest(values, periods_known=(6,), years=1)
    assert set(np.flatnonzero(np.isnan(found.crps))) == {3, 5, 7}
    assert not np.isnan(found.median[5])
    summary = found.summary()
    assert summary["forecasts"] == [37]
    assert summary["crps"][0] == pytest.approx(np.nanmean(found.crps))
    assert set(found.columns()) > {"series", "crps", "pit"}
    assert "40 forecasts" in repr(found)


def test_backtest_refuses_what_cannot_be() -> None:
    for options in (
        {"periods_per_year": 7},
        {"periods_known": (12,)},
        {"years": 4},
        {"years": 0},
        {"model": "oracle"},
    ):
        with pytest.raises(ontrack.DataError) as caught:
            ontrack.backtest(COUNTS, **options)
        assert caught.value.remedy
    with pytest.raises(ontrack.DataError):
        ontrack.backtest(COUNTS[0])
