"""An interrupted negative binomial series with Newey-West errors against statsmodels in one run, one thread.

    python3 -m venv build/peers && build/peers/bin/pip install statsmodels==0.15.0
    build/peers/bin/python bench/regression_peers.py BENCH_PROGRAM

BENCH_PROGRAM is the Google Benchmark program built from bench/, or "" to leave its rows out. Sixty months, eight
columns, four lags; both sides give coefficients, standard errors and limits. The rows `python/` call the Python module,
with a thousand series as a 2-D array in one call and one by one, where ontrack is installed. Processor time is counted,
in turn, several rounds each, and the best of each counts: a noisy neighbour slows a round, never speeds one up.
"""

import importlib.util
import json
import os
import subprocess
import sys
import time
import warnings

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")

import numpy as np
import statsmodels.api as sm

MONTHS = 60
CALLS = 20
ROUNDS = 5
BAR = 300


def design():
    t = np.arange(MONTHS)
    after = t >= 36
    angle = 2 * np.pi * t / 12
    return np.column_stack(
        [
            np.ones(MONTHS), t / 12, after, np.where(after, (t - 36) / 12, 0),
            np.sin(angle), np.cos(angle), np.sin(2 * angle), np.cos(2 * angle),
        ]
    )  # fmt: skip


X = design()
MEAN = np.exp(X @ [4.0, -0.05, -0.15, 0.02, 0.10, 0.05, 0.02, 0.01])
HAC = {"cov_type": "HAC", "cov_kwds": {"maxlags": 4}}


def alpha_fixed(y):
    return sm.GLM(y, X, family=sm.families.NegativeBinomial(alpha=0.05)).fit(**HAC)


def alpha_estimated(y):
    return sm.NegativeBinomial(y, X).fit(disp=0, **HAC)


CASES = {  # benchmark: (the peer's call, how many series the benchmark fits at a time)
    "interrupted/alpha_fixed": (alpha_fixed, 200),
    "interrupted/alpha_estimated": (alpha_estimated, 200),
    "interrupted/alpha_fixed_alone": (alpha_fixed, 1),
    "interrupted/alpha_estimated_alone": (alpha_estimated, 1),
}


def ours(program, name, series):
    """Best processor time per series in microseconds of a short run."""
    command = [program, f"--benchmark_filter=^{name}$", "--benchmark_format=json", "--benchmark_min_time=0.1"]
    result = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return result["benchmarks"][0]["cpu_time"] / series


def from_python(alpha, size):
    """Best processor time per series in microseconds of `ontrack.stats.interrupted`, effects and counterfactual too."""
    from ontrack import stats

    rng = np.random.default_rng(2)
    values = rng.negative_binomial(20, 20 / (20 + MEAN), size=(size, MONTHS)).astype(float)
    kinds = stats.InterruptionKind
    options = {
        "season": stats.Season(stats.SeasonKind.harmonics),
        "family": stats.Family.negative_binomial,
        "alpha": alpha,
        "lags": 4,
    }
    changes = [stats.Interruption(kinds.step, 36), stats.Interruption(kinds.slope, 36)]
    calls = max(1, 1000 // size)
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.process_time()
        for _ in range(calls):
            stats.interrupted(values, changes, **options)
        best = min(best, (time.process_time() - start) / (calls * size))
    return 1e6 * best


def theirs(call, series):
    """Best processor time of a series in microseconds."""
    best = float("inf")
    for y in series:
        start = time.process_time()
        result = call(y)
        _ = result.params, result.bse, result.conf_int()
        best = min(best, time.process_time() - start)
    return 1e6 * best


def main(program):
    warnings.simplefilter("ignore")
    rng = np.random.default_rng(1)
    series = [rng.negative_binomial(20, 20 / (20 + MEAN)) for _ in range(CALLS)]
    slow = False
    print(f"{'benchmark':34} {'ontrack us':>10} {'peer us':>10} {'ratio':>7} {'bar':>4}")
    cases = [
        (name, call, size, lambda name=name, size=size: ours(program, name, size))
        for name, (call, size) in CASES.items()
        if program
    ]
    if importlib.util.find_spec("ontrack"):
        cases += [
            (
                f"python/{name}{'_alone' if size == 1 else ''}",
                call,
                size,
                lambda alpha=alpha, size=size: from_python(alpha, size),
            )
            for name, call, alpha in (("alpha_fixed", alpha_fixed, 0.05), ("alpha_estimated", alpha_estimated, None))
            for size in (1000, 1)
        ]
    for name, call, size, measure in cases:
        pairs = [(measure(), theirs(call, series)) for _ in range(ROUNDS)]
        fast, other = (min(side) for side in zip(*pairs, strict=True))
        bar = BAR if size > 1 else 0
        slow |= other / fast < bar
        print(f"{name:34} {fast:10.2f} {other:10.1f} {other / fast:7.1f} {bar or '':4}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
