from __future__ import annotations

import contextlib
import fcntl
import io
import json
import os
import pty
import re
import struct
import subprocess
import sys
import termios
import time
from pathlib import Path

import ontrack
import pytest
from conftest import HILLINGDON, ROOT
from ontrack import __main__ as command_line

ONTRACK = Path(sys.executable).parent / "ontrack"
AS_AT = ("--as-at", "2017-18 Q2")
PLAIN = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "COLUMNS", "FORCE_COLOR")}


def run(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([ONTRACK, *arguments], capture_output=True, env=PLAIN | environment, check=False)


def run_on_terminal(*arguments: str | Path, width: int, **environment: str) -> str:
    """What a terminal of this width receives."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
    with subprocess.Popen([ONTRACK, *arguments], stdout=theirs, stderr=theirs, env=PLAIN | environment) as process:
        os.close(theirs)
        received = b""
        with contextlib.suppress(OSError):  # Linux ends a terminal with EIO
            while piece := os.read(ours, 65536):
                received += piece
        os.close(ours)
    assert process.returncode == 0
    return received.decode().replace("\r\n", "\n")


@pytest.fixture
def bad_plan(tmp_path: Path) -> Path:
    path = tmp_path / "bad.toml"
    path.write_text('format = 1\n[plan]\nname = 5\n\n[[indicator]]\ncode = "a"\nname = "A"\nmeasure = "cuont"\n')
    return path


def test_the_report_alone_is_on_standard_output(second_quarter: ontrack.Review) -> None:
    done = run("review", HILLINGDON, *AS_AT)
    assert done.returncode == 0
    assert done.stderr == b""
    assert done.stdout.decode() == second_quarter.to_table(80)


@pytest.mark.parametrize("kind", ["json", "csv", "markdown", "html", "table"])
def test_formats(kind: str, second_quarter: ontrack.Review) -> None:
    done = run("review", HILLINGDON, *AS_AT, "--format", kind)
    assert done.stdout.decode() == getattr(second_quarter, f"to_{kind}")()


def test_output_is_utf8_in_any_locale() -> None:
    done = run("review", HILLINGDON, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert done.returncode == 0
    assert "●" in done.stdout.decode()


def test_a_wrong_plan_lists_every_mistake(bad_plan: Path) -> None:
    for command in ("check", "review"):
        done = run(command, bad_plan, LC_ALL="C")
        assert done.returncode == 1
        assert done.stdout == b""
        lines = done.stderr.decode().splitlines()
        assert len(lines) >= 3
        assert all(re.match(rf"{re.escape(str(bad_plan))}:\d+:\d+: .+ \[[a-z-]+\]\. .+", line) for line in lines)
        assert any(line.startswith(f"{bad_plan}:3:") for line in lines)
        assert any(line.startswith(f"{bad_plan}:8:") and "cuont" in line for line in lines)


def test_a_plan_that_is_not_there(tmp_path: Path) -> None:
    for path in (tmp_path / "none.toml", tmp_path):
        done = run("check", path)
        assert done.returncode == 1
        assert done.stderr.decode().startswith(str(path))


def test_check_and_schema() -> None:
    done = run("check", HILLINGDON)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode() == f"{HILLINGDON}: no mistakes (17 indicators, 2 of them milestones)\n"
    schema = run("schema")
    assert schema.stdout == (ROOT / "schema" / "plan.schema.json").read_bytes()
    assert json.loads(schema.stdout)["type"] == "object"
    assert run("--version").stdout.decode() == f"ontrack {ontrack.__version__}\n"


@pytest.mark.parametrize(
    ("as_at", "words"),
    [
        ("2010-11", "both November 2010 and the year 2010/11"),
        ("2017-18 Q5", "does not exist"),
        ("soon", "not the label"),
    ],
)
def test_a_wrong_period_names_its_readings(as_at: str, words: str) -> None:
    done = run("review", HILLINGDON, "--as-at", as_at)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.decode().startswith("ontrack: error: --as-at: ")
    assert words in done.stderr.decode()


@pytest.mark.parametrize(
    "arguments", [[], ["reviw"], ["review"], ["review", "a", "--format", "pdf"], ["check", "a", "b"]]
)
def test_wrong_use(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"usage: ontrack" in done.stderr


def test_output_files(tmp_path: Path, second_quarter: ontrack.Review) -> None:
    for name, kind in [("a.html", "html"), ("a.json", "json"), ("a.CSV", "csv"), ("a.md", "markdown"), ("a", "table")]:
        done = run("review", HILLINGDON, *AS_AT, "-o", tmp_path / name)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        assert (tmp_path / name).read_bytes().decode() == getattr(second_quarter, f"to_{kind}")()
    assert run("review", HILLINGDON, *AS_AT, "-o", "-").stdout.decode() == second_quarter.to_table()
    done = run("review", HILLINGDON, *AS_AT, "-o", tmp_path / "a.json", "--format", "csv")
    assert done.returncode == 0
    assert (tmp_path / "a.json").read_bytes().decode() == second_quarter.to_csv()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "a.CSV", "a.html", "a.json", "a.md"]


def test_output_is_written_whole_or_not_at_all(tmp_path: Path, bad_plan: Path) -> None:
    report, link = tmp_path / "report.txt", tmp_path / "link.txt"
    report.write_text("old")
    report.chmod(0o640)
    link.symlink_to(report)
    assert run("review", bad_plan, "-o", report).returncode == 1
    assert report.read_text() == "old"
    assert run("review", HILLINGDON, "-o", link).returncode == 0
    assert report.read_text() != "old"
    assert link.is_symlink()
    assert report.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("name", ["missing/report.txt", ".", "/dev/full"])
def test_output_that_cannot_be_written(name: str, tmp_path: Path) -> None:
    done = run("review", HILLINGDON, "-o", tmp_path / name)
    assert done.returncode == 2
    assert done.stderr.decode().startswith(f"ontrack: error: cannot write {tmp_path / name}: ")
    assert not list(tmp_path.iterdir())


def test_standard_output_that_cannot_be_written() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([ONTRACK, "review", HILLINGDON], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("ontrack: error: cannot write to standard output: ")
    assert len(done.stderr.decode().splitlines()) == 1


def test_a_broken_pipe_is_quiet() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run([ONTRACK, "review", HILLINGDON], stdout=writer, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(writer)
    assert (done.returncode, done.stderr) == (141, b"")


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ontrack, "read_plan", interrupted)
    assert command_line.main(["check", "plan.toml"]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_terminal_gets_its_width_and_colour(second_quarter: ontrack.Review) -> None:
    wide = run_on_terminal("review", HILLINGDON, *AS_AT, width=132)
    assert wide == second_quarter.to_table(132, colour=True)
    narrow = run_on_terminal("review", HILLINGDON, *AS_AT, width=40, NO_COLOR="1")
    assert narrow == second_quarter.to_table(80)


def test_progress_is_shown_on_a_terminal_after_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    for seconds, shown in ((0.0, False), (1.4, True)):
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        with command_line._progress("reviewing plan.toml"):
            time.sleep(seconds)
        assert ("reviewing plan.toml … 1 s" in terminal.getvalue()) == shown
        assert terminal.getvalue().endswith("\r\x1b[K") == shown
    with monkeypatch.context() as patched, command_line._progress("reviewing"):
        patched.setattr(sys, "stderr", io.StringIO())


def test_movement_says_what_changed_colour_since_an_earlier_period() -> None:
    done = run("review", HILLINGDON, *AS_AT, "--since", "2017-18 Q1", "--format", "markdown")
    assert done.returncode == 0
    report = done.stdout.decode()
    assert "Movement since 30 June 2017" in report
    assert "the year to date went from 33 to 64" in report


def test_movement_against_an_earlier_plan() -> None:
    done = run("review", HILLINGDON, "--before", HILLINGDON)
    assert done.returncode == 0
    assert "No status changed." in done.stdout.decode()


def test_an_exception_report_holds_only_what_is_off_track() -> None:
    report = run("review", HILLINGDON, *AS_AT, "--exceptions").stdout.decode()
    assert "Knife crime with injury" in report
    assert "Non-residential burglary" not in report


def test_an_unknown_earlier_period_is_named_with_its_option() -> None:
    done = run("review", HILLINGDON, "--since", "last spring")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("ontrack: error: --since: ")
