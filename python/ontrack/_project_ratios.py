"""Projects the year's ratio of every series of a long table: `ontrack project --denominator`."""

from __future__ import annotations

import csv
import os
from collections.abc import Sequence
from decimal import Decimal, localcontext
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ontrack._core import Place
from ontrack._core.stats import Status, YearRatios, project_ratios, reason
from ontrack._project_table import COLUMNS, PROBABILITIES, ProjectTable, Question
from ontrack._series_file import Key, parse_day, read_series, trouble

MODELS = ("beta_binomial", "gamma_poisson")
DIGITS = 12  # of a ratio that is shown


class RatioTable(ProjectTable):
    """Numerators and denominators of a file up to the day of the projection, and where their year's ratio will end."""

    def __init__(self, path: Path, question: Question, denominator: str) -> None:
        super().__init__(path, question)
        day = None if question.as_at is None else parse_day(question.as_at, question.start)
        self.below = read_series(
            path, question.by, question.period, denominator, start=question.start, not_after=day, add_up=question.add_up
        )
        self.model = question.model if question.model in MODELS else MODELS[0]

    def pairs(self, key: Key, first: int, count: int) -> list[tuple[Decimal, Decimal]]:
        """Numerator and denominator of the periods from `first` on that have both."""
        both = ((self.series.value(key, first + i), self.below.value(key, first + i)) for i in range(count))
        return [(above, below) for above, below in both if above is not None and below is not None]

    def target(self, key: Key) -> tuple[Decimal | None, str]:
        """Last year's ratio changed as asked; or why there is none."""
        pairs = self.pairs(key, self.first - self.per_year, self.per_year)
        if len(pairs) < self.per_year and not self.question.absent_is_zero:
            return None, f"No target: only {len(pairs)} of last year's {self.per_year} periods are known."
        last = _ratio(pairs)
        if last is None:
            return None, "No target: last year's denominator is zero."
        if last == 0:
            return None, "No target: last year's ratio is zero."
        above, below = _sums(pairs)
        with localcontext() as context:
            context.prec = 40
            return above * (1 + self.question.change) / below, ""

    def rows(self) -> list[list[str]]:
        """The table's cells, in the order of the keys; empty for what does not exist."""
        found = self.ratios(self.keys, self.groups(), self.model)
        return [self.cells(key, found, i) for i, key in enumerate(self.keys)]

    def ratios(self, keys: Sequence[Key], groups: npt.NDArray[np.int64], model: str) -> YearRatios:
        """The laws of these series."""
        above, below, offsets = self._columns(keys)
        targets = [self.target(key)[0] for key in keys]
        return project_ratios(
            above,
            below,
            offsets,
            model=model,
            periods_per_year=self.per_year,
            periods_known=self.passed,
            targets=np.array([float("nan") if target is None else float(target) for target in targets]),
            probabilities=PROBABILITIES,
            groups=groups,
            masked=self.masked,
            threads=os.cpu_count() or 1,
        )

    def _columns(
        self, keys: Sequence[Key]
    ) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64], npt.NDArray[np.int64]]:
        """Both columns of each series from its first period, or from the file's where absent rows are zeros."""
        zero = self.question.absent_is_zero
        columns: list[list[npt.NDArray[np.float64]]] = [[np.empty(0)], [np.empty(0)]]
        lengths = [0]
        for key in keys:
            seen = [p for series in (self.series, self.below) for p in series.cells[key] if p < self.end]
            first = self.series.first if zero else min(seen, default=self.end)
            lengths.append(self.end - first)
            for series, column in zip((self.series, self.below), columns, strict=True):
                row = np.full(self.end - first, 0.0 if zero else np.nan)
                for period, at in series.cells[key].items():
                    if period < self.end:
                        row[period - first] = float(series.values[at])
                column.append(row)
        return np.concatenate(columns[0]), np.concatenate(columns[1]), np.cumsum(lengths, dtype=np.int64)

    def cells(self, key: Key, found: YearRatios, i: int) -> list[str]:
        assert found.quantiles is not None
        assert found.probability_at_most is not None
        assert found.probability_at_least is not None
        known = self.pairs(key, self.first, self.passed)
        target, why = self.target(key)
        status, fallback = Status(int(found.status[i])), Status(int(found.fallback[i]))
        usable = status in (Status.ok, Status.no_target)
        reasons = [why] if why else []
        if usable and fallback != Status.ok:
            reasons.append(f"The series alone does not tell: {reason(fallback)}")
        elif not usable:
            reasons.insert(0, reason(status))
        met = found.probability_at_most if self.question.low_is_good else found.probability_at_least
        return [
            *key,
            self.year.label,
            str(len(known)),
            _shown(_ratio(known)),
            _shown(target),
            _shown(found.mean[i]),
            *(_shown(value) for value in found.quantiles[i]),
            "" if target is None else _shown(met[i]),
            _shown(self._required(target, found, i)) if usable else "",
            self.model if usable else "",
            status.name,
            " ".join(reasons),
        ]

    def _required(self, target: Decimal | None, found: YearRatios, i: int) -> float | None:
        """The ratio of the rest of the year with which the target is just met, at the denominators expected."""
        law = found.laws[i]
        rest = sum(denominator * weight for denominator, weight in law.rest)
        if target is None or rest <= 0:
            return None
        return (float(target) * (law.denominator + rest) - law.numerator) / rest

    def explain(self, wanted: str) -> str:
        """How one row came about: the same series by itself, in its group, and by both models."""
        key = tuple(next(csv.reader([wanted]), []))
        if key not in self.series.cells:
            raise trouble(
                "no-such-series", f"there is no series {wanted}", Place(), f"Pass {','.join(self.question.by)} as CSV."
            )
        numbers = self.groups()
        own = numbers[self.keys.index(key)]
        group = [other for other, number in zip(self.keys, numbers, strict=True) if number == own]
        at, together = group.index(key), np.zeros(len(group), dtype=np.int64)
        found = self.ratios(group, together, self.model)
        row = self.cells(key, found, at)
        law = found.laws[at]
        lines = [", ".join(key)]
        lines += [f"    {name}: {cell}" for name, cell in zip(COLUMNS, row[len(key) :], strict=True) if cell]
        lines.append(f"    periods no model learns from: {int(self.masked.sum())}")
        alike = f", alike in {', '.join(self.question.pool)}" if self.question.pool else ""
        lines.append(f"group: {len(group)} series{alike}")
        lines.append("    alone:        " + _summary(self.ratios([key], np.array([-1]), self.model), 0))
        lines.append("    in its group: " + _summary(found, at))
        lines.append(f"law: {law.numerator:.12g} of {law.denominator:.12g} are known, and to come is")
        lines.append(f"    a ratio of {law.rest_ratio:.6g}, as sure as {law.precision:.6g} would make it, of")
        lines += [f"    {denominator:.12g}: weight {weight:.4g}" for denominator, weight in law.rest]
        lines.append("by model, in its group")
        lines += [f"    {model}: " + _summary(self.ratios(group, together, model), at) for model in MODELS]
        return "\n".join(lines) + "\n"


def _sums(pairs: Sequence[tuple[Decimal, Decimal]]) -> tuple[Decimal, Decimal]:
    return sum((above for above, _ in pairs), Decimal(0)), sum((below for _, below in pairs), Decimal(0))


def _ratio(pairs: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    above, below = _sums(pairs)
    return above / below if below else None


def _summary(found: YearRatios, i: int) -> str:
    assert found.quantiles is not None
    status = Status(int(found.status[i]))
    if status not in (Status.ok, Status.no_target):
        return reason(status)
    low, high = (_shown(found.quantiles[i, k]) for k in (3, 4))
    return f"mean {float(found.mean[i]):.6g}, 95 % {low} to {high}"


def _shown(value: Decimal | float | None) -> str:
    return "" if value is None or np.isnan(number := float(value)) else f"{number:.{DIGITS}g}"
