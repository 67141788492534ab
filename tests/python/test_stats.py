from __future__ import annotations

import math
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import ontrack
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ontrack import stats

RNG = np.random.default_rng(20171)
ARRAYS = ("mean", "variance", "median", "lower_80", "upper_80", "lower_95", "upper_95", "probability_at_most", "status")


def same(a: ontrack.Outturns, b: ontrack.Outturns) -> bool:
    return all(getattr(a, name).tobytes() == getattr(b, name).tobytes() for name in ARRAYS)


def test_rows_and_a_column_with_offsets_are_the_same_panel() -> None:
    values = RNG.poisson(40, (50, 30)).astype(float)
    rows = ontrack.project(values, periods_known=6, targets=480)
    column = ontrack.project(values.ravel(), np.arange(51) * 30, periods_known=6, targets=np.full(50, 480.0))
    assert same(rows, column)
    assert len(rows) == 50
    assert all(getattr(rows, name).shape == (50,) for name in ARRAYS)


@settings(max_examples=30)
@given(st.lists(st.lists(st.integers(0, 10**6), max_size=30), max_size=12), st.integers(0, 12), st.integers(2, 5))
def test_a_series_does_not_depend_on_its_neighbours(rows: list[list[int]], known: int, threads: int) -> None:
    values = np.array([value for row in rows for value in row], dtype=np.int64)
    offsets = np.cumsum([0, *map(len, rows)])
    together = ontrack.project(values, offsets, periods_known=known, targets=1000.0)
    assert same(together, ontrack.project(values, offsets, periods_known=known, targets=1000.0, threads=threads))
    for i, row in enumerate(rows):
        alone = ontrack.project(np.array(row, dtype=np.int64), periods_known=known, targets=1000.0)
        assert all(getattr(alone, name)[0].tobytes() == getattr(together, name)[i].tobytes() for name in ARRAYS)


@settings(max_examples=50)
@given(st.lists(st.integers(0, 5000), min_size=1, max_size=4), st.lists(st.integers(0, 5000), min_size=8, max_size=8))
def test_the_batch_is_the_single_projection(current: list[int], past: list[int]) -> None:
    one = stats.project_count(current, past, periods_per_year=4)
    many = ontrack.project([past + current], periods_per_year=4, periods_known=len(current), targets=4000)
    assert one.status == many.status[0]
    if one.status == stats.Status.ok:
        assert one.law.mean == pytest.approx(many.mean[0])
        assert one.law.variance == pytest.approx(many.variance[0])
        assert many.probability_at_most is not None
        assert one.law.cdf(4000) == pytest.approx(many.probability_at_most[0], abs=1e-9)
        assert many.lower_95[0] <= many.lower_80[0] <= many.median[0] <= many.upper_80[0] <= many.upper_95[0]
        assert many.median[0] >= sum(current)


def test_a_complete_year_is_certain() -> None:
    done = ontrack.project([[10.0, 20, 30, 40]], periods_per_year=4, periods_known=4, targets=[100])
    assert done.mean[0] == done.median[0] == done.lower_95[0] == done.upper_95[0] == 100
    assert done.variance[0] == 0
    assert done.probability_at_most is not None
    assert done.probability_at_most[0] == 1


def test_one_bad_series_does_not_stop_the_batch() -> None:
    values = np.full((6, 8), 20.0)
    values[1, 3] = -1
    values[2, 3] = math.inf
    values[3] = math.nan
    values[4, 7] = math.nan
    found = ontrack.project(values, periods_per_year=4, periods_known=2, targets=[80, 80, 80, 80, 80, math.nan])
    status = stats.Status
    assert list(found.status) == [
        status.ok, status.negative_value, status.not_finite, status.too_few_points, status.ok, status.no_target
    ]  # fmt: skip
    assert set(found.reasons) == {1, 2, 3, 5}
    assert found.reasons[1] == stats.reason(status.negative_value)
    assert np.isnan(found.mean[[1, 2, 3]]).all()
    assert np.isfinite(found.mean[[0, 4, 5]]).all()


def test_stated_shares_are_used() -> None:
    early = ontrack.project([[60.0, 20]], periods_per_year=4, periods_known=2, seasonal_shares=[3, 1, 1, 1])
    late = ontrack.project([[60.0, 20]], periods_per_year=4, periods_known=2, seasonal_shares=[1, 1, 1, 3])
    assert early.mean[0] < late.mean[0]
    assert early.probability_at_most is None
    assert "probability_at_most" not in early.columns()


def test_results_are_read_only() -> None:
    found = ontrack.project([[1.0, 2]], periods_per_year=4, periods_known=2)
    with pytest.raises(ValueError, match="read-only"):
        found.mean[0] = 0
    assert found.mean is found.mean
    assert repr(found) == "<Outturns of 1 series, 0 with a reason>"


