"""The register of checks on a set: rule files name them, `check_set` calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from desktop.rules.rule import Rule
from desktop.sets.report_set import ReportSet
from desktop.sets.set_finding import SetFinding

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class SetContext:
    """What a check on a set may look at; the frame is made once."""

    reports: ReportSet

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Units × years as rows, cells as columns."""
        from desktop.sets.frame import set_frame

        return set_frame(self.reports)


SetCheck = Callable[[SetContext, Rule], Iterator[SetFinding]]

SET_CHECKS: Final[dict[str, SetCheck]] = {}


def set_check(name: str) -> Callable[[SetCheck], SetCheck]:
    """Register a function under the name by which rule files call it."""

    def register(function: SetCheck) -> SetCheck:
        if name in SET_CHECKS:
            raise ValueError(f"two checks are named {name}")
        SET_CHECKS[name] = function
        return function

    return register
