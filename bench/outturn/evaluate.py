"""Scores any predictor on the benchmark.

    from evaluate import evaluate
    evaluate(predictor, cache)           # half for tuning, the fixed sample
    evaluate(predictor, cache, tune_half_only=False)

A predictor is a function from a `datasets.Batch` to a `score.Samples`, `score.Quantiles`, `score.CountMixture`, or an
array (n,) of points or (n, draws) of draws of the year's figure.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from datasets import Batch, Dataset, load, unit
from score import CountMixture, Law, Samples, brier, scores

COUNTS = ("london_boroughs", "garda_divisions", "hospital", "new_south_wales", "car_parts", "london_wards")
Predictor = Callable[[Batch], Law | np.ndarray]


@dataclass(frozen=True)
class Scores:
    """One element per forecast."""

    columns: dict[str, np.ndarray]

    def __getitem__(self, name: str) -> np.ndarray:
        return self.columns[name]

    def where(self, chosen: np.ndarray) -> "Scores":
        return Scores({name: column[chosen] for name, column in self.columns.items()})

    def cells(self) -> list[tuple[str, int, "Scores"]]:
        """(data set, periods known, its scores), in the order of the data sets."""
        out = []
        for dataset in dict.fromkeys(self["dataset"]):
            of_set = self.where(self["dataset"] == dataset)
            out += [(str(dataset), int(k), of_set.where(of_set["known"] == k)) for k in np.unique(of_set["known"])]
        return out

    def summary(self) -> dict[str, float]:
        """Of one cell. error: Σ|median - total| / Σ total; cover: randomised PIT; raw: closed intervals."""
        pit, total = self["pit"], self["total"]
        return {
            "n": len(total),
            "crps": float(np.mean(self["crps"] / self["scale"])),
            "brier": float(np.mean(brier(self["chance"], self["met"])[:, 0])),
            "brier_0": float(np.mean(brier(self["chance"], self["met"])[:, 1])),
            "brier_10": float(np.mean(brier(self["chance"], self["met"])[:, 2])),
            "cover_80": share((pit > 0.1) & (pit < 0.9), pit),
            "cover_95": share((pit > 0.025) & (pit < 0.975), pit),
            "raw_80": float(np.mean(self["inside_80"])),
            "claim_80": float(np.mean(self["claim_80"])),
            "raw_95": float(np.mean(self["inside_95"])),
            "claim_95": float(np.mean(self["claim_95"])),
            "width_80": float(np.mean(self["width_80"] / self["scale"])),
            "error": float(np.sum(np.abs(self["median"] - total)) / np.sum(np.abs(total))),
        }

    def overall(self) -> dict[str, float]:
        """Cells averaged over cuts, then over data sets."""
        sets: dict[str, list[dict[str, float]]] = {}
        for dataset, _, cell in self.cells():
            sets.setdefault(dataset, []).append(cell.summary())
        means = [{k: float(np.mean([s[k] for s in cells])) for k in cells[0]} for cells in sets.values()]
        return {k: float(np.mean([m[k] for m in means])) for k in means[0]}

    def table(self) -> str:
        rows = [(f"{name} {known}", cell.summary()) for name, known, cell in self.cells()]
        rows.append(("mean of means", self.overall()))
        names = list(rows[0][1])
        lines = [f"{'':24}" + "".join(f"{name:>9}" for name in names)]
        for title, row in rows:
            cells = [f"{row[n]:9.0f}" if n == "n" else f"{row[n]:9.4f}" for n in names]
            lines.append(f"{title:24}" + "".join(cells))
        return "\n".join(lines)


def share(chosen: np.ndarray, defined: np.ndarray) -> float:
    """NaN where nothing is defined (the PIT of points)."""
    return float(np.mean(np.where(np.isnan(defined), np.nan, chosen)))


def scale(kind: str, last: np.ndarray) -> np.ndarray:
    """What the CRPS is divided by: √(last + 1) for counts, a percentage point for proportions, else last year."""
    if kind == "count":
        return np.sqrt(last + 1)
    return np.full(len(last), 0.01) if kind == "proportion" else np.abs(last)


def as_law(prediction: Law | np.ndarray) -> Law:
    if isinstance(prediction, Samples | CountMixture):
        return prediction
    array = np.asarray(prediction, dtype=float)
    return Samples(array[:, None] if array.ndim == 1 else array)


def evaluate(
    predictor: Predictor,
    cache: Path | str,
    *,
    tune_half_only: bool = True,
    datasets: Iterable[str] = COUNTS,
    sample: float = 1.0,
    days: Callable[[Dataset], Iterable[Batch]] | None = None,
) -> Scores:
    """All forecasts of the data sets named; sample=0 for every series and year; `days` for other batches."""
    parts: list[dict[str, np.ndarray]] = []
    for name in datasets:
        data = load(name, Path(cache))
        for batch in days(data) if days else data.batches(sample=sample, tune_half_only=tune_half_only):
            outcome = data.outcome(batch)
            day = f"{batch.year}|{batch.known}"
            uniform = np.array([unit(f"pit|{name}|{key}|{day}") for key in batch.keys])
            n = len(batch.rows)
            part = scores(as_law(predictor(batch)), outcome.total, outcome.targets, uniform)
            part |= {
                "dataset": np.full(n, name),
                "known": np.full(n, batch.known),
                "year": np.full(n, batch.year),
                "row": batch.rows,
                "held_out": outcome.held_out,
                "total": outcome.total,
                "last": outcome.last,
                "scale": scale(batch.kind, outcome.last),
            }
            parts.append(part)
    return Scores({name: np.concatenate([part[name] for part in parts]) for name in parts[0]})
