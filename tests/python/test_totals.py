from __future__ import annotations

import numpy as np
import ontrack
import pytest
from ontrack import stats

COUNTS = np.random.default_rng(5).poisson(20, (30, 42)).astype(float)


def test_every_model_has_laws_that_agree_with_its_columns() -> None:
    for model in stats.TotalModel:
        found = stats.project_totals(
            COUNTS, model=model.name, periods_known=6, targets=240, probabilities=[0.1, 0.5, 0.9]
        )
        assert len(found) == len(found.laws) == 30
        assert found.quantiles is not None
        assert found.probability_at_most is not None
        for i, law in enumerate(found.laws):
            if found.status[i] == stats.Status.ok:
                assert law.mean == pytest.approx(found.mean[i])
                assert law.cdf(240) == pytest.approx(found.probability_at_most[i], abs=1e-9)
                assert law.quantile(0.5) == found.quantiles[i, 1]
                assert law.known <= found.quantiles[i, 0] <= found.quantiles[i, 2]


def test_groups_and_threads() -> None:
    groups = np.arange(30) % 3 - 1
    one = stats.project_totals(COUNTS, periods_known=6, groups=groups)
    assert (one.mean == stats.project_totals(COUNTS, periods_known=6, groups=groups, threads=3).mean).all()
    alone = stats.project_totals(COUNTS, periods_known=6)
    assert (one.mean[groups < 0] == alone.mean[groups < 0]).all()
    assert (one.mean[groups >= 0] != alone.mean[groups >= 0]).any()


def test_scores_of_total_laws() -> None:
    laws = stats.project_totals(COUNTS, periods_known=6).laws
    outcomes = [law.quantile(0.7) for law in laws]
    levels = (np.arange(2000) + 0.5) / 2000
    draws = np.array([[law.quantile(p) for p in levels] for law in laws])
    assert ontrack.crps(laws, outcomes) == pytest.approx(ontrack.crps(draws, outcomes), rel=0.02)
    assert ontrack.pit(laws, outcomes) == pytest.approx(np.full(30, 0.7), abs=0.05)


def test_backtest_takes_the_name_of_a_model() -> None:
    values = COUNTS[:, :36]
    found = ontrack.backtest(values, periods_known=(6,), model="gamma_poisson")
    assert not np.isnan(found.crps).any()
    assert found.crps == pytest.approx(ontrack.backtest(values, periods_known=(6,)).crps, rel=0.5)


def test_wrong_arguments() -> None:
    for options in ({"model": "oracle"}, {"support": "some"}, {"groups": [1, 2]}, {"targets": [1.0]}, {"threads": 0}):
        with pytest.raises(ontrack.DataError):
            stats.project_totals(COUNTS, periods_known=6, **options)
