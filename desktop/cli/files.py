"""The files that a command line names, and their outcomes in that order."""

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


def named_files(paths: Iterable[Path]) -> list[Path]:
    """The files named, and the PDFs in the folders named, each once, in the order given."""
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            found.update(dict.fromkeys(sorted(p for p in path.rglob("*") if _is_pdf(p))))
        else:
            found[path] = None
    return list(found)


def _is_pdf(path: Path) -> bool:
    # Office programs leave lock files beside open documents: ~$report.pdf, ._report.pdf.
    hidden = path.name.startswith((".", "~$"))
    return path.suffix.lower() == ".pdf" and not hidden and path.is_file()


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
