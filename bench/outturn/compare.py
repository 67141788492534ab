"""Scores of several predictors on the same forecasts: means, ratios with paired bootstrap intervals, reliability."""

from dataclasses import dataclass

import numpy as np
from evaluate import Scores
from score import brier

REPLICATES = 2000
SEED = 2017
FEW_CLUSTERS = 3  # a data set with fewer years is resampled by series


@dataclass(frozen=True)
class Interval:
    ratio: float
    lower: float
    upper: float

    def __str__(self) -> str:
        return f"{self.ratio:.3f} ({self.lower:.3f} to {self.upper:.3f})"


def per_forecast(scores: Scores, what: str) -> np.ndarray:
    """The score that is averaged: CRPS over its scale, or the Brier score of the headline target."""
    if what == "crps":
        return scores["crps"] / scores["scale"]
    return brier(scores["chance"], scores["met"])[:, 0]


def clusters(scores: Scores) -> tuple[np.ndarray, str]:
    """A number per forecast of one data set, and what it stands for."""
    years = np.unique(scores["year"], return_inverse=True)[1]
    if years.max() + 1 >= FEW_CLUSTERS:
        return years, "year"
    return np.unique(scores["row"], return_inverse=True)[1], "series"


def bootstrap(ours: Scores, theirs: Scores, what: str = "crps") -> Interval:
    """Ratio of the means of means. Clusters are drawn with replacement in each data set, alike for both."""
    rng = np.random.default_rng(SEED)
    means = []
    for dataset in dict.fromkeys(ours["dataset"]):
        chosen = ours["dataset"] == dataset
        a, b = ours.where(chosen), theirs.where(chosen)
        group = clusters(a)[0]
        size = group.max() + 1
        weights = np.vstack([np.ones(size), rng.multinomial(size, np.full(size, 1 / size), REPLICATES)])
        cuts = []
        for known in np.unique(a["known"]):
            cut = a["known"] == known
            counts = weights @ np.bincount(group[cut], minlength=size)
            sums = [np.bincount(group[cut], per_forecast(s, what)[cut], size) for s in (a, b)]
            cuts.append([weights @ total / np.maximum(counts, 1) for total in sums])
        means.append(np.mean(cuts, axis=0))
    ratio = np.divide(*np.mean(means, axis=0))
    return Interval(float(ratio[0]), *(float(q) for q in np.quantile(ratio[1:], [0.025, 0.975])))


def reliability(scores: Scores, bins: int = 10) -> list[tuple[float, float, int]]:
    """Mean chance of the headline target, part of the times it was met, and how many, in bins of equal width."""
    chance, met = scores["chance"][:, 0], scores["met"][:, 0]
    index = np.minimum((chance * bins).astype(int), bins - 1)
    rows = []
    for i in range(bins):
        inside = index == i
        if inside.any():
            rows.append((float(chance[inside].mean()), float(met[inside].mean()), int(inside.sum())))
    return rows


def smape(forecast: np.ndarray, total: np.ndarray) -> float:
    return float(np.mean(200 * np.abs(forecast - total) / (np.abs(forecast) + np.abs(total))))
