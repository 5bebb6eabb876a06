"""How long the rules take: `python -m tests.bench.rules [FILE ...]`.

On one report; to find three wrong cells in random reports; and how the time grows where a
section's text is twice as long, which is about 2 as long as no pattern tries every way through.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from desktop.reading.read import read_report
from desktop.resources import resource
from tests.builders import FORM_2021
from tests.packaged import check
from tests.rules.prose import complete_report, said
from tests.rules.repair.measure import slowest
from tests.rules.repair.simulation import full_values, sparse_values

_ROUNDS: Final = 50
_SPOILT: Final = range(100)
_LONG_TEXTS: Final = ("共计", "收到申请5件，", "（申请5件）", "视频号、", "9", "其中12条、")
_REPEATED: Final = 3000


def milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def growth(text: str) -> float:
    """How many times as long the rules take, where a text repeats twice as often."""
    once, twice = (
        median(milliseconds(partial(check, complete_report(said(text * count)))) for _ in range(3))
        for count in (_REPEATED, 2 * _REPEATED)
    )
    return twice / once


def main(words: Sequence[str]) -> None:
    paths = [Path(word) for word in words] or [resource("sample", "sample-2024.pdf")]
    for path in paths:
        report = read_report(path.read_bytes())
        first = milliseconds(partial(check, report))
        usual = median(milliseconds(partial(check, report)) for _ in range(_ROUNDS))
        print(f"{path.name}: {usual:.2f} ms (median of {_ROUNDS}), {first:.1f} ms the first time")
    for style in (full_values, sparse_values):
        middle, most = slowest(style, FORM_2021, 3, _SPOILT)
        print(f"three wrong cells, {style.__name__}: {middle:.1f} ms (99th percentile {most:.1f})")
    growths = {text: growth(text) for text in _LONG_TEXTS}
    worst = max(growths, key=lambda text: growths[text])
    print(f"a text twice as long: {growths[worst]:.1f} times as long at most, for “{worst}”")


if __name__ == "__main__":
    main(sys.argv[1:])
