"""Lines of running text to sentences with their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
    paragraph: list[TextLine] = []
    ended = False
    for line in lines:
        height = line.height
        if paragraph and (ended or line.box.x0 > left + _INDENT * height):
            yield paragraph
            paragraph = []
        paragraph.append(line)
        ended = line.box.x1 < right - _ROOM * height
    yield paragraph


def _sentences(paragraph: Sequence[TextLine]) -> Iterator[Sentence]:
    text = "".join(line.text for line in paragraph)
    start = 0
    for index, char in enumerate(text):
        if char in _ENDS and text[index + 1 : index + 2] not in _ENDS:
            end = index + 1
            while end < len(text) and text[end] in _CLOSERS:
                end += 1
            if end > start:
                yield Sentence(text[start:end], _sources(paragraph, start, end))
            start = max(start, end)
    if start < len(text):
        yield Sentence(text[start:], _sources(paragraph, start, len(text)))


def _sources(paragraph: Sequence[TextLine], start: int, end: int) -> tuple[Source, ...]:
    """One rectangle for each line that the paragraph's characters from `start` to `end` lie on."""
    sources: list[Source] = []
    for line in paragraph:
        length = len(line.text)
        if end > 0 and start < length:
            sources.append(line.source(max(start, 0), min(end, length)))
        start, end = start - length, end - length
    return tuple(sources)
