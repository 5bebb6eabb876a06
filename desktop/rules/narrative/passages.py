"""The sections of a report to sentences, each with the subject it stands under."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop.report.model import Report, Section, Sentence
from desktop.rules.narrative.numerals import narrowed

NARRATED: Final = (1, 5, 6)
"""sections that speak in sentences; the others are tables"""

_NUMERALS: Final = "一二三四五六七八九十"
_SUBHEADING: Final = re.compile(
    rf"（[{_NUMERALS}]+）|[{_NUMERALS}]+是|第[{_NUMERALS}]+[，、]|\d+[.．、]"
)
_ENDS: Final = tuple("。！？；：”’》）.!?;:")
_LONGEST_HEADING: Final = 24
_LONGEST_SENTENCE: Final = 1000
_QUOTED: Final = re.compile(
    r"《[^《》]{1,80}》|“[^“”]{1,80}”|〔[^〔〕]{1,12}〕|「[^「」]{1,80}」|\"[^\"]{1,80}\""
)
MASK: Final = "□"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a section.

    `text` has narrow digits; in `plain` titles, quotations and document numbers are blotted
    out, character for character. `heading` is the nearest subheading above.
    """

    section: int
    heading: str
    sentence: Sentence
    text: str
    plain: str
    is_heading: bool


def passages_of(report: Report) -> tuple[Passage, ...]:
    """Every sentence of the sections that are written in sentences, in order."""
    return tuple(
        passage
        for section in report.sections
        if section.number in NARRATED
        for passage in _passages(section)
    )


def masked(text: str) -> str:
    """The text with what is quoted in it blotted out."""
    return _QUOTED.sub(lambda match: MASK * len(match[0]), text)


def is_subheading(text: str) -> bool:
    """Whether a sentence is a subheading: numbered, short, without a verb's full stop."""
    bare = text.rstrip("。：")
    return (
        re.match(rf"（[{_NUMERALS}]+）|\d+[.．、]|[{_NUMERALS}]、", bare) is not None
        and len(bare) <= _LONGEST_HEADING
        and not re.search(r"[，；。]|\d{2,}", bare[3:])
    )


def _passages(section: Section) -> Iterator[Passage]:
    heading = ""
    for sentence in _pieces(joined(section.sentences)):
        text = narrowed(sentence.text)
        title = is_subheading(text)
        if title:
            heading = text
        else:
            # Some reports put the subheading and its first sentence on one line.
            match = re.match(
                rf"（[{_NUMERALS}]+）[^，。：；]{{2,20}}(?:情况|公开|管理|建设|保障|工作)[。：]",
                text,
            )
            heading = match[0] if match else heading
        yield Passage(section.number or 0, heading, sentence, text, masked(text), title)


def _pieces(sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Sentences, with what is too long to be one cut up: work grows with the square of it."""
    for sentence in sentences:
        for start in range(0, max(len(sentence.text), 1), _LONGEST_SENTENCE):
            yield replace(sentence, text=sentence.text[start : start + _LONGEST_SENTENCE])


def joined(sentences: Sequence[Sentence]) -> list[Sentence]:
    """Sentences with those put together again that a line break had torn apart."""
    whole: list[Sentence] = []
    for sentence in sentences:
        above = whole[-1].text if whole else ""
        torn = above.endswith(("、", "，")) or (
            len(above) >= _LONGEST_HEADING and not above.endswith(_ENDS)
        )
        if torn and not _SUBHEADING.match(sentence.text):
            first = whole.pop()
            sentence = Sentence(first.text + sentence.text, first.sources + sentence.sources)
        whole.append(sentence)
    return whole
