"""`rules`: the rule catalogue as Markdown, to be read, printed and quoted."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from desktop.cli.given import given_rules
from desktop.errors import ExitCode
from desktop.rules.labels import table_word
from desktop.rules.rule import Each, Rule, RuleSet, Sums

_FAMILIES: Final = {
    "F": "格式与结构",
    "V": "单元格的数值",
    "A": "表二 主动公开",
    "B": "表三 申请处理",
    "C": "表四 复议诉讼",
    "S": "信息处理费",
    "Q": "文字质量",
    "X": "多个单位之间",
}
_FORMS: Final = {"2021": "2021年格式", "2019": "2019年格式", "mixed": "新旧混用格式"}
_OFFICES: Final = {
    "ministry": "国务院部门",
    "province": "省级政府",
    "city": "市级政府",
    "county": "县级政府",
    "township": "乡镇、街道",
    "department": "政府部门",
}


def print_rules(options: argparse.Namespace) -> ExitCode:
    """Run `rules`.

    Args:
        options: `rules`, the user's rule file, or None.

    Raises:
        RuleFileError: the rule file cannot be opened.
    """
    for line in catalogue_lines(given_rules(options.rules)):
        print(line)
    return ExitCode.OK


def catalogue_lines(rules: RuleSet) -> Iterator[str]:
    """The catalogue in Markdown, one table for each family of rules."""
    yield "# 规则目录"
    yield ""
    yield (
        "级别：错误（勾稽关系或格式不成立）、警告（应请报送单位核对）、提示（供参考）。"
        "每条规则可在自己的规则文件里按编号改级别、改参数或停用。"
    )
    ordered = sorted(rules.rules.values(), key=lambda rule: (_rank(rule), rule.id))
    for family, members in groupby(ordered, key=lambda rule: _family(rule)):
        yield ""
        yield f"## {family}"
        yield ""
        yield "| 编号 | 名称 | 级别 | 核对什么 | 适用 | 依据 |"
        yield "|---|---|---|---|---|---|"
        for rule in members:
            yield f"| {' | '.join(map(_escaped, _row(rule)))} |"


def _rank(rule: Rule) -> int:
    families = list(_FAMILIES)
    return families.index(rule.id[0]) if rule.id[0] in _FAMILIES else len(families)


def _family(rule: Rule) -> str:
    return _FAMILIES.get(rule.id[0], "自定规则")


def _row(rule: Rule) -> Sequence[str]:
    says = rule.says if rule.sums is None else sums_in_words(rule.sums)
    name = rule.name if rule.enabled else f"{rule.name}（已停用）"
    return (rule.id, name, rule.severity.word, says, _applies(rule), rule.basis)


def sums_in_words(sums: Sums) -> str:
    """A rule of sums with the ids of its rows or columns: `表三每列：新收 + 结转 = …`."""
    left, right = (
        " + ".join(sums.words.get(term, term) for term in side) for side in (sums.left, sums.right)
    )
    repeated = "每列" if sums.each is Each.COLUMN else "每行"
    return f"{table_word(sums.table)}{sums.place or repeated}：{left} = {right}"


def _applies(rule: Rule) -> str:
    forms = [_FORMS.get(form, form) for form in sorted(rule.forms)]
    offices = [_OFFICES.get(office, office) for office in sorted(rule.offices)]
    return "；".join("、".join(part) for part in (forms, offices) if part) or "全部"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")
