"""Scores everything, prints the table and writes it, with its plots.

    VENV/bin/python -m pip install .                       # ontrack itself, beside the peers
    VENV/bin/python bench/outturn/table.py CACHE           # or --full, or --part=0.4

It writes results.md and results.csv beside itself and the plots into CACHE/plots.

Without an option it takes the largest part of the sample that every fast peer has run; what is left out is said.
"""

import csv
import datetime
import json
import sys
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import numpy as np
from compare import Interval, bootstrap, clusters, reliability, smape
from datasets import Batch, load, unit
from evaluate import COUNTS, Predictor, Scores, as_law, evaluate
from models import LEVEL_POINTS, LEVELS, OURS, POINTS
from peers import ALL, DRAWS, FEW, PARTS, SLOW_FITS, can_run, chosen, few, file_of, read_rows, sample_of, stored
from plots import write_plots
from score import Samples, draws

HERE = Path(__file__).parent
RATES = ("accident_and_emergency", "public_attitude", "prisoners")
COLUMNS = {
    "brier": "Brier -5 %",
    "brier_0": "0 %",
    "brier_10": "-10 %",
    "cover_80": "PIT 80",
    "cover_95": "PIT 95",
    "raw_80": "raw 80",
    "claim_80": "claims",
    "raw_95": "raw 95",
    "claim_95": "claims",
    "width_80": "width 80",
    "error": "error",
}


def drawn(predictor: Predictor, batch: Batch) -> Samples:
    """As many draws as the peers have."""
    seed = int(unit(f"draws|{batch.dataset}|{batch.year}|{batch.known}") * 2**31)
    return draws(as_law(predictor(batch)), DRAWS, np.random.default_rng(seed))


def has_run(cache: Path, peer: str, batches: Iterable[Batch]) -> bool:
    """Whether the peer has run on every series of these."""
    for batch in batches:
        file = file_of(cache, peer, batch)
        if not can_run(peer, batch) and batch.known > 0:
            return False
        if can_run(peer, batch) and not file.exists():
            return False
        if can_run(peer, batch):
            with np.load(file) as found:
                if not np.isin(batch.rows, found["rows"]).all():
                    return False
    return True


def whole(cache: Path, peer: str, names: Iterable[str], sample: float) -> bool:
    return all(has_run(cache, peer, chosen(load(name, cache), peer, sample)) for name in names)


def done(cache: Path) -> float:
    """The largest part of the sample that every fast peer has run."""
    fast = [peer for peer in ALL if peer not in SLOW_FITS]
    return next((p for p in (1.0, *PARTS[::-1]) if all(whole(cache, peer, COUNTS, p) for peer in fast)), 1.0)


def predictors(cache: Path, names: Iterable[str], ours: dict[str, Predictor], sample: float) -> dict[str, Predictor]:
    found = {name: partial(drawn, predictor) for name, predictor in ours.items()}
    found |= {p: stored(cache, p) for p in ALL if p not in SLOW_FITS and whole(cache, p, names, sample)}
    return found


def failures(cache: Path, peer: str, sample: float) -> float:
    flags = []
    for name in COUNTS:
        for batch in chosen(load(name, cache), peer, sample):
            flags.append(read_rows(cache, peer, batch, "failed"))
    return float(np.concatenate(flags).mean())


def rows_of(title: str, scores: Scores) -> Iterable[list[object]]:
    """Of the CSV: every cell, in both halves."""
    for half, chosen_rows in (("tuning", ~scores["held_out"]), ("held out", scores["held_out"])):
        for dataset, known, cell in scores.where(chosen_rows).cells():
            yield [title, half, dataset, known, *(f"{value:.6g}" for value in cell.summary().values())]


