"""The documentation is run: it prints what it says it prints, and leaves no public name out."""

from __future__ import annotations

import enum
import re
import shutil
import subprocess
from pathlib import Path

import ontrack
import pytest
from conftest import ROOT
from documents import with_fresh_output
from ontrack import __main__ as command_line

DOCS = ROOT / "docs"


@pytest.mark.parametrize("page", ["README.md", "docs/tutorial.md", "docs/python.md", "docs/projection.md"])
def test_code_prints_what_the_page_says(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if page == "docs/projection.md":
        pytest.importorskip("matplotlib")
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    path = ROOT / page
    assert with_fresh_output(path) == path.read_text(encoding="utf-8"), "run `python tests/python/documents.py` on it"
    for drawn in tmp_path.glob("*.svg"):
        assert f"](images/{drawn.name})" in path.read_text(encoding="utf-8")


def test_the_readme_shows_a_cut_of_the_real_table(second_quarter: ontrack.Review) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.search(r"^`make demo`.*?```text\n(.*?)```", readme, re.MULTILINE | re.DOTALL)
    assert shown
    table = second_quarter.to_table()
    for piece in re.split(r"^ *⋮\n", shown[1], flags=re.MULTILINE):
        assert piece in table


def test_the_cpp_of_the_readme_compiles(tmp_path: Path) -> None:
    compiler = shutil.which("c++")
    if compiler is None:
        pytest.skip("no C++ compiler")
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    found = re.search(r"```cpp\n(.*?)```", readme, re.DOTALL)
    assert found
    (tmp_path / "ontrack").mkdir()
    (tmp_path / "ontrack" / "export.hpp").write_text("#define ONTRACK_EXPORT\n")
    (tmp_path / "main.cpp").write_text(found[1])
    include = ["-I", str(ROOT / "include"), "-I", str(tmp_path)]
    subprocess.run([compiler, "-std=c++20", "-fsyntax-only", *include, str(tmp_path / "main.cpp")], check=True)


def public_names(kind: type) -> list[str]:
    inherited = vars(BaseException) if issubclass(kind, BaseException) else {}
    if issubclass(kind, enum.Enum):
        return [member.name for member in kind]
    return [name for name in vars(kind) if not name.startswith("_") and name not in inherited]


def test_the_python_reference_leaves_nothing_out() -> None:
    whole, _, numbers = (DOCS / "python.md").read_text(encoding="utf-8").partition("## `ontrack.stats`")
    for module, text in ((ontrack, whole), (ontrack.stats, numbers)):
        sections = dict(re.findall(r"^### `(\w+)`.*\n((?:(?!^##).*\n)*)", text, re.MULTILINE))
        for name in set(module.__all__) - {"stats"}:
            assert re.search(rf"`(?:stats\.)?{name}[`(]", text), f"docs/python.md does not explain {name}"
            value = getattr(module, name)
            for attribute in public_names(value) if isinstance(value, type) else []:
                found = re.search(rf"`{attribute}[`(]", sections.get(name, text))
                assert found, f"docs/python.md: {name} lacks {attribute}"


def test_the_command_line_page_leaves_nothing_out() -> None:
    page = (DOCS / "command-line.md").read_text(encoding="utf-8")
    parser = command_line._parser()
    commands = next(action for action in parser._actions if action.choices)
    assert isinstance(commands.choices, dict)
    for name, command in commands.choices.items():
        assert f"`ontrack {name}" in page
        for action in command._actions:
            for option in action.option_strings:
                assert f"`{option}" in page or f", {option}" in page or option in ("-h", "--help")
            for choice in action.choices or ():
                assert f"`{choice}`" in page
    for status in ("0", "1", "2", "130", "141"):
        assert re.search(rf"^\| {status} ", page, re.MULTILINE)
