from __future__ import annotations

import csv
import gzip
import io
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import ontrack
import pytest
from ontrack import __main__ as command_line
from ontrack import _project_table, stats
from ontrack._project_question import question_of

Row = dict[str, str]
Cells = tuple[str, str, str, str]

NAMES = ("area", "kind", "month", "n")
OPTIONS = ("--by", "area,kind", "--period", "month", "--value", "n", "--change", "-5%")


def months(first: int, count: int) -> list[str]:
    """Months from April of year `first`."""
    return [f"{first + (3 + i) // 12}-{(3 + i) % 12 + 1:02d}" for i in range(count)]


def made(areas: str = "AB", count: int = 42, seed: int = 1) -> list[Cells]:
    """Two kinds in every area, from 2014-04; 42 months end with 2017-09."""
    draw = random.Random(seed)
    return [
        (area, kind, month, str(draw.randint(10, 30)))
        for area in areas
        for kind in ("theft", "asb")
        for month in months(2014, count)
    ]


def write(path: Path, rows: list[Cells]) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([NAMES, *rows])
    data = text.getvalue().encode()
    path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
    return path


def project(path: Path, *options: str, status: int = 0) -> list[Row]:
    out = path.with_name("out.csv")
    assert command_line.main(["project", str(path), *OPTIONS, *options, "-o", str(out)]) == status
    if status:
        return []
    return list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"), newline="")))


def test_one_row_for_each_series(tmp_path: Path) -> None:
    rows = project(write(tmp_path / "a.csv", made()))
    assert [(row["area"], row["kind"]) for row in rows] == [("A", "asb"), ("A", "theft"), ("B", "asb"), ("B", "theft")]
    for row in rows:
        values = [
            int(n)
            for area, kind, month, n in made()
            if (area, kind) == (row["area"], row["kind"]) and month >= "2016-04"
        ]
        last, known = sum(values[:12]), sum(values[12:])
        target = (last * 95 * 2 + 100) // 200  # half up
        assert (row["year"], row["periods_known"], row["status"], row["reason"]) == ("2017-18", "6", "ok", "")
        assert (int(row["year_to_date"]), int(row["target"])) == (known, target)
        assert float(row["required_per_period"]) == pytest.approx((target - known) / 6)
        ordered = [float(row[name]) for name in ("lower_95", "lower_80", "median", "upper_80", "upper_95")]
        assert ordered == sorted(ordered)
        assert known <= ordered[0] <= float(row["mean"]) <= ordered[-1]
        assert 0 < float(row["probability_met"]) < 1


def test_half_up(tmp_path: Path) -> None:
    rows: list[Cells] = [("A", "theft", month, "10") for month in months(2015, 12)]
    rows += [("A", "theft", month, "0") for month in months(2016, 11)] + [("A", "theft", "2017-03", "10")]
    rows.append(("A", "theft", "2017-04", "1"))
    assert project(write(tmp_path / "a.csv", rows))[0]["target"] == "10"  # 9.5
    assert project(tmp_path / "a.csv", "--change", "+4.9 %")[0]["target"] == "10"  # 10.49
    assert project(tmp_path / "a.csv", "--change", "+5 %")[0]["target"] == "11"  # 10.5
    assert project(tmp_path / "a.csv", "--year", "2016-17")[0]["target"] == "114"


def test_amounts_keep_their_places(tmp_path: Path) -> None:
    rows: list[Cells] = [("A", "theft", month, "10.01") for month in months(2014, 38)]
    row = project(write(tmp_path / "a.csv", rows), "--support", "positive")[0]
    assert (row["target"], row["year_to_date"]) == ("114.11", "20.02")  # 120.12 * 0.95 = 114.114


def test_the_order_of_rows_does_not_matter(tmp_path: Path) -> None:
    rows = made()
    one = project(write(tmp_path / "a.csv", rows))
    random.Random(2).shuffle(rows)
    assert project(write(tmp_path / "b.csv", rows)) == one


