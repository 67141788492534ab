"""Forecasting models on 60 months against statsforecast in one run, one thread.

    python bench/forecast_peers.py BENCH_PROGRAM

BENCH_PROGRAM is the Google Benchmark program built from bench/. Both sides are timed in turn by the processor time they
take, several rounds each, and the best of each counts: a noisy neighbour slows a round, never speeds one up. Both fit
one model and forecast twelve months; ours with the law of their total. Needs numpy and statsforecast.
"""

import json
import os
import subprocess
import sys
import time
import warnings

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import numpy as np
from statsforecast.ets import ets_f, forecast_ets
from statsforecast.theta import auto_theta, forecast_theta

MONTHS = 60
CALLS = 12
ROUNDS = 5
SERIES = 256  # of a call of the benchmark


def counts(rng):
    level = 10 * 50 ** rng.random()
    season = 0.15 * rng.standard_normal(12)
    drift = np.cumsum(0.04 * rng.standard_normal(MONTHS)) * rng.integers(0, 2)
    return rng.poisson(level * np.exp(season[np.arange(MONTHS) % 12] + drift)).astype(float)


def theta(model):
    return lambda y: forecast_theta(auto_theta(y, 12, model=model), 12)


def ets(model, damped):
    return lambda y: forecast_ets(ets_f(y, 12, model=model, damped=damped), 12)


CASES = {  # benchmark: (the peer's call, by how much ours should be faster)
    "forecast_60/dynamic_theta": (theta("DOTM"), 200),
    "forecast_60/theta": (theta("STM"), 0),
    "forecast_60_form/ANN": (ets("ANN", False), 0),
    "forecast_60_form/AAdN": (ets("AAN", True), 0),
    "forecast_60_form/ANA": (ets("ANA", False), 700),
    "forecast_60_form/AAdA": (ets("AAA", True), 700),
    "forecast_60/smoothing": (lambda y: forecast_ets(ets_f(y, 12, additive_only=True), 12), 0),
}


def ours(program, name):
    """Processor time per series in microseconds of a short run."""
    command = [program, f"--benchmark_filter=^{name}$", "--benchmark_format=json", "--benchmark_min_time=0.1"]
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return result["benchmarks"][0]["cpu_time"] / SERIES


def theirs(call, series):
    start = time.process_time()
    for y in series:
        call(y)
    return 1e6 * (time.process_time() - start) / len(series)


def main(program):
    warnings.filterwarnings("ignore")
    slow = False
    print(f"{'benchmark':28} {'ontrack us':>10} {'peer us':>10} {'ratio':>7} {'bar':>4}")
    for name, (call, bar) in CASES.items():
        rng = np.random.default_rng(1)
        series = [counts(rng) for _ in range(CALLS)]
        pairs = [(ours(program, name), theirs(call, series)) for _ in range(ROUNDS)]
        fast, other = (min(side) for side in zip(*pairs, strict=True))
        slow |= other / fast < bar
        print(f"{name:28} {fast:10.2f} {other:10.1f} {other / fast:7.0f} {bar or '':4}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
