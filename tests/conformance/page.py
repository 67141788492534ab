"""Writes docs/conformance.md from what test_conformance prints, or checks that the page is not stale.

python tests/conformance/page.py PROGRAM           writes the page
python tests/conformance/page.py PROGRAM --check   fails when the page is stale, or a file, row or cell is neither read
                                                   nor named with a reason

PROGRAM is the built test_conformance. Needs ONTRACK_REFERENCE_DATA; without it, --check is skipped (exit status 77).
"""

from __future__ import annotations

import csv
import difflib
import hashlib
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
PAGE = ROOT / "docs" / "conformance.md"
FOLDERS = (
    "oracles/*",
    "data/classic_series",
    "data/fingertips_extract",
    "data/phe_indicator_methods_reference",
    "data/sicily_smoking_ban",
    "data/spc_examples",
)
SKIPPED = 77


def rows(name: str) -> list[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def output(program: str) -> str:
    done = subprocess.run([program], capture_output=True, text=True, cwd=ROOT, check=False)
    if done.returncode != 0:
        sys.exit(f"{program} fails: run it\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout


def files_there(reference: Path) -> set[str]:
    return {
        path.relative_to(reference).as_posix()
        for folder in FOLDERS
        for path in reference.glob(f"{folder}/*")
        if path.name.endswith((".csv", ".csv.gz"))
    }


def digest(reference: Path, there: set[str]) -> str:
    """Tells one set of reference files from another, by their names and contents."""
    whole = hashlib.sha256()
    for name in sorted(there):
        whole.update(name.encode())
        whole.update(hashlib.sha256((reference / name).read_bytes()).digest())
    return whole.hexdigest()[:16]


def unnamed(there: set[str], read: set[str]) -> list[str]:
    """Reference files that no test reads and out_of_scope.csv does not name."""
    patterns = [row["file"] for row in rows("out_of_scope.csv")]
    return sorted(name for name in there - read if not any(fnmatch(name, pattern) for pattern in patterns))


def unread_cells(text: str) -> tuple[dict[str, int], list[str]]:
    """Cells of the files that no test reads, by the reason of unread.csv, and what it does not name or may not."""
    found: dict[str, int] = defaultdict(int)
    nameless = []
    for line in re.findall(r"^\[conformance unread\] (.*)$", text, re.MULTILINE):
        file, column, count = line.rsplit(",", 2)
        for row in rows("unread.csv"):
            if fnmatch(file, row["file"]) and any(fnmatch(column, name) for name in row["columns"].split()):
                found[row["reason"]] += int(count)
                break
        else:
            nameless.append(f"{file}: {column}, {count} cells")
    for line in re.findall(r"^\[conformance rows\] (.*)$", text, re.MULTILINE):
        file, number, seen = line.rsplit(",", 2)
        if number != seen:
            nameless.append(f"{file}: {int(number) - int(seen)} whole rows")
    return found, nameless


def figure(number: int, none: str) -> str:
    return f"{number:,}" if number else none


def cell(text: str) -> str:
    return text.replace("|", "\\|").replace("*", "\\*")


def shown(tolerance: str) -> str:
    """`1e-9; 2 places; 4 places` as `1e-9, 2 to 4 places`; of absolute tolerances the widest."""
    parts = [part for part in tolerance.split("; ") if part]
    places = sorted(int(part.split()[0]) for part in parts if part.endswith("places"))
    within = [float(part.split()[1]) for part in parts if part.startswith("within")]
    words = [part for part in parts if not part.endswith("places") and not part.startswith("within")]
    if places:
        words.append(f"{places[0]} places" if places[0] == places[-1] else f"{places[0]} to {places[-1]} places")
    if within:
        words.append(f"{max(within):.0e}")
    return ", ".join(words)


def page(text: str, reference: Path) -> str:
    read = set(re.findall(r"^\[conformance file\] (.*)$", text, re.MULTILINE))
    tables: dict[str, list[tuple[str, int, int, str]]] = defaultdict(list)
    for line in re.findall(r"^\[conformance\] (.*)$", text, re.MULTILINE):
        peer, table, good, odd, bad, tolerance = line.split(",")
        if int(bad.split()[0]):
            sys.exit(f"numbers fail: {line}")
        tables[peer].append((table, int(good.split()[0]), int(odd.split()[0]), tolerance))
    classes: dict[tuple[str, str, str], int] = defaultdict(int)
    for line in re.findall(r"^\[conformance deviation\] (.*)$", text, re.MULTILINE):
        peer, name, table, count = line.split(",")
        classes[peer, name, table] += int(count)

    out = [
        "# Conformance",
        "",
        "What other packages and published tables give for the same input, and what ontrack gives. Written by `make",
        "conformance` from the tests in `tests/conformance/`; a test fails when this page is stale, or when a",
        "reference file, a row or a cell of one is read by no test and named by no reason below. A number is",
        "reproduced to a relative 1e-9 or an absolute 1e-12 or, where the peer printed fewer digits, to all of them.",
        "",
        "## By peer",
        "",
        "| peer | table | reproduced | to | deviate | out of scope |",
        "| --- | --- | ---: | --- | ---: | ---: |",
    ]
    reasons = {(row["peer"], row["class"]): row["reason"] for row in rows("deviations.csv")}
    beyond = {(row["peer"], row["class"]) for row in rows("deviations.csv") if row["scope"] == "out"}
    sums = [0, 0, 0]
    for peer in sorted(tables, key=str.lower):
        twice = [name for name, times in Counter(Path(table).name for table, *_ in tables[peer]).items() if times > 1]
        for table, good, odd, tolerance in sorted(tables[peer], key=lambda row: (Path(row[0]).name, row)):
            name = table if Path(table).name in twice else Path(table).name
            out_of_scope = sum(
                classes[key] for key in classes if key[0] == peer and key[2] == table and key[:2] in beyond
            )
            counts = [good, odd - out_of_scope, out_of_scope]
            other = f"{figure(counts[1], '')} | {figure(counts[2], '')}"
            out.append(f"| {peer} | {name} | {good:,} | {shown(tolerance)} | {other} |")
            sums = [a + b for a, b in zip(sums, counts, strict=True)]
    out += [f"| all | | {sums[0]:,} | | {sums[1]:,} | {sums[2]:,} |", ""]
    for heading, keys in (
        ("As the peer does, except here", reasons.keys() - beyond),
        ("Out of scope, or nothing to compute from", beyond),
    ):
        out += [f"## {heading}", "", "| peer | class | numbers | reason |", "| --- | --- | ---: | --- |"]
        for peer, name in sorted(keys, key=lambda key: (key[0].lower(), key[1])):
            count = sum(classes[key] for key in classes if key[:2] == (peer, name))
            out.append(f"| {peer} | {name} | {figure(count, 'none here')} | {cell(reasons[peer, name])} |")
        out.append("")
    out += ["## Not compared", ""]
    out += ["| reference file | reason |", "| --- | --- |"]
    there = files_there(reference)
    for row in rows("out_of_scope.csv"):
        # A pattern whose files are all read by now is history.
        if any(fnmatch(name, row["file"]) for name in there - read) or row["always"] == "yes":
            out.append(f"| {cell(row['file'])} | {row['reason']} |")
    out += ["", "Of the files that are read, cells that no test reads; every other cell of every row is read.", ""]
    out += ["| cells | reason |", "| ---: | --- |"]
    found, _ = unread_cells(text)
    out += [f"| {count:,} | {cell(reason)} |" for reason, count in sorted(found.items(), key=lambda item: -item[1])]
    lines = {}
    for line in re.findall(r"^\[conformance rows\] (.*)$", text, re.MULTILINE):
        name, number, seen = line.rsplit(",", 2)
        lines[name] = (int(number), int(seen))
    folders: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for name in sorted(there):
        folder = folders[str(Path(name).parent)]
        for i, count in enumerate((1, name in read, *lines.get(name, (0, 0)))):
            folder[i] += count
    out += ["", "## Reference folders", ""]
    out += ["| folder | files | read by a test | rows of these | rows read |", "| --- | ---: | ---: | ---: | ---: |"]
    out += [f"| {folder} | {a} | {b} | {c:,} | {d:,} |" for folder, (a, b, c, d) in folders.items()]
    out += ["", f"Reference files: {len(there)}, digest {digest(reference, there)}."]
    return "\n".join(out) + "\n"


def main(program: str, check: bool) -> int:
    folder = os.environ.get("ONTRACK_REFERENCE_DATA", "")
    if not folder:
        print("ONTRACK_REFERENCE_DATA is not set")
        return SKIPPED if check else 1
    text = output(program)
    fresh = page(text, Path(folder))
    read = set(re.findall(r"^\[conformance file\] (.*)$", text, re.MULTILINE))
    if missing := unnamed(files_there(Path(folder)), read):
        print("read by no test and named by no reason in out_of_scope.csv:", *missing, sep="\n  ")
        return 1
    if nameless := unread_cells(text)[1]:
        print("cells that no test reads and unread.csv does not name:", *nameless, sep="\n  ")
        return 1
    if not check:
        PAGE.write_text(fresh, encoding="utf-8")
        return 0
    committed = PAGE.read_text(encoding="utf-8")
    if fresh.splitlines()[-1] not in committed.splitlines():
        print(
            "docs/conformance.md was made from other reference files;",
            "every number of these is reproduced or has its class",
        )
        return SKIPPED
    if fresh != committed:
        print(*difflib.unified_diff(committed.splitlines(), fresh.splitlines(), lineterm="", n=0), sep="\n")
        print("docs/conformance.md is stale: run `make conformance`")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], "--check" in sys.argv[2:]))
