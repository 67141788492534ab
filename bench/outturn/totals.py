"""Totals of totals: how often the year of a borough, of an offence and of all crime ends where its law says.

    python bench/outturn/totals.py CACHE

prints and writes totals.md beside this file. Series are added up as ontrack projects them, with the shocks that they
share as they were known on the day; the halves are sums over series that nothing was chosen on, and over the others.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import ontrack
from datasets import Batch, Dataset, load
from ontrack import stats

LEVELS = {
    "london_boroughs": {"borough": ("area",), "offence": ("major", "minor"), "all crime": ()},
    "garda_divisions": {"division": ("area",), "offence": ("code",), "all crime": ()},
}
APART = stats.SharedShocks(0, 0)
Row = tuple[str, str, int, int, float, float]  # level, half, year, known, PIT, PIT if series were independent


def scored(dataset: Dataset, levels: dict[str, tuple[str, ...]]) -> Iterator[Row]:
    for batch in dataset.batches(sample=0):
        outcome = dataset.outcome(batch)
        found, shocks = projected(batch)
        halves = {"held out": outcome.held_out, "tuned": ~outcome.held_out, "all": np.full(len(batch.rows), True)}
        for level, columns in levels.items():
            places = [dataset.spec["key"].index(column) for column in columns]
            names = ["|".join(np.array(key.split("|"))[places]) for key in batch.keys]
            for half, chosen in halves.items():
                yield from pits(batch, found, shocks, outcome.total, np.array(names), chosen, level, half)


def projected(batch: Batch) -> tuple[stats.Totals, stats.SharedShocks]:
    rows = [row[np.flatnonzero(~np.isnan(row))[0] :] for row in batch.history]
    values, offsets = np.concatenate(rows), np.cumsum([0, *map(len, rows)])
    year = {"periods_per_year": batch.periods, "periods_known": batch.known, "masked": batch.masked}
    fits = stats.fit_groups(values, offsets, groups=batch.groups, **year)
    grouped = {"groups": batch.groups, "fits": fits, **year}
    return stats.project_totals(values, offsets, **grouped), stats.fit_shared_shocks(values, offsets, **grouped)


def pits(
    batch: Batch,
    found: stats.Totals,
    shocks: stats.SharedShocks,
    totals: np.ndarray,
    names: np.ndarray,
    chosen: np.ndarray,
    level: str,
    half: str,
) -> Iterator[Row]:
    _, numbers = np.unique(names[chosen], return_inverse=True)
    of_total = np.full(len(names), -1)
    of_total[chosen] = numbers
    came = np.bincount(numbers, totals[chosen])
    columns = []
    for each in (shocks, APART):
        sums = stats.add_totals(found.laws, of_total, groups=batch.groups, status=found.status, shocks=each)
        columns.append(ontrack.pit([total.law for total in sums], came, seed=batch.year))
    for pit, apart in zip(*columns, strict=True):
        yield level, half, batch.year, batch.known, float(pit), float(apart)


def table(name: str, rows: list[Row]) -> list[str]:
    lines = []
    for level, half in dict.fromkeys(row[:2] for row in rows):
        own = [row for row in rows if row[:2] == (level, half)]
        years, pit, apart = (np.array([row[i] for row in own]) for i in (2, 4, 5))
        cells = []
        for part in (0.8, 0.95):
            inside = np.abs(pit - 0.5) < part / 2
            by_year = [inside[years == year].mean() for year in np.unique(years)]
            error = 200 * np.std(by_year, ddof=1) / np.sqrt(len(by_year))
            independent = 100 * np.mean(np.abs(apart - 0.5) < part / 2)
            within = abs(100 * inside.mean() - 100 * part) <= max(4, error)
            cells.append(f"{100 * inside.mean():.1f} ± {error:.1f} | {'yes' if within else 'no'} | {independent:.0f}")
        lines.append(f"| {name} | {level} | {half} | {len(own)} | {' | '.join(cells)} |")
    return lines


def main(cache: Path) -> None:
    lines = [
        "# Totals of totals",
        "",
        "Part of the outcomes, in per cent, inside the 80 and 95 % intervals of a sum of series (randomised PIT), ±",
        "two standard errors by year; whether it is within the larger of four points and that; and the part inside if",
        "series were taken to err independently (apart). Written by `totals.py`.",
        "",
        "| data | sums over | series | sums | 80 % | within | apart | 95 % | within | apart |",
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
    ]
    for name, levels in LEVELS.items():
        dataset = load(name, cache)
        lines += table(dataset.spec["title"], list(scored(dataset, levels)))
    text = "\n".join(lines) + "\n"
    print(text)
    Path(__file__).with_name("totals.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
