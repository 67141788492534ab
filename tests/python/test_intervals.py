from __future__ import annotations

import math
import tracemalloc
from collections.abc import Callable
from typing import Any

import numpy as np
import ontrack
import pytest
from hypothesis import given
from hypothesis import strategies as st
from ontrack import stats

METHODS = list(stats.ProportionMethod)
WRONG: Any = "ignore"


def ends(estimate: stats.Estimate) -> tuple[float | None, float | None]:
    return estimate.lower, estimate.upper


def test_published_numbers() -> None:
    # Newcombe (1998), Statistics in Medicine 17: 873-890, table II (a), method 10.
    assert ends(stats.estimate_difference(56, 70, 48, 80)) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    # The same, 17: 2635-2650, table III: 36, 12, 2, 0 of 50.
    assert ends(stats.estimate_paired_difference(36, 12, 2, 0)) == pytest.approx((0.0569, 0.3404), abs=5e-5)
    # Newcombe (1998), 17: 857-872, table I: 81 of 263, methods 3, 4, 5.
    by = stats.ProportionMethod
    for method, lower, upper in (
        (by.wilson, 0.2553, 0.3662),
        (by.wilson_continuity_corrected, 0.2535, 0.3682),
        (by.clopper_pearson, 0.2527, 0.3676),
        (by.mid_p, 0.2544, 0.3658),
    ):
        assert ends(stats.estimate_proportion(81, 263, method=method)) == pytest.approx((lower, upper), abs=5e-5)
    assert ends(stats.estimate_proportion(13, 13)) == pytest.approx((0.7719, 1.0), abs=5e-5)
    # Garwood (1936).
    assert ends(stats.estimate_count(0, method=stats.CountMethod.exact)) == pytest.approx((0.0, 3.689), abs=5e-4)
    assert ends(stats.estimate_count(10, method=stats.CountMethod.exact)) == pytest.approx((4.795, 18.39), abs=5e-3)


def test_numbers_give_one_estimate_and_arrays_give_arrays() -> None:
    one = stats.estimate_proportion(np.int64(56), np.float32(70))
    assert isinstance(one, stats.Estimate)
    assert one.status is stats.Status.ok
    assert one.reason is None
    many = stats.estimate_proportion([[56, 13], [0, 1]], 70)
    assert many.value.shape == many.lower.shape == many.status.shape == (2, 2)
    assert many.lower[0, 0] == one.lower
    assert len(many) == 4
    assert repr(many) == "<Estimates: 4, 0 with a reason>"
    assert set(many.columns()) == {"value", "lower", "upper", "status"}
    with pytest.raises(ValueError, match="read-only"):
        many.lower[0, 0] = 0
    assert len(stats.estimate_proportion([], [])) == 0


@given(st.lists(st.floats(allow_nan=True, allow_infinity=True), min_size=1), st.sampled_from(METHODS))
def test_no_nan_with_status_ok(numbers: list[float], method: stats.ProportionMethod) -> None:
    x, n = np.array(numbers), np.array(numbers[::-1])
    for found in (
        stats.estimate_proportion(x, n, method=method),
        stats.estimate_rate(x, n),
        stats.estimate_difference(x, n, n, x),
        stats.estimate_rate_ratio(x, n, n, x),
        stats.estimate_odds_ratio(x, n, n, x),
        stats.estimate_mean_of(x, n, 5),
    ):
        good = found.status == stats.Status.ok
        for column in (found.value, found.lower, found.upper):
            assert not np.isnan(column[good]).any()
        assert set(found.reasons) == set(np.flatnonzero(~good))


@given(st.integers(1, 10_000), st.data(), st.sampled_from(METHODS))
def test_proportions_are_mirrored(n: int, data: st.DataObject, method: stats.ProportionMethod) -> None:
    x = data.draw(st.integers(0, n))
    yes, no = stats.estimate_proportion(x, n, method=method), stats.estimate_proportion(n - x, n, method=method)
    assert yes.value is not None
    assert yes.lower is not None
    assert yes.upper is not None
    assert no.upper is not None
    rounding = 4e-16
    assert 0 <= yes.lower <= yes.value + rounding
    assert yes.value - rounding <= yes.upper <= 1
    assert yes.lower == pytest.approx(1 - no.upper, abs=1e-12)
    assert ends(stats.estimate_survey_proportion(x, n, method=method)) == pytest.approx(ends(yes), rel=1e-12)


@given(st.lists(st.integers(0, 1000), min_size=1), st.integers(1, 10**6))
def test_a_batch_has_the_bits_of_single_calls(x: list[int], exposure: int) -> None:
    many = stats.estimate_rate(x, exposure, per=1000)
    single = [stats.estimate_rate(one, exposure, per=1000) for one in x]
    assert many.lower.tolist() == [one.lower for one in single]
    assert many.upper.tolist() == [one.upper for one in single]


def test_out_of_domain_is_a_status_or_an_error() -> None:
    found = stats.estimate_proportion([5, 1, 3, -1, math.nan], [9, 0, 2, 5, 5])
    names = [stats.Status(code).name for code in found.status]
    assert names == ["ok", "no_denominator", "above_denominator", "negative_value", "missing_value"]
    assert list(found.reasons) == [1, 2, 3, 4]
    with pytest.raises(ontrack.DataError) as caught:
        stats.estimate_proportion([5, 3], [9, 2], on_invalid="raise")
    assert caught.value.code == "out-of-domain"
    assert caught.value.where.key == "x[1]"
    assert caught.value.message == "x[1] is 3, n[1] is 2: above_denominator"
    with pytest.raises(ontrack.DataError, match="x is 3, n is 2"):
        stats.estimate_proportion(3, 2, on_invalid="raise")
    none = stats.estimate_proportion(3, 2)
    assert none.value is None
    assert none.reason
    byar = stats.estimate_count(1, confidence=0.998, method=stats.CountMethod.byar)
    assert byar.status is stats.Status.limit_undefined
    assert byar.lower is None
    assert byar.upper is not None


