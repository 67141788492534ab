"""ontrack's own models and the two points that everybody has, as predictors of the outturn benchmark."""

import numpy as np
import ontrack
from datasets import Batch
from score import CountMixture, negative_binomial


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


POINTS = {"pro rata": pro_rata, "last year's rest": last_year_rest}
OURS = {"ontrack, credibility": credibility}
LEVELS: dict = {}  # of rates, percentages and levels
