"""What was read held against the truth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

Truth = Mapping[str, Any]
Result = Mapping[str, Any]

FIGURES: Final = (
    "reports", "whole", "silent", "false", "misnamed", "partial", "unreadable", "missed",
    "unasked", "doubts", "right",
)  # fmt: skip


@dataclass
class Score:
    """How one report was read."""

    whole: bool = False
    silent: list[str] = field(default_factory=list)
    """cells read wrongly, with a number and without a doubt"""
    false: list[str] = field(default_factory=list)
    """rules by which a right report is accused"""
    misnamed: bool = False
    missed: int = 0
    """violated equations that are neither named nor have a cell in doubt"""
    unasked: list[str] = field(default_factory=list)
    """cells that a person should be asked to look at, and is not"""
    doubts: int = 0
    """doubts of cells that are right and give no reason for one"""
    right: int = 0
    status: str = "unreadable"

    def counts(self) -> Counter[str]:
        """The same as figures that can be added up."""
        return Counter(
            reports=1, whole=self.whole, silent=bool(self.silent), false=bool(self.false),
            misnamed=self.misnamed, partial=self.status == "partial",
            unreadable=self.status == "unreadable", missed=self.missed,
            unasked=bool(self.unasked), doubts=self.doubts, right=self.right,
        )  # fmt: skip


def score(truth: Truth, got: Result) -> Score:
    """Hold a result of `check --format jsonl` against the truth."""
    cells: Mapping[str, Any] = got["cells"] or {}
    values = {name: cells.get(name, {}).get("value") for name in truth["values"]}
    wrong = [name for name, number in truth["values"].items() if not same(values[name], number)]
    result = Score(status=got["status"], right=len(values) - len(wrong))
    result.silent = [name for name in wrong if values[name] is not None and not _doubt(cells, name)]
    result.false = sorted({finding["rule"] for finding in _false(truth, got)})
    result.misnamed = not _named(truth, got)
    result.missed = len(_missed(truth, got))
    allowed = {*truth.get("ask", ()), *truth.get("may", ())}
    result.unasked = [name for name in truth.get("ask", ()) if not _looked_at(cells, values, name)]
    result.doubts = sum(
        _doubt(cells, name) for name in cells if name in values and name not in {*wrong, *allowed}
    )
    left = [name for name in wrong if not (name in allowed and values[name] is None)]
    result.whole = _read(truth, got) and not (left or result.false or result.misnamed)
    return result


def same(value: object, truth: float | None) -> bool:
    """A JSON value (amounts may be strings) against the truth."""
    if value == truth:
        return True
    try:
        return isinstance(value, str) and truth is not None and float(value) == truth
    except ValueError:
        return False


def _doubt(cells: Mapping[str, Any], name: str) -> bool:
    return bool(cells.get(name, {}).get("doubt"))


def _looked_at(cells: Mapping[str, Any], values: Mapping[str, object], name: str) -> bool:
    """A cell without a number is looked at anyway."""
    return _doubt(cells, name) or values[name] is None


def _read(truth: Truth, got: Result) -> bool:
    """A report that lacks something can be read in part at best."""
    return got["status"] == "read" or (
        got["status"] == "partial" and "F04" in truth.get("expected", ())
    )


def _named(truth: Truth, got: Result) -> bool:
    """A report that is not read has no name."""
    keys = ("agency", "year")
    return got["status"] == "unreadable" or all(truth[key] == got[key] for key in keys)


def _broken(truth: Truth) -> set[tuple[str, ...]]:
    return {tuple(sorted(equation["cells"])) for equation in truth.get("broken", ())}


def _false(truth: Truth, got: Result) -> list[Mapping[str, Any]]:
    """Errors that the report does not have."""
    broken, expected = _broken(truth), set(truth.get("expected", ()))
    return [
        finding
        for finding in got["findings"]
        if finding["severity"] == "error"
        and finding["rule"] not in expected
        and not (finding["kind"] == "equation" and tuple(sorted(finding["cells"])) in broken)
    ]


def _missed(truth: Truth, got: Result) -> list[tuple[str, ...]]:
    cells: Mapping[str, Any] = got["cells"] or {}
    found = {tuple(sorted(f["cells"])) for f in got["findings"] if f["kind"] == "equation"}
    return [
        equation
        for equation in _broken(truth) - found
        if got["status"] != "unreadable"
        and not any(_doubt(cells, name) for name in equation)
        and all(cells.get(name, {}).get("value") is not None for name in equation)
    ]
