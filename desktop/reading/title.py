"""The lines above the first section to the report's title, agency and year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from desktop.reading.lines import TextLine
from desktop.report.model import Sentence

_YEAR: Final = re.compile(r"(20\d{2}|二[〇○零O0][一二三四五六七八九〇○零O0]{2})年度?")
# With the traditional forms of 开 and 报, which some offices print.
_PHRASE: Final = re.compile(r"政府信息公[开開](?:工作)?(?:情[况況])?的?(?:年度)?(?:工作)?[报報]告")
_NAMED: Final = re.compile(r"年度[报報]告|信息公[开開].{0,6}[报報]告")
_DIGITS: Final = str.maketrans("一二三四五六七八九〇○零O", "1234567890000")
_AGENCY_IN_TEXT: Final = re.compile(r"由([^，。、]{3,30}?)(?:根据|按照|依据|编制)")
# An office and a date, or an office alone.
_SIGNATURE: Final = re.compile(
    r"^((?=[^\d，。：；、]{4,30}?)[^\d，。：；、]*?(?:局|厅|委员会|委|办公[厅室]|政府|街道办事处|中心|处|院|会))"
    r"(?:[（(][^）)]*[）)])?(?:[\d二〇○零一].*日)?$"
)
_MOST_LINES: Final = 4


@dataclass(frozen=True, slots=True)
class Title:
    """What the title says; `rest` are the lines above the first section that are not part of it."""

    sentence: Sentence | None
    agency: str | None
    year: int | None
    rest: tuple[TextLine, ...]


def read_title(lines: Sequence[TextLine]) -> Title:
    """Find the title among the lines above the first section."""
    last = _named(lines)
    if last is None:
        last = _wrapped(lines)
    if last is None:
        return Title(None, _agency_in(lines), _year_in(lines), tuple(lines))
    first = _first_line(lines, last)
    own = lines[first : last + 1]
    text = "".join(line.text for line in own)
    rest = (*lines[:first], *lines[last + 1 :])
    sources = tuple(line.source(0, len(line.text)) for line in own)
    around = (*lines[max(first - 1, 0) : first], *lines[last + 1 : last + 2])
    year = _year(text) or next(filter(None, map(_year_alone, around)), None)
    return Title(Sentence(text, sources), _agency(text) or _agency_in(rest), year, tuple(rest))


def _named(lines: Sequence[TextLine]) -> int | None:
    """The line with the fixed words of a title; of several, the first of the largest."""
    named = [index for index, line in enumerate(lines) if _NAMED.search(line.text)]
    return max(named, key=lambda index: (round(lines[index].height), -index), default=None)


def _wrapped(lines: Sequence[TextLine]) -> int | None:
    """The line that ends a title whose fixed words are broken over two lines."""
    for index in range(1, len(lines)):
        if _NAMED.search(lines[index - 1].text + lines[index].text):
            return index
    return None


def _first_line(lines: Sequence[TextLine], last: int) -> int:
    """Titles run over several lines of one size, none of which ends a sentence."""
    first = last
    size = lines[last].height
    while (
        first > 0
        and last - first + 1 < _MOST_LINES
        and abs(lines[first - 1].height - size) < 0.1 * size
        and not lines[first - 1].text.endswith(("。", "，", "；", "："))
    ):
        first -= 1
    return first


def _year(text: str) -> int | None:
    match = _YEAR.search(text)
    return int(match[1].translate(_DIGITS)) if match else None


def _year_alone(line: TextLine) -> int | None:
    """The year on a line of its own, as below a title: `（2024年度）`."""
    text = line.text.strip("（）()〔〕[]【】—－-")
    return _year(text) if _YEAR.fullmatch(text) else None


def _year_in(lines: Sequence[TextLine]) -> int | None:
    return _year("".join(line.text for line in lines))


def _agency(title: str) -> str | None:
    """The title without its fixed words: what is left names the agency."""
    name = _PHRASE.sub("", _YEAR.sub("", title))
    name = re.sub(r"^关于|的$|[（(].*?[）)]|[\s《》]", "", name)
    return name or None


def _agency_in(lines: Sequence[TextLine]) -> str | None:
    match = _AGENCY_IN_TEXT.search("".join(line.text for line in lines))
    return match[1] if match else None


def signed_agency(closing: Sequence[Sentence]) -> str | None:
    """The office that signs below the report, where its name stands there by itself."""
    text = "".join("".join(sentence.text.split()) for sentence in closing)
    match = _SIGNATURE.match(text)
    return match[1] if match else None
