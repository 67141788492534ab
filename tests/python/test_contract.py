"""What every function of `ontrack.stats` over arrays promises, whatever it is given.

A status for each element, no number that is NaN where it is ok, and an error that names the first that is not where
`on_invalid` is "raise".
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np
import ontrack
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ontrack import stats

OK = 0
NUMBERS = (
    *(0.0, -0.0, 1.0, 2.0, 3.0, 9.0, 10.0, 0.5, 1.5, 40.0, 1000.0),
    *(5e-324, 1e-300, 1e-12, 1e15, 2.0**53, 1e300, 1.7e308),
    *(-1.0, -0.5, -1e300, math.nan, math.inf, -math.inf),
)
number = st.sampled_from(NUMBERS) | st.floats(0, 50).map(math.floor) | st.floats()
count = st.integers(0, 40).map(float) | number


def columns(result: object) -> Iterator[tuple[str, np.ndarray[Any, Any]]]:
    """The arrays of numbers of a result, those of its own estimates too."""
    for name in dir(type(result)):
        if name.startswith("_"):
            continue
        value = getattr(result, name)
        if isinstance(value, np.ndarray) and value.dtype.kind == "f":
            yield name, value


def nothing_unsaid(result: object, optional: Sequence[str] = ()) -> None:
    """No NaN with status ok; `optional` columns may be without a number, as a line that a chart has not."""
    status = getattr(result, "status", None)
    if not isinstance(status, np.ndarray):
        return
    for name, column in columns(result):
        if name in optional or column.shape[: status.ndim] != status.shape:
            continue
        lacking = np.isnan(column)
        if column.ndim > status.ndim:
            lacking = lacking.any(axis=tuple(range(status.ndim, column.ndim)))
        assert not (lacking & (status == OK)).any(), (name, column, status)


def parts(result: object) -> Iterator[object]:
    """The result, and the results that it is made of."""
    yield result
    for name in ("rate_ratio", "slope_index", "relative_index", "regression", "test", "line"):
        if hasattr(result, name):
            yield getattr(result, name)


def check(function: Callable[..., Any], arguments: Sequence[Any], optional: Sequence[str] = (), **options: Any) -> None:
    result = function(*arguments, **options)
    for part in parts(result):
        nothing_unsaid(part, optional)
    found = [part.status for part in parts(result) if hasattr(part, "status")]
    status = np.maximum(*found) if isinstance(result, stats.Trends) else found[0]
    bad = np.flatnonzero(status.ravel() != OK)
    if bad.size == 0:
        function(*arguments, on_invalid="raise", **options)
        return
    with pytest.raises(ontrack.DataError) as caught:
        function(*arguments, on_invalid="raise", **options)
    assert caught.value.where.key.endswith(f"[{bad[0]}]"), (caught.value.where.key, status)


def ordinary(estimate: Any) -> None:
    """One estimate or test: ok with all its numbers."""
    if estimate.status is stats.Status.ok:
        names = [name for name in ("value", "lower", "upper", "statistic", "p_value") if hasattr(estimate, name)]
        assert all(getattr(estimate, name) is not None for name in names), estimate


E = stats
METHODS: dict[str, tuple[int, dict[str, Sequence[Any]]]] = {  # numbers an element is made of; options in turn
    "estimate_proportion": (2, {"method": list(E.ProportionMethod)}),
    "estimate_survey_proportion": (2, {"method": list(E.ProportionMethod), "design_effect": [1.0, 1.7]}),
    "estimate_count": (1, {"method": list(E.CountMethod)}),
    "estimate_rate": (2, {"method": list(E.CountMethod)}),
    "estimate_standardised_ratio": (2, {"method": list(E.CountMethod)}),
    "estimate_mean_of": (3, {}),
    "estimate_difference": (4, {"method": list(E.DifferenceMethod)}),
    "estimate_paired_difference": (4, {"method": list(E.PairedMethod)}),
    "estimate_odds_ratio": (4, {"method": list(E.OddsRatioMethod)}),
    "estimate_risk_ratio": (4, {"method": list(E.RiskRatioMethod)}),
    "estimate_rate_ratio": (4, {"method": list(E.RateRatioMethod)}),
    "test_two_counts": (4, {"test": list(E.TwoCountsTest), "alternative": list(E.Alternative)}),
    "test_two_proportions": (4, {"test": list(E.TwoProportionsTest), "alternative": list(E.Alternative)}),
    "relative_rates": (2, {"method": list(E.RelativeRateMethod)}),
    "change_scores": (2, {}),
    "adjust_p_values": (1, {"method": list(E.DiscoveryMethod)}),
    "funnel": (2, {}),
}


def in_turn(options: dict[str, Sequence[Any]]) -> Iterator[dict[str, Any]]:
    longest = max((len(values) for values in options.values()), default=1)
    for i in range(longest):
        yield {name: values[i % len(values)] for name, values in options.items()}


@pytest.mark.parametrize("name", METHODS)
@pytest.mark.parametrize("confidence", [0.95, 0.998])
def test_no_element_is_ok_without_numbers(name: str, confidence: float) -> None:
    size, options = METHODS[name]
    function = getattr(stats, name)
    takes_confidence = "confidence" in (function.__doc__ or "")
    optional = ("z", "lower", "upper", "outer_lower", "outer_upper") if name == "funnel" else ()

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.tuples(*[count] * size), min_size=1, max_size=6))
    def run(elements: list[tuple[float, ...]]) -> None:
        arrays = [np.array(column) for column in zip(*elements, strict=True)]
        for choice in in_turn(options):
            more = {"confidence": confidence} if takes_confidence and name not in ("change_scores", "funnel") else {}
            check(function, arrays, optional, **choice, **more)

    run()


def series(least: int, most: int) -> st.SearchStrategy[np.ndarray[Any, Any]]:
    """Two series of one length: ordinary, constant, or of anything."""
    return st.integers(least, most).flatmap(
        lambda length: st.lists(
            st.one_of(
                st.lists(st.integers(0, 60).map(float), min_size=length, max_size=length),
                st.sampled_from(NUMBERS).map(lambda value: [value] * length),
                st.lists(count, min_size=length, max_size=length),
            ),
            min_size=2,
            max_size=2,
        ).map(np.array)
    )


WITH_SIZES = {E.Chart.xbar, E.Chart.s, E.Chart.p, E.Chart.u, E.Chart.p_prime, E.Chart.u_prime, E.Chart.i_prime}
LINES = ("lower", "upper", "lower_warning", "upper_warning", "centre", "value")
COUNTS = [family for family in E.Family if family is not E.Family.gaussian]
OF_THE_FAMILY = ("dispersion", "deviance", "log_likelihood")
STEP = [E.Interruption(E.InterruptionKind.step, 1)]


def design(rows: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    length = rows.shape[1]
    return np.column_stack([np.ones(length), np.arange(length) ** 2 + 1.0])


SERIES: dict[str, tuple[Callable[[np.ndarray[Any, Any]], Sequence[Any]], dict[str, Sequence[Any]], Sequence[str]]] = {
    "estimate_mean": (lambda x: [x], {}, ()),
    "mann_kendall": (lambda x: [x], {}, ()),
    "seasonal_kendall": (lambda x: [x], {"season_length": [4, 12]}, ()),
    "hamed_rao": (lambda x: [x], {"lags": [0, 3]}, ()),
    "theil_sen": (lambda x: [x], {}, ()),
    "decompose": (lambda x: [x], {"season_length": [4], "kind": list(E.Decomposition)}, ("trend", "remainder")),
    "recent_trend_of_proportion": (lambda x: [x, np.abs(x) + 5], {}, ()),
    "recent_trend_of_estimate": (lambda x: [x, x - 1, x + 1], {}, ()),
    "quantile_groups": (lambda x: [x], {"groups": [4]}, ()),
    "estimate_standardised_rate": (lambda x: [x, np.abs(x) * 7 + 9, np.abs(x) + 1], {"minimum_events": [0]}, ()),
    "estimate_inequality": (lambda x: [np.abs(x) + 1, x], {"scale": list(E.InequalityScale)}, ()),
    "charts": (lambda x: [x], {"chart": list(E.Chart)}, LINES),
    "process_icons": (lambda x: [x], {"better": list(E.Better)}, LINES),
    "trends": (lambda x: [x], {"method": list(E.TrendMethod), "season_length": [4]}, ()),
    "log_linear_trends": (lambda x: [x], {"family": COUNTS, "periods_per_year": [4]}, ("fitted", "alpha")),
    "regressions": (lambda x: [design(x), x], {"family": list(E.Family)}, ("fitted", "alpha", *OF_THE_FAMILY)),
    "interrupted": (lambda x: [x, STEP], {"family": list(E.Family), "season": [E.Season(E.SeasonKind.none)]}, ()),
}


@pytest.mark.parametrize("name", SERIES)
def test_no_series_is_ok_without_numbers(name: str) -> None:
    arguments, options, optional = SERIES[name]
    function = getattr(stats, name)

    @settings(max_examples=60, deadline=None)
    @given(series(3, 26))
    def run(rows: np.ndarray[Any, Any]) -> None:
        with np.errstate(all="ignore"):
            given_to = arguments(rows)
        for choice in in_turn(options):
            if choice.get("chart") in WITH_SIZES:
                choice["denominators"] = np.full_like(rows, 5.0)
                if choice["chart"] in (E.Chart.xbar, E.Chart.s):
                    choice["deviations"] = np.ones_like(rows)
            check(function, given_to, optional, **choice)

    run()


SINGLE: dict[str, Callable[[np.ndarray[Any, Any]], list[Any]]] = {
    "compare_year_to_date": lambda x: [(r := stats.compare_year_to_date(x[0], x[1])).ratio, r.test],
    "estimate_stratified_ratio": lambda x: [
        stats.estimate_stratified_ratio(x[0], x[1] + 1, x[1], x[0] + 1, ratio=ratio).estimate
        for ratio in E.StratifiedRatio
    ],
    "weighted_displacement_difference": lambda x: [
        (r := stats.weighted_displacement_difference(x[0][:2], x[1][:2], x[0][2:4], x[1][2:4])).local.estimate,
        r.total.estimate,
    ],
    "weighted_harm_difference": lambda x: [
        stats.weighted_harm_difference(
            [stats.weighted_displacement_difference(x[0][:2], x[1][:2]).local], [float(x[0][0])]
        ).estimate
    ],
}


@pytest.mark.parametrize("name", SINGLE)
def test_no_answer_is_ok_without_numbers(name: str) -> None:
    @settings(max_examples=150, deadline=None)
    @given(series(4, 9))
    def run(rows: np.ndarray[Any, Any]) -> None:
        with np.errstate(all="ignore"):
            for estimate in SINGLE[name](rows):
                ordinary(estimate)

    run()


@settings(max_examples=60, deadline=None)
@given(series(1, 15))
def test_changes_and_dispersion_are_ok_with_numbers(rows: np.ndarray[Any, Any]) -> None:
    found = stats.segment_counts(rows[0])
    assert found.status is not stats.Status.ok or np.isfinite([found.cost, *found.rate]).all()
    change = stats.change_test(rows[0], replicates=19)
    assert change.status is not stats.Status.ok or None not in (change.p_value, change.statistic, change.rate_ratio)
    with np.errstate(all="ignore"):
        spread = stats.estimate_dispersion(rows[0], np.abs(rows[1]) + 1)
    assert spread.status is not stats.Status.ok or not math.isnan(spread.ratio + spread.between_variance)


def test_every_function_with_a_status_is_here() -> None:
    """A function of arrays has a row above, or is one of those that answer without a status."""
    above = {*METHODS, *SERIES, *SINGLE, "segment_counts", "change_test", "estimate_dispersion"}
    codes = {  # one byte for each element, `not_compared` or none where there is nothing to say
        *(name for name in stats.__all__ if name.startswith("compare_")),
        *("assurance", "variation", "signals", "ranks", "rebase_runs", "analyse_runs"),
    } - {"compare_year_to_date"}
    plain = {  # NaN outside the domain that their descriptions state
        *(name for name in stats.__all__ if name.endswith(("_cdf", "_quantile", "_upper"))),
        *("c4", "root_z", "change_contour", "effective_sample_size", "weighting_effect", "expected_events", "median"),
        *("quantile_bounds", "trim_scores", "subgroups", "wilson", "wilson_confidence_at_least", "joint_confidence"),
        *("crossings_bound", "longest_run_bound", "is_defined", "event_funnel", "funnel_lines", "false_alarms"),
        *("normal", "uniform", "philox", "design_matrix"),
    }
    elsewhere = {  # test_stats.py, test_totals.py, test_year_ratios.py, test_consequences.py
        *("project_count", "project_totals", "project_ratios", "project_surveys", "fit_groups", "explain_total"),
        *("required_values", "rest_shares", "what_if", "sample_paths", "add_totals", "fit_shared_shocks"),
    }
    names = {  # conventions and words
        *(name for name in stats.__all__ if "convention" in name),
        *("nelson", "western_electric", "making_data_count", "shewhart_with_run", "shewhart_with_test"),
        *("first_group", "reason"),
    }
    functions = {name for name in stats.__all__ if not isinstance(getattr(stats, name), type)}
    assert functions == above | codes | plain | elsewhere | names
