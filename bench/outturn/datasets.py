"""The series of the outturn benchmark: read from the reference data by datasets.toml, cut so that nobody peeks.

    ONTRACK_REFERENCE_DATA=… python bench/outturn/datasets.py CACHE

writes one CACHE/NAME.npz per data set. `load(name, cache)` reads it back, `Dataset.batches()` yields what a predictor
is given, and `Dataset.outcome(batch)` what it is scored on.
"""

import csv
import gzip
import hashlib
import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tomllib

SPEC = Path(__file__).with_name("datasets.toml")
REDUCTIONS = (5, 0, 10)  # % below last year's total; the first is the headline


@dataclass(frozen=True)
class Batch:
    """What is known on one day: all that a predictor may see. One row per series.

    history ends with the `known` periods of the year that is asked for; what is before them is past periods, the last
    of which closes a year. NaN: no value (a series that begins later).
    """

    dataset: str
    kind: str  # count, proportion, level or m3
    aggregate: str  # sum, mean, last or ratio
    year: int
    known: int
    periods: int
    history: np.ndarray  # (n, time)
    denominators: np.ndarray | None  # (n, time), of a ratio only
    masked: np.ndarray  # (time,): a stay-at-home order was in force
    keys: np.ndarray  # (n,)
    rows: np.ndarray  # (n,): rows of the data set
    groups: np.ndarray  # (n,): a number for each kind of series, from 0
    window: int = 1  # periods that one figure covers
    rounding: float = 0.0  # unit of the figures

    @property
    def start(self) -> int:
        """The column of the year's first period."""
        return self.history.shape[1] - self.known


@dataclass(frozen=True)
class Outcome:
    """What came true, and what the board had set. No predictor sees it (`last` it can add up itself)."""

    total: np.ndarray  # (n,)
    last: np.ndarray  # (n,) last year's figure
    targets: np.ndarray  # (n, 3): last less 5 %, 0 %, 10 %; NaN where the figure is no count
    held_out: np.ndarray  # (n,) bool


@dataclass(frozen=True)
class Dataset:
    name: str
    spec: dict
    keys: np.ndarray
    values: np.ndarray  # (series, time)
    denominators: np.ndarray | None
    masked: np.ndarray
    held_out: np.ndarray

    def origins(self) -> list[tuple[int, int]]:
        """(year, periods known)."""
        spec = self.spec
        return [tuple(o) for o in spec.get("origins", [])] or [(y, c) for c in spec["cuts"] for y in spec["years"]]

    def start(self, year: int) -> int:
        if year < 0:
            return self.values.shape[1] + year
        first = ordinal(self.spec["first"], self.spec["periods"])
        return year * self.spec["periods"] + (self.spec["year_start"] - 1) * self.spec["periods"] // 12 - first

    def batches(self, *, sample: float = 1.0, tune_half_only: bool = False) -> Iterator[Batch]:
        """`sample`: this part of the data set's sample (a smaller part lies within a larger); 0 = everything."""
        limit = self.spec["sample"] * sample if sample else 1.0
        for year, known in self.origins():
            rows = self.scored(year)
            if limit < 1:
                rows = rows[[self.sample_order(r, year) < limit for r in rows]]
            if tune_half_only:
                rows = rows[~self.held_out[rows]]
            if len(rows):
                yield self.batch(year, known, rows)

    def sample_order(self, row: int, year: int) -> float:
        return unit(f"sample|{self.name}|{self.keys[row]}|{year}")

    def batch(self, year: int, known: int, rows: np.ndarray) -> Batch:
        end = self.start(year) + known
        below = None if self.denominators is None else self.denominators[rows, :end].copy()
        spec = self.spec
        return Batch(
            dataset=self.name,
            kind=spec["kind"],
            aggregate=spec.get("aggregate", "sum"),
            year=year,
            known=known,
            periods=spec["periods"],
            history=self.values[rows, :end].copy(),
            denominators=below,
            masked=self.masked[:end].copy(),
            keys=self.keys[rows],
            rows=rows,
            groups=self.groups(rows),
            window=spec.get("window", 1),
            rounding=spec.get("rounding", 0.0),
        )

    def groups(self, rows: np.ndarray) -> np.ndarray:
        at = [self.spec["key"].index(column) for column in self.spec.get("group", [])]
        names = ["|".join(np.array(key.split("|"))[at]) for key in self.keys[rows]]
        return np.unique(names, return_inverse=True)[1]

    def scored(self, year: int) -> np.ndarray:
        start, periods = self.start(year), self.spec["periods"]
        before = self.values[:, start - self.spec["years_before"] * periods : start]
        whole = ~np.isnan(before).any(axis=1) & ~np.isnan(self.values[:, start : start + periods]).any(axis=1)
        return np.flatnonzero(whole & (before.sum(axis=1) > 0))

    def outcome(self, batch: Batch) -> Outcome:
        start = self.start(batch.year)
        last = self.figure(batch.rows, start - batch.periods)
        targets = np.full((len(last), len(REDUCTIONS)), np.nan)
        if batch.kind == "count":
            targets = np.stack([reduced(last, percent) for percent in REDUCTIONS], axis=1)
        return Outcome(self.figure(batch.rows, start), last, targets, self.held_out[batch.rows])

    def figure(self, rows: np.ndarray, start: int) -> np.ndarray:
        year = slice(start, start + self.spec["periods"])
        values = self.values[rows, year]
        match self.spec.get("aggregate", "sum"):
            case "sum":
                return values.sum(axis=1)
            case "mean":
                return values.mean(axis=1)
            case "last":
                return values[:, -1]
            case _:
                return values.sum(axis=1) / self.denominators[rows, year].sum(axis=1)


