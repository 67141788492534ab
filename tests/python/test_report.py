from __future__ import annotations

import csv
import io
import json
from typing import Any

import ontrack
import pytest

FIELDS = {
    "code", "name", "theme", "measure", "baseline", "target", "year_to_date", "projection", "status",
    "direction_of_travel", "risk", "components", "reasons", "explanation",
}  # fmt: skip
PROJECTION = {
    "mean", "median", "lower_80", "upper_80", "lower_95", "upper_95", "probability_met", "required_per_period"
}  # fmt: skip


def nulls(value: Any, path: str = "") -> list[str]:
    if value is None:
        return [path]
    if isinstance(value, dict):
        return [null for key, part in value.items() for null in nulls(part, f"{path}.{key}" if path else key)]
    return []


@pytest.mark.parametrize("review", ["second_quarter", "everything"])
def test_json_has_the_agreed_shape_and_a_reason_for_every_null(review: str, request: pytest.FixtureRequest) -> None:
    report = request.getfixturevalue(review).to_dict()
    assert {"plan", "as_at", "indicators", "risks"} <= report.keys()
    assert len(report["indicators"]) == 17
    for indicator in report["indicators"]:
        assert indicator.keys() >= FIELDS
        assert indicator["target"].keys() >= {"value", "unrounded", "kind", "due", "end"}
        assert indicator["projection"].keys() >= PROJECTION
        assert indicator["status"].keys() >= {"projection", "year_to_date"}
        assert indicator["risk"].keys() >= {"likelihood", "impact", "rating", "basis"}
        for line in (indicator, *indicator["components"]):
            data = {key: part for key, part in line.items() if key not in ("components", "observations", "trajectory")}
            missing = [null for null in nulls(data) if null not in line["reasons"]]
            assert not missing, f"{line['code']}: no reason for {missing}"
            assert all(line["reasons"].values())


def test_to_dict_is_the_json(second_quarter: ontrack.Review) -> None:
    assert second_quarter.to_dict() == json.loads(second_quarter.to_json())
    knife = next(one for one in second_quarter.to_dict()["indicators"] if one["code"] == "knife-crime-with-injury")
    assert knife["target"]["value"] == 99
    assert knife["target"]["unrounded"] == 98.8
    assert knife["year_to_date"] == 64
    assert knife["projection"]["required_per_period"] == 17.5


def test_columns_are_those_of_the_csv(everything: ontrack.Review) -> None:
    columns = everything.columns()
    header, *rows = csv.reader(io.StringIO(everything.to_csv()))
    assert list(columns) == header
    assert {len(column) for column in columns.values()} == {len(rows)} == {21}
    for i, row in enumerate(rows):
        for name, text in zip(header, row, strict=True):
            value = columns[name][i]
            if isinstance(value, float):
                assert float(text) == pytest.approx(value)
            elif name != "name" and name != "explanation":
                assert text == ("" if value is None else str(value)), (name, i)


def test_columns_make_data_frames(everything: ontrack.Review) -> None:
    pandas, polars = pytest.importorskip("pandas"), pytest.importorskip("polars")
    for frame in (pandas.DataFrame(everything.columns()), polars.DataFrame(everything.columns())):
        assert frame.shape[0] == 21
        assert frame["target"].dtype in (float, polars.Float64)
        assert frame["probability_met"].dtype in (float, polars.Float64)
        assert list(frame["target"])[:3] == [1664, 724, 2337]
    outturns = ontrack.project([[10.0, 12.0], [20.0, 22.0]], periods_per_year=4, periods_known=2, targets=[50, 90])
    assert list(pandas.DataFrame(outturns.columns()).columns) == list(polars.DataFrame(outturns.columns()).columns)


def test_the_table_fits_its_width(second_quarter: ontrack.Review) -> None:
    for width in (80, 100, 140):
        table = second_quarter.to_table(width)
        assert max(map(len, table.splitlines())) <= width
        assert "\x1b" not in table
    assert "\x1b[" in second_quarter.to_table(colour=True)


def test_a_notebook_shows_the_report(second_quarter: ontrack.Review) -> None:
    fragment, page = second_quarter._repr_html_(), second_quarter.to_html()
    assert "<html" not in fragment
    assert "<html" in page
    for text in (fragment, page):
        assert "Knife crime with injury" in text
        assert "<script" not in text
    assert second_quarter.to_markdown().startswith("#")
