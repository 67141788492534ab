"""What stands around the bindings: the import, the type stubs, the names."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import ontrack
import pytest
from conftest import HILLINGDON, ROOT

PACKAGE = ROOT / "python" / "ontrack"


def python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_nothing_is_imported_before_it_is_needed() -> None:
    heavy = "numpy", "pandas", "polars", "json", "argparse", "decimal", "datetime", "typing"
    assert python(f"import sys, ontrack; print(*(m for m in {heavy} if m in sys.modules))") == ""
    review = f"import sys, ontrack; ontrack.review(ontrack.read_plan({str(HILLINGDON)!r})).to_dict()"
    assert python(f"{review}; print('numpy' in sys.modules)") == "False"


def test_the_version_stands_in_one_place() -> None:
    header = (ROOT / "include" / "ontrack" / "base" / "version.hpp").read_text()
    assert f'version = "{ontrack.__version__}"' in header


def test_stubs_have_not_drifted(tmp_path: Path) -> None:
    subprocess.run([sys.executable, ROOT / "python" / "bindings" / "stubs.py", tmp_path], check=True)
    fresh, committed = tmp_path / "ontrack" / "_core", PACKAGE / "_core"
    names = sorted(path.name for path in fresh.iterdir())
    assert names == sorted(path.name for path in committed.glob("*.pyi"))
    for name in names:
        assert (fresh / name).read_text() == (committed / name).read_text(), f"{name} has changed: run `make stubs`"


def test_every_name_of_the_extension_is_exported() -> None:
    core = {name for name in dir(ontrack._core) if not name.startswith("_")}
    of_python = {"Backtest", "CalendarError", "DataError", "Error", "PlanError", "__version__", "backtest"}
    of_python |= {"backtest_fits", "project_table"}
    assert core | of_python == set(ontrack.__all__)
    assert set(ontrack.stats.__all__) == {name for name in dir(ontrack._core.stats) if not name.startswith("_")}


def test_the_package_is_typed() -> None:
    mypy = pytest.importorskip("mypy.api")
    assert (Path(ontrack.__file__).parent / "py.typed").exists()
    places = ["-p", "ontrack"], [str(ROOT / "tests" / "python")]
    for place in places:
        report, errors, status = mypy.run(["--strict", "--config-file", str(ROOT / "pyproject.toml"), *place])
        assert status == 0, report + errors
