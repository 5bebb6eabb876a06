"""Texts to compare, and what was found in them, in short."""

from __future__ import annotations

import random

from desktop.sets.folding import code_points
from desktop.sets.passages import Span, matches_of
from desktop.sets.similarity import Alike, ReportText
from desktop.sets.wording import wording_of
from tests.sets.texts import (
    County,
    Habits,
    laid_out,
    names_of,
    office_name,
)

PLAIN = Habits(pool=40, takes=14, own=4, ordered=False)


def county(seed: int, habits: Habits = PLAIN) -> County:
    return County(random.Random(seed), habits)


def report(body: list[str], office: int = 0, year: int = 2024) -> ReportText:
    name = office_name(office)
    sentences = laid_out(body, name, year, random.Random(office))
    return ReportText(name, year, sentences, names_of(name))


def pairs(found: tuple[Alike, ...]) -> list[tuple[int, int]]:
    return [(one.left, one.right) for one in found]


def shown(text: ReportText, spans: tuple[Span, ...]) -> str:
    return "\n".join(text.sentences[span.sentence][span.start : span.end] for span in spans)


def counted(text: ReportText, shown_text: str) -> str:
    """The characters of a piece of a text that count, names left out."""
    wording = wording_of(tuple(shown_text.split("\n")), text.names)
    return "".join(map(chr, wording.codes.tolist()))


def matched(left: str, right: str) -> list[tuple[int, int, int]]:
    found = matches_of(code_points(left), code_points(right))
    return [(match.left, match.right, match.length) for match in found]


A, B, C = ("".join(map(chr, range(start, start + 20))) for start in (0x4E00, 0x5000, 0x6000))
