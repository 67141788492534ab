"""How the constants of the count projection were chosen, and how well it covers.

    ONTRACK_REFERENCE_DATA=… python bench/outturn_calibration/calibrate.py

Prints the tables of docs/methods.md: the variation of a year's rest beyond Poisson, and the coverage of the 80 % and
95 % intervals by randomised PIT (fixed seed), with and without past years. The constants were chosen on London
boroughs; Garda divisions were not looked at before they were.
"""

import csv
import gzip
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import ontrack

NOT_BOROUGHS = {"Unknown", "London Heathrow and London City Airports"}
LEVELS = [0, 10, 50, 200, 800, 3000, np.inf]  # events a year, mean of the two years before
CUTS = [0.25, 0.5, 0.75]  # part of the year known
SEED = 2017


@dataclass
class Data:
    """counts: by series, year and period. Scored years have two years before them and no pandemic."""

    name: str
    counts: np.ndarray
    scored: list[int]


def rows_of(*path: str) -> Iterator[dict[str, str]]:
    folder = os.environ.get("ONTRACK_REFERENCE_DATA")
    if not folder:
        sys.exit("set ONTRACK_REFERENCE_DATA to the folder of the reference data")
    with gzip.open(Path(folder, "data", *path), "rt", newline="") as file:
        yield from csv.DictReader(file)


def london() -> Data:
    """April years 2010/11 to 2024/25. Classes that stop or hand over (see PROVENANCE.md there) are out or summed."""
    years = 15
    series: dict[tuple[str, str], np.ndarray] = defaultdict(lambda: np.zeros(years * 12))
    for row in rows_of("london_crime_borough_monthly", "borough_2010_2025.csv.gz"):
        offence = "ALL BURGLARY" if row["major"] == "BURGLARY" else row["minor"]
        if row["area"] in NOT_BOROUGHS or "FRAUD" in row["major"] + row["minor"] or "NFIB" in row["major"]:
            continue
        month = (int(row["month"][:4]) - 2010) * 12 + int(row["month"][5:]) - 4
        if 0 <= month < years * 12:
            series[row["area"], offence][month] += float(row["count"])
    counts = np.array([series[key] for key in sorted(series)]).reshape(len(series), years, 12)
    return Data("London boroughs", counts, [year for year in range(2, years) if year not in (10, 11)])


def garda() -> Data:
    """Calendar years 2003 to 2018, quarters."""
    years = 16
    series: dict[tuple[str, str], np.ndarray] = defaultdict(lambda: np.zeros(years * 4))
    for row in rows_of("ireland_garda_quarterly", "counts.csv.gz"):
        quarter = (int(row["quarter"][:4]) - 2003) * 4 + int(row["quarter"][-1]) - 1
        if quarter < years * 4:
            series[row["area"], row["code"]][quarter] += float(row["count"])
    counts = np.array([series[key] for key in sorted(series)]).reshape(len(series), years, 4)
    return Data("Garda divisions", counts, list(range(2, years)))


def by_quarter(data: Data) -> Data:
    series, years, periods = data.counts.shape
    return Data(data.name, data.counts.reshape(series, years, 4, periods // 4).sum(axis=3), data.scored)


def levels() -> Iterator[tuple[str, float, float]]:
    for low, high in pairwise(LEVELS):
        yield (f"{low:g} to {high:g}" if np.isfinite(high) else f"{low:g}+"), low, high


def print_table(header: list[str], rows: list[list[str]]) -> None:
    print("| " + " | ".join(header) + " |")
    print("|" + " --- |" * len(header))
    for row in rows:
        print("| " + " | ".join(row) + " |")
    print()


def excess(data: Data) -> None:
    """Root mean squared relative difference between the rest of the year and the part before, less Poisson's part."""
    print(f"{data.name}: variation beyond Poisson under equal shares (CV), and the formula at the median level\n")
    rows = []
    years = data.counts[:, data.scored].reshape(-1, data.counts.shape[2])
    totals = years.sum(axis=1)
    for name, low, high in levels():
        inside = years[(totals >= max(low, 1)) & (totals < high)]
        row = [name]
        for share in CUTS:
            known = round(share * inside.shape[1])
            y, x = inside[:, :known].sum(axis=1), inside[:, known:].sum(axis=1)
            spread = (x + y) * share * (1 - share)
            squared = np.mean(((x * share - y * (1 - share)) / spread) ** 2 - 1 / spread)
            row.append(f"{np.sqrt(max(squared, 0)):.2f}")
        level = np.median(inside.sum(axis=1))
        rows.append([*row, f"{np.sqrt(min(0.25, (level / 100) ** -0.375 / 16)):.2f}"])
    print_table(["events a year", *(f"{share:.0%} known" for share in CUTS), "formula"], rows)


def pit(panel: np.ndarray, totals: np.ndarray, periods: int, known: int) -> tuple[np.ndarray, np.ndarray]:
    """Randomised PIT of the actual totals, and the projected means."""
    offsets = np.arange(len(panel) + 1) * panel.shape[1]
    at, below = (
        ontrack.project(panel.ravel(), offsets, periods_per_year=periods, periods_known=known, targets=targets)
        for targets in (totals, totals - 1)
    )
    uniform = np.random.default_rng(SEED).random(len(totals))
    return below.probability_at_most + uniform * (at.probability_at_most - below.probability_at_most), at.mean


def panel_of(data: Data, year: int, past_years: int, known: int) -> np.ndarray:
    """The past years there are, missing values for those before them, and the known part of the year."""
    series, _, periods = data.counts.shape
    first = max(0, year - past_years)
    past = data.counts[:, first:year].reshape(series, -1)
    missing = np.full((series, past_years * periods - past.shape[1]), np.nan)
    return np.hstack([missing, past, data.counts[:, year, :known]])


def inside(u: np.ndarray) -> str:
    if len(u) == 0:
        return ""
    return f"{100 * np.mean((u > 0.1) & (u < 0.9)):.0f} / {100 * np.mean((u > 0.025) & (u < 0.975)):.0f}"


def coverage(data: Data, past_years: int) -> None:
    periods = data.counts.shape[2]
    total = np.concatenate([data.counts[:, year].sum(axis=1) for year in data.scored])
    level = np.concatenate([data.counts[:, year - 2 : year].sum(axis=(1, 2)) / 2 for year in data.scored])
    rows = []
    for share in CUTS:
        known = round(share * periods)
        panel = np.vstack([panel_of(data, year, past_years, known) for year in data.scored])
        u, mean = pit(panel, total, periods, known)
        cells = [inside(u[(level >= low) & (level < high)]) for _, low, high in levels()]
        rows.append([f"{share:.0%}", *cells, inside(u), f"{100 * np.abs(mean - total).sum() / total.sum():.1f}"])
    words = f"up to {past_years} past years" if past_years > 1 else "1 past year" if past_years else "no past year"
    print(f"{data.name}, {'months' if periods == 12 else 'quarters'}, {words}: 80 / 95 % intervals cover, %\n")
    print_table(["known", *(name for name, _, _ in levels()), "all", "error"], rows)


def main() -> None:
    boroughs, divisions = london(), garda()
    excess(boroughs)
    for past_years in (0, 1, 3, 12):
        coverage(by_quarter(boroughs), past_years)
    coverage(boroughs, 3)
    for past_years in (0, 3):
        coverage(divisions, past_years)


if __name__ == "__main__":
    main()
