"""The register of built-in checks: rule files name them, the engine calls them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop.report.model import Report
from desktop.rules.finding import Finding, Unchecked
from desktop.rules.rule import Rule


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may look at."""

    report: Report


Check = Callable[[Context, Rule], Iterator[Finding | Unchecked]]

CHECKS: Final[dict[str, Check]] = {}


def check(name: str) -> Callable[[Check], Check]:
    """Register a function under the name by which rule files call it."""

    def register(function: Check) -> Check:
        if name in CHECKS:
            raise ValueError(f"two checks are named {name}")
        CHECKS[name] = function
        return function

    return register
