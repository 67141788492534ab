"""The examples in docstrings print what they say they print."""

from __future__ import annotations

import doctest
import inspect

import pytest
from ontrack import stats

FUNCTIONS = [name for name in stats.__all__ if inspect.isbuiltin(getattr(stats, name))]


@pytest.mark.parametrize("name", FUNCTIONS)
def test_the_example_runs(name: str) -> None:
    text = getattr(stats, name).__doc__
    test = doctest.DocTestParser().get_doctest(text, {}, name, None, None)
    assert test.examples, f"{name} has no example"
    report: list[str] = []
    failed, _ = doctest.DocTestRunner(optionflags=doctest.REPORT_NDIFF).run(test, out=report.append)
    assert not failed, "".join(report)
