"""ontrack's own models and the two points that everybody has, as predictors of the outturn benchmark."""

from collections.abc import Callable

import numpy as np
import ontrack
from datasets import Batch
from score import CountMixture, Quantiles, Samples, negative_binomial


def last_year_rest(batch: Batch) -> np.ndarray:
    """What is known, and last year's remaining periods."""
    known = batch.history[:, batch.start :].sum(axis=1)
    last = batch.history[:, batch.start - batch.periods : batch.start]
    return known + last[:, batch.known :].sum(axis=1)


def pro_rata(batch: Batch) -> np.ndarray:
    return np.floor(batch.history[:, batch.start :].sum(axis=1) * batch.periods / batch.known + 0.5)


def credibility(batch: Batch) -> CountMixture:
    """`ontrack.project`, as the exact law."""
    laws = []
    for row in batch.history:
        past = row[: batch.start]
        past = past[np.flatnonzero(~np.isnan(past))[0] :]
        past = past[len(past) % batch.periods :]
        laws.append(ontrack.stats.project_count(row[batch.start :], past, periods_per_year=batch.periods).law)
    columns = [[getattr(law, name) for law in laws] for name in ("known", "remaining_mean", "remaining_shape")]
    return negative_binomial(*(np.array(column) for column in columns))


def totals(batch: Batch, model: str, support: str) -> ontrack.stats.Totals:
    """`ontrack.stats.project_totals`, like series together; what no series has seen on the day is left out."""
    rows = [row[np.flatnonzero(~np.isnan(row))[0] :] for row in batch.history]
    return ontrack.stats.project_totals(
        np.concatenate(rows),
        np.cumsum([0, *map(len, rows)]),
        model=model,
        support=support,
        periods_per_year=batch.periods,
        periods_known=batch.known,
        groups=batch.groups,
        masked=batch.masked,
        probabilities=(np.arange(200) + 0.5) / 200,
    )


def total_model(model: str) -> Callable[[Batch], CountMixture | Quantiles]:
    def predict(batch: Batch) -> CountMixture | Quantiles:
        found = totals(batch, model, "whole" if batch.kind == "count" else "positive")
        if batch.kind != "count":
            return Quantiles(found.quantiles)
        return mixture(found.laws)

    return predict


def mixture(laws: list[ontrack.stats.TotalLaw]) -> CountMixture:
    weights, means, shapes = (np.zeros((len(laws), 4)), np.full((len(laws), 4), 1e-12), np.full((len(laws), 4), np.inf))
    for i, law in enumerate(laws):
        for j, (_, weight, mean, variance) in enumerate(law.parts):
            weights[i, j] = weight
            if mean > 0:
                means[i, j] = mean
                shapes[i, j] = mean**2 / (variance - mean) if variance > mean else np.inf
        if not law.parts:
            weights[i, 0] = 1
    return CountMixture(np.array([law.known for law in laws]), weights, means, shapes)


def ratio_draws(laws: list[ontrack.stats.RatioLaw], seed: int) -> Samples:
    """Of beta-binomial laws; a quantile of one costs a thousand draws."""
    rng = np.random.default_rng(seed)
    rows = []
    for law in laws:
        below, weights = (np.array(column) for column in zip(*law.rest, strict=True))
        rest = below[np.searchsorted(np.cumsum(weights)[:-1], rng.random(DRAWS_OF_A_RATIO))]
        share = rng.beta(law.rest_ratio * law.precision, (1 - law.rest_ratio) * law.precision, DRAWS_OF_A_RATIO)
        rows.append((law.numerator + rng.binomial(rest.astype(int), share)) / (law.denominator + rest))
    return Samples(np.array(rows))


def year_figure(batch: Batch) -> Samples:
    """What ontrack has for rates and percentages, survey figures that overlap, and stocks."""
    rows = [np.flatnonzero(~np.isnan(row))[0] for row in batch.history]
    pieces = [row[first:] for row, first in zip(batch.history, rows, strict=True)]
    offsets = np.cumsum([0, *map(len, pieces)])
    year = {
        "periods_per_year": batch.periods,
        "periods_known": batch.known,
        "groups": batch.groups,
        "masked": batch.masked,
    }
    values = np.concatenate(pieces)
    if batch.denominators is not None:
        below = np.concatenate([row[first:] for row, first in zip(batch.denominators, rows, strict=True)])
        return ratio_draws(ontrack.stats.project_ratios(values, below, offsets, **year).laws, batch.known)
    year["probabilities"] = (np.arange(LEVELS_OF_A_LAW) + 0.5) / LEVELS_OF_A_LAW
    if batch.kind == "proportion":
        options = {"window": batch.window, "figure": batch.aggregate, "rounding": batch.rounding}
        return Quantiles(ontrack.stats.project_surveys(values, offsets, **options, **year).quantiles)
    found = ontrack.stats.project_totals(values, offsets, support="whole", figure=batch.aggregate, **year)
    return Quantiles(found.quantiles)


def level_so_far(batch: Batch) -> np.ndarray:
    """Pro rata: the year goes on as it has been so far; the latest value where the year is its last."""
    known = batch.history[:, batch.start :]
    if batch.denominators is not None:
        return known.sum(axis=1) / batch.denominators[:, batch.start :].sum(axis=1)
    return known[:, -1] if batch.aggregate == "last" else known.mean(axis=1)


def last_year_level_rest(batch: Batch) -> np.ndarray:
    """What is known, and last year's remaining periods; last year's figure where the year is its last."""
    year = slice(batch.start - batch.periods + batch.known, batch.start)
    known, rest = batch.history[:, batch.start :].sum(axis=1), batch.history[:, year].sum(axis=1)
    if batch.denominators is not None:
        below = batch.denominators[:, batch.start :].sum(axis=1) + batch.denominators[:, year].sum(axis=1)
        return (known + rest) / below
    return batch.history[:, batch.start - 1] if batch.aggregate == "last" else (known + rest) / batch.periods


def carried_forward(batch: Batch) -> Quantiles | np.ndarray:
    """What a review says of a level: the known part, with sampling error (Wilson) where there is a denominator."""
    if batch.denominators is None:
        return level_so_far(batch)
    known = batch.history[:, batch.start :]
    events, base = known.sum(axis=1), batch.denominators[:, batch.start :].sum(axis=1)
    tails = (np.arange(LEVELS_OF_A_LAW // 2) + 0.5) / LEVELS_OF_A_LAW
    limits = [[tuple(ontrack.stats.wilson(x, n, 1 - 2 * p)) for p in tails] for x, n in zip(events, base, strict=True)]
    lower, upper = np.moveaxis(np.array(limits), 2, 0)
    return Quantiles(np.hstack([lower, upper[:, ::-1]]))


LEVELS_OF_A_LAW = 200
DRAWS_OF_A_RATIO = 1000
POINTS = {"pro rata": pro_rata, "last year's rest": last_year_rest}
OURS = {"ontrack, combination": total_model("combination"), "ontrack, credibility": credibility}
# Rates, percentages, levels.
LEVELS = {"ontrack": year_figure, "ontrack, carried forward": carried_forward}
LEVEL_POINTS = {"pro rata": level_so_far, "last year's same rest": last_year_level_rest}
