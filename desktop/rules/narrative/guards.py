"""Figures that speak of something else: another year, another office, a change, a running total."""

from __future__ import annotations

import re
from typing import Final

from desktop.rules.narrative.figures import Figure
from desktop.rules.narrative.passages import Passage

_CHANGE: Final = re.compile(
    r"同比|环比|相比|比上|比去|较上|较去|增长|增加|减少|下降|上升|降低|增幅|降幅|翻|多于|少于"
)
_RUNNING: Final = re.compile(
    r"历年|历史累计|以来|自\d{4}年|近[三五两3-5]年|[三五两]年来|每[年月季]"
)
# A year that says where cases were carried from or to is no statement about that year.
_YEAR: Final = re.compile(
    r"(?P<year>20\d\d)年(?!度?(?:继续)?(?:结转|转结|转入|转来|顺延|办理|继续))"
    r"|(?P<last>去年|上年度?|上一年度?)(?!(?:度|末)?(?:结转|转结|转入|转来))|(?P<same>同期)"
    r"|(?P<this>今年|本年度?|全年|本年|报告期|当年)"
)
_CONTINUED: Final = re.compile(r"(?:结转|转结|转入|转|顺延)(?:至|到|入)?$")
_OFFICE: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fa5]{1,14}?(?:人民政府办公[厅室]|政府办公[厅室]|政府办|人民政府|政府|委员会|"
    r"管委会|街道办事处|街道|局|厅|办公室|法院|部门|中心|委|镇|乡))"
    r"(?:机关|本级)?(?:共|累计|新|全年|本年度?|一共|分别|各)*"
    r"(?:代表|受理|收到|收办|办理|接收|接到|新收|制发|印发|作出|被申请|被提起|发生|办结|答复|处理|承办)"
)
_PART: Final = re.compile(
    r"本级|其中[^，。；]{0,12}(?:局|委|厅|镇|乡|街道|办公室|政府办|中心|部门|分局|支队)"
)
_OWN: Final = re.compile(r"(?:[我该]|[本全](?!年))\S{0,3}$")
_NOISE: Final = re.compile(r"^.*(?:年度?|全年|其中|由|和|及|与|以来|期间)(?=.{3})")
_PLACE: Final = re.compile(r"^[^省市区县州盟旗]{0,6}[省市区县州盟旗](?=.{2})")
_FULL_NAMES: Final = (
    (re.compile(r"(?<!人民)政府"), "人民政府"),
    (re.compile(r"政府办$"), "政府办公室"),
)


def speaks_of_this(passage: Passage, figure: Figure, year: int | None, agency: str | None) -> bool:
    """Whether a figure can be about this office in this year.

    Args:
        passage: the sentence.
        figure: one of its figures.
        year: the report's year, where known.
        agency: the report's agency, where known.
    """
    lead = passage.plain[: figure.start]
    sentence = re.split(r"[；]", lead)[-1]
    if _CHANGE.search(figure.clause) or _RUNNING.search(sentence):
        return False
    return is_about_year(sentence, year) and not of_other_office(sentence, agency)


def is_about_year(lead: str, year: int | None) -> bool:
    """The last word of time before the figure is this year, or there is none."""
    matches = [m for m in _YEAR.finditer(lead) if not _CONTINUED.search(lead[: m.start()])]
    if not matches:
        return True
    match = matches[-1]
    if match["last"] or match["same"]:
        return False
    return match["year"] is None or year is None or int(match["year"]) == year


def of_other_office(lead: str, agency: str | None) -> bool:
    """Whether the words before a figure name another office as the one that acts."""
    if agency is None:
        return False
    if _PART.search(lead):
        return True
    return any(not is_own_name(match["name"], agency) for match in _OFFICE.finditer(lead))


def is_own_name(name: str, agency: str) -> bool:
    """Whether a name in the text means the reporting agency, abbreviated or not."""
    if _OWN.search(name[:-1]) or len(name) < 3:
        return True
    whole = _full(agency)
    for form in (name, _NOISE.sub("", name)):
        for part in (form, _PLACE.sub("", form)):
            full = _full(part)
            if full[-1] == whole[-1] and len(full) > 2 and _is_within(full, whole):
                return True
    return False


def _full(name: str) -> str:
    for pattern, word in _FULL_NAMES:
        name = pattern.sub(word, name)
    return name


def _is_within(short: str, whole: str) -> bool:
    """Whether the characters of `short` stand in `whole` in this order."""
    rest = iter(whole)
    return all(char in rest for char in short)
