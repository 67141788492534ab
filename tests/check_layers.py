"""Fails on an include that points upward in the room table of ARCHITECTURE.md.

check_layers.py [ROOT]
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

GROUND = {"base", "calendar", "stats"}
MAY_INCLUDE = {
    "base": set(),
    "calendar": {"base"},
    "stats": {"base"},
    "plan": {"base", "calendar"},
    "outlook": GROUND | {"plan"},
    "assessment": GROUND | {"plan", "outlook"},
    "risk": GROUND | {"plan", "outlook", "assessment"},
    "review": GROUND | {"plan", "outlook", "assessment", "risk"},
    "report": GROUND | {"plan", "outlook", "assessment", "risk", "review"},
}
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)


def includes(folder: Path) -> Iterator[tuple[Path, str]]:
    for path in sorted(folder.rglob("*.[ch]pp")):
        for header in INCLUDE.findall(path.read_text(encoding="utf-8")):
            yield path, header


def private_path(header: str, includer: Path, root: Path) -> Path | None:
    """Where `header` stands under src/, when `includer` would find it there."""
    src = (root / "src").resolve()
    for path in ((includer.parent / header).resolve(), src / header):
        if path.is_file() and path.is_relative_to(src):
            return path.relative_to(src)
    return None


def room_of(header: str, includer: Path, root: Path) -> str | None:
    if header.startswith("ontrack/"):
        return header.split("/")[1]
    private = private_path(header, includer, root)
    return private.parts[0] if private else None


def faults(root: Path) -> Iterator[str]:
    for folder in (root / "include" / "ontrack", root / "src"):
        for path, header in includes(folder):
            where = path.relative_to(root)
            room, *inside = path.relative_to(folder).parts
            other = room_of(header, path, root)
            if not inside or header == "ontrack/export.hpp":
                continue  # the header that includes all rooms, and the macro that all rooms use
            if room not in MAY_INCLUDE:
                yield f"{where}: there is no room called {room}"
            elif other is not None and other not in MAY_INCLUDE[room] | {room}:
                yield f"{where}: {room} may not include {header}"
            elif other is None and folder.name == "ontrack" and ("/" in header or "." in header):
                yield f"{where}: third-party header {header} in a public header"
    for path, header in includes(root / "python" / "bindings"):
        if private_path(header, path, root):
            yield f"{path.relative_to(root)}: private header {header} in a binding"


def main() -> int:
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    found = list(faults(root))
    print("\n".join(found) or "every include points downward")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
