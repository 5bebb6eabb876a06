"""Lines of running text to title, sections and signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop.reading.heading import Heading, headings_in
from desktop.reading.lines import TextLine
from desktop.reading.sentences import sentences_of
from desktop.reading.title import Title, read_title
from desktop.report.model import Section, Sentence
from desktop.report.outline import official_sections

_DATE: Final = re.compile(
    r"[（(]?[\d二〇○零一三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[）)]?"
)
_SHORTEST_OFFICE: Final = 4


@dataclass(frozen=True, slots=True)
class Prose:
    """The running text of a report."""

    title: Title
    preamble: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    closing: tuple[Sentence, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it has every official section."""
        found = {section.number for section in self.sections}
        return all(official.number in found for official in official_sections())


def read_prose(lines: Sequence[TextLine]) -> Prose:
    """Divide the lines of a document into title, sections and signature."""
    headings = headings_in(lines)
    body_end = _closing_start(lines)
    first = headings[0][0] if headings else body_end
    title = read_title(lines[:first])
    bounds = [index for index, _ in headings[1:]] + [body_end]
    sections = tuple(
        _section(heading, lines[index + len(heading.lines) : max(end, index + 1)])
        for (index, heading), end in zip(headings, bounds, strict=False)
    )
    return Prose(title, sentences_of(title.rest), sections, sentences_of(lines[body_end:]))


def _section(heading: Heading, lines: Sequence[TextLine]) -> Section:
    line = heading.lines[0]
    source = line.source(0, len(line.text))
    return Section(
        heading.number,
        heading.printed,
        heading.title,
        source,
        sentences_of(lines),
        heading.surplus,
    )


def _closing_start(lines: Sequence[TextLine]) -> int:
    """Where the signature begins: a date on a line of its own at the end, the office above it."""
    if not lines or not _DATE.fullmatch(lines[-1].text):
        return len(lines)
    above = lines[-2].text if len(lines) > 1 else ""
    signed = _SHORTEST_OFFICE <= len(above) <= 30 and not above.endswith(("。", "；", "："))
    return len(lines) - (2 if signed else 1)
