"""Writes a table of typed columns: as Parquet, or as a data frame of the kind that was given."""

from __future__ import annotations

import importlib
import io
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeAlias

import numpy as np

from ontrack._core import Place
from ontrack._series_file import trouble

#: Columns by name, each of one type (str, int or float) with None for what does not exist.
Columns: TypeAlias = "Mapping[str, tuple[type, Sequence[Any]]]"


Frame: TypeAlias = "Callable[[Columns], Any]"


def parquet_writer(where: str) -> Callable[[Columns], bytes]:
    """By whichever of pyarrow, polars and pandas is here. Raises DataError when none is."""
    ways: tuple[tuple[tuple[str, ...], Frame], ...] = (
        (("pyarrow", "pyarrow.parquet"), _pyarrow),
        (("polars",), _polars),
        (("pandas", "fastparquet"), _pandas),
    )
    for needed, frame in ways:
        try:
            for name in needed:
                importlib.import_module(name)
        except ImportError:
            continue
        return partial(_bytes, frame)
    remedy = "Install pyarrow or polars, or name a file that ends with .csv or .csv.gz."
    raise trouble("no-parquet", "nothing here writes Parquet", Place(where), remedy)


def frame_like(data: object, columns: Columns) -> Any:
    """Of pandas, polars or pyarrow, as `data` is; else a dict of NumPy arrays, with NaN for what does not exist."""
    frames: dict[str, Frame] = {"pandas": _pandas, "polars": _polars, "pyarrow": _pyarrow}
    frame: Frame = frames.get(type(data).__module__.partition(".")[0], _arrays)
    return frame(columns)


def _bytes(frame_of: Frame, columns: Columns) -> bytes:
    frame = frame_of(columns)
    if frame_of is _pandas:
        return bytes(frame.to_parquet(None, engine="fastparquet"))
    file = io.BytesIO()
    if frame_of is _polars:
        frame.write_parquet(file)
    else:
        importlib.import_module("pyarrow.parquet").write_table(frame, file)
    return file.getvalue()


def _pyarrow(columns: Columns) -> Any:
    module = importlib.import_module("pyarrow")
    kinds = {str: module.string(), int: module.int64(), float: module.float64()}
    return module.table({name: module.array(cells, kinds[kind]) for name, (kind, cells) in columns.items()})


def _polars(columns: Columns) -> Any:
    module = importlib.import_module("polars")
    kinds = {str: module.String, int: module.Int64, float: module.Float64}
    return module.DataFrame([module.Series(name, cells, kinds[kind]) for name, (kind, cells) in columns.items()])


def _pandas(columns: Columns) -> Any:
    return importlib.import_module("pandas").DataFrame(_arrays(columns))


def _arrays(columns: Columns) -> dict[str, Any]:
    kinds = {str: object, int: np.int64, float: np.float64}
    return {name: np.array(cells, dtype=kinds[kind]) for name, (kind, cells) in columns.items()}
