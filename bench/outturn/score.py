"""Laws of a year's total and their scores, vectorised over series. NumPy; SciPy for `CountMixture` only.

Sources: Gneiting & Raftery (2007), Journal of the American Statistical Association 102 (CRPS); Ferro (2014), Quarterly
Journal of the Royal Meteorological Society 140 (its fair estimator); Brier (1950); Czado, Gneiting & Held (2009),
Biometrics 65 (PIT of counts).
"""

from dataclasses import dataclass

import numpy as np

EXACT_TERMS = 128  # of a sum over whole numbers; longer sums go by Gauss-Legendre with half as many nodes


@dataclass(frozen=True)
class Samples:
    """Equally likely draws of the total, (n, m); m = 1 is a point."""

    values: np.ndarray

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", np.sort(np.asarray(self.values, dtype=float), axis=1))
        if not np.isfinite(self.values).all():
            raise ValueError("draws must be finite")

    def cdf(self, x: np.ndarray) -> np.ndarray:
        return (self.values <= x[:, None]).mean(axis=1)

    def below(self, x: np.ndarray) -> np.ndarray:
        return (self.values < x[:, None]).mean(axis=1)

    def quantile(self, p: float) -> np.ndarray:
        m = self.values.shape[1]
        return self.values[:, max(0, int(np.ceil(p * m - 1e-9)) - 1)]

    def crps(self, y: np.ndarray) -> np.ndarray:
        """The fair estimator: no advantage from few draws or from many."""
        m = self.values.shape[1]
        distance = np.abs(self.values - y[:, None]).mean(axis=1)
        if m == 1:
            return distance
        weights = 2 * np.arange(1, m + 1) - m - 1
        return distance - (self.values * weights).sum(axis=1) / (m * (m - 1))

    def pit(self, y: np.ndarray, uniform: np.ndarray) -> np.ndarray:
        """The randomised rank of y among the draws: exactly uniform when y is one more of them."""
        if self.values.shape[1] == 1:
            return np.full(len(y), np.nan)  # a point claims nothing
        less = (self.values < y[:, None]).sum(axis=1)
        equal = (self.values == y[:, None]).sum(axis=1)
        return (less + uniform * (equal + 1)) / (self.values.shape[1] + 1)


@dataclass(frozen=True)
class Quantiles(Samples):
    """Quantiles at the levels (i - 1/2)/m, i = 1 … m, of a law: scored as the law of m equal atoms that they make."""

    def crps(self, y: np.ndarray) -> np.ndarray:
        m = self.values.shape[1]
        weights = 2 * np.arange(1, m + 1) - m - 1
        return np.abs(self.values - y[:, None]).mean(axis=1) - (self.values * weights).sum(axis=1) / m**2

    def pit(self, y: np.ndarray, uniform: np.ndarray) -> np.ndarray:
        return self.below(y) + uniform * (self.cdf(y) - self.below(y))


