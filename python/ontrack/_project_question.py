"""Makes the question that is asked of a table from the words in which it was asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from ontrack._core import Place, YearStart
from ontrack._core.stats import TotalModel
from ontrack._errors import CalendarError, DataError
from ontrack._project_ratios import MODELS as RATIO_MODELS
from ontrack._project_table import COLUMNS, Question
from ontrack._series_file import trouble


def question_of(
    *,
    by: str | Sequence[str],
    period: str,
    value: str,
    denominator: str | None = None,
    change: str,
    polarity: str | None = None,
    pool: str | Sequence[str] = (),
    as_at: str | None = None,
    year: str | None = None,
    year_start: str = "april",
    absent: str = "missing",
    sum: bool = False,
    exclude: str | Sequence[str] = (),
    model: str | None = None,
    support: str | None = None,
) -> Question:
    """Raises DataError, whose place is the argument that is wrong."""
    by, pool, exclude = _names(by), _names(pool), _names(exclude)
    if len(set(by)) < len(by) or not by:
        raise _wrong(
            "by", f"{', '.join(by)!r} does not name each column once", "Name the columns that tell series apart"
        )
    if taken := [name for name in by if name in COLUMNS]:
        raise _wrong("by", f"{', '.join(taken)} is a column of the result", "Rename the column of the table")
    if unknown := [name for name in pool if name not in by]:
        raise _wrong("pool", f"{', '.join(unknown)} is not in by", "Name columns that tell series apart")
    found = re.fullmatch(r"([+-]?\d+(?:\.\d+)?) ?%", change.strip().replace("\N{MINUS SIGN}", "-"))
    if found is None:
        raise _wrong("change", f"{change!r} is not a change in per cent, such as -5%", "Write it as -5%")
    part = Decimal(found[1]) / 100
    if part == 0 and polarity is None:
        raise _wrong("polarity", "a change of nothing does not say which is good; pass low or high", "Pass low or high")
    for name, given, known in (
        ("polarity", polarity, (None, "low", "high")),
        ("absent", absent, ("missing", "zero")),
        ("support", support, (None, "whole", "positive", "real")),
        ("model", model, (None, *TotalModel.__members__, *RATIO_MODELS)),
    ):
        if given not in known:
            raise _wrong(name, f"there is no {given!r}", "Pass one of " + ", ".join(filter(None, known)))
    if model is None:
        model = TotalModel.combination.name if denominator is None else RATIO_MODELS[0]
    if denominator is None and model not in TotalModel.__members__:
        raise _wrong("model", f"{model} projects ratios, which have a denominator", "Pass a denominator")
    if denominator is not None and model not in RATIO_MODELS:
        remedy = " or ".join(RATIO_MODELS)
        raise _wrong("model", f"{model} projects totals; with a denominator pass {remedy}", f"Pass {remedy}")
    if denominator is not None and support is not None:
        raise _wrong("support", "a ratio has the support of its model", "Leave out support, or the denominator")
    try:
        start = YearStart.parse(year_start.lower())
    except CalendarError as error:
        raise _wrong("year_start", error.message, error.remedy) from None
    return Question(
        by=by,
        period=period,
        value=value,
        change=part,
        low_is_good=polarity == "low" if polarity else part < 0,
        start=start,
        pool=pool,
        as_at=as_at,
        year=year,
        absent_is_zero=absent == "zero",
        add_up=sum,
        exclude=exclude,
        model=model,
        support=support or "whole",
        denominator=denominator,
    )


def _names(given: str | Sequence[str]) -> tuple[str, ...]:
    """A single name stands for itself."""
    return (given,) if isinstance(given, str) else tuple(given)


def _wrong(argument: str, message: str, remedy: str) -> DataError:
    return trouble("wrong-argument", message, Place(key=argument), remedy)
