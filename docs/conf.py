"""How Sphinx makes the pages; `make docs` runs it."""

import re
from pathlib import Path

project = "ontrack"
author = "ontrack contributors"
header = Path(__file__).parents[1] / "include" / "ontrack" / "base" / "version.hpp"
version = release = re.findall(r'version = "([0-9.]+)"', header.read_text(encoding="utf-8"))[0]

extensions = ["myst_parser"]
myst_enable_extensions = ["dollarmath"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"ontrack {version}"

# Pages link to files outside docs/, which Sphinx does not know; tests/python/test_links.py checks all links.
suppress_warnings = ["myst.xref_missing"]
