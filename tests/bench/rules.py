"""How long the rules take on one report: `python -m tests.bench.rules [FILE ...]`."""

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
from tests.packaged import check

_ROUNDS: Final = 50


def milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def main(words: Sequence[str]) -> None:
    paths = [Path(word) for word in words] or [resource("sample", "sample-2024.pdf")]
    for path in paths:
        report = read_report(path.read_bytes())
        first = milliseconds(partial(check, report))
        usual = median(milliseconds(partial(check, report)) for _ in range(_ROUNDS))
        print(f"{path.name}: {usual:.2f} ms (median of {_ROUNDS}), {first:.1f} ms the first time")


if __name__ == "__main__":
    main(sys.argv[1:])
