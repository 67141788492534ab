from __future__ import annotations

import csv
import io
import random
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np
import ontrack
import pytest
from ontrack import DataError, _project_ratios, stats
from ontrack import __main__ as command_line
from ontrack._project_question import question_of

Cells: TypeAlias = "tuple[str, str, str, str, str]"

DRAW = np.random.default_rng(3)
BELOW = DRAW.poisson(200, (12, 42)).astype(float)
ABOVE = DRAW.binomial(BELOW.astype(int), 0.2).astype(float)
NAMES = ("area", "kind", "month", "late", "seen")


def test_laws_agree_with_their_columns() -> None:
    for model in ("beta_binomial", "gamma_poisson"):
        found = stats.project_ratios(
            ABOVE, BELOW, model=model, periods_known=6, targets=0.2, probabilities=[0.1, 0.5, 0.9]
        )
        assert len(found) == len(found.laws) == 12
        assert found.quantiles is not None
        assert found.probability_at_most is not None
        assert found.probability_at_least is not None
        assert (found.status == 0).all()
        for i, law in enumerate(found.laws):
            assert law.mean == found.mean[i]
            assert law.cdf(0.2) == found.probability_at_most[i]
            assert 1 - law.below(0.2) == found.probability_at_least[i]
            assert law.quantile(0.5) == found.quantiles[i, 1]
            assert (law.numerator, law.denominator) == (ABOVE[i, -6:].sum(), BELOW[i, -6:].sum())
            assert sum(weight for _, weight in law.rest) == pytest.approx(1)
            # A possible ratio: whole events out of one of the denominators.
            ratio = found.quantiles[i, 0]
            assert any(
                abs(ratio * (law.denominator + n) - round(ratio * (law.denominator + n))) < 1e-6 for n, _ in law.rest
            )


def test_known_denominators_leave_one_node() -> None:
    found = stats.project_ratios(ABOVE, BELOW, periods_known=6, coming=np.full((12, 6), 210.0))
    assert [law.rest for law in found.laws] == [((1260.0, 1.0),)] * 12
    row = stats.project_ratios(ABOVE, BELOW, periods_known=6, coming=np.full(6, 210.0))
    assert (row.mean == found.mean).all()
    unknown = stats.project_ratios(ABOVE, BELOW, periods_known=6)
    assert all(len(law.rest) > 1 for law in unknown.laws)


def test_ragged_series_and_groups() -> None:
    values, below = np.concatenate([ABOVE[0], ABOVE[1, 20:]]), np.concatenate([BELOW[0], BELOW[1, 20:]])
    ragged = stats.project_ratios(values, below, [0, 42, 64], periods_known=6)
    assert ragged.mean[0] == stats.project_ratios(ABOVE[:1], BELOW[:1], periods_known=6).mean[0]
    groups = np.arange(12) % 3 - 1
    one = stats.project_ratios(ABOVE, BELOW, periods_known=6, groups=groups)
    assert (one.mean == stats.project_ratios(ABOVE, BELOW, periods_known=6, groups=groups, threads=3).mean).all()
    alone = stats.project_ratios(ABOVE, BELOW, periods_known=6)
    assert (one.mean[groups < 0] == alone.mean[groups < 0]).all()
    assert (one.mean[groups >= 0] != alone.mean[groups >= 0]).any()


def test_unusable_series_have_a_status() -> None:
    nan = np.nan
    above = np.array([[0, 0, 0], [5, 1, 1], [-1, 0, 0], [nan, nan, nan], [1, 2, np.inf], [1, 1, 1]])
    below = np.array([[0, 0, 0], [4, 1, 1], [5, 5, 5], [nan, nan, nan], [9, 9, 9], [9, 9, 9]])
    found = stats.project_ratios(above, below, periods_known=2, periods_per_year=4)
    names = [stats.Status(int(status)).name for status in found.status]
    assert names == ["no_denominator", "above_denominator", "negative_value", "too_few_points", "not_finite", "ok"]
    assert np.isnan(found.mean[:-1]).all()
    assert stats.Status(int(found.fallback[-1])).name == "too_few_points"


def test_surveys() -> None:
    rolling = DRAW.normal(0.6, 0.02, (5, 14)).round(2)
    options: dict[str, Any] = {
        "window": 4,
        "rounding": 0.01,
        "periods_known": 2,
        "targets": 0.6,
        "probabilities": [0.1, 0.9],
    }
    found = stats.project_surveys(rolling, **options)
    assert found.quantiles is not None
    assert found.probability_at_most is not None
    assert found.probability_at_least is not None
    assert found.probability_at_most + found.probability_at_least == pytest.approx(np.ones(5))
    for i, law in enumerate(found.laws):
        assert law.mean == found.mean[i]
        assert law.quantile(0.9) == found.quantiles[i, 1]
    mean = stats.project_surveys(rolling, figure="mean", **options)
    assert all(law.known == pytest.approx(row[-2:].sum() / 4) for law, row in zip(mean.laws, rolling, strict=True))
    assert (mean.variance < found.variance).all()
    sized = stats.project_surveys(rolling, effective_sizes=np.full((5, 14), 400.0), **options)
    assert (sized.mean != found.mean).any()
    whole = stats.project_surveys(rolling[:, :12], **(options | {"periods_known": 4, "targets": rolling[:, 11]}))
    assert whole.probability_at_least is not None
    assert (whole.mean == rolling[:, 11]).all()
    assert (whole.probability_at_least == 1).all()


