from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import ontrack
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ontrack import stats

RISING = [10.0, 22, 21, 30, 28, 35, 33, 41, 40, 52]
FINITE = st.floats(-1e6, 1e6)


def test_the_count_by_hand() -> None:
    test = stats.mann_kendall([10, 22, 21, 30])
    assert test.s.item() == 4
    assert test.tau.item() == pytest.approx(4 / 6)
    assert test.variance.item() == pytest.approx(4 * 3 * 13 / 18)
    assert set(test.columns()) == {"s", "tau", "variance", "z", "p", "status"}
    assert repr(test) == "<TrendTests: 1, 0 with a reason>"


@given(st.lists(FINITE, min_size=4, max_size=60), st.integers(2, 5))
def test_rows_a_column_with_offsets_and_threads_agree(values: list[float], threads: int) -> None:
    rows = stats.trends([values, values[::-1]])
    column = stats.trends(values + values[::-1], [0, len(values), 2 * len(values)], threads=threads)
    for part in ("test", "line"):
        for name, array in getattr(rows, part).columns().items():
            assert array.tobytes() == getattr(column, part).columns()[name].tobytes(), name
    assert rows.test.s[0] == -rows.test.s[1]
    assert rows.test.s[0] == stats.mann_kendall(values).s[0] == stats.hamed_rao(values, lags=1).s[0]


@given(st.lists(FINITE, min_size=3, max_size=40))
def test_theil_sen_is_the_median_of_all_slopes(values: list[float]) -> None:
    slopes = [(b - a) / (j - i) for i, a in enumerate(values) for j, b in enumerate(values) if j > i]
    line = stats.theil_sen(values)
    assert line.slope.item() == pytest.approx(np.median(slopes), rel=1e-12, abs=1e-300)
    if line.status[0] == stats.Status.ok:
        assert line.lower.item() <= line.slope.item() <= line.upper.item()


def test_seasons_are_compared_with_themselves() -> None:
    months = np.tile(np.arange(12.0), 4) * 100
    assert stats.Status(stats.seasonal_kendall(months).status[0]) is stats.Status.no_variation
    assert stats.seasonal_kendall(months + np.repeat([0, 1, 2, 3], 12)).s.item() == 12 * 6
    assert stats.theil_sen(months + np.arange(48), season_length=12).slope.item() == 1


def test_degenerate_series_say_why() -> None:
    found = stats.mann_kendall([[1.0] * 5, [1.0, 2, np.inf, 3, 4], [1.0, 2, 3, 4, 5]])
    assert [stats.Status(code).name for code in found.status] == ["no_variation", "not_finite", "ok"]
    assert list(found.reasons) == [0, 1]
    assert np.isnan(found.p[:2]).all()
    with pytest.raises(ontrack.DataError) as caught:
        stats.theil_sen([RISING, [1.0] * 10], on_invalid="raise")
    assert caught.value.where.key == "values[1]"
    with pytest.raises(ValueError, match="read-only"):
        found.p[0] = 0
    assert len(stats.mann_kendall(np.empty((0, 5)))) == 0


def test_recent_trend_is_the_published_one() -> None:
    # Public Health England (2018), obesity in reception year: chi-squared 47.90.
    x, n = [994, 1023, 1199, 1332, 1367], [40299, 41527, 42811, 44064, 44701]
    found = stats.recent_trend_of_proportion([x, x[::-1]], [n, n[::-1]])
    assert found.chi_square[0] == pytest.approx(47.90, abs=5e-3)
    assert [stats.RecentTrend(code).name for code in found.trend] == ["increasing", "decreasing"]
    gap = stats.recent_trend_of_proportion([*x[:3], np.nan, *x[3:]], [*n[:3], 1, *n[3:]], gaps=stats.TrendGaps.refused)
    assert stats.RecentTrend(gap.trend[0]) is stats.RecentTrend.not_available
    wide = stats.recent_trend_of_estimate([1, 2, 3, 4, 5], 0, 10)
    assert stats.RecentTrend(wide.trend[0]) is stats.RecentTrend.no_change


@given(st.lists(st.floats(1, 1000), min_size=24, max_size=48), st.sampled_from(list(stats.Decomposition)))
def test_the_parts_make_the_value(values: list[float], kind: stats.Decomposition) -> None:
    parts = stats.decompose(values, kind=kind)
    join = np.add if kind is stats.Decomposition.additive else np.multiply
    there = ~np.isnan(parts.trend)
    whole = join(join(parts.trend, parts.seasonal), parts.remainder)
    np.testing.assert_allclose(whole[there], np.array(values)[there], rtol=1e-9)
    assert there.sum() == len(values) - 12


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        (lambda: stats.mann_kendall(RISING, threads=0), "wrong-threads", "threads is 0"),
        (lambda: stats.seasonal_kendall(RISING, season_length=0), "out-of-domain", "season_length is 0"),
        (lambda: stats.hamed_rao(RISING, lags=-1), "out-of-domain", "lags is -1"),
        (lambda: stats.theil_sen(RISING, confidence=1.5), "not-a-confidence-level", "1.5"),
        (lambda: stats.mann_kendall(["a"]), "wrong-dtype", "values holds <U1"),
        (lambda: stats.recent_trend_of_proportion([1, 2], [1, 2, 3]), "wrong-shape", "n has the shape (3,)"),
        (lambda: stats.recent_trend_of_proportion([1, 2], 3, points=2), "out-of-domain", "points is 2"),
        (lambda: stats.decompose(RISING, season_length=1), "out-of-domain", "season_length is 1"),
    ],
)
def test_wrong_arguments_are_named(call: Callable[[], Any], code: str, words: str) -> None:
    with pytest.raises(ontrack.DataError) as caught:
        call()
    assert caught.value.code == code
    assert words in caught.value.message


def test_random_numbers_are_those_of_their_place() -> None:
    draws = stats.normal(7, 3, np.arange(1000))
    assert draws[10] == stats.normal(7, 3, 10) != stats.normal(8, 3, 10)
    assert stats.normal(7, 3, 10) == stats.normal_quantile(stats.uniform(7, 3, 10))
    assert abs(draws.mean()) < 4 / np.sqrt(1000)
    # Salmon et al. (2011), the known answer of their library for a counter and a key of ones.
    ones = 0xFFFFFFFF
    assert [f"{word:08x}" for word in stats.philox([ones] * 4, [ones] * 2)] == [
        "408f276d", "41c83b0e", "a20bc7c6", "6d5451fd",
    ]  # fmt: skip
    with pytest.raises(ontrack.DataError):
        stats.uniform(1, 0, [-1])
