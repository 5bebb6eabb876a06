"""A report read once, packed to a few thousand bytes, until it is known what it is checked beside.

A report's year before may be in a file that is read later. What was read waits in the main
process, which does not unpack it; a worker does, when both are there.
"""

from __future__ import annotations

import hashlib
import pickle
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop.batch.outcome import Outcome, Product
from desktop.review.linking import NOT_GIVEN, Previous, UnitYear, compared_with, unit_year_of
from desktop.rules.rule import RuleSet

_FASTEST: Final = 1


@dataclass(frozen=True, slots=True)
class PackedOutcome:
    """What was read of one file, not checked yet.

    `unit_year` is whose report it is; None where there is none or the page does not tell.
    `content` is the same for reports with the same cells. `data` goes between processes of this
    program alone.
    """

    path: Path
    unit_year: UnitYear | None
    content: str
    data: bytes


def pack(outcome: Outcome) -> PackedOutcome:
    """An outcome as it waits; what it was checked for is left out."""
    report = outcome.report
    data = zlib.compress(pickle.dumps(replace(outcome, checked=None), -1), _FASTEST)
    if report is None:
        return PackedOutcome(outcome.path, None, "", data)
    told = [(name, cell.text, cell.value) for name, cell in report.cells.items()]
    content = hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()
    return PackedOutcome(outcome.path, unit_year_of(report), content, data)


def unpack(data: bytes) -> Outcome:
    """The outcome that was packed."""
    outcome = pickle.loads(zlib.decompress(data))
    if not isinstance(outcome, Outcome):
        raise TypeError(type(outcome))
    return outcome


def checked_product(
    path: Path,
    data: bytes,
    previous: bytes | None,
    no_previous: str,
    rules: RuleSet,
    make: Callable[[Outcome], Product],
) -> Product:
    """Check what was read, beside last year's report where there is one; what is made of it.

    Args:
        path: the file.
        data: what was read of it.
        previous: the same of last year's report.
        no_previous: why there is none.
        rules: the rules in force.
        make: makes what is wanted of an outcome.
    """
    from desktop.batch.one_file import checked_outcome

    outcome = unpack(data)
    if outcome.report is None:
        return make(outcome)
    before = NOT_GIVEN if no_previous == NOT_GIVEN.reason else Previous(None, no_previous)
    last = None if previous is None else unpack(previous).report
    if last is not None:
        before = compared_with(outcome.report, last)
    return make(checked_outcome(replace(outcome, path=path), before, rules))
