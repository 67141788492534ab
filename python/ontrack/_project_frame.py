"""`ontrack project` for data frames."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ontrack._project_question import question_of
from ontrack._project_ratios import table_of
from ontrack._project_table import to_columns
from ontrack._table_out import frame_like


def project_table(data: Any, *, by: str | Sequence[str], period: str, value: str, change: str, **options: Any) -> Any:
    """Where the year of every series of a long table will end, and how likely its target is: `ontrack project` for data
    frames.

    data: a data frame of pandas, polars or pyarrow, a dict of columns, or the path of a file: a row per series and
        period.
    by: the columns that tell series apart. period, value: columns. change: the target, from last year's total: "-5%".
    options: those of `ontrack project`: denominator, polarity, pool, as_at, year, year_start, absent, sum, exclude,
        model, support.

    Returns one row per series, in a data frame as it was given (of a file or a dict: a dict of NumPy arrays). Raises
    DataError or CalendarError.
    """
    question = question_of(by=by, period=period, value=value, change=change, **options)
    table = table_of(Path(data) if isinstance(data, str | os.PathLike) else data, question)
    return frame_like(data, to_columns(question, table.rows()))
