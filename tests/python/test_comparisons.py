from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import ontrack
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ontrack import stats

HIGH, LOW, NEITHER = stats.Better.high, stats.Better.low, stats.Better.neither


def words(codes: Any) -> list[str]:
    return [stats.Comparison(code).name for code in np.ravel(codes)]


def test_a_bound_belongs_to_the_interval() -> None:
    assert words(stats.compare_with_benchmark([1, 1, 1], [2, 2, 2], [2, 2.1, 0.9], better=HIGH)) == [
        "similar",
        "worse",
        "better",
    ]
    two = stats.compare_with_benchmark(1, 2, [2.1, 3.1], better=LOW, outer_lower=0, outer_upper=3)
    assert words(two) == ["better", "best"]
    assert words(stats.compare_with_benchmark(1, 2, 3, better=NEITHER)) == ["lower"]
    assert words(stats.compare_with_benchmark([1, np.nan], 2, 3, better=NEITHER)) == ["lower", "not_compared"]


@given(st.integers(1, 400), st.floats(0.01, 0.99), st.floats(0.01, 0.99))
def test_polarity_mirrors(n: int, value: float, benchmark: float) -> None:
    high = words(stats.compare_proportion(value, n, benchmark, better=HIGH, outer_confidence=0.998))
    low = words(stats.compare_proportion(value, n, benchmark, better=LOW, outer_confidence=0.998))
    mirror = {"worst": "best", "worse": "better", "similar": "similar", "better": "worse", "best": "worst"}
    assert low == [mirror[word] for word in high]


def test_a_funnel_is_its_formula() -> None:
    x, n = np.array([10.0, 20, 60]), np.array([200.0, 150, 250])
    drawn = stats.funnel(x, n)
    share = 90 / 600
    assert drawn.target == pytest.approx(share)
    reach = stats.normal_quantile(0.975) * np.sqrt(share * (1 - share) / n)
    np.testing.assert_allclose(drawn.upper, share + reach, rtol=1e-12)
    assert stats.funnel_lines(drawn, n).lower.tobytes() == drawn.lower.tobytes()
    assert drawn.dispersion.points == 3
    known = stats.funnel_convention("funnelplotr-shmi").ratio
    assert known.overdispersion is stats.Overdispersion.additive
    again = stats.FunnelOptions(
        statistic=known.statistic,
        limits=known.limits,
        target=known.target,
        overdispersion=known.overdispersion,
        trimming=known.trimming,
        trimming_share=known.trimming_share,
        confidence=known.confidence,
        outer_confidence=known.outer_confidence,
        z_decimals=known.z_decimals,
        per=known.per,
        minimum_events=known.minimum_events,
        better=known.better,
    )
    for name, column in stats.funnel(x, n / 10, again).columns().items():
        assert column.tobytes() == stats.funnel(x, n / 10, known).columns()[name].tobytes()
    with pytest.raises(ontrack.DataError) as caught:
        stats.funnel([1, 5], [10, 4], on_invalid="raise")
    assert caught.value.where.key == "x[1]"


def test_conventions_disagree_where_their_classes_differ() -> None:
    x, n = [3, 10, 60, 20], [200, 150, 250, 180]
    rate = stats.FunnelStatistic.rate
    for each in stats.funnel_conventions_that_disagree(x, n, rate):
        classes = [
            stats.funnel(x, n, stats.funnel_convention(name).rate).comparison[each.point]
            for name in (each.first, each.second)
        ]
        assert classes == [each.by_first, each.by_second]
    wide = stats.interval_conventions_that_disagree(x, n, 0.2, conventions=["wilson", "clopper-pearson"])
    assert all(each.first == "wilson" for each in wide)


@given(st.lists(st.floats(-1e6, 1e6), min_size=10, max_size=60))
def test_groups_follow_the_values(values: list[float]) -> None:
    for method in stats.QuantileMethod:
        groups = stats.quantile_groups(values, method=method).groups
        order = np.argsort(values, kind="stable")
        assert (np.diff(groups[order]) >= 0).all()
        assert groups.min() >= 1
        assert groups.max() <= 5
    assert stats.sample_quantile([*values, math.nan], 0.3) == pytest.approx(
        np.quantile(values, 0.3), rel=1e-9, abs=1e-9
    )
    assert stats.quantile_groups([values, values[::-1]]).groups.shape == (2, len(values))
    assert stats.Status(stats.quantile_groups([1, 2]).status[0]) is stats.Status.too_few_points


