from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import ontrack
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ontrack import stats

SERIES = [10.0, 12, 11, 13, 12, 10, 11, 30]


def test_published_numbers() -> None:
    # Montgomery, example 7.1: 347 nonconforming cans in 30 samples of 50.
    cans = stats.charts([11] * 13 + [12] * 17, chart=stats.Chart.p, denominators=50)
    assert cans.centre[0] == pytest.approx(0.2313, abs=5e-5)
    assert cans.lower[0] == pytest.approx(0.0524, abs=5e-5)
    assert cans.upper[0] == pytest.approx(0.4102, abs=5e-5)
    # The same, appendix VI: A3 of subgroups of five.
    means = stats.charts([-1, 1, -1, 1], chart=stats.Chart.xbar, denominators=5, deviations=1.0)
    assert means.upper[0] == pytest.approx(1.427, abs=5e-4)


@given(st.lists(st.floats(-100, 100), min_size=4, max_size=40))
def test_rows_and_a_column_with_offsets_are_the_same(values: list[float]) -> None:
    rows = stats.charts([values, values[::-1]], convention="nelson")
    column = stats.charts(values + values[::-1], [0, len(values), 2 * len(values)], convention="nelson", threads=2)
    assert rows.upper.ravel().tobytes() == column.upper.tobytes()
    assert rows.signals.reshape(-1, 2).tolist() == column.signals.tolist()
    if stats.Status(rows.status[0]) is stats.Status.ok:
        assert not np.isnan(rows.upper[0]).any()


def test_icons_are_those_of_the_latest_point() -> None:
    drawn = stats.charts(SERIES)
    icons = stats.process_icons([SERIES, SERIES], targets=40, next_targets=[5, 20], better=[0, 1])
    assert icons.signals[0].tolist() == drawn.signals[-1].tolist()
    assert icons.upper[0] == drawn.upper[-1]
    assert [stats.Variation(code).name for code in icons.variation] == ["improving_high", "concerning_high"]
    assert [stats.Assurance(code).name for code in icons.assurance] == ["fail", "pass_"]
    assert icons.baseline_points.tolist() == [8, 8]
    assert len(icons) == 2


def test_phases_freezes_and_exclusions() -> None:
    frozen = stats.charts(SERIES, baseline_points=7)
    left_out = stats.charts(SERIES, use=[0] * 7 + [stats.PointUse.excluded])
    assert frozen.centre[0] == left_out.centre[0] == pytest.approx(79 / 7)
    starts = np.arange(8) == 4
    assert len(set(stats.charts(SERIES, starts=starts).centre.tolist())) == 2


def test_degenerate_series_say_why() -> None:
    found = stats.charts([[1.0] * 8, [1.0] * 7 + [np.inf]])
    assert [stats.Status(code).name for code in found.status] == ["no_variation", "not_finite"]
    assert list(found.reasons) == [0, 1]
    with pytest.raises(ontrack.DataError) as caught:
        stats.charts([SERIES, [1.0] * 8], on_invalid="raise")
    assert caught.value.where.key == "values[1]"
    assert "nelson" in stats.chart_conventions()


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        (lambda: stats.charts(SERIES, convention="mine"), "unknown-convention", "mine"),
        (lambda: stats.charts(SERIES, use=[9] * 8), "out-of-domain", "use[0] is 9"),
        (lambda: stats.charts(SERIES, use=[0] * 3), "wrong-shape", "use has the shape (3,)"),
        (lambda: stats.charts(SERIES, denominators=[1, 2]), "wrong-shape", "denominators has the shape (2,)"),
        (lambda: stats.charts(SERIES, baseline_points=-1), "out-of-domain", "baseline_points is -1"),
        (lambda: stats.charts(SERIES, threads=0), "wrong-threads", "threads is 0"),
        (lambda: stats.charts(["a"]), "wrong-dtype", "values holds <U1"),
        (lambda: stats.process_icons(SERIES, next_targets=[1, 2]), "wrong-shape", "next_targets has the shape (2,)"),
        (lambda: stats.process_icons(SERIES, better=[0, 1]), "wrong-shape", "better has the shape (2,)"),
        (lambda: stats.process_icons(SERIES, targets=[1, 2]), "wrong-shape", "targets has the shape (2,)"),
    ],
)
def test_wrong_arguments_are_named(call: Callable[[], Any], code: str, words: str) -> None:
    with pytest.raises(ontrack.DataError) as caught:
        call()
    assert caught.value.code == code
    assert words in caught.value.message
    assert caught.value.remedy
