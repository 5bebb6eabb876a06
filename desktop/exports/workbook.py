"""Reviews to an Excel workbook: the tables in their official layout, lists, and sums."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.exports.neutral import printable
from desktop.exports.rows import (
    EDIT_HEAD,
    FINDING_HEAD,
    Value,
    edit_rows,
    finding_rows,
    report_name,
)
from desktop.exports.sheets import draw_list, draw_table
from desktop.exports.sums import Placed, draw_sums
from desktop.review.review import Review

if TYPE_CHECKING:
    from openpyxl import Workbook

_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\']")
_LONGEST_NAME: Final = 31
_FINDING_WIDTHS: Final = (6, 10, 26, 70, 18, 50, 30, 30, 30, 12, 18)
_EDIT_WIDTHS: Final = (6, 50, 20, 14, 14, 8, 30, 12, 12, 18)

Rows = Callable[[Review], Iterator[tuple[Value, ...]]]


def write_workbook(reviews: Sequence[Review], path: Path) -> None:
    """Write a workbook at `path`: three sheets a report, then 问题清单, 修改记录 and 勾稽关系."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    alone = len(reviews) == 1
    placed = [Placed(review, _add_tables(book, review, alone=alone)) for review in reviews]
    for title, head, rows, widths in (
        ("问题清单", FINDING_HEAD, finding_rows, _FINDING_WIDTHS),
        ("修改记录", EDIT_HEAD, edit_rows, _EDIT_WIDTHS),
    ):
        draw_list(book.create_sheet(title), head, _all(rows, reviews), widths)
    draw_sums(book.create_sheet("勾稽关系"), placed)
    book.save(path)


def _all(rows: Rows, reviews: Sequence[Review]) -> Iterator[tuple[Value, ...]]:
    """The rows of every review, numbered through."""
    number = 0
    for review in reviews:
        for row in rows(review):
            number += 1
            yield (number, *row[1:])


def _add_tables(book: Workbook, review: Review, *, alone: bool) -> dict[str, str]:
    """Draw the tables of a review; the titles of their sheets by table."""
    titles: dict[str, str] = {}
    for table in review.report.form.tables:
        word = table.name.split()[0]
        title = word if alone else _sheet_title(book, f"{report_name(review)} {word}")
        draw_table(book.create_sheet(title), table, review)
        titles[table.table] = title
    return titles


def _sheet_title(book: Workbook, wanted: str) -> str:
    """A title that Excel takes and no other sheet has; its end, the table's name, is kept."""
    allowed = _FORBIDDEN.sub("", printable(wanted))
    title, number = allowed[-_LONGEST_NAME:], 1
    # To Excel names that differ only in case are the same.
    taken = {name.casefold() for name in book.sheetnames}
    while title.casefold() in taken:
        number += 1
        end = f" {number}"
        title = allowed[-(_LONGEST_NAME - len(end)) :] + end
    return title