def table(header: list[str], rows: Iterable[list[str]]) -> str:
    lines = ["| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def shown(summary: dict[str, float], key: str) -> str:
    """A point has no law, so nothing to say of intervals."""
    point = np.isnan(summary["cover_80"]) and key.startswith(("cover", "raw", "claim", "width"))
    return "" if point else f"{summary[key]:.3f}"


def headline(found: dict[str, Scores], best: str) -> str:
    rows = []
    for name, scores in found.items():
        held = scores["held_out"]
        total, tuning, other = (s.overall() for s in (scores, scores.where(~held), scores.where(held)))
        ratio = "1" if name == best else str(bootstrap(scores, found[best]))
        cells = [f"{x['crps']:.3f}" for x in (total, tuning, other)]
        rows.append([name, *cells, ratio, *(shown(total, key) for key in COLUMNS)])
    return table(["", "CRPS", "tuning half", "held out", f"/ {best}", *COLUMNS.values()], rows)


def by_cell(found: dict[str, Scores], best: str) -> str:
    """CRPS, and the ratio of the first of ours to the best peer with its interval, per data set and cut."""
    ours = next(iter(found))
    rows = []
    for dataset, known, cell in found[ours].cells():
        same = (found[ours]["dataset"] == dataset) & (found[ours]["known"] == known)
        values = [f"{scores.where(same).summary()['crps']:.3f}" for scores in found.values()]
        ratio: Interval = bootstrap(cell, found[best].where(same))
        rows.append([f"{dataset} {known}", str(len(cell["total"])), *values, str(ratio)])
    return table(["CRPS", "n", *found, f"{ours} / {best}"], rows)


def reliabilities(found: dict[str, Scores], names: list[str]) -> str:
    rows = []
    for name in names:
        bins = reliability(found[name])
        rows.append([name, *(f"{chance:.2f}: {met:.2f} ({n})" for chance, met, n in bins)])
    return table(["mean chance: met (n)", *("" for _ in range(10))], rows)


def m3(cache: Path, sample: float) -> str:
    """sMAPE of the year's total."""
    data = load("m3_monthly", cache)
    known = [name for name in ALL if name not in SLOW_FITS and whole(cache, name, ["m3_monthly"], sample)]
    rows: dict[str, list[str]] = {}
    for batch in data.batches(sample=sample):
        total = data.outcome(batch).total
        points = {name: as_law(predictor(batch)).quantile(0.5) for name, predictor in OURS.items()}
        points |= {name: f(batch) for name, f in POINTS.items() if batch.known}
        points |= {p: read_rows(cache, p, batch, "points") for p in known if batch.known or not p.startswith("chain")}
        if {"AutoETS", "DOTM"} <= set(known):
            points["AutoETS + DOTM"] = (points["AutoETS"] + points["DOTM"]) / 2
            if batch.known:
                points["AutoETS + DOTM + chain ladder, 3 years"] = (
                    points["AutoETS"] + points["DOTM"] + points["chain ladder, 3 years"]
                ) / 3
        for name, point in points.items():
            rows.setdefault(name, ["", "", "", ""])[batch.known // 3] = f"{smape(point, total):.2f}"
    return table(["sMAPE, %", "0 known", "3 known", "6 known", "9 known"], ([n, *cells] for n, cells in rows.items()))


def rates(cache: Path, sample: float) -> str:
    """Each data set's scores, tuning half and held-out half, and its calibration at each cut."""
    keys = ("crps", "cover_80", "cover_95", "raw_80", "claim_80", "raw_95", "claim_95", "error")
    rows, cuts = [], []
    for name in RATES:
        everyone = predictors(cache, [name], LEVELS, sample) | LEVEL_POINTS
        for title, predictor in everyone.items():
            found = evaluate(predictor, cache, tune_half_only=False, datasets=[name], sample=sample)
            held = found["held_out"]
            halves = [f"{s.overall()['crps']:.3f}" for s in (found.where(~held), found.where(held))]
            summary = found.overall()
            cells = [shown(summary, key) for key in keys]
            rows.append([name, title, cells[0], *halves, *cells[1:]])
            if title == next(iter(LEVELS)):
                cuts += [calibration(f"{dataset} {known}", cell) for dataset, known, cell in found.cells()]
    header = [
        "",
        "",
        "CRPS",
        "tuning half",
        "held out",
        "PIT 80",
        "PIT 95",
        "raw 80",
        "claims",
        "raw 95",
        "claims",
        "error",
    ]
    by_cut = table(["ontrack", "n", "PIT 80", "2 s.e.", "PIT 95", "2 s.e."], cuts)
    return (
        table(header, rows)
        + "\nBy cut, with two standard errors by year (by series where there is one year):\n\n"
        + by_cut
    )


def calibration(title: str, cell: Scores) -> list[str]:
    """Cover by PIT, and two standard errors of it: of the means of years, or of series where there are few years."""
    group = clusters(cell)[0]
    row = [title, str(len(group))]
    for tail in (0.1, 0.025):
        inside = ((cell["pit"] > tail) & (cell["pit"] < 1 - tail)).astype(float)
        sizes, sums = np.bincount(group), np.bincount(group, inside - inside.mean())
        error = np.sqrt((sums**2).sum() * len(sizes) / (len(sizes) - 1)) / sizes.sum()
        row += [f"{inside.mean():.3f}", f"{2 * error:.3f}"]
    return row


def slow(cache: Path) -> str:
    """The slow peers, and all others, on the same few pairs."""
    batches = [batch for name in COUNTS for batch in few(load(name, cache))]
    peers = {peer: stored(cache, peer) for peer in ALL if has_run(cache, peer, batches)}
    ours = {name: partial(drawn, predictor) for name, predictor in OURS.items()}
    if not set(peers) & set(SLOW_FITS):
        return "not run\n"
    everyone = ours | peers | POINTS
    overall = {n: evaluate(f, cache, tune_half_only=False, days=few).overall() for n, f in everyone.items()}
    keys = ("crps", "brier", "cover_80", "cover_95", "error")
    order = sorted(overall, key=lambda name: overall[name]["crps"])
    cells = ([name, *(f"{overall[name][key]:.3f}" for key in keys)] for name in order)
    pairs = (
        f"{FEW} pairs of series and year of each data set, {sum(len(batch.rows) for batch in batches)} forecasts.\n\n"
    )
    return pairs + table(["", "CRPS", "Brier -5 %", "PIT 80", "PIT 95", "error"], cells)


def words_of(sample: float) -> str:
    if not sample:
        return "every series and year"
    return "the fixed sample of datasets.toml" + ("" if sample == 1 else f", of which {100 * sample:.0f} %")


def main(cache: Path, sample: float) -> None:
    score: Callable[[Predictor], Scores] = partial(evaluate, cache=cache, tune_half_only=False, sample=sample)
    found = {name: score(predictor) for name, predictor in predictors(cache, COUNTS, OURS, sample).items()}
    found |= {name: score(predictor) for name, predictor in POINTS.items()}
    peers = [name for name in found if name in ALL]
    best = min(peers, key=lambda name: found[name].overall()["crps"])
    ours = next(iter(OURS))
    versions = json.loads((cache / "peers" / "versions.json").read_text())
    missing = [name for name in ALL if not whole(cache, name, COUNTS, sample)]
    failed = ", ".join(f"{name} {100 * failures(cache, name, sample):.1f} %" for name in peers)
    text = f"""# Year-end totals: ontrack and its peers

{datetime.date.today()}, {words_of(sample)}: \
{len(found[ours]["total"])} forecasts of counts. {", ".join(f"{k} {v}" for k, v in versions["versions"].items())}. \
R (`forecast::ets`): {versions["R"]}. Not run: {", ".join(missing) or "none"}.
Without a law, and replaced by a point: {failed}.

## Counts

CRPS over √(last year's total + 1) and everything else: means per data set and cut, then over cuts, then data sets.
The ratio to the best single peer has a 95 % paired bootstrap interval, by year (by series where there are fewer
than three years). PIT: part of the randomised PIT within the middle 80 and 95 %; raw: part of outcomes inside the
closed interval, beside the probability that the law itself gives it. width: of the 80 % interval, on the scale of the
CRPS. error: Σ|median - total|/Σ total.

{headline(found, best)}
Brier score of the -5 % target, first of ours to the best peer: {bootstrap(found[ours], found[best], "brier")}

{by_cell(found, best)}
### Reliability of the chance of -5 %

{reliabilities(found, [*OURS, *peers])}
### The slow peers, on few series

{slow(cache)}
## M3 monthly: the total of a year

{m3(cache, sample)}
## Rates and percentages

The year's figure: breaches over attendances; the last figure of a rolling survey; the mean number of prisoners.
CRPS in percentage points, of the level relative to last year's.

{rates(cache, sample)}"""
    print(text)
    (HERE / "results.md").write_text(text, encoding="utf-8")
    with (HERE / "results.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["predictor", "half", "data set", "known", *found[ours].cells()[0][2].summary()])
        for name, scores in found.items():
            writer.writerows(rows_of(name, scores))
    write_plots(cache / "plots", {name: found[name] for name in [*OURS, *peers]})


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    cache_folder = Path(sys.argv[1])
    main(cache_folder, sample_of(sys.argv[2:]) if sys.argv[2:] else done(cache_folder))
