"""Lines of running text to sentences with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from desktop.reading.lines import TextLine
from desktop.report.model import Sentence, Source

_ENDS: Final = frozenset("。！？!?")
_CLOSERS: Final = frozenset("”’」』）)》")
# In parts of the line's height: an indent that starts a paragraph, and room left at a line's
# end that the next word would have filled.
_INDENT: Final = 1.0
_ROOM: Final = 2.0


def sentences_of(lines: Sequence[TextLine]) -> tuple[Sentence, ...]:
    """The sentences of a section. A paragraph's end also ends a sentence."""
    return tuple(sentence for paragraph in _paragraphs(lines) for sentence in _sentences(paragraph))


def _paragraphs(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    if not lines:
        return
    left = min(line.box.x0 for line in lines)
    right = max(line.box.x1 for line in lines)
    paragraph = [lines[0]]
    for upper, line in pairwise(lines):
        indented = line.box.x0 > left + _INDENT * line.height
        short = upper.box.x1 < right - _ROOM * upper.height
        if indented or short:
            yield paragraph
            paragraph = []
        paragraph.append(line)
    yield paragraph


def _sentences(paragraph: Sequence[TextLine]) -> Iterator[Sentence]:
    places = [(line, index) for line in paragraph for index in range(len(line.text))]
    text = "".join(line.text for line in paragraph)
    start = 0
    for index, char in enumerate(text):
        if char in _ENDS and text[index + 1 : index + 2] not in _ENDS:
            end = index + 1
            while end < len(text) and text[end] in _CLOSERS:
                end += 1
            if end > start:
                yield Sentence(text[start:end], _sources(places[start:end]))
            start = max(start, end)
    if start < len(text):
        yield Sentence(text[start:], _sources(places[start:]))


def _sources(places: Sequence[tuple[TextLine, int]]) -> tuple[Source, ...]:
    """One rectangle for each line that the characters lie on."""
    spans: dict[int, tuple[TextLine, int, int]] = {}
    for line, index in places:
        _, start, _ = spans.get(id(line), (line, index, index))
        spans[id(line)] = (line, start, index + 1)
    return tuple(line.source(start, end) for line, start, end in spans.values())
