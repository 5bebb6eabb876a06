"""Reviews to a file a supervisor can send on; the ending of its name says which kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from desktop.errors import WriteError
from desktop.exports.delimited import write_csv
from desktop.files.atomic import written_whole
from desktop.review.review import Review


def export_review(review: Review, path: Path) -> None:
    """Write one review; see `export_reviews`."""
    export_reviews([review], path)


def export_reviews(reviews: Sequence[Review], path: Path) -> None:
    """Write reviews to `path`, a `.xlsx` or a `.csv`, whole or not at all.

    Raises:
        WriteError: another ending, or the file cannot be written.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise WriteError("导出的文件名应以 .xlsx 或 .csv 结尾。", str(path))
    with written_whole(path) as temporary:
        write(reviews, temporary)


def _write_workbook(reviews: Sequence[Review], path: Path) -> None:
    # The spreadsheet library is worth its start time only here.
    from desktop.exports.workbook import write_workbook

    write_workbook(reviews, path)


_WRITERS: Final[dict[str, Callable[[Sequence[Review], Path], None]]] = {
    ".xlsx": _write_workbook,
    ".csv": write_csv,
}

WRITABLE: Final = frozenset(_WRITERS)
"""the endings of names that can be written"""