def test_stocks() -> None:
    prisoners = np.tile([100.0, 102.0, 101.0, 103.0], (3, 6))[:, :22]
    year: dict[str, Any] = {"periods_per_year": 4, "periods_known": 2, "probabilities": [0.5]}
    mean = stats.project_totals(prisoners, figure="mean", **year)
    last = stats.project_totals(prisoners, figure="last", **year)
    assert mean.mean == pytest.approx(np.full(3, 101.5), abs=1)
    assert last.mean == pytest.approx(np.full(3, 103), abs=2)
    with pytest.raises(DataError):
        stats.project_totals(prisoners, figure="best", **year)


@pytest.mark.parametrize("model", ["beta_binomial", "gamma_poisson"])
@pytest.mark.parametrize("known", [0, 1, 6, 11, 12])
def test_hard_series_have_laws_that_agree(model: str, known: int) -> None:
    levels = [0.025, 0.1, 0.5, 0.9, 0.975]
    pairs = [
        (np.zeros(30), np.full(30, 50.0)),
        (np.full(30, 50.0), np.full(30, 50.0)),
        (np.full(30, 1e11), np.full(30, 1e12)),
        (np.tile([0.0, 1e6], 15), np.full(30, 1e6)),
        (np.tile([0.0, 0.0, 1.0], 10), np.tile([0.0, 1.0, 1.0], 10)),
        (np.full(30, 0.3), np.full(30, 1.7)),
        (np.r_[np.full(10, 3.0), np.full(14, np.nan), np.full(6, 2.0)], np.full(30, 9.0)),
        (np.r_[np.full(24, 3.0), np.zeros(6)], np.r_[np.full(24, 9.0), np.zeros(6)]),
    ]
    for above, below in pairs:
        found = stats.project_ratios([above], [below], model=model, periods_known=known, probabilities=levels)
        assert found.quantiles is not None
        law, quantiles = found.laws[0], found.quantiles[0]
        if stats.Status(int(found.status[0])) != stats.Status.ok:
            assert np.isnan(quantiles).all()
            continue
        assert (np.diff(quantiles) >= 0).all()
        assert quantiles[0] >= 0
        assert model == "gamma_poisson" or quantiles[-1] <= 1
        assert found.variance[0] >= 0
        for p, value in zip(levels, quantiles, strict=True):
            assert law.cdf(value) >= p > law.below(value)


def test_wrong_arguments() -> None:
    wrong: list[dict[str, Any]] = [
        {"model": "oracle"},
        {"groups": [1, 2]},
        {"targets": [1.0]},
        {"threads": 0},
        {"coming": np.ones((12, 5))},
        {"periods_known": 13},
    ]
    for options in wrong:
        with pytest.raises(DataError):
            stats.project_ratios(ABOVE, BELOW, **({"periods_known": 6} | options))
    with pytest.raises(DataError):
        stats.project_ratios(ABOVE, BELOW[:, :5], periods_known=6)
    wrong = [{"window": 0}, {"window": 13}, {"figure": "sum"}, {"rounding": -1.0}]
    for options in wrong:
        with pytest.raises(DataError):
            stats.project_surveys([[0.5, 0.5]], **({"periods_known": 1} | options))


# The command


def made() -> list[Cells]:
    """Two areas from 2014-04 to 2017-09."""
    draw = random.Random(1)
    rows = []
    for area in "AB":
        for i in range(42):
            seen = draw.randint(80, 120)
            month = f"{2014 + (3 + i) // 12}-{(3 + i) % 12 + 1:02d}"
            rows.append((area, "ae", month, str(draw.randint(5, 20)), str(seen)))
    return rows


def write(path: Path, rows: list[Cells]) -> Path:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([NAMES, *rows])
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


def run(path: Path, *options: str) -> list[dict[str, str]]:
    out = path.with_name("out.csv")
    given = ["--by", "area,kind", "--period", "month", "--value", "late", "--denominator", "seen", "--change", "-5%"]
    assert command_line.main(["project", str(path), *given, *options, "-o", str(out)]) == 0
    return list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"), newline="")))


