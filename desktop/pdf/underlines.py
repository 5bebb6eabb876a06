"""Lines that underline text, told from the rulings of tables.

An underlined number in a cell has a line below it about as long as itself. Taken for a ruling
it would part its row, or draw the row's own ruling to itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from desktop.geometry import enclosing
from desktop.pdf.free_lines import FreeLine, TextLines
from desktop.pdf.page import Ruling

# In parts of a character's height, where a line runs below the baseline: an underline, the
# second of two, and one that blanks make longer than its text. Rulings of tables run lower.
_HIGHEST: Final = 0.04
_LOWEST: Final = 0.4
_LOWEST_OF_LONGER: Final = 0.29
# In parts of a character's height, between the ends of a line and those of the text over it.
_BESIDE: Final = 0.22
# Points: underlined blanks and the number among them are no wider.
_WIDEST: Final = 150.0
# The part of a line that its text must fill; there are blanks in it.
_FILLED: Final = 0.5


def underlines(lines: Iterable[FreeLine], text: TextLines) -> Iterator[Ruling]:
    """The rulings that are underlines, among lines that end at no side of a table."""
    for line in lines:
        if _is_under(line, text):
            yield from line.rulings


def _is_under(line: FreeLine, text: TextLines) -> bool:
    over = text.along(line, -_LOWEST, _HIGHEST)
    if not over:
        return False
    whole = enclosing(glyph.box for glyph in over)
    length, near = line.end - line.start, _BESIDE * whole.height
    if abs(whole.x0 - line.start) <= near and abs(whole.x1 - line.end) <= near:
        return sum(glyph.box.width for glyph in over) >= _FILLED * length
    # Rulings of a table without sides come in as many parts as it has columns.
    alone = line.hangs and len(line.rulings) == 1 and length <= _WIDEST
    return alone and bool(text.along(line, -_LOWEST_OF_LONGER, _HIGHEST))
