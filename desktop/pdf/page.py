"""What a page holds: glyphs and rulings in the reading frame. Plain data, picklable."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from desktop.geometry import Box
from desktop.pdf.frame import Frame


class Glyph(NamedTuple):
    """A printed character.

    `box` runs from the glyph's origin to its advance and from descent to ascent; `baseline`
    is its y. `rotated` tells that it stands a quarter turn away from the page's other text.
    """

    char: str
    box: Box
    baseline: float
    rotated: bool = False


class Ruling(NamedTuple):
    """A line drawn on the page, along x or along y, at `at` from `start` to `end`, in points."""

    horizontal: bool
    at: float
    start: float
    end: float


class Difference(StrEnum):
    """In which way what a person sees at a place differs from what the text layer says."""

    HIDDEN = "hidden"
    """text that nobody sees: covered, invisible, in the paper's colour, on a layer that is off"""
    DRAWN = "drawn"
    """ink that may be characters and is no text: curves, a small picture"""
    STRUCK = "struck"
    """text with a line through it"""


class Discrepancy(NamedTuple):
    """A place, in the reading frame, where the text layer does not say what is seen."""

    difference: Difference
    box: Box


@dataclass(frozen=True, slots=True)
class Page:
    """A page: `number` counts from 1. `images` is the part of it that images cover, 0 to 1.

    `glyphs` are the characters that a person sees and that are not struck through; where
    others stand, or something is drawn that may be one, is in `discrepancies`. `clip` is the
    area to which the print is clipped, where it is less than the page. Nothing is known of what
    a page says that `is_damaged`.
    """

    number: int
    frame: Frame
    glyphs: tuple[Glyph, ...]
    rulings: tuple[Ruling, ...]
    images: float
    clip: Box | None = None
    discrepancies: tuple[Discrepancy, ...] = ()
    is_damaged: bool = False
