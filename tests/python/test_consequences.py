from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from typing import Any

import numpy as np
import ontrack
import pytest
from ontrack import stats

RNG = np.random.default_rng(9)
COUNTS = RNG.poisson(20, (24, 54)).astype(float)
GROUPS = np.arange(24) % 3
YEAR: dict[str, Any] = {"periods_known": 6}


def test_a_fit_is_a_value() -> None:
    fits = stats.fit_groups(COUNTS, groups=GROUPS, **YEAR)
    assert len(fits) == 3
    for fit in fits:
        saved = json.loads(json.dumps(fit.numbers().tolist()))
        assert stats.GroupFit(saved) == fit == pickle.loads(pickle.dumps(fit))
        assert (fit.series, fit.periods_per_year, fit.periods_known) == (8, 12, 6)
        assert fit.shares.sum() == pytest.approx(1)
        assert len(fit.index) == 60
        assert len(fit.weights) == 5
        assert fit.width > 0
        assert fit.dispersion >= 1
        assert fit.past_errors > 0
        assert len(fit.discounts) == 8
    assert fits[0] != fits[1]
    with pytest.raises(ontrack.DataError):
        stats.GroupFit([1.0, 2.0])


def test_given_the_fits_any_partition_has_the_same_bits() -> None:
    fits = stats.fit_groups(COUNTS, groups=GROUPS, **YEAR)
    options: dict[str, Any] = {"probabilities": [0.025, 0.5, 0.975], "targets": 230, **YEAR}
    whole = stats.project_totals(COUNTS, groups=GROUPS, **options)
    given = stats.project_totals(COUNTS, groups=GROUPS, fits=fits, **options)
    parts = [
        stats.project_totals(COUNTS[rows], groups=GROUPS[rows], fits=fits, threads=2, **options)
        for rows in (slice(0, 1), slice(1, 17), slice(17, 24))
    ]
    for name in ("mean", "variance", "quantiles", "probability_at_most", "status", "fallback"):
        assert (getattr(whole, name) == getattr(given, name)).all()
        assert (np.concatenate([getattr(part, name) for part in parts]) == getattr(whole, name)).all()
    one = stats.project_totals(COUNTS[0], fits=fits[:1], **options)  # of the first fit, without groups
    assert one.mean[0] == whole.mean[0]
    alone = stats.project_totals(COUNTS, groups=np.full(24, -1), fits=fits, **YEAR)
    assert (alone.mean == stats.project_totals(COUNTS, **YEAR).mean).all()
    with pytest.raises(ontrack.DataError):
        stats.project_totals(COUNTS, groups=GROUPS + 1, fits=fits, **YEAR)


@pytest.mark.parametrize("figure", ["mean", "last"])
def test_what_follows_from_the_law_of_a_stock(figure: str) -> None:
    year: dict[str, Any] = {"figure": figure, **YEAR}
    fits = stats.fit_groups(COUNTS, groups=GROUPS, **year)
    found = stats.project_totals(COUNTS, groups=GROUPS, fits=fits, **year)
    assert (found.mean == stats.project_totals(COUNTS, groups=GROUPS, **year).mean).all()
    assert stats.explain_total(COUNTS[4], fit=fits[GROUPS[4]], **year).law.mean == found.mean[4]
    needed = stats.required_values(COUNTS, laws=found.laws, targets=20, **year)
    assert (needed.open == (6 if figure == "mean" else 1)).all()
    left = (12 * 20 - COUNTS[:, -6:].sum(axis=1)) / 6 if figure == "mean" else np.full(24, 20.0)
    assert needed.per_period == pytest.approx(left)
    shares = stats.rest_shares(COUNTS, groups=GROUPS, fits=fits, **year)
    assert ((shares > 0).sum(axis=1) == needed.open).all()
    shocks = stats.fit_shared_shocks(COUNTS, groups=GROUPS, fits=fits, **year)
    assert 0 <= shocks.between <= shocks.within <= 1
    with pytest.raises(ontrack.DataError):
        stats.fit_groups(COUNTS, figure="best", **YEAR)


