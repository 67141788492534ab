import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def check(root: Path) -> subprocess.CompletedProcess[str]:
    script = ROOT / "tests" / "check_layers.py"
    return subprocess.run([sys.executable, script, root], capture_output=True, text=True, check=False)


def write(root: Path, name: str, *includes: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"#include {header}\n" for header in includes), encoding="utf-8")


def test_this_source_tree_keeps_its_layers() -> None:
    result = check(ROOT)
    assert result.returncode == 0, result.stdout


def test_downward_and_standard_includes_pass(tmp_path: Path) -> None:
    write(tmp_path, "src/calendar/month.hpp", "<string>")
    write(tmp_path, "src/plan/plan.cpp", "<ontrack/calendar/date.hpp>", '"calendar/month.hpp"', "<toml++/toml.h>")
    write(tmp_path, "include/ontrack/plan/plan.hpp", "<vector>", "<ontrack/export.hpp>", "<ontrack/base/error.hpp>")
    write(tmp_path, "python/bindings/plan.cpp", "<pybind11/pybind11.h>", "<ontrack/plan/plan.hpp>")
    assert check(tmp_path).returncode == 0


@pytest.mark.parametrize(
    ("name", "header", "fault"),
    [
        ("include/ontrack/base/error.hpp", "<ontrack/calendar/date.hpp>", "base may not include"),
        ("src/stats/outturn.cpp", "<ontrack/plan/plan.hpp>", "stats may not include"),
        ("src/base/error.cpp", '"../plan/private.hpp"', "base may not include"),
        ("src/stats/outturn.cpp", '"plan/private.hpp"', "stats may not include"),
        ("include/ontrack/calendar/date.hpp", "<boost/date_time.hpp>", "third-party header"),
        ("include/ontrack/helpers/text.hpp", "<string>", "no room called helpers"),
        ("python/bindings/plan.cpp", '"plan/private.hpp"', "private header"),
        ("python/bindings/plan.cpp", '"../../src/plan/private.hpp"', "private header"),
    ],
)
def test_upward_private_and_third_party_includes_fail(tmp_path: Path, name: str, header: str, fault: str) -> None:
    write(tmp_path, "src/plan/private.hpp")
    write(tmp_path, name, header)
    result = check(tmp_path)
    assert result.returncode == 1
    assert fault in result.stdout
    assert Path(name).name in result.stdout
