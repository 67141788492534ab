"""The interval kernels against statsmodels, SciPy and NumPy on the same arrays in one run, one thread.

    python bench/intervals_peers.py BENCH_PROGRAM

BENCH_PROGRAM is the Google Benchmark program built from bench/; the last row is a call of the Python module, into fresh
arrays. Both sides are timed in turn, several rounds each, and the best of each counts: a noisy neighbour slows a round,
never speeds one up. Needs ontrack, numpy, scipy and statsmodels.
"""

import json
import os
import subprocess
import sys
import time

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import numpy as np
import ontrack.stats
from scipy import stats
from statsmodels.stats.proportion import proportion_confint

SIZE = 1_000_000
ROUNDS = 5


def proportions(rng):
    n = np.floor(1 + rng.random(SIZE) * 10_000)
    return np.floor(rng.random(SIZE) * (n + 1)), n


def wilson(rng):
    x, n = proportions(rng)
    return lambda: proportion_confint(x, n, 0.05, "wilson")


def wilson_from_python():
    """Both calls, ours and the peer's, on the same arrays."""
    x, n = proportions(np.random.default_rng(1))
    return lambda: ontrack.stats.estimate_proportion(x, n), lambda: proportion_confint(x, n, 0.05, "wilson")


def garwood(counts):
    def limits():
        lower = stats.chi2.ppf(0.025, 2 * counts) / 2
        upper = stats.chi2.ppf(0.975, 2 * counts + 2) / 2
        return lower, upper

    return limits


def byar(counts):
    z = stats.norm.ppf(0.975)

    def limits():
        more = counts + 1
        lower = counts * (1 - 1 / (9 * counts) - z / (3 * np.sqrt(counts))) ** 3
        upper = more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
        return lower, upper

    return limits


def log_uniform(rng):
    return np.floor(1e6 ** rng.random(SIZE))


CASES = {  # benchmark: (peer, how many times faster it must be, the peer's call)
    "proportions/wilson": ("statsmodels proportion_confint", 7, wilson),
    "count_limits/garwood_to_30": ("scipy chi2.ppf", 20, lambda rng: garwood(rng.integers(0, 31, SIZE).astype(float))),
    "count_limits/garwood_to_1000": (
        "scipy chi2.ppf",
        20,
        lambda rng: garwood(rng.integers(0, 1001, SIZE).astype(float)),
    ),
    "count_limits/garwood_log_uniform": ("scipy chi2.ppf", 20, lambda rng: garwood(log_uniform(rng))),
    "count_limits/byar": ("numpy", 5, lambda rng: byar(log_uniform(rng))),
}


def ours(program, name):
    """Best wall time in milliseconds of a short run."""
    command = [program, f"--benchmark_filter=^{name}$", "--benchmark_format=json", "--benchmark_min_time=0.1"]
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return result["benchmarks"][0]["real_time"]


def milliseconds(call):
    start = time.perf_counter()
    call()
    return 1e3 * (time.perf_counter() - start)


def main(program):
    slow = False

    def report(name, pairs, bar, peer):
        nonlocal slow
        fast, other = (min(side) for side in zip(*pairs, strict=True))
        slow |= other / fast < bar
        print(f"{name:34} {fast:10.2f} {other:10.1f} {other / fast:7.1f} {bar:4}  {peer}")

    print(f"{'benchmark':34} {'ontrack ms':>10} {'peer ms':>10} {'ratio':>7} {'bar':>4}  peer")
    for name, (peer, bar, make) in CASES.items():
        call = make(np.random.default_rng(1))
        call()
        report(name, [(ours(program, name), milliseconds(call)) for _ in range(ROUNDS)], bar, peer)
    fresh, peer = wilson_from_python()
    fresh()
    pairs = [(milliseconds(fresh), milliseconds(peer)) for _ in range(ROUNDS)]
    report("python/estimate_proportion", pairs, 3, "statsmodels proportion_confint")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