def test_backtest_with_fits_in_parts() -> None:
    values = COUNTS[:, :48]
    options: dict[str, Any] = {"periods_known": (3, 6), "years": 2}
    fits = ontrack.backtest_fits(values, groups=GROUPS, **options)
    assert set(fits) == {(back, known) for back in (1, 2) for known in (3, 6)}
    whole = ontrack.backtest(values, model="combination", groups=GROUPS, **options)
    one = ontrack.backtest(values, model="combination", groups=GROUPS, fits=fits, **options)
    for name, column in whole.columns().items():
        assert (column == one.columns()[name]).all()
    part = ontrack.backtest(values[5:9], model="combination", groups=GROUPS[5:9], fits=fits, **options)
    for row in range(4):
        assert (part.median[part.series == row] == whole.median[whole.series == row + 5]).all()
        assert (part.chance[part.series == row] == whole.chance[whole.series == row + 5]).all()
    wrongs: tuple[dict[str, Any], ...] = ({"fits": {}}, {"groups": [0]}, {"groups": GROUPS, "model": "credibility"})
    for wrong in wrongs:
        with pytest.raises(ontrack.DataError):
            ontrack.backtest(values, **{"model": "combination", **options, **wrong})


def test_what_is_required() -> None:
    found = stats.project_totals(COUNTS, targets=230, **YEAR)
    needed = stats.required_values(COUNTS, laws=found.laws, targets=230, **YEAR)
    assert len(needed) == 24
    assert needed.chance == pytest.approx(found.probability_at_most, abs=1e-9)
    known = COUNTS[:, 48:].sum(axis=1)
    assert (needed.per_period == (230 - known) / 6).all()
    for i, row in enumerate(COUNTS):
        assert needed.as_good[i] == (row <= needed.per_period[i]).sum()
        rests = row[:48].reshape(4, 12)[:, 6:].sum(axis=1)
        assert needed.years_as_good[i] == (rests <= 230 - known[i]).sum()
    assert set(needed.open) == {6}
    assert set(needed.seen) == {54}
    assert set(needed.years_seen) == {4}
    assert set(needed.reach) == {stats.Reach.possible}
    assert set(needed.status) == {stats.Status.ok.value}
    high = stats.required_values(COUNTS, laws=found.laws, targets=30, better=stats.Better.high, **YEAR)
    assert set(high.reach) == {stats.Reach.assured}
    assert (high.chance == 1).all()
    with pytest.raises(ontrack.DataError):
        stats.required_values(COUNTS, laws=found.laws[:3], targets=230, **YEAR)


def test_a_countermeasure() -> None:
    laws = stats.project_totals(COUNTS, **YEAR).laws
    shares = stats.rest_shares(COUNTS, **YEAR)
    assert (shares[:, :6] == 0).all()
    assert shares.sum(axis=1) == pytest.approx(1)
    fewer = stats.what_if(laws, shares, factor=0.9)
    late = stats.what_if(laws, shares, factor=0.9, from_period=9)
    for before, after, less in zip(laws, fewer, late, strict=True):
        assert after.mean == pytest.approx(before.known + 0.9 * (before.mean - before.known))
        assert after.mean < less.mean < before.mean
        assert after.cdf(230) > before.cdf(230)
    for factor in (-0.1, float("nan")):
        with pytest.raises(ontrack.DataError):
            stats.what_if(laws, shares, factor=factor)


def test_paths_sum_to_their_law_in_any_partition() -> None:
    laws = stats.project_totals(COUNTS, **YEAR).laws
    shares = stats.rest_shares(COUNTS, **YEAR)
    paths = stats.sample_paths(laws, shares, paths=4000, seed=5)
    assert paths.shape == (24, 4000, 12)
    assert (paths == np.floor(paths)).all()
    sums = paths.sum(axis=2)
    for i, law in enumerate(laws):
        error = 4 * np.sqrt(law.variance / 4000)
        assert sums[i].mean() + law.known == pytest.approx(law.mean, abs=error)
    part = stats.sample_paths(laws[7:9], shares[7:9], paths=100, seed=5, names=[7, 8], threads=2)
    assert (part == paths[7:9, :100]).all()
    assert (stats.sample_paths(laws, shares, paths=100, seed=6) != paths[:, :100]).any()
    with pytest.raises(ontrack.DataError):
        stats.sample_paths(laws, shares[:3])


