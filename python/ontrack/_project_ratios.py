"""Projects the year's ratio of every series of a long table: `ontrack project --denominator`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, localcontext

import numpy as np

from ontrack._core.stats import Status, YearRatios, project_ratios, reason
from ontrack._project_table import CHUNK, PROBABILITIES, Cell, Doubles, Numbers, ProjectTable, Question
from ontrack._series_file import Key

MODELS = ("beta_binomial", "gamma_poisson")


def table_of(source: object, question: Question) -> ProjectTable:
    """The table of totals, or of ratios where the question has a denominator."""
    return ProjectTable(source, question) if question.denominator is None else RatioTable(source, question)


class RatioTable(ProjectTable):
    """Numerators and denominators of a table up to the day of the projection, and where their year's ratio will end."""

    def __init__(self, source: object, question: Question) -> None:
        super().__init__(source, question)
        assert question.denominator is not None
        self.below = self._read(source, question.denominator)

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

    def rows(self, tell: Callable[[str], None] = lambda _: None) -> list[list[Cell]]:
        """The cells in the order of the keys, None for what does not exist. `tell` hears how far it has come."""
        tell(f"{len(self.keys):,} series are read")
        groups = self.groups()
        rows: dict[Key, list[Cell]] = {}
        for places in _whole_groups(groups):
            tell(f"{len(rows):,} of {len(self.keys):,} series")
            keys = [self.keys[place] for place in places]
            found = self.ratios(keys, groups[places])
            rows |= {key: self.cells(key, found, i) for i, key in enumerate(keys)}
        return [rows[key] for key in self.keys]

    def ratios(self, keys: Sequence[Key], groups: Numbers, *, model: str = "") -> YearRatios:
        """The laws of these series, which learn from each other and no others."""
        above, below, offsets = self._columns(keys)
        targets = [self.target(key)[0] for key in keys]
        return project_ratios(
            above,
            below,
            offsets,
            model=model or self.question.model,
            targets=np.array([float("nan") if target is None else float(target) for target in targets]),
            probabilities=PROBABILITIES,
            groups=groups,
            **{name: value for name, value in self.year_options().items() if name != "support"},
        )

    def _columns(self, keys: Sequence[Key]) -> tuple[Doubles, Doubles, Numbers]:
        """Both columns of each series from its first period, or from the file's where absent rows are zeros."""
        zero = self.question.absent_is_zero
        columns: list[list[Doubles]] = [[np.empty(0)], [np.empty(0)]]
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

    def cells(self, key: Key, found: YearRatios, i: int) -> list[Cell]:
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
            len(known),
            _float(_ratio(known)),
            _float(target),
            float(found.mean[i]),
            *(float(value) for value in found.quantiles[i]),
            None if target is None else float(met[i]),
            self._required(target, found, i) if usable else None,
            self.question.model if usable else None,
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


def _whole_groups(groups: Numbers) -> Iterator[Numbers]:
    """The places of some CHUNK series at a time, never a part of a group: its members learn from each other."""
    order = np.argsort(groups, kind="stable")
    ends = [*(np.flatnonzero(np.diff(groups[order])) + 1).tolist(), len(order)]
    first = 0
    for end in ends:
        if end - first >= CHUNK or end == len(order):
            yield order[first:end]
            first = end


def _sums(pairs: Sequence[tuple[Decimal, Decimal]]) -> tuple[Decimal, Decimal]:
    return sum((above for above, _ in pairs), Decimal(0)), sum((below for _, below in pairs), Decimal(0))


def _ratio(pairs: Sequence[tuple[Decimal, Decimal]]) -> Decimal | None:
    above, below = _sums(pairs)
    return above / below if below else None


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
