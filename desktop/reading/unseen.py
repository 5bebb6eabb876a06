"""Cells at which a page's text layer does not say what a person sees."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple

from desktop.geometry import Box
from desktop.pdf.page import Difference, Page
from desktop.reading.rows import Parts
from desktop.report.values import Reading, parse_value

_DOUBTS: Final = {
    Difference.STRUCK: "此格有被划去的数字，请对照原文",
    Difference.DRAWN: "此格有画成图形的内容，可能是数字，请对照原文",
    Difference.HIDDEN: "此格有看不见的文字（被遮住、与底色相同或在不显示的图层上），请对照原文",
}
# Points by which a drawing in the next cell may reach over the ruling between.
_OVER: Final = 1.0


class Unseen(NamedTuple):
    """How what is seen in a cell differs from what was read, the weightiest way."""

    difference: Difference

    @property
    def doubt(self) -> str:
        """The difference in a sentence."""
        return _DOUBTS[self.difference]

    def instead_of_number(self, text: str) -> bool:
        """Whether the cell's number, if it has one, is what cannot be read."""
        return self.difference is not Difference.HIDDEN and (
            parse_value(text).reading is Reading.BLANK
        )


def unseen_cells(cells: Mapping[str, Parts], pages: Mapping[int, Page]) -> Mapping[str, Unseen]:
    """The cells in which the text layer does not say what is seen, by name; few have any."""
    if not any(page.discrepancies for page in pages.values()):
        return {}
    found = ((name, _unseen_in(parts, pages)) for name, parts in cells.items())
    return {name: unseen for name, unseen in found if unseen is not None}


def _unseen_in(parts: Parts, pages: Mapping[int, Page]) -> Unseen | None:
    found = {
        discrepancy.difference
        for number, cell in parts
        for discrepancy in pages[number].discrepancies
        if _is_in(discrepancy.box, cell.box)
    }
    return next((Unseen(difference) for difference in _DOUBTS if difference in found), None)


def _is_in(box: Box, cell: Box) -> bool:
    """Whether a place reaches into a cell by more than the ruling around it is wide."""
    return box.overlaps(cell.grown(-_OVER)) if min(cell.width, cell.height) > 2 * _OVER else False