@pytest.mark.parametrize("as_at", ["2017-06", "201706", "2017-18 Q1", "2017-07-30", "2017-06-30"])
def test_nothing_later_than_as_at_is_looked_at(tmp_path: Path, as_at: str) -> None:
    early = [row for row in made() if row[2] <= "2017-06"]
    later: list[Cells] = [(a, k, m, "a secret" if m > "2017-06" else n) for a, k, m, n in made()]
    later.append(("C", "theft", "2017-08", "5"))
    expected = project(write(tmp_path / "a.csv", early))
    assert expected[0]["periods_known"] == "3"
    assert project(write(tmp_path / "b.csv", later), "--as-at", as_at) == expected


def test_a_year_that_has_passed_or_is_to_come(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", made())
    past = project(path, "--year", "2016-17")[0]
    assert past["periods_known"] == "12"
    assert past["year_to_date"] == past["mean"] == past["lower_95"] == past["upper_95"]
    assert past["required_per_period"] == ""
    coming = project(path, "--as-at", "2017-03", "--year", "2017-18")[0]
    assert (coming["periods_known"], coming["year_to_date"]) == ("0", "0")
    assert float(coming["required_per_period"]) == pytest.approx(int(coming["target"]) / 12)
    project(path, "--year", "2018-19", status=1)


def test_zipped_and_parquet_are_the_same(tmp_path: Path) -> None:
    expected = project(write(tmp_path / "a.csv", made()))
    assert project(write(tmp_path / "b.csv.gz", made())) == expected
    pyarrow = pytest.importorskip("pyarrow")
    columns = dict(zip(NAMES, map(list, zip(*made(), strict=True)), strict=True))
    table = pyarrow.table({**columns, "n": [int(n) for n in columns["n"]]})
    pytest.importorskip("pyarrow.parquet").write_table(table, tmp_path / "c.parquet")
    assert project(tmp_path / "c.parquet") == expected
    out = tmp_path / "out.csv.gz"
    assert command_line.main(["project", str(tmp_path / "a.csv"), *OPTIONS, "-o", str(out)]) == 0
    assert list(csv.DictReader(io.StringIO(gzip.decompress(out.read_bytes()).decode(), newline=""))) == expected


@pytest.mark.parametrize("style", ["{}", "{}-01", "{}-28"])
def test_months_by_their_days(tmp_path: Path, style: str) -> None:
    rows: list[Cells] = [(a, k, style.format(m), n) for a, k, m, n in made()]
    assert project(write(tmp_path / "a.csv", rows)) == project(write(tmp_path / "b.csv", made()))


def test_quarters(tmp_path: Path) -> None:
    labels = [f"{y}-{y % 100 + 1} Q{q}" for y in range(2013, 2018) for q in (1, 2, 3, 4)][:-2]
    rows: list[Cells] = [("A", "theft", label, str(50 + i)) for i, label in enumerate(labels)]
    row = project(write(tmp_path / "a.csv", rows))[0]
    assert (row["year"], row["periods_known"], row["year_to_date"], row["target"]) == ("2017-18", "2", "133", "241")
    calendar: list[Cells] = [(a, k, f"{p[:4]}{p[7:].strip()}", n) for a, k, p, n in rows]
    other = project(write(tmp_path / "b.csv", calendar), "--year-start", "january")[0]
    assert other["year"] == "2017"
    assert {**other, "year": ""} == {**row, "year": ""}


def test_duplicates_name_both_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows: list[Cells] = [*made(), ("A", "theft", "2014-06", "7")]
    path = write(tmp_path / "a.csv", rows)
    project(path, status=1)
    said = capsys.readouterr().err
    assert f"{path}:{len(rows) + 1}: A, theft in 2014-06 is on line 4 and on line {len(rows) + 1}" in said
    assert "--sum" in said
    halves: list[Cells] = [
        (a, k, m, half) for a, k, m, n in made() for half in (str(int(n) // 2), str((int(n) + 1) // 2))
    ]
    assert project(write(tmp_path / "b.csv", halves), "--sum") == project(write(tmp_path / "c.csv", made()))


def test_gaps_are_missing_or_zero(tmp_path: Path) -> None:
    gap = [row for row in made() if row[:3] != ("A", "theft", "2016-08") and row[:3] != ("B", "asb", "2017-05")]
    rows = {(row["area"], row["kind"]): row for row in project(write(tmp_path / "a.csv", gap))}
    incomplete = rows["A", "theft"]
    assert (incomplete["target"], incomplete["probability_met"], incomplete["required_per_period"]) == ("", "", "")
    assert incomplete["status"] == "no_target"
    assert incomplete["reason"] == "No target: only 11 of last year's 12 periods are known."
    assert incomplete["mean"] != ""
    assert rows["B", "asb"]["periods_known"] == "5"
    empty: list[Cells] = [row if row in gap else (*row[:3], "") for row in made()]
    assert project(write(tmp_path / "b.csv", empty)) == list(rows.values())
    zero: list[Cells] = [row if row in gap else (*row[:3], "0") for row in made()]
    expected = project(write(tmp_path / "c.csv", zero))
    assert project(tmp_path / "a.csv", "--absent", "zero") == expected
    assert {row["status"] for row in expected} == {"ok"}


def test_series_that_cannot_be_used_have_a_row(tmp_path: Path) -> None:
    rows = made("A")
    rows += [("Z", "zero", month, "0") for month in months(2014, 42)]
    rows += [("Z", "negative", month, "-1") for month in months(2014, 42)]
    rows += [("Z", "nothing", "2017-09", "")]
    found = {row["kind"]: row for row in project(write(tmp_path / "a.csv", rows), "--pool", "area")}
    assert found["zero"]["reason"] == "No target: last year's total is zero."
    assert (found["zero"]["target"], found["zero"]["status"]) == ("", "no_target")
    assert found["negative"]["status"] == "negative_value"
    assert found["negative"]["reason"].startswith(stats.reason(stats.Status.negative_value))
    assert found["nothing"]["status"] == "too_few_points"
    for kind in ("negative", "nothing"):
        assert {found[kind][name] for name in ("mean", "median", "upper_95", "probability_met", "model")} == {""}
    alone = project(write(tmp_path / "b.csv", made("A")), "--pool", "area")
    assert [found["asb"], found["theft"]] == alone


def test_high_is_good(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", made())
    low, high = project(path)[0], project(path, "--polarity", "high")[0]
    at_target = float(low["probability_met"]) + float(high["probability_met"]) - 1
    assert 0 < at_target < 0.1  # both count the target itself
    assert {**low, "probability_met": ""} == {**high, "probability_met": ""}
    assert project(path, "--change", "5%")[0] == project(path, "--change", "5%", "--polarity", "high")[0]


def test_excluded_periods_are_not_learnt_from(tmp_path: Path) -> None:
    strange: list[Cells] = [(a, k, m, "900" if "2015-03" <= m <= "2015-05" else n) for a, k, m, n in made()]
    exclude = ("--exclude", "2015-03:2015-05")
    expected = project(write(tmp_path / "a.csv", made()), *exclude)
    assert project(write(tmp_path / "b.csv", strange), *exclude) == expected
    assert project(tmp_path / "b.csv", "--exclude", "2015-03:2015-04") != expected


def test_pools(tmp_path: Path) -> None:
    thefts = [row for row in made("ABC") if row[1] == "theft"]
    apart = project(write(tmp_path / "a.csv", made("ABC")), "--pool", "kind")
    assert [row for row in apart if row["kind"] == "theft"] == project(write(tmp_path / "b.csv", thefts))
    assert apart != project(tmp_path / "a.csv")


def test_explain(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = write(tmp_path / "a.csv", made("ABC"))
    row = next(r for r in project(path, "--pool", "kind") if (r["area"], r["kind"]) == ("B", "theft"))
    arguments = ["project", str(path), *OPTIONS, "--pool", "kind", "--explain", "B,theft"]
    assert command_line.main(arguments) == 0
    said = capsysbinary.readouterr().out.decode()
    for name in ("target", "mean", "lower_95", "probability_met", "model"):
        assert f"    {name}: {row[name]}\n" in said
    assert "group: 3 series, alike in kind\n" in said
    assert all(f"    {model.name}: " in said for model in stats.TotalModel)
    assert "law: what is known is" in said
    assert command_line.main([*arguments[:-1], "X,theft"]) == 1
    negative: list[Cells] = [(*row[:3], "-1") if row[:2] == ("B", "theft") else row for row in made("ABC")]
    write(path, negative)
    assert command_line.main(arguments) == 0
    said = capsysbinary.readouterr().out.decode()
    assert stats.reason(stats.Status.negative_value) in said
    assert "law:" not in said


def test_explain_says_what_is_required_and_what_the_group_lent(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    path = write(tmp_path / "a.csv", made("ABC"))
    row = next(r for r in project(path) if (r["area"], r["kind"]) == ("B", "theft"))
    assert command_line.main(["project", str(path), *OPTIONS, "--explain", "B,theft"]) == 0
    said = capsysbinary.readouterr().out.decode()
    needed = float(row["required_per_period"])
    values = [int(n) for area, kind, _, n in made("ABC") if (area, kind) == ("B", "theft")]
    good = sum(n <= needed for n in values)
    assert f"    required: at most {needed:.6g} in each of 6 periods, as {good} of the 42 seen\n" in said
    rests = [sum(values[start + 6 : start + 12]) for start in (0, 12, 24)]
    assert (
        f"    required of these periods together: as in {sum(n <= 6 * needed for n in rests)} of 3 earlier years\n"
        in said
    )
    assert "    weights: " in said
    assert "    level kept from one period to the next: own " in said
    assert "the series' own, the rest its group's\n" in said
    assert " past projections: variance beyond chance" in said
    assert command_line.main(["project", str(path), *OPTIONS, "--change", "-80%", "--explain", "B,theft"]) == 0
    assert "out of reach" in capsysbinary.readouterr().out.decode()
    assert (
        command_line.main(
            ["project", str(path), *OPTIONS, "--change", "-60%", "--polarity", "high", "--explain", "B,theft"]
        )
        == 0
    )
    assert "nothing more" in capsysbinary.readouterr().out.decode()


def test_in_pieces_the_bits_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path / "a.csv", made("ABCDE"))
    whole = project(path, "--pool", "kind")
    monkeypatch.setattr(_project_table, "CHUNK", 3)
    assert project(path, "--pool", "kind") == whole
    question = question_of(by=["area", "kind"], period="month", value="n", change="-5%")
    told: list[str] = []
    _project_table.ProjectTable(path, question).rows(told.append)
    assert told == ["10 series are read", *(f"{first} of 10 series" for first in (0, 3, 6, 9))]


def hide(monkeypatch: pytest.MonkeyPatch, *modules: str) -> None:
    for name in modules:
        monkeypatch.setitem(sys.modules, name, None)


@pytest.mark.parametrize("hidden", [(), ("pyarrow", "pyarrow.parquet")])
def test_parquet_by_whichever_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hidden: tuple[str, ...]
) -> None:
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    pytest.importorskip("polars")
    rows = [*made(), *(("Z", "zero", month, "0") for month in months(2014, 42))]
    expected = project(write(tmp_path / "a.csv", rows))
    columns = dict(zip(NAMES, map(list, zip(*rows, strict=True)), strict=True))
    parquet.write_table(pyarrow.table({**columns, "n": [int(n) for n in columns["n"]]}), tmp_path / "a.parquet")
    out = tmp_path / "out.parquet"
    with monkeypatch.context() as context:
        hide(context, *hidden)
        assert command_line.main(["project", str(tmp_path / "a.parquet"), *OPTIONS, "-o", str(out)]) == 0
    table = parquet.read_table(out)
    assert table.column_names == ["area", "kind", *_project_table.COLUMNS]
    kinds = {field.name: str(field.type).removeprefix("large_") for field in table.schema}
    assert (kinds["year"], kinds["periods_known"], kinds["target"], kinds["mean"]) == (
        "string",
        "int64",
        "double",
        "double",
    )
    for row, cells in zip(expected, table.to_pylist(), strict=True):
        for name, cell in cells.items():
            text = "" if cell is None else cell if isinstance(cell, str) else f"{cell:.12g}"
            assert text == row[name]


def test_without_parquet_there_is_one_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    hide(monkeypatch, "pyarrow", "pyarrow.parquet", "polars", "pandas", "fastparquet")
    path = write(tmp_path / "a.csv", made())
    out = tmp_path / "out.parquet"
    assert command_line.main(["project", str(path), *OPTIONS, "-o", str(out)]) == 1
    said = capsys.readouterr().err
    assert "nothing here writes Parquet" in said
    assert "Install pyarrow or polars" in said
    assert not out.exists()
    (tmp_path / "b.parquet").write_bytes(b"PAR1")
    project(tmp_path / "b.parquet", status=1)
    assert "nothing here reads Parquet" in capsys.readouterr().err
    assert command_line.main(["project", str(path), *OPTIONS, "--explain", "A,theft", "-o", str(out)]) == 2


@pytest.mark.parametrize("kind", ["dict", "pandas", "polars", "pyarrow"])
def test_data_frames(tmp_path: Path, kind: str) -> None:
    rows = [*made(), *(("Z", "zero", month, "0") for month in months(2014, 42))]
    path = write(tmp_path / "a.csv", rows)
    expected = project(path, "--pool", "kind")
    columns: dict[str, Any] = dict(zip(NAMES, map(list, zip(*rows, strict=True)), strict=True))
    columns["month"] = np.array(columns["month"], dtype="datetime64[ns]")
    columns["n"] = np.array([float(n) for n in columns["n"]])
    columns["n"][0] = np.nan
    data: Any = columns
    if kind != "dict":
        module = pytest.importorskip(kind)
        data = module.table(columns) if kind == "pyarrow" else module.DataFrame(columns)
    options: dict[str, Any] = {"by": ["area", "kind"], "period": "month", "value": "n", "pool": ["kind"]}
    found = ontrack.project_table(data, change="-5%", **options)
    assert kind == "dict" or isinstance(found, type(data))
    names = found.column_names if kind == "pyarrow" else list(found.keys() if kind == "dict" else found.columns)
    assert names == ["area", "kind", *_project_table.COLUMNS]
    with_gap = project(write(tmp_path / "b.csv", [(*rows[0][:3], ""), *rows[1:]]), "--pool", "kind")
    assert [str(area) for area in found["area"]] == [row["area"] for row in with_gap]
    for name in ("mean", "probability_met", "target"):
        texts = ["" if cell is None or cell != cell else f"{cell:.12g}" for cell in np.asarray(found[name]).tolist()]
        assert texts == [row[name] for row in with_gap]
    of_file = ontrack.project_table(str(path), change="-5%", **options)
    assert [f"{mean:.12g}" for mean in of_file["mean"]] == [row["mean"] for row in expected]


def test_data_frames_that_cannot_be(tmp_path: Path) -> None:
    options: dict[str, Any] = {"by": "area", "period": "month", "value": "n", "change": "-5%"}
    table = {"area": ["A"], "month": ["2017-04"], "n": [3]}
    assert ontrack.project_table(table, **options)["status"].tolist() == ["no_target"]
    for data, wrong in (
        (3, {}),
        ({**table, "n": [1, 2]}, {}),
        ({"area": ["A"]}, {}),
        ({**table, "n": ["many"]}, {}),
        (table, {"change": "5"}),
        (table, {"model": "oracle"}),
        (table, {"absent": "perhaps"}),
    ):
        with pytest.raises(ontrack.DataError):
            ontrack.project_table(data, **{**options, **wrong})


@pytest.mark.parametrize("kind", ["pandas", "polars", "pyarrow"])
def test_project_takes_what_numpy_reads(kind: str) -> None:
    module = pytest.importorskip(kind)
    counts = np.random.default_rng(2).poisson(20, (5, 42)).astype(float)
    expected = ontrack.project(counts, periods_known=6).mean
    columns = {f"p{t}": counts[:, t] for t in range(42)}
    table = module.table(columns) if kind == "pyarrow" else module.DataFrame(columns)
    if kind != "pyarrow":
        assert (ontrack.project(table.to_numpy(), periods_known=6).mean == expected).all()
        assert (ontrack.project(table, periods_known=6).mean == expected).all()
    long = module.chunked_array([counts.ravel()]) if kind == "pyarrow" else module.Series(counts.ravel())
    assert (ontrack.project(long, np.arange(0, 211, 42), periods_known=6).mean == expected).all()


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("A,theft,2017-10,1_0", "'1_0' is not a number (n)"),
        ("A,theft,2017-10,many", "'many' is not a number (n)"),
        ("A,theft,2017-10,nan", "'nan' is not a number (n)"),
        ("A,theft,2017-10,1e300", "'1e300' is beyond exact sums (n)"),
        ("A,theft,2017-02-30,1", "there is no day 2017-02-30 (month)"),
        ("A,theft,soon,1", "(month)"),
        ("A,theft,2017-18 Q3,1", "(month)"),
        ("A,theft,2017-10", "the row has 3 cells, and the header has 4"),
    ],
)
def test_mistakes_have_their_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: str, complaint: str
) -> None:
    path = write(tmp_path / "a.csv", made("A", 3))
    path.write_text(path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    project(path, status=1)
    said = capsys.readouterr().err
    assert said.startswith(f"{path}:8: ")
    assert complaint in said


@pytest.mark.parametrize(
    "options",
    [
        ("--change", "5"),
        ("--change", "0%"),
        ("--pool", "region"),
        ("--by", "area,area"),
        ("--by", "area,model"),
        ("--denominator", "n", "--support", "whole"),
        ("--as-at", "soon"),
        ("--exclude", "2015-03:2014-03"),
        ("--year-start", "smarch"),
    ],
)
def test_wrong_options(tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...]) -> None:
    project(write(tmp_path / "a.csv", made()), *options, status=2)
    assert "ontrack: error: " in capsys.readouterr().err


def test_a_single_name_stands_for_itself() -> None:
    asked: dict[str, Any] = {"period": "month", "value": "n", "change": "-5%"}
    one = question_of(by="area", pool="area", exclude="2015-03:2015-05", **asked)
    assert one == question_of(by=["area"], pool=["area"], exclude=["2015-03:2015-05"], **asked)
    with pytest.raises(ontrack.DataError, match="model is a column of the result"):
        question_of(by=["area", "model"], **asked)


def test_missing_columns_and_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(write(tmp_path / "a.csv", made()), "--value", "m", status=1)
    assert "no columns are called m" in capsys.readouterr().err
    project(tmp_path / "none.csv", status=2)


def test_ctrl_c_stops_compiled_code(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", made("ABCDEFGHIJ"))
    # Compiled code that never comes back, as far as Python can tell.
    code = (
        "import signal, sys, ontrack._project_table as t, ontrack.__main__ as m\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "def forever(*a, **k):\n    print('started', flush=True)\n"
        "    sum(range(10**12))\n"
        "t.project_totals = forever\nm.main(sys.argv[1:])\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, "project", str(path), *OPTIONS], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"started\n"
        time.sleep(0.1)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == -signal.SIGINT


def test_ctrl_c_stops_a_real_run(tmp_path: Path) -> None:
    """While a file is read, groups are learnt or series are projected: wherever it is."""
    rows = [(f"{i:04d}", "theft", month, "20") for i in range(2000) for month in months(2014, 42)]
    path = write(tmp_path / "a.csv", rows)
    code = (
        "import signal, sys, ontrack.__main__ as m\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "print('started', flush=True)\n"
        "status = 0\nwhile status == 0:\n    status = m.main(sys.argv[1:])\nsys.exit(status)\n"
    )
    out = tmp_path / "out.csv"
    arguments = [sys.executable, "-c", code, "project", str(path), *OPTIONS, "-o", str(out)]
    for wait in (0.3, 1.5):
        with subprocess.Popen(arguments, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"started\n"
            time.sleep(wait)
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=60) in (-signal.SIGINT, 128 + signal.SIGINT)
        assert [each.name for each in tmp_path.iterdir() if each.name.startswith(".")] == []
