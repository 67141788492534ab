"""Projects the year's total of every series of a long table: what `ontrack project` does."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ontrack._core import (
    Frequency,
    Period,
    Place,
    Problem,
    YearStart,
    parse_period,
    periods_between,
    periods_per_year,
)
from ontrack._core.stats import Status, TotalModel, Totals, project_totals, reason
from ontrack._errors import CalendarError
from ontrack._series_file import Key, Series, parse_day, parse_label, read_series, trouble

COLUMNS = (
    "year", "periods_known", "year_to_date", "target", "mean", "median", "lower_80", "upper_80", "lower_95",
    "upper_95", "probability_met", "required_per_period", "model", "status", "reason",
)  # fmt: skip
PROBABILITIES = (0.5, 0.1, 0.9, 0.025, 0.975)  # median, lower_80, …


@dataclass(frozen=True)
class Question:
    """What is asked of a table; the options of the command explain each."""

    by: tuple[str, ...]
    period: str
    value: str
    change: Decimal  # 0.05 = five per cent more
    low_is_good: bool
    start: YearStart
    pool: tuple[str, ...] = ()
    as_at: str | None = None
    year: str | None = None
    absent_is_zero: bool = False
    add_up: bool = False
    exclude: tuple[str, ...] = ()
    model: str = "combination"
    support: str = "whole"


class ProjectTable:
    """The series of a file up to the day of the projection, and where their year will end."""

    def __init__(self, path: Path, question: Question) -> None:
        self.question = question
        start = question.start
        day = None if question.as_at is None else parse_day(question.as_at, start)
        series = read_series(
            path, question.by, question.period, question.value, start=start, not_after=day, add_up=question.add_up
        )
        if series.base is None:
            raise trouble(
                "no-rows", "there is no row to learn from", Place(str(path)), "Add rows, or pass a later --as-at."
            )
        self.series: Series = series
        self.keys: list[Key] = sorted(series.cells)
        self._settle_year(series.base.plus(series.last), path)
        self.masked = self._masked(series.base)

    def _settle_year(self, latest: Period, path: Path) -> None:
        """Which year is projected, its first period, and how many of its periods have passed."""
        assert self.series.base is not None
        start = self.question.start
        self.year = latest.year(start)
        if self.question.year is not None:
            self.year = parse_period(self.question.year, Frequency.year, start)
        opens = Period.containing(self.year.first_day, latest.frequency, start)
        self.per_year = periods_per_year(latest.frequency)
        self.first = periods_between(self.series.base, opens)
        self.end = min(self.series.last + 1, self.first + self.per_year)  # one after the last that is looked at
        if self.end < self.first or self.end <= self.series.first:
            raise trouble(
                "wrong-year",
                f"{self.year} cannot be projected from periods {self.series.base.plus(self.series.first)} to {latest}",
                Place(str(path)),
                "Pass as --year a year of the file, or the one after it if its last year is whole.",
            )
        self.passed = self.end - self.first

    def _masked(self, base: Period) -> npt.NDArray[np.uint8]:
        flags = np.zeros(self.end - self.series.first, dtype=np.uint8)
        for span in self.question.exclude:
            ends = span.split(":")
            first = parse_label(ends[0], self.question.start)
            last = parse_label(ends[-1], self.question.start)
            if len(ends) > 2 or last.last_day < first.first_day:
                problem = Problem("wrong-range", f"{span} is no range", Place(), "Write it as 2020-03:2021-03.")
                raise CalendarError(problem)
            for i in range(len(flags)):
                period = base.plus(self.series.first + i)
                flags[i] |= period.first_day <= last.last_day and period.last_day >= first.first_day
        return flags

    def totals_before(self, key: Key, first: int) -> list[Decimal | None]:
        """The values of the year that starts with period `first`."""
        values = [self.series.value(key, first + i) for i in range(self.per_year)]
        if self.question.absent_is_zero:
            values = [
                Decimal(0) if value is None and self.series.first <= first + i < self.end else value
                for i, value in enumerate(values)
            ]
        return values

    def target(self, key: Key) -> tuple[Decimal | None, str]:
        """Last year's total changed as asked, rounded half up to as many places as it has; or why there is none."""
        values = self.totals_before(key, self.first - self.per_year)
        known = [value for value in values if value is not None]
        if len(known) < len(values):
            return None, f"No target: only {len(known)} of last year's {len(values)} periods are known."
        total = sum(known, Decimal(0))
        if total == 0:
            return None, "No target: last year's total is zero."
        whole = self.question.support == "whole"
        places = 0 if whole else max(0, -int(total.as_tuple().exponent))
        with localcontext() as context:
            context.prec = 60
            return (total * (1 + self.question.change)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP), ""

    def groups(self) -> npt.NDArray[np.int64]:
        """A number for each key: all are one group without `pool`."""
        places = [self.question.by.index(name) for name in self.question.pool]
        numbers: dict[Key, int] = {}
        return np.array(
            [numbers.setdefault(tuple(key[i] for i in places), len(numbers)) for key in self.keys], dtype=np.int64
        )

    def project(self, keys: Sequence[Key], groups: npt.NDArray[np.int64], *, model: str | None = None) -> Totals:
        """The laws of these series; `probability_at_most` is of what `_bound` makes of the target."""
        values, offsets = self._panel(keys)
        return project_totals(
            values,
            offsets,
            model=model or self.question.model,
            support=self.question.support,
            periods_per_year=self.per_year,
            periods_known=self.passed,
            targets=np.array([self._bound(self.target(key)[0]) for key in keys]),
            probabilities=PROBABILITIES,
            groups=groups,
            masked=self.masked,
            threads=os.cpu_count() or 1,
        )

    def _bound(self, target: Decimal | None) -> float:
        """What P(total ≤ …) is asked for: where high is good, a count fails by one less than its target."""
        if target is None:
            return float("nan")
        return float(target - 1 if not self.question.low_is_good and self.question.support == "whole" else target)

    def _panel(self, keys: Sequence[Key]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.int64]]:
        """Each series from its first period, or from the file's where absent rows are zeros, to the last looked at."""
        rows: list[npt.NDArray[np.float64]] = []
        for key in keys:
            own = self.series.cells[key]
            zero = self.question.absent_is_zero
            first = self.series.first if zero else min((p for p in own if p < self.end), default=self.end)
            row = np.full(self.end - first, 0.0 if zero else np.nan)
            for period, at in own.items():
                if period < self.end:
                    row[period - first] = float(self.series.values[at])
            rows.append(row)
        offsets = np.cumsum([0, *map(len, rows)], dtype=np.int64)
        return np.concatenate([np.empty(0), *rows]), offsets

    def rows(self) -> list[list[str]]:
        """The table's cells, in the order of the keys; empty for what does not exist."""
        found = self.project(self.keys, self.groups())
        return [self._row(key, found, i) for i, key in enumerate(self.keys)]

    def _row(self, key: Key, found: Totals, i: int) -> list[str]:
        assert found.quantiles is not None
        assert found.probability_at_most is not None
        this_year = self.totals_before(key, self.first)[: self.passed]
        known = [value for value in this_year if value is not None]
        to_date = sum(known, Decimal(0)) if known or not self.passed else None
        target, why = self.target(key)
        left = self.per_year - len(known)
        required = (target - to_date) / left if target is not None and to_date is not None and left else None
        status, fallback = Status(int(found.status[i])), Status(int(found.fallback[i]))
        usable = status in (Status.ok, Status.no_target)
        reasons = [why] if why else []
        if usable and fallback != Status.ok:
            reasons.append(f"Not by {self.question.model}: {reason(fallback)}")
        elif not usable:
            reasons.insert(0, reason(status))
        met = float(found.probability_at_most[i])
        return [
            *key,
            self.year.label,
            str(len(known)),
            _decimal(to_date),
            _decimal(target),
            _number(float(found.mean[i])),
            *(_number(float(value)) for value in found.quantiles[i]),
            _number(met if self.question.low_is_good else 1.0 - met) if target is not None else "",
            "" if required is None else _number(float(required)),
            found.used[i].name if usable else "",
            status.name,
            " ".join(reasons),
        ]

    def explain(self, wanted: str) -> str:
        """How one row came about: the same series by itself, in its group, and by every model."""
        key = tuple(next(csv.reader([wanted]), []))
        if key not in self.series.cells:
            raise trouble(
                "no-such-series", f"there is no series {wanted}", Place(), f"Pass {','.join(self.question.by)} as CSV."
            )
        numbers = self.groups()
        own = numbers[self.keys.index(key)]
        group = [other for other, number in zip(self.keys, numbers, strict=True) if number == own]
        at, together = group.index(key), np.zeros(len(group), dtype=np.int64)
        found = self.project(group, together)
        row = self._row(key, found, at)
        lines = [", ".join(key)]
        lines += [f"    {name}: {cell}" for name, cell in zip(COLUMNS, row[len(key) :], strict=True) if cell]
        lines.append(f"    periods no model learns from: {int(self.masked.sum())}")
        alike = f", alike in {', '.join(self.question.pool)}" if self.question.pool else ""
        lines.append(f"group: {len(group)} series{alike}")
        lines.append("    alone:        " + _summary(self.project([key], np.array([-1])), 0))
        lines.append("    in its group: " + _summary(found, at))
        lines.append("law: what is known is " + _number(found.laws[at].known) + ", and to come is")
        lines += [
            f"    {family.replace('_', ' ')}: weight {weight:.4g}, mean {mean:.6g}, variance {variance:.6g}"
            for family, weight, mean, variance in found.laws[at].parts
        ]
        lines.append("by model, in its group")
        for model in TotalModel:
            lines.append(f"    {model.name}: " + _summary(self.project(group, together, model=model.name), at))
        return "\n".join(lines) + "\n"


def _summary(found: Totals, i: int) -> str:
    assert found.quantiles is not None
    status, fallback = Status(int(found.status[i])), Status(int(found.fallback[i]))
    if status not in (Status.ok, Status.no_target):
        return reason(status)
    low, high = (_number(float(found.quantiles[i, k])) for k in (3, 4))
    stands_in = f" (by {found.used[i].name}: {reason(fallback)})" if fallback != Status.ok else ""
    return f"mean {float(found.mean[i]):.6g}, 95 % {low} to {high}{stands_in}"


def _decimal(value: Decimal | None) -> str:
    return "" if value is None else f"{value:f}"


def _number(value: float) -> str:
    return "" if np.isnan(value) else f"{value:.12g}"


def to_csv(question: Question, rows: Sequence[Sequence[str]]) -> str:
    """The table with its header, lines ended as RFC 4180 ends them."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[*question.by, *COLUMNS], *rows])
    return text.getvalue()
