from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import ontrack
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ontrack import stats

SERIES = [10.0, 12, 11, 13, 12, 10, 11, 12, 13, 14, 15, 16, 17]


def test_a_known_convention_taken_apart_and_put_together_is_the_same() -> None:
    known = stats.chart_convention("nelson")
    sets = known.rules
    rules = [stats.Rule(r.kind, r.points, of=r.of, sigmas=r.sigmas) for r in sets.rules]
    mine = stats.ChartConvention(
        stats.RuleSet(
            rules,
            marks=sets.marks,
            at_limit=sets.at_limit,
            on_centre=sets.on_centre,
            at_gap=sets.at_gap,
            run_test=sets.run_test,
        ),
        name="mine",
        factor=known.factor,
        screening=known.screening,
        neighbours=known.neighbours,
    )
    by_name = stats.charts(SERIES, convention="nelson")
    assert stats.charts(SERIES, convention=mine).signals.tolist() == by_name.signals.tolist()
    assert stats.conventions_that_disagree(SERIES, conventions=["nelson", mine]) == []
    assert (known.name, known.edition, sets.name, sets.edition) == ("nelson", "1984", "nelson", "1984")
    assert repr(mine) == "<ChartConvention 'mine'>"


def test_every_disagreement_is_one() -> None:
    found = stats.conventions_that_disagree(SERIES)
    assert found
    for each in found:
        pair = [
            stats.charts(SERIES, convention=name).signals[each.point].tolist() for name in (each.first, each.second)
        ]
        assert pair == [list(each.by_first), list(each.by_second)]
        assert pair[0] != pair[1]


def test_lines_of_ones_own() -> None:
    drawn = stats.charts(SERIES, convention="western-electric")
    rules = stats.western_electric()
    again = stats.signals(
        drawn.value, drawn.centre, drawn.lower, drawn.upper, drawn.lower_warning, drawn.upper_warning, rules=rules
    )
    assert again.tolist() == drawn.signals.tolist()
    rows = stats.signals([[5, 9, 16], [9, 9, 1]], 10, 4, 15, rules=rules)
    assert rows[:, :, 0].tolist() == [[0, 0, 1], [0, 0, 0]]
    assert rows[1, 2].tolist() == [0, 1]


def test_false_alarms_are_few_and_repeatable() -> None:
    found = stats.false_alarms(24, convention="nelson", replications=500)
    assert 0 < found.latest_point < found.any_point < 1
    assert found.standard_error == pytest.approx((found.any_point * (1 - found.any_point) / 500) ** 0.5)
    assert found.any_point == stats.false_alarms(24, convention="nelson", replications=500).any_point
    assert np.isnan(stats.false_alarms(24, chart=stats.Chart.c, replications=10).any_point)


def test_assurance_follows_a_target_that_moves() -> None:
    drawn = stats.charts(SERIES)
    targets = np.linspace(0, 40, len(SERIES))
    moving = stats.assurance(drawn.lower, drawn.upper, targets, better=stats.Better.high)
    assert stats.Assurance(moving[0]) is stats.Assurance.pass_
    assert stats.Assurance(moving[-1]) is stats.Assurance.fail
    icons = stats.process_icons(SERIES, targets=targets, better=stats.Better.high)
    assert icons.assurance[0] == moving[-1]
    assert icons.variation[0] == stats.variation(drawn.signals, better=stats.Better.high)[-1]
    for at_limit, name in ((stats.AtLimit.inside, "hit_or_miss"), (stats.AtLimit.signal, "fail")):
        edge = stats.assurance(1, 2, 2, better=stats.Better.high, at_limit=at_limit)
        assert stats.Assurance(edge.item()).name == name
    assert stats.assurance(1, 2, np.nan, better=stats.Better.high).item() == stats.Assurance.not_available


@given(st.lists(st.floats(-100, 100), min_size=1, max_size=40))
def test_runs_of_rows_are_those_of_a_series(values: list[float]) -> None:
    rows = stats.analyse_runs([values, [-x for x in values]])
    alone = stats.analyse_runs(values, centre=stats.median(values))
    for name in ("useful", "longest_run", "crossings"):
        assert getattr(rows, name)[0] == getattr(rows, name)[1] == getattr(alone, name)[0]
    assert rows.useful[0] <= len(values)
    assert rows.longest_run[0] + rows.crossings[0] <= max(rows.useful[0], 1)


def test_a_run_rebases() -> None:
    found = stats.rebase_runs([[1.0, 2, 3, 7, 8, 9]] * 2, baseline=3, run=3, side=stats.RunSide.above)
    assert found.medians.tolist() == [2, 2]
    assert found.starts[0].tolist() == [1, 0, 0, 1, 0, 0]
    below = stats.rebase_runs([1.0, 2, 3, 7, 8, 9], baseline=3, run=3, side=stats.RunSide.below)
    assert below.medians.tolist() == [1]
    assert stats.rebase_runs([1.0, 2]).medians.tolist() == [0]


def test_subgroups_draw_their_chart() -> None:
    groups = stats.subgroups([1, 2, 3, 2, 4, 6, 5], [0, 3, 6, 7])
    assert groups.mean.tolist() == [2, 4, 5]
    assert groups.deviation.tolist()[:2] == [1, 2]
    assert groups.size.tolist() == [3, 3, 1]
    xbar = stats.charts(
        groups.mean[:2], chart=stats.Chart.xbar, denominators=groups.size[:2], deviations=groups.deviation[:2]
    )
    assert xbar.centre.tolist() == [3, 3]


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        (lambda: stats.Rule(stats.RuleKind.trend, 1), "out-of-domain", "a rule is out of its domain"),
        (lambda: stats.Rule(stats.RuleKind.beyond, 4, of=3), "out-of-domain", "a rule is out of its domain"),
        (lambda: stats.making_data_count(1), "out-of-domain", "a rule is out of its domain"),
        (lambda: stats.RuleSet([stats.Rule(stats.RuleKind.beyond, 1)] * 9), "wrong-shape", "9 rules"),
        (lambda: stats.chart_convention("mine"), "unknown-convention", "mine"),
        (lambda: stats.conventions_that_disagree([SERIES, SERIES]), "wrong-shape", "more than one row"),
        (lambda: stats.false_alarms(-1), "out-of-domain", "length is -1"),
        (lambda: stats.false_alarms(9, replications=0), "out-of-domain", "replications 0"),
        (lambda: stats.signals(SERIES, [1, 2], rules=stats.nelson()), "wrong-shape", "centre has the shape (2,)"),
        (lambda: stats.assurance([1, 2], [1, 2, 3], 1, better=stats.Better.low), "wrong-shape", "upper has the shape"),
        (lambda: stats.variation([1, 2, 3], better=stats.Better.low), "wrong-shape", "signals has the shape (3,)"),
        (lambda: stats.rebase_runs(SERIES, run=0), "out-of-domain", "run 0"),
        (lambda: stats.longest_run_bound(-1), "out-of-domain", "useful is -1"),
    ],
)
def test_wrong_arguments_are_named(call: Callable[[], Any], code: str, words: str) -> None:
    with pytest.raises(ontrack.DataError) as caught:
        call()
    assert caught.value.code == code
    assert words in caught.value.message
