from __future__ import annotations

from pathlib import Path

import ontrack
import pytest

ROOT = Path(__file__).parents[2]
HILLINGDON = ROOT / "examples" / "hillingdon-2017-18.toml"


@pytest.fixture(scope="session")
def hillingdon() -> ontrack.Plan:
    return ontrack.read_plan(HILLINGDON)


@pytest.fixture(scope="session")
def second_quarter(hillingdon: ontrack.Plan) -> ontrack.Review:
    return ontrack.review(hillingdon, as_at="2017-18 Q2")


@pytest.fixture(scope="session")
def everything(hillingdon: ontrack.Plan) -> ontrack.Review:
    return ontrack.review(hillingdon)
