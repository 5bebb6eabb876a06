"""Grid cells to the report's typed cells, with a doubt wherever a person should look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from desktop.geometry import enclosing
from desktop.pdf.characters import UNCODED
from desktop.pdf.frame import Frame
from desktop.pdf.page import Glyph
from desktop.reading.table import Parts, TableReading
from desktop.report.model import Cell, Source, read_cell
from desktop.tables.grid import GridCell
from desktop.tables.text import lines_of, words_of

_UNREADABLE: Final = "有无法识别的字符，请对照原文"
_SEVERAL: Final = "同一格中有几个分开的数字，请对照原文"
_STACKED: Final = "数字分在几行，可能不是一个数，请对照原文"
_SHARED: Final = "几列合在一格里，请对照原文"
_ROW_UNSURE: Final = "行名与表样差别较大，请核对是否为这一行"
_UNSURE_BELOW: Final = 0.7
# Points of white on both sides of a cell together; a number breaks only where it does not fit.
_PADDING: Final = 14.0


def typed_cells(reading: TableReading, frames: Mapping[int, Frame]) -> dict[str, Cell]:
    """The cells of a table.

    Args:
        reading: the table as found.
        frames: the reading frame of each page, by number.
    """
    shared = _shared(reading)
    unsure = _unsure(reading)
    cells: dict[str, Cell] = {}
    for name, parts in reading.cells.items():
        text = "".join(cell.text for _, cell in parts)
        doubt = _doubt(parts) or (_SHARED if name in shared and text else None)
        doubt = doubt or (_ROW_UNSURE if name in unsure else None)
        cells[name] = read_cell(name, text, _source(parts, frames), doubt)
    return cells


def _source(parts: Parts, frames: Mapping[int, Frame]) -> Source:
    """The place of the part with text; of the first where none has any."""
    page, cell = next((part for part in parts if part[1].text), parts[0])
    box = enclosing([cell.box, *(glyph.box for glyph in cell.glyphs)])
    return Source(page, frames[page].displayed(box))


def _shared(reading: TableReading) -> frozenset[str]:
    """The names whose cell is also another's."""
    names: dict[int, list[str]] = {}
    for name, parts in reading.cells.items():
        names.setdefault(id(parts[0][1]), []).append(name)
    return frozenset(name for group in names.values() if len(group) > 1 for name in group)


def _unsure(reading: TableReading) -> frozenset[str]:
    return frozenset(
        name for name, row_score in reading.row_scores.items() if row_score < _UNSURE_BELOW
    )


def _doubt(parts: Parts) -> str | None:
    for _, cell in parts:
        if UNCODED in cell.text:
            return _UNREADABLE
        if len(cell.words) > 1:
            doubt = _layout_doubt(cell)
            if doubt:
                return doubt
    return None


def _layout_doubt(cell: GridCell) -> str | None:
    """Whether what stands in one cell may be several numbers."""
    lines = lines_of(cell.glyphs)
    if any(sum(map(_has_digit, words_of(line))) > 1 for line in lines):
        return _SEVERAL
    if cell.text.isdigit() and not all(_is_full(line, cell) for line in lines[:-1]):
        return _STACKED
    return None


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)


def _is_full(line: Sequence[Glyph], cell: GridCell) -> bool:
    """Whether one more digit would not have fitted into the line."""
    width = line[-1].box.x1 - line[0].box.x0
    return width + line[-1].box.width > cell.box.width - _PADDING
