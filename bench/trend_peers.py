"""Mann-Kendall with Theil-Sen on 120 points against pyMannKendall in one run, one thread.

    python bench/trend_peers.py BENCH_PROGRAM

BENCH_PROGRAM is the Google Benchmark program built from bench/. Both sides are timed in turn, several rounds each, and
the best of each counts: a noisy neighbour slows a round, never speeds one up. Needs numpy and pymannkendall.
"""

import json
import os
import subprocess
import sys
import time

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import numpy as np
import pymannkendall as mk

POINTS = 120
CALLS = 20
ROUNDS = 5
BAR = 200


def continuous(rng):
    return 100 + 10 * (rng.standard_normal(POINTS) + 0.005 * np.arange(POINTS))


def counts(rng):
    return np.floor(np.abs(2 * (rng.standard_normal(POINTS) + 0.005 * np.arange(POINTS))))


CASES = {  # benchmark: (the peer's call, what it is called with); each of them gives the slope and the intercept too
    "trend_120/mann_kendall": (mk.original_test, continuous),
    "trend_120/mann_kendall_counts": (mk.original_test, counts),
    "trend_120/seasonal_kendall": (mk.seasonal_test, continuous),
    "trend_120/hamed_rao": (lambda x: mk.hamed_rao_modification_test(x, lag=3), continuous),
}


def ours(program, name):
    """Best wall time per series in microseconds of a short run; a benchmark has 200 series."""
    command = [program, f"--benchmark_filter=^{name}$", "--benchmark_format=json", "--benchmark_min_time=0.1"]
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return result["benchmarks"][0]["real_time"] / 200


def theirs(call, series):
    start = time.perf_counter()
    for x in series:
        call(x)
    return 1e6 * (time.perf_counter() - start) / len(series)


def main(program):
    slow = False
    print(f"{'benchmark':32} {'ontrack us':>10} {'peer us':>10} {'ratio':>7} {'bar':>4}")
    for name, (call, make) in CASES.items():
        rng = np.random.default_rng(1)
        series = [make(rng) for _ in range(CALLS)]
        pairs = [(ours(program, name), theirs(call, series)) for _ in range(ROUNDS)]
        fast, other = (min(side) for side in zip(*pairs, strict=True))
        bar = BAR if name == "trend_120/mann_kendall" else 0
        slow |= other / fast < bar
        print(f"{name:32} {fast:10.2f} {other:10.1f} {other / fast:7.1f} {bar or '':4}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