def test_totals_add_up_and_share_their_shocks() -> None:
    fits = stats.fit_groups(COUNTS, groups=GROUPS, **YEAR)
    found = stats.project_totals(COUNTS, groups=GROUPS, fits=fits, **YEAR)
    shocks = stats.fit_shared_shocks(COUNTS, groups=GROUPS, fits=fits, **YEAR)
    assert 0 <= shocks.between <= shocks.within <= 1
    assert shocks.past_years > 0
    areas = np.arange(24) // 6
    parts = stats.add_totals(found.laws, areas, groups=GROUPS, status=found.status, shocks=shocks)
    [whole] = stats.add_totals(found.laws, np.zeros(24, dtype=int), groups=GROUPS, status=found.status, shocks=shocks)
    assert sum(part.law.mean for part in parts) == pytest.approx(whole.law.mean)
    assert [part.series for part in parts] == [6] * 4
    assert {part.status for part in parts} == {stats.Status.ok}
    apart = stats.SharedShocks(0, 0)
    [independent] = stats.add_totals(found.laws, np.zeros(24, dtype=int), groups=GROUPS, shocks=apart)
    assert independent.law.variance == pytest.approx(found.variance.sum())
    assert independent.law.variance <= whole.law.variance
    with pytest.raises(ontrack.DataError):
        stats.SharedShocks(0.1, 0.2)
    for totals in ([0, 1], np.full(24, 10**9)):
        with pytest.raises(ontrack.DataError):
            stats.add_totals(found.laws, totals)
    with pytest.raises(ontrack.DataError):
        stats.fit_groups(COUNTS, groups=np.full(24, 10**9), **YEAR)


def test_totals_of_laws_that_are_none() -> None:
    values = COUNTS[:3].copy()
    values[1] = -1
    found = stats.project_totals(values, **YEAR)
    for status, expected in ((None, "missing_value"), (found.status, "negative_value"), ([0, 0, 0], "missing_value")):
        [whole] = stats.add_totals(found.laws, [0, 0, 0], status=status)
        assert whole.status.name == expected
    for wrong in ([0, 0, 256], [0, 0, -1], [0, 0, max(one.value for one in stats.Status) + 1], [0, 0]):
        with pytest.raises(ontrack.DataError, match="status"):
            stats.add_totals(found.laws, [0, 0, 0], status=wrong)


@pytest.mark.parametrize(
    "call",
    [
        lambda: stats.project_totals(COUNTS, groups=GROUPS.astype(np.uint64), **YEAR),
        lambda: stats.project_totals(COUNTS[0], np.array([0, 54], dtype=np.uint64), **YEAR),
        lambda: stats.project_totals(COUNTS, masked=np.zeros(54, dtype=np.uint64), **YEAR),
        lambda: stats.project_totals(COUNTS.astype(np.longdouble), **YEAR),
        lambda: stats.add_totals(
            stats.project_totals(COUNTS[:1], **YEAR).laws, [0], status=np.array([0], dtype=np.uint64)
        ),
        lambda: stats.uniform(1, 0, np.array([1, 2], dtype=np.uint64)),
        lambda: stats.variation(np.zeros((1, 2), dtype=np.uint64), better=stats.Better.low),
        lambda: ontrack.brier([0.5], np.array([1], dtype=np.longdouble)),
    ],
)
def test_numbers_that_may_not_fit_are_refused(call: Callable[[], object]) -> None:
    with pytest.raises(ontrack.DataError, match="may not fit") as caught:
        call()
    assert caught.value.code == "wrong-dtype"


def test_how_a_law_came_about() -> None:
    fits = stats.fit_groups(COUNTS, groups=GROUPS, **YEAR)
    found = stats.project_totals(COUNTS, groups=GROUPS, fits=fits, **YEAR)
    for i in (0, 5):
        how = stats.explain_total(COUNTS[i], fit=fits[GROUPS[i]], **YEAR)
        assert how.law.mean == found.mean[i]
        assert sum(how.weights.values()) == pytest.approx(1)
        assert 0 < how.own_season < 1
        assert how.known_share == pytest.approx(0.5, abs=0.1)
        assert how.annual_level == pytest.approx(240, rel=0.2)
        assert all(0.7 <= discount <= 1 for discount in how.discounts)
        assert (how.used, how.status) == (stats.TotalModel.combination, stats.Status.ok)
        assert how.fallback == stats.Status.ok
    assert np.isnan(stats.explain_total(COUNTS[0], **YEAR).discounts[1])
