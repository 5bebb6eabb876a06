"""Numbers beside which one digit more would not have fitted into the line."""

from __future__ import annotations

from typing import Final

from desktop.geometry import enclosing
from desktop.tables.grid import GridCell

# Widths of a digit: the usual margins of a cell, and not quite one digit more.
_FULL: Final = 3.2


def is_full(cell: GridCell) -> bool:
    """Whether a number's longest line fills its cell; a cell without text is not full."""
    if not cell.text.isdigit():
        return False
    widest = max(enclosing(glyph.box for glyph in line).width for line in cell.lines)
    return cell.box.width - widest < _FULL * cell.glyphs[0].box.width
