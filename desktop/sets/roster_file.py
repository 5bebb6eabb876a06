"""A roster file, read and written: .csv and .xlsx as people make them in WPS.

Columns 单位, 上级单位, 别名, 截止日期 and 可制定规章, in any order, below whatever titles. What
cannot be taken as it stands is told by its line; the rest of the file holds.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

from desktop.files.atomic import written_whole
from desktop.sets.roster import Roster, RosterMistake
from desktop.sets.roster_cells import GUESS_MARK, CellValue, text_of
from desktop.sets.roster_lines import roster_lines
from desktop.sets.roster_table import (
    MOST_BYTES,
    MOST_LINES,
    Column,
    RosterTable,
    TitleRow,
    title_row,
)
from desktop.sets.roster_text import read_text_table, too_long
from desktop.sets.roster_units import units_of
from desktop.sets.roster_workbook import read_sheets
from desktop.sets.unit import Deadline, RosterError, Unit

__all__ = ["RosterError", "read_roster", "write_roster"]

_ZIP: Final = b"PK"
_OLE: Final = b"\xd0\xcf\x11\xe0"
_WRITTEN: Final = (
    Column.UNIT, Column.PARENT, Column.ALIASES, Column.DEADLINE, Column.REGULATIONS,
)  # fmt: skip
_WIDTHS: Final = (36, 36, 36, 14, 12)
# Control characters, halves of pairs, and what XML 1.0 leaves out.
_UNPRINTABLE: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_STARTS_FORMULA: Final = tuple("=+-@＝＋－＠")


def read_roster(path: Path) -> Roster:
    """The roster in a file, with what could not be taken from it in `problems`.

    Raises:
        RosterError: it is no roster: missing, empty, damaged, far too large, of an old format
            (.xls, .et), in an unknown encoding, without a column of units, or without a unit.
    """
    data = _bytes_of(path)
    problems: list[RosterMistake] = []
    if data.startswith(_ZIP):
        table, titles = _first_roster(read_sheets(data, path.name), path.name, problems)
    elif path.suffix.lower() in (".xlsx", ".xlsm"):
        raise RosterError(
            f"名册 {path.name} 打不开：文件已损坏，或者不是 .xlsx；请在 WPS 中打开后另存为 .xlsx。"
        )
    else:
        text, paired = read_text_table(data, path.name)
        table, titles = _first_roster((text,), path.name, problems)
        if not paired:
            problems.append(RosterMistake(0, "双引号不成对，按没有引号读取，请核对各行"))
    units = units_of(tuple(roster_lines(table, titles, problems)), problems)
    problems.sort(key=lambda mistake: mistake.line)
    if not units:
        why = f"（{problems[0]}）" if problems else ""
        raise RosterError(
            f"名册 {path.name} 的“单位”一栏下面没有单位，请逐行写上各单位的全称{why}。"
        )
    return Roster(units, tuple(problems), path)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise RosterError(f"{path.name} 是文件夹，请选择 .csv 或 .xlsx 格式的名册。")
        if path.stat().st_size > MOST_BYTES:
            raise RosterError(f"名册 {path.name} 太大，请确认是单位名册，并删去多余的行和图片。")
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise RosterError(f"找不到名册 {path.name}，请检查路径。", str(error)) from error
    except (OSError, ValueError) as error:
        raise RosterError(f"名册 {path.name} 打不开，请检查路径和权限。", str(error)) from error
    if data.startswith(_OLE):
        raise RosterError(
            f"名册 {path.name} 是旧格式（.xls、.et）或设了密码，请在 WPS 中另存为 .xlsx，不设密码。"
        )
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise RosterError(f"名册 {path.name} 是空的。")
    return data


def _first_roster(
    tables: Sequence[RosterTable], name: str, problems: list[RosterMistake]
) -> tuple[RosterTable, TitleRow]:
    """The first table with a column of units; further ones are told."""
    found = [(table, titles) for table in tables if (titles := title_row(table))]
    if not found:
        raise RosterError(f"名册 {name} 中没有“单位”一栏，请在第一行写上“单位”“上级单位”等栏名。")
    if len(found[0][0].rows) > MOST_LINES:
        raise too_long(name)
    for table, _ in found[1:]:
        problems.append(
            RosterMistake(
                0,
                f"只采用了工作表“{found[0][0].name}”，工作表“{table.name}”也有“单位”一栏",
                about_parents=True,
            )
        )
    return found[0]


def refuse_unwritable(path: Path, roster: Roster | None = None) -> None:
    """Refuse what `write_roster` would refuse, before there is anything to write.

    Args:
        path: the file to write.
        roster: the one that the units are read from, if they are.

    Raises:
        RosterError: see `write_roster`.
    """
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise RosterError(f"名册只能保存为 .csv 或 .xlsx，请改文件名 {path.name}。")
    problems = () if roster is None else roster.problems
    if mistake := next((m for m in problems if m.about_parents), None):
        source = "原名册" if roster is None or roster.path is None else f"名册 {roster.path.name} "
        raise RosterError(
            f"没有写出 {path.name}，{source}的上级单位要先改正，否则会就此丢失（{mistake}）。"
        )


def write_roster(roster: Roster, path: Path) -> None:
    """Write a roster: as .csv in UTF-8 with BOM, which WPS opens right, or as .xlsx.

    A guessed parent is marked as one (`清源县人民政府（推测）`), and read as one until a person
    takes the mark away.

    Raises:
        RosterError: the name ends in something else, or the file that the roster was read from
            has mistakes about parents: a parent that was not understood would be gone for good.
        WriteError: the file cannot be written.
    """
    refuse_unwritable(path, roster)
    with written_whole(path) as temporary:
        if path.suffix.lower() == ".csv":
            _write_csv(roster, temporary)
        else:
            _write_workbook(roster, temporary)


def _row(unit: Unit) -> tuple[str, str, str, Deadline | None, str]:
    regulations = {None: "", True: "是", False: "否"}[unit.makes_regulations]
    parent = (unit.parent or "") + (GUESS_MARK if unit.parent and unit.parent_is_guess else "")
    return unit.name, parent, "、".join(unit.aliases), unit.deadline, regulations


def _printable(value: CellValue) -> str:
    """The text of a cell without what no file of a spreadsheet program may hold."""
    return _UNPRINTABLE.sub("", text_of(value))


def _write_csv(roster: Roster, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(column.value[0] for column in _WRITTEN)
        for unit in roster.units:
            # A spreadsheet program runs what begins like a formula.
            texts = map(_printable, _row(unit))
            writer.writerow(f"'{t}" if t.startswith(_STARTS_FORMULA) else t for t in texts)


def _write_workbook(roster: Roster, path: Path) -> None:
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook()
    (sheet,) = book.worksheets
    sheet.title = "名册"
    sheet.append([column.value[0] for column in _WRITTEN])
    for place, width in enumerate(_WIDTHS, start=1):
        sheet.cell(1, place).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    for line, unit in enumerate(roster.units, start=2):
        for place, value in enumerate(_row(unit), start=1):
            cell = sheet.cell(line, place)
            if isinstance(value, date):
                cell.value = value
                cell.number_format = "yyyy-mm-dd"
            elif text := _printable(value):
                cell.value = text
                # A name that begins like a formula is a text.
                cell.data_type = "s"
    book.save(path)
