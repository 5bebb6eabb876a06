"""What workers make of the files that a command line names, in that order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Final, TypeVar

from desktop.batch.outcome import Outcome
from desktop.batch.pool import ReadingPool, WorkerPool
from desktop.rules.rule import RuleSet

# Files waiting in front of each worker: enough to keep it busy, few enough to keep memory flat.
_AHEAD: Final = 4

Item = TypeVar("Item")


def usual_workers() -> int:
    """One worker for each processor, eight at most."""
    return max(1, min(os.cpu_count() or 1, 8))


def in_order(pool: WorkerPool[Item], files: Iterable[Path], workers: int) -> Iterator[Item]:
    """What the pool makes of each file, in the order of the files, each as soon as it is ready."""
    pending: deque[Future[Item]] = deque()
    for file in files:
        pending.append(pool.submit(file))
        if len(pending) >= workers * _AHEAD:
            yield pending.popleft().result()
    while pending:
        yield pending.popleft().result()


def outcomes(
    files: Iterable[Path], rules: RuleSet, previous: Path | None = None
) -> Iterator[Outcome]:
    """Read and check files in worker processes."""
    workers = usual_workers()
    with ReadingPool(rules, workers, previous=previous) as pool:
        yield from in_order(pool, files, workers)