def test_doubles_in_c_order_are_not_copied() -> None:
    values = np.full((20_000, 36), 7.0)
    values.flags.writeable = False
    tracemalloc.start()
    found = ontrack.project(values, periods_known=6)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < values.nbytes / 2
    for other in (values.astype(np.float32), values.astype(np.int16), np.asfortranarray(values), values[::-1]):
        assert ontrack.project(other, periods_known=6).mean.tobytes() == found.mean.tobytes()
    assert len(ontrack.project(np.empty((0, 36)), periods_known=6, targets=1)) == 0


PANEL = np.ones((3, 24))


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        (lambda p: p(1.0), "wrong-shape", "values has the shape ()"),
        (lambda p: p(np.ones((2, 2, 2))), "wrong-shape", "values has the shape (2, 2, 2)"),
        (lambda p: p([[1.0, 2], [3]]), "not-an-array", "values"),
        (lambda p: p(np.array(["a"])), "wrong-dtype", "values holds <U1"),
        (lambda p: p(PANEL > 0), "wrong-dtype", "values holds bool"),
        (lambda p: p(PANEL * 1j), "wrong-dtype", "values holds complex128"),
        (lambda p: p(np.array([1, None])), "wrong-dtype", "values holds object"),
        (lambda p: p(np.ma.masked_equal(PANEL, 1)), "masked-array", "values"),
        (lambda p: p(PANEL, [0, 3]), "wrong-shape", "offsets are given and values is 2-D"),
        (lambda p: p(PANEL[0], []), "wrong-dtype", "offsets holds float64"),
        (lambda p: p(PANEL[0], np.empty(0, int)), "wrong-shape", "offsets has the shape (0,)"),
        (lambda p: p(PANEL[0], [1, 24]), "wrong-offsets", "offsets[0] is 1"),
        (lambda p: p(PANEL[0], [0, 12, 6, 24]), "wrong-offsets", "offsets[2] is 6"),
        (lambda p: p(PANEL[0], [0, 12]), "wrong-offsets", "offsets[1] is 12, but values holds 24"),
        (lambda p: p(PANEL[0], [0.0, 24.0]), "wrong-dtype", "offsets holds float64"),
        (lambda p: p(PANEL, periods_known=13), "wrong-periods", "periods_known is 13"),
        (lambda p: p(PANEL, periods_known=-1), "wrong-periods", "periods_known is -1"),
        (lambda p: p(PANEL, periods_per_year=0), "wrong-periods", "periods_per_year is 0"),
        (lambda p: p(PANEL, targets=[1, 2]), "wrong-shape", "targets has the shape (2,), and there are 3 series"),
        (lambda p: p(PANEL, seasonal_shares=[1, 2]), "wrong-shape", "seasonal_shares has the shape (2,)"),
        (lambda p: p(PANEL, seasonal_shares=[1] * 11 + [0]), "not-a-share", "seasonal_shares[11] is 0"),
        (lambda p: p(PANEL, threads=0), "wrong-threads", "threads is 0"),
    ],
)
def test_wrong_arguments_are_named(call: Callable[[Any], object], code: str, words: str) -> None:
    def project(*arguments: Any, periods_known: int = 6, **options: Any) -> ontrack.Outturns:
        return ontrack.project(*arguments, periods_known=periods_known, **options)

    with pytest.raises(ontrack.DataError) as caught:
        call(project)
    assert caught.value.code == code
    assert words in caught.value.message
    assert caught.value.remedy


def test_a_number_of_periods_is_whole() -> None:
    with pytest.raises(TypeError):
        ontrack.project(PANEL, periods_known=6.0)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        (([1] * 13,), {}),
        (([1], [1] * 13), {}),
        (([1],), {"shares": [1, 1]}),
        (([1, 2],), {"covered": [0.5]}),
        (([1],), {"periods_per_year": 0}),
    ],
)
def test_project_count_checks_its_shapes(arguments: Any, options: dict[str, Any]) -> None:
    with pytest.raises(ontrack.DataError) as caught:
        stats.project_count(*arguments, **options)
    assert caught.value.code.startswith("wrong-")


def test_distributions_and_intervals() -> None:
    assert stats.normal_cdf(1.959963984540054) == pytest.approx(0.975)
    assert stats.normal_quantile(0.975) == pytest.approx(1.959963984540054)
    assert stats.negative_binomial_cdf(2, 1.0, math.inf) == pytest.approx(math.exp(-1) * 2.5)
    assert stats.negative_binomial_quantile(0.5, 100.0, math.inf) == 100
    lower, upper = stats.wilson(13, 13, 0.95)
    assert lower == pytest.approx(0.772, abs=5e-4)
    assert upper == pytest.approx(1)
    assert stats.wilson_confidence_at_least(13, 13, lower) == pytest.approx(0.975)
    law = stats.CountLaw(64, 60.5, 20)
    assert law.mean == 124.5
    assert law.variance == pytest.approx(60.5 + 60.5**2 / 20)
    assert law.cdf(law.quantile(0.5)) >= 0.5 > law.cdf(law.quantile(0.5) - 1)
