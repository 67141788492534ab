"""The command line, one function for each command. docs/command-line.md explains it."""

from __future__ import annotations

import argparse
import contextlib
import gzip
import io
import os
import re
import shutil
import signal
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import IO

import ontrack
from ontrack._project_explain import explain
from ontrack._project_question import question_of
from ontrack._project_ratios import MODELS as RATIO_MODELS
from ontrack._project_ratios import table_of
from ontrack._project_table import Question, to_columns, to_csv
from ontrack._series_file import PARQUET
from ontrack._table_out import parquet_writer
from ontrack.stats import TotalModel

# What the process returns. A status of an indicator is never an error.
GOOD, WRONG_PLAN, WRONG_USE = 0, 1, 2

NARROWEST = 80
FORMATS: dict[str, Callable[[ontrack.Review], str]] = {
    "table": lambda review: review.to_table(NARROWEST),
    "json": ontrack.Review.to_json,
    "csv": ontrack.Review.to_csv,
    "markdown": ontrack.Review.to_markdown,
    "html": ontrack.Review.to_html,
}
ENDINGS = {".txt": "table", ".json": "json", ".csv": "csv", ".md": "markdown", ".html": "html", ".htm": "html"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns the exit status."""
    if isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(_with_signed_changes(sys.argv[1:] if arguments is None else arguments))
    try:
        status: int = options.run(options)
        return status
    except (ontrack.PlanError, ontrack.DataError) as error:
        _say(*map(str, error.problems))
        return WRONG_PLAN
    except _UsageError as error:
        _say(f"ontrack: error: {error}")
        return WRONG_USE
    except BrokenPipeError:  # the reader has gone (`| head`)
        return 128 + signal.SIGPIPE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="ontrack",
        description="Where each indicator will end the year, how likely its target is, and what risk that creates.",
        epilog="Exit status: 0 whatever the indicators' statuses; 1 when the plan is wrong; 2 when the command is.",
    )
    parser.add_argument("--version", action="version", version=f"ontrack {ontrack.__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    review = commands.add_parser("review", help="review a plan and print the report", description=_review.__doc__)
    review.add_argument("plan", metavar="PLAN", type=Path, help="the plan file (TOML)")
    review.add_argument(
        "--as-at",
        metavar="PERIOD",
        help="look at nothing later than the end of this period, such as '2017-18 Q2'; without it everything counts",
    )
    earlier = review.add_mutually_exclusive_group()
    earlier.add_argument(
        "--since", metavar="PERIOD", help="add what became of each indicator since the end of this earlier period"
    )
    earlier.add_argument(
        "--before", metavar="PLAN", type=Path, help="the same against an earlier plan file, with everything it holds"
    )
    review.add_argument("--exceptions", action="store_true", help="only what is close to or off target, with its risks")
    review.add_argument("--format", choices=FORMATS, help="default: by the ending of FILE, else table")
    review.add_argument(
        "-o", "--output", metavar="FILE", type=Path, help="write the report to FILE (- is standard output)"
    )
    review.set_defaults(run=_review)

    check = commands.add_parser("check", help="list every mistake in a plan", description=_check.__doc__)
    check.add_argument("plan", metavar="PLAN", type=Path, help="the plan file (TOML)")
    check.set_defaults(run=_check)

    schema = commands.add_parser("schema", help="print the JSON Schema of plan files", description=_schema.__doc__)
    schema.set_defaults(run=_schema)

    explain = commands.add_parser(
        "explain-target", help="show every reading of a phrase that states a target", description=_explain.__doc__
    )
    explain.add_argument("phrase", metavar="PHRASE", help="such as 'reduce by 5 %% per annum for three years'")
    explain.add_argument("--baseline", metavar="VALUE", help="where the indicator starts")
    explain.add_argument("--period", metavar="YEAR", help="the year of the baseline, such as 2016-17")
    explain.add_argument("--polarity", choices=("low", "high"), help="which is good, where the phrase does not say")
    explain.add_argument(
        "--in-percent",
        action=argparse.BooleanOptionalAction,
        help="whether the values are per cent of something; without it both readings are shown",
    )
    explain.add_argument("--decimals", metavar="N", type=int, default=0, help="places of the rounded targets")
    explain.set_defaults(run=_explain)
    _add_project(commands.add_parser("project", help="project the year of every series of a table"))
    return parser


def _add_project(project: argparse.ArgumentParser) -> None:
    project.description = _project.__doc__
    add = project.add_argument
    add("data", metavar="DATA", type=Path, help="a long table: .csv, .csv.gz or .parquet")
    add("--by", metavar="COLUMNS", required=True, help="the columns that tell series apart: area,offence")
    add("--period", metavar="COLUMN", required=True, help="the column of months, quarters, halves or years")
    add("--value", metavar="COLUMN", required=True, help="the column that is projected")
    add(
        "--denominator",
        metavar="COLUMN",
        help="project the ratio of the value's and this column's sums; from 0 to 1 by beta_binomial",
    )
    add("--change", metavar="PERCENT", required=True, help="the target, from last year's total: -5%%")
    add("--polarity", choices=("low", "high"), help="which is good; without it the way of the change")
    add(
        "--pool", metavar="COLUMNS", help="of --by: series alike in these lend each other what they share; default: all"
    )
    add("--as-at", metavar="PERIOD", help="look at nothing later than the end of this period, or than this day")
    add("--year", metavar="YEAR", help="the year to project; default: that of the latest period looked at")
    add("--year-start", metavar="MONTH", default="april", help="the month in which a year starts; default: april")
    add("--absent", choices=("missing", "zero"), default="missing", help="what a period without a row is")
    add("--sum", action="store_true", help="add up rows of one series and period, which are an error otherwise")
    add("--exclude", metavar="A:B", action="append", default=[], help="learn nothing from these periods, both included")
    add(
        "--model",
        choices=[
            *(model.name for model in TotalModel),
            *(name for name in RATIO_MODELS if name not in TotalModel.__members__),
        ],
        help="default: combination; with --denominator: beta_binomial (a part of it), or gamma_poisson (events in it)",
    )
    add(
        "--support",
        choices=("whole", "positive", "real"),
        help="of the values; default: whole counts. Not with --denominator",
    )
    add("--explain", metavar="KEY", help="instead of the table, how the row of this series came about: E1,theft")
    add(
        "-o",
        "--output",
        metavar="FILE",
        type=Path,
        help="write to FILE, .csv, .csv.gz or .parquet (- is standard output)",
    )
    project.set_defaults(run=_project)


def _review(options: argparse.Namespace) -> int:
    """Reviews a plan and prints the report."""
    output: Path | None = options.output if options.output != Path("-") else None
    kind = options.format or (ENDINGS.get(output.suffix.lower()) if output else None) or "table"
    with _progress(f"reviewing {options.plan}"):
        plan = ontrack.read_plan(options.plan)
        review = _review_as_at(plan, "--as-at", options.as_at)
        if options.since is not None:
            review = ontrack.with_movement(review, _review_as_at(plan, "--since", options.since))
        elif options.before is not None:
            review = ontrack.with_movement(review, ontrack.review(ontrack.read_plan(options.before)))
        if options.exceptions:
            review = ontrack.exceptions_of(review)
        report = _table_for_terminal(review) if kind == "table" and output is None else FORMATS[kind](review)
    if output is None:
        _print(report)
    else:
        _write(output, report.encode())
    return GOOD


def _review_as_at(plan: ontrack.Plan, option: str, period: str | None) -> ontrack.Review:
    try:
        return ontrack.review(plan, period)
    except ontrack.CalendarError as error:
        raise _UsageError(f"{option}: {error}") from None


def _check(options: argparse.Namespace) -> int:
    """Lists every mistake in a plan, each with its place and its remedy."""
    with _progress(f"checking {options.plan}"):
        plan = ontrack.read_plan(options.plan)
    milestones = sum(isinstance(indicator.measure, ontrack.Milestone) for indicator in plan.indicators)
    _print(f"{options.plan}: no mistakes ({len(plan.indicators)} indicators, {milestones} of them milestones)\n")
    return GOOD


def _schema(_: argparse.Namespace) -> int:
    """Prints the JSON Schema of plan files, for editors and validators."""
    _print((Path(__file__).parent / "plan.schema.json").read_text(encoding="utf-8"))
    return GOOD


def _explain(options: argparse.Namespace) -> int:
    """Shows every reading of a phrase that states a target, with its numbers year by year."""
    try:
        readings = ontrack.parse_target_phrase(
            options.phrase,
            None if options.baseline is None else Decimal(options.baseline),
            options.period and ontrack.parse_period(options.period, ontrack.Frequency.year),
            options.polarity and ontrack.Polarity[options.polarity],
            options.in_percent,
            decimals=options.decimals,
        )
    except InvalidOperation:
        raise _UsageError(f"--baseline: {options.baseline!r} is not a number") from None
    except ontrack.CalendarError as error:
        raise _UsageError(f"--period: {error}") from None
    except ontrack.DataError as error:
        raise _UsageError(str(error)) from None
    lines: list[str] = []
    for reading in readings:
        lines.append(f"{reading.rule}: {reading.words}")
        for value in reading.values:
            exact = f"{value.unrounded:f}{'' if value.exact else '…'}"
            lines.append(
                f"    {value.when}  {value.rounded:f}" + ("" if value.rounded == value.unrounded else f"  ({exact})")
            )
    _print("\n".join(lines) + "\n")
    return GOOD


def _project(options: argparse.Namespace) -> int:
    """Projects the year's total of every series of a table, with intervals and the chance of its target."""
    output: Path | None = options.output if options.output != Path("-") else None
    question = _question(options)
    ending = output.suffix.lower() if output else ""
    if ending in PARQUET and options.explain is not None:
        raise _UsageError(f"--output: {output}: how a row came about is written as text")
    with _progress(f"projecting {options.data}") as tell, _stopped_at_once():
        try:
            write = parquet_writer(str(output)) if ending in PARQUET else None
            table = table_of(options.data, question)
            rows = table.rows(tell) if options.explain is None else []
            text = explain(table, options.explain) if options.explain is not None else to_csv(question, rows)
        except ontrack.CalendarError as error:
            raise _UsageError(str(error)) from None
        except OSError as error:
            raise _UsageError(f"cannot read {options.data}: {error.strerror or error}") from None
        content = write(to_columns(question, rows)) if write else text.encode()
    if output is None:
        _print(text)
    else:
        _write(output, gzip.compress(content, mtime=0) if ending == ".gz" else content)
    return GOOD


def _question(options: argparse.Namespace) -> Question:
    given = (
        "period",
        "value",
        "denominator",
        "change",
        "polarity",
        "as_at",
        "year",
        "year_start",
        "absent",
        "sum",
        "exclude",
        "model",
    )
    try:
        return question_of(
            by=_names(options.by),
            pool=_names(options.pool or ""),
            support=options.support,
            **{name: getattr(options, name) for name in given},
        )
    except ontrack.DataError as error:
        raise _UsageError(f"--{error.where.key.replace('_', '-')}: {error.message}") from None


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _with_signed_changes(arguments: Sequence[str]) -> list[str]:
    """Joins `--change -5%` into one argument: argparse would take the second for an option."""
    out: list[str] = []
    for argument in arguments:
        if out and out[-1] == "--change" and re.match(r"-\d", argument):
            out[-1] = f"--change={argument}"
        else:
            out.append(argument)
    return out


@contextlib.contextmanager
def _stopped_at_once() -> Iterator[None]:
    """Lets Ctrl-C end the process while compiled code runs, for which Python would wait. Nothing is written yet."""
    in_main = threading.current_thread() is threading.main_thread()
    if not in_main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield  # somebody else has decided what Ctrl-C does, such as nohup
        return
    earlier = signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, earlier)


