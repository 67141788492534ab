"""How one row of a projected table came about, in words."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from decimal import Decimal

import numpy as np

from ontrack._core import Place
from ontrack._core.stats import (
    Better,
    GroupFit,
    RatioLaw,
    Reach,
    RequiredValues,
    Status,
    TotalLaw,
    TotalModel,
    Totals,
    YearRatios,
    explain_total,
    reason,
    required_values,
)
from ontrack._project_ratios import MODELS as RATIO_MODELS
from ontrack._project_ratios import RatioTable
from ontrack._project_table import COLUMNS, Cell, Panel, ProjectTable, cell_text, number_text
from ontrack._series_file import Key, trouble

INDENT = "    "


def explain(table: ProjectTable, wanted: str) -> str:
    """The row; what it requires; what the group lent; the parts of the law; what every model says."""
    key = tuple(next(csv.reader([wanted]), []))
    if key not in table.series.cells:
        remedy = f"Pass {','.join(table.question.by)} as CSV."
        raise trouble("no-such-series", f"there is no series {wanted}", Place(), remedy)
    lines = _ratio_lines(table, key) if isinstance(table, RatioTable) else _total_lines(table, key)
    return "\n".join(lines) + "\n"


def _total_lines(table: ProjectTable, key: Key) -> list[str]:
    group = table.alike(key)
    panel, goal = table.panel([key]), table.target(key)
    first = np.zeros(1, dtype=np.int64)
    [fit] = table.fits(table.panel(group), np.zeros(len(group), dtype=np.int64))
    found = table.project(panel, [goal[0]], first, [fit])
    models = [(model.name, table.project(panel, [goal[0]], first, [fit], model=model.name)) for model in TotalModel]
    return [
        *_row_lines(table, key, table.row(key, goal, found, 0)),
        *_required(table, panel, found, goal[0]),
        _group_line(table, group),
        f"{INDENT}alone:        " + _summary(table.project(panel, [goal[0]], first - 1, []), 0),
        f"{INDENT}in its group: " + _summary(found, 0),
        *_lent(table, panel, fit),
        *(_total_law(found.laws[0]) if _has_law(found, 0) else []),
        "by model, in its group",
        *(f"{INDENT}{name}: {_summary(by_model, 0)}" for name, by_model in models),
    ]


def _ratio_lines(table: RatioTable, key: Key) -> list[str]:
    group = table.alike(key)
    at, together = group.index(key), np.zeros(len(group), dtype=np.int64)
    models = {model: table.ratios(group, together, model=model) for model in RATIO_MODELS}
    found = models[table.question.model]
    return [
        *_row_lines(table, key, table.cells(key, found, at)),
        _group_line(table, group),
        f"{INDENT}alone:        " + _summary(table.ratios([key], np.array([-1])), 0),
        f"{INDENT}in its group: " + _summary(found, at),
        *(_ratio_law(found.laws[at]) if _has_law(found, at) else []),
        "by model, in its group",
        *(f"{INDENT}{model}: {_summary(by_model, at)}" for model, by_model in models.items()),
    ]


def _total_law(law: TotalLaw) -> list[str]:
    return [
        f"law: what is known is {number_text(law.known)}, and to come is",
        *(
            f"{INDENT}{family.replace('_', ' ')}: weight {weight:.4g}, mean {mean:.6g}, variance {variance:.6g}"
            for family, weight, mean, variance in law.parts
        ),
    ]


def _ratio_law(law: RatioLaw) -> list[str]:
    return [
        f"law: {number_text(law.numerator)} of {number_text(law.denominator)} are known, and to come is",
        f"{INDENT}a ratio of {law.rest_ratio:.6g}, as sure as {law.precision:.6g} would make it, of",
        *(f"{INDENT}{number_text(denominator)}: weight {weight:.4g}" for denominator, weight in law.rest),
    ]


def _row_lines(table: ProjectTable, key: Key, row: Sequence[Cell]) -> list[str]:
    cells = map(cell_text, row[len(key) :])
    return [
        ", ".join(key),
        *(f"{INDENT}{name}: {cell}" for name, cell in zip(COLUMNS, cells, strict=True) if cell),
        f"{INDENT}periods no model learns from: {int(table.masked.sum())}",
    ]


def _group_line(table: ProjectTable, group: Sequence[Key]) -> str:
    pool = ", ".join(table.question.pool)
    return f"group: {len(group)} series{f', alike in {pool}' if pool else ''}"


def _required(table: ProjectTable, panel: Panel, found: Totals, target: Decimal | None) -> list[str]:
    if target is None:
        return []
    year = table.year_options()
    needed = required_values(
        panel.values,
        panel.offsets,
        laws=found.laws,
        targets=float(target),
        better=Better.low if table.question.low_is_good else Better.high,
        **{name: year[name] for name in ("support", "periods_per_year", "periods_known")},
    )
    return [INDENT + line for line in required_words(needed, 0, table.question.low_is_good)]


def required_words(needed: RequiredValues, i: int, low_is_good: bool) -> list[str]:
    """What series i must bring, and how often it has; nothing where there is no law or target."""
    if needed.status[i] != Status.ok.value:
        return []
    match needed.reach[i]:
        case Reach.complete:
            return ["required: the year is complete"]
        case Reach.out_of_reach:
            return ["required: out of reach, the year so far is above the target"]
        case Reach.assured:
            return ["required: nothing more, the year so far has reached the target"]
    good, seen = int(needed.as_good[i]), int(needed.seen[i])
    rank = f"as {good} of the {seen} seen" if good else f"better than any of the {seen} seen"
    bound = "at most" if low_is_good else "at least"
    lines = [f"required: {bound} {float(needed.per_period[i]):.6g} in each of {int(needed.open[i])} periods, {rank}"]
    if years := int(needed.years_seen[i]):
        together = f"as in {int(needed.years_as_good[i])} of {years} earlier years"
        lines.append(f"required of these periods together: {together}")
    return lines


def _lent(table: ProjectTable, panel: Panel, fit: GroupFit) -> list[str]:
    """The weights of the combination, the discounts, and what the group lends."""
    year = {name: value for name, value in table.year_options().items() if name != "threads"}
    how = explain_total(panel.values, model=table.question.model, fit=fit, **year)
    if how.status != Status.ok:
        return []
    weights = [f"{name} {weight:.0%}" for name, weight in how.weights.items() if weight > 0]
    kinds = ("own", "as a share of the group's course")
    discounts = [f"{kind} {kept:.3g}" for kind, kept in zip(kinds, how.discounts, strict=True) if not np.isnan(kept)]
    lines = [
        *(["weights: " + ", ".join(weights)] if weights else []),
        *(["level kept from one period to the next: " + ", ".join(discounts)] if discounts else []),
        f"season: {how.own_season:.0%} the series' own, the rest its group's",
        f"from {fit.past_errors:.0f} past projections: variance beyond chance times {fit.width:.3g}, "
        f"of chance times {fit.dispersion:.3g}",
    ]
    return [INDENT + line for line in lines]


def _has_law(found: Totals | YearRatios, i: int) -> bool:
    return Status(int(found.status[i])) in (Status.ok, Status.no_target)


def _summary(found: Totals | YearRatios, i: int) -> str:
    assert found.quantiles is not None
    if not _has_law(found, i):
        return reason(Status(int(found.status[i])))
    fallback = Status(int(found.fallback[i]))
    low, high = (number_text(float(found.quantiles[i, k])) for k in (3, 4))
    stands_in = ""
    if isinstance(found, Totals) and fallback != Status.ok:
        stands_in = f" (by {found.used[i].name}: {reason(fallback)})"
    return f"mean {float(found.mean[i]):.6g}, 95 % {low} to {high}{stands_in}"
