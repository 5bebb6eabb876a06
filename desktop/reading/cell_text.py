"""The glyphs of a cell to its text, as the number in it is printed.

Digits that do not follow one another are parted by a space: two numbers in a cell are not one.
A small or raised digit is no digit of the number beside it; the text has it as such (`38²`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from statistics import median
from typing import Final

from desktop.pdf.page import Glyph
from desktop.tables.grid import GridCell
from desktop.tables.text import lines_of, text_of

# In parts of the height of a number's largest digit: smaller ones are marks; what stands so
# far above the number's baseline is raised.
_SMALL: Final = 0.87
_RAISED: Final = 0.12
# In widths of a digit: digits of one number leave no gap wider than usual by so much.
_GAP: Final = 0.28
_REMARK_WORDS: Final = "注"
_LEAST: Final = 2
_RAISED_DIGITS: Final = str.maketrans("0123456789０１２３４５６７８９", "⁰¹²³⁴⁵⁶⁷⁸⁹" * 2)
_left = attrgetter("box.x0")


def usual_gap(values: Iterable[GridCell], labels: Iterable[GridCell]) -> float:
    """The white that a table leaves between characters, in points; 0 where they touch.

    Where only some numbers are spaced, labels tell that it is not the table's way.
    """
    gaps = [_median_gap(values, digits=True), _median_gap(labels, digits=False)]
    return max(0.0, min((gap for gap in gaps if gap is not None), default=0.0))


def _median_gap(cells: Iterable[GridCell], *, digits: bool) -> float | None:
    gaps = [
        other.box.x0 - one.box.x1
        for cell in cells
        for line in cell.lines
        for one, other in pairwise(line)
        if not digits or (one.char.isdigit() and other.char.isdigit())
    ]
    return median(gaps) if gaps else None


def cell_text(cells: Sequence[GridCell], usual: float, *, wraps: bool) -> str:
    """The text of a cell.

    Args:
        cells: its pieces; more than one where a page break cuts it.
        usual: the white between digits in its table, in points.
        wraps: whether a number that goes on in the next line is one.
    """
    texts = [_piece_text(cell, usual, wraps=wraps) for cell in cells if cell.text]
    return _joined(texts, wraps=False)


def number_lines(cell: GridCell) -> Sequence[Sequence[Glyph]]:
    """The printed lines of a cell without the marks beside its number."""
    if len(cell.text) == 1 or (cell.text.isdecimal() and _is_of_one_size(cell.lines)):
        return cell.lines
    apart = set(map(id, _detached_glyphs(cell.glyphs)))
    if not apart:
        return cell.lines
    return lines_of(glyph for glyph in cell.glyphs if id(glyph) not in apart)


def _is_of_one_size(lines: Sequence[Sequence[Glyph]]) -> bool:
    """Whether the characters of a number are as high as one another, as nearly all are."""
    return len(lines) == 1 and len({round(glyph.box.height, 1) for glyph in lines[0]}) == 1


def _piece_text(cell: GridCell, usual: float, *, wraps: bool) -> str:
    lines = number_lines(cell)
    text = _joined((_line_text(line, usual) for line in lines), wraps=wraps)
    if lines is cell.lines:
        return text
    held = {id(glyph) for line in lines for glyph in line}
    detached = sorted((glyph for glyph in cell.glyphs if id(glyph) not in held), key=_left)
    first = min(_left(line[0]) for line in lines)
    before = [glyph for glyph in detached if glyph.box.x0 < first]
    return f"{_detached_text(before)}{text}{_detached_text(detached[len(before) :])}"


def _detached_glyphs(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """The small digits, and whatever is small and raised, beside a larger number."""
    digits = [glyph for glyph in glyphs if glyph.char.isdigit()]
    if len(glyphs) < _LEAST or not digits:
        return
    largest = max(digits, key=lambda glyph: glyph.box.height)
    height = largest.box.height
    small = [glyph for glyph in glyphs if glyph.box.height < _SMALL * height]
    for line in lines_of(small):
        # The digits of a remark in smaller print are part of it: `（其中修订16件）`.
        remark = any(char not in _REMARK_WORDS and char.isalpha() for char in text_of(line))
        for glyph in line:
            raised = largest.baseline - glyph.baseline > _RAISED * height
            if not remark and (raised or glyph.char.isdigit()):
                yield glyph


def _detached_text(detached: Sequence[Glyph]) -> str:
    return text_of(detached).translate(_RAISED_DIGITS)


def _line_text(line: Sequence[Glyph], usual: float) -> str:
    text = line[0].char
    for one, other in pairwise(line):
        both = one.char.isdigit() and other.char.isdigit()
        width = max(one.box.width, other.box.width)
        if both and other.box.x0 - one.box.x1 - usual > _GAP * width:
            text += " "
        text += other.char
    return text


def _joined(texts: Iterable[str], *, wraps: bool) -> str:
    """Lines joined; a digit that may not follow that of the line before stands apart."""
    whole = ""
    for text in texts:
        apart = not wraps and whole[-1:].isdigit() and text[:1].isdigit()
        whole += f" {text}" if apart else text
    return whole
