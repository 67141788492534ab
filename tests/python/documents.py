"""Runs the Python blocks of a Markdown page as a notebook would, and fills the text blocks after them.

python tests/python/documents.py PAGE…   writes fresh output into the pages, and what they draw into images/ beside them
With --draw it only draws, and leaves the pages as they are.
"""

from __future__ import annotations

import ast
import contextlib
import io
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

BLOCK = re.compile(r"^```python\n(.*?)^```\n(?:(\n```text\n)(.*?)^```\n)?", re.MULTILINE | re.DOTALL)


def with_fresh_output(page: Path) -> str:
    """The page with the output that its code gives now. A block sees the names of those before it."""
    names: dict[str, Any] = {"__name__": "__main__"}

    def run(found: re.Match[str]) -> str:
        code, fence, _ = found.groups()
        printed = _run(code, names, f"{page.name}: {code.splitlines()[0]}")
        return f"```python\n{code}```\n" + (f"{fence}{printed}```\n" if fence else "")

    return BLOCK.sub(run, page.read_text(encoding="utf-8"))


def _run(code: str, names: dict[str, Any], name: str) -> str:
    tree = ast.parse(code)
    last = tree.body.pop() if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        exec(compile(tree, name, "exec"), names)
        if isinstance(last, ast.Expr):
            value = eval(compile(ast.Expression(last.value), name, "eval"), names)
            if value is not None:
                print(repr(value))
    return re.sub(r"[ \t]+$", "", output.getvalue(), flags=re.MULTILINE)


if __name__ == "__main__":
    only_draw = "--draw" in sys.argv[1:]
    pages = [Path(argument).absolute() for argument in sys.argv[1:] if argument != "--draw"]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "examples").symlink_to(Path(__file__).parents[2] / "examples")
        os.chdir(folder)
        for page in pages:
            fresh = with_fresh_output(page)
            if not only_draw:
                page.write_text(fresh, encoding="utf-8")
            for drawn in Path(folder).glob("*.svg"):
                images = page.parent / "images"
                images.mkdir(exist_ok=True)
                shutil.move(drawn, images / drawn.name)
