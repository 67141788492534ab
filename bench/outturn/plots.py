"""Reliability of the chance, PIT, and score by level of count, as PNG."""

from itertools import pairwise
from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")

import matplotlib.pyplot as plt
import numpy as np
from compare import per_forecast, reliability
from evaluate import Scores

LEVELS = [0, 3, 10, 30, 100, 300, 1000, 3000, np.inf]  # last year's total


def write_plots(folder: Path, found: dict[str, Scores]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    reliability_plot(folder / "reliability.png", found)
    pit_plot(folder / "pit.png", found)
    level_plot(folder / "level.png", found)


def reliability_plot(file: Path, found: dict[str, Scores]) -> None:
    figure, axes = plt.subplots(figsize=(6, 6))
    axes.plot([0, 1], [0, 1], color="grey", linewidth=0.8)
    for name, scores in found.items():
        chance, met, _ = zip(*reliability(scores), strict=True)
        axes.plot(chance, met, marker="o", label=name)
    axes.set(xlabel="chance that the target of -5 % is met", ylabel="part of the times it was met")
    axes.legend()
    save(figure, file)


def pit_plot(file: Path, found: dict[str, Scores]) -> None:
    figure, grid = plt.subplots(1, len(found), figsize=(3 * len(found), 3), sharey=True, squeeze=False)
    for axes, (name, scores) in zip(grid[0], found.items(), strict=True):
        pit = scores["pit"]
        axes.hist(pit[~np.isnan(pit)], bins=20, range=(0, 1), density=True)
        axes.axhline(1, color="grey", linewidth=0.8)
        axes.set(title=name, xlabel="PIT")
    save(figure, file)


def level_plot(file: Path, found: dict[str, Scores]) -> None:
    figure, axes = plt.subplots(figsize=(8, 5))
    names = [f"{low:g}+" if np.isinf(high) else f"{low:g} to {high:g}" for low, high in pairwise(LEVELS)]
    for name, scores in found.items():
        value, last = per_forecast(scores, "crps"), scores["last"]
        inside = [(last >= low) & (last < high) for low, high in pairwise(LEVELS)]
        axes.plot(names, [value[i].mean() if i.any() else np.nan for i in inside], marker="o", label=name)
    axes.set(xlabel="last year's total", ylabel="CRPS / √(last + 1)")
    axes.legend()
    save(figure, file)


def save(figure: plt.Figure, file: Path) -> None:
    figure.tight_layout()
    figure.savefig(file, dpi=120)
    plt.close(figure)
