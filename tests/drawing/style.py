"""How a drawn report looks: the choices that real offices make."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Rulings(StrEnum):
    """How the lines of tables are drawn."""

    FULL = "full"
    HAIRLINE = "hairline"
    THICK = "thick"
    DOTTED = "dotted"
    DOUBLE = "double"
    GREY = "grey"
    RECTANGLES = "rectangles"
    """as thin filled rectangles"""
    PIECES = "pieces"
    """each cell strokes its own four sides"""
    ACROSS = "across"
    """horizontal lines only, sides open"""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Style:
    """The look of one drawn report; sizes in points."""

    rulings: Rulings = Rulings.FULL
    page: tuple[float, float] = (595.0, 842.0)
    margin: float = 64.0
    text_size: float = 12.0
    table_size: float = 9.0
    padding: float = 3.0
    embedded: bool = True
    """the font travels in the file; else it is named only (STSong-Light)"""
    rotate: int = 0
    """the page's /Rotate, with the content turned against it so that it is displayed upright"""
    wide_applications: bool = False
    """表三 on a landscape page"""
    repeat_header: bool = False
    split_rows: bool = False
    """rows are cut by the page break wherever it falls"""
    zebra: bool = False
    shaded_header: bool = False
    text_backgrounds: bool = False
    """a white rectangle behind each line of text"""
    stray_ruling: bool = False
    """a line that crosses the header of 表三"""
    separate_blocks: bool = False
    """表二 as four tables"""
    extra_tables: bool = False
    contents: bool = False
    """a list of contents that repeats the headings"""
    watermark: bool = False
    page_numbers: bool = False
    fake_bold: bool = False
    """each glyph is drawn twice, a little apart"""
    invisible_text: bool = False
    outside_text: bool = False
    password: str | None = None
    """an owner's password: the file is encrypted, and opens without one"""
    align: str = "centre"
    """left, centre or right, for values"""
    stacked_labels: bool = False
    """narrow header labels stand one character on a line"""
    narrow_values: bool = False
    """value columns so narrow that numbers wrap"""
    replacements: dict[str, str] = field(default_factory=dict)
    """what labels say instead, such as `（` → `(`"""
