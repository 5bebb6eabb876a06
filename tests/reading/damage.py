"""Damage to a page, as a broken print or a lost object makes it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from desktop.pdf.page import Glyph, Page, Ruling

Damaged = tuple[list[Page], Glyph | None]
"""the pages, and the digit that is gone from its place"""


def drop_rulings(pages: Sequence[Page], random: Random, count: int = 1) -> Damaged:
    """Take away rulings, each with all that lies on it."""
    result = list(pages)
    for _ in range(count):
        candidates = [index for index, page in enumerate(result) if page.rulings]
        if candidates:
            index = random.choice(candidates)
            page = result[index]
            gone = random.choice(page.rulings)
            kept = tuple(ruling for ruling in page.rulings if not _lies_on(ruling, gone))
            result[index] = replace(page, rulings=kept)
    return result, None


def _lies_on(ruling: Ruling, other: Ruling) -> bool:
    return (
        ruling.horizontal == other.horizontal
        and abs(ruling.at - other.at) < 1.2
        and ruling.start < other.end
        and other.start < ruling.end
    )


def shift_digit(pages: Sequence[Page], random: Random, *, down: bool) -> Damaged:
    """Move one digit by up to 14 points along x, or down or up."""
    by = random.choice((-1, 1)) * random.uniform(1, 14)

    def moved(glyph: Glyph) -> Glyph:
        x0, top, x1, bottom = glyph.box
        if down:
            box = glyph.box._replace(top=top + by, bottom=bottom + by)
            return glyph._replace(box=box, baseline=glyph.baseline + by)
        return glyph._replace(box=glyph.box._replace(x0=x0 + by, x1=x1 + by))

    pages, glyph, index, place = _picked(pages, random)
    glyphs = list(pages[index].glyphs)
    glyphs[place] = moved(glyph)
    pages[index] = replace(pages[index], glyphs=tuple(glyphs))
    return pages, glyph


def drop_digit(pages: Sequence[Page], random: Random) -> Damaged:
    """Take away one digit."""
    pages, glyph, index, place = _picked(pages, random)
    glyphs = list(pages[index].glyphs)
    del glyphs[place]
    pages[index] = replace(pages[index], glyphs=tuple(glyphs))
    return pages, glyph


def _picked(pages: Sequence[Page], random: Random) -> tuple[list[Page], Glyph, int, int]:
    digits = [
        (index, place)
        for index, page in enumerate(pages)
        for place, glyph in enumerate(page.glyphs)
        if glyph.char.isdigit()
    ]
    index, place = random.choice(digits)
    return list(pages), pages[index].glyphs[place], index, place
