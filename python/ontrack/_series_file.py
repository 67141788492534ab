"""Reads a long table, one row per key and period, from CSV, gzipped CSV, Parquet or a data frame."""

from __future__ import annotations

import contextlib
import csv
import datetime
import gzip
import importlib
import io
import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from itertools import chain
from pathlib import Path
from typing import Any, TypeAlias

from ontrack._core import Frequency, Period, Place, Problem, YearStart, parse_period, periods_between
from ontrack._errors import CalendarError, DataError

Key: TypeAlias = "tuple[str, ...]"
#: Line (of Parquet: row, 1 = the first) and the cells asked for.
Record: TypeAlias = "tuple[int, Sequence[str]]"

MONTH = re.compile(r"(\d{4})-?(0[1-9]|1[0-2])")
PARQUET = (".parquet", ".pq")
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[T ]00:00(?::00)?)?")
QUARTER = re.compile(r"(\d{4}(?:[-/]\d\d)?) ?([QH]\d)", re.IGNORECASE)

#: Digits before and after the decimal point for which sums are exact.
LARGEST, LONGEST = 15, 9


@dataclass
class Series:
    """The values of every key, each under the number of its period: 0 is `base`."""

    base: Period | None = None
    cells: dict[Key, dict[int, int]] = field(default_factory=dict)  # position in values and lines
    values: list[Decimal] = field(default_factory=list)
    lines: array[int] = field(default_factory=lambda: array("q"))
    first: int = 0  # earliest and latest period that any row has
    last: int = 0

    def value(self, key: Key, period: int) -> Decimal | None:
        at = self.cells[key].get(period)
        return None if at is None else self.values[at]


def trouble(code: str, message: str, where: Place, remedy: str) -> DataError:
    return DataError(Problem(code, message, where, remedy))


def parse_label(label: str, start: YearStart) -> Period:
    """A period of the file: a month `2017-04`, `201704` or by any of its days; a quarter, half or year.

    Raises CalendarError.
    """
    text = label.strip()
    if found := MONTH.fullmatch(text):
        return Period.of_month(int(found[1]), int(found[2]))
    if DAY.fullmatch(text):
        return Period.containing(_day(text), Frequency.month, start)
    if found := QUARTER.fullmatch(text):
        text = f"{found[1]} {found[2].upper()}"
    return parse_period(text, start)


def parse_day(label: str, start: YearStart) -> datetime.date:
    """The last day of a period; a day is itself. Raises CalendarError."""
    return _day(label.strip()) if DAY.fullmatch(label.strip()) else parse_label(label, start).last_day


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text[:10])
    except ValueError:
        problem = Problem("no-such-date", f"there is no day {text}", Place(), "Write a day that exists.")
        raise CalendarError(problem) from None


def read_series(
    source: object,
    by: Sequence[str],
    period: str,
    value: str,
    *,
    start: YearStart,
    not_after: datetime.date | None = None,
    add_up: bool = False,
) -> Series:
    """Rows in any order; an empty value is missing. Of rows that end after `not_after` only the period is looked at.

    source: the path of a file, or a data frame as `frame_records` takes it.

    Raises DataError with file, line and column name.
    """
    path = name_of(source)
    out = Series()
    periods: dict[str, int | None] = {}
    numbers: dict[str, Decimal | None] = {}
    width = len(by)
    for line, row in records(source, [*by, period, value]):
        label, text = row[width], row[width + 1]
        if label not in periods:
            periods[label] = _number_of(out, label, Place(path, line, 0, period), start, not_after)
        when = periods[label]
        if when is None:
            continue
        if text not in numbers:
            numbers[text] = _number(text, Place(path, line, 0, value))
        number = numbers[text]
        key = tuple(row[:width])
        own = out.cells.setdefault(key, {})
        if number is None:
            continue
        if when not in own:
            own[when] = len(out.values)
            out.values.append(number)
            out.lines.append(line)
        elif add_up:
            out.values[own[when]] += number
        else:
            raise trouble(
                "duplicate",
                f"{', '.join(key)} in {label.strip()} is on line {out.lines[own[when]]} and on line {line}",
                Place(path, line, 0, period),
                "Keep one of them, name in --by the column that tells them apart, or add them up with --sum.",
            )
    return out


def _number_of(out: Series, label: str, where: Place, start: YearStart, not_after: datetime.date | None) -> int | None:
    try:
        found = parse_label(label, start)
        if not_after is not None and found.last_day > not_after:
            return None
        if out.base is None:
            out.base = found
        number = periods_between(out.base, found)
    except CalendarError as error:
        raise trouble(error.code, error.message, where, error.remedy) from None
    out.first, out.last = min(out.first, number), max(out.last, number)
    return number


def _number(text: str, where: Place) -> Decimal | None:
    stripped = text.strip()
    if not stripped:
        return None
    try:
        number = Decimal(stripped)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or "_" in stripped:
        remedy = "Write a number, or nothing if it is missing."
        raise trouble("not-a-number", f"{text!r} is not a number", where, remedy)
    if number.adjusted() >= LARGEST or int(number.as_tuple().exponent) < -LONGEST:
        remedy = f"Write fewer than {LARGEST + 1} digits before the point and {LONGEST + 1} after it."
        raise trouble("beyond-decimals", f"{text!r} is beyond exact sums", where, remedy)
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def name_of(source: object) -> str:
    """What mistakes in it are said to be in."""
    return str(source) if isinstance(source, Path) else "the table"


