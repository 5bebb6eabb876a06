"""One `check` run over many reports: `python -m tests.bench.checking [COUNT]`.

How much faster two workers are than one, and whether memory grows with the number of files.
"""

from __future__ import annotations

import resource as system
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Final

from desktop.resources import resource

_ROUNDS: Final = 5
_COUNT: Final = 200


def seconds(folder: Path, workers: int) -> float:
    """How long a `check` of the folder takes with so many workers."""
    command = [sys.executable, "-m", "desktop", "check", "--format", "jsonl"]
    started = time.perf_counter()
    subprocess.run(
        [*command, "--workers", str(workers), str(folder)],
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return time.perf_counter() - started


def filled(folder: Path, count: int) -> Path:
    folder.mkdir()
    for number in range(count):
        shutil.copy(resource("sample", "sample-2024.pdf"), folder / f"{number:03}.pdf")
    return folder


def main(words: Sequence[str]) -> None:
    count = int(words[0]) if words else _COUNT
    with tempfile.TemporaryDirectory() as place:
        few, many = filled(Path(place) / "few", count // 10), filled(Path(place) / "many", count)
        seconds(few, 2)
        peak_few = system.getrusage(system.RUSAGE_CHILDREN).ru_maxrss
        # By turns, so that a slow moment of the machine hits both alike.
        turns = [(seconds(many, 1), seconds(many, 2)) for _ in range(_ROUNDS)]
        one, two = (median(times) for times in zip(*turns, strict=True))
        peak_many = system.getrusage(system.RUSAGE_CHILDREN).ru_maxrss
    print(f"{count} reports: one worker {one:.2f} s, two workers {two:.2f} s, {one / two:.2f} ×")
    print(
        f"largest process: {peak_few / 1024:.0f} MB at {count // 10} files, "
        f"{peak_many / 1024:.0f} MB at {count}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
