"""Other packages on the same days: newest releases, in an environment of their own, everything they know of the series.

    python bench/outturn/peers.py install VENV            # one command; then, with VENV/bin/python:
    VENV/bin/python bench/outturn/peers.py run CACHE      # the sample of datasets.toml; restartable
    VENV/bin/python bench/outturn/peers.py run CACHE --full           # every series and year
    VENV/bin/python bench/outturn/peers.py run CACHE --part=0.4 DOTM  # a part of the sample, one peer
    VENV/bin/python bench/outturn/peers.py check          # chain ladder against the package chainladder

The sample is run in growing parts, so that a first comparison is there early: table.py takes the largest part that all
fast peers have done.

A law is DRAWS simulated paths, summed with what is known, clipped at 0 and, for counts, rounded: what a user would do.
Where a package fails, last year's remaining periods stand in as a point, and the failure is counted.
"""

import json
import os
import shutil
import subprocess
import sys
import time
import venv
import warnings
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import numpy as np
from datasets import Batch, Dataset, load, specifications, unit

DRAWS = 1000
FEW = 20  # (series, year) pairs of a data set for the slow peers
PACKAGES = ["statsforecast", "prophet", "chainladder", "scipy", "matplotlib"]
PARTS = (0.05, 0.1, 0.2, 0.4, 1)
Paths = tuple[np.ndarray, np.ndarray]  # draws (DRAWS, h) and points (h,)


def statsforecast(model: str) -> Callable[[np.ndarray, int, int, int], Paths]:
    def fit(y: np.ndarray, periods: int, horizon: int, seed: int) -> Paths:
        from statsforecast import models

        fitted = getattr(models, model)(season_length=periods).fit(y)
        paths = fitted.simulate(h=horizon, n_paths=DRAWS, seed=seed)
        return paths, np.asarray(fitted.predict(horizon)["mean"])

    return fit


def prophet(y: np.ndarray, periods: int, horizon: int, seed: int) -> Paths:
    import pandas as pd
    from prophet import Prophet

    days = pd.date_range("2000-01-01", periods=len(y) + horizon, freq="MS" if periods == 12 else "QS")
    model = Prophet(weekly_seasonality=False, daily_seasonality=False, uncertainty_samples=DRAWS)
    model.fit(pd.DataFrame({"ds": days[: len(y)], "y": y}), seed=seed)
    np.random.seed(seed)
    future = pd.DataFrame({"ds": days[len(y) :]})
    return model.predictive_samples(future)["yhat"].T, model.predict(future)["yhat"].to_numpy()


FITS: dict[str, Callable[[np.ndarray, int, int, int], Paths]] = {
    "AutoETS": statsforecast("AutoETS"),
    "DOTM": statsforecast("DynamicOptimizedTheta"),
    "AutoTheta": statsforecast("AutoTheta"),
}
SLOW_FITS = {"AutoARIMA": statsforecast("AutoARIMA"), "Prophet": prophet}


def seed_of(batch: Batch, i: int) -> int:
    return int(unit(f"seed|{batch.dataset}|{batch.keys[i]}|{batch.year}|{batch.known}") * 2**31)


def finish(batch: Batch, i: int, rest: np.ndarray) -> np.ndarray:
    """The year's figure from its remaining periods (…, h)."""
    known = batch.history[i, batch.start :]
    if batch.aggregate == "last":
        return np.maximum(rest[..., -1], 0)
    if batch.aggregate == "ratio":  # the rest weighs what the same periods weighed last year
        below = batch.denominators[i]
        weights = below[batch.start - batch.periods : batch.start][batch.known :]
        parts = known.sum() + (np.maximum(rest, 0) * weights).sum(axis=-1)
        return parts / (below[batch.start :].sum() + weights.sum())
    total = known.sum() + np.maximum(rest.sum(axis=-1), 0)
    if batch.aggregate == "mean":
        return total / batch.periods
    return np.floor(total + 0.5) if batch.kind == "count" else total


def last_years_rest(batch: Batch, i: int) -> np.ndarray:
    year = slice(batch.start - batch.periods, batch.start)
    values = batch.history[i, year]
    return (values if batch.denominators is None else values / batch.denominators[i, year])[batch.known :]