class _UsageError(Exception):
    """The command cannot be carried out as it was given."""


def _table_for_terminal(review: ontrack.Review) -> str:
    if not sys.stdout.isatty():
        return review.to_table(NARROWEST)
    width = shutil.get_terminal_size((NARROWEST, 24)).columns
    return review.to_table(max(width, NARROWEST), colour=not os.environ.get("NO_COLOR"))


def _print(text: str) -> None:
    """Writes to standard output, in UTF-8 whatever the locale is."""
    if sys.stdout is None:
        raise _UsageError("standard output is closed")
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()
    except OSError as error:
        # Python would try once more, and complain, when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            raise
        raise _UsageError(f"cannot write to standard output: {error.strerror}") from None


def _say(*lines: str) -> None:
    print(*lines, sep="\n", file=sys.stderr)


def _write(path: Path, content: bytes) -> None:
    """Writes a file as a whole or not at all: a reader never sees half a report, and a failure leaves the old one."""
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)  # a device or a pipe; a folder is an error
            return
        target = path.resolve()  # the file itself, where `path` is a link to it
        unfinished = target.with_name(f".{target.name}.{os.getpid()}")
        try:
            with open(unfinished, "xb") as file:
                file.write(content)
            if target.exists():
                unfinished.chmod(stat.S_IMODE(target.stat().st_mode))
            unfinished.replace(target)
        finally:
            unfinished.unlink(missing_ok=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise _UsageError(f"cannot write {path}: {error.strerror}") from None


@contextlib.contextmanager
def _progress(what: str) -> Iterator[Callable[[str], None]]:
    """Shows on a terminal that something is being done, once it takes longer than a second, and how far it has come."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    done = threading.Event()
    told = {"news": ""}

    def show(terminal: IO[str] = sys.stderr) -> None:
        started = time.monotonic()
        if done.wait(1):
            return
        while not done.wait(0.1):
            terminal.write(f"\r{what} … {time.monotonic() - started:.0f} s{told['news']}\x1b[K")
            terminal.flush()
        terminal.write("\r\x1b[K")
        terminal.flush()

    thread = threading.Thread(target=show, daemon=True)
    thread.start()
    try:
        yield lambda news: told.update(news=f", {news}")
    finally:
        done.set()
        thread.join()


if __name__ == "__main__":
    sys.exit(main())
