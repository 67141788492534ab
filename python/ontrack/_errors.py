"""The exceptions of ontrack. The library in C++ raises them too."""

from __future__ import annotations

from ontrack._core import Place, Problem


class Error(ValueError):
    """The base of every exception that ontrack raises: holds at least one `Problem`, and prints all of them."""

    __module__ = "ontrack"

    def __init__(self, problem: Problem, /, *more: Problem) -> None:
        super().__init__(problem, *more)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that was found wrong, in the order of the input."""
        problems: tuple[Problem, ...] = self.args
        return problems

    @property
    def code(self) -> str:
        """The first problem's stable code, such as `unknown-key`."""
        return self.problems[0].code

    @property
    def message(self) -> str:
        """The first problem in one sentence."""
        return self.problems[0].message

    @property
    def where(self) -> Place:
        """File, line, column and key path of the first problem."""
        return self.problems[0].where

    @property
    def remedy(self) -> str:
        """What to do about the first problem."""
        return self.problems[0].remedy


class PlanError(Error):
    """A plan that contradicts itself or cannot be read."""

    __module__ = "ontrack"


class DataError(Error):
    """Numbers that cannot be used at all: not finite, beyond exact decimals, arrays of the wrong shape or kind."""

    __module__ = "ontrack"


class CalendarError(Error):
    """A date, period or label that does not exist or has two readings."""

    __module__ = "ontrack"