def forecast(fit: Callable, batch: Batch, i: int) -> tuple[np.ndarray, float, bool]:
    """Draws, point, and whether the package failed."""
    y = batch.history[i] if batch.denominators is None else batch.history[i] / batch.denominators[i]
    y = y[np.flatnonzero(~np.isnan(y))[0] :]
    try:
        paths, points = fit(y, batch.periods, batch.periods - batch.known, seed_of(batch, i))
        draws, point = finish(batch, i, paths), finish(batch, i, points)
        if np.isfinite(draws).all() and np.isfinite(point) and draws.shape == (DRAWS,):
            return draws, float(point), False
    except Exception:  # whatever a package raises is a failure of that series
        pass
    point = float(finish(batch, i, last_years_rest(batch, i)))
    return np.full(DRAWS, point), point, True


def chain_ladder(batch: Batch, years: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ratios of column sums over the latest whole years, with Mack's (1993) standard error of the total as a lognormal.

    Draws, points, and where there is no error: nothing known yet, or one past year.
    """
    n, past = len(batch.history), min(years, batch.start // batch.periods)
    table = batch.history[:, batch.start - past * batch.periods : batch.start].reshape(n, past, batch.periods)
    table = np.where(np.isnan(table).any(axis=2, keepdims=True), 0, table)  # a year that is not whole is not used
    sums = table.cumsum(axis=2)
    now = batch.history[:, batch.start :].sum(axis=1)
    total, relative = now.copy(), np.zeros(n)
    with np.errstate(all="ignore"):
        for j in range(batch.known - 1, batch.periods - 1):
            before, after = sums[:, :, j], sums[:, :, j + 1]
            factor = after.sum(axis=1) / before.sum(axis=1)
            links = np.where(before > 0, after / before, 0)
            spread = (before * (links - factor[:, None]) ** 2).sum(axis=1)
            variance = spread / ((before > 0).sum(axis=1) - 1)
            relative += variance / factor**2 * (1 / total + 1 / before.sum(axis=1))
            total = total * factor
        sigma = np.sqrt(np.log1p(relative))
        failed = ~(np.isfinite(total) & np.isfinite(sigma) & (total > 0))
        normal = np.stack([np.random.default_rng(seed_of(batch, i)).standard_normal(DRAWS) for i in range(n)])
        draws = total[:, None] * np.exp(sigma[:, None] * normal - sigma[:, None] ** 2 / 2)
    draws = np.maximum(draws, now[:, None])
    rest = np.array([last_years_rest(batch, i).sum() for i in range(n)])
    point = np.where(np.isfinite(total) & (total > 0), total, now + rest)
    draws = np.where(failed[:, None], point[:, None], draws)
    if batch.kind == "count":
        draws, point = np.floor(draws + 0.5), np.floor(point + 0.5)
    if batch.aggregate == "mean":
        draws, point = draws / batch.periods, point / batch.periods
    return draws, point, failed


def check() -> None:
    """The mean and the standard error of `chain_ladder` against the package, on random triangles with one open year."""
    import chainladder as cl
    import pandas as pd

    rng = np.random.default_rng(1)
    for known in (3, 6, 9):
        history = rng.poisson(40, (1, 48 + known)).astype(float)
        nothing, one = np.zeros(0), np.arange(1)
        batch = Batch("check", "check", "sum", 2004, known, 12, history, None, nothing, np.array(["a"]), one, one)
        rows = [(2000 + j // 12, f"{2000 + j // 12}-{j % 12 + 1:02}-28", v) for j, v in enumerate(history[0])]
        table = pd.DataFrame(rows, columns=["origin", "valuation", "events"])
        triangle = cl.Triangle(table, origin="origin", development="valuation", columns="events", cumulative=False)
        model = cl.MackChainladder().fit(
            cl.Development(sigma_interpolation="mack").fit_transform(triangle.incr_to_cum())
        )
        draws, point, _ = chain_ladder(batch, 64)
        theirs = float(model.ultimate_.values[0, 0, -1, 0]), float(model.mack_std_err_.values[0, 0, -1, -1])
        print(f"{known} known: {point[0]:.6f} {draws.std():.1f}, package {theirs[0]:.6f} {theirs[1]:.1f}")
        assert abs(point[0] / theirs[0] - 1) < 1e-9
        assert abs(draws.std() / theirs[1] - 1) < 0.1


def few(data: Dataset) -> list[Batch]:
    """The first FEW (series, year) pairs of the sample by hash, which every part of it holds: for the slow peers."""
    batches = list(data.batches())
    pairs = {(data.sample_order(int(row), batch.year), int(row), batch.year) for batch in batches for row in batch.rows}
    first = {pair[1:] for pair in sorted(pairs)[:FEW]}
    parts = [(b, [row for row in b.rows if (int(row), b.year) in first]) for b in batches]
    return [data.batch(b.year, b.known, np.array(rows)) for b, rows in parts if rows]


def chosen(data: Dataset, peer: str, sample: float) -> list[Batch]:
    return few(data) if peer in SLOW_FITS else list(data.batches(sample=sample))


def run_batch(peer: str, batch: Batch, file: Path) -> str:
    """Adds to the file the rows that are not in it yet."""
    old = dict(np.load(file)) if file.exists() else None
    new = np.flatnonzero(~np.isin(batch.rows, old["rows"])) if old else np.arange(len(batch.rows))
    if not len(new):
        return ""
    start = time.process_time()
    if peer in ("chain ladder", "chain ladder, 3 years"):
        draws, points, failed = chain_ladder(batch, 3 if "3" in peer else 64)
        draws, points, failed = draws[new], points[new], failed[new]
    else:
        fit = (FITS | SLOW_FITS)[peer]
        results = [forecast(fit, batch, int(i)) for i in new]
        draws, points, failed = (np.array(column) for column in zip(*results, strict=True))
    part = {
        "rows": batch.rows[new],
        "draws": draws.astype(np.int32 if batch.kind == "count" else np.float32),
        "points": points,
        "failed": failed,
        "seconds": np.array([time.process_time() - start]),
    }
    if old:
        part = {name: np.concatenate([old[name], part[name]]) for name in part}
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(".part.npz")
    np.savez_compressed(partial, **part)
    partial.replace(file)
    return f"{peer} {file.stem}: {len(new)} series, {part['seconds'][-1]:.1f} s, {failed.sum()} failed"


def file_of(cache: Path, peer: str, batch: Batch) -> Path:
    return cache / "peers" / peer.replace(" ", "_").replace(",", "") / f"{batch.dataset}_{batch.year}_{batch.known}.npz"


def stored(cache: Path, peer: str) -> Callable[[Batch], np.ndarray]:
    """The predictor that reads a peer's draws."""
    return lambda batch: read_rows(cache, peer, batch, "draws")


def read_rows(cache: Path, peer: str, batch: Batch, column: str) -> np.ndarray:
    with np.load(file_of(cache, peer, batch)) as file:
        order = {int(row): i for i, row in enumerate(file["rows"])}
        return file[column][[order[int(row)] for row in batch.rows]].astype(float)


def can_run(peer: str, batch: Batch) -> bool:
    if peer.startswith("chain"):
        return batch.known > 0 and batch.kind != "proportion"
    return peer not in SLOW_FITS or batch.kind == "count"


def run(cache: Path, sample: float, peers: list[str]) -> None:
    warnings.simplefilter("ignore")
    sizes = {
        "versions": {name: version(name) for name in PACKAGES},
        "R": "there, not run" if shutil.which("Rscript") else "not there",
    }
    (cache / "peers").mkdir(parents=True, exist_ok=True)
    (cache / "peers" / "versions.json").write_text(json.dumps(sizes))
    for part in [*(p for p in PARTS if p < sample), sample]:
        for peer in [p for p in peers if part in (0, 1) or p not in SLOW_FITS]:
            for name in specifications():
                data = load(name, cache)
                for batch in chosen(data, peer, part):
                    if can_run(peer, batch) and (line := run_batch(peer, batch, file_of(cache, peer, batch))):
                        print(time.strftime("%H:%M:%S"), line, flush=True)


def sample_of(options: list[str]) -> float:
    """What `Dataset.batches` takes: 1 the sample, 0 everything."""
    parts = [float(option.removeprefix("--part=")) for option in options if option.startswith("--part=")]
    return 0.0 if "--full" in options else parts[0] if parts else 1.0


def install(folder: Path) -> None:
    venv.create(folder, with_pip=True)
    subprocess.run([folder / "bin" / "python", "-m", "pip", "install", "-q", "--upgrade", *PACKAGES], check=True)


ALL = ["chain ladder", "chain ladder, 3 years", "DOTM", "AutoTheta", "AutoETS", *SLOW_FITS]

if __name__ == "__main__":
    match sys.argv[1:]:
        case ["install", folder]:
            install(Path(folder))
        case ["run", folder, *rest]:
            names = [name for name in rest if not name.startswith("--")]
            run(Path(folder), sample_of(rest), names or ALL)
        case ["check"]:
            check()
        case _:
            sys.exit(__doc__)