@dataclass(frozen=True)
class CountMixture:
    """known + X, X a mixture of negative binomials (variance mean + mean²/shape; shape ∞ is Poisson). known (n,), the
    others (n, components); weights add up to 1 in each row."""

    known: np.ndarray
    weights: np.ndarray
    means: np.ndarray
    shapes: np.ndarray

    def rest(self, x: np.ndarray) -> np.ndarray:
        """P(X ≤ x) for x (n, points), continued between whole numbers."""
        from scipy.special import betainc, gammaincc

        out = np.zeros(x.shape)
        inside = np.maximum(x, 0) + 1
        for weight, mean, shape in zip(self.weights.T, self.means.T, self.shapes.T, strict=True):
            finite = np.where(np.isfinite(shape), shape, 1.0)
            binomial = betainc(finite[:, None], inside, (finite / (finite + mean))[:, None])
            poisson = gammaincc(inside, mean[:, None])
            out += weight[:, None] * np.where(np.isfinite(shape)[:, None], binomial, poisson)
        return np.where(x < 0, 0.0, out)

    def cdf(self, x: np.ndarray) -> np.ndarray:
        return self.rest(np.floor(x - self.known)[:, None])[:, 0]

    def below(self, x: np.ndarray) -> np.ndarray:
        return self.cdf(np.ceil(x) - 1)

    def moments(self) -> tuple[np.ndarray, np.ndarray]:
        mean = (self.weights * self.means).sum(axis=1)
        second = self.means + self.means**2 / self.shapes + self.means**2
        return mean, np.sqrt(np.maximum((self.weights * second).sum(axis=1) - mean**2, 0))

    def quantile(self, p: float) -> np.ndarray:
        """Bisection on whole numbers."""
        mean, sd = self.moments()
        low, high = np.full(len(mean), -1.0), np.ceil(mean + 2 * sd) + 1
        while (short := self.rest(high[:, None])[:, 0] < p).any():
            high = np.where(short, 2 * high + 1, high)
        while (high - low > 1).any():
            middle = np.floor((low + high) / 2)
            enough = self.rest(middle[:, None])[:, 0] >= p
            low, high = np.where(enough, low, middle), np.where(enough, middle, high)
        return self.known + high

    def crps(self, y: np.ndarray) -> np.ndarray:
        """Σ (F(k) - 1{y ≤ k})² over whole k, tails beyond one in 10⁷ left out."""
        at = y - self.known
        low = np.minimum(self.quantile(1e-7) - self.known, at)
        high = np.maximum(self.quantile(1 - 1e-7) - self.known, at)
        return self.sum_of_squares(low, at, True) + self.sum_of_squares(at, high + 1, False)

    def sum_of_squares(self, start: np.ndarray, stop: np.ndarray, left: bool) -> np.ndarray:
        """Σ over start ≤ k < stop of F² (left) or (1 - F)²: term by term, or as ∫ from start - 1/2 to stop - 1/2."""
        out = np.zeros(len(start))
        few = stop - start <= EXACT_TERMS
        nodes, weights = np.polynomial.legendre.leggauss(EXACT_TERMS // 2)
        for rows, exact in ((np.flatnonzero(few), True), (np.flatnonzero(~few), False)):
            if not len(rows):
                continue
            a, b = start[rows, None], stop[rows, None]
            if exact:
                k = a + np.arange(int(np.max(b - a, initial=0)))
                weight = (k < b).astype(float)
            else:
                k = (a + b - 1) / 2 + (b - a) / 2 * nodes
                weight = (b - a) / 2 * weights
            part = CountMixture(self.known[rows], self.weights[rows], self.means[rows], self.shapes[rows])
            f = part.rest(k)
            out[rows] = (weight * (f if left else 1 - f) ** 2).sum(axis=1)
        return out

    def pit(self, y: np.ndarray, uniform: np.ndarray) -> np.ndarray:
        return self.below(y) + uniform * (self.cdf(y) - self.below(y))


Law = Samples | Quantiles | CountMixture


def negative_binomial(known: np.ndarray, mean: np.ndarray, shape: np.ndarray) -> CountMixture:
    one = np.ones((len(known), 1))
    return CountMixture(known, one, np.asarray(mean)[:, None], np.asarray(shape)[:, None])


def draws(law: Law, n: int, rng: np.random.Generator) -> Samples:
    """n draws of each series' total: what makes laws of different kinds comparable."""
    if isinstance(law, CountMixture):
        series = np.arange(len(law.known))[:, None]
        chosen = (rng.random((len(law.known), n, 1)) > law.weights.cumsum(axis=1)[:, None, :-1]).sum(axis=2)
        mean, shape = law.means[series, chosen], law.shapes[series, chosen]
        finite = np.where(np.isfinite(shape), shape, 1.0)
        level = np.where(np.isfinite(shape), mean * rng.gamma(finite) / finite, mean)
        return Samples(law.known[:, None] + rng.poisson(level))
    if law.values.shape[1] == n or law.values.shape[1] == 1:
        return Samples(law.values)
    return Samples(np.take_along_axis(law.values, rng.integers(0, law.values.shape[1], (len(law.values), n)), axis=1))


def brier(chance: np.ndarray, happened: np.ndarray) -> np.ndarray:
    return (chance - happened) ** 2


def scores(law: Law, total: np.ndarray, targets: np.ndarray, uniform: np.ndarray) -> dict[str, np.ndarray]:
    """Every score of every series. claim: the probability that the law itself gives its interval."""
    out = {"crps": law.crps(total), "pit": law.pit(total, uniform), "median": law.quantile(0.5)}
    for name, tail in (("80", 0.1), ("95", 0.025)):
        low, high = law.quantile(tail), law.quantile(1 - tail)
        out["inside_" + name] = (total >= low) & (total <= high)
        out["claim_" + name] = law.cdf(high) - law.below(low)
        out["width_" + name] = high - low
    chances = [np.where(np.isnan(t), np.nan, law.cdf(np.where(np.isnan(t), 0, t))) for t in targets.T]
    out["chance"] = np.stack(chances, axis=1)
    out["met"] = np.where(np.isnan(targets), np.nan, total[:, None] <= targets)
    return out
