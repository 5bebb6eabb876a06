"""The figures of a run, by kind and in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from tests.adversarial.measure import Score

_COLUMNS: Final = ("reports", "whole", "silent", "false", "partial", "unreadable", "misnamed",
                   "missed", "unasked")  # fmt: skip
_NAME: Final = 28


def print_table(kinds: Sequence[str], scores: Sequence[Score]) -> None:
    """One line for each kind and one for all.

    missed: violated equations neither named nor doubted; unasked: reports with a cell that
    should be doubted and is not; doubts: needless ones in percent of the right cells.
    """
    sums: dict[str, Counter[str]] = {}
    for kind, item in zip(kinds, scores, strict=True):
        sums.setdefault(kind, Counter()).update(item.counts())
    print(f"{'kind':<{_NAME}}", *(f"{column:>10}" for column in _COLUMNS), f"{'doubts %':>9}")
    for kind in sorted(sums):
        _print_line(kind, sums[kind])
    total: Counter[str] = Counter()
    for figures in sums.values():
        total.update(figures)
    _print_line("total", total)


def _print_line(name: str, figures: Counter[str]) -> None:
    share = 100 * figures["doubts"] / max(1, figures["right"])
    numbers = (f"{figures[column] or '.':>10}" for column in _COLUMNS)
    print(f"{name:<{_NAME}}", *numbers, f"{share:9.2f}")


def print_details(
    files: Sequence[Path],
    truths: Sequence[Mapping[str, Any]],
    results: Sequence[Mapping[str, Any]],
    scores: Sequence[Score],
) -> None:
    """What each report that is silent or false has: cell, text, value, truth; rules."""
    for file, truth, got, item in zip(files, truths, results, scores, strict=True):
        if not (item.silent or item.false or item.unasked):
            continue
        print(file.name, got["status"], "false:", *item.false or ["-"])
        for name in item.silent[:4]:
            cell = got["cells"][name]
            print(f"    {name}: {cell['text']!r} = {cell['value']}, is {truth['values'][name]}")
        if item.unasked:
            print(f"    not asked: {' '.join(item.unasked[:4])}")