def test_ranks_that_intervals_allow() -> None:
    apart = stats.ranks([1, 2, 3], [0.9, 1.9, 2.9], [1.1, 2.1, 3.1], better=LOW)
    assert apart.rank.tolist() == apart.best.tolist() == apart.worst.tolist() == [1, 2, 3]
    together = stats.ranks([1, 2, 3], 0, 4, better=HIGH)
    assert together.best.tolist() == [1, 1, 1]
    assert together.worst.tolist() == [3, 3, 3]
    assert stats.joint_confidence(0.95, 1) == 0.95


def test_false_discovery_by_hand() -> None:
    found = stats.adjust_p_values([0.03, 0.01, np.nan, 0.02], method=stats.DiscoveryMethod.benjamini_yekutieli)
    assert found.p[[0, 1, 3]] == pytest.approx([0.03 * 11 / 6] * 3)
    assert list(found.reasons) == [2]


def test_two_counts_as_published() -> None:
    # Krishnamoorthy and Thomson (2004), example 1: no seed of dodder in 100 samples against 3 in 100.
    e_test = stats.test_two_counts(0, 100, 3, 100, test=stats.TwoCountsTest.e_test)
    assert e_test.p_value.item() == pytest.approx(0.0884, abs=5e-5)
    assert stats.test_two_counts([25, 1], 1, 16, 1).p_value[0] == pytest.approx(0.211, abs=5e-4)
    assert stats.root_z([16, 9], [25, 16]).tolist() == [2, 2]


def test_the_year_to_date_matches_periods() -> None:
    found = stats.compare_year_to_date([30, 25, math.nan], [20, 22, 24])
    assert (found.this_year, found.last_year, found.periods, found.left_out) == (55, 42, 2, 1)
    assert found.ratio.value == pytest.approx(55 / 42)
    assert found.test.p_value == stats.test_two_counts(55, 2, 42, 2).p_value.item()
    loose = stats.compare_year_to_date([30, 60, 20, 50], [20, 22, 44, 46], dispersion=None)
    assert loose.dispersion is not None
    assert loose.dispersion > 1
    days = stats.compare_year_to_date([10], [10], this_exposure=[20], last_exposure=[10])
    assert days.ratio.value == pytest.approx(0.5)


def test_displacement_by_hand() -> None:
    # By hand; the paper's own numbers are compared in the conformance tests.
    one = stats.weighted_displacement_difference((10, 4), (9, 8), (5, 6), (4, 4))
    assert one.total.estimate.value == (-6 + 1) + (1 - 0)
    assert one.total.standard_error == pytest.approx(math.sqrt(50))
    assert one.local.z == pytest.approx(-5 / math.sqrt(31))
    halves = stats.weighted_displacement_difference((10, 4), (9, 8), periods=(2, 1))
    assert halves.total.estimate.value == (4 - 5) - (8 - 4.5)
    scores = stats.change_scores([100, 100], [80, 120])
    assert scores.ratio == 1
    assert stats.change_contour(100, 1.0, scores.z[1]) == 120


def test_a_chain_of_stages_multiplies() -> None:
    group, reference = [1000, 100, 20], [9000, 450, 60]
    step = stats.relative_rates(group, reference).value
    whole = stats.relative_rates(group, reference, base=stats.StageBase.first).value
    assert step.prod() == pytest.approx(whole[-1])
    few = stats.relative_rates(group, reference, minimum_events=30)
    assert stats.Status(few.status[1]) is stats.Status.too_few_events
    both = stats.estimate_stratified_ratio([10, 20], 100, [5, 10], 100, ratio=stats.StratifiedRatio.risk)
    assert both.estimate.value == pytest.approx(2)
    assert (both.strata, both.left_out) == (2, 0)


@pytest.mark.parametrize(
    ("call", "words_"),
    [
        (lambda: stats.compare_with_benchmark(1, 2, 3, better=HIGH, outer_lower=0), "outer_lower"),
        (lambda: stats.compare_proportion([1], [1, 2], 3, better=HIGH), "n has the shape (2,)"),
        (lambda: stats.compare_proportion(0.1, 10, 0.2, better=HIGH, confidence=2), "2"),
        (lambda: stats.funnel(1, 2), "x has the shape ()"),
        (lambda: stats.funnel_convention("mine"), "mine"),
        (lambda: stats.quantile_groups([1, 2, 3], groups=1), "groups"),
        (lambda: stats.compare_year_to_date([[1], [2]], [[1], [2]]), "more than one row"),
        (lambda: stats.relative_rates([1, 2], [1, 2, 3]), "reference has the shape (3,)"),
        (lambda: stats.weighted_harm_difference([], [1]), "harm"),
    ],
)
def test_wrong_arguments_are_named(call: Callable[[], Any], words_: str) -> None:
    with pytest.raises(ontrack.DataError) as caught:
        call()
    assert words_ in str(caught.value)
