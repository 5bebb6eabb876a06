"""What reading noticed about the document's structure, as findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from desktop.report.model import Observation, ObservationKind
from desktop.rules.checks.registry import Context, check
from desktop.rules.finding import Finding, FindingKind
from desktop.rules.labels import table_word
from desktop.rules.rule import Rule

# More labels of one table than this are told together, and so many of them named.
_MANY_LABELS: Final = 3
_NAMED: Final = 2
_SENTENCES: Final = {
    ObservationKind.UNREAD: "{table}读取不全：没有读到{expected}，请在原文中查看并填入",
    ObservationKind.MISSING_ROW: "{table}缺少“{expected}”一行",
    ObservationKind.MISSING_COLUMN: "{table}缺少“{expected}”一列",
    ObservationKind.EXTRA_ROW: "{table}多出“{printed}”一行，格式中没有",
    ObservationKind.EXTRA_COLUMN: "{table}多出“{printed}”一列，格式中没有",
    ObservationKind.LABEL: "{table}“{expected}”印为“{printed}”，应与格式一致",
    ObservationKind.CORNER: "{table}表头的勾稽关系说明缺失或有改动",
    ObservationKind.ORPHAN_DIGITS: "{table}中有数字“{printed}”不在任何一格内，请对照原文",
    ObservationKind.UNCODED: "{table}有无法识别的字符，请对照原文",
    ObservationKind.IMAGE: "{printed}是图片，其中的内容未能核对",
    ObservationKind.DAMAGED: "{printed}已损坏，打不开，其中的内容未能核对",
    ObservationKind.UNSEEN: "{printed}有被遮住、被划去或看不见的文字，没有计入正文",
}


@check("observed")
def observed(context: Context, rule: Rule) -> Iterator[Finding]:
    """One finding for each observation of the kinds in the parameter `kinds`."""
    kinds = {ObservationKind(name) for name in rule.parameters["kinds"]}
    seen = [o for o in context.report.observations if o.kind in kinds]
    for group in _groups([o for o in seen if not _mended(o, context)]):
        yield Finding(
            rule.id,
            FindingKind.STRUCTURE,
            rule.severity,
            _sentence(group),
            tuple(name for observation in group for name in observation.cells),
            where=tuple(source for observation in group for source in observation.sources),
        )


def _groups(observations: Sequence[Observation]) -> Iterator[list[Observation]]:
    """One finding each; many labels of a table that differ are one, as where all are cut off."""
    labels: dict[str, list[Observation]] = {}
    for observation in observations:
        if observation.kind is ObservationKind.LABEL:
            labels.setdefault(observation.table, []).append(observation)
    many = [group for group in labels.values() if len(group) > _MANY_LABELS]
    together = {id(observation) for group in many for observation in group}
    yield from ([o] for o in observations if id(o) not in together)
    yield from many


def _mended(observation: Observation, context: Context) -> bool:
    """Whether a person has filled in all that was missing."""
    missing = (ObservationKind.UNREAD, ObservationKind.MISSING_ROW, ObservationKind.MISSING_COLUMN)
    return observation.kind in missing and all(
        name in context.report.cells for name in observation.cells
    )


def _sentence(group: Sequence[Observation]) -> str:
    observation = group[0]
    table = table_word(observation.table)
    if len(group) > 1:
        named = "、".join(f"“{o.expected}”印为“{o.printed}”" for o in group[:_NAMED])
        return f"{table}有 {len(group)} 处行名、列名与格式不符：{named}等"
    return _SENTENCES[observation.kind].format(
        table=table, expected=observation.expected, printed=observation.printed
    )
