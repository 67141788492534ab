"""Every link of a page to a file of the project leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT

PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_to_files(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
    drawn = {f"images/{name}" for name in re.findall(r'savefig\("([^"]+)"', text)}  # by the page's own code
    local = [link for link in links if "://" not in link and not link.startswith("mailto:")]
    assert [link for link in local if link not in drawn and not (page.parent / link).exists()] == []
