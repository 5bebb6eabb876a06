"""A roster as a workbook (.xlsx): its sheets as tables, read from the parts of the file.

openpyxl leaves merged cells out where it reads row by row, and where it does not, it needs
three seconds for ten thousand lines; this takes what a roster needs in a fraction of that.
The parts and their names: ECMA-376, part 1, chapters 12 and 18.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from io import BytesIO
from typing import IO, Final, NamedTuple
from xml.etree import ElementTree

from desktop.sets.roster_cells import CellValue
from desktop.sets.roster_table import MOST_LINES, MergedCells, RosterTable, TableRow
from desktop.sets.unit import MonthDay, RosterError

_MOST_UNPACKED: Final = 128 * 1024 * 1024
"""bytes of all parts but pictures"""
_MOST_COLUMNS: Final = 1024
# What zipfile, the XML parser and numbers that are none raise; nothing else is expected.
_DAMAGED: Final = (
    zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError,
    ElementTree.ParseError, ValueError, LookupError, ArithmeticError, NotImplementedError,
)  # fmt: skip
# Number formats without a text of their own, as Chinese versions show them (18.8.30).
_DATE_FORMATS: Final = frozenset((14, 15, 17, 22, 27, 30, 31, 36, 50, 52, 57))
_MONTH_DAY_FORMATS: Final = frozenset((16, 28, 29, 51, 53, 54, 58))
_UNSHOWN: Final = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.')
_PACKINGS: Final = frozenset((zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
_REFERENCE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9]\d{0,6})")
_FIRST_DAYS: Final = {False: date(1899, 12, 30), True: date(1904, 1, 1)}


class _Style(NamedTuple):
    """How a number is shown: as a date, as a day of every year, or as a number."""

    is_date: bool
    has_year: bool


class _Workbook(NamedTuple):
    archive: zipfile.ZipFile
    texts: Sequence[str]
    styles: Sequence[_Style]
    first_day: date


def read_sheets(data: bytes, name: str) -> tuple[RosterTable, ...]:
    """The sheets of a workbook, visible ones first; values of formulas as they were saved.

    Raises:
        RosterError: the file is damaged, no workbook, or too large.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if {part.compress_type for part in archive.infolist()} - _PACKINGS:
                raise zipfile.BadZipFile("packed in a way that workbooks are not")
            parts = [part for part in archive.infolist() if part.filename.endswith(".xml")]
            if sum(part.file_size for part in parts) > _MOST_UNPACKED:
                raise RosterError(f"名册 {name} 太大，请确认是单位名册，并删去多余的行和图片。")
            return tuple(_sheets(archive))
    except _DAMAGED as error:
        raise RosterError(
            f"名册 {name} 打不开：文件已损坏，或者不是 .xlsx；请在 WPS 中打开后另存为 .xlsx。",
            f"{type(error).__name__}: {error}",
        ) from error


def _sheets(archive: zipfile.ZipFile) -> Iterator[RosterTable]:
    ((_, main),) = _related(archive, "", "officeDocument")[:1]
    root = _part(archive, main)
    properties = _first(root, "workbookPr")
    from_1904 = properties is not None and properties.get("date1904") in ("1", "true")
    strings, styles = _related(archive, main, "sharedStrings"), _related(archive, main, "styles")
    book = _Workbook(
        archive,
        [text for _, part in strings for text in _texts(archive, part)],
        [style for _, part in styles for style in _styles(archive, part)],
        _FIRST_DAYS[from_1904],
    )
    parts = dict(_related(archive, main, "worksheet"))
    sheets = [sheet for sheet in root.iter() if _tag(sheet) == "sheet"]
    for sheet in sorted(sheets, key=lambda sheet: sheet.get("state", "visible") != "visible"):
        ids = [value for key, value in sheet.attrib.items() if key.endswith("}id")]
        # A sheet that is a chart has a part of another kind.
        if ids and ids[0] in parts:
            yield _sheet(book, parts[ids[0]], sheet.get("name", ""))


def _related(archive: zipfile.ZipFile, part: str, kind: str) -> list[tuple[str, str]]:
    """The parts of a kind that a part names, each with its id."""
    folder, base = posixpath.split(part)
    root = _part(archive, posixpath.join(folder, "_rels", f"{base}.rels"))
    found: list[tuple[str, str]] = []
    for relation in root:
        if relation.get("Type", "").rpartition("/")[2] == kind:
            target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", "")))
            found.append((relation.get("Id", ""), target.lstrip("/")))
    return found


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    with archive.open(name) as file:
        return ElementTree.parse(file).getroot()


