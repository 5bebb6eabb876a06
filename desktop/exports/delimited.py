"""Reviews to CSV: one row for each cell, UTF-8 with BOM, as WPS and Excel open it right."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from desktop.exports.neutral import neutral
from desktop.exports.rows import CELL_HEAD, Value, cell_rows
from desktop.report.values import format_number
from desktop.review.review import Review


def write_csv(reviews: Sequence[Review], path: Path) -> None:
    """Write the cells of all `reviews`, one after the other, to a new file at `path`."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(CELL_HEAD)
        for review in reviews:
            writer.writerows([_text(value) for value in row] for row in cell_rows(review))


def _text(value: Value) -> str:
    if value is None:
        return ""
    return neutral(value) if isinstance(value, str) else format_number(value)
