"""What reading noticed about the document's structure, as findings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from desktop.report.model import Notice, Observation
from desktop.rules.checks.registry import Context, check
from desktop.rules.finding import Finding, FindingKind
from desktop.rules.rule import Rule
from desktop.rules.words import table_word

_SENTENCES: Final = {
    Notice.UNREAD: "{table}读取不全：没有读到{expected}，请在原文中查看并填入",
    Notice.MISSING_ROW: "{table}缺少“{expected}”一行",
    Notice.MISSING_COLUMN: "{table}缺少“{expected}”一列",
    Notice.EXTRA_ROW: "{table}多出“{printed}”一行，格式中没有",
    Notice.EXTRA_COLUMN: "{table}多出“{printed}”一列，格式中没有",
    Notice.LABEL: "{table}“{expected}”印为“{printed}”，应与格式一致",
    Notice.CORNER: "{table}表头的勾稽关系说明缺失或有改动",
    Notice.STRAY_DIGITS: "{table}中有数字“{printed}”不在任何一格内，请对照原文",
    Notice.UNCODED: "{table}有无法识别的字符，请对照原文",
    Notice.IMAGE: "{printed}是图片，其中的内容未能核对",
}


@check("observed")
def observed(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding for each observation of the kinds in the parameter `notices`."""
    notices = {Notice(name) for name in rule.parameters["notices"]}
    for observation in context.report.observations:
        if observation.notice in notices and not _mended(observation, context):
            yield Finding(
                rule.id,
                FindingKind.STRUCTURE,
                rule.severity,
                _sentence(observation),
                observation.cells,
                where=observation.sources,
            )


def _mended(observation: Observation, context: Context) -> bool:
    """Whether a person has filled in all that was missing."""
    missing = (Notice.UNREAD, Notice.MISSING_ROW, Notice.MISSING_COLUMN)
    return observation.notice in missing and all(
        name in context.report.cells for name in observation.cells
    )


def _sentence(observation: Observation) -> str:
    return _SENTENCES[observation.notice].format(
        table=table_word(observation.table),
        expected=observation.expected,
        printed=observation.printed,
    )