def _tag(element: ElementTree.Element) -> str:
    """The name of an element without its namespace: there are two of them."""
    return element.tag.rpartition("}")[2]


def _first(root: ElementTree.Element, tag: str) -> ElementTree.Element | None:
    return next((element for element in root.iter() if _tag(element) == tag), None)


def _texts(archive: zipfile.ZipFile, part: str) -> Iterator[str]:
    """The shared strings of a workbook, in their order."""
    for item in _part(archive, part):
        if _tag(item) == "si":
            yield _text(item)


def _text(item: ElementTree.Element) -> str:
    """A text without how it is pronounced, which stands in it as `rPh`."""
    pieces: list[str] = []
    for child in item:
        if child.tag.endswith("}t"):
            pieces.append(child.text or "")
        elif child.tag.endswith("}r"):
            pieces.append(_text(child))
    return "".join(pieces)


def _styles(archive: zipfile.ZipFile, part: str) -> Iterator[_Style]:
    """How the cells of each style show a number."""
    root = _part(archive, part)
    own = {
        int(element.get("numFmtId", "-1")): element.get("formatCode", "")
        for element in root.iter()
        if _tag(element) == "numFmt"
    }
    formats = _first(root, "cellXfs")
    for element in () if formats is None else formats:
        number = int(element.get("numFmtId", "0"))
        if number in own:
            shown = _UNSHOWN.sub("", own[number].partition(";")[0]).lower()
            has_year = "y" in shown or "e" in shown
            yield _Style(has_year or "d" in shown, has_year)
        else:
            yield _Style(number in _DATE_FORMATS | _MONTH_DAY_FORMATS, number in _DATE_FORMATS)


def _sheet(book: _Workbook, part: str, title: str) -> RosterTable:
    """One sheet; of one that is too long for a roster, one row more than is allowed."""
    rows: list[TableRow] = []
    merged: list[MergedCells] = []
    with book.archive.open(part) as file:
        for element, line in _parsed(file):
            if element.tag.endswith("}mergeCell"):
                merged.extend(_merged(element.get("ref", "")))
            elif cells := dict(_cells(book, element)):
                rows.append(TableRow(line, cells))
                if len(rows) > MOST_LINES:
                    break
    return RosterTable(title, tuple(rows), tuple(merged))


def _parsed(file: IO[bytes]) -> Iterator[tuple[ElementTree.Element, int]]:
    """The rows of a sheet, each with its line, and then its merged cells; each forgotten after."""
    line = 0
    for _, element in ElementTree.iterparse(file):
        if element.tag.endswith("}row"):
            line = int(element.get("r", line + 1))
            yield element, line
            element.clear()
        elif element.tag.endswith("}mergeCell"):
            yield element, line


def _cells(book: _Workbook, row: ElementTree.Element) -> Iterator[tuple[int, CellValue]]:
    """The cells of a row with something in them, by column from 0."""
    column = -1
    for element in row:
        reference = _REFERENCE.fullmatch(element.get("r", ""))
        column = _column(reference[1]) if reference else column + 1
        value = _value(book, element) if column < _MOST_COLUMNS else None
        if value is not None and not (isinstance(value, str) and not value.strip()):
            yield column, value


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _value(book: _Workbook, cell: ElementTree.Element) -> CellValue:
    kind = cell.get("t", "n")
    text = next((child.text or "" for child in cell if child.tag.endswith("}v")), "")
    if kind == "inlineStr":
        return "".join(_text(child) for child in cell if _tag(child) == "is")
    if not text:
        return None
    if kind == "s":
        return book.texts[int(text)]
    if kind == "b":
        return text.strip() == "1"
    return _number(book, text, int(cell.get("s", "0"))) if kind == "n" else text


def _number(book: _Workbook, text: str, style: int) -> CellValue:
    shown = book.styles[style] if 0 <= style < len(book.styles) else _Style(False, False)
    try:
        number = float(text)
        day = book.first_day + timedelta(days=int(number)) if shown.is_date else None
    except (ValueError, OverflowError):
        return text
    if day is None:
        return number
    # Who types 1月31日 gets the year of typing, and does not see it.
    return day if shown.has_year else MonthDay(day.month, day.day)


def _merged(reference: str) -> Iterator[MergedCells]:
    corners = [_REFERENCE.fullmatch(corner) for corner in reference.split(":")]
    if len(corners) == 2 and corners[0] and corners[1]:
        first, last = corners[0], corners[1]
        yield MergedCells(int(first[2]), int(last[2]), _column(first[1]), _column(last[1]))