def test_a_ratio_for_each_series(tmp_path: Path) -> None:
    rows = run(write(tmp_path / "a.csv", made()))
    assert [row["area"] for row in rows] == ["A", "B"]
    for row in rows:
        own = [cells for cells in made() if cells[0] == row["area"]]

        def ratio(cells: list[Cells]) -> Fraction:
            return Fraction(sum(int(cell[3]) for cell in cells), sum(int(cell[4]) for cell in cells))

        assert float(row["target"]) == pytest.approx(float(ratio(own[24:36]) * Fraction(95, 100)), rel=1e-11)
        assert float(row["year_to_date"]) == pytest.approx(float(ratio(own[36:])), rel=1e-11)
        ordered = [float(row[name]) for name in ("lower_95", "lower_80", "median", "upper_80", "upper_95")]
        assert ordered == sorted(ordered)
        assert 0 < float(row["probability_met"]) < 1
        assert (row["year"], row["periods_known"], row["model"], row["status"]) == (
            "2017-18",
            "6",
            "beta_binomial",
            "ok",
        )
        # What the rest must be is on the other side of the target from what is known.
        aim = float(row["target"])
        assert (float(row["year_to_date"]) - aim) * (float(row["required_per_period"]) - aim) <= 0


def test_high_is_good_is_the_other_side(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", made())
    low, high = run(path, "--polarity", "low"), run(path, "--polarity", "high")
    for one, other in zip(low, high, strict=True):
        assert float(one["probability_met"]) + float(other["probability_met"]) == pytest.approx(1, abs=0.02)


def test_rates_may_exceed_their_exposure(tmp_path: Path) -> None:
    rows = [(area, kind, month, str(int(late) * 30), seen) for area, kind, month, late, seen in made()]
    path = write(tmp_path / "a.csv", rows)
    assert {row["status"] for row in run(path)} == {"above_denominator"}
    assert all("more events" in row["reason"] for row in run(path))
    found = run(path, "--model", "gamma_poisson")
    assert {(row["status"], row["model"]) for row in found} == {("ok", "gamma_poisson")}
    assert all(float(row["mean"]) > 1 for row in found)


def test_gaps_and_nothing(tmp_path: Path) -> None:
    rows = [row for row in made() if (row[0], row[2]) != ("A", "2017-06")]
    rows = [(*row[:3], "0", "0") if row[0] == "B" else row for row in rows]
    first, second = run(write(tmp_path / "a.csv", rows))
    assert (first["periods_known"], first["status"]) == ("5", "ok")
    assert second["status"] == "no_denominator"
    assert second["reason"].startswith("The base")
    assert (second["mean"], second["target"]) == ("", "")


def test_data_frames_and_parquet(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", made())
    expected = run(path)
    columns = dict(zip(NAMES, map(list, zip(*made(), strict=True)), strict=True))
    options: dict[str, Any] = {"by": ["area", "kind"], "period": "month", "value": "late", "change": "-5%"}
    found = ontrack.project_table(columns, denominator="seen", **options)
    for name in ("mean", "target", "year_to_date", "probability_met", "required_per_period"):
        assert [f"{cell:.12g}" for cell in found[name]] == [row[name] for row in expected]
    for wrong in ({"model": "theta"}, {"denominator": "nothing"}):
        with pytest.raises(DataError):
            ontrack.project_table(columns, **{"denominator": "seen", **options, **wrong})
    with pytest.raises(DataError):
        ontrack.project_table(columns, model="beta_binomial", **options)

    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "out.parquet"
    given = ["--by", "area,kind", "--period", "month", "--value", "late", "--denominator", "seen", "--change", "-5%"]
    assert command_line.main(["project", str(path), *given, "-o", str(out)]) == 0
    table = parquet.read_table(out)
    assert table.column_names == list(expected[0])
    assert [f"{cell:.12g}" for cell in table["median"].to_pylist()] == [row["median"] for row in expected]


def test_in_pieces_of_whole_groups_the_bits_are_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [*made(), *((area, "walk-in", month, late, seen) for area, _, month, late, seen in made())]
    path = write(tmp_path / "a.csv", rows)
    options = ("--pool", "area", "--model", "gamma_poisson")
    whole = run(path, *options)
    monkeypatch.setattr(_project_ratios, "CHUNK", 1)
    assert run(path, *options) == whole
    question = question_of(
        by=["area", "kind"], pool=["kind"], period="month", value="late", denominator="seen", change="-5%"
    )
    told: list[str] = []
    _project_ratios.table_of(path, question).rows(told.append)
    assert told == ["4 series are read", "0 of 4 series", "2 of 4 series"]


def test_explain_and_options(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = write(tmp_path / "a.csv", made())
    given = ["project", str(path), "--by", "area,kind", "--period", "month", "--value", "late", "--change", "-5%"]
    assert command_line.main([*given, "--denominator", "seen", "--explain", "A,ae"]) == 0
    text = capsysbinary.readouterr().out.decode()
    for words in ("A, ae", "group: 2 series", "alone:", "to come is", "gamma_poisson: mean"):
        assert words in text
    broken = [(*row[:3], "900", "1") if row[0] == "A" else row for row in made()]
    write(path, broken)
    assert command_line.main([*given, "--denominator", "seen", "--explain", "A,ae"]) == 0
    text = capsysbinary.readouterr().out.decode()
    assert stats.reason(stats.Status.above_denominator) in text
    assert "law:" not in text
    assert command_line.main([*given, "--denominator", "seen", "--model", "theta"]) == 2
    assert command_line.main([*given, "--model", "beta_binomial"]) == 2
    assert command_line.main([*given, "--denominator", "nothing"]) == 1
