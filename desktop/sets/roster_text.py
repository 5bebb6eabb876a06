"""A roster as text: comma, tab or semicolon between the cells, in the encodings of WPS."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from itertools import islice
from typing import Final, Literal

from desktop.sets.roster_table import (
    DEEPEST_TITLES,
    MOST_LINES,
    Column,
    RosterTable,
    TableRow,
    title_row,
)
from desktop.sets.unit import RosterError

_ENCODINGS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_SEPARATORS: Final = (",", "\t", ";", "，", "；")


def read_text_table(data: bytes, name: str) -> tuple[RosterTable, bool]:
    """The table in a text file, and whether its quotation marks are in pairs.

    Of the separators, the one by which most columns are found.

    Raises:
        RosterError: the encoding is not known, or there are too many lines.
    """
    text = _decoded(data, name)
    if text.count("\n") + text.count("\r") > 2 * MOST_LINES:
        raise too_long(name)
    mark = max(_separators_in(text), key=lambda mark: _columns_found(text, mark, name))
    paired = text.count('"') % 2 == 0
    table = RosterTable("", tuple(_rows(text, mark, name, quoted=paired)))
    if paired and _is_swallowed(table):
        paired = False
        table = RosterTable("", tuple(_rows(text, mark, name, quoted=False)))
    return table, paired


def _columns_found(text: str, mark: str, name: str) -> int:
    first = islice(_rows(text, mark, name, quoted=text.count('"') % 2 == 0), DEEPEST_TITLES)
    titles = title_row(RosterTable("", tuple(first)))
    return len(titles.columns) if titles else 0


def _is_swallowed(table: RosterTable) -> bool:
    """Whether lines are inside of a unit's name: a quotation mark has not its second one."""
    titles = title_row(table)
    place = titles.columns[Column.UNIT] if titles else 0
    return any("\n" in str(row.cells.get(place, "")).strip() for row in table.rows)


def too_long(name: str) -> RosterError:
    """What is said of a file that holds far more lines than there are offices."""
    return RosterError(f"名册 {name} 超过 {MOST_LINES} 行，请确认是单位名册，并删去多余的行。")


def _decoded(data: bytes, name: str) -> str:
    for start, encoding in _ENCODINGS:
        if data.startswith(start):
            encodings: tuple[str, ...] = (encoding,)
            break
    else:
        encodings = ("utf-8", "gb18030")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RosterError(f"名册 {name} 的编码无法识别，请另存为 UTF-8 编码的 .csv 或 .xlsx。")


def _separators_in(text: str) -> tuple[str, ...]:
    return tuple(mark for mark in _SEPARATORS if mark in text) or (",",)


def _rows(text: str, mark: str, name: str, *, quoted: bool) -> Iterator[TableRow]:
    """The rows with something in them, each with the line it begins at.

    A quotation mark without its second would make one cell of all lines below it: then they
    are not `quoted`, and the marks are left out.
    """
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=mark, quoting=quoting)
    line = 1
    try:
        for count, cells in enumerate(reader):
            if count >= MOST_LINES:
                raise too_long(name)
            filled = {at: cell if quoted else cell.strip('"') for at, cell in enumerate(cells)}
            if any(cell.strip() for cell in filled.values()):
                yield TableRow(line, filled)
            line = reader.line_num + 1
    except csv.Error as error:
        raise RosterError(
            f"名册 {name} 不是完好的文本表格，请在 WPS 中打开后另存为 .xlsx。", str(error)
        ) from error