def reduced(last: np.ndarray, percent: int) -> np.ndarray:
    """The total less so many percent, rounded half up to whole numbers."""
    return ((last.astype(np.int64) * (100 - percent) * 2 + 100) // 200).astype(float)


def unit(text: str) -> float:
    """A number in [0, 1) from a text, the same on every machine."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8], "big") / 2**64


def ordinal(label: str, periods: int) -> int:
    """2010-04 and 2010-Q2 and 2010-06-30 as a number of months, or of quarters, since year 0."""
    year, rest = int(label[:4]), label[5:]
    if rest.startswith("Q"):
        return year * 4 + int(rest[1:]) - 1
    month = int(rest[:2]) - 1
    return year * periods + month * periods // 12


def specifications() -> dict[str, dict]:
    return tomllib.loads(SPEC.read_text(encoding="utf-8"))


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def reference_data() -> Path:
    folder = os.environ.get("ONTRACK_REFERENCE_DATA")
    if not folder:
        sys.exit("set ONTRACK_REFERENCE_DATA to the folder of the reference data")
    return Path(folder, "data")


def read(name: str, spec: dict) -> Dataset:
    """The series in the order of their keys; rows outside first … last are not read."""
    folder = reference_data()
    wanted = None
    if "series_file" in spec:
        wanted = {row["series_id"]: row for row in rows_of(folder / spec["series_file"]) if row["period"] == "MONTHLY"}
    first, time = 0, 0
    if wanted is None:
        first = ordinal(spec["first"], spec["periods"])
        time = ordinal(spec["last"], spec["periods"]) - first + 1
    found: dict[str, dict[int, tuple[float, float]]] = {}
    for row in rows_of(folder / spec["file"]):
        if any(row[column] in values for column, values in spec.get("leave_out", {}).items()):
            continue
        key = "|".join(row[column] for column in spec["key"])
        if wanted is not None:
            if key not in wanted:
                continue
            length = int(wanted[key]["n_train"]) + int(wanted[key]["n_test"])
            at = int(row["t"]) - 1 - length  # negative: counted from the end
        else:
            at = ordinal(row[spec["period"]], spec["periods"]) - first
            if not 0 <= at < time:
                continue
        value = float(row[spec["value"]] or "nan")
        found.setdefault(key, {})[at] = (value, float(row[spec["denominator"]]) if "denominator" in spec else np.nan)
    if wanted is not None:
        time = -min(min(series) for series in found.values())
    keys = np.array(sorted(found))
    columns = np.full((2, len(keys), time), np.nan)
    for i, key in enumerate(keys):
        for at, pair in found[key].items():
            columns[:, i, at] = pair
    if spec["require"] == "complete":
        whole = ~np.isnan(columns[0]).any(axis=1)
        keys, columns = keys[whole], columns[:, whole]
    masked = np.zeros(time, dtype=bool)
    masked[[ordinal(label, spec["periods"]) - first for label in spec.get("masked", [])]] = True
    held_out = np.array([unit(f"half|{name}|{key}") < 0.5 for key in keys])
    return Dataset(name, spec, keys, columns[0], columns[1] if "denominator" in spec else None, masked, held_out)


def save(data: Dataset, cache: Path) -> None:
    below = data.denominators if data.denominators is not None else np.zeros((0, 0))
    np.savez_compressed(
        cache / f"{data.name}.npz",
        spec=np.array(json.dumps(data.spec)),
        keys=data.keys,
        values=data.values,
        denominators=below,
        masked=data.masked,
        held_out=data.held_out,
    )


def load(name: str, cache: Path) -> Dataset:
    with np.load(cache / f"{name}.npz") as file:
        below = file["denominators"] if file["denominators"].size else None
        spec = json.loads(str(file["spec"]))
        return Dataset(name, spec, file["keys"], file["values"], below, file["masked"], file["held_out"])


def main(cache: Path) -> None:
    cache.mkdir(parents=True, exist_ok=True)
    for name, spec in specifications().items():
        data = read(name, spec)
        save(data, cache)
        everything = sum(len(batch.rows) for batch in data.batches(sample=0))
        sampled = sum(len(batch.rows) for batch in data.batches())
        print(
            f"{name}: {len(data.keys)} series ({data.held_out.sum()} held out) of {data.values.shape[1]} periods; "
            f"{everything} forecasts, {sampled} in the sample"
        )


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
