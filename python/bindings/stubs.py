"""Writes the type stubs of the extension module, python/ontrack/_core/, from the installed package.

python python/bindings/stubs.py [FOLDER]
"""

import enum
import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from types import ModuleType

import ontrack._core

ENUMERATION = re.compile(
    r"^class (?P<name>\w+)\(enum\.\w+\):\n"
    r"(?P<doc>    \"\"\"\n(?:.*\n)*?    \"\"\"\n)?"
    r"(?:    \w+: typing\.ClassVar\[.*\]\n)+"
    r"(?:(?:    @classmethod\n)?    def __(?:new|format)__\(.*\):\n        \.\.\.\n)*",
    re.MULTILINE,
)


def write_stubs(folder: Path) -> None:
    """Runs pybind11-stubgen, and says in the stubs what it cannot know."""
    command = [sys.executable, "-m", "pybind11_stubgen", "ontrack._core", "--exit-code", "--output-dir", str(folder)]
    for name, kind in vars(ontrack._core.stats).items():
        if isinstance(kind, enum.EnumMeta):
            command.append(f"--enum-class-locations=^{name}$:ontrack._core.stats")
    subprocess.run(command, check=True)
    for path in sorted((folder / "ontrack" / "_core").glob("*.pyi")):
        module = ontrack._core if path.stem == "__init__" else getattr(ontrack._core, path.stem)
        text = ENUMERATION.sub(partial(_enumeration, module), path.read_text(encoding="utf-8"))
        text = re.sub(r"def __eq__\(self, arg0: \w+\)", "def __eq__(self, other: object, /)", text)
        text = re.sub(r"(__hash__: typing\.ClassVar\[None\] = None)", r"\1  # type: ignore[assignment]", text)
        text = re.sub(r"os\.PathLike\b(?!\[)", "os.PathLike[str]", text)
        path.write_text(text, encoding="utf-8")


def _enumeration(module: ModuleType, found: re.Match[str]) -> str:
    kind: type[enum.Enum] = getattr(module, found["name"])
    base = "enum.IntEnum" if issubclass(kind, enum.IntEnum) else "enum.Enum"
    members = "".join(f"    {member.name} = {member.value}\n" for member in kind)
    return f"class {found['name']}({base}):\n{found['doc'] or ''}{members}"


if __name__ == "__main__":
    write_stubs(Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parents[1])
