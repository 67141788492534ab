"""Projects the year's total of every series of a long table: what `ontrack project` does."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Any, TypeAlias

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
from ontrack._core.stats import GroupFit, Status, Totals, fit_groups, project_totals, reason
from ontrack._errors import CalendarError
from ontrack._series_file import Key, Series, name_of, parse_day, parse_label, read_series, trouble
from ontrack._table_out import Columns

COLUMNS = (
    "year", "periods_known", "year_to_date", "target", "mean", "median", "lower_80", "upper_80", "lower_95",
    "upper_95", "probability_met", "required_per_period", "model", "status", "reason",
)  # fmt: skip
TEXTS = ("year", "model", "status", "reason")
PROBABILITIES = (0.5, 0.1, 0.9, 0.025, 0.975)  # median, lower_80, …
CHUNK = 4096  # series between two words of progress

Doubles: TypeAlias = "npt.NDArray[np.float64]"
Numbers: TypeAlias = "npt.NDArray[np.int64]"
Cell: TypeAlias = "str | int | float | Decimal | None"


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
    denominator: str | None = None  # column that the value is out of; None: totals are projected


@dataclass(frozen=True)
class Panel:
    """Ragged series in one column."""

    values: Doubles
    offsets: Numbers

    def part(self, first: int, last: int) -> Panel:
        offsets = self.offsets[first : last + 1]
        return Panel(self.values[offsets[0] : offsets[-1]], offsets - offsets[0])


class ProjectTable:
    """The series of a table up to the day of the projection, and where their year will end."""

    def __init__(self, source: object, question: Question) -> None:
        self.question = question
        series = self._read(source, question.value)
        place = Place(name_of(source))
        if series.base is None:
            raise trouble("no-rows", "there is no row to learn from", place, "Add rows, or pass a later --as-at.")
        self.series: Series = series
        self.keys: list[Key] = sorted(series.cells)
        self._settle_year(series.base.plus(series.last), place)
        self.masked = self._masked(series.base)

    def _read(self, source: object, column: str) -> Series:
        asked = self.question
        day = None if asked.as_at is None else parse_day(asked.as_at, asked.start)
        return read_series(
            source, asked.by, asked.period, column, start=asked.start, not_after=day, add_up=asked.add_up
        )

    def _settle_year(self, latest: Period, place: Place) -> None:
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
                place,
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

    def groups(self) -> Numbers:
        """A number for each key: all are one group without `pool`."""
        places = [self.question.by.index(name) for name in self.question.pool]
        numbers: dict[Key, int] = {}
        return np.array(
            [numbers.setdefault(tuple(key[i] for i in places), len(numbers)) for key in self.keys], dtype=np.int64
        )

    def alike(self, key: Key) -> list[Key]:
        """The series of this one's group, itself among them."""
        numbers = self.groups()
        own = numbers[self.keys.index(key)]
        return [other for other, number in zip(self.keys, numbers, strict=True) if number == own]

    def fits(self, panel: Panel, groups: Numbers) -> list[GroupFit]:
        """What each group lends its members: with it, any part of the series has the bits of the whole."""
        return fit_groups(panel.values, panel.offsets, groups=groups, **self.year_options())

    def project(
        self, panel: Panel, targets: Sequence[Decimal | None], groups: Numbers, fits: list[GroupFit], *, model: str = ""
    ) -> Totals:
        """The laws of these series; `probability_at_most` is of what `_bound` makes of the target."""
        return project_totals(
            panel.values,
            panel.offsets,
            model=model or self.question.model,
            targets=np.array([self._bound(target) for target in targets]),
            probabilities=PROBABILITIES,
            groups=groups,
            fits=fits,
            **self.year_options(),
        )

    def year_options(self) -> dict[str, Any]:
        return {
            "support": self.question.support,
            "periods_per_year": self.per_year,
            "periods_known": self.passed,
            "masked": self.masked,
            "threads": os.cpu_count() or 1,
        }

    def _bound(self, target: Decimal | None) -> float:
        """What P(total ≤ …) is asked for: where high is good, a count fails by one less than its target."""
        if target is None:
            return float("nan")
        return float(target - 1 if not self.question.low_is_good and self.question.support == "whole" else target)

    def panel(self, keys: Sequence[Key]) -> Panel:
        """Each series from its first period, or from the file's where absent rows are zeros, to the last looked at."""
        rows: list[Doubles] = []
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
        return Panel(np.concatenate([np.empty(0), *rows]), offsets)

    def rows(self, tell: Callable[[str], None] = lambda _: None) -> list[list[Cell]]:
        """The cells in the order of the keys, None for what does not exist. `tell` hears how far it has come."""
        tell(f"{len(self.keys):,} series are read")
        panel, groups = self.panel(self.keys), self.groups()
        fits = self.fits(panel, groups)
        rows: list[list[Cell]] = []
        for first in range(0, len(self.keys), CHUNK):
            tell(f"{first:,} of {len(self.keys):,} series")
            keys = self.keys[first : first + CHUNK]
            targets = [self.target(key) for key in keys]
            part = panel.part(first, first + len(keys))
            found = self.project(part, [value for value, _ in targets], groups[first : first + CHUNK], fits)
            rows += [self.row(key, target, found, i) for i, (key, target) in enumerate(zip(keys, targets, strict=True))]
        return rows

    def row(self, key: Key, goal: tuple[Decimal | None, str], found: Totals, i: int) -> list[Cell]:
        assert found.quantiles is not None
        assert found.probability_at_most is not None
        this_year = self.totals_before(key, self.first)[: self.passed]
        known = [value for value in this_year if value is not None]
        to_date = sum(known, Decimal(0)) if known or not self.passed else None
        target, why = goal
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
            len(known),
            to_date,
            target,
            float(found.mean[i]),
            *(float(value) for value in found.quantiles[i]),
            (met if self.question.low_is_good else 1.0 - met) if target is not None else None,
            None if required is None else float(required),
            found.used[i].name if usable else None,
            status.name,
            " ".join(reasons),
        ]


def number_text(value: float) -> str:
    return "" if np.isnan(value) else f"{value:.12g}"


def cell_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return number_text(cell) if isinstance(cell, float) else str(cell)


def to_csv(question: Question, rows: Sequence[Sequence[Cell]]) -> str:
    """The table with its header, lines ended as RFC 4180 ends them."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[*question.by, *COLUMNS], *(map(cell_text, row) for row in rows)])
    return text.getvalue()


def to_columns(question: Question, rows: Sequence[Sequence[Cell]]) -> Columns:
    """The same as columns of one type each."""
    kinds = dict.fromkeys([*question.by, *TEXTS], str) | {"periods_known": int}
    names = [*question.by, *COLUMNS]
    return {name: (kinds.get(name, float), [_value(row[i]) for row in rows]) for i, name in enumerate(names)}


def _value(cell: Cell) -> str | int | float | None:
    if not isinstance(cell, Decimal | float):
        return cell
    return None if np.isnan(number := float(cell)) else number
