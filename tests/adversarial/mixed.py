"""Two kinds at once: one of the table or page, one of single cells."""

from __future__ import annotations

from typing import Final

from tests.adversarial.draft import Draft
from tests.adversarial.kinds import EVERY, KINDS, kind

TABLES: Final = (
    "order.organs", "order.paths", "order.proactive_rows", "order.rows_renumbered",
    "order.rows_with_numerals", "labels.variants", "columns.numbered", "headings.in_table",
    "headings.stray", "headings.captions", "headings.title", "shapes.blocks_apart",
)  # fmt: skip
PAGES: Final = (
    "surroundings.watermark", "surroundings.background", "surroundings.seal", "sheets.rotated",
    "sheets.open_sides", "sheets.header_cut", "headings.running_head", "sheets.scaled",
    "sheets.mixed_align", "sheets.turned_forms",
)  # fmt: skip
CELLS: Final = (
    "marks.circled", "marks.superscript", "marks.raised", "marks.notes", "marks.struck",
    "marks.replaced", "marks.underlined", "notations.full_width", "notations.two_numbers",
    "notations.remarks", "notations.no_number", "notations.nothing", "notations.thousands",
)  # fmt: skip
INKS: Final = (
    "ink.curves_few", "ink.pictures_few", "ink.curves_part", "covers.blank", "covers.rewritten",
    "covers.picture_of_number", "hidden.invisible", "hidden.layer_off", "hidden.clipped",
)  # fmt: skip


@kind("mixed.table_and_cells", EVERY)
def table_and_cells(draft: Draft) -> None:
    """A table in another order or with other labels, and marks in its cells."""
    _both(draft, TABLES, CELLS)


@kind("mixed.page_and_cells")
def page_and_cells(draft: Draft) -> None:
    """A page with something on it, and marks in cells."""
    _both(draft, PAGES, CELLS)


@kind("mixed.page_and_ink")
def page_and_ink(draft: Draft) -> None:
    """A page with something on it, and numbers without text."""
    _both(draft, PAGES, INKS)


@kind("mixed.table_and_ink")
def table_and_ink(draft: Draft) -> None:
    """A table in another order, and numbers without text."""
    _both(draft, TABLES, INKS)


def _both(draft: Draft, ones: tuple[str, ...], others: tuple[str, ...]) -> None:
    for names in (ones, others):
        name = draft.random.choice(names)
        KINDS[name].alter(draft)
        draft.parts.append(name)