def records(source: object, columns: Sequence[str]) -> Iterator[Record]:
    """The cells of these columns, row by row. Raises DataError."""
    if not isinstance(source, Path):
        return frame_records(source, columns)
    suffix = source.suffix.lower()
    return _parquet(source, columns) if suffix in PARQUET else _csv(source, columns, suffix == ".gz")


def frame_records(frame: Any, columns: Sequence[str]) -> Iterator[Record]:
    """Of a data frame of pandas, polars or pyarrow, or a mapping of names to arrays or lists of one length."""
    names = getattr(frame, "column_names", None) or getattr(frame, "columns", None)
    if names is None and isinstance(frame, Mapping):
        names = frame.keys()
    if names is None:
        remedy = "Pass a data frame of pandas, polars or pyarrow, or a dict of columns."
        raise trouble("not-a-table", f"{type(frame).__name__} is no table", Place(key="data"), remedy)
    for column in columns:
        _column(name_of(frame), list(map(str, names)), column)
    cells = [_cells(frame[column]) for column in columns]
    if len({len(column) for column in cells}) > 1:
        remedy = "Pass columns of one length."
        raise trouble("wrong-shape", "the columns differ in length", Place(key="data"), remedy)
    return ((row, record) for row, record in enumerate(zip(*cells, strict=True), start=1))


def _cells(column: Any) -> list[str]:
    if getattr(getattr(column, "dtype", None), "kind", "") == "M":  # NumPy's, and pandas': days would be numbers
        column = [str(cell)[:10] if cell == cell else None for cell in column]
    for name in ("to_pylist", "to_list", "tolist"):
        if hasattr(column, name):
            column = getattr(column, name)()
            break
    return [_text(cell) for cell in column]


def _csv(path: Path, columns: Sequence[str], zipped: bool) -> Iterator[Record]:
    line = 0
    try:
        with contextlib.ExitStack() as stack:
            raw = stack.enter_context(path.open("rb"))
            data = stack.enter_context(gzip.GzipFile(fileobj=raw)) if zipped else raw
            text = stack.enter_context(io.TextIOWrapper(data, "utf-8-sig", newline=""))
            reader = csv.reader(text, strict=True)
            header = next(reader, [])
            places = [_column(path, header, name) for name in columns]
            line = reader.line_num + 1
            for row in reader:
                if row:
                    if len(row) != len(header):
                        raise trouble(
                            "wrong-cells",
                            f"the row has {len(row)} cells, and the header has {len(header)}",
                            Place(str(path), line),
                            "Give each row as many cells as the header; quote cells that hold a comma.",
                        )
                    yield line, [row[place] for place in places]
                line = reader.line_num + 1
    except (csv.Error, UnicodeDecodeError, EOFError, gzip.BadGzipFile) as error:
        raise trouble(
            "not-csv", f"the file cannot be read: {error}", Place(str(path), line), "Save it as CSV in UTF-8."
        ) from None


def _column(path: Path | str, header: Sequence[str], name: str) -> int:
    places = [i for i, known in enumerate(header) if known.strip() == name]
    if len(places) != 1:
        raise trouble(
            "no-such-column",
            f"{len(places) or 'no'} columns are called {name}",
            Place(str(path), 1),
            f"The columns are {', '.join(header)}.",
        )
    return places[0]


def _parquet(path: Path, columns: Sequence[str]) -> Iterator[Record]:
    for name, read in (("pyarrow.parquet", _by_pyarrow), ("polars", _by_polars), ("pandas", _by_pandas)):
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        try:
            header, blocks = read(module, path, columns)
        except OSError:
            raise
        except Exception as error:
            remedy = "Write it anew, or save it as CSV."
            raise trouble("not-parquet", f"the file cannot be read: {error}", Place(str(path)), remedy) from None
        for column in columns:
            _column(path, header, column)
        cells = chain.from_iterable(zip(*(block[column] for column in columns), strict=True) for block in blocks)
        return ((row, [_text(cell) for cell in record]) for row, record in enumerate(cells, start=1))
    raise trouble(
        "no-parquet",
        "nothing here reads Parquet",
        Place(str(path)),
        "Install pyarrow, polars or pandas with pyarrow, or save the table as CSV.",
    )


def _text(cell: object) -> str:
    return "" if cell is None or cell != cell else str(cell)


def _by_pyarrow(module: Any, path: Path, columns: Sequence[str]) -> tuple[list[str], Iterator[dict[str, list[Any]]]]:
    file = module.ParquetFile(path)
    wanted = [name for name in file.schema_arrow.names if name in columns]
    return wanted, (batch.to_pydict() for batch in file.iter_batches(columns=wanted))


def _by_polars(module: Any, path: Path, columns: Sequence[str]) -> tuple[list[str], Iterator[dict[str, list[Any]]]]:
    wanted = [name for name in module.read_parquet_schema(path) if name in columns]
    return wanted, iter([module.read_parquet(path, columns=wanted).to_dict(as_series=False)])


def _by_pandas(module: Any, path: Path, columns: Sequence[str]) -> tuple[list[str], Iterator[dict[str, list[Any]]]]:
    frame = module.read_parquet(path)
    wanted = [name for name in frame.columns if name in columns]
    return wanted, iter([{name: frame[name].astype(object).tolist() for name in wanted}])
