"""A review as columns, for data frames. The columns are those of the CSV report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from ontrack._core import Review

# Column → where it stands in an indicator of the JSON report.
FIELDS: dict[str, tuple[str, ...]] = {
    "name": ("name",),
    "measure": ("measure",),
    "polarity": ("polarity",),
    "frequency": ("frequency",),
    "baseline": ("baseline",),
    "baseline_period": ("baseline_period",),
    "target": ("target", "value"),
    "target_unrounded": ("target", "unrounded"),
    "target_kind": ("target", "kind"),
    "target_due": ("target", "due"),
    "target_end": ("target", "end"),
    "target_other_edge": ("target", "other_edge"),
    "year_to_date": ("year_to_date",),
    "projection_mean": ("projection", "mean"),
    "projection_median": ("projection", "median"),
    "lower_80": ("projection", "lower_80"),
    "upper_80": ("projection", "upper_80"),
    "lower_95": ("projection", "lower_95"),
    "upper_95": ("projection", "upper_95"),
    "probability_met": ("projection", "probability_met"),
    "required_per_period": ("projection", "required_per_period"),
    "status_projection": ("status", "projection"),
    "status_year_to_date": ("status", "year_to_date"),
    "direction_last_year": ("direction_of_travel", "last_year"),
    "direction_last_period": ("direction_of_travel", "last_period"),
    "likelihood": ("risk", "likelihood"),
    "impact": ("risk", "impact"),
    "rating": ("risk", "rating"),
    "basis": ("risk", "basis"),
    "explanation": ("explanation",),
}
# The columns that come last.
CHANCE_FIELDS: dict[str, tuple[str, ...]] = {
    "interval_status": ("interval", "status"),
    "interval_lower_95": ("interval", "lower_95"),
    "interval_upper_95": ("interval", "upper_95"),
    **{
        f"change_{since}{suffix}": ("change", since, key)
        for since in ("last_year", "last_period", "year_to_date")
        for suffix, key in (
            ("", "change"),
            ("_lower_95", "lower_95"),
            ("_upper_95", "upper_95"),
            ("_in", "in"),
            ("_p", "p_value"),
            ("_chance", "within_chance"),
        )
    },
    "variation": ("process", "variation"),
    "assurance": ("process", "assurance"),
}
DAYS = {"data_to", "target_due"}


def columns(review: Review) -> dict[str, list[Any]]:
    """Equally long lists by column name: one row per indicator, and one per component after its indicator."""
    rows = list(_rows(review.to_dict()))
    return {name: [row[name] for row in rows] for name in rows[0]} if rows else {}


def _rows(report: dict[str, Any]) -> Iterator[dict[str, Any]]:
    same = {name: _value(name, report[name]) for name in ("plan", "as_at", "data_to", "year")}
    for indicator in report["indicators"]:
        for line in (indicator, *indicator["components"]):
            component = None if line is indicator else line["code"]
            yield {
                **same,
                "theme": line["theme"],
                "indicator": indicator["code"],
                "component": component,
                **{name: _value(name, _at(line, path)) for name, path in FIELDS.items()},
                **_said(line),
                **{name: _value(name, _at(line, path)) for name, path in CHANCE_FIELDS.items()},
            }


def _said(line: dict[str, Any]) -> dict[str, str | None]:
    """What the document says last, and what its figure cannot bear."""
    last = line["reported"][-1] if line["reported"] else {"figure": "", "words": ""}
    cautions = "; ".join(caution["sentence"] for caution in line["cautions"])
    return {"figure": last["figure"] or None, "reported": last["words"] or None, "cautions": cautions or None}


def _at(line: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        line = None if line is None else line.get(key)
    return line


def _value(name: str, value: Any) -> Any:
    if isinstance(value, bool):
        return "within" if value else "beyond"
    if isinstance(value, int):
        return float(value)
    return date.fromisoformat(value) if name in DAYS and value is not None else value
