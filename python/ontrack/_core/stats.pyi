"""
Numbers in, numbers out: knows no indicator and no date.
"""
from __future__ import annotations
import collections.abc
import enum
import typing
__all__: list[str] = ['CountLaw', 'CountProjection', 'Limits', 'Status', 'negative_binomial_cdf', 'negative_binomial_quantile', 'normal_cdf', 'normal_quantile', 'project_count', 'reason', 'wilson', 'wilson_confidence_at_least']
class Status(enum.IntEnum):
    """
    Why a series has a result, or has none.
    """
    ok = 0
    too_few_points = 1
    not_finite = 2
    negative_value = 3
    not_a_count = 4
    no_target = 5
class Limits:
    """
    Both ends of an interval.
    """
    def __iter__(self) -> collections.abc.Iterator[float]:
        ...
    def __repr__(self) -> str:
        ...
    @property
    def lower(self) -> float:
        ...
    @property
    def upper(self) -> float:
        ...
class CountLaw:
    """
    The law of a year's total: `known` + X, where X is negative binomial with this mean and shape (infinity: Poisson).
    """
    def __init__(self, known: typing.SupportsFloat | typing.SupportsIndex, remaining_mean: typing.SupportsFloat | typing.SupportsIndex, remaining_shape: typing.SupportsFloat | typing.SupportsIndex) -> None:
        ...
    def __repr__(self) -> str:
        ...
    def cdf(self, x: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        P(total ≤ x)
        """
    def quantile(self, p: typing.SupportsFloat | typing.SupportsIndex) -> float:
        """
        The smallest whole total t with P(total ≤ t) ≥ p.
        """
    @property
    def known(self) -> float:
        ...
    @property
    def mean(self) -> float:
        ...
    @property
    def remaining_mean(self) -> float:
        ...
    @property
    def remaining_shape(self) -> float:
        ...
    @property
    def variance(self) -> float:
        ...
class CountProjection:
    """
    What `project_count` found for one year.
    """
    def __repr__(self) -> str:
        ...
    @property
    def annual_level(self) -> float:
        """
        Posterior mean of the year's expected total.
        """
    @property
    def excess_cv(self) -> float:
        """
        Coefficient of variation of the remaining total beyond Poisson and level uncertainty.
        """
    @property
    def known_share(self) -> float:
        """
        Expected share of the year in the known periods.
        """
    @property
    def law(self) -> CountLaw:
        ...
    @property
    def status(self) -> Status:
        ...
def negative_binomial_cdf(x: typing.SupportsFloat | typing.SupportsIndex, mean: typing.SupportsFloat | typing.SupportsIndex, shape: typing.SupportsFloat | typing.SupportsIndex) -> float:
    """
    P(X ≤ x) for a negative binomial with variance mean + mean²/shape (shape = infinity: Poisson). NaN outside the domain mean ≥ 0, shape > 0.
    """
def negative_binomial_quantile(p: typing.SupportsFloat | typing.SupportsIndex, mean: typing.SupportsFloat | typing.SupportsIndex, shape: typing.SupportsFloat | typing.SupportsIndex) -> float:
    """
    The smallest whole number x with P(X ≤ x) ≥ p, 0 < p < 1. NaN outside the domain.
    """
def normal_cdf(z: typing.SupportsFloat | typing.SupportsIndex) -> float:
    """
    Φ(z), the standard normal distribution function.
    """
def normal_quantile(p: typing.SupportsFloat | typing.SupportsIndex) -> float:
    """
    Φ⁻¹(p) for 0 < p < 1; NaN elsewhere.
    """
def project_count(current: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex], past: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex] = [], *, covered: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex] = [], shares: collections.abc.Sequence[typing.SupportsFloat | typing.SupportsIndex] = [], prior_total: typing.SupportsFloat | typing.SupportsIndex | None = None, prior_age: int = 1, periods_per_year: int = 12) -> CountProjection:
    """
    Projects one year's total; `ontrack.project` does it for many, and names the model.
    
    current: this year's periods so far, NaN = missing (its remaining share is projected).
    past: whole past years, oldest first, NaN = missing.
    covered: part of each current period that its value covers, 0 to 1; empty = all of it.
    shares: share of the year in each period, positive, any sum; empty learns them.
    prior_total, prior_age: an earlier year's total that is known without its periods, and how many years ago that was.
    """
def reason(status: Status) -> str:
    """
    One plain sentence with the remedy.
    """
def wilson(x: typing.SupportsFloat | typing.SupportsIndex, n: typing.SupportsFloat | typing.SupportsIndex, confidence: typing.SupportsFloat | typing.SupportsIndex) -> Limits:
    """
    Wilson's (1927) score interval for x successes of n, as fractions. NaN unless 0 ≤ x ≤ n, n > 0 and 0 < confidence < 1.
    """
def wilson_confidence_at_least(x: typing.SupportsFloat | typing.SupportsIndex, n: typing.SupportsFloat | typing.SupportsIndex, p0: typing.SupportsFloat | typing.SupportsIndex) -> float:
    """
    The confidence that the true share is at least `p0`, by the score test that the Wilson interval inverts.
    """
