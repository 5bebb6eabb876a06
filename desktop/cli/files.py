"""The outcomes of the files that a command line names, in that order."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import Final

from desktop.batch.outcome import Outcome
from desktop.batch.pool import Limits, ReadingPool

# Files waiting in front of each worker: enough to keep it busy, few enough to keep memory flat.
_AHEAD: Final = 4


def outcomes(
    files: Iterable[Path],
    workers: int | None = None,
    limits: Limits | None = None,
    rules: Path | None = None,
    previous: Path | None = None,
) -> Iterator[Outcome]:
    """Read and check files in worker processes; outcomes come in the order of the files."""
    workers = workers or max(1, min(os.cpu_count() or 1, 8))
    with ReadingPool(workers, limits, rules, previous) as pool:
        pending: deque[Future[Outcome]] = deque()
        for file in files:
            pending.append(pool.submit(file))
            if len(pending) >= workers * _AHEAD:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()
