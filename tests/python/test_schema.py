"""The schema takes and refuses the same files as the reader (tests/plan/schema_test.cpp reads them too)."""

import datetime
import json
from pathlib import Path
from typing import Any

import pytest

jsonschema = pytest.importorskip("jsonschema")
tomllib = pytest.importorskip("tomllib")  # Python 3.11

ROOT = Path(__file__).parents[2]
FILES = ROOT / "tests" / "plan" / "files"
SCHEMA = json.loads((ROOT / "schema" / "plan.schema.json").read_text(encoding="utf-8"))


def plain(value: Any) -> Any:
    """TOML as JSON has it: a date is its text."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def accepts(path: Path) -> bool:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    return bool(validator.is_valid(plain(tomllib.loads(path.read_text(encoding="utf-8")))))


def files(folder: Path) -> list[Any]:
    return [pytest.param(path, id=path.stem) for path in sorted(folder.glob("*.toml"))]


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("path", [*files(FILES / "good"), *files(ROOT / "examples")])
def test_takes_good_files(path: Path) -> None:
    assert accepts(path)


@pytest.mark.parametrize("path", files(FILES / "bad"))
def test_refuses_bad_files(path: Path) -> None:
    assert not accepts(path)


@pytest.mark.parametrize("path", files(FILES / "semantic"))
def test_leaves_what_only_the_reader_can_see(path: Path) -> None:
    assert accepts(path)