def test_strata_and_groups() -> None:
    rows = stats.estimate_standardised_rate([[10, 20], [30, 5]], [1000, 2000], [3, 1])
    column = stats.estimate_standardised_rate(
        [10, 20, 30, 5], [1000, 2000, 1000, 2000], [3, 1, 3, 1], offsets=[0, 2, 4]
    )
    assert rows.lower.tolist() == column.lower.tolist()
    few = stats.estimate_standardised_rate([[1, 2]], [1000, 2000], [3, 1])
    assert stats.Status(few.status[0]) is stats.Status.too_few_events
    means = stats.estimate_mean([1, 2, 3, 4, 7], [0, 4, 5])
    assert means.lower[0] == pytest.approx(0.44574, abs=1e-5)
    assert stats.Status(means.status[1]) is stats.Status.too_few_points
    with pytest.raises(ontrack.DataError) as caught:
        stats.estimate_mean([1, 2, 3, 4, 7], [0, 4, 5], on_invalid="raise")
    assert caught.value.where.key == "offsets[1]"
    unequal = stats.estimate_inequality([[1, 1, 1]] * 2, [[1, 2, 3], [3, 2, 1]], [[0.1] * 3] * 2)
    assert unequal.slope_index.value.tolist() == pytest.approx([3, -3])
    assert len(unequal) == 2
    without = stats.estimate_inequality([1, 1, 1], [1, 2, 3])
    assert stats.Status(without.slope_index.status[0]) is stats.Status.limit_undefined


def test_doubles_in_c_order_are_not_copied() -> None:
    x, n = np.full(500_000, 7.0), np.full(500_000, 9.0)
    x.flags.writeable = n.flags.writeable = False
    tracemalloc.start()
    found = stats.estimate_proportion(x, n)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3.5 * x.nbytes
    assert stats.estimate_proportion(x[::-1].astype(np.int8), n).lower.tobytes() == found.lower.tobytes()


@pytest.mark.parametrize(
    ("call", "code", "words"),
    [
        (lambda: stats.estimate_proportion([1, 2], [1, 2, 3]), "wrong-shape", "n has the shape (3,), and x has (2,)"),
        (lambda: stats.estimate_proportion(1, "n"), "wrong-dtype", "n holds <U1"),
        (lambda: stats.estimate_proportion(True, 2), "wrong-dtype", "x holds bool"),
        (lambda: stats.estimate_proportion([1], np.array([None])), "wrong-dtype", "n holds object"),
        (lambda: stats.estimate_proportion(10**400, 1), "wrong-dtype", "x"),
        (lambda: stats.estimate_proportion([[1], [2, 3]], 1), "not-an-array", "x"),
        (lambda: stats.estimate_proportion(1, 2, confidence=95), "not-a-confidence-level", "95"),
        (lambda: stats.estimate_proportion([1], [2], confidence=math.nan), "not-a-confidence-level", "nan"),
        (lambda: stats.estimate_odds_ratio(1, 2, 1, 2, confidence=1), "not-a-confidence-level", "1"),
        (lambda: stats.estimate_rate(1, 2, per=0), "not-positive", "per"),
        (lambda: stats.estimate_count(1, on_invalid=WRONG), "unknown-choice", "on_invalid is 'ignore'"),
        (lambda: stats.estimate_survey_proportion(1, 2, design_effect=0), "not-positive", "design_effect"),
        (lambda: stats.estimate_mean(1.0), "wrong-shape", "values has the shape ()"),
        (lambda: stats.estimate_mean([1, 2], [0, 3]), "wrong-offsets", "offsets[1] is 3, but values holds 2"),
        (lambda: stats.estimate_standardised_rate([1, 2], [1], [1, 1]), "wrong-shape", "population has the shape (1,)"),
        (lambda: stats.expected_events([[1], [2]], [1], [1]), "wrong-shape", "population"),
        (lambda: stats.beta_quantile([0.5, 0.1], [1, 2, 3], 1), "wrong-shape", "a has the shape (3,)"),
    ],
)
def test_wrong_arguments_are_named(call: Callable[[], Any], code: str, words: str) -> None:
    with pytest.raises(ontrack.DataError) as caught:
        call()
    assert caught.value.code == code
    assert words in caught.value.message
    assert caught.value.remedy


@given(st.floats(1e-6, 1 - 1e-6), st.floats(0.05, 1e6), st.floats(0.05, 1e6))
def test_quantiles_undo_their_functions(p: float, a: float, b: float) -> None:
    assert stats.gamma_cdf(stats.gamma_quantile(p, a), a) == pytest.approx(p, rel=1e-6)
    assert stats.chi_square_quantile(p, 2 * a) == pytest.approx(2 * stats.gamma_quantile(p, a), rel=1e-12)
    x = stats.beta_upper_quantile(p, a, b)
    assert stats.beta_quantile(1 - p, a, b) == pytest.approx(x, rel=1e-4)
    assert stats.normal_quantile([p, p]).tolist() == [stats.normal_quantile(p)] * 2
